"""What a student earns on multiple choice who never reads a question: `python benchmarks/practice_cues.py`.

Reads nothing but Moodle XML, as a learning platform gets it. For each kind of item, one cue is learnt on draws of other
seeds: where the right option stands among the options by some property that can be seen at a glance. Then these cues
answer default sets of another seed, whose items are told by their tags alone. Where a cue leaves several options, the
points are shared. Chance is what guessing earns.
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from checkout import FCNKIT

from fcnkit.course import Course
from fcnkit.practice.answers import Choice
from fcnkit.practice.cues import PROPERTIES, places
from fcnkit.practice.document import Entry, PracticeSet, Section
from fcnkit.practice.item import sample
from fcnkit.practice.registry import load_registry
from fcnkit.practice.writers import moodle
from fcnkit.text import Text

REGISTRY = load_registry(Course.find(Path(__file__)))


@dataclass(frozen=True)
class Asked:
    """A multiple-choice question: the kind of item, the points, the options and which is right."""

    item: str
    points: float
    options: tuple[str, ...]
    right: int


Cue = Callable[[Asked], frozenset[int]]
"""The options that it leaves."""


def _cues(training: Sequence[Asked]) -> Iterator[Cue]:
    for place in range(max(len(question.options) for question in training)):
        yield lambda question, place=place: frozenset([min(place, len(question.options) - 1)])
        for name in PROPERTIES:
            yield lambda question, name=name, place=place: [*places(question.options, name)][
                min(place, len(question.options) - 1)
            ]
    yield _best_known(training)


def _best_known(training: Sequence[Asked]) -> Cue:
    """The option whose very text was right most often, of all the times that it was shown."""
    shown = Counter(text for question in training for text in question.options)
    right = Counter(question.options[question.right] for question in training)

    def pick(question: Asked) -> frozenset[int]:
        value = [(right[text] + 1) / (shown[text] + 4) for text in question.options]
        return frozenset(at for at, each in enumerate(value) if each == max(value))

    return pick


def _earned(cue: Cue, question: Asked) -> float:
    """The share of a question's points."""
    picked = cue(question)
    return (question.right in picked) / len(picked)


def read(content: bytes) -> Iterator[Asked]:
    """The multiple-choice questions of a Moodle XML file."""
    for element in ET.fromstring(content).iterfind("question[@type='multichoice']"):  # noqa: S314  # our own
        answers = element.findall("answer")
        options = tuple(_seen(each) for each in answers)
        (right,) = (at for at, each in enumerate(answers) if float(each.attrib["fraction"]) > 0)
        tags = [tag.findtext("text", "") for tag in element.iterfind("tags/tag")]
        (item,) = (tag for tag in tags if tag in REGISTRY.items)
        yield Asked(item, float(element.findtext("defaultgrade", "nan")), options, right)


def _seen(answer: ET.Element) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.findtext("text", ""))).split())


def _training(draws: int) -> dict[str, list[Asked]]:
    """Draws of every item that has options, through the Moodle files."""
    found: defaultdict[str, list[Asked]] = defaultdict(list)
    for item in REGISTRY.items.values():
        problems = [sample(item, f"cues/{number}").problem for number in range(draws)]
        if isinstance(problems[0].answer, Choice):
            section = Section(
                Text(ko="1", en="1"),
                None,
                1,
                tuple(Entry(1, 1, each, REGISTRY.topics[each.topic]) for each in problems),
            )
            practice_set = PracticeSet(Text(ko="연습", en="Practice"), "cues", None, (section,), REGISTRY.glossary)
            for content in moodle.write(practice_set, "en").values():
                found[item.id] += read(content)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=100, help="of each item, to learn from (100)")
    parser.add_argument("--sets", type=int, default=100, help="to try the cues on (100)")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    best = {
        item: max(_cues(training), key=lambda cue: sum(_earned(cue, each) for each in training))
        for item, training in _training(options.draws).items()
    }
    with tempfile.TemporaryDirectory() as folder:
        command = [FCNKIT, "practice", "--seed", str(options.seed), "--sets", str(options.sets), "--lang", "en"]
        subprocess.run([*command, "--format", "moodle", "--out", folder], check=True, stdout=subprocess.DEVNULL)
        asked = [each for path in sorted(Path(folder).glob("*.moodle.xml")) for each in read(path.read_bytes())]
    by_item: defaultdict[str, list[Asked]] = defaultdict(list)
    for question in asked:
        by_item[question.item].append(question)
    for item, questions in sorted(by_item.items()):
        share = sum(_earned(best[item], each) for each in questions) / len(questions)
        print(f"{item:32} {len(questions):4} times, right by its cue: {share:4.0%}")
    everything = sum(each.points for each in asked) / options.sets
    chance = sum(each.points / len(each.options) for each in asked) / options.sets
    earned = sum(each.points * _earned(best[each.item], each) for each in asked) / options.sets
    print(f"a set has {everything:.1f} points of multiple choice: chance {chance:.1f}, by cues {earned:.1f}")


if __name__ == "__main__":
    main()
