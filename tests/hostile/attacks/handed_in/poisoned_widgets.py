"""Carries the state of widgets, and pictures of megabytes that are none, in metadata and outputs.

Success: markup of its own in a page, a formula in the table, another student's result changed, or no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    state = {"x": {"model_module": "http://example.com/x.js", "model_name": "HTMLModel", "state": {"value": "<script>alert(1)</script>"}}}
    widgets = {"application/vnd.jupyter.widget-state+json": {"version_major": 2, "version_minor": 0, "state": state}}
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "image/jpeg": "/9j/" + "A" * 8_000_000}
    svg = {"image/svg+xml": ["<svg xmlns='http://www.w3.org/2000/svg'>", "<script>alert(1)</script></svg>"]}
    outputs = [{"output_type": "display_data", "data": data, "metadata": {"isolated": False}} for data in (view, svg)]
    write(students / f"{name}.ipynb", notebook([HONEST], outputs=outputs, widgets=widgets))
