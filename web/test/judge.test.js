import assert from "node:assert/strict";
import { test } from "node:test";
import { judged, spelled } from "../src/judge.js";

const ALIKE = [
  ["(60, 60, 16)", "[60,60, 16]", "60x60x16", "60 × 60 × 16", "60 60 16", "６０, ６０, １６", "(60.0, 60., 16)"],
  ["-3", "−3", " -3 ", "-3.0"],
  ["0.5", ".5", "0.50"],
  ["Multi-layer perceptron", "multi layer PERCEPTRON", "multilayerperceptron"],
  ["array([1, 2])", "np.array([1,2])", "[1 2]", "[1. 2.]"],
];

test("ways of writing one answer are the same answer", () => {
  for (const ways of ALIKE) assert.deepEqual([...new Set(ways.map(spelled))].length, 1, ways.join(" | "));
  assert.equal(new Set(ALIKE.map(([way]) => spelled(way))).size, ALIKE.length);
});

test("a minus counts", () => assert.notEqual(spelled("(-1, 2)"), spelled("(1, 2)")));

const GRID = { gaps: [["1"], ["2"]], mistakes: [[-1, ["2", "1"], ["뒤집음", "flipped"]], [0, ["7"], ["칠", "seven"]]] };

test("an answer is empty, right or wrong, and a wrong one is told by its mistake", () => {
  const problem = /** @type {any} */ (GRID);
  assert.equal(judged(problem, ["1", " "]).state, "empty");
  assert.equal(judged(problem, ["1", "2"]).state, "right");
  assert.deepEqual(judged(problem, ["2", "1"]), { state: "wrong", right: [false, false], whys: [["뒤집음", "flipped"]] });
  assert.deepEqual(judged(problem, ["7", "2"]).whys, [["칠", "seven"]]);
  assert.deepEqual(judged(problem, ["3", "2"]), { state: "wrong", right: [false, true], whys: [] });
});
