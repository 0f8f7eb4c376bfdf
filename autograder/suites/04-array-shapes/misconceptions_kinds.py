"""Misconceptions about the kind of what an expression gives: a tuple, a list, an array, or an error."""

from __future__ import annotations

import numpy as np

from fcnkit.suite import Misconception, Text

KINDS = (
    Misconception(
        id="array-written-as-a-list",
        name=Text(ko="배열을 리스트로 씀", en="An array written as a list"),
        text=Text(
            ko="수는 모두 맞지만 리스트라고 썼습니다. 리스트의 `+`와 `*`는 이어 붙이므로, 같은 자리의 수끼리 계산한 "
            "결과는 배열입니다. `np.array([1, 2])`처럼 배열로 쓰세요.",
            en="All numbers are right, but they stand in a list. With lists `+` and `*` join; what was worked out "
            "number by number is an array. Write one, such as `np.array([1, 2])`.",
        ),
        answers={
            "predictions": {
                "np.array([200, 200]) + np.array([3])": [203, 203],
                "np.array([200, 200]) * 2": [400, 400],
                "(7390,) + np.array([200, 200])": [7590, 7590],
            }
        },
    ),
    Misconception(
        id="kind-of-the-first-stays",
        name=Text(ko="배열을 더해도 튜플로 남는다고 생각함", en="A tuple in spite of an array"),
        text=Text(
            ko="수는 모두 맞지만 튜플이 나온다고 생각한 것 같습니다. 앞에 있는 것이 튜플이어도, 한쪽이 NumPy 배열이면 "
            "결과는 배열입니다.",
            en="All numbers are right, but you seem to have assumed that a tuple comes out. Where either side is a "
            "NumPy array the result is one, whatever stands in front.",
        ),
        answers={"predictions": {"(7390,) + np.array([200, 200])": (7590, 7590)}},
    ),
    Misconception(
        id="list-and-tuple-confused",
        name=Text(ko="리스트와 튜플을 바꾸어 씀", en="A list for a tuple, or a tuple for a list"),
        text=Text(
            ko="항목은 모두 맞지만 리스트와 튜플을 바꾸어 썼습니다. 튜플끼리 이어 붙이면 튜플이, 리스트끼리 이어 "
            "붙이면 리스트가 됩니다. 둥근 괄호는 튜플, 대괄호는 리스트입니다.",
            en="All entries are right, but a list stands for a tuple, or a tuple for a list. Tuples joined make a "
            "tuple, and lists a list. Round brackets are a tuple's, square ones a list's.",
        ),
        answers={
            "predictions": {
                "(7390,) + (200, 200) + (3,)": [7390, 200, 200, 3],
                "[200, 200] + [3]": (200, 200, 3),
                "(200, 200) * 2": [200, 200, 200, 200],
                "(3,)": [3],
            }
        },
    ),
    Misconception(
        id="tuples-taken-not-to-add",
        name=Text(ko="튜플과 리스트는 더할 수 없다고 생각함", en="Tuples and lists taken not to add"),
        text=Text(
            ko="튜플이나 리스트에는 `+`와 `*`를 쓸 수 없다고 생각한 것 같습니다. 튜플을 바꿀 수 없다는 것은 이미 만든 "
            "튜플의 항목을 고칠 수 없다는 뜻입니다. `+`와 `*`는 이어 붙인 것을 새로 만듭니다.",
            en="You seem to have assumed that `+` and `*` do not work with tuples and lists. That a tuple cannot be "
            "changed means that its entries stay as they are; `+` and `*` join them into something new.",
        ),
        answers={
            "predictions": {
                "(7390,) + (200, 200) + (3,)": "TypeError",
                "[200, 200] + [3]": "TypeError",
                "(200, 200) * 2": "TypeError",
            }
        },
    ),
    Misconception(
        id="tuples-taken-to-need-one-length",
        name=Text(ko="튜플과 리스트의 길이가 같아야 한다고 생각함", en="Tuples and lists taken to need one length"),
        text=Text(
            ko="길이가 다르면 튜플이나 리스트를 더할 수 없다고 생각한 것 같습니다. 길이를 따지는 것은 같은 자리의 "
            "수끼리 계산하는 NumPy 배열입니다. 튜플과 리스트는 길이가 달라도 이어 붙습니다.",
            en="You seem to have assumed that tuples or lists of different lengths cannot be added. It is NumPy arrays "
            "that ask for that, as they are added number by number. Tuples and lists of any lengths are joined.",
        ),
        answers={"predictions": {"(7390,) + (200, 200) + (3,)": "ValueError", "[200, 200] + [3]": "ValueError"}},
    ),
    Misconception(
        id="letters-not-counted",
        name=Text(ko="`len`을 적용하지 않음", en="`len` left out"),
        text=Text(
            ko='문자열을 이어 붙인 결과를 그대로 쓴 것 같습니다. `"200" + "3"`은 글자 네 개짜리 문자열이고, `len`은 '
            "그 글자의 개수를 셉니다.",
            en='You seem to have written down the joined string itself. `"200" + "3"` is a string of four letters, '
            "and `len` counts them.",
        ),
        answers={"predictions": {'len("200" + "3")': 2003}},
    ),
    Misconception(
        id="long-array-cut",
        name=Text(ko="긴 배열의 남는 수를 버린다고 생각함", en="The longer array cut"),
        text=Text(
            ko="길이가 다른 배열을 더하면 `zip`처럼 짧은 쪽까지만 계산한다고 생각한 것 같습니다. NumPy는 남는 수를 "
            "버리지 않습니다. 길이가 2와 3이면 맞출 수 없으므로 `ValueError`입니다.",
            en="You seem to have assumed that numbers are added up to the end of the shorter array, as `zip` does. "
            "NumPy drops nothing: lengths 2 and 3 do not fit, and that is a `ValueError`.",
        ),
        answers={"predictions": {"np.array([1, 2]) + np.array([1, 2, 3])": np.array([2, 4])}},
    ),
)
