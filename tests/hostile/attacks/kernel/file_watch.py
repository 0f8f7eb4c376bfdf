"""Watches what all processes open (fanotify).

Success: the call works.
Succeeds: in a grader of one process that root runs
"""

FAN_CLASS_NOTIF = 0
syscall(300, 262, FAN_CLASS_NOTIF, 0)
claim("watches files")
