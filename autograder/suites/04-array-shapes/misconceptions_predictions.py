"""Misconceptions about what expressions give."""

from __future__ import annotations

import numpy as np

from fcnkit.suite import Misconception, Text

EXPRESSIONS = (
    Misconception(
        id="parentheses-make-a-tuple",
        name=Text(ko="괄호가 튜플을 만든다고 생각함", en="Parentheses taken for a tuple"),
        text=Text(
            ko="괄호가 튜플을 만든다고 생각한 것 같습니다. 튜플을 만드는 것은 쉼표입니다. `(3)`은 괄호로 묶은 정수 "
            "3이고, `(3,)`이 튜플입니다.",
            en="You seem to have assumed that the parentheses make the tuple. The comma does: `(3)` is just the "
            "integer 3 in parentheses, and `(3,)` is the tuple.",
        ),
        answers={"predictions": {"(3)": (3,), "(200, 200) + (3)": (200, 200, 3)}},
    ),
    Misconception(
        id="comma-without-effect",
        name=Text(ko="쉼표가 있어도 정수라고 생각함", en="A comma taken to change nothing"),
        text=Text(
            ko="쉼표가 있어도 정수라고 생각한 것 같습니다. 수 뒤에 쉼표가 있으면, 수가 하나뿐이어도 튜플입니다.",
            en="You seem to have assumed that it is an integer in spite of the comma. With a comma behind it, even a "
            "single number makes a tuple.",
        ),
        answers={"predictions": {"(3,)": 3}},
    ),
    Misconception(
        id="repetition-nests",
        name=Text(ko="`* 2`가 튜플을 튜플에 담는다고 생각함", en="`* 2` taken to put tuples into a tuple"),
        text=Text(
            ko="`* 2`가 튜플 두 개를 다른 튜플에 담는다고 생각한 것 같습니다. `* 2`는 자기 자신과 `+`한 것과 같아서, "
            "한 줄로 "
            "이어집니다.",
            en="You seem to have assumed that `* 2` puts two tuples into another. It is the same as `+` with itself: "
            "they are joined into one.",
        ),
        answers={"predictions": {"(200, 200) * 2": ((200, 200), (200, 200))}},
    ),
    Misconception(
        id="joining-nests",
        name=Text(ko="`+`가 뒤의 것을 통째로 담는다고 생각함", en="`+` taken to put in the other as one entry"),
        text=Text(
            ko="뒤의 튜플이나 리스트가 항목 하나로 통째로 들어간다고 생각한 것 같습니다. `append`는 그렇지만, `+`는 "
            "괄호를 벗기고 그 안의 항목을 하나씩 이어 붙입니다: `(1,) + (2, 3)`은 `(1, 2, 3)`입니다.",
            en="You seem to have assumed that the other tuple or list goes in whole, as one entry. `append` does that; "
            "`+` joins the entries themselves, without their parentheses: `(1,) + (2, 3)` is `(1, 2, 3)`.",
        ),
        answers={
            "predictions": {
                "(7390,) + (200, 200) + (3,)": (7390, (200, 200), 3),
                "[200, 200] + [3]": [200, 200, [3]],
                "(200, 200) + [3]": (200, 200, [3]),
            }
        },
    ),
    Misconception(
        id="joining-keeps-both",
        name=Text(ko="`+`가 둘을 나란히 담는다고 생각함", en="`+` taken to put both side by side"),
        text=Text(
            ko="`+`가 양쪽을 그대로 나란히 담은 것을 만든다고 생각한 것 같습니다. `+`는 괄호를 벗기고 모든 항목을 한 "
            "줄로 이어 붙입니다: `[1] + [2, 3]`은 `[1, 2, 3]`입니다.",
            en="You seem to have assumed that `+` makes something that holds both sides as they are. It joins their "
            "entries into one row: `[1] + [2, 3]` is `[1, 2, 3]`.",
        ),
        answers={
            "predictions": {
                "(7390,) + (200, 200) + (3,)": ((7390,), (200, 200), (3,)),
                "[200, 200] + [3]": [[200, 200], [3]],
                "(200, 200) + [3]": ((200, 200), [3]),
            }
        },
    ),
    Misconception(
        id="everything-summed",
        name=Text(ko="모든 수의 합이라고 생각함", en="All numbers summed into one"),
        text=Text(
            ko="모든 수를 더해 수 하나가 나온다고 생각한 것 같습니다. 튜플이나 리스트의 `+`는 수를 더하지 않고 항목을 "
            "이어 붙입니다. 모두 더하는 것은 `sum(...)`입니다.",
            en="You seem to have assumed that all numbers are summed into one. `+` does not add up what tuples and "
            "lists hold, it joins their entries; what sums is `sum(...)`.",
        ),
        answers={
            "predictions": {
                "(7390,) + (200, 200) + (3,)": 7793,
                "[200, 200] + [3]": 403,
                "(200, 200) + (3)": 403,
                "(200, 200) + [3]": 403,
            }
        },
    ),
    Misconception(
        id="strings-counted",
        name=Text(ko="문자열이 몇 개인지 셈", en="Strings counted, not their letters"),
        text=Text(
            ko="문자열이 두 개라고 센 것 같습니다. `+`가 먼저 둘을 문자열 하나로 이어 붙이고, `len`은 그 문자열의 "
            "글자를 셉니다.",
            en="You seem to have counted two strings. `+` joins them into one string first, and `len` counts the "
            "letters of that.",
        ),
        answers={"predictions": {'len("200" + "3")': 2}},
    ),
    Misconception(
        id="strings-added-up",
        name=Text(ko="문자열을 수처럼 더한다고 생각함", en="Strings added like numbers"),
        text=Text(
            ko="문자열에 든 수를 더한다고 생각한 것 같습니다. 따옴표 안에 있으면 수가 아니라 글자입니다. `+`는 글자를 "
            "이어 붙이고, `len`은 글자의 개수를 셉니다.",
            en="You seem to have assumed that the numbers in the strings are added. In quotes they are letters, not "
            "numbers: `+` joins them, and `len` counts them.",
        ),
        answers={"predictions": {'len("200" + "3")': 203}},
    ),
    Misconception(
        id="tuple-and-array-apart",
        name=Text(ko="튜플과 배열은 더할 수 없다고 생각함", en="A tuple and an array kept apart"),
        text=Text(
            ko="튜플과 배열은 종류가 달라 더할 수 없다고 생각한 것 같습니다. 한쪽이 NumPy 배열이면 다른 쪽도 배열로 "
            "바꾸어 같은 자리의 수끼리 더합니다.",
            en="You seem to have assumed that a tuple and an array cannot be added, being of different kinds. Where "
            "one side is a NumPy array the other is made one, too, and they are added number by number.",
        ),
        answers={"predictions": {"(7390,) + np.array([200, 200])": "TypeError"}},
    ),
    Misconception(
        id="tuple-joined-to-an-array",
        name=Text(ko="튜플에 배열이 이어진다고 생각함", en="An array joined to a tuple"),
        text=Text(
            ko="앞이 튜플이어서 튜플처럼 이어 붙는다고 생각한 것 같습니다. 한쪽만 NumPy 배열이어도 배열의 규칙이 "
            "쓰입니다. 둘 다 배열로 보고 같은 자리의 수끼리 더합니다.",
            en="You seem to have assumed that the array is joined to the tuple in front. One array is enough for the "
            "rules of arrays: both sides are taken for arrays and added number by number.",
        ),
        answers={"predictions": {"(7390,) + np.array([200, 200])": (7390, 200, 200)}},
    ),
    Misconception(
        id="arrays-joined",
        name=Text(ko="배열도 이어 붙인다고 생각함", en="Arrays joined like lists"),
        text=Text(
            ko="NumPy 배열도 이어 붙인다고 생각한 것 같습니다. 배열은 `+`도 `*`도 같은 자리의 수끼리 계산하고, 길이가 "
            "1인 축은 브로드캐스팅으로 되풀이합니다. 이어 붙이려면 `np.concatenate`를 씁니다.",
            en="You seem to have assumed that arrays are joined, too. With arrays, `+` and `*` work number by number, "
            "and axes of length 1 are repeated by broadcasting. To join them there is `np.concatenate`.",
        ),
        answers={
            "predictions": {
                "np.array([200, 200]) + np.array([3])": np.array([200, 200, 3]),
                "np.array([200, 200]) * 2": np.array([200, 200, 200, 200]),
                "(7390,) + np.array([200, 200])": np.array([7390, 200, 200]),
                "np.array([1, 2]) + np.array([1, 2, 3])": np.array([1, 2, 1, 2, 3]),
            }
        },
    ),
    Misconception(
        id="anything-joins-a-tuple",
        name=Text(ko="튜플에 무엇이든 더해진다고 생각함", en="Anything joins a tuple"),
        text=Text(
            ko="튜플에 리스트도 그대로 이어 붙는다고 생각한 것 같습니다. 튜플에는 튜플만 더할 수 있고, 다른 것을 "
            "더하면 `TypeError`입니다. `tuple(...)`로 먼저 바꾸어야 합니다.",
            en="You seem to have assumed that a list can be added to a tuple. Only a tuple can be added to a tuple; "
            "anything else raises `TypeError`. Convert it with `tuple(...)` first.",
        ),
        answers={"predictions": {"(200, 200) + [3]": (200, 200, 3)}},
    ),
    Misconception(
        id="short-array-padded",
        name=Text(ko="짧은 배열을 0으로 채운다고 생각함", en="The shorter array padded"),
        text=Text(
            ko="길이가 다른 배열을 더하면 짧은 쪽의 빈 자리를 0으로 본다고 생각한 것 같습니다. 브로드캐스팅이 "
            "늘리는 것은 길이가 1인 축뿐이고, 길이가 2와 3이면 `ValueError`입니다.",
            en="You seem to have assumed that the shorter array is padded with zeros. Broadcasting stretches axes of "
            "length 1 alone; lengths 2 and 3 raise `ValueError`.",
        ),
        answers={"predictions": {"np.array([1, 2]) + np.array([1, 2, 3])": np.array([2, 4, 3])}},
    ),
    Misconception(
        id="broadcasting-unknown",
        name=Text(ko="배열의 길이가 꼭 같아야 한다고 생각함", en="Arrays taken to need the same length"),
        text=Text(
            ko="길이가 다르면 배열을 더할 수 없다고 생각한 것 같습니다. 길이가 1인 축은 상대의 길이에 맞추어 "
            "되풀이됩니다(브로드캐스팅). 오류가 나는 것은 길이가 다르고 어느 쪽도 1이 아닐 때입니다.",
            en="You seem to have assumed that arrays of different lengths cannot be added. An axis of length 1 is "
            "repeated until it fits the other's, which is broadcasting; it is an error only where neither is 1.",
        ),
        answers={
            "predictions": {
                "np.array([200, 200]) + np.array([3])": "ValueError",
                "(7390,) + np.array([200, 200])": "ValueError",
            }
        },
    ),
    Misconception(
        id="added-to-the-first-alone",
        name=Text(ko="첫째 자리끼리만 더한다고 생각함", en="Added to the first number alone"),
        text=Text(
            ko="짧은 배열의 수를 첫째 자리에만 더한 것 같습니다. 길이가 1인 배열은 상대의 길이만큼 되풀이되므로, 그 "
            "수가 모든 자리에 더해집니다.",
            en="The shorter array's number seems to have been added to the first place alone. An array of length 1 is "
            "repeated as often as the other is long, so its number is added in every place.",
        ),
        answers={
            "predictions": {
                "np.array([200, 200]) + np.array([3])": np.array([203, 200]),
                "(7390,) + np.array([200, 200])": np.array([7590, 200]),
            }
        },
    ),
    Misconception(
        id="broadcast-error-by-type",
        name=Text(ko="오류의 종류를 혼동함", en="TypeError for a wrong length"),
        text=Text(
            ko="길이가 맞지 않을 때의 오류를 `TypeError`로 본 것 같습니다. 더하려는 것의 종류가 다르면 "
            "`TypeError`, 종류는 맞는데 배열의 모양이 맞지 않으면 `ValueError`입니다.",
            en="You seem to have assumed that a wrong length raises `TypeError`. That is for things of kinds that "
            "cannot be added; arrays of shapes that do not fit raise `ValueError`.",
        ),
        answers={"predictions": {"np.array([1, 2]) + np.array([1, 2, 3])": "TypeError"}},
    ),
    Misconception(
        id="wrong-kind-by-value",
        name=Text(ko="더할 수 없는 종류를 ValueError로 생각함", en="ValueError for a wrong kind"),
        text=Text(
            ko="더할 수 없는 종류일 때의 오류를 `ValueError`로 본 것 같습니다. 종류가 맞지 않으면 `TypeError`이고, "
            "`ValueError`는 종류는 맞는데 값이나 배열의 모양이 맞지 않을 때 납니다.",
            en="You seem to have assumed that kinds which cannot be added raise `ValueError`. That is a `TypeError`; "
            "`ValueError` is for a right kind with a wrong value, or with a shape that does not fit.",
        ),
        answers={"predictions": {"(200, 200) + (3)": "ValueError", "(200, 200) + [3]": "ValueError"}},
    ),
    Misconception(
        id="gib-taken-for-gb",
        name=Text(ko="GiB를 GB로 계산함", en="GB for GiB"),
        text=Text(
            ko="1 GiB를 10억 바이트로 계산한 것 같습니다. 10억 바이트는 1 GB이고, 1 GiB는 2³⁰ = "
            "1,073,741,824바이트입니다.",
            en="You seem to have taken a GiB for a billion bytes. A billion bytes are a GB; a GiB is 2³⁰ = "
            "1,073,741,824 bytes.",
        ),
        answers={"predictions": {'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': 4}},
    ),
    Misconception(
        id="bytes-forgotten",
        name=Text(ko="바이트 수를 곱하지 않음", en="Numbers counted, not bytes"),
        text=Text(
            ko="수의 개수까지만 곱한 것 같습니다. `float32` 하나가 4바이트이므로 4를 더 곱해야 바이트 수가 됩니다.",
            en="You seem to have counted the numbers and not their bytes. Each `float32` takes 4 bytes: "
            "multiply by 4, too.",
        ),
        answers={
            "predictions": {
                '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize': 886_800_000,
                'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': 1,
            }
        },
    ),
    Misconception(
        id="bits-for-bytes",
        name=Text(ko="바이트를 비트로 셈", en="Bits for bytes"),
        text=Text(
            ko="수 하나를 32바이트로 계산한 것 같습니다. `float32`의 32는 비트 수이고, 8비트가 1바이트이므로 수 "
            "하나는 4바이트입니다. `itemsize`도 4입니다.",
            en="You seem to have taken 32 bytes for each number. The 32 of `float32` counts bits; eight bits are a "
            "byte, so a number takes 4 bytes, and `itemsize` is 4.",
        ),
        answers={
            "predictions": {
                '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize': 28_377_600_000,
                'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': 26,
            }
        },
    ),
)
