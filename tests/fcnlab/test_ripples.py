"""The learned upsampling is what the picture says: a transposed convolution, learned, and judged on an unseen image."""

import numpy as np
from fcnlab import ripples
from fcnlab.ripples import FACTOR, REACH, Image


def stamped(image: Image, kernel: Image) -> Image:
    """Transposed convolution by its definition, on the image with its border repeated, cropped to the image."""
    padded = np.pad(image, REACH, mode="edge")
    side = kernel.shape[0]
    sheet = np.zeros([(n - 1) * FACTOR + side for n in padded.shape])
    for (i, j), value in np.ndenumerate(padded):
        sheet[i * FACTOR : i * FACTOR + side, j * FACTOR : j * FACTOR + side] += value * kernel
    start = 2 * REACH * FACTOR
    rows, cols = (n * FACTOR for n in image.shape)
    return sheet[start : start + rows, start : start + cols]


def test_enlarging_is_transposed_convolution() -> None:
    rng = np.random.default_rng(0)
    image, kernel = rng.random((6, 9)), rng.random(((2 * REACH + 1) * FACTOR,) * 2)
    np.testing.assert_allclose(ripples.enlarge(image, kernel), stamped(image, kernel))


def test_the_learned_kernel_beats_interpolation_on_an_image_it_has_not_seen() -> None:
    result = ripples.enlargement()
    assert ripples.TEST_SEED not in ripples.TRAINING_SEEDS
    learned = ripples.error(result.learned, result.original)
    assert learned < 0.6 * ripples.error(result.bilinear, result.original)
    np.testing.assert_allclose(result.learned, stamped(result.shrunk, result.learned_kernel))


def test_the_test_image_was_not_picked_for_its_success() -> None:
    kernel = ripples.enlargement().learned_kernel
    for seed in range(20, 30):
        original = ripples.ripples(seed)
        small = ripples.shrink(original)
        learned = ripples.error(ripples.enlarge(small, kernel), original)
        assert learned < 0.7 * ripples.error(ripples.interpolate(small), original), seed


def test_a_learned_kernel_gives_back_what_was_made_with_it() -> None:
    """Least squares finds the kernel where there is one: images that one pixel's block determines."""
    flat = [np.kron(np.random.default_rng(seed).random((24, 24)), np.ones((FACTOR, FACTOR))) for seed in range(3)]
    kernel = ripples.learn_kernel(flat)
    wanted = np.zeros_like(kernel)
    wanted[REACH * FACTOR : (REACH + 1) * FACTOR, REACH * FACTOR : (REACH + 1) * FACTOR] = 1
    np.testing.assert_allclose(kernel, wanted, atol=1e-9)


def test_interpolation_keeps_a_slope_and_the_mean_of_flat_images() -> None:
    slope = np.add.outer(np.arange(5.0), 2 * np.arange(4.0))
    inside = ripples.interpolate(slope)[FACTOR:-FACTOR, FACTOR:-FACTOR]
    np.testing.assert_allclose(np.diff(inside, axis=0), 1 / FACTOR)
    np.testing.assert_allclose(np.diff(inside, axis=1), 2 / FACTOR)
    np.testing.assert_allclose(ripples.interpolate(np.full((3, 2), 0.3)), 0.3)
