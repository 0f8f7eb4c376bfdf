"""Part 2: terms to be written down."""

from .answer_sheet import asks

test_2_1 = asks("2.1", points=5)
test_2_2 = asks("2.2", points=5)
test_2_3 = asks("2.3", points=5)
test_2_4 = asks("2.4", points=5)
test_2_5 = asks("2.5", points=5)
test_2_6 = asks("2.6", points=5)
