import assert from "node:assert/strict";
import { test } from "node:test";
import { answered } from "../src/schedule.js";
import { Store } from "../src/store.js";

function memory() {
  const kept = new Map();
  return /** @type {any} */ ({
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
  });
}

test("progress is there the next time, and in the file that is exported", () => {
  const storage = memory();
  const store = new Store("course", () => storage);
  store.save({ a: answered(undefined, "once", 5) });
  assert.deepEqual(new Store("course", () => storage).progress, store.progress);
  assert.deepEqual(store.read(store.written()), store.progress);
  assert.deepEqual(new Store("other", () => storage).progress, {});
});

test("what is no progress of this course is refused, and broken cards are left out", () => {
  const store = new Store("course", memory);
  const other = new Store("other", memory);
  for (const text of ["", "[1", "null", "{}", '"x"', other.written()]) assert.equal(store.read(text), null);
  const cards = { a: { box: 99, due: 0, seen: 0, once: 0 }, b: null, c: { box: 1, due: "x" }, d: answered(undefined, "once", 5) };
  store.progress = /** @type {any} */ (cards);
  assert.deepEqual(Object.keys(store.read(store.written()) ?? {}), ["d"]);
});

test("where a browser keeps nothing, practice goes on and says so", () => {
  const store = new Store("course", () => {
    throw new Error("denied");
  });
  store.save({ a: answered(undefined, "once", 5) });
  assert.equal(store.keeps, false);
  assert.ok(store.progress.a);
});
