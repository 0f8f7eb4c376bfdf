"""The course: where its content lies, and one typed configuration per assignment.

The only place that knows the folders `assignments/`, `solutions/`, `autograder/` and `shared/`.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from fcnkit.errors import ConfigError
from fcnkit.text import BadValue, Text
from fcnkit.toml_file import parse_toml

COURSE_FILE = "course.toml"
NO_DEADLINE = Text(
    ko="feedback = {feedback!r}에는 마감이 있어야 합니다. due = 2026-12-01T23:59:00+09:00처럼 쓰세요.",
    en="feedback = {feedback!r}; it needs a deadline, such as due = 2026-12-01T23:59:00+09:00",
)
ASKS_NOTHING = Text(
    ko="묻는 것이 없습니다. 함수(functions)나 변수(variables)의 이름을 쓰세요.",
    en="asks for nothing; name its functions or variables",
)
ONE_TEXT = Text(
    ko="채점 기준(rubric)이 있어 직접 채점하는 문제입니다. 글이 들어갈 변수 이름을 하나만 쓰세요.",
    en="is graded by hand (it has a rubric); name the one variable that holds the text",
)
SAME_ID = Text(ko="같은 id의 문제가 두 개 있습니다.", en="two questions have the same id")
NO_COURSE = Text(
    ko="{path}에는 과목이 없습니다. course.toml이 있는 폴더 안에서 실행하거나, `fcnkit init DIR`로 새 과목을 만드세요.",
    en="no course at {path}: run fcnkit inside the folder that holds course.toml, or make a course with "
    "`fcnkit init DIR`",
)
NO_ASSIGNMENT = Text(ko="{name!r} 과제가 없습니다. 있는 과제: {names}", en="no assignment {name!r}; there are: {names}")
NONE = Text(ko="없음", en="none")
COURSE_SAYS = Text(ko="{path}: {file}에 따르면 {what}", en="{path}: {file} says {what}")


class _Config(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Seconds = Annotated[float, Field(gt=0)]
Amount = Annotated[int, Field(gt=0)]
Attempts = Literal["last", "first", "best"]
"""Which of somebody's attempts counts."""
Feedback = Literal["full", "counts", "after_due"]
"""What students' pages tell before the deadline: all, how much is right in each question, or nothing."""


class Question(_Config):
    """One question: points as the hidden suite's checks must add up to them."""

    id: str = Field(pattern=r"^q[1-9][0-9]?$")
    title: Text
    points: float = Field(gt=0)
    functions: tuple[str, ...] = ()
    """Names that students define."""
    variables: tuple[str, ...] = ()
    """Names that students set, to a value or, of a dict that is handed out, under its keys."""
    rubric: Text | None = None
    """What a person grades by. A question with a rubric is graded by hand and has no hidden checks."""

    @model_validator(mode="after")
    def _asks_for_something(self) -> Question:
        if not self.functions and not self.variables:
            raise BadValue(ASKS_NOTHING)
        if self.rubric is not None and (self.functions or len(self.variables) > 1):
            raise BadValue(ONE_TEXT)
        return self


class Limits(_Config):
    """What a submission may use. The defaults hold for a course that has no `course.toml`."""

    cell_seconds: Seconds = 3
    """Seconds that one cell computes or sleeps; waiting for a CPU takes none of these, here and below."""
    cells_seconds: Seconds = 6
    """Likewise all cells, however often they are run; those after them get a moment each."""
    call_seconds: Seconds = 2
    """Likewise one call of a student's function."""
    question_seconds: Seconds = 6
    """CPU seconds for all calls of one question, so that it leaves time for the others."""
    total_seconds: Seconds = 14
    """Seconds that the whole submission computes or sleeps, with what reading its answers takes the grader."""
    sleep_seconds: Seconds = 8
    """Seconds of these in which it may sleep: a grader waits for it meanwhile."""
    memory_mib: Amount = 2048
    """Memory of all its processes together: what is resident or swapped out, and page tables."""
    processes: Amount = 64
    """Processes and threads at the same time."""
    open_files: Annotated[int, Field(ge=16)] = 256
    """Descriptors that one process has open at the same time; Python itself needs some."""
    output_mib: Annotated[int, Field(gt=0, le=64)] = 64
    """What one call hands back. What it prints goes nowhere and counts for nothing."""
    disk_mib: Amount = 64
    """Each file that is written; at isolation `strict`, all of them together."""


_LIMITS = {
    "numpy": Limits(),
    "keras": Limits(
        cell_seconds=60, cells_seconds=60, call_seconds=10, question_seconds=100, total_seconds=150, sleep_seconds=60
    ),
}
"""What neither the assignment nor the course says, by profile: a model takes seconds to be built and tried."""


class CourseConfig(_Config):
    """`course.toml`, parsed: defaults for all assignments."""

    title: Text | None = None
    """What the course is called, such as on decks of flash cards."""
    limits: Limits = Limits()
    attempts: Attempts = "last"
    feedback: Feedback = "full"


