"""Reads another process' memory with process_vm_readv.

Success: the call works.
Succeeds: in a grader of one process
"""

import ctypes


class Piece(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


start = int(open(f"/proc/{FIELD['bystander']}/maps").readline().split("-")[0], 16)
buffer = ctypes.create_string_buffer(16)
here, there = Piece(ctypes.addressof(buffer), 16), Piece(start, 16)
syscall(310, 270, FIELD["bystander"], ctypes.byref(here), 1, ctypes.byref(there), 1, 0)
claim(buffer.raw)
