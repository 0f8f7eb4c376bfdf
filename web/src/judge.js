// Whether an answer is right, and what a wrong one comes from: the same judgement as the notebooks' self_check.py.
/** @import { Pair, Problem, Verdict } from "./types.js" */

// What Python's str.split and \s take for white space.
const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const SPACES = new RegExp(SPACE, "gu");
const ENDS = new RegExp(`^${SPACE}+|${SPACE}+$`, "gu");
const HYPHEN = /(?<=[\p{L}\p{Nl}\p{No}_])-(?=[\p{L}\p{Nl}\p{No}_])/gu;
const AROUND = /[()[\]]|(?:np\.)?array/gu;
const NUMBERS = new RegExp(`^[+-]?[\\d.]+(?:${SPACE}*(?:${SPACE}|[,x×X])${SPACE}*[+-]?[\\d.]+)*$`, "u");
const SIGNS = new RegExp(`(?<=\\d)(?:${SPACE}|[,x×X])+(?=[-\\d])`, "gu");

/**
 * An answer, whatever way it was written.
 * @param {string} written
 */
export function spelled(written) {
  let text = written.normalize("NFKC").replaceAll("−", "-").replace(HYPHEN, "");
  const numbers = text.replace(AROUND, "").replace(ENDS, "").replace(/,+$/u, "");
  if (NUMBERS.test(numbers)) {
    text = numbers
      .replaceAll("+", "")
      .replace(/(\.\d*?)0+(?!\d)/gu, "$1")
      .replace(/\.(?!\d)/gu, "")
      .replace(/(?<!\d)\.(?=\d)/gu, "0.")
      .replace(SIGNS, ",");
  }
  return text.replace(SPACES, "").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
}

/**
 * @param {Pick<Problem, "gaps" | "mistakes">} problem
 * @param {string[]} answers one for each gap
 * @returns {Verdict}
 */
export function judged(problem, answers) {
  const given = answers.map(spelled);
  const right = problem.gaps.map((accepted, place) => accepted.includes(given[place]));
  if (given.some((text) => text === "")) return { state: "empty", right, whys: [] };
  if (right.every(Boolean)) return { state: "right", right, whys: [] };
  const made = problem.mistakes.filter(([place, wrong]) =>
    place < 0 ? wrong.length === given.length && wrong.every((text, at) => text === given[at]) : wrong[0] === given[place],
  );
  return { state: "wrong", right, whys: different(made.map(([, , why]) => why)) };
}

/** @param {Pair[]} pairs */
function different(pairs) {
  return [...new Map(pairs.map((pair) => [pair.join("\n"), pair])).values()];
}
