"""Overflows the stack of the interpreter.

Success: a neighbour's result is another one.
Succeeds: not tried, since it harms its own process alone
"""

import sys

sys.setrecursionlimit(1 << 30)


def guess(n, hint):
    return guess(n, hint)
