"""Cells that only show something are passed over, unless anything else could tell."""

import contextlib
import json
import random
import sys

import pytest
from proof import IS_FULL

from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner import shown_cells
from fcnkit.grading.examiner.shown_cells import MAX_CODE, cells_to_run, read_beforehand, read_cell
from fcnkit.grading.examiner.statement_facts import statements

SETUP = Cell(1, "import math\nimport sys\n\nsys.path.append('x')\ndata = [1, 2, 3]\nsize = len(data)", "handout")
FIRST = Cell(3, "sizes = [4]\nfor _ in range(3):\n    sizes.append(answer(sizes[-1]))\nsizes", "shown")
SECOND = Cell(5, "picture = [answer(each) for each in sizes]\nprint(picture)", "shown")
THIRD = Cell(6, "data.append(answer(7))\nlabel = 'ready'", "shown")
PLAIN = "def answer(x):\n    return x + math.pi"


def notebook(*students, answer=PLAIN):
    """The hand-out's cells with an answer and with more cells of the student's, in the places 4, 7, 8, …"""
    more = [Cell(number, source) for number, source in zip((4, *range(7, 99)), students, strict=False)]
    return sorted([SETUP, Cell(2, answer), FIRST, SECOND, THIRD, *more], key=lambda cell: cell.number)


def passed_over(cells, asked=("answer",)):
    return [cell.number for cell in cells if cell not in cells_to_run(cells, asked)]


@pytest.mark.parametrize(
    "answer",
    [
        PLAIN,
        "def answer(x):\n    return ...",
        "answer = lambda x: x",
        "offset = 3\ndef helper(x):\n    y = [x]\n    y[0] += offset\n    return y[0]\n\n"
        "def answer(x):\n    return helper(x)",
        "# mine\n!pip install numpy\n%matplotlib inline\n"
        "def answer(sizes, picture=1):\n    label = sizes\n    return label",
        "class Counted:\n    def __init__(self, x):\n        super().__init__()\n\ndef answer(x):\n    return x",
    ],
)
def test_beside_a_plain_answer_all_are(answer):
    assert passed_over(notebook("unrelated = [5]\nunrelated[0] = 6", answer=answer)) == [3, 5, 6]


def test_one_that_differs_by_a_character_is_run_and_what_it_reads_with_it():
    cells = [Cell(cell.number, f"{cell.source} ", "student") if cell == SECOND else cell for cell in notebook()]
    assert passed_over(cells) == [6]


@pytest.mark.parametrize(
    ("more", "run"),
    [
        ("print(sizes)", [3, 5]),
        ("print(picture)", [3, 5]),
        ("def unused():\n    return picture", [3, 5]),
        ("sizes += [1]", [3, 5]),
        ("del label", [6]),
        ("label.x = 1", [6]),
        ("data", [6]),
        ("size", [6]),
        ("def unused():\n    data[0] = 1", [6]),
    ],
)
def test_one_that_leaves_what_another_cell_reads_is_run_with_all_that_it_reads(more, run):
    assert passed_over(notebook(more)) == [number for number in (3, 5, 6) if number not in run]


def test_one_that_binds_what_a_question_asks_for_is_run():
    assert passed_over(notebook(), ("answer", "sizes")) == [6]


KEEPING = {
    "a global name": "calls = 0\ndef answer(x):\n    global calls\n    calls += 1\n    return x + calls",
    "a default": "def answer(x, seen=[]):\n    seen.append(x)\n    return x + len(seen)",
    "an attribute": "def answer(x):\n    answer.calls += 1\n    return x + answer.calls\n\nanswer.calls = 0",
    "a dict of a function": "def answer(x):\n    answer.seen[x] = 1\n    return len(answer.seen)\n\nanswer.seen = {}",
    "a list": "seen = []\ndef answer(x):\n    seen.append(x)\n    return x + len(seen)",
    "a list by another name": "seen = []\nkept = seen\ndef answer(x):\n    kept.append(x)\n    return x + len(kept)",
    "an iterator": "numbers = iter(range(999))\ndef answer(x):\n    return x + next(numbers)",
    "a closure": "def made():\n    calls = 0\n    def inner(x):\n        nonlocal calls\n        calls += 1\n"
    "        return x + calls\n    return inner\n\nanswer = made()",
    "a list in a closure": "def made():\n    seen = []\n    def inner(x):\n        seen.append(x)\n"
    "        return x + len(seen)\n    return inner\n\nanswer = made()",
    "a class": "class Kept:\n    seen = []\n\ndef answer(x):\n    Kept.seen.append(x)\n    return x + len(Kept.seen)",
    "an object": "class Adds:\n    def __init__(self):\n        self.n = 0\n    def __call__(self, x):\n"
    "        self.n += 1\n        return x + self.n\n\nanswer = Adds()",
    "a module": "def answer(x):\n    math.calls = getattr(math, 'calls', 0) + 1\n    return x + math.calls",
    "the interpreter": "def answer(x):\n    sys.path.append('y')\n    return x + len(sys.path)",
    "chance": "import random\nrandom.seed(1)\ndef answer(x):\n    return x + random.random()",
    "chance from elsewhere": "from random import Random\ndraws = Random(1)\n"
    "def answer(x):\n    return x + draws.random()",
    "a cache": "import functools\n@functools.cache\ndef answer(x):\n    return [x]",
    "what it is given": "def answer(x, into=data):\n    into.append(x)\n    return len(into)",
    "what was handed out": "def answer(x):\n    data.append(x)\n    return x + len(data)",
    "names that are not written": "def answer(x):\n    return x + len(globals().get('sizes', []))",
    "code in a text": "def answer(x):\n    return x + eval('len(sizes)')",
    "another's global": "def answer(x):\n    return x + len(sizes)",
    "a helper": "seen = []\ndef note(x):\n    seen.append(x)\n    return len(seen)\n\n"
    "def answer(x):\n    return note(x)",
    "a walrus": "(seen := [])\ndef answer(x):\n    seen.append(x)\n    return x + len(seen)",
    "a block": "if True:\n    seen = []\ndef answer(x):\n    seen.append(x)\n    return x + len(seen)",
}


