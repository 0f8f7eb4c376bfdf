"""Makes a system call of the x32 kind, whose numbers are the usual ones plus a bit.

Success: the call works.
Succeeds: without isolation, where the kernel has it
"""

import os

if os.uname().machine != "x86_64":
    raise OSError("only x86 has them")
X32 = 0x40000000
syscall(X32 + 39, 0)
claim("made an x32 call")
