"""Reads from /proc how the grader was started: paths, names of students.

Success: it can read another process' command line.
Succeeds: without isolation
"""

claim(open(f"/proc/{FIELD['grader']}/cmdline").read())
