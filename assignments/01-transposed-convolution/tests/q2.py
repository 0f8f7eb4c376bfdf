from otter.test_files import test_case

OK_FORMAT = False

name = "q2"
points = 15

@test_case(points=None, hidden=False)
def test_transposed_conv_output_size(np, transposed_conv_output_size):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    assert (transposed_conv_output_size and transposed_conv_output_size(2, 2)) is not None, not_answered
    np.testing.assert_equal(transposed_conv_output_size(2, 2), 3)
    np.testing.assert_equal(transposed_conv_output_size(3, 3, stride=2), 7)
    np.testing.assert_equal(transposed_conv_output_size(3, 3, stride=2, padding='same'), 6)

