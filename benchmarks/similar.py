"""How well copied work is found: `python benchmarks/similar.py 01 --people 40 --seed 1`.

Makes a class of solutions put together at random from the alternatives, the solution and the misconceptions of an
assignment, and a disguised copy of each: renamed, reordered, loops rewritten, comments in Korean. Prints the share of
copies among the first 20 places to look, the share of copies that are shown at all, and the time. Two independent
solutions often hold the same alternative to the letter, which real students' never do. No code is run: a misconception
stands for the wrong answers that grading would name.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import random
import textwrap
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mutations import mutants

from fcnkit.authoring.master_blocks import without_checks
from fcnkit.authoring.places import read_answers, read_master
from fcnkit.course import Assignment, Course, Question
from fcnkit.grading.intake import handed_out
from fcnkit.grading.results import CheckResult, NamedMisconception, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.misconception import load
from fcnkit.reports.similar_pairs import Pair
from fcnkit.teaching.copied_work import Work, similar
from fcnkit.text import same

Answer = tuple[str, str]
"""The source of a function with what it calls, and the misconception behind it, if any."""
TOP = 20


def answers(assignment: Assignment) -> Mapping[str, Sequence[Answer]]:
    """What can be written for each function."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    names = {name for question in assignment.config.questions for name in question.functions}
    sources = [read_answers(assignment, path) for path in sorted(assignment.paths.alternatives.glob("*.py"))]
    for source in [*sources, "\n".join(without_checks(read_master(assignment).cells_in("en")))]:
        for name, text in _functions(source).items():
            if name in names:
                found[name].append((text, ""))
    for misconception in load(assignment.paths.suite):
        for name, answer in misconception.answers.items():
            if text := _written(name, answer):
                found[name].append((text, misconception.id))
    return found


def _functions(source: str) -> dict[str, str]:
    """Each function at the margin, with those helpers before it that it calls."""
    tree = {each.name: each for each in ast.parse(source).body if isinstance(each, ast.FunctionDef)}
    texts: dict[str, str] = {}
    for name, node in tree.items():
        called = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)} & tree.keys() - {name}
        helpers = [ast.unparse(tree[each]) for each in sorted(called) if each.startswith("_")]
        texts[name] = "\n\n\n".join([*helpers, ast.unparse(node)])
    return texts


def _written(name: str, answer: Callable[..., Any]) -> str:
    """A misconception's answer under the name that students use; empty where it is no function of its own."""
    try:
        (node,) = ast.parse(textwrap.dedent(inspect.getsource(answer))).body
    except (OSError, TypeError, SyntaxError, ValueError):
        return ""
    if not isinstance(node, ast.FunctionDef):
        return ""
    node.name = name
    return ast.unparse(node)


