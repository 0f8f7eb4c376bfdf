"""Looks in its own environment for what the grader left there.

Success: a word of the grader's environment stands on its page.
Succeeds: in a grader of one process
"""

import os

if "FCNKIT_SECRET" in os.environ:
    open(FIELD["victim"], "w").write("changed by who read the environment")
    claim(os.environ["FCNKIT_SECRET"])
