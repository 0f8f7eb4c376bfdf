// The page in a real browser, by keyboard alone. PAGE names the file, CHROMIUM the browser.
/** @import { Pair, Problem } from "../src/types.js" */
/** @import { Page } from "playwright-core" */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { unpack } from "../src/bank.js";

const FILE = process.env.PAGE ?? "";
const SHOTS = process.env.SHOTS;
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const source = await readFile(FILE, "utf8");

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
});
after(() => browser.close());

/** @type {string[]} */
const faults = [];

/** @type {Page} */
let desk;

/**
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
async function newPage(options = {}) {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1000, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => /^(file|data|blob):/.test(request.url()) || faults.push(request.url()));
  return page;
}

/**
 * The file as somebody sees it who has never opened it before: in a page that tests share, which takes a seventh of
 * what a new one takes, or in the one given.
 * @param {Page} [page]
 */
async function opened(page) {
  page ??= desk ??= await newPage();
  await page.emulateMedia({ colorScheme: "light" });
  if (page.url() !== "about:blank") await page.evaluate(() => localStorage.clear());
  await page.goto(pathToFileURL(FILE).href);
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), {}, "nothing is kept from before");
  await page.waitForSelector("main h2");
  return page;
}

/**
 * Tab until the focus is there, as somebody without a mouse does.
 * @param {Page} page
 * @param {string} selector
 */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`${selector} cannot be reached with Tab`);
}

/**
 * @param {Page} page
 * @param {string} selector
 */
async function press(page, selector) {
  await tabTo(page, selector);
  await page.keyboard.press("Enter");
}

/** @param {Page} page @param {string} what */
async function accessible(page, what) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const options = { runOnly: TAGS, resultTypes: ["violations"] };
  const found = await page.evaluate((wanted) => /** @type {any} */ (window).axe.run(wanted), options);
  const told = found.violations.map((/** @type {any} */ each) => `${each.id}: ${each.nodes[0].html} ${each.nodes[0].failureSummary}`);
  assert.deepEqual(told, [], what);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${what}.png`, fullPage: true });
}

/**
 * Leave one topic and one level ticked, with the space bar; explanations only where they are wanted.
 * @param {Page} page
 * @param {string} topic
 * @param {number} level
 * @param {boolean} explanations
 */
async function choose(page, topic, level, explanations = false) {
  const course = JSON.parse(source.match(/id="course">(.*?)<\/script>/)?.[1] ?? "");
  const topics = Object.keys(course.topics).filter((each) => course.items.some((/** @type {any} */ item) => item.topic === each));
  const wanted = [topics.indexOf(topic), topics.length + level - 1, explanations ? topics.length + 3 : -1];
  const boxes = await page.locator("input[type=checkbox]").count();
  for (let place = 0; place < boxes; place += 1) {
    const box = page.locator("input[type=checkbox]").nth(place);
    if ((await box.isChecked()) === wanted.includes(place)) continue;
    await box.evaluate((element) => element.setAttribute("data-here", ""));
    await tabTo(page, "[data-here]");
    await page.keyboard.press("Space");
    await box.evaluate((element) => element.removeAttribute("data-here"));
  }
  await press(page, "form button.main");
  await page.waitForSelector(".asked");
}

/** Ends a question without an answer; an explanation is judged first. @param {Page} page */
async function giveUp(page) {
  if (await page.isVisible("#do-show")) {
    await page.click("#do-show");
    return;
  }
  await page.fill("textarea", "A few words.");
  await page.click("#do-check");
  await page.click("#do-judge");
}

/** The bank's problems of a topic. @param {string} topic @returns {Promise<Problem[]>} */
async function bank(topic) {
  const course = JSON.parse(source.match(/id="course">(.*?)<\/script>/)?.[1] ?? "");
  const items = course.items.filter((/** @type {any} */ each) => each.topic === topic);
  const packed = items.map((/** @type {any} */ item) => source.match(new RegExp(`id="item-${item.id}">(.*?)</script>`))?.[1] ?? "");
  return (await Promise.all(packed.map(unpack))).flat();
}

/** The one of the problems that is asked. @param {Page} page @param {Problem[]} problems @returns {Promise<Problem>} */
async function asked(page, problems) {
  const place = await page.evaluate((/** @type {string[]} */ questions) => {
    const pieces = [...document.querySelectorAll(".asked, .option .content, .matching li > span")];
    const shown = pieces.map((piece) => piece.innerHTML).join("");
    return questions.findIndex((question) => {
      const element = document.createElement("div");
      element.innerHTML = question;
      return element.innerHTML === shown;
    });
  }, problems.map(read));
  assert.ok(place >= 0, "no problem of the bank is asked");
  return problems[place];
}

/** All that is read before answering, in English. @param {Problem} problem */
function read(problem) {
  const choices = problem.kind === "choice" ? problem.options : problem.prompts;
  return [problem.question, ...(choices ?? [])].map((pair) => pair.at(-1)).join("");
}

/** @param {Page} page @param {Problem} problem @param {string[]} answers */
async function answer(page, problem, answers) {
  for (const [place, text] of answers.entries()) {
    if (problem.kind === "choice") {
      await tabTo(page, ".options input");
      await page.keyboard.press("Space");
      const chosen = () => page.evaluate(() => /** @type {any} */ (document.querySelector(".options :checked"))?.value);
      while ((await chosen()) !== text.toUpperCase()) await page.keyboard.press("ArrowDown");
    } else if (problem.kind === "matching") {
      await tabTo(page, `#answer-${place}`);
      await page.keyboard.press("Home");
      while ((await page.inputValue(`#answer-${place}`)) !== text.toUpperCase()) await page.keyboard.press("ArrowDown");
    } else {
      await tabTo(page, `#answer-${place}`);
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
    }
  }
  await tabTo(page, "#do-check");
  await page.keyboard.press("Enter");
}

