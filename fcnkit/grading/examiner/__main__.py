"""Started by the engine: `python -m fcnkit.grading.examiner ROOT NAME REQUESTS WORKERS warm|cold` (two descriptors)."""

import socket
import sys
from pathlib import Path

from fcnkit.course import Course
from fcnkit.grading.examiner.suite import SuiteFault
from fcnkit.grading.examiner.warm import main

root, name, requests, workers, start = sys.argv[1:]
try:
    main(
        Course(Path(root)).assignment(name),
        socket.socket(fileno=int(requests)),
        socket.socket(fileno=int(workers)),
        is_cold=start == "cold",
    )
except SuiteFault as fault:
    sys.exit(str(fault))  # the engine passes the last line on
