"""Has every processor of the machine wait for a moment, which others feel.

Success: it claims success.
Succeeds: without isolation
"""

syscall(324, 283, 1, 0)  # MEMBARRIER_CMD_GLOBAL
claim("all waited")
