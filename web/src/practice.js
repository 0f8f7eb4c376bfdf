// Practising: one question after another, each with hints, an answer at once, and the worked solution.
/** @import { Item, Outcome, Problem, Verdict } from "./types.js" */
/** @import { App } from "./main.js" */
import { part } from "./bank.js";
import { el, html } from "./dom.js";
import { exercise, marked, rubric, solution } from "./exercise.js";
import { judged } from "./judge.js";
import { answered, isDue, next } from "./schedule.js";

const NAME = "answer";

/**
 * @typedef {{
 *   item: Item, problem: Problem, answers: string[], hints: number, verdict: Verdict | null, tried: boolean,
 *   shown: boolean, done: boolean, ticked: Set<number>
 * }} Asked
 */

export class Practice {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    const { topics, items } = app.course;
    this.topics = new Set(Object.keys(topics).filter((topic) => items.some((item) => item.topic === topic)));
    this.levels = new Set([1, 2, 3]);
    this.kinds = new Set(["checked", "explanation"]);
    this.book = "any";
    /** @type {string[]} */
    this.recent = [];
    /** @type {Map<string, string[]>} */
    this.drawn = new Map();
    /** @type {Asked | null} */
    this.asked = null;
  }

  get chosen() {
    return this.app.course.items.filter(
      (item) =>
        this.topics.has(item.topic) &&
        this.levels.has(item.difficulty) &&
        this.kinds.has(item.kind) &&
        ["any", item.book].includes(this.book),
    );
  }

  /** @returns {HTMLElement} */
  view() {
    return this.asked ? this.question(this.asked) : this.choices();
  }

  // What to practise

  choices() {
    const { app } = this;
    const { say } = app;
    const status = el("p", { role: "status", className: "quiet" });
    const tell = () => {
      const due = this.chosen.filter((item) => isDue(app.store.progress[item.id], Date.now())).length;
      status.textContent = this.chosen.length ? say.say("due", { count: due }) : say.say("none_chosen");
    };
    tell();
    const box = (/** @type {Set<any>} */ set, /** @type {any} */ value, /** @type {string | HTMLElement} */ label) =>
      el(
        "label",
        { className: "tick" },
        el("input", {
          type: "checkbox",
          checked: set.has(value),
          onchange: (/** @type {Event} */ event) => {
            if (/** @type {HTMLInputElement} */ (event.target).checked) set.add(value);
            else set.delete(value);
            tell();
          },
        }),
        label,
      );
    const all = Object.entries(app.course.topics).filter(([topic]) => app.course.items.some((item) => item.topic === topic));
    const books = ["any", "closed", "open"].map((book) =>
      el(
        "label",
        { className: "tick" },
        el("input", {
          type: "radio",
          name: "book",
          checked: this.book === book,
          onchange: () => {
            this.book = book;
            tell();
          },
        }),
        say.say(book),
      ),
    );
    return el(
      "form",
      {
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          if (this.chosen.length) void this.go();
        },
      },
      el("h2", { tabIndex: -1 }, say.say("choose")),
      el(
        "fieldset",
        {},
        el("legend", {}, say.say("topics")),
        ...all.map(([topic, title]) => box(this.topics, topic, html("span", say.of(title)))),
      ),
      el(
        "fieldset",
        {},
        el("legend", {}, say.say("difficulty")),
        ...[1, 2, 3].map((level) => box(this.levels, level, say.say(`level_${level}`))),
      ),
      app.course.items.some((item) => item.kind === "explanation") &&
        el("fieldset", {}, el("legend", {}, say.say("kinds")), box(this.kinds, "explanation", say.say("with_explanations"))),
      el("fieldset", {}, el("legend", {}, say.say("book")), ...books),
      status,
      el("p", {}, el("button", { type: "submit", className: "main" }, say.say("start"))),
    );
  }

  // One question

  /** @param {Item} [same] */
  async go(same) {
    const item = same ?? next(this.chosen, this.app.store.progress, this.recent, Date.now());
    if (!item) return;
    const problem = this.draw(item, await part(`item-${item.id}`));
    this.recent = [...this.recent, item.id].slice(-10);
    const answers = problem.gaps.map(() => "");
    this.asked = { item, problem, answers, hints: 0, verdict: null, tried: false, shown: false, done: false, ticked: new Set() };
    this.app.render("h2");
  }

  /**
   * A draw at random, all of an item's before one comes twice.
   * @param {Item} item
   * @param {Problem[]} problems
   */
  draw(item, problems) {
    const seen = this.drawn.get(item.id) ?? [];
    const left = problems.filter((problem) => !seen.includes(problem.id));
    const open = left.length ? left : problems;
    const problem = open[Math.floor(Math.random() * open.length)];
    this.drawn.set(item.id, left.length ? [...seen, problem.id] : [problem.id]);
    return problem;
  }

  /** @param {Asked} asked */
  question(asked) {
    const { app } = this;
    const { say } = app;
    const { item, problem } = asked;
    const button = (/** @type {string} */ word, /** @type {() => void} */ act, className = "") =>
      el("button", { type: "button", onclick: act, className, id: `do-${word}` }, say.say(word));
    const about = [app.topic(item.topic), say.say(`level_${item.difficulty}`), say.say("minutes", { minutes: item.minutes })];
    const isExplained = problem.kind === "explanation";
    const hints = isExplained ? 0 : problem.steps.length - 1;
    const isOver = asked.done || (asked.shown && !isExplained);
    const form = el(
      "form",
      {
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          if (isExplained) this.compare(asked);
          else this.check(asked);
        },
      },
      exercise(problem, item, asked.answers, say, NAME),
      el(
        "p",
        { className: "buttons" },
        !asked.shown && el("button", { type: "submit", className: "main", id: "do-check" }, say.say(isExplained ? "compare" : "check")),
        !asked.shown && asked.hints < hints && button("hint", () => this.hint(asked)),
        !asked.shown && !isExplained && button("show", () => this.show(asked)),
        isOver && button("next", () => void this.go(), "main"),
        isOver && button("again", () => void this.go(item)),
        button("change", () => this.change()),
      ),
    );
    const shown = problem.steps.slice(0, asked.shown ? 0 : asked.hints);
    const view = el(
      "article",
      {},
      el("h2", { tabIndex: -1 }, say.say("question")),
      html("p", about.join(" · "), { className: "quiet" }),
      form,
      el("div", { role: "status", id: "verdict", className: "verdict" }, ...this.told(asked)),
      ...shown.map((step, place) =>
        el(
          "section",
          { className: "hint" },
          el("h3", {}, say.say("hint_of", { number: place + 1, all: hints })),
          html("div", say.of(step)),
        ),
      ),
      asked.shown && solution(problem, say),
      asked.shown && isExplained && this.ownVerdict(asked),
      item.book === "open" && this.lookUp(),
    );
    if (asked.verdict) queueMicrotask(() => marked(NAME, asked.verdict?.right ?? []));
    return view;
  }

  /**
   * What is said to the answer.
   * @param {Asked} asked
   * @returns {HTMLElement[]}
   */
  told({ verdict }) {
    const { say } = this.app;
    if (!verdict) return [];
    if (verdict.state !== "wrong") {
      const word = verdict.state === "right" ? "right" : "empty";
      return [el("p", { className: word }, say.say(word))];
    }
    const right = verdict.right.filter(Boolean).length;
    const said = el("p", { className: "wrong" }, say.say("wrong"));
    const some = verdict.right.length > 1 && el("p", {}, say.say("some", { right, all: verdict.right.length }));
    const causes = verdict.whys.map((why) => html("li", say.of(why)));
    const told = causes.length > 0 && el("div", {}, el("p", {}, say.say("cause")), el("ul", {}, ...causes));
    return [said, some, told].filter((each) => each !== false);
  }

  /** @param {Asked} asked */
  check(asked) {
    if (asked.shown) return;
    asked.verdict = judged(asked.problem, asked.answers);
    if (asked.verdict.state === "wrong") {
      this.remember(asked, "wrong");
      asked.tried = true;
    }
    if (asked.verdict.state === "right") {
      this.remember(asked, asked.hints ? "helped" : "once");
      asked.done = asked.shown = true;
    }
    this.app.render(asked.done ? "#do-next" : "#do-check");
  }

  // An explanation, which its writer judges

  /**
   * Shows the model answer; until it is judged, nothing is remembered.
   * @param {Asked} asked
   */
  compare(asked) {
    if (asked.shown) return;
    if (!asked.answers[0].trim()) {
      asked.verdict = judged(asked.problem, asked.answers);
      this.app.render("#do-check");
      return;
    }
    asked.verdict = null;
    asked.shown = true;
    this.app.render(".solution h3");
  }

  /** @param {Asked} asked */
  ownVerdict(asked) {
    const { say } = this.app;
    const { problem, ticked } = asked;
    return el(
      "form",
      {
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          if (asked.done) return;
          this.remember(asked, ticked.size === problem.criteria?.length ? "once" : "wrong");
          asked.done = true;
          this.app.render("#do-next");
        },
      },
      el("p", {}, say.say("tick_what")),
      rubric(problem, ticked, say, 1),
      !asked.done && el("p", { className: "buttons" }, el("button", { type: "submit", className: "main", id: "do-judge" }, say.say("judge"))),
      asked.done && el("p", { role: "status" }, say.say(ticked.size === problem.criteria?.length ? "said_all" : "said_some")),
    );
  }

  /** @param {Asked} asked */
  hint(asked) {
    asked.hints += 1;
    this.app.render(asked.hints < asked.problem.steps.length - 1 ? "#do-hint" : "#do-show");
  }

  /** @param {Asked} asked */
  show(asked) {
    this.remember(asked, "wrong");
    // Beside the solution nobody is to fill in anything.
    if (asked.verdict?.state === "empty") asked.verdict = null;
    asked.shown = true;
    this.app.render("#do-next");
  }

  /**
   * The first outcome counts.
   * @param {Asked} asked
   * @param {Outcome} outcome
   */
  remember(asked, outcome) {
    if (asked.tried || asked.done) return;
    const { store } = this.app;
    const id = asked.item.id;
    store.save({ ...store.progress, [id]: answered(store.progress[id], outcome, Date.now()) });
  }

  change() {
    this.asked = null;
    this.app.render("h2");
  }

  // The course's terms, beside what is open book

  lookUp() {
    const { say } = this.app;
    const list = el("dl", {});
    const search = el("input", { type: "search", id: "term", autocomplete: "off" });
    const show = async () => {
      /** @type {{ name: string[], meaning: string[] }[]} */
      const terms = await part("terms");
      const wanted = search.value.trim().toLowerCase();
      const found = terms.filter((term) => term.name.some((name) => name.toLowerCase().includes(wanted)));
      list.replaceChildren(...found.flatMap((term) => [el("dt", {}, say.of(term.name)), html("dd", say.of(term.meaning))]));
    };
    search.oninput = () => void show();
    return el(
      "details",
      { className: "terms", ontoggle: () => void show() },
      el("summary", {}, say.say("terms")),
      el("p", { className: "gap" }, el("label", { htmlFor: "term" }, say.say("search")), search),
      list,
    );
  }
}
