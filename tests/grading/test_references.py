"""What a student's functions lead to, and a function replaced wherever others know it."""

import gc

import pytest

from fcnkit.grading.worker.references import leads_to, replace

OBJECT = "class Earlier:\n    def __call__(self, x):\n        return 'wrong'\nearlier = Earlier()\n"
WAYS = {
    "by its name": "def later(x):\n    return earlier(x)",
    "by another name": "other = earlier\ndef later(x):\n    return other(x)",
    "through a helper": "def helper(x):\n    return earlier(x)\ndef later(x):\n    return helper(x)",
    "in a nested function": "def later(x):\n    def inner():\n        return earlier(x)\n    return inner()",
    "as a default": "def later(x, f=earlier):\n    return f(x)",
    "as a default by keyword": "def later(x, *, f=earlier):\n    return f(x)",
    "in a closure": "def make(f):\n    return lambda x: f(x)\nlater = make(earlier)",
    "in a dict": "steps = {'first': earlier}\ndef later(x):\n    return steps['first'](x)",
    "in a list": "steps = [earlier]\ndef later(x):\n    return steps[0](x)",
    "in a partial": "from functools import partial\nf = partial(earlier)\ndef later(x):\n    return f(x)",
    "in a class": "class Ops:\n    f = earlier\ndef later(x):\n    return Ops.f(x)",
    "in a method": "class Later:\n    def __call__(self, x):\n        return earlier(x)\nlater = Later()",
    "in globals()": "def later(x):\n    return globals()['earlier'](x)",
    "with a decorator": "def twice(f):\n    return lambda *a: f(*a)\n@twice\ndef later(x):\n    return earlier(x)",
    "in a tuple": "steps = (0, earlier)\ndef later(x):\n    return steps[1](x)",
    "in tuples in a dict": "steps = {1: ((earlier,),)}\ndef later(x):\n    return steps[1][0][0](x)",
    "as a static method": "class Ops:\n    f = staticmethod(earlier)\ndef later(x):\n    return Ops.f(x)",
    "from a static method": "class Ops:\n    @staticmethod\n    def f(x): return 'wrong'\nearlier = Ops.f\n"
    "def later(x):\n    return Ops().f(x)",
    "from a class method": "class Ops:\n    @classmethod\n    def f(cls, x): return 'wrong'\nearlier = Ops.f\n"
    "def later(x):\n    return Ops().f(x)",
    "from a method": "class Ops:\n    def f(self, x): return 'wrong'\nops = Ops()\nearlier = ops.f\n"
    "def later(x):\n    return ops.f(x)",
    "from a closure": "def make(a, b):\n    def f(x):\n        return [a, b] and 'wrong'\n    return f\n"
    "earlier = make(1, 2)\nsteps = (earlier,)\ndef later(x):\n    return steps[0](x)",
    "with a cache": "import functools\n@functools.lru_cache\ndef earlier(x):\n    return 'wrong'\nearlier(1)\n"
    "steps = (earlier,)\ndef later(x):\n    return steps[0](x)",
    "an object": f"{OBJECT}def later(x):\n    return earlier(x)",
    "an object in a tuple": f"{OBJECT}steps = (0, earlier)\ndef later(x):\n    return steps[1](x)",
    "an object in tuples in a dict": f"{OBJECT}s = {{1: ((earlier,),)}}\ndef later(x):\n    return s[1][0][0](x)",
    "an object in a named tuple": f"{OBJECT}from collections import namedtuple\n"
    "steps = [namedtuple('Steps', 'f')(earlier)]\ndef later(x):\n    return steps[0].f(x)",
    "an object as a default": f"{OBJECT}def later(x, f=earlier, g=(earlier,)):\n    return f(x) and g[0](x)",
    "with defaults of its own": "def earlier(x, y=1, *, z=2):\n    return 'wrong'\n"
    "def later(x):\n    return earlier(x)",
    "as a field": "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass A:\n    f: object\n"
    "a = A(earlier)\ndef later(x):\n    return a.f(x)",
    "in another module": "module = type(gc)('m')\nmodule.f = earlier\ndef later(x):\n    return module.f(x)",
}


@pytest.fixture(scope="module", autouse=True)
def _frozen():
    """As in a grader, whose imports are frozen: who refers to what is looked for in all that is not."""
    gc.collect()
    gc.freeze()


def namespace_of(source):
    namespace = {"gc": gc}
    exec(f"def earlier(x):\n    return 'wrong'\n{source}", namespace)  # noqa: S102  # what a notebook does
    return namespace


@pytest.mark.parametrize("source", WAYS.values(), ids=WAYS)
def test_a_function_is_replaced_where_others_know_it(source):
    namespace = namespace_of(source)
    assert namespace["later"](1) == "wrong"
    replace(namespace, "earlier", lambda _own: lambda x: f"right {x}")
    assert namespace["earlier"](1) == namespace["later"](1) == "right 1"


@pytest.mark.parametrize("source", WAYS.values(), ids=WAYS)
def test_who_leads_to_it_is_found(source):
    assert leads_to(namespace_of(source), ["later"], ["earlier"])


@pytest.mark.parametrize(
    "source",
    [
        "def later(x):\n    return x",
        "import math\ndef later(x):\n    return math.sqrt(x)",
        "def later(x):\n    'As earlier, but right.'\n    return [y for y in range(x)]",
        "def helper(x):\n    return later(x - 1)\ndef later(x):\n    return helper(x) if x else 0",
        "print(earlier(2))\ndef later(x):\n    return x",
        "earlier = earlier",
        "class Box:\n    def __init__(self, x):\n        self.x = x\ndef later(x):\n    return Box(x).x",
    ],
)
def test_who_does_not_is_left_alone(source):
    assert not leads_to(namespace_of(source), ["later"], ["earlier"])


@pytest.mark.parametrize("source", WAYS.values(), ids=WAYS)
def test_the_old_one_can_still_be_called(source):
    namespace = namespace_of(source)
    replace(namespace, "earlier", lambda own: lambda x: f"no longer {own(x)}")
    assert namespace["later"](1) == "no longer wrong"


def test_a_function_of_the_same_text_stays():
    namespace = namespace_of("def make():\n    return lambda x: x\nearlier, other = make(), make()")
    replace(namespace, "earlier", lambda _own: lambda _x: "right")
    assert (namespace["earlier"](1), namespace["other"](1)) == ("right", 1)


def test_what_is_missing_is_bound_all_the_same():
    namespace = namespace_of("del earlier\ndef later(x):\n    return earlier(x)")
    assert leads_to(namespace, ["later"], ["earlier"])
    replace(namespace, "earlier", lambda _own: lambda _x: "right")
    assert namespace["later"](1) == "right"


@pytest.mark.parametrize("nothing", ["del earlier", "earlier = None", "earlier = ..."])
def test_where_there_is_no_function_nothing_else_is_replaced(nothing):
    namespace = namespace_of(f"{nothing}\nother, more = None, ...\nsteps = [None, ...]")
    replace(namespace, "earlier", lambda _own: lambda _x: "right")
    assert namespace["earlier"](1) == "right"
    assert (namespace["other"], namespace["more"], namespace["steps"]) == (None, ..., [None, ...])


def test_what_cannot_be_told_may_be_so():
    tower = "links = []\nfor _ in range(30_000):\n    links = [links]\ndef later(x):\n    return links"
    assert leads_to(namespace_of(tower), ["later"], ["earlier"])
