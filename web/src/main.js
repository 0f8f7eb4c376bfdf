// The page: a language, three views, and one place to which everything is rendered.
/** @import { Course, Lang } from "./types.js" */
import { el } from "./dom.js";
import { Practice } from "./practice.js";
import { ProgressView } from "./progress.js";
import { Rehearsal } from "./rehearsal.js";
import { Speaker } from "./say.js";
import { Store } from "./store.js";

/** @typedef {"practise" | "rehearse" | "progress"} Place */

export class App {
  /**
   * @param {Course} course
   * @param {HTMLElement} root
   */
  constructor(course, root) {
    this.course = course;
    this.root = root;
    this.say = new Speaker(course, course.lang ?? (navigator.language.startsWith("ko") ? "ko" : "en"));
    this.store = new Store(course.id);
    /** @type {Place} */
    this.place = "practise";
    this.views = { practise: new Practice(this), rehearse: new Rehearsal(this), progress: new ProgressView(this) };
  }

  /**
   * @param {string} topic
   */
  topic(topic) {
    return this.say.of(this.course.topics[topic]);
  }

  /**
   * Everything anew, and the focus where the reader goes on.
   * @param {string} [focus] a selector within the view
   */
  render(focus) {
    const { say } = this;
    const title = say.of(this.course.title);
    document.documentElement.lang = say.lang;
    document.title = title;
    const places = /** @type {Place[]} */ (["practise", "rehearse", "progress"]);
    const go = (/** @type {Place} */ place) => () => {
      this.place = place;
      this.render("h2");
    };
    const menu = places.map((place) =>
      el("button", { type: "button", id: `go-${place}`, onclick: go(place), "aria-current": place === this.place ? "page" : null }, say.say(place)),
    );
    const other = /** @type {Lang} */ (say.lang === "ko" ? "en" : "ko");
    const lang = el("button", { type: "button", id: "lang", lang: other, onclick: () => this.speak(other) }, say.say("other_lang"));
    const skip = el("a", { className: "skip", href: "#main" }, say.say("skip"));
    this.root.replaceChildren(
      skip,
      el("header", {}, el("h1", {}, title), el("nav", { "aria-label": say.say("menu") }, ...menu), lang),
      el("main", { id: "main", tabIndex: -1 }, this.views[this.place].view()),
    );
    if (focus) /** @type {HTMLElement | null} */ (this.root.querySelector(focus.startsWith("#") ? focus : `main ${focus}`))?.focus();
  }

  /** @param {Lang} lang */
  speak(lang) {
    this.say.lang = lang;
    this.render("#lang");
  }
}

const root = /** @type {HTMLElement} */ (document.getElementById("app"));
const course = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("course")).textContent ?? "");
const app = new App(course, root);
if (typeof DecompressionStream === "undefined") root.replaceChildren(el("p", { className: "plain" }, app.say.say("too_old")));
else app.render();
