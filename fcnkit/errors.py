"""What the command line reports as one sentence, without a traceback, with exit status 2."""

from __future__ import annotations


class UserError(Exception):
    """Something that the person at the command line can put right; the message says what was found and what to do."""
