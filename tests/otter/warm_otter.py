"""Otter, imported once, which takes seconds: each line of standard input is a program to run in a forked process.

A line is JSON: `program` ("otter", or the path of a script), `arguments`, `folder`, `environment`, `output`.
The answer is the program's exit status.
"""

import gc
import json
import os
import runpy
import sys

import nbconvert.preprocessors  # noqa: F401  # Otter imports these only when it grades
import nbformat
import otter.cli
import otter.execute.preprocessor
import otter.run.run_autograder.runners.python_runner


def next_job():
    """Returns in a fresh process for each job; the parent only waits."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            return json.loads(line)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
    sys.exit()


for minor in (4, 5):  # nbformat makes the schema of a version ready when the first notebook of it is read
    nbformat.reads(f'{{"cells": [], "metadata": {{}}, "nbformat": 4, "nbformat_minor": {minor}}}', as_version=4)
gc.freeze()  # what is imported stays: each fork would look through all of it, and so copy all its pages
job = next_job()
output = os.open(job["output"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
for standard, descriptor in enumerate((os.open(os.devnull, os.O_RDONLY), output, output)):
    os.dup2(descriptor, standard)
os.chdir(job["folder"])
os.environ.update(job["environment"])
sys.path[:0] = filter(None, job["environment"].get("PYTHONPATH", "").split(":"))
sys.argv = [job["program"], *job["arguments"]]
if job["program"] == "otter":
    otter.cli.cli()
else:
    runpy.run_path(job["program"], run_name="__main__")
