"""Computes without end, in a cell.

Success: a neighbour's result is another one.
Succeeds: not tried, since it would take from the machine what others need
"""

while True:
    pass
