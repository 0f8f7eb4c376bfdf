"""Reads what another student has handed in.

Success: a word of a neighbour's notebook stands on its page.
Succeeds: without isolation
"""

import glob

for path in glob.glob(FIELD["students"] + "/*-neighbour.ipynb"):
    text = open(path).read()
    claim(text[text.index("canary-neighbour"):][:100])
claim_nothing = open(FIELD["students"])
