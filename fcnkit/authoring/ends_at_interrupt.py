"""Imported first by the fork server of `fcnkit build`, lest Ctrl-C finds it in the midst of Otter's import."""

from fcnkit.quiet_pool import end_at_interrupt

end_at_interrupt()
