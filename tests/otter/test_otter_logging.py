"""A notebook's process that ends in the middle of a log record must not keep Otter's."""

import subprocess
import sys

MIDDLE_OF_A_RECORD = """
import socket, struct, threading
from otter.execute.logging import start_server
from fcnkit import otter_logging

otter_logging.let_the_process_end()
address, stop = start_server()
before = threading.active_count()
with socket.create_connection(address) as notebook:
    notebook.sendall(struct.pack(">L", 100) + b"half")
    while threading.active_count() == before:
        pass
stop()
print("finished")
"""


def test_the_process_ends_when_otter_has_finished() -> None:
    command = [sys.executable, "-c", MIDDLE_OF_A_RECORD]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout == "finished\n"
