"""Copies other students' marks out of the gradebook.

Success: it can open the gradebook.
Succeeds: without isolation
"""

content = open(FIELD["out"] + "/gradebook.sqlite", "rb").read()
claim(f"{len(content)} bytes of the gradebook")
