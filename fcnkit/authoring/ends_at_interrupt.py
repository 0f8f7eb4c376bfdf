"""Imported first by the fork server of `fcnkit build`, so that Ctrl-C ends it quietly also while it imports Otter."""

from fcnkit.quiet_pool import end_at_interrupt

end_at_interrupt()
