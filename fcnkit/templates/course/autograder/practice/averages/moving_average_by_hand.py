"""One value of a moving average."""

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Item, Question, Text, Value, fill, from_misconceptions, say

from .. import course

WIDTH = 3


class Numbers(NamedTuple):
    x: tuple[int, ...]
    place: int


def draw(rng: Random) -> Numbers:
    """Values whose sum over the window can be divided by its width."""
    while True:
        x = tuple(rng.sample(range(1, 20), 6))
        place = rng.randrange(len(x) - WIDTH + 1)
        if sum(x[place : place + WIDTH]) % WIDTH == 0:
            return Numbers(x, place)


def build(n: Numbers) -> Question:
    window = n.x[n.place : n.place + WIDTH]
    key = sum(window) // WIDTH
    work = " + ".join(map(str, window))
    return Question(
        text=(
            say(
                ko=f"`x = {[*n.x]}`의 이동 평균을 너비가 {WIDTH}인 창으로 구합니다. 결과의 칸 {n.place}에 들어갈 값은 "
                "얼마입니까? (칸은 0부터 셉니다.)",
                en=f"Take the moving average of `x = {[*n.x]}` with a window of width {WIDTH}. Which value does cell "
                f"{n.place} of the result hold? (Cells are counted from 0.)",
            ),
        ),
        answer=fill(
            [(Text(ko="값", en="value"), key)],
            from_misconceptions(course, "moving_average", np.array(n.x), WIDTH, then=lambda found: found[n.place]),
        ),
        steps=(
            say(
                ko=f"칸 {n.place}의 창에 든 값: {', '.join(map(str, window))}",
                en=f"In the window of cell {n.place}: {', '.join(map(str, window))}",
            ),
            say(ko=f"평균은 $({work}) ÷ {WIDTH} = {key}$입니다.", en=f"Their mean is $({work}) ÷ {WIDTH} = {key}$."),
        ),
    )


def oracle(n: Numbers) -> Value:
    return int(np.convolve(n.x, np.ones(WIDTH), "valid")[n.place].round()) // WIDTH


ITEM = Item(
    topic="averages",
    name=Text(ko="손으로 구하는 이동 평균", en="A moving average by hand"),
    difficulty=1,
    minutes=2,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    beyond_search=frozenset({"window-not-divided"}),  # where the window lies is drawn: no one way leads there each time
)
