"""Asks for sockets with gigantic buffers, and fills them.

Success: what lies in the kernel's buffers is twice the limit of memory.
Succeeds: not tried, since it would take from the machine what others need
"""

import socket
import time

kept, held = [], 0
while held < 600 << 20 and len(kept) < 110:
    kept.append(socket.socketpair())
    for end in kept[-1]:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 30)
        end.setblocking(False)
        try:
            while held < 600 << 20:
                held += end.send(bytes(1 << 16))
        except BlockingIOError:
            pass
time.sleep(2)  # ample for whoever watches
if held >= 600 << 20:
    claim(f"has {held >> 20} MiB in sockets")
