"""The loss that assignment 03 trains with."""

import numpy as np
import pytest
from fcnlab import pixel_loss


@pytest.mark.xdist_group("keras")
def test_it_is_the_mean_of_minus_the_logarithm_of_what_the_right_class_gets():
    keras = pytest.importorskip("keras")
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 3, (2, 4, 5, 1))
    probabilities = rng.dirichlet(np.ones(3), (2, 4, 5)).astype("float32")
    wanted = -np.log(np.take_along_axis(probabilities, labels, axis=-1)).mean()
    loss = keras.ops.mean(pixel_loss(keras.ops.convert_to_tensor(labels), keras.ops.convert_to_tensor(probabilities)))
    assert float(loss) == pytest.approx(wanted, rel=1e-5)
