// The exam rehearsed: a whole set with its points, a clock for who wants one, and marks at the end.
/** @import { Item, Problem, Section, Verdict } from "./types.js" */
/** @import { App } from "./main.js" */
import { part } from "./bank.js";
import { el, html } from "./dom.js";
import { exercise, LETTERS, rubric, share, solution } from "./exercise.js";
import { judged } from "./judge.js";

/** @typedef {{ number: number, item: Item, problem: Problem, points: number, answers: string[], verdict: Verdict | null, ticked: Set<number> }} Question */
/** @typedef {{ section: Section, questions: Question[] }} Part */

const SECOND = 1000;
const WARNING = 5 * 60 * SECOND;

export class Rehearsal {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {Part[] | null} */
    this.parts = null;
    this.end = 0;
    this.marked = false;
    this.warned = false;
    this.sure = false;
    this.last = -1;
    this.timer = 0;
  }

  /** @returns {HTMLElement} */
  view() {
    if (!this.parts) return this.offer();
    return this.marked ? this.result(this.parts) : this.paper(this.parts);
  }

  offer() {
    const { say, course } = this.app;
    const sections = course.rehearsals[0] ?? [];
    const points = sum(sections.flatMap((section) => section.questions.map(([, , worth]) => worth)));
    const minutes = sum(sections.map((section) => section.minutes));
    return el(
      "section",
      {},
      el("h2", { tabIndex: -1 }, say.say("rehearsal")),
      el("p", {}, say.say("rehearsal_about", { points, minutes })),
      el(
        "p",
        { className: "buttons" },
        el("button", { type: "button", className: "main", id: "with-clock", onclick: () => void this.start(minutes) }, say.say("with_clock")),
        el("button", { type: "button", onclick: () => void this.start(0) }, say.say("without_clock")),
      ),
    );
  }

  /** @param {number} minutes 0 for no clock */
  async start(minutes) {
    const { course } = this.app;
    const others = course.rehearsals.map((_, place) => place).filter((place) => place !== this.last || course.rehearsals.length < 2);
    this.last = others[Math.floor(Math.random() * others.length)];
    let number = 0;
    const parts = [];
    for (const section of course.rehearsals[this.last]) {
      const questions = [];
      for (const [id, place, points] of section.questions) {
        const item = /** @type {Item} */ (course.items.find((each) => each.id === id));
        const problem = /** @type {Problem} */ ((await part(`item-${id}`))[place]);
        number += 1;
        questions.push({ number, item, problem, points, answers: problem.gaps.map(() => ""), verdict: null, ticked: new Set() });
      }
      parts.push({ section, questions });
    }
    this.parts = parts;
    this.marked = this.warned = this.sure = false;
    this.end = minutes ? Date.now() + minutes * 60 * SECOND : 0;
    clearInterval(this.timer);
    if (this.end) this.timer = window.setInterval(() => this.tick(), SECOND);
    this.app.render("h2");
  }

  /** @param {Part[]} parts */
  paper(parts) {
    const { say } = this.app;
    const form = el("form", {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        this.handIn(parts);
      },
    });
    for (const { section, questions } of parts) {
      form.append(el("h3", { className: "part" }, html("span", say.of(section.title)), ` (${say.say("minutes", { minutes: section.minutes })})`));
      if (section.note) form.append(html("p", say.of(section.note), { className: "quiet" }));
      for (const question of questions) {
        form.append(
          el(
            "section",
            { className: "numbered", "aria-labelledby": `h-${question.number}` },
            el("h4", { id: `h-${question.number}` }, `${question.number}. (${say.worth(question.points)})`),
            exercise(question.problem, question.item, question.answers, say, `q${question.number}`),
          ),
        );
      }
    }
    form.append(
      el("p", { role: "status", id: "open-left" }),
      el("p", { className: "buttons" }, el("button", { type: "submit", className: "main", id: "hand-in" }, say.say("hand_in"))),
    );
    return el(
      "article",
      {},
      el("h2", { tabIndex: -1 }, say.say("rehearsal")),
      this.end > 0 && el("p", { className: "clock", id: "clock", role: "timer", "aria-live": "off" }, this.time()),
      el("p", { role: "status", className: "unseen", id: "clock-says" }),
      form,
    );
  }

  time() {
    const left = Math.max(0, Math.ceil((this.end - Date.now()) / SECOND));
    const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
    return this.app.say.say("left", { time: `${two(Math.floor(left / 60))}:${two(left % 60)}` });
  }

  tick() {
    const clock = document.getElementById("clock");
    if (clock) clock.textContent = this.time();
    const says = document.getElementById("clock-says");
    const left = this.end - Date.now();
    if (!says) return;
    if (left <= 0) {
      says.textContent = this.app.say.say("time_up");
      says.className = "wrong";
      clearInterval(this.timer);
    } else if (left <= WARNING && !this.warned) {
      this.warned = true;
      says.textContent = this.app.say.say("five_minutes");
    }
  }

  /** @param {Part[]} parts */
  handIn(parts) {
    const { say } = this.app;
    const questions = parts.flatMap((each) => each.questions);
    const open = questions.filter((question) => question.answers.some((answer) => !answer.trim())).length;
    if (open && !this.sure) {
      this.sure = true;
      /** @type {HTMLElement} */ (document.getElementById("open-left")).textContent = say.say("open_left", { count: open });
      return;
    }
    for (const question of questions) question.verdict = judged(question.problem, question.answers);
    clearInterval(this.timer);
    this.marked = true;
    this.app.render("h2");
  }

  /** @param {Part[]} parts */
  result(parts) {
    const { say } = this.app;
    const questions = parts.flatMap((each) => each.questions);
    const earned = sum(questions.map(earnedBy));
    const all = sum(questions.map((question) => question.points));
    return el(
      "article",
      {},
      el("h2", { tabIndex: -1, id: "score", "aria-live": "polite" }, say.say("score", { score: rounded(earned), all })),
      ...questions.map((question) => this.corrected(question)),
      el("p", { className: "buttons" }, el("button", { type: "button", className: "main", onclick: () => this.leave() }, say.say("another"))),
    );
  }

  /** @param {Question} question */
  corrected(question) {
    if (question.problem.kind === "explanation") return this.compared(question);
    const { number, problem, points, answers, verdict } = question;
    const { say } = this.app;
    const right = verdict?.right ?? [];
    const written = answers.map((answer) => this.shown(problem, answer));
    const whys = (verdict?.whys ?? []).map((why) => html("li", say.of(why)));
    const state = right.every(Boolean) ? "is_right" : "is_wrong";
    return el(
      "section",
      { className: "numbered", "aria-labelledby": `h-${number}` },
      el(
        "h3",
        { id: `h-${number}`, className: state === "is_right" ? "right" : "wrong" },
        `${number}. ${say.say(state)} (${rounded(points * share(right))}/${say.worth(points)})`,
      ),
      html("div", say.of(problem.question), { className: "asked" }),
      el("div", { className: "written" }, `${say.say("your_answer")}: `, ...written),
      whys.length > 0 && el("div", {}, el("p", {}, say.say("cause")), el("ul", {}, ...whys)),
      solution(problem, say),
    );
  }

  /**
   * An explanation beside the model answer: who wrote it ticks what it says, and the score follows.
   * @param {Question} question
   */
  compared(question) {
    const { say } = this.app;
    const { number, problem, points, answers, ticked } = question;
    const said = () => `${number}. (${rounded(earnedBy(question))}/${say.worth(points)})`;
    const heading = el("h3", { id: `h-${number}` }, said());
    const score = () => {
      heading.textContent = said();
      const questions = (this.parts ?? []).flatMap((each) => each.questions);
      const all = sum(questions.map((each) => each.points));
      /** @type {HTMLElement} */ (document.getElementById("score")).textContent = say.say("score", {
        score: rounded(sum(questions.map(earnedBy))),
        all,
      });
    };
    return el(
      "section",
      { className: "numbered", "aria-labelledby": `h-${number}` },
      heading,
      html("div", say.of(problem.question), { className: "asked" }),
      el("div", { className: "written" }, `${say.say("your_answer")}: `, this.shown(problem, answers[0])),
      solution(problem, say),
      el("p", {}, say.say("tick_what")),
      rubric(problem, ticked, say, scale(question), score),
    );
  }

  /**
   * What was written into a gap; of an option, the option too.
   * @param {Problem} problem
   * @param {string} answer
   */
  shown(problem, answer) {
    const { say } = this.app;
    const option = answer && problem.options?.[LETTERS.indexOf(answer)];
    if (!option) return el("b", {}, answer.trim() || say.say("nothing"));
    // Options to match with are text, those to choose from HTML.
    const content = problem.kind === "choice" ? html("span", say.of(option)) : say.of(option);
    return el("span", {}, el("b", {}, answer), " ", content);
  }

  leave() {
    this.parts = null;
    this.app.render("h2");
  }
}

/**
 * The points of a question; of an explanation, those of what is ticked.
 * @param {Question} question
 */
function earnedBy(question) {
  const { problem, points, ticked, verdict } = question;
  if (problem.kind !== "explanation") return points * share(verdict?.right ?? [false]);
  return scale(question) * sum([...ticked].map((place) => problem.criteria?.[place][1] ?? 0));
}

/**
 * What a criterion's points are multiplied by to add up to the question's.
 * @param {Question} question
 */
function scale({ problem, points }) {
  return points / sum((problem.criteria ?? []).map(([, part]) => part));
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {number} points */
function rounded(points) {
  return String(Math.round(points * 10) / 10);
}
