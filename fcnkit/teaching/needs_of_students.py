"""What each student of a class is to practise, as their gradebooks tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from fcnkit.course import Assignment
from fcnkit.grading.results import Outcome, Status, SubmissionResult
from fcnkit.misconception import load
from fcnkit.practice.focus_notes import Focus, Reason
from fcnkit.practice.item import AnyItem
from fcnkit.practice.takers import Taker
from fcnkit.quiz.feature import feature_of
from fcnkit.roster import Roster
from fcnkit.teaching.people import GradedClass, Member, members
from fcnkit.text import Text, joined

WHERE = Text(ko="과제 {number}의 {question}", en="assignment {number}, {question}")
ShownBy = Mapping[str, Sequence[AnyItem]]


def takers_of(classes: Sequence[GradedClass], roster: Roster | None, shown_by: ShownBy) -> dict[Taker, Focus]:
    """Everybody with what they are to practise; with a roster also who has never handed in."""
    everybody = members(classes, roster)
    names = Counter(member.label for member in everybody)
    about = {each.assignment.name: _items_about(each.assignment, shown_by) for each in classes}
    return {
        Taker(_name(member, names), member.id or member.label): _focus(member, classes, about) for member in everybody
    }


def _name(member: Member, names: Counter[str]) -> str:
    return f"{member.label} ({member.id})" if names[member.label] > 1 and member.id else member.label


def _focus(member: Member, classes: Sequence[GradedClass], about: Mapping[str, Mapping[str, Sequence[str]]]) -> Focus:
    mistakes: defaultdict[str, list[tuple[Text, Text]]] = defaultdict(list)
    left: defaultdict[str, list[Text]] = defaultdict(list)
    for each in classes:
        assignment, result = each.assignment, member.results.get(each.assignment.name)
        if result is not None and result.status is not Status.GRADED:
            continue  # nobody knows yet
        for question in result.questions if result else ():
            for named in question.misconceptions:
                mistakes[named.id].append((named.name, _where(assignment, question.id)))
        for question_id in _left_out(assignment, result):
            for item in about[assignment.name].get(question_id, ()):
                left[item].append(_where(assignment, question_id))
    return Focus(
        {
            id: Reason(found[0][0], joined(dict.fromkeys(where for _, where in found), ", "))
            for id, found in mistakes.items()
        },
        {item: joined(dict.fromkeys(places), ", ") for item, places in left.items()},
    )


def _where(assignment: Assignment, question: str) -> Text:
    return WHERE.format(number=assignment.name.partition("-")[0], question=question)


def _left_out(assignment: Assignment, result: SubmissionResult | None) -> list[str]:
    """The questions that were never attempted: all of an assignment that was not handed in."""
    if result is None:
        return [question.id for question in assignment.config.questions]
    return [question.id for question in result.questions if question.outcome is Outcome.UNATTEMPTED]


def _items_about(assignment: Assignment, shown_by: ShownBy) -> dict[str, list[str]]:
    """The items about each question: those that can show a mistake in what it asks for."""
    known = [] if feature_of(assignment).has_variants else load(assignment.paths.suite)
    return {
        question.id: sorted(
            {
                item.id
                for misconception in known
                if {*question.names} & {*misconception.answers, *misconception.signs}
                for item in shown_by.get(misconception.id, ())
            }
        )
        for question in assignment.config.questions
    }
