"use strict";
const $ = (id) => document.getElementById(id);
const TEXTS = JSON.parse($("texts").textContent);
const say = (key, values = {}) => TEXTS[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const worth = (points) => say(points === 1 ? "point" : "points", { points });

let questions = [];
let question = null;
let at = 0;
let names = null; // fetched when they are first asked for, with the files of code
let handIns = {};
let saving = Promise.resolve(); // one after another, so that the last click counts
const unsent = []; // what is to be saved, in order

const current = () => question.answers[at];
const isMarked = (answer) => answer.points !== null;
const isCorrected = (answer) => isMarked(answer) && answer.comment !== "";
const isDone = (answer) => (question.by_checks ? isCorrected(answer) : isMarked(answer));
const same = () => question.answers.filter((each) => each.same === current().same && each !== current());
const near = () => question.answers.filter((each) => each.group === current().group && each.same !== current().same);

// what is shown: always as text, never as HTML

function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function button(text, does, attributes = {}) {
  const made = element("button", text, { type: "button", ...attributes });
  made.addEventListener("click", does);
  return made;
}

function show(index, { focus = true } = {}) {
  at = Math.max(0, Math.min(index, question.answers.length - 1));
  const answer = current();
  $("answer-title").textContent = say("answer_of", { at: at + 1, count: question.answers.length });
  $("answer").textContent = answer.text || say("empty");
  $("answer").scrollTop = 0;
  $("picture").hidden = !answer.picture;
  if (answer.picture) $("picture").src = `data:image/jpeg;base64,${answer.picture}`;
  else $("picture").removeAttribute("src");
  $("comment").value = answer.comment;
  $("near").open = false;
  $("previous").disabled = at === 0;
  $("next").disabled = at === question.answers.length - 1;
  tell("");
  showMarks();
  showAlike();
  showReuse();
  showName();
  if (focus) $("answer-title").focus({ preventScroll: true });
}

function showMarks() {
  const answer = current();
  $("points").value = answer.points ?? "";
  const { points, without } = answer;
  if (question.by_checks && isCorrected(answer)) $("standing").textContent = say("corrected", { without, points: worth(points) });
  else $("standing").textContent = isMarked(answer) ? worth(points) : say("unmarked");
  $("standing").classList.toggle("marked", isDone(answer));
  $("clear").disabled = !isDone(answer);
  [...$("items").children].forEach((item, place) => item.setAttribute("aria-pressed", answer.ticked.includes(place)));
  const done = question.answers.filter(isDone).length;
  const progress = question.by_checks ? "progress_checks" : "progress";
  $("progress").textContent = say(progress, { done, count: question.answers.length });
  $("bar").max = question.answers.length;
  $("bar").value = done;
  $("give-same").disabled = !isDone(answer) || same().length === 0;
  $("give-near").disabled = !isMarked(answer);
}

function showAlike() {
  const [equal, similar] = [same().length, near()];
  $("same-count").textContent = equal ? say("same_count", { count: equal }) : similar.length ? "" : say("alone");
  $("same-count").hidden = !$("same-count").textContent;
  $("give-same").hidden = !equal;
  $("near").hidden = !similar.length;
  $("near-count").textContent = say("near_count", { count: similar.length });
  $("near-list").replaceChildren(
    ...similar.slice(0, 50).map((each) => {
      const item = document.createElement("li");
      item.append(button(each.text, () => show(question.answers.indexOf(each)), { dir: "auto" }));
      return item;
    }),
  );
}

function showReuse() {
  const count = new Map();
  for (const { comment } of question.answers) if (comment) count.set(comment, (count.get(comment) ?? 0) + 1);
  const most = [...count].sort((one, other) => other[1] - one[1]).slice(0, 12);
  const items = most.map(([comment]) => {
    const item = document.createElement("li");
    item.append(button(comment, () => reuse(comment), { dir: "auto" }));
    return item;
  });
  $("reuse").replaceChildren(...(items.length ? items : [element("li", say("no_reuse"))]));
}

function showName() {
  const shown = $("names").getAttribute("aria-pressed") === "true";
  $("who").hidden = !shown;
  const file = handIns[current().id];
  $("who").textContent = shown && names ? names[current().id] + (file ? ` · ${file}` : "") : "";
}

function showQuestion(id) {
  question = questions.find((each) => each.id === id);
  $("asked").textContent = `${question.id} ${question.title}`;
  $("points").max = question.max;
  $("points-of").textContent = say("points_of", { max: question.max });
  $("rubric").textContent = question.rubric;
  $("rubric-box").hidden = !question.rubric;
  $("comment-label").textContent = say(question.by_checks ? "reason" : "comment");
  $("clear").textContent = say(question.by_checks ? "clear_correction" : "clear");
  $("give-near").hidden = question.by_checks;
  $("unmarked").hidden = $("key-unmarked").hidden = question.by_checks;
  $("rubric-box").open = true;
  $("items").replaceChildren(
    ...question.items.map((item, place) => {
      const made = button("", () => tick(place), { "aria-pressed": "false" });
      made.append(element("kbd", place < 9 ? place + 1 : "·", { "aria-hidden": "true" }), element("span", item.text));
      made.append(element("span", worth(item.points), { class: "points-of-item" }));
      return made;
    }),
  );
  const first = question.answers.findIndex((each) => !isMarked(each));
  show(first < 0 ? 0 : first, { focus: false });
}

function tell(text, isError = false) {
  $("status").textContent = text;
  $("status").classList.toggle("error", isError);
}

// what is given: saved at every click

async function ask(where, body) {
  const options = body && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    keepalive: body.answers.length < 1000,
  };
  const response = await fetch(where, options);
  const data = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(data.error || say("failed"));
  return data;
}

