"""Leaves 1,500 folders, each in another one: more than a function can call itself.

Success: the class has no page, or a neighbour's result is another one.
Succeeds: not tried, since it would take from the machine what others need
"""

import os

for _ in range(1500):
    os.mkdir("d")
    os.chdir("d")
