"""A batch of video clips as a sheet of frames: a row for each clip, a column for each moment."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from fcnlab.canvas import SMALL, Canvas, text_width
from fcnlab.palette import GREY
from fcnlab.picture import Picture
from fcnlab.wording import Lang, say

Clips = npt.NDArray[np.uint8]

MOST_CLIPS, MOST_FRAMES = 4, 8
FRAME, GAP = 2.4, 0.35
"""How wide a frame is drawn, and how far apart, in cells."""
SKY, GROUND, BALLS = (214, 232, 247), (150, 190, 140), ((214, 74, 58), (242, 170, 60), (70, 90, 180), (120, 60, 140))


def video_clips(num_clips: int, num_frames: int, *, img_size: tuple[int, int] = (24, 32)) -> Clips:
    """Drawn clips in which a ball is thrown: uint8 (num_clips, num_frames) + img_size + (3,), the same at each call."""
    height, width = img_size
    video: Clips = np.empty((num_clips, num_frames, *img_size, 3), "uint8")
    rows, cols = np.mgrid[:height, :width]
    floor = round(height * 0.85)
    for clip in range(num_clips):
        for frame in range(num_frames):
            time = (frame + 0.5) / num_frames
            across = (time if clip % 2 == 0 else 1 - time) * width
            up = floor - 2 - 4 * time * (1 - time) * height * (0.55 - 0.12 * (clip % 3))
            video[clip, frame] = np.where(rows[..., None] < floor, SKY, GROUND)
            video[clip, frame][np.hypot(rows - up, cols - across) < height / 8] = BALLS[clip % len(BALLS)]
    return video


def frames(video: npt.NDArray[Any], *, kernel: tuple[int, int, int] | None = None, lang: Lang) -> Picture:
    """The frames of a batch of clips, a uint8 array (clips, frames, height, width, 3).

    `kernel` (frames, height, width) is drawn on the first clip, above its middle. Raises ValueError for arrays
    of another shape, and for more than fit on a sheet.
    """
    if video.ndim != 5 or video.shape[-1] != 3 or video.shape[0] > MOST_CLIPS or video.shape[1] > MOST_FRAMES:
        raise ValueError(
            f"video of shape {video.shape}: draw (clips, frames, height, width, 3), "
            f"at most {MOST_CLIPS} clips of {MOST_FRAMES} frames"
        )
    if kernel is not None and any(size > of for size, of in zip(kernel, video.shape[1:4], strict=True)):
        raise ValueError(f"a kernel of {kernel} does not fit into frames, height and width {video.shape[1:4]}")
    return Picture(say(lang, ko="동영상 배치", en="a batch of video clips"), lambda: _draw(video, kernel, lang))


def _draw(video: Clips, kernel: tuple[int, int, int] | None, lang: Lang) -> Canvas:
    num_clips, num_frames, height, width = video.shape[:4]
    pixel = FRAME / max(height, width)
    names = [f"clips[{clip}]" for clip in range(num_clips)]
    left = 1.0 + max(map(text_width, names))
    step = height * pixel + GAP
    notes = _notes(video.shape, kernel, lang)
    wide = max(left + num_frames * (FRAME + GAP) + 0.3, *(1.0 + text_width(note) for note in notes))
    canvas = Canvas(wide, 1.4 + num_clips * step + 0.8 * len(notes), lang)
    for frame in range(num_frames):
        label = say(lang, ko=f"프레임 {frame}", en=f"frame {frame}")
        canvas.text((left + frame * (FRAME + GAP) + FRAME / 2, 0.6), label, size=SMALL, color=GREY)
    for clip, name in enumerate(names):
        top = 1.1 + clip * step
        canvas.text((0.5, top + height * pixel / 2), name, left=True)
        for frame in range(num_frames):
            canvas.image((left + frame * (FRAME + GAP), top), FRAME, video[clip, frame], (0, 255))
    if kernel is not None:
        down, across = (height - kernel[1]) // 4, (width - kernel[2]) // 2
        for frame in range(kernel[0]):
            corner = (left + frame * (FRAME + GAP) + across * pixel, 1.1 + down * pixel)
            canvas.frame(corner, (kernel[2] * pixel, kernel[1] * pixel))
    for line, note in enumerate(notes):
        canvas.text((0.5, 1.4 + num_clips * step + 0.8 * line), note, left=True, color=GREY)
    return canvas


def _notes(shape: tuple[int, ...], kernel: tuple[int, int, int] | None, lang: Lang) -> list[str]:
    meanings = say(
        lang,
        ko=f"모양 {shape}: 클립, 프레임, 높이, 너비, 채널",
        en=f"shape {shape}: clips, frames, height, width, channels",
    )
    if kernel is None:
        return [meanings]
    size = " × ".join(map(str, kernel))
    return [
        meanings,
        say(
            lang,
            ko=f"검은 틀: {size} 커널 하나가 한 번에 보는 곳(프레임 × 높이 × 너비)",
            en=f"black frames: what one kernel of {size} sees at once (frames × height × width)",
        ),
    ]
