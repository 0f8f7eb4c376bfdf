"""What may be the matter with how a model shrinks and enlarges its image, told where no misconception explains it."""

from __future__ import annotations

from fcnkit.suite import Facts, Property, Text

from . import scale_paths

MOST = 9
"""A larger number is not told."""


def _steps(facts: Facts) -> tuple[int, int] | None:
    """How often each way through the model shrinks, and how often it enlarges; nothing where ways differ."""
    found = {
        (sum(change == "down" for change, _ in way), sum(change == "up" for change, _ in way))
        for way in scale_paths.paths(facts["steps"])
    }
    return found.pop() if len(found) == 1 else None


def _not_as_often(facts: Facts, *_: object) -> Text | None:
    steps = _steps(facts)
    if steps is None or steps[0] == steps[1] or max(steps) > MOST:
        return None
    return NOT_AS_OFTEN.format(down=steps[0], up=steps[1])


def _of_other_factors(facts: Facts, *_: object) -> Text | None:
    """Whether there are as many steps up as down, and other factors among them."""
    ways = scale_paths.paths(facts["steps"])
    factors = [
        [sorted(factor for change, factor in way if change == direction) for direction in ("down", "up")]
        for way in ways
    ]
    is_even = all(len(down) == len(up) for down, up in factors)
    return OTHER_FACTORS if is_even and any(down != up for down, up in factors) else None


def _on_some_ways(facts: Facts, *_: object) -> Text | None:
    """Whether one way through the model is mirrored and another one is not."""
    return (
        ON_SOME_WAYS
        if {scale_paths.is_mirrored(way) for way in scale_paths.paths(facts["steps"])} == {True, False}
        else None
    )


NOT_AS_OFTEN = Text(
    ko="모델이 크기를 줄이는 단계는 {down}번, 키우는 단계는 {up}번입니다. 둘은 짝을 이루어야 합니다.",
    en="The steps in which the model shrinks its image: {down}; in which it enlarges it: {up}. They belong in pairs.",
)
OTHER_FACTORS = Text(
    ko="줄이는 단계와 키우는 단계의 수는 같지만 배율이 다릅니다. 2로 줄인 것은 2로, 4로 줄인 것은 4로 키웁니다.",
    en="There are as many steps up as down, but by other factors. What was shrunk by 2 is enlarged by 2, and what was "
    "shrunk by 4 by 4.",
)
ON_SOME_WAYS = Text(
    ko="모델을 지나는 길이 여럿인데, 그 가운데 일부에서만 줄인 것과 키운 것이 짝을 이룹니다. 길이 갈라졌다 만나는 곳의 "
    "크기를 확인해 보세요.",
    en="There are several ways through the model, and shrinking and enlarging belong in pairs on some of them only. "
    "Look at the sizes where ways part and meet.",
)
SCALING = (
    Property(
        "model-steps", Text(ko="줄이는 횟수와 키우는 횟수가 다름", en="Not as many steps up as down"), _not_as_often
    ),
    Property(
        "model-factors",
        Text(ko="줄인 배율과 키운 배율이 다름", en="Shrunk and enlarged by other factors"),
        _of_other_factors,
    ),
    Property("model-some-ways", Text(ko="일부 길에서만 대칭임", en="Mirrored on some ways only"), _on_some_ways),
)