class AssignmentConfig(_Config):
    """`solutions/NN-topic/assignment.toml`, parsed."""

    title: Text
    profile: Literal["numpy", "keras"]
    questions: tuple[Question, ...]
    quiz: bool = False
    """The questions are drawn from `terminology.md`, and each student can get another draw."""
    pace: Text | None = None
    """When to do it and how long it takes, in a sentence for students."""
    limits: Limits = Limits()
    attempts: Attempts = "last"
    feedback: Feedback = "full"
    due: AwareDatetime | None = None
    """The deadline: from then on pages tell everything, whatever `feedback` says."""

    @model_validator(mode="after")
    def _has_a_deadline_to_wait_for(self) -> AssignmentConfig:
        if self.feedback == "after_due" and self.due is None:
            raise BadValue(NO_DEADLINE, feedback=self.feedback)
        return self

    @model_validator(mode="after")
    def _ids_are_unique(self) -> AssignmentConfig:
        ids = [question.id for question in self.questions]
        if len(set(ids)) != len(ids):
            raise BadValue(SAME_ID)
        return self


@dataclass(frozen=True)
class Assignment:
    """One assignment: its configuration and its folders in each tree."""

    name: str
    config: AssignmentConfig
    root: Path

    @property
    def course(self) -> Course:
        """The course that it belongs to."""
        return Course(self.root)

    @property
    def course_file(self) -> Path:
        """Need not exist."""
        return self.root / COURSE_FILE

    @property
    def config_file(self) -> Path:
        return self.root / "solutions" / self.name / "assignment.toml"

    @property
    def master(self) -> Path:
        return self.root / "solutions" / self.name / "master.py"

    @property
    def alternatives(self) -> Path:
        return self.root / "solutions" / self.name / "alternatives"

    @property
    def suite(self) -> Path:
        return self.root / "autograder" / "suites" / self.name

    @property
    def variants(self) -> Path:
        """The draws of a quiz that were handed out; the file is there once there are any."""
        return self.suite / "variants.json"

    @property
    def terminology(self) -> Path:
        return self.course.terminology

    @property
    def handout(self) -> Path:
        return self.root / "assignments" / self.name

    @property
    def max_score(self) -> float:
        return sum(question.points for question in self.config.questions)

    @property
    def rubrics(self) -> dict[str, Text]:
        """The rubrics of the questions that a person grades, by the questions' ids."""
        return {question.id: question.rubric for question in self.config.questions if question.rubric is not None}


@dataclass(frozen=True)
class Course:
    """A course: the folder that holds `course.toml`, or else `solutions/` and `autograder/suites/`."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> Course:
        """The course around `start`, by default the working folder, else the checkout that fcnkit runs from.

        Raises ConfigError where there is none.
        """
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents, *_checkout()):
            if (folder / COURSE_FILE).is_file() or (
                (folder / "solutions").is_dir() and (folder / "autograder" / "suites").is_dir()
            ):
                return cls(folder)
        raise ConfigError(NO_COURSE, path=here)

    @property
    def title(self) -> Text:
        """As `course.toml` has it, else the folder's name."""
        said = self._common().title
        return said if said is not None else Text(ko=self.root.name, en=self.root.name)

    @property
    def terminology(self) -> Path:
        """The sheet of terms. Need not exist."""
        return self.root / "terminology.md"

    @property
    def practice(self) -> Path:
        """The practice items, one folder for each topic. Need not exist."""
        return self.root / "autograder" / "practice"

    @property
    def blueprint(self) -> Path:
        """What a practice set holds where nothing else is asked for. Need not exist."""
        return self.practice / "blueprint.toml"

    @property
    def fcnlab(self) -> Path:
        """The package that students import: the course's own in `shared/`, else the one that is installed here."""
        own = self.root / "shared" / "fcnlab"
        installed = None if own.is_dir() else importlib.util.find_spec("fcnlab")
        return own if installed is None or installed.origin is None else Path(installed.origin).resolve().parent

    def names(self) -> list[str]:
        """All assignments' names, in the syllabus' order."""
        return sorted(path.parent.name for path in (self.root / "solutions").glob("*/assignment.toml"))

    def assignment(self, number_or_name: str) -> Assignment:
        """`01` or `01-transposed-convolution`."""
        for name in self.names():
            if number_or_name in (name, name.split("-")[0]):
                path = self.root / "solutions" / name / "assignment.toml"
                return Assignment(name, self._config(path), self.root)
        raise ConfigError(NO_ASSIGNMENT, name=number_or_name, names=", ".join(self.names()) or NONE)

    def _config(self, path: Path) -> AssignmentConfig:
        """The assignment's own configuration; what it leaves out of limits, attempts and feedback, the course says."""
        config = parse_toml(path, AssignmentConfig)
        course = self._common()
        said = config.model_fields_set
        unsaid = {name: getattr(course, name) for name in ("attempts", "feedback") if name not in said}
        said_of_limits = [each.limits.model_dump(exclude_unset=True) for each in (course, config)]
        limits = _LIMITS[config.profile].model_copy(update=said_of_limits[0] | said_of_limits[1])
        merged = config.model_copy(update={"limits": limits, **unsaid})
        if merged.feedback == "after_due" and merged.due is None:
            what = NO_DEADLINE.format(feedback=merged.feedback)
            raise ConfigError(COURSE_SAYS, path=path, file=COURSE_FILE, what=what)
        return merged

    def _common(self) -> CourseConfig:
        file = self.root / COURSE_FILE
        return parse_toml(file, CourseConfig) if file.exists() else CourseConfig()


def _checkout() -> list[Path]:
    """The course in whose checkout fcnkit itself lies; none where it is installed."""
    folder = Path(__file__).resolve().parents[1]
    return [folder] if (folder / COURSE_FILE).is_file() and not folder.name.endswith("-packages") else []
