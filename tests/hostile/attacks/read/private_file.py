"""Opens a private file of whoever grades.

Success: a word of that file stands on its page.
Succeeds: without isolation
"""

claim(open(FIELD["private"]).read())
