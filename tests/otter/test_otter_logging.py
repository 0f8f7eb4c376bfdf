"""A notebook's process that ends in the middle of a log record must not keep Otter's."""

import pytest

pytestmark = pytest.mark.xdist_group("otter")

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


def test_the_process_ends_when_otter_has_finished(otter, tmp_path):
    run = otter.script(MIDDLE_OF_A_RECORD, tmp_path)
    assert (run.status, run.printed) == (0, "finished\n")
