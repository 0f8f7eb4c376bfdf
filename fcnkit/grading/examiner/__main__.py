"""Started by the engine, which sends the settings once it knows them: `python -m fcnkit.grading.examiner REQUESTS`.

REQUESTS is the descriptor of the socket over which they come, and after them the requests.
"""

import gc
import json
import socket
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

gc.disable()  # what is imported stays: looking for garbage in it takes a twelfth of the start

from fcnkit.course import Course  # noqa: E402  # only now
from fcnkit.grading import forkserver  # noqa: E402
from fcnkit.grading.examiner.examiner_server import main  # noqa: E402
from fcnkit.grading.examiner.suite_loading import SuiteFault  # noqa: E402

requests = socket.socket(fileno=int(sys.argv[1]))
said, descriptors, _, _ = socket.recv_fds(requests, forkserver.MAX_REQUEST, forkserver.MAX_DESCRIPTORS)
if not said:
    sys.exit()  # the engine has ended, or needs no examiner
settings = json.loads(said)
tempfile.tempdir = settings["folder"]  # which goes with the engine, also where this is ended while it writes
try:
    main(
        Course(Path(settings["root"])).assignment(settings["name"]).with_time(settings["time_factor"]),
        requests,
        socket.socket(fileno=descriptors[0]),
        Path(settings["groups"]) if settings["groups"] else None,
        is_cold=settings["is_cold"],
    )
except SuiteFault as fault:
    sys.exit(json.dumps(asdict(fault.text)))  # the engine passes the last line on
