from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 40

@test_case(points=None, hidden=False)
def test_build_fcn(np, build_fcn):
    not_answered = '\uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uac70\ub098 \uc140\uc744 \uc2e4\ud589\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4. / Not answered yet, or the cell has not been run.'
    model = build_fcn and build_fcn((16, 24), 4)
    assert model is not None, not_answered
    np.testing.assert_equal(tuple(model.output_shape[1:]), (16, 24, 4))
    probabilities = np.array(model(np.zeros((1, 16, 24, 3), dtype='float32')))
    np.testing.assert_allclose(probabilities.sum(axis=-1), np.ones((1, 16, 24)), rtol=0.001)

