"""The course: where its content lies, and one typed configuration per assignment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, Strict, model_validator

from fcnkit.allowances import BY_PROFILE, Limits
from fcnkit.assignment_name import no_assignment, whole_name
from fcnkit.assignment_paths import AssignmentPaths
from fcnkit.course_folder import COURSE_FILE, CourseFolder
from fcnkit.deadlines.late_work import LateWork
from fcnkit.deadlines.moments import near
from fcnkit.deadlines.settings import Deadlines
from fcnkit.errors import ConfigError
from fcnkit.points import added
from fcnkit.text import BadValue, Text, same
from fcnkit.toml_file import TomlFile, parse_toml

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
COURSE_SAYS = Text(ko="{path}: {file}에 따르면 {what}", en="{path}: {file} says {what}")


class _Config(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _in_reach(due: object) -> object:
    """Before its lack of a zone is told: the course's could not be added."""
    return near(due) if isinstance(due, datetime) else due


Attempts = Literal["last", "first", "best"]
"""Which of somebody's attempts counts."""
Feedback = Literal["full", "counts", "after_due"]
"""What students' pages tell before the deadline: all, how much is right in each question, or nothing."""


class Question(_Config):
    """One question: points as the hidden suite's checks must add up to them."""

    id: str = Field(pattern=r"^q[1-9][0-9]?$")
    title: Text
    points: Annotated[float, Strict(), Field(gt=0, allow_inf_nan=False)]
    functions: tuple[str, ...] = ()
    """Names that students define."""
    variables: tuple[str, ...] = ()
    """Names that students set: to a value or, for a dict in the hand-out, by filling in its keys."""
    rubric: Text | None = None
    """What a person grades by. A question with a rubric is graded by hand and has no hidden checks."""

    @model_validator(mode="after")
    def _asks_for_something(self) -> Question:
        if not self.functions and not self.variables:
            raise BadValue(ASKS_NOTHING)
        if self.rubric is not None and (self.functions or len(self.variables) > 1):
            raise BadValue(ONE_TEXT)
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """All that it asks for."""
        return *self.functions, *self.variables


class Theme(_Config):
    """An idea behind misconceptions of several assignments: who holds two of these makes one mistake twice."""

    name: Text
    misconceptions: tuple[str, ...] = Field(min_length=2)
    """Their ids, whichever assignment they are of."""


class CourseConfig(Deadlines):
    """`course.toml`, parsed: defaults for all assignments."""

    title: Text | None = None
    """What the course is called, such as on decks of flash cards."""
    limits: Limits = Limits()
    attempts: Attempts = "last"
    feedback: Feedback = "full"
    run_shown: Annotated[bool, Strict()] = False
    weights: dict[str, Annotated[float, Strict(), Field(ge=0, allow_inf_nan=False)]] = Field(default={})
    """What each assignment, by number or name, counts in the term; empty: all the same."""
    themes: tuple[Theme, ...] = ()
    """For the page over a term."""


class AssignmentConfig(_Config):
    """`solutions/NN-topic/assignment.toml`, parsed."""

    title: Text
    profile: Literal["numpy", "keras"]
    questions: tuple[Question, ...]
    quiz: Annotated[bool, Strict()] = False
    """The questions are drawn from `terminology.md`, and each student can get another draw."""
    pace: Text | None = None
    """When to do it and how long it takes, in a sentence for students."""
    limits: Limits = Limits()
    attempts: Attempts = "last"
    feedback: Feedback = "full"
    run_shown: Annotated[bool, Strict()] = False
    """Whether cells of the hand-out that only show something are run when it is graded, too."""
    due: Annotated[AwareDatetime | None, BeforeValidator(_in_reach)] = None
    """The deadline: from then on pages tell everything, whatever `feedback` says, and work is late."""
    late: LateWork = LateWork()

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
class ScoreSheet:
    """What an assignment's questions ask for, and what they are worth."""

    questions: tuple[Question, ...]

    @property
    def max_score(self) -> float:
        return added(question.points for question in self.questions)

    @property
    def automatic(self) -> float:
        """The points of the questions that no person grades."""
        return added(question.points for question in self.questions if question.rubric is None)

    @property
    def rubrics(self) -> dict[str, Text]:
        """The rubrics of the questions that a person grades, by the questions' ids."""
        return {question.id: question.rubric for question in self.questions if question.rubric is not None}

    @property
    def names(self) -> dict[str, tuple[str, ...]]:
        """The functions and variables that each question asks for, by the questions' ids."""
        return {question.id: question.functions + question.variables for question in self.questions}


