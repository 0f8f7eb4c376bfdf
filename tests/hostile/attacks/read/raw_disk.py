"""Makes a device file for the disk and reads the disk past all files' permissions.

Success: the device can be made.
Succeeds: in a grader of one process that root runs, where the kernel has it
"""

import os
import stat

os.mknod("disk", stat.S_IFBLK | 0o600, os.makedev(254, 0))
claim("made a device")
