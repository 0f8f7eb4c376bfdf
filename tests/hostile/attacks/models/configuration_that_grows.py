"""Sends a configuration in letters that take twice as much room when it is sent on.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

from fcnkit.grading import protocol


def build():
    protocol.json = type("Json", (), {"dumps": staticmethod(dumps), "loads": staticmethod(loads)})
    return protocol.Model("\ud55c" * 1_200_000, ())


from json import loads


def dumps(value):
    from json import dumps

    return type("Text", (str,), {"encode": lambda self: str.encode(self, "utf-8")})(dumps(value, ensure_ascii=False))
