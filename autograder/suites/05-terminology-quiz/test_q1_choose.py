"""Part 1: one of several options."""

from .answer_sheet import asks

test_1_1 = asks("1.1", points=5)
test_1_2 = asks("1.2", points=5)
test_1_3 = asks("1.3", points=5)
test_1_4 = asks("1.4", points=5)
test_1_5 = asks("1.5", points=5)
test_1_6 = asks("1.6", points=5)
test_1_7 = asks("1.7", points=5)
test_1_8 = asks("1.8", points=5)
