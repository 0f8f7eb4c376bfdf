"""Writes into somebody else's file.

Success: the file has changed.
Succeeds: without isolation
"""

with open(FIELD["victim"], "w") as file:
    file.write("changed")