for (const [topic, level, kind] of /** @type {const} */ ([
  ["transposed-convolution", 2, "grid"],
  ["terminology", 3, "matching"],
  ["fcn", 1, "choice"],
  ["output-sizes", 2, "gaps"],
])) {
  test(`${kind}: by keyboard alone a mistake is named, and the right answer is right`, async () => {
    const page = await opened();
    if (kind === "grid") await page.emulateMedia({ colorScheme: "dark" });
    await choose(page, topic, level);
    const problems = await bank(topic);
    let problem = await asked(page, problems);
    for (let tries = 0; problem.kind !== kind && tries < 9; tries += 1) {
      await press(page, "#do-show");
      await press(page, "#do-next");
      problem = await asked(page, problems);
    }
    assert.equal(problem.kind, kind);
    await accessible(page, `${kind}-asked`);
    const right = problem.gaps.map(([first]) => first);
    const mistake = problem.mistakes.find(([, given]) => given[0].length === 1 || kind !== "choice");
    if (mistake) {
      const [place, given, why] = mistake;
      await answer(page, problem, place < 0 ? given : right.map((text, at) => (at === place ? given[0] : text)));
      const shown = await page.evaluate((html) => Object.assign(document.createElement("p"), { innerHTML: html }).textContent, why.at(-1) ?? "");
      const told = await page.textContent("#verdict");
      assert.ok(told?.includes(shown ?? ""), `the mistake is named: ${shown}, not ${told}`);
      await accessible(page, `${kind}-wrong`);
    }
    for (let hints = problem.steps.length - 1; hints > 0; hints -= 1) {
      await press(page, "#do-hint");
      await page.waitForFunction((count) => document.querySelectorAll(".hint").length === count, problem.steps.length - hints);
    }
    await answer(page, problem, right);
    assert.equal(await page.textContent("#verdict"), "Right!");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "do-next");
    await accessible(page, `${kind}-right`);
    await press(page, "#do-again");
    await page.waitForFunction(() => !document.querySelector(".solution"));
  });
}

