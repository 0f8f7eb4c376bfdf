"""Started by the engine: `python -m fcnkit.grading.examiner ROOT NAME REQUESTS WORKERS` (two descriptors)."""

import socket
import sys
from pathlib import Path

from fcnkit.course import Course
from fcnkit.grading.examiner.warm import main

root, name, requests, workers = sys.argv[1:]
main(Course(Path(root)).assignment(name), socket.socket(fileno=int(requests)), socket.socket(fileno=int(workers)))
