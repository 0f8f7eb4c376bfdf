"""Makes its socket without Python, in case only Python is watched.

Success: the server hears of it.
Succeeds: without isolation
"""

import ctypes
import struct

AF_INET, SOCK_DGRAM = 2, 2
sock = syscall(41, 198, AF_INET, SOCK_DGRAM, 0)
to = struct.pack("<H", AF_INET) + struct.pack(">H", FIELD["udp"]) + bytes([127, 0, 0, 1]) + bytes(8)
message = FIELD["name"].encode()
syscall(44, 206, sock, message, len(message), 0, to, len(to))
