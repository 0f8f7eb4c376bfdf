"""What is said of wrong answers that students write: true, and of most of them more than that they are wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import slips_of_loops  # noqa: F401  # adds to SLIPS
from hidden_suite import suite_of
from judged_here import Here, explained
from slips_by_hand import SLIPS

from fcnkit.course import Course

COURSE = Course.find(Path(__file__))
SUITES = {number: suite_of(number) for number in ("01", "02", "03", "04", "06")}
TOLD = {
    "one_slash": "fraction-left",
    "brackets_forgotten": "mostly-stride-1",
    "one_inside_the_brackets": "off-by-one",
    "same_always_one_more": "same-always-one-more",
    "brackets_around_the_sum": "too-large",
    "same_between_the_first_and_last": "formula-is-(size - 1) * stride + 1-where-padding-is-same",
    "min_for_max": "gap-forgotten tail-forgotten",
    "stamped_side_by_side": "stamps-one-cell-apart",
    "the_largest_where_they_overlap": "overlap-largest",
    "the_mean_where_they_overlap": "overlap-averaged",
    "median_of_the_block": "shrink-median",
    "steps_of_five": "boxes-five-apart",
    "returned_in_the_loop": "only-x.shape[0]-1",
    "the_last_channel_stays": "last-channel-only",
    "columns_never_move": "mostly-input_shape[1]-equals-kernel.shape[1]",
    "rows_counted_by_the_image": "copied-.shape[1]-.shape[0]",
    "peak_of_the_picture": "too-small",
    "twenty_times_the_log": "psnr-twenty-of-squares",
    "brackets_in_the_wrong_place": "formula-raised-num_boxes-num_classes",
    "depth_in_front": "swapped-0-2-[i]",
    "only_the_last_is_kept": "last-only",
    "sides_added": "side-doubled",
    "strides_added_first": "too-small",
    "boxes_in_columns": "numbers-by-kind",
    "cell_forgotten": "arguments-ignored-cell_xy",
    "anchor_turned": "arguments-turned-anchor",
    "best_last": "reversed",
    "pixels_in_one_axis": "height-times-width",
    "always_three_channels": "arguments-ignored-channels-3",
    "ones": "left-uninitialised",
    "the_last_is_left_out": "arguments-without-last-samples",
    "a_bias_for_each_channel_in": "bias-per-input-channel",
    "kernel_doubled": "kernel-doubled",
    "first_step_alone": "formula-away-in_channels*out_channels-",
    "gaps_counted_as_dilation": "gaps-of-dilation",
    "strides_ignored": "strides-ignored",
    "own_stride_counted": "stride-too-early",
    "minus_before_times": "brackets-forgotten",
    "zeros_made_once": "sum-carried-over",
    "one_window_too_few": "matrix-last-windows-missing",
    "all_divided": "bilinear-brackets-too-wide",
    "what_is_left_is_divided": "strides-one-after-another",
    "skipped_where_nothing_is_right": "no-overlap-left-out",
    "skipped_unless_in_both": "only-shared",
    "the_index_never_grows": "always-the-same-place",
    "one_mask": "batch-axis-forgotten",
    "own_stride_times_own_kernel": "own-stride-alone",
    "a_square_kernel_assumed": "arguments-all-first-kernel",
    "windows_gathered": "downsampled-instead",
    "gap_forgotten_before_cropping": "gap-forgotten",
    "cropped_by_one_side": "same-cropped-alike",
    "depth_of_all_scales": "scales-for-boxes",
    "next_place_if_there_is_one": "one-place-late",
}
"""By name or relation; the others by what a check says."""


@pytest.mark.parametrize(
    ("number", "name", "answer"),
    [
        pytest.param(number, name, answer, id=f"{number}-{what}")
        for (number, name), slips in SLIPS.items()
        for what, answer in slips.items()
    ],
)
def test_a_slip_is_told(number: str, name: str, answer: Callable[..., Any]) -> None:
    here = Here(SUITES[number], name, answer)
    how, *what = explained(here.judged(), here)
    assert how != "right"
    assert (" ".join(sorted(what)) if how in ("named", "related") else "") == TOLD.get(answer.__name__, "")


def test_nothing_is_expected_of_what_nobody_wrote() -> None:
    assert {*TOLD} <= {what for slips in SLIPS.values() for what in slips}
