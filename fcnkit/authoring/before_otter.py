"""Imported first by the fork server of `fcnkit build`, which then imports Otter.

So Ctrl-C ends it quietly also meanwhile, and no garbage is looked for in what stays, a seventh of that import's time.
"""

import gc

from fcnkit.quiet_pool import end_at_interrupt

_OBJECTS = 200_000
"""Threshold of the garbage collector, as for the commands."""

gc.set_threshold(_OBJECTS)
end_at_interrupt()
