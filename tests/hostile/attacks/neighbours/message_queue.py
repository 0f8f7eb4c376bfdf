"""Makes a System V message queue, through which two students could talk.

Success: the queue is there.
Succeeds: without isolation
"""

IPC_CREAT, IPC_RMID = 0o1000, 0
queue = syscall(68, 186, 0x0BADC0DE, IPC_CREAT | 0o666)
syscall(71, 187, queue, IPC_RMID, 0)
claim("made a queue")
