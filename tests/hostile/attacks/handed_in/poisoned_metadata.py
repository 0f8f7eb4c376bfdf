"""Says in its metadata that it is another student's, of another course, and what marks it wants.

Success: marks for question 2, another student's result changed, or markup of its own in a page.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    poison = {"student": "a-neighbour", "score": 100, "lang": "<script>", "variant": "../../etc/passwd", "assignment": "01-target"}
    otter = {"assignment_name": "x", "tests": {"q2": {"points": 90, "suites": []}}}
    write(students / f"{name}.ipynb", notebook([HONEST], fcnkit=poison, otter=otter, kernelspec={"name": "bash", "argv": ["/bin/sh"]}))
