"""Has all the machine's files written, which takes the longer the more others have written.

Success: it claims success.
Succeeds: without isolation
"""

import os

syscall(306, 267, os.open(".", os.O_RDONLY))
claim("what others wrote was waited for")
