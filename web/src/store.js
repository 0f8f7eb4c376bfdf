// Progress in this browser, and as a file. What is read is checked: somebody may have written it by hand.
/** @import { Card, Progress } from "./types.js" */
import { RESTS } from "./schedule.js";

export const FILE = "practice-progress.json";
const FORM = "fcnkit practice progress 1";

export class Store {
  /**
   * @param {string} course
   * @param {() => Storage} storage may throw where a browser keeps nothing
   */
  constructor(course, storage = () => localStorage) {
    this.course = course;
    this.key = `fcnkit-practice-${course}`;
    this.storage = storage;
    this.keeps = true;
    /** @type {Progress} */
    this.progress = {};
    try {
      this.progress = this.read(storage().getItem(this.key) ?? "") ?? {};
    } catch {
      this.keeps = false;
    }
  }

  /** @param {Progress} progress */
  save(progress) {
    this.progress = progress;
    try {
      this.storage().setItem(this.key, this.written());
    } catch {
      this.keeps = false;
    }
  }

  /** What is exported. */
  written() {
    return JSON.stringify({ form: FORM, course: this.course, items: this.progress });
  }

  /**
   * The progress in a file's text; null where it is none of this course's.
   * @param {string} text
   * @returns {Progress | null}
   */
  read(text) {
    let found;
    try {
      found = JSON.parse(text);
    } catch {
      return null;
    }
    const own = found?.form === FORM && found.course === this.course && typeof found.items === "object" && found.items;
    if (!own) return null;
    return Object.fromEntries(Object.entries(found.items).filter(([, card]) => isCard(card)));
  }
}

/** @param {any} card @returns {card is Card} */
function isCard(card) {
  const counts = ["box", "due", "seen", "once"].map((name) => card?.[name]);
  return counts.every((count) => Number.isSafeInteger(count) && count >= 0) && card.box < RESTS.length;
}
