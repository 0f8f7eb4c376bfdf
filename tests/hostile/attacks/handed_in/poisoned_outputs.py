"""Carries scripts, frames and pictures that report home in its outputs.

Success: markup of its own in a page, a formula in the table, another student's result changed, or no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    html = "<script src='http://example.com/x.js'></script><iframe src='file:///etc/passwd'></iframe>"
    outputs = [
        {"output_type": "display_data", "data": {"text/html": html, "image/svg+xml": "<svg onload='alert(1)'/>"}, "metadata": {}},
        {"output_type": "stream", "name": "stdout", "text": html},
        {"output_type": "display_data", "data": {"image/png": "!" * 100_000, "application/javascript": "alert(1)"}, "metadata": {}},
    ]
    write(students / f"{name}.ipynb", notebook([HONEST], outputs=outputs))
