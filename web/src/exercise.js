// One question with its fields: to choose, to match, to fill in, to write into. Answers are kept as text, one for each gap.
/** @import { Item, Problem } from "./types.js" */
/** @import { Speaker } from "./say.js" */
import { el, html } from "./dom.js";

export const LETTERS = "ABCDEFGHIJ";

/**
 * The question's text and fields. `answers` is filled in as somebody writes.
 * @param {Problem} problem
 * @param {Item} item
 * @param {string[]} answers
 * @param {Speaker} speaker
 * @param {string} name what sets the fields apart from those of other questions
 * @returns {HTMLElement}
 */
export function exercise(problem, item, answers, speaker, name) {
  const fields = { choice, matching, grid, gaps, explanation }[problem.kind];
  return el(
    "div",
    { className: "exercise" },
    html("div", speaker.of(problem.question), { className: "asked", id: `${name}-asked` }),
    fields({ problem, item, answers, speaker, name }),
  );
}

/** @typedef {{ problem: Problem, item: Item, answers: string[], speaker: Speaker, name: string }} Asked */

/** @param {Asked} asked */
function choice({ problem, answers, speaker, name }) {
  const options = (problem.options ?? []).map((option, place) => {
    const letter = LETTERS[place];
    const radio = el("input", {
      type: "radio",
      name,
      value: letter,
      checked: answers[0] === letter,
      onchange: () => (answers[0] = letter),
    });
    const label = el("b", {}, letter);
    return el("label", { className: "option" }, radio, label, html("span", speaker.of(option), { className: "content" }));
  });
  return el("fieldset", { className: "options" }, el("legend", {}, speaker.say("answer")), ...options);
}

/** @param {Asked} asked */
function matching({ problem, answers, speaker, name }) {
  const options = problem.options ?? [];
  const rows = (problem.prompts ?? []).map((prompt, place) => {
    const id = `${name}-${place}`;
    const select = el(
      "select",
      { id, onchange: () => (answers[place] = select.value), "aria-describedby": `${id}-prompt` },
      el("option", { value: "" }, `— ${speaker.say("choose_one")} —`),
      ...options.map((option, at) => el("option", { value: LETTERS[at] }, `${LETTERS[at]}. ${speaker.of(option)}`)),
    );
    select.value = answers[place];
    const number = el("label", { htmlFor: id }, `${place + 1}`, el("span", { className: "unseen" }, ` ${speaker.say("answer")}`));
    return el("li", { className: "gap" }, number, select, html("span", speaker.of(prompt), { id: `${id}-prompt` }));
  });
  return el("ol", { className: "matching" }, ...rows);
}

/** @param {Asked} asked */
function gaps({ problem, item, answers, speaker, name }) {
  const rows = (problem.labels ?? []).map((label, place) => {
    const id = `${name}-${place}`;
    return el("p", { className: "gap" }, html("label", speaker.of(label), { htmlFor: id }), field(id, place, answers, item));
  });
  return el("div", { className: "gaps" }, ...rows);
}

/** @param {Asked} asked */
function grid({ problem, item, answers, speaker, name }) {
  const columns = problem.columns ?? 1;
  const rows = [];
  for (let start = 0; start < answers.length; start += columns) {
    const cells = answers.slice(start, start + columns).map((_, column) => {
      const place = start + column;
      const input = field(`${name}-${place}`, place, answers, item);
      input.setAttribute("aria-label", speaker.say("cell", { row: start / columns, column }));
      input.onkeydown = (/** @type {KeyboardEvent} */ event) => walk(event, place, columns, answers.length, name);
      return el("td", {}, input);
    });
    rows.push(el("tr", {}, ...cells));
  }
  return el("div", { className: "scroll" }, el("table", { className: "grid" }, el("tbody", {}, ...rows)));
}

/** @param {Asked} asked */
function explanation({ answers, speaker, name }) {
  const id = `${name}-0`;
  const area = el("textarea", {
    id,
    rows: 5,
    value: answers[0],
    "aria-describedby": `${name}-asked`,
    oninput: () => (answers[0] = area.value),
  });
  return el("p", { className: "explanation" }, el("label", { htmlFor: id }, speaker.say("answer")), area);
}

