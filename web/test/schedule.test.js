import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, isDue, next, RESTS } from "../src/schedule.js";

const NOW = 1_800_000_000_000;
const items = /** @type {any[]} */ (["a", "b", "c", "d", "e"].map((id) => ({ id })));

test("what is right at once rests longer each time, what goes wrong falls back and is due at once", () => {
  let card = answered(undefined, "once", NOW);
  assert.equal(card.box, 1);
  assert.ok(!isDue(card, NOW) && isDue(card, NOW + RESTS[1]));
  for (let times = 0; times < 9; times += 1) card = answered(card, "once", NOW);
  assert.equal(card.box, RESTS.length - 1);
  card = answered(card, "wrong", NOW);
  assert.deepEqual([card.box, card.due, card.seen, card.once], [1, NOW, 11, 10]);
  assert.equal(answered(card, "helped", NOW).box, 1);
});

test("due items come first, then new ones, then what is due first; there is always one more", () => {
  const progress = { a: answered(undefined, "wrong", NOW), b: answered(undefined, "once", NOW) };
  assert.equal(next(items, progress, [], NOW)?.id, "a");
  assert.ok(["c", "d", "e"].includes(next(items, progress, ["a"], NOW)?.id ?? ""));
  const all = Object.fromEntries(items.map(({ id }, at) => [id, { ...answered(undefined, "once", NOW), due: NOW + 1000 - at }]));
  assert.equal(next(items, all, [], NOW)?.id, "e");
  assert.equal(next([items[0]], all, ["a"], NOW)?.id, "a");
  assert.equal(next([], all, [], NOW), undefined);
});

test("what went wrong comes again after three others, sooner than what was right", () => {
  /** @type {Record<string, any>} */
  const progress = {};
  const asked = [];
  for (let time = 0; time < 40; time += 1) {
    const item = /** @type {any} */ (next(items, progress, asked, NOW + time * 1000));
    asked.push(item.id);
    progress[item.id] = answered(progress[item.id], item.id === "a" ? "wrong" : "once", NOW + time * 1000);
  }
  const places = asked.flatMap((id, at) => (id === "a" ? [at] : []));
  assert.ok(places.length >= 9, asked.join(""));
  assert.ok(places.every((place, at) => at === 0 || place - places[at - 1] === 4));
});
