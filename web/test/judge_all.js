// Judges what comes in as JSON, [problem, answers] each: the tests compare it with what Python says.
import { readFileSync } from "node:fs";
import { judged, spelled } from "../src/judge.js";

const asked = JSON.parse(readFileSync(0, "utf8"));
const said = asked.map((/** @type {any} */ each) => (typeof each === "string" ? spelled(each) : judged(each[0], each[1])));
process.stdout.write(JSON.stringify(said));
