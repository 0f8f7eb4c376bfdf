"""Definitions that do not come about where they stand are had after the last cell, where there is no other answer."""

import pytest

from fcnkit.grading.worker.notebook_runner import Notebook

STUB = "def f(x):\n    ..."
BLOCKS = {
    "a try that was left": "try:\n    import not_there\n    ONE = 1\n{f}\nexcept ImportError:\n    pass",
    "a try below its raise": "try:\n    ONE = 1\n    raise ValueError\n{f}\nexcept ValueError:\n    pass",
    "a branch that is not taken": "if False:\n    ONE = int(1)\n{f}",
    "another branch": "if True:\n    pass\nelse:\n    ONE = 1\n{f}",
    "a loop that raises": "ONE = 1\nfor each in [1, 2]:\n    not_there\n{f}",
    "a loop that is not entered": "while False:\n    import math\n    ONE = math.sqrt(1)\n{f}",
    "a case": "ONE = 1\nmatch 3:\n    case 4:\n    {f}",
    "a loop's else": "ONE = 1\nfor each in [1]:\n    break\nelse:\n{f}",
    "blocks in blocks": (
        "try:\n    for each in not_there:\n        if True:\n            ONE = 1\n        {f}\nfinally:\n    pass"
    ),
    "a handler": "ONE = 1\ntry:\n    pass\nexcept ValueError:\n{f}",
}
ANSWER = "    def f(x):\n        return x + ONE"


def settled(*cells):
    notebook = Notebook()
    notebook.ask_for(["f"], ["v"])
    for number, source in enumerate(cells, 1):
        notebook.run(number, source)
    return notebook, notebook.settle({})


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
@pytest.mark.parametrize("cells", [["{}"], [STUB, "{}"], ["{}", STUB]], ids=["alone", "below the stub", "above it"])
def test_a_function_in_a_block_that_did_not_come_to_it(block, cells):
    indent = block.split("{f}")[0].rsplit("\n", 1)[1]
    block = block.replace("{f}", ANSWER.replace("\n", f"\n{indent}"))
    notebook, told = settled(*(cell.format(block) for cell in cells))
    assert notebook.get("f")(2) == 3
    assert (told["f"]["is_stub"], told["f"]["is_rescued"]) == (False, True)


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_another_answer_counts_wherever_it_stands(block):
    indent = block.split("{f}")[0].rsplit("\n", 1)[1]
    block = block.replace("{f}", ANSWER.replace("\n", f"\n{indent}"))
    for cells in ([block, "def f(x):\n    return x * 7"], ["def f(x):\n    return x * 7", block]):
        notebook, told = settled(*cells)
        assert notebook.get("f")(2) == 14
        assert (told["f"]["is_rescued"], told["f"]["replaced"]) == (False, [])


@pytest.mark.parametrize(
    "binding",
    ["for f in [lambda x: x + 1]:\n        pass", "match (lambda x: x + 1):\n        case f:\n            pass",
     "(f := lambda x: x + 1)", "if (f := lambda x: x + 1):\n        pass", "f, g = (lambda x: x + 1), 2",
     "import contextlib\n    with contextlib.nullcontext(lambda x: x + 1) as f:\n        pass"],
    ids=["for", "match", "walrus", "walrus in a head", "tuple", "with"],
)  # fmt: skip
def test_whatever_binds_a_name_binds_it_in_a_block_that_was_left(binding):
    notebook, told = settled(STUB, f"try:\n    import not_there\n    {binding}\nexcept ImportError:\n    pass")
    assert notebook.get("f")(2) == 3
    assert told["f"]["is_rescued"]


NEEDS = {
    "a default that comes later": (["def f(x, step=STEP):\n    return x + step", "STEP = 3"], 5),
    "a default that never comes": (["def f(x: T, *, step=NEVER, one=1) -> T:\n    return x + one"], 3),
    "a decorator that never comes": (["@decorate(LATER)\ndef f(x):\n    return x"], 2),
    "a helper that needs a later default": (
        ["def helper(x, step=STEP):\n    return x + step", "STEP = 4", "def f(x):\n    return helper(x)"],
        6,
    ),
    "a helper in a try that was left": (
        [
            "try:\n    import not_there\n    def helper(x): return x\nexcept ImportError: 0",
            "def f(x): return helper(x)",
        ],
        2,
    ),
    "a class' bases, body and decorators": (
        [
            "class A(not_there.Module):\n    y = not_there.zeros(3)\n"
            "    @not_there.jit\n    def g(self, x): return x\nf = A().g"
        ],
        2,
    ),
    "a line in a class": (["class A:\n    not_there\n    f = staticmethod(lambda x: x)\nf = A.f"], 2),
    "a hint of a field": (
        [
            "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: Tensor\n    y: int = 1\n"
            "def f(x): return A(x).x + A(x).y"
        ],
        3,
    ),
}


@pytest.mark.parametrize(("cells", "answer"), NEEDS.values(), ids=NEEDS)
def test_what_a_definition_needs_and_has_not_yet_or_never(cells, answer):
    assert settled(*cells)[0].get("f")(2) == answer


def test_a_variable_in_a_block():
    notebook, told = settled(
        "v = ...", "try:\n    import not_there\n    v = list(range(2))\nexcept ImportError:\n    pass"
    )
    assert (notebook.get("v"), told["v"]["is_rescued"]) == ([0, 1], True)


def test_nothing_else_is_run():
    source = (
        "made = []\nif False:\n    other = made.append(1)\n    made.append(2)\n    import antigravity\n    made = 3"
    )
    notebook, _ = settled(source)
    assert notebook.get("made") == []
    assert not notebook.defines("other")
    assert not notebook.defines("antigravity")


def test_what_does_not_end_is_left(monkeypatch):
    monkeypatch.setattr("fcnkit.grading.worker.rescue.SECONDS", 0.2)
    notebook, _ = settled("if False:\n    class A:\n        while True: pass\n    def f(x): return x")
    assert not notebook.defines("f")
