"""Prints without end.

Success: a neighbour's result is another one, or its page holds what it printed.
Succeeds: not tried, since it would take from the machine what others need
"""

import os

while True:
    print(FIELD["mark"] * 1000)
    os.write(1, FIELD["mark"].encode() * 1000)
    os.write(2, FIELD["mark"].encode() * 1000)
