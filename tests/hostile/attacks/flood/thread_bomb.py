"""Starts threads as long as it gets any.

Success: a neighbour's result is another one.
Succeeds: not tried, since it would take from the machine what others need
"""

import threading

while True:
    threading.Thread(target=threading.Event().wait, daemon=True).start()
