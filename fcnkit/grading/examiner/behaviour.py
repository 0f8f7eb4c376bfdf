"""Messages about side effects: changed arguments, equal calls with different results, shared memory."""

from __future__ import annotations

from fcnkit.grading.protocol import Trait
from fcnkit.text import Text

CHANGED_ARGUMENT = Text(
    ko="{name} 함수가 입력으로 받은 배열이나 리스트의 내용을 바꾸었습니다. 받은 것은 그대로 두고, 필요하면 복사본을 "
    "만들어 쓰세요.",
    en="{name} changed an array or a list that it was given. Leave what is given as it is, and work on a copy where "
    "you need one.",
)
NOT_REPEATED = Text(
    ko="{name} 함수를 같은 입력으로 두 번 부르니 결과가 서로 달랐습니다. "
    "함수 밖의 변수에 값을 쌓고 있지 않은지 살펴보세요.",
    en="Two calls of {name} with the same arguments gave different results. "
    "Does it collect something in a variable outside the function?",
)
NEVER_RIGHT = Text(
    ko="먼저 {name} 함수가 맞는 값을 내야 이 항목을 확인할 수 있습니다.",
    en="This can be judged only once {name} gives a right answer.",
)
NOT_ITSELF = Text(
    ko="{name} 함수가 받은 배열의 일부나 복사본을 돌려주었습니다. 받은 배열 자체를 돌려주거나 아무것도 돌려주지 "
    "마세요.",
    en="{name} returned a part or a copy of the array that it was given. Return that array itself, or nothing.",
)
NO_ROOM: dict[Trait, Text] = {
    "overlapping": Text(
        ko="{name} 함수가 돌려준 배열은 여러 칸이 메모리를 함께 써서, 한 칸에 써 넣으면 다른 칸도 바뀝니다. "
        "`np.broadcast_to` 대신 `np.zeros`처럼 칸마다 자리가 있는 배열을 만드세요.",
        en="In the array that {name} returns, several cells share their memory: writing into one changes others. Make "
        "an array with room for every cell, as `np.zeros` does, instead of using `np.broadcast_to`.",
    ),
    "read-only": Text(
        ko="{name} 함수가 돌려준 배열은 읽기 전용이라 써 넣을 수 없습니다. 나중에 채울 배열이니 `np.zeros`처럼 써 "
        "넣을 수 있는 배열을 만드세요.",
        en="The array that {name} returns is read-only. It is to be filled later on: make one that can be written to, "
        "as `np.zeros` does.",
    ),
    "again": Text(
        ko="{name} 함수를 다시 부르니 앞에서 돌려준 배열이 또 나왔습니다. 그러면 하나를 채울 때 다른 것도 바뀝니다. "
        "부를 때마다 새 배열을 만드세요.",
        en="Called again, {name} returned an array that it had returned before, so that filling one changes the other. "
        "Make a new array in every call.",
    ),
}
"""The worst first."""
