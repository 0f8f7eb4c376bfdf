"""Has Otter grade what was handed in; run_autograder starts this."""

import sys
from pathlib import Path

from fcnkit.otter_plugin import main

main(Path(sys.argv[1]))
