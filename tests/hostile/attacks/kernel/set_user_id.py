"""Makes a file that whoever starts it runs as its owner, who may be root.

Success: the file has that bit.
Succeeds: without isolation
"""

import os

os.umask(0)
os.close(os.open("program", os.O_CREAT | os.O_WRONLY, 0o4755))
if not os.stat("program").st_mode & 0o4000:
    os.chmod("program", 0o4755)
if os.stat("program").st_mode & 0o4000:
    claim("made a program that runs as its owner")
