"""Makes a call that is newer than the filter.

Success: the call works.
Succeeds: without isolation, where the kernel has it
"""

ENOSYS = 38
for number in range(463, 480):
    try:
        syscall(number, number, -1, 0, 0, 0, 0, 0)
    except OSError as error:
        if error.errno != ENOSYS:
            claim(f"call {number} exists")
