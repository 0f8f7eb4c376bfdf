"""Part 3: terms and descriptions."""

from .answer_sheet import asks

test_3_1 = asks("3.1", points=5)
test_3_2 = asks("3.2", points=5)
test_3_3 = asks("3.3", points=5)
test_3_4 = asks("3.4", points=5)
test_3_5 = asks("3.5", points=5)
test_3_6 = asks("3.6", points=5)