class _Disguise(ast.NodeTransformer):
    """Other names, `while` for `for`, `x = x + y` for `x += y`."""

    def __init__(self, tree: ast.Module, draw: random.Random, kept: frozenset[str]) -> None:
        stored = {each.arg for each in ast.walk(tree) if isinstance(each, ast.arg)}
        stored |= {each.id for each in ast.walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
        stored |= {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}
        numbers = draw.sample(range(1000), len(stored))
        self.names = {name: f"값{number}" for name, number in zip(sorted(stored - kept), numbers, strict=False)}

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(self.names.get(node.id, node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return ast.arg(self.names.get(node.arg, node.arg))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        node.name = self.names.get(node.name, node.name)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.target, ast.Name):
            return node
        return ast.Assign([node.target], ast.BinOp(ast.Name(node.target.id, ast.Load()), node.op, node.value))

    def visit_For(self, node: ast.For) -> ast.AST | list[ast.stmt]:
        self.generic_visit(node)
        match node:
            case ast.For(ast.Name(name), ast.Call(ast.Name("range"), [end]), body):
                head, tail = ast.parse(f"{name} = 0").body[0], ast.parse(f"{name} = {name} + 1").body[0]
                test = ast.Compare(ast.Name(name, ast.Load()), [ast.Lt()], [end])
                return [head, ast.While(test, [*body, tail], [])]
        return node


def disguised(code: str, draw: random.Random, kept: frozenset[str]) -> str:
    """A copy as somebody hides it."""
    tree = ast.parse(code)
    draw.shuffle(tree.body)
    lines = ast.unparse(ast.fix_missing_locations(_Disguise(tree, draw, kept).visit(tree))).split("\n")
    return "\n".join(f"{line}  # {draw.choice('가나다라마바')}" if draw.random() < 0.3 else line for line in lines)


def solution(
    label: str, questions: Sequence[Question], known: Mapping[str, Sequence[Answer]], draw: random.Random
) -> Work:
    """Somebody's own work: of each function one answer, more often a right one."""
    parts: list[str] = []
    results: list[QuestionResult] = []
    for question in questions:
        held: list[str] = []
        for name in question.functions:
            right = [each for each in known.get(name, ()) if not each[1]]
            wrong = [each for each in known.get(name, ()) if each[1]]
            pool = wrong if wrong and draw.random() < 0.3 else right or wrong
            if pool:
                text, mistake = draw.choice(pool)
                parts.append(text)
                held += [mistake] if mistake else []
        results.append(_result(question, held))
    draw.shuffle(parts)
    return Work(label, code="\n\n\n".join(parts), result=_submission(label, results))


def _result(question: Question, held: Sequence[str]) -> QuestionResult:
    checks = tuple(
        CheckResult(
            name=f"test_{each}", question=question.id, title=question.title, points=1, outcome=Outcome.FAILED,
            misconception=each,
        )
        for each in held
    )  # fmt: skip
    named = tuple(NamedMisconception(id=each, name=same(each), text=same(each)) for each in held)
    outcome = Outcome.FAILED if held else Outcome.PASSED
    return QuestionResult(
        id=question.id, title=question.title, outcome=outcome, score=0, max_score=1, checks=checks, misconceptions=named
    )


def _submission(label: str, results: Sequence[QuestionResult]) -> SubmissionResult:
    return SubmissionResult(
        assignment="", student=label, submission=label, lang="ko", status=Status.GRADED, score=0, max_score=1,
        questions=tuple(results),
    )  # fmt: skip


def _copy(work: Work, draw: random.Random, kept: frozenset[str]) -> Work:
    return Work(f"copy of {work.label}", code=disguised(work.code, draw, kept), result=work.result)


def _is_copy(pair: Pair) -> bool:
    one, other = sorted((side.label for side in pair.sides), key=len)
    return other == f"copy of {one}"


def measure(number: str, people: int, seed: int, *, has_copies: bool) -> None:
    """Prints the figures of one class."""
    assignment, draw = Course.find().assignment(number), random.Random(seed)
    questions = assignment.config.questions
    kept = frozenset(name for question in questions for name in question.functions)
    known = answers(assignment)
    works = [solution(f"s{at}", questions, known, draw) for at in range(people)]
    if has_copies:
        works += [_copy(work, draw, kept) for work in works]
    else:  # everybody's own slip keeps a large class from being a few texts over and over
        works = [
            Work(each.label, code=next((one.source for one in mutants(each.code, at)), each.code), result=each.result)
            for at, each in enumerate(works)
        ]
    handed = list(handed_out(assignment).origins)
    start = time.perf_counter()
    found = similar(works, questions, handed)
    seconds = time.perf_counter() - start
    right = [_is_copy(pair) for pair in found.pairs]
    print(f"{assignment.name}: {len(works)} hand-ins, {len(right)} places shown, {found.more} more, {seconds:.1f} s")
    print("too short to tell:", ", ".join(each.en for each in found.short) or "none")
    if has_copies:
        print(f"precision at the top {TOP}: {sum(right[:TOP]) / TOP:.2f}")
        print(f"recall: {sum(right) / people:.2f} (first {people}: {sum(right[:people]) / people:.2f})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numbers", nargs="*", default=["01"], metavar="NN")
    parser.add_argument("--people", type=int, default=40, help="independent solutions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--time", action="store_true", help="no copies: only how long a class of so many takes")
    options = parser.parse_args()
    for number in options.numbers:
        measure(number, options.people, options.seed, has_copies=not options.time)


if __name__ == "__main__":
    main()
