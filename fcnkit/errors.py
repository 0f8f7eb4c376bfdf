"""What the command line reports as one sentence, without a traceback.

UserError             wrong usage or configuration: exit status 2
└── CannotGoOn        what was asked for is right, but this machine lacks something just now: exit status 1
"""

from __future__ import annotations


class UserError(Exception):
    """Something that the person at the command line can put right; the message says what was found and what to do."""

    exit_status = 2


class CannotGoOn(UserError):
    """Work stopped half-way, such as for a full disk; what is done is kept, and the same command goes on from there."""

    exit_status = 1