function give(marks, to = [current()]) {
  const from = question;
  const before = to.map((answer) => ({ ...answer }));
  for (const answer of to) Object.assign(answer, marks, { points: marks.points ?? answer.without });
  showMarks();
  tell(say("saving"));
  const body = {
    question: from.id,
    answers: to.map((answer) => answer.id),
    points: marks.points,
    comment: marks.comment,
    ticked: marks.ticked,
  };
  unsent.push({ body, to, before, from });
  saving = saving.then(send);
}

async function send() {
  while (unsent.length) {
    const { body, to, before, from } = unsent[0];
    try {
      await ask("marks", body);
      tell(to.length > 1 ? say("saved_many", { count: to.length }) : say("saved"));
    } catch (error) {
      if (error instanceof TypeError) {
        tell(say("failed"), true); // nobody answered: it stays, and goes with the next click
        return;
      }
      to.forEach((answer, place) => Object.assign(answer, before[place]));
      tell(error.message, true);
    }
    unsent.shift();
    if (from === question) showMarks();
    if (from === question) showReuse();
  }
}

function tick(place) {
  const had = current().ticked;
  const ticked = had.includes(place) ? had.filter((each) => each !== place) : [...had, place].sort((a, b) => a - b);
  const points = ticked.reduce((sum, each) => sum + question.items[each].points, 0);
  give({ points: Math.round(points * 1e6) / 1e6, comment: $("comment").value.trim(), ticked });
}

function givePoints(points, ticked = []) {
  if (points !== null && !(points >= 0 && points <= question.max)) {
    tell(say("bad_points", { max: question.max }), true);
    return;
  }
  const comment = $("comment").value.trim();
  if (question.by_checks && points !== null && !comment) {
    $("points").value = points; // they wait there for the reason
    tell(say("reason_first"));
    $("comment").focus();
    return;
  }
  give({ points, comment: points === null ? "" : comment, ticked });
  if (points === null) $("comment").value = "";
}

function giveComment() {
  const comment = $("comment").value.trim();
  if (comment === current().comment) return;
  if (question.by_checks) {
    givePoints($("points").value === "" ? current().points : $("points").valueAsNumber);
    return;
  }
  if (isMarked(current())) give({ points: current().points, comment, ticked: current().ticked });
  else tell(say("points_first"), true);
}

function reuse(comment) {
  const written = $("comment").value.trim();
  if (written.includes(comment)) return;
  $("comment").value = written ? `${written}\n${comment}` : comment;
  giveComment();
}

function giveOn(to) {
  const { points, comment, ticked } = current();
  if (isDone(current()) && to.length) give({ points, comment, ticked }, [current(), ...to]);
}

// moving about

function move(step) {
  giveComment();
  show(at + step);
}

function nextUnmarked() {
  giveComment();
  const order = [...question.answers.keys()].map((place) => (at + 1 + place) % question.answers.length);
  const found = order.find((place) => !isMarked(question.answers[place]));
  if (found === undefined) tell(say("all_marked"));
  else show(found);
}

async function toggleNames() {
  const shown = $("names").getAttribute("aria-pressed") !== "true";
  if (shown && names === null) ({ names, hand_ins: handIns } = await ask("names"));
  $("names").setAttribute("aria-pressed", shown);
  showName();
}

function toggleKeys() {
  $("help").hidden = !$("help").hidden;
  $("keys").setAttribute("aria-expanded", !$("help").hidden);
}

const all = () => question.items.map((_, place) => place);
// by the key's place, since with a Korean keyboard on the same keys give ㅗ and ㅜ
const KEYS = {
  ArrowLeft: () => move(-1),
  ArrowRight: () => move(1),
  KeyK: () => move(-1),
  KeyJ: () => move(1),
  KeyN: () => question.by_checks || nextUnmarked(),
  KeyF: () => givePoints(question.max, all()),
  Digit0: () => givePoints(0),
  Numpad0: () => givePoints(0),
  KeyA: () => giveOn(same()),
  KeyC: () => $("comment").focus(),
  KeyH: toggleNames,
};

function pressed(event) {
  const field = event.target.closest("input, textarea, select");
  if (field && event.code === "Escape") $("answer-title").focus();
  if (field || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  if (digit && question.items[digit[1] - 1]) tick(digit[1] - 1);
  else if (KEYS[event.code]) KEYS[event.code]();
  else return;
  event.preventDefault();
}

function start(data) {
  questions = data.questions.filter((each) => each.answers.length);
  if (!questions.length) {
    $("progress").textContent = say("nothing");
    return;
  }
  $("question").append(...questions.map(({ id, title }) => element("option", `${id} ${title}`, { value: id })));
  $("question-box").hidden = questions.length === 1;
  $("question").addEventListener("change", () => showQuestion($("question").value));
  $("previous").addEventListener("click", () => move(-1));
  $("next").addEventListener("click", () => move(1));
  $("unmarked").addEventListener("click", nextUnmarked);
  $("names").addEventListener("click", toggleNames);
  $("keys").addEventListener("click", toggleKeys);
  $("full").addEventListener("click", () => givePoints(question.max, all()));
  $("zero").addEventListener("click", () => givePoints(0));
  $("clear").addEventListener("click", () => givePoints(null));
  $("points").addEventListener("change", () => {
    const { value, valueAsNumber } = $("points");
    givePoints(value === "" ? null : valueAsNumber);
  });
  $("comment").addEventListener("change", giveComment);
  $("give-same").addEventListener("click", () => giveOn(same()));
  $("give-near").addEventListener("click", () => giveOn(near().filter((each) => !isMarked(each))));
  document.addEventListener("keydown", pressed);
  showQuestion(questions[0].id);
  $("main").hidden = false;
}

ask("answers").then(start, (error) => {
  $("progress").textContent = error.message;
});
