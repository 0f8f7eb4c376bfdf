// Which item comes next: Leitner's boxes. What goes wrong falls back into the first box and comes again soon.
/** @import { Card, Item, Outcome, Progress } from "./types.js" */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long an item rests in each box. */
export const RESTS = [0, 2 * MINUTE, DAY, 3 * DAY, 7 * DAY, 21 * DAY];
/** From this box on, an item counts as known. */
export const KNOWN = 3;
/** So many other items come before the same one comes again, where there are as many. */
export const APART = 3;

/**
 * The card after an answer: right at once, right with help or after a mistake, or not.
 * @param {Card | undefined} card
 * @param {Outcome} outcome
 * @param {number} now
 * @returns {Card}
 */
export function answered(card, outcome, now) {
  const before = card ?? { box: 0, due: 0, seen: 0, once: 0 };
  const box = outcome === "once" ? Math.min(before.box + 1, RESTS.length - 1) : 1;
  const rest = outcome === "once" ? Math.max(RESTS[box], MINUTE) : 0;
  return { box, due: now + rest, seen: before.seen + 1, once: before.once + (outcome === "once" ? 1 : 0) };
}

/**
 * Whether an item should be done now: never seen, or its rest is over.
 * @param {Card | undefined} card
 * @param {number} now
 */
export function isDue(card, now) {
  return card === undefined || card.due <= now;
}

/**
 * The next item: one that is due again, else a new one, else the one that is due first. There is always one more.
 * @param {Item[]} items
 * @param {Progress} progress
 * @param {string[]} recent the items before, the last one last
 * @param {number} now
 * @param {() => number} random
 * @returns {Item | undefined}
 */
export function next(items, progress, recent, now, random = Math.random) {
  const apart = Math.min(APART, items.length - 1);
  const lately = apart > 0 ? recent.slice(-apart) : [];
  const open = items.filter((item) => !lately.includes(item.id));
  const again = open.filter((item) => progress[item.id] && isDue(progress[item.id], now));
  const fresh = open.filter((item) => !progress[item.id]);
  if (again.length) return earliest(again, progress);
  if (fresh.length) return fresh[Math.floor(random() * fresh.length)];
  return earliest(open, progress);
}

/**
 * @param {Item[]} items
 * @param {Progress} progress
 */
function earliest(items, progress) {
  return [...items].sort((one, other) => progress[one.id].due - progress[other.id].due)[0];
}
