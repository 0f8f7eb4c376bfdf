// Sorts, filters and searches the table of students. Without it, the page shows them all, by name.
"use strict";
{
  const byId = (id) => document.getElementById(id);
  const [body, tools, shown] = [byId("table").tBodies[0], byId("tools"), byId("shown")];
  const even = (text) => text.normalize("NFKC").toLowerCase();
  const rows = Array.from(body.rows, (row) => ({
    row,
    has: new Set(row.dataset.has.split(" ")),
    said: even(row.cells[0].textContent),
  }));
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const AT_ONCE = 40; // rows that are laid out before the answer to a click is seen; the others follow
  let [left, size, timer] = [[], AT_ONCE, 0];

  const more = () => {
    body.append(...left.splice(0, size));
    size *= 2; // each time the whole table is laid out anew, so it should be few times
    timer = left.length ? setTimeout(more, 16) : 0;
  };

  const show = () => {
    const words = even(byId("search").value).split(/\s+/).filter(Boolean);
    const wanted = [byId("by-status").value, byId("by-trouble").value].filter(Boolean);
    const fits = ({ has, said }) => words.every((word) => said.includes(word)) && wanted.every((each) => has.has(each));
    left = rows.filter(fits).map(({ row }) => row);
    shown.value = shown.dataset.words.replace("{count}", left.length).replace("{total}", rows.length);
    clearTimeout(timer);
    body.replaceChildren();
    size = AT_ONCE;
    more();
  };

  // Marks begin with the highest, texts with the first; who has no mark stays last either way.
  const sort = (head, column, isNumber) => {
    const first = isNumber ? "descending" : "ascending";
    const again = head.getAttribute("aria-sort") === first;
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", again === isNumber ? "ascending" : "descending");
    const key = ({ row }) => row.cells[column].textContent.trim();
    const keys = new Map(rows.map((each) => [each, isNumber ? parseFloat(key(each)) : key(each)]));
    const way = again ? -1 : 1;
    rows.sort((a, b) => {
      const [one, other] = [keys.get(a), keys.get(b)];
      if (!isNumber) return way * collator.compare(one, other);
      return isNaN(one) || isNaN(other) ? isNaN(one) - isNaN(other) : way * (other - one);
    });
    show();
  };

  for (const head of byId("table").tHead.rows[0].cells) {
    if ("plain" in head.dataset) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(head, head.cellIndex, head.classList.contains("number")));
  }
  tools.addEventListener("input", show);
  addEventListener("beforeprint", () => body.append(...left.splice(0)));
  tools.hidden = false;
  show();
}
