"""Crashes its process in every call and every cell that follows.

Success: a neighbour's result is another one.
Succeeds: not tried, since it harms its own process alone
"""

import ctypes


def guess(n, hint):
    ctypes.string_at(0)


def double(x):
    ctypes.string_at(0)
