from otter.test_files import test_case

OK_FORMAT = False

name = "q4"
points = 15

@test_case(points=None, hidden=False)
def test_split_cell(LANG, np, split_cell):
    from fcnlab import Check
    check = Check(LANG, split_cell, 'split_cell')
    cell = np.array([0.5, -1.0, 0.25, 2.0, 3.0, -0.5, 1.5])
    one = {'box': (0.5, -1.0, 0.25, 2.0), 'objectness': 3.0, 'classes': [-0.5, 1.5]}
    check(cell, 2, num_boxes=1, gives=[one], loosely=True)
    numbers = np.arange(14.0)
    first = {'box': (0.0, 1.0, 2.0, 3.0), 'objectness': 4.0, 'classes': [5.0, 6.0]}
    second = {'box': (7.0, 8.0, 9.0, 10.0), 'objectness': 11.0, 'classes': [12.0, 13.0]}
    check(numbers, 2, num_boxes=2, gives=[first, second], loosely=True)

