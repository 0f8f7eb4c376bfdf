"""Sets the machine's clock.

Success: the call works.
Succeeds: in a grader of one process that root runs
"""

import time

time.clock_settime(time.CLOCK_REALTIME, time.clock_gettime(time.CLOCK_REALTIME))
claim("set the clock")
