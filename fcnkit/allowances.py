"""What a submission may use: time, memory, processes, output, files."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, Strict

Seconds = Annotated[float, Strict(), Field(gt=0, allow_inf_nan=False)]
Amount = Annotated[int, Strict(), Field(gt=0)]


class Limits(BaseModel):
    """The defaults hold for a course that has no `course.toml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cell_seconds: Seconds = 3
    """Seconds that one cell computes or sleeps; waiting for a CPU takes none of these, here and below."""
    cells_seconds: Seconds = 6
    """Seconds for all cells together, however often they are run; cells after that get a moment each, and in the end
    only their definitions are run."""
    call_seconds: Seconds = 2
    """Seconds for one call of a student's function."""
    question_seconds: Seconds = 6
    """CPU seconds for all calls of one question, so that it leaves time for the others."""
    total_seconds: Seconds = 14
    """Seconds that the whole submission computes or sleeps, including the grader's time to read its answers."""
    sleep_seconds: Seconds = 8
    """Seconds that its cells may sleep together before that counts as time, here and above."""
    memory_mib: Amount = 2048
    """Memory of all its processes together: what is resident or swapped out, and page tables."""
    processes: Amount = 64
    """Processes and threads at the same time."""
    open_files: Annotated[int, Strict(), Field(ge=16)] = 256
    """Descriptors that one process has open at the same time; Python itself needs some."""
    output_mib: Annotated[int, Strict(), Field(gt=0, le=64)] = 64
    """What one call hands back. What it prints goes nowhere and counts for nothing."""
    disk_mib: Amount = 64
    """Each file that is written; at isolation `strict`, all of them together."""

    def with_time(self, factor: float) -> Limits:
        """These limits with each number of seconds multiplied by `factor`."""
        seconds = {name: getattr(self, name) * factor for name in type(self).model_fields if name.endswith("_seconds")}
        return self.model_copy(update=seconds)


BY_PROFILE = {
    "numpy": Limits(),
    "keras": Limits(
        cell_seconds=60, cells_seconds=60, call_seconds=10, question_seconds=100, total_seconds=150, sleep_seconds=60
    ),
}
"""Defaults by profile, for what neither assignment nor course says: a model takes seconds to be built and tried."""
