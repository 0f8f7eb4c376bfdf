// How far somebody has come, by topic, and the file with which progress goes to another device.
/** @import { App } from "./main.js" */
import { el, html } from "./dom.js";
import { KNOWN } from "./schedule.js";
import { FILE } from "./store.js";

export class ProgressView {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.said = "";
    this.sure = false;
  }

  /** @returns {HTMLElement} */
  view() {
    const { say, store } = this.app;
    const input = el("input", { type: "file", accept: ".json,application/json", id: "import", className: "unseen", onchange: () => void this.read(input) });
    const forget = this.sure ? "forget_sure" : "forget";
    return el(
      "section",
      {},
      el("h2", { tabIndex: -1 }, say.say("progress")),
      el("div", { className: "scroll", tabIndex: 0, role: "group", "aria-label": say.say("per_topic") }, this.table()),
      el("p", { className: "quiet" }, say.say(store.keeps ? "kept" : "not_kept")),
      el(
        "p",
        { className: "buttons" },
        el("button", { type: "button", id: "do-export", onclick: () => this.write() }, say.say("export")),
        input,
        el("label", { htmlFor: "import", className: "button" }, say.say("import")),
        el("button", { type: "button", id: "do-forget", onclick: () => this.forget() }, say.say(forget)),
      ),
      el("p", { role: "status", id: "said" }, this.said),
    );
  }

  table() {
    const { say, course, store } = this.app;
    const rows = Object.entries(course.topics).map(([topic, title]) => {
      const items = course.items.filter((item) => item.topic === topic);
      const cards = items.map((item) => store.progress[item.id]).filter(Boolean);
      const seen = cards.reduce((total, card) => total + card.seen, 0);
      const once = cards.reduce((total, card) => total + card.once, 0);
      const known = cards.filter((card) => card.box >= KNOWN).length;
      const of = (/** @type {number} */ count) => say.say("of", { count, all: items.length });
      return items.length > 0 && el(
        "tr",
        {},
        html("th", say.of(title), { scope: "row" }),
        el("td", {}, of(cards.length)),
        el("td", {}, seen ? `${Math.round((100 * once) / seen)}%` : "–"),
        el("td", {}, el("meter", { min: 0, max: items.length, value: known, "aria-label": say.say("known") }), ` ${of(known)}`),
      );
    });
    const head = ["topic", "seen", "share", "known"].map((word) => el("th", { scope: "col" }, say.say(word)));
    return el(
      "table",
      { className: "data" },
      el("caption", {}, say.say("per_topic")),
      el("thead", {}, el("tr", {}, ...head)),
      el("tbody", {}, ...rows),
    );
  }

  write() {
    const url = URL.createObjectURL(new Blob([this.app.store.written()], { type: "application/json" }));
    el("a", { href: url, download: FILE }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  /** @param {HTMLInputElement} input */
  async read(input) {
    const file = input.files?.[0];
    if (!file) return;
    const { say, store } = this.app;
    const found = store.read(await file.text());
    if (found) store.save(found);
    this.said = found ? say.say("imported", { count: Object.keys(found).length }) : say.say("not_progress", { file: file.name });
    this.app.render("#import");
  }

  forget() {
    if (this.sure) {
      this.app.store.save({});
      this.said = this.app.say.say("forgotten");
    }
    this.sure = !this.sure;
    this.app.render("#do-forget");
  }
}
