"""Imported first by the fork server of `fcnkit build`: Ctrl-C, held back until now, ends it and its children at once.

Python's own handler would have each of them print a traceback, the fork server in the midst of Otter's import.
"""

import signal

signal.signal(signal.SIGINT, signal.SIG_DFL)
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
