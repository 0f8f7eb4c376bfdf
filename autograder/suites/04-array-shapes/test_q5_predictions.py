"""Question 5: what expressions give. Each is a check of its own, since none of them depends on another."""

from collections.abc import Callable

from fcnkit.suite import Student, Text, check

from .functions import PREDICTIONS


def asks(expression: str, points: float) -> Callable[[Student], None]:
    @check("q5", points=points, title=Text(ko=f"`{expression}`의 결과", en=f"What `{expression}` gives"))
    def test(student: Student) -> None:
        student.assert_entry(PREDICTIONS, expression)

    return test


test_tuples_added = asks("(7390,) + (200, 200) + (3,)", points=2)
test_lists_added = asks("[200, 200] + [3]", points=1)
test_texts_added = asks('len("200" + "3")', points=1)
test_tuple_doubled = asks("(200, 200) * 2", points=2)
test_arrays_added = asks("np.array([200, 200]) + np.array([3])", points=2)
test_array_doubled = asks("np.array([200, 200]) * 2", points=1)
test_tuple_and_array = asks("(7390,) + np.array([200, 200])", points=2)
test_parentheses = asks("(3)", points=1)
test_comma = asks("(3,)", points=1)
test_tuple_and_integer = asks("(200, 200) + (3)", points=1)
test_tuple_and_list = asks("(200, 200) + [3]", points=2)
test_lengths_differ = asks("np.array([1, 2]) + np.array([1, 2, 3])", points=2)
test_bytes = asks('7390 * 200 * 200 * 3 * np.dtype("float32").itemsize', points=2)
test_gibibytes = asks('round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)', points=2)
