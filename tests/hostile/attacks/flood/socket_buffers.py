"""Writes into pairs of sockets that nobody reads from, in many processes.

Success: what lies in the kernel's buffers is twice the limit of memory.
Succeeds: not tried, since it would take from the machine what others need
"""

import os
import socket
import time

reading, writing = os.pipe()
for _ in range(20):
    if os.fork() == 0:
        kept, held = [], 0
        try:
            while True:
                kept.append(socket.socketpair())
                for end in kept[-1]:
                    end.setblocking(False)
                    try:
                        while True:
                            held += end.send(bytes(4096))
                    except BlockingIOError:
                        pass
        except OSError:
            pass
        os.write(writing, held.to_bytes(8, "big"))
        time.sleep(300)
held = sum(int.from_bytes(os.read(reading, 8), "big") for _ in range(20))
time.sleep(2)  # ample for whoever watches
if held > 600 << 20:
    claim(f"has {held >> 20} MiB in sockets")
