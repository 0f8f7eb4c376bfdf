"""Started by the engine: `python -m fcnkit.grading.examiner ROOT NAME REQUESTS WORKERS GROUPS warm|cold FACTOR`.

REQUESTS and WORKERS are descriptors, GROUPS a folder, or nothing; FACTOR is what limits of time are multiplied by.
"""

import gc
import json
import socket
import sys
from dataclasses import asdict
from pathlib import Path

gc.disable()  # what is imported stays: looking for garbage in it takes a twelfth of the start

from fcnkit.course import Course  # noqa: E402  # only now
from fcnkit.grading.examiner.examiner_server import main  # noqa: E402
from fcnkit.grading.examiner.suite_loading import SuiteFault  # noqa: E402

root, name, requests, workers, groups, start, factor = sys.argv[1:]
try:
    main(
        Course(Path(root)).assignment(name).with_time(float(factor)),
        socket.socket(fileno=int(requests)),
        socket.socket(fileno=int(workers)),
        Path(groups) if groups else None,
        is_cold=start == "cold",
    )
except SuiteFault as fault:
    sys.exit(json.dumps(asdict(fault.text)))  # the engine passes the last line on
