// What the page says in two languages.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Speaker } from "../src/say.js";

const WORDS = { point: ["{points}점", "{points} point"], points: ["{points}점", "{points} points"] };

test("one point is no plural, and points have one decimal at most", () => {
  const course = /** @type {import("../src/types.js").Course} */ (/** @type {unknown} */ ({ words: WORDS }));
  const said = [1, 0.98, 2, 0.5, 1.25].map((points) => new Speaker(course, "en").worth(points));
  assert.deepEqual(said, ["1 point", "1 point", "2 points", "0.5 points", "1.3 points"]);
  assert.equal(new Speaker(course, "ko").worth(1), "1점");
});
