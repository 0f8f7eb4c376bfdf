"""What may be the matter with what lies on the ways through a block, told where no misconception explains it."""

from __future__ import annotations

from fcnkit.suite import Facts, Property, Text, told

from . import graph_paths

MOST = 5
"""A larger number is not told."""
KERNELS = [f"{rows}×{cols}" for rows in range(1, 8) for cols in range(1, 8)]
"""Sizes that are told."""


def _kernels(facts: Facts) -> list[str]:
    """The sizes of all kernels, the first way's first, whatever else is particular about a convolution."""
    sizes = [
        passed.partition(" ")[0] for way in sorted(graph_paths.ways(facts)) for passed in graph_paths.convolutions(way)
    ]
    return list(dict.fromkeys(sizes))


def _other_kernel(facts: Facts, *_: object) -> Text | None:
    other = next((size for size in _kernels(facts) if size not in ("3×3", "1×1")), "")
    if not other:
        return None
    return OTHER_KERNEL.format(size=other) if other in KERNELS else LARGE_KERNEL


def _counted(facts: Facts, *_: object) -> Text | None:
    """How many convolutions lie on the one way through the block."""
    found = graph_paths.ways(facts)
    if len(found) != 1:
        return None
    (way,) = found
    passed = graph_paths.convolutions(way)
    depthwise, pointwise = passed.count(graph_paths.DEPTHWISE), passed.count(graph_paths.POINTWISE)
    if len(passed) > MOST or passed == [graph_paths.DEPTHWISE, graph_paths.POINTWISE]:
        return None
    return COUNTED.format(depthwise=depthwise, pointwise=pointwise, others=len(passed) - depthwise - pointwise)


def _several_ways(facts: Facts, *_: object) -> Text | None:
    return SEVERAL_WAYS if len(graph_paths.ways(facts)) > 1 else None


def _on_the_shortcut(facts: Facts, *_: object) -> Text | None:
    """What lies on every shortcut before the sum, first of all."""
    before = [way[: way.index(graph_paths.SUM)] for way in graph_paths.shortcuts(graph_paths.ways(facts))]
    kinds = {way[0] for way in before if way}
    if len(kinds) != 1 or not all(before):
        return None
    (kind,) = kinds
    return ON_THE_SHORTCUT.format(kind=kind if kind == graph_paths.POINTWISE else told(kind))


def _convolutions_on_shortcut(facts: Facts, *_: object) -> Text | None:
    counts = {len(graph_paths.convolutions(way)) for way in graph_paths.shortcuts(graph_paths.ways(facts))}
    if len(counts) != 1 or not counts < set(range(MOST)):
        return None
    return CONVOLUTIONS_ON_SHORTCUT.format(count=counts.pop())


def _no_sum(facts: Facts, *_: object) -> Text | None:
    return None if any(graph_paths.SUM in way for way in graph_paths.ways(facts)) else NO_SUM


OTHER_KERNEL = Text(
    ko="블록 안에 {size} 커널이 있습니다. 3×3과 1×1만 씁니다.",
    en="There is a {size} kernel in the block. It is made of 3×3 and 1×1 alone.",
)
LARGE_KERNEL = Text(
    ko="블록 안에 한 변이 7보다 큰 커널이 있습니다. 3×3과 1×1만 씁니다.",
    en="There is a kernel with a side of more than 7 in the block. It is made of 3×3 and 1×1 alone.",
)
COUNTED = Text(
    ko="블록을 지나는 길에 3×3 깊이별 합성곱이 {depthwise}개, 1×1 합성곱이 {pointwise}개, 다른 합성곱이 {others}개 "
    "있습니다. 차례대로 하나, 하나, 그리고 다른 것은 없어야 합니다.",
    en="On the way through the block there are so many 3×3 depthwise convolutions: {depthwise}, 1×1 convolutions: "
    "{pointwise}, others: {others}. It should be one, then one, and no others.",
)
SEVERAL_WAYS = Text(
    ko="블록 안에서 길이 갈라졌다가 다시 만납니다. 깊이별 분리 합성곱은 두 합성곱이 한 줄로 이어진 것입니다.",
    en="Ways part and meet again in the block. A depthwise separable convolution is two convolutions in a single row.",
)
ON_THE_SHORTCUT = Text(
    ko="지름길에서 가장 먼저 지나는 것은 `{kind}`입니다. 채널 수가 같으면 지름길에는 아무것도 없어야 합니다.",
    en="The first thing on the shortcut is `{kind}`. Where the channels agree, there should be nothing on it.",
)
CONVOLUTIONS_ON_SHORTCUT = Text(
    ko="채널 수가 다를 때 지름길에 있는 합성곱은 {count}개입니다. 1×1 합성곱 하나여야 합니다.",
    en="Convolutions on the shortcut where the channels differ: {count}. There should be one, a 1×1.",
)
NO_SUM = Text(ko="블록 안에 덧셈이 하나도 없습니다.", en="There is no sum in the block.")

KERNEL = Property(
    "model-kernel", Text(ko="3×3도 1×1도 아닌 커널", en="A kernel that is neither 3×3 nor 1×1"), _other_kernel
)
COUNT = Property("model-count", Text(ko="합성곱의 수가 다름", en="Another number of convolutions"), _counted)
WAYS = Property("model-ways", Text(ko="길이 갈라졌다가 만남", en="Ways that part and meet"), _several_ways)
SHORTCUT = Property(
    "model-on-shortcut", Text(ko="지름길에 무언가가 있음", en="Something on the shortcut"), _on_the_shortcut
)
PROJECTION = Property(
    "model-projection",
    Text(ko="지름길의 합성곱이 하나가 아님", en="Not one convolution on the shortcut"),
    _convolutions_on_shortcut,
)
SUMLESS = Property("model-no-sum", Text(ko="덧셈이 없음", en="No sum"), _no_sum)
