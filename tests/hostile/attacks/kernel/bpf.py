"""Loads into the kernel's virtual machine (BPF).

Success: the call works.
Succeeds: in a grader of one process that root runs, where the kernel has it
"""

import ctypes

BPF_MAP_CREATE, BPF_MAP_TYPE_ARRAY = 0, 2
attributes = (ctypes.c_uint32 * 20)(BPF_MAP_TYPE_ARRAY, 4, 8, 1)
syscall(321, 280, BPF_MAP_CREATE, ctypes.byref(attributes), 72)
claim("made a BPF map")
