"""None: this suite is for timing."""

MISCONCEPTIONS = ()
