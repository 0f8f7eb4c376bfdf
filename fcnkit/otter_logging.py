"""Otter's log server, kept from holding up the process in which Otter has finished."""

from __future__ import annotations

from otter.execute.logging import LogRecordSocketReceiver


def let_the_process_end() -> None:
    """Have no thread of the server outlive its process.

    Otter reads the log of the notebook that it runs in threads. One whose notebook ends in the middle of a record asks
    for the rest for ever, and Python waits for threads that are no daemons.
    """
    LogRecordSocketReceiver.daemon_threads = True
