"""Makes a system call as 32-bit programs do, which has other numbers, in case a filter knows only these.

Success: the call works.
Succeeds: without isolation, where the kernel has it
"""

import ctypes
import mmap
import os

if os.uname().machine != "x86_64":
    raise OSError("only x86 has them")
code = b"\x53\xb8\x14\x00\x00\x00\xcd\x80\x5b\xc3"  # eax = getpid; int 0x80
memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
memory.write(code)
address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
if ctypes.CFUNCTYPE(ctypes.c_int)(address)() > 0:
    claim("made a 32-bit call")
raise OSError("no such call")
