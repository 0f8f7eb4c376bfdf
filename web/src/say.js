// Two languages.
/** @import { Course, Lang, Pair } from "./types.js" */

export class Speaker {
  /**
   * @param {Course} course
   * @param {Lang} lang
   */
  constructor(course, lang) {
    this.course = course;
    this.lang = lang;
  }

  /**
   * One language's text of a pair.
   * @param {Pair} pair
   * @returns {string}
   */
  of(pair) {
    return pair[this.lang === "en" ? pair.length - 1 : 0];
  }

  /**
   * One of the page's own words.
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  say(name, values = {}) {
    return this.of(this.course.words[name]).replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  }

  /**
   * So many points, to one decimal: in English, one of them is no plural.
   * @param {number} points
   */
  worth(points) {
    const shown = Math.round(points * 10) / 10;
    return this.say(shown === 1 ? "point" : "points", { points: shown });
  }
}
