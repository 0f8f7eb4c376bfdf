"""Has another Python do the work.

Success: it has a module that the assignment does not offer.
Succeeds: without isolation
"""

import subprocess
import sys

for program in (sys.executable, "/usr/bin/python3"):
    done = subprocess.run([program, "-c", "import sys; print(sys.version)"], capture_output=True, text=True)
    claim(done.stdout)
