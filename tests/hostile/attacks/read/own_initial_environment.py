"""Reads the environment that its process began with, past what Python shows of it.

Success: a word of the grader's environment stands on its page.
Succeeds: in a grader of one process
"""

environment = open("/proc/self/environ").read()
if "FCNKIT_SECRET" in environment:
    open(FIELD["victim"], "w").write("changed by who read the environment")
    claim(environment[environment.index("FCNKIT_SECRET"):][:100])
