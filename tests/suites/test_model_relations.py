"""What is the matter with a model that no misconception explains: told where all wrong ones have it, no right one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from math import comb
from typing import Any

import pytest
import test_blocks_06 as blocks
import test_builds_03 as builds
from hidden_suite import HiddenCheck

from fcnkit.grading.examiner.check import Case, Function, Look, Property
from fcnkit.grading.examiner.explain import explain
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.examiner.relations.channels import MOST_CHANNELS
from fcnkit.grading.examiner.relations.evidence import Call
from fcnkit.grading.examiner.relations.models import ACTIVATIONS, LAYERS, found_in_models
from fcnkit.grading.results import CheckResult, Outcome
from fcnkit.misconception import Misconception
from fcnkit.text import Text

pytestmark = pytest.mark.xdist_group("keras")

SAID = Text(ko="x", en="x")


def related(checks: list[HiddenCheck], facts_of: Callable[[Function, Case], Any]) -> dict[str, str]:
    """The check → the property told of it, an empty one where none is; checks that are met are left out."""
    told = {}
    for check in checks:
        facts = [(function, case, facts_of(function, case)) for function, case in check.agreements]
        calls = [Call(f, case, seen, f.difference(case, seen), check.name) for f, case, seen in facts]
        if any(call.problem is not None for call in calls):
            found = found_in_models(calls)
            told[check.name.rpartition("::")[2]] = found.id.removeprefix("model-") if found else ""
    return told


def _model(keras: Any, layers: str, names: Collection[str]) -> dict[str, str]:
    def facts_of(function: Function, case: Case) -> Any:
        img_size, num_classes = case.args
        given = vars(keras.layers) | {"k": keras, "img_size": img_size, "num_classes": num_classes}
        made = eval(layers, given)  # noqa: S307
        built = keras.Sequential(made) if isinstance(made, list) else made
        assert function.look is not None
        return function.look.measure(builds.Returned(built), case)  # type: ignore[arg-type]

    checks = [each for each in builds.SUITE.checks_of(builds.BUILD) if each.name.rpartition("::")[2] in names]
    return related(checks, facts_of)


START = "[k.Input((*img_size, 3)), Rescaling(1 / 255), "
DOWN, UP, LAST = builds.DOWN, builds.UP, builds.LAST
MODELS: dict[str, tuple[str, dict[str, str]]] = {
    "pooled without padding": (
        f"{START}Conv2D(8, 3, activation='relu'), {DOWN}, {UP}, {LAST}]",
        {"test_size": "unpadded"},
    ),
    "a batch in the input": (
        f"[k.Input((1, *img_size, 3)), Reshape((*img_size, 3)), Rescaling(1 / 255), {DOWN}, {UP}, {LAST}]",
        {"test_size": "batch-in-input"},
    ),
    "cropped": (f"{START}{DOWN}, {UP}, Cropping2D(1), {LAST}]", {"test_size": "border"}),
    "grey": (f"[k.Input((*img_size, 1)), Rescaling(1 / 255), {DOWN}, {UP}, {LAST}]", {"test_size": "not-rgb"}),
    "one class too many": (
        f"{START}{DOWN}, {UP}, {LAST.replace('num_classes', 'num_classes + 1')}]",
        {"test_channels": "channels-+1"},
    ),
    "twice as many": (
        f"{START}{DOWN}, {UP}, {LAST.replace('num_classes', '2 * num_classes')}]",
        {"test_channels": "channels-times-2"},
    ),
    "four channels": (f"{START}{DOWN}, {UP}, Conv2D(4, 1)]", {"test_channels": "channels-fixed"}),
    "one channel": (f"{START}{DOWN}, {UP}, Conv2D(1, 1)]", {"test_channels": "one-channel"}),
    "enlarged once more": (f"{START}{DOWN}, {UP}, {UP}, {LAST}]", {"test_strides": "steps"}),
    "by other factors": (f"{START}{DOWN}, {UP}, {DOWN}, {UP.replace('strides=2', 'strides=4')}, {LAST}]",
                         {"test_strides": "factors"}),
    "relu at the end": (f"{START}{DOWN}, {UP}, {LAST}, ReLU(), Rescaling(2.0)]", {"test_softmax": "ends-in"}),
}  # fmt: skip


@pytest.mark.parametrize(("layers", "told"), MODELS.values(), ids=MODELS)
def test_what_is_the_matter_with_a_network_is_told(keras: Any, layers: str, told: dict[str, str]) -> None:
    assert _model(keras, layers, told) == told


BLOCKS: dict[str, tuple[str, Callable[[Any, Any, int], Any], dict[str, str]]] = {
    "5×5": (
        blocks.RESIDUAL,
        lambda k, x, n: k.layers.Conv2D(n, 5, padding="same")(x) + blocks._same(k.layers, x, n),
        {"test_convolutions": "kernel"},
    ),
    "nothing added": (
        blocks.RESIDUAL,
        lambda k, x, n: blocks._convolved(k.layers, x, n),
        {"test_identity": "no-sum", "test_projection": "no-sum", "test_convolutions": "no-sum"},
    ),
    "pooled shortcut": (
        blocks.RESIDUAL,
        lambda k, x, n: (
            blocks._branch(k.layers, x, n) + k.layers.MaxPooling2D(3, 1, padding="same")(blocks._same(k.layers, x, n))
        ),
        {"test_identity": "on-shortcut"},
    ),
    "two 1×1 on the shortcut": (
        blocks.RESIDUAL,
        lambda k, x, n: (
            blocks._branch(k.layers, x, n)
            + (x if x.shape[-1] == n else k.layers.Conv2D(n, 1)(k.layers.Conv2D(n, 1)(x)))
        ),
        {"test_projection": "projection"},
    ),
    "twice": (
        blocks.DEPTHWISE,
        lambda k, x, n: k.layers.SeparableConv2D(n, 3)(k.layers.SeparableConv2D(n, 3)(x)),
        {"test_size": "unpadded", "test_ways": "count"},
    ),
    "pooled": (
        blocks.DEPTHWISE,
        lambda k, x, n: k.layers.MaxPooling2D(padding="same")(k.layers.SeparableConv2D(n, 3, padding="same")(x)),
        {"test_size": "changes-size"},
    ),
    "half the filters": (
        blocks.DEPTHWISE,
        lambda k, x, n: k.layers.SeparableConv2D(2 * n, 3)(x),
        {"test_channels": "channels-times-2"},
    ),
}


@pytest.mark.parametrize(("name", "block", "told"), BLOCKS.values(), ids=BLOCKS)
def test_what_is_the_matter_with_a_block_is_told(keras: Any, name: str, block: Any, told: dict[str, str]) -> None:
    def facts_of(function: Function, case: Case) -> Any:
        return blocks.facts_of(lambda x, filters: block(keras, x, filters), function, case)

    found = related(blocks.SUITE.checks_of(name), facts_of)
    assert told.items() <= found.items(), found


def _call(facts: int, *, is_wrong: bool) -> Call:
    of = Property("large", SAID, lambda facts, _: SAID if facts > 1 else None)
    function = Function("f", lambda _: None, lambda *_: None, Case((0,), {}), Look(lambda *_: None, int, (of,)))
    return Call(function, Case((0,), {}), facts, SAID if is_wrong else None, "c")


@pytest.mark.parametrize(
    ("wrong", "right", "is_told"), [((2, 3), (1,), True), ((2, 0), (), False), ((2, 3), (1, 4), False)]
)
def test_a_property_is_told_that_all_wrong_models_have_and_no_right_one(
    wrong: tuple[int, ...], right: tuple[int, ...], is_told: bool
) -> None:
    calls = [*(_call(each, is_wrong=True) for each in wrong), *(_call(each, is_wrong=False) for each in right)]
    assert (found_in_models(calls) is not None) == is_told


@pytest.mark.parametrize(("seen", "is_named"), [((2, 3), True), ((2, 0), False)])
def test_a_sign_that_only_some_wrong_models_of_a_check_show_is_no_name(seen: tuple[int, ...], is_named: bool) -> None:
    large = Misconception("large", SAID, SAID, {"f": None}, signs={"f": lambda facts, _: facts > 1})
    calls = [replace(_call(2, is_wrong=True), check="other"), *(_call(each, is_wrong=True) for each in seen)]
    checks = [
        CheckResult(name=name, question="q", title=SAID, points=1, outcome=Outcome.FAILED) for name in ("other", "c")
    ]
    judged = Judged(checks, {"other": ("large",), "c": ("large",) if is_named else ()}, calls=calls)
    explain([judged], [large], [])
    assert {check.misconception for check in judged.checks} == {"large" if is_named else None}


def test_of_a_model_a_check_can_say_less_than_seven_bits() -> None:
    """As SECURITY.md has it: each property has a sentence for few kinds of layers, or for few numbers."""
    looks = builds.SUITE.modules["model_facts"], blocks.SUITE.modules["model_facts"]
    most, steps = blocks.SUITE.modules["properties"].MOST, builds.SUITE.modules["properties"].MOST
    kinds = len(LAYERS) + 1
    sentences = {
        "model-unpadded": kinds,
        "model-changes-size": kinds,
        "model-on-shortcut": kinds + 1,
        "model-border": 3,
        "model-ends-in": len(ACTIVATIONS) + kinds,
        "model-scores-activated": len(ACTIVATIONS),
        "model-steps": (steps + 1) * steps,
        "model-kernel": len(blocks.SUITE.modules["properties"].KERNELS) - 1,
        "model-count": comb(most + 3, 3),
        "model-ways": 1,
        "model-projection": most,
        "model-channels-fixed": MOST_CHANNELS,
    }
    for look in (each for module in looks for each in vars(module).values() if isinstance(each, Look)):
        assert sum(sentences.get(each.id, 1) for each in look.properties) < 128
