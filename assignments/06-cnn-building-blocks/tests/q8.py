from otter.test_files import test_case

OK_FORMAT = False

name = "q8"
points = 8

@test_case(points=None, hidden=False)
def test_multiply_adds(LANG, multiply_adds):
    from fcnlab import Check
    check = Check(LANG, multiply_adds, 'multiply_adds')
    check((3,), 1, 2, (10,), gives=60)
    check((3, 3), 3, 64, (224, 224), gives=86704128)
    check(kernel=(3, 3, 3), in_channels=1, out_channels=1, output_size=(2, 5, 5), gives=1350)