@pytest.mark.parametrize("answer", KEEPING.values(), ids=KEEPING.keys())
def test_an_answer_that_keeps_something_has_all_run_that_call_it(answer):
    assert passed_over(notebook(answer=answer)) == []
    assert answers(notebook(answer=answer)) != answers([SETUP, Cell(2, answer)]) or "cache" in answer


@pytest.mark.parametrize("source", ["def answer(x:", "%%time\n1", "x?", "x = '" + "a\u0301" + "\u0301" * 40 + "'"])
def test_beside_a_cell_that_cannot_be_read_all_are_run(source):
    assert passed_over(notebook(source)) == []


def test_beside_very_much_code_all_are_run():
    assert passed_over(notebook("x = 1\n" * MAX_CODE)) == []


def answers(cells):
    """What the answer gives after the cells, where each goes on after an error, as in the worker."""
    space = {"print": lambda *_: None}
    path = list(sys.path)
    for cell in cells:
        with contextlib.suppress(Exception):
            exec(cell.source, space)  # noqa: S102  # the cells above, all ours
    try:
        return [space["answer"](number) for number in range(3)]
    except Exception as error:  # is an answer, too
        return type(error)
    finally:
        sys.path[:] = path
        vars(sys.modules["math"]).pop("calls", None)


LINES = [
    "sizes = [9]",
    "picture = 1",
    "label = label * 2",
    "data.append(9)",
    "extra = data",
    "extra.append(1)",
    "size += 1",
    "def helper(x):\n    return x + len(sizes)",
    "def helper(x):\n    data.append(x)\n    return x",
    "helper = answer",
    "def answer(x):\n    return helper(x)",
    "answer = helper",
    "kept = [sizes for sizes in [1]]",
    "import math as data",
    "for size in range(3):\n    pass",
    "try:\n    picture\nexcept NameError:\n    picture = 0",
    "del sizes",
    "seen = {}",
    "def answer(x):\n    seen[x] = len(seen)\n    return len(seen)",
    "with open('/dev/null') as data:\n    pass",
    "def answer(x, y=size):\n    return x + y",
    "class helper:\n    x = size\n    def __new__(cls, x):\n        return x + cls.x",
    "match data:\n    case [*sizes]:\n        pass",
    "answer(5)",
    "if size > 3:\n    data = []",
    "helper = lambda x: len(data)",
]


def test_whatever_cells_a_student_adds_the_answers_are_those_of_the_whole_notebook():
    draw, fewer = random.Random(24), 0
    for _ in range(4000 if IS_FULL else 300):
        added = draw.choices(LINES, k=draw.randint(0, 3))
        places = draw.sample(range(2, 99), len(added) + 1)
        handed = [SETUP, *(Cell(draw.randint(3, 90), each.source, "shown") for each in (FIRST, SECOND, THIRD))]
        answer = draw.choice([PLAIN, draw.choice(list(KEEPING.values()))])
        own = [Cell(place, source) for place, source in zip(places, [answer, *added], strict=True)]
        cells = sorted([*handed, *own], key=lambda cell: cell.number)
        cells = [Cell(number, each.source, each.origin) for number, each in enumerate(cells, 1)]
        run = cells_to_run(cells, {"answer"})
        fewer += len(run) < len(cells)
        assert answers(run) == answers(cells), "\n# ---\n".join(cell.source for cell in cells)
    assert fewer > 40


def test_order_is_kept():
    numbers = [each.number for each in cells_to_run(notebook("print(sizes)"), {"answer"})]
    assert len(numbers) > 2
    assert numbers == sorted(numbers)


def test_of_statements_in_one_line_each_has_names_of_its_own():
    read = statements("a = b; c = d\n@e\ndef f(): return g\nf'{h}'; i", is_students=True)
    assert [(set(each.binds), set(each.reads)) for each in read] == [
        ({"a"}, {"b"}),
        ({"c"}, {"d"}),
        ({"f"}, {"e", "g"}),
        (set(), {"h"}),
        (set(), {"i"}),
    ]


def test_the_hand_outs_cells_are_read_once_for_all_submissions(tmp_path):
    sources = ["once = 1\nfor _ in range(once):\n    pass", "no Python", "twice = 2"]
    cells = [{"cell_type": "code", "source": source.splitlines(keepends=True)} for source in sources]
    document = json.dumps({"cells": [{"cell_type": "markdown", "source": "text"}, *cells]})
    for name, text in (("a", "{"), ("b", "[]"), ("c", '{"cells": [{}]}'), ("d", "[" * 100_000), ("e", document)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    read_beforehand([*sorted(tmp_path.iterdir()), tmp_path / "missing"])
    known = shown_cells._read.cache_info().misses
    facts = [read_cell(Cell(number, sources[0], "shown")) for number in (1, 2)]
    assert shown_cells._read.cache_info().misses == known
    assert facts[0] is facts[1]
    assert read_cell(Cell(3, "random = once", "student"))[0].is_dark
    assert not read_cell(Cell(3, "random = once", "shown"))[0].is_dark