/**
 * @param {string} id
 * @param {number} place
 * @param {string[]} answers
 * @param {Item} item
 */
function field(id, place, answers, item) {
  const input = el("input", {
    id,
    type: "text",
    value: answers[place],
    inputMode: item.digits ? "decimal" : "text",
    autocomplete: "off",
    autocapitalize: "off",
    oninput: () => (answers[place] = input.value),
  });
  input.spellcheck = false;
  return input;
}

/**
 * Arrow keys go from cell to cell; left and right only from the text's ends.
 * @param {KeyboardEvent} event
 * @param {number} place
 * @param {number} columns
 * @param {number} cells
 * @param {string} name
 */
function walk(event, place, columns, cells, name) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const [start, end] = [input.selectionStart, input.selectionEnd];
  /** @type {Record<string, number>} */
  const steps = { ArrowUp: -columns, ArrowDown: columns };
  if (start === 0 && end === 0 && place % columns > 0) steps.ArrowLeft = -1;
  if (start === input.value.length && (place + 1) % columns > 0) steps.ArrowRight = 1;
  const to = place + (steps[event.key] ?? 0);
  if (to === place || to < 0 || to >= cells) return;
  event.preventDefault();
  const target = /** @type {HTMLInputElement} */ (document.getElementById(`${name}-${to}`));
  target.focus();
  target.select();
}

/**
 * Marks each field as right or wrong, in words for who cannot see it.
 * @param {string} name
 * @param {boolean[]} right
 */
export function marked(name, right) {
  right.forEach((is, place) => {
    const input = document.getElementById(`${name}-${place}`);
    input?.setAttribute("aria-invalid", String(!is));
    input?.classList.toggle("is-right", is);
  });
}

/**
 * What an explanation has to say, to be ticked by who has written it.
 * @param {Problem} problem
 * @param {Set<number>} ticked
 * @param {Speaker} speaker
 * @param {number} scale what the criteria's points are multiplied by
 * @param {() => void} [changed]
 */
export function rubric(problem, ticked, speaker, scale, changed) {
  const boxes = (problem.criteria ?? []).map(([text, points], place) =>
    el(
      "label",
      { className: "tick" },
      el("input", {
        type: "checkbox",
        checked: ticked.has(place),
        onchange: (/** @type {Event} */ event) => {
          if (/** @type {HTMLInputElement} */ (event.target).checked) ticked.add(place);
          else ticked.delete(place);
          changed?.();
        },
      }),
      html("span", `${speaker.of(text)} <small>(${speaker.worth(points * scale)})</small>`),
    ),
  );
  return el("fieldset", { className: "rubric" }, el("legend", {}, speaker.say("rubric")), ...boxes);
}

/**
 * The worked solution: the answer, the steps, and what leads to others.
 * @param {Problem} problem
 * @param {Speaker} speaker
 */
export function solution(problem, speaker) {
  const labels = problem.labels ?? [];
  const answers = problem.right.map((right, place) =>
    html("li", labels.length > 1 ? `${speaker.of(labels[place])}: <b>${speaker.of(right)}</b>` : `<b>${speaker.of(right)}</b>`),
  );
  const known = (problem.known ?? []).map(([filled, why]) =>
    html("li", `${problem.kind === "explanation" ? `<q>${speaker.of(filled)}</q>` : speaker.of(filled)} ${speaker.of(why)}`),
  );
  return el(
    "section",
    { className: "solution" },
    el("h3", { tabIndex: -1 }, speaker.say(problem.kind === "explanation" ? "model_answer" : "solution")),
    answers.length > 0 && problem.kind !== "grid" && el("p", { className: "label" }, speaker.say("right_answer")),
    answers.length > 0 && problem.kind !== "grid" && el("ul", { className: "answers" }, ...answers),
    ...problem.steps.map((step) => html("div", speaker.of(step), { className: "step" })),
    known.length > 0 && el("details", {}, el("summary", {}, speaker.say(problem.kind === "explanation" ? "misconceptions" : "if_instead")), el("ul", { className: "known" }, ...known)),
  );
}

/**
 * Right gaps and all gaps, for points.
 * @param {boolean[]} right
 */
export function share(right) {
  return right.filter(Boolean).length / right.length;
}