test("the language changes under one's hands, and nothing that was written is lost", async () => {
  const page = await opened();
  await accessible(page, "choices");
  await choose(page, "output-sizes", 2);
  await tabTo(page, "input[type=text]");
  await page.keyboard.type("(1, 2)");
  await press(page, "#lang");
  assert.equal(await page.getAttribute("html", "lang"), "ko");
  assert.equal(await page.inputValue("input[type=text]"), "(1, 2)");
  assert.equal(await page.textContent("#do-check"), "확인");
  await accessible(page, "korean");
});

test("progress is kept, goes out as a file, and comes back from it", async () => {
  const page = await opened();
  await choose(page, "output-sizes", 1);
  await press(page, "#do-check");
  assert.match((await page.textContent("#verdict")) ?? "", /Fill in/);
  await press(page, "#do-show");
  assert.equal(await page.textContent("#verdict"), "", "beside the solution nobody is told to fill in");
  await press(page, "#go-progress");
  assert.match((await page.textContent("tbody")) ?? "", /1\/\d+/);
  await accessible(page, "progress");
  const download = page.waitForEvent("download");
  await press(page, "#do-export");
  const file = await (await download).path();
  await page.reload();
  await press(page, "#go-progress");
  assert.match((await page.textContent("tbody")) ?? "", /1\/\d+/);
  await press(page, "#do-forget");
  await press(page, "#do-forget");
  assert.doesNotMatch((await page.textContent("tbody")) ?? "", /1\/\d+/);
  await page.setInputFiles("#import", file);
  await page.waitForFunction(() => /items: 1\b/.test(document.getElementById("said")?.textContent ?? ""));
  await page.setInputFiles("#import", { name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await page.waitForFunction(() => document.getElementById("said")?.textContent?.includes("x.json is no progress"));
});

test("the exam is rehearsed against a clock and marked at the end", async () => {
  const page = await opened();
  await press(page, "#go-rehearse");
  await press(page, "#with-clock");
  await page.waitForSelector("#clock");
  assert.match((await page.textContent("#clock")) ?? "", /^\d\d:\d\d left$/);
  await accessible(page, "rehearsal");
  await press(page, "main input[type=text]");
  assert.match((await page.textContent("#open-left")) ?? "", /not answered/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /^0 of 100 points$/.test(document.querySelector("main h2")?.textContent ?? ""));
  await accessible(page, "marked");
});

test("an explanation is judged beside the model answer, and comes again when something is missing", async () => {
  const page = await opened();
  await choose(page, "fcn", 2, true);
  // Nearly every second question of this topic and level. What is given up comes again before others do, so begin anew.
  for (let starts = 1; !(await page.isVisible("textarea")); starts += 1) {
    assert.ok(starts < 30, "no explanation is asked");
    await opened();
    await choose(page, "fcn", 2, true);
  }
  await press(page, "#do-check");
  assert.equal(await page.textContent("#verdict"), "Fill in everything first.");
  await tabTo(page, "textarea");
  await page.keyboard.type("Its layers are not convolutions.");
  await accessible(page, "explanation");
  const before = await page.evaluate(() => JSON.stringify(localStorage));
  await press(page, "#do-check");
  await page.waitForSelector(".solution");
  assert.match((await page.textContent(".solution")) ?? "", /^Model answer/);
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), before, "nothing is remembered before it is judged");
  await tabTo(page, ".rubric input");
  await page.keyboard.press("Space");
  await accessible(page, "model-answer");
  await press(page, "#do-judge");
  await page.waitForSelector("#do-next");
  const kept = await page.evaluate(() => Object.values(localStorage).join(""));
  assert.match(kept, /"why-[a-z-]+":\{"box":1,"due":\d+,"seen":1,"once":0\}/);
});

test("on a phone nothing is wider than the screen", async () => {
  const page = await opened(await newPage({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }));
  for (let question = 0; question < 12; question += 1) {
    await page.tap(question ? "#do-next" : "form button.main");
    await page.waitForSelector("#do-check");
    await giveUp(page);
    await page.waitForSelector(".solution");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), await page.innerText("main"));
    if (SHOTS && question < 4) await page.screenshot({ path: `${SHOTS}/phone-${question}.png`, fullPage: true });
  }
});

test("nothing was asked of a network, and nothing was refused or raised", () => assert.deepEqual(faults, []));