@dataclass(frozen=True)
class Assignment:
    """One assignment: where its files lie, its settings and its questions, which are asked for one by one."""

    paths: AssignmentPaths
    config: AssignmentConfig

    @property
    def name(self) -> str:
        return self.paths.name

    @property
    def scores(self) -> ScoreSheet:
        return ScoreSheet(self.config.questions)

    def with_time(self, factor: float) -> Assignment:
        """This assignment with each limit in seconds multiplied by `factor`."""
        limits = self.config.limits.with_time(factor)
        return replace(self, config=self.config.model_copy(update={"limits": limits}))

    @property
    def course(self) -> Course:
        """The course that it belongs to."""
        return Course(self.paths.root)


@dataclass(frozen=True)
class Course(CourseFolder):
    """A course: what lies in its folder, and what its files say."""

    @property
    def title(self) -> Text:
        """From `course.toml`, else the folder's name."""
        said = self._common().title
        return said if said is not None else same(self.root.name)

    @property
    def weights(self) -> dict[str, float]:
        """What each assignment counts in the term, by its whole name. Raises ConfigError for one that is not there."""
        said = {whole_name(name, self.names()): weight for name, weight in self._common().weights.items()}
        return {name: said.get(name, 0.0) if said else 1.0 for name in self.names()}

    @property
    def themes(self) -> tuple[Theme, ...]:
        """What misconceptions of several assignments have in common, as `course.toml` says."""
        return self._common().themes

    @property
    def timezone(self) -> tzinfo:
        """The zone in which times are shown: from `course.toml`, else UTC."""
        return self._common().timezone or UTC

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

    def assignment(self, number_or_name: str) -> Assignment:
        """`01`, `1` or `01-transposed-convolution`."""
        paths = self.paths(number_or_name)
        return Assignment(paths, self._config(paths.config_file))

    def _config(self, path: Path) -> AssignmentConfig:
        """The assignment's own configuration; what it leaves out and a course may say, the course says."""
        course = self._common()
        config = TomlFile(path).parse(AssignmentConfig, lambda said: course.complete(said, path.parent.name))
        said = config.model_fields_set
        unsaid = {name: getattr(course, name) for name in ("attempts", "feedback", "run_shown") if name not in said}
        said_of_limits = [each.limits.model_dump(exclude_unset=True) for each in (course, config)]
        limits = BY_PROFILE[config.profile].model_copy(update=said_of_limits[0] | said_of_limits[1])
        merged = config.model_copy(update={"limits": limits, "late": course.late_work(config.late), **unsaid})
        if merged.feedback == "after_due" and merged.due is None:
            what = NO_DEADLINE.format(feedback=merged.feedback)
            raise ConfigError(COURSE_SAYS, path=path, file=COURSE_FILE, what=what)
        return merged

    def _common(self) -> CourseConfig:
        if not self.file.exists():
            return CourseConfig()
        config, names = parse_toml(self.file, CourseConfig), self.names()
        key = config.of_nothing(names)
        # Where Gradescope grades, one assignment is there, without its master.
        is_whole = any((self.root / "solutions").glob("*/master.py"))
        if key is not None and is_whole:
            raise TomlFile(self.file).error(("due", key), same("{what}"), what=no_assignment(key, names))
        return config
