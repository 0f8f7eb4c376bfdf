from otter.test_files import test_case

OK_FORMAT = False

name = "stretch1"
points = None

@test_case(points=None, hidden=False)
def test_nms(LANG, nms):
    from fcnlab import Check
    check = Check(LANG, nms, 'nms')
    boxes = [(10, 10, 10, 10), (11, 10, 10, 10), (40, 40, 10, 10)]
    check(boxes, [0.8, 0.9, 0.7], gives=[1, 2])
    check(boxes, [0.8, 0.9, 0.7], threshold=0.9, gives=[1, 0, 2])
    chain = [(10, 10, 10, 10), (14, 10, 10, 10), (18, 10, 10, 10)]
    check(chain, [0.9, 0.8, 0.7], threshold=0.4, gives=[0, 2])
    check([(10, 10, 8, 40), (10, 10, 8, 8)], [0.6, 0.9], threshold=0.1, gives=[1])
    check([(10, 10, 8, 40), (10, 10, 8, 8)], [0.6, 0.9], threshold=0.3, gives=[1, 0])
    check([], [], gives=[])

