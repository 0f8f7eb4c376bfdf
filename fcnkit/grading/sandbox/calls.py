"""System calls that the filter refuses, always or for some arguments: numbers on x86_64 and aarch64, None if absent.

No assignment needs them, and attacks are made of them.
"""

from __future__ import annotations

import fcntl
import signal
from collections.abc import Mapping

REFUSED: dict[str, tuple[int | None, int | None]] = {
    # the network, and servers of this machine; a socketpair of streams stays, as large as the kernel makes it, and
    # without descriptors under way in it, which count for nobody
    "socket": (41, 198),
    "setsockopt": (54, 208),
    "sendmsg": (46, 211),
    "sendmmsg": (307, 269),
    # other programs: there is nothing that a notebook has to start
    "execve": (59, 221),
    "execveat": (322, 281),
    # other processes' memory, descriptors and shares
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "kcmp": (312, 272),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
    "sched_setaffinity": (203, 122),  # all of a class on one CPU would take as many times as long as there are CPUs
    "move_pages": (279, 239),
    "migrate_pages": (256, 238),
    # other views of the file system
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "statmount": (457, 457),
    "listmount": (458, 458),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    "fanotify_init": (300, 262),
    "fanotify_mark": (301, 263),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    # memory that counts for no process, or outlives all of them; a pipe can hold pages that are as large as they get
    "vmsplice": (278, 75),
    "splice": (275, 76),
    "tee": (276, 77),
    "sendfile": (40, 71),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "semget": (64, 190),
    "semctl": (66, 191),
    "msgget": (68, 186),
    "msgctl": (71, 187),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    # gigabytes of a disk at once; who waits for a child and cannot be told from who works
    "fallocate": (285, 47),
    "vfork": (58, None),
    # what one submission would tell the next by: which pages are in memory, what others read, how busy disks are
    "fadvise64": (221, 223),
    "readahead": (187, 213),
    "cachestat": (451, 451),
    "mincore": (27, 232),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "inotify_add_watch": (254, 27),
    "io_setup": (206, 0),
    "sync": (162, 81),
    "syncfs": (306, 267),
    "set_mempolicy": (238, 237),
    "set_mempolicy_home_node": (450, 450),
    "mbind": (237, 235),
    "membarrier": (324, 283),
    "sysinfo": (99, 179),
    "pidfd_open": (434, 434),  # its number counts all processes that the machine has ever begun
    # filters and rules of its own: kernel memory that no process shows
    "seccomp": (317, 277),
    "landlock_create_ruleset": (444, 444),
    "landlock_add_rule": (445, 445),
    "landlock_restrict_self": (446, 446),
    # the parts of the kernel that most exploits began with
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "personality": (135, 92),
    "modify_ldt": (154, None),
    "lookup_dcookie": (212, 18),
    # the machine itself
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "acct": (163, 89),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "syslog": (103, 116),
    "sysfs": (139, None),
    "ustat": (136, None),
    "iopl": (172, None),
    "ioperm": (173, None),
    "vhangup": (153, 58),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
}
"""Whatever their arguments."""

CHANGES_FILES_UNOPENED: dict[str, tuple[int | None, int | None]] = {
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
}
"""What an owner may do to a file without opening it: Landlock lets that pass, whosever the file is."""

PRESENTED_AS_MISSING = {
    "clone3": (435, 435),
    "openat2": (437, 437),
    "futex_waitv": (449, 449),
    "futex_wake": (454, 454),
    "futex_wait": (455, 455),
    "futex_requeue": (456, 456),
}
"""Their flags lie in memory, where a filter cannot look, or there is an older call; the C library does without them."""
FUTEX = (202, 98)
SHARED_WAITS = tuple(command | clock for command in (0, 9, 11) for clock in (0, 0x100))
"""FUTEX_WAIT, FUTEX_WAIT_BITSET and FUTEX_WAIT_REQUEUE_PI without FUTEX_PRIVATE_FLAG. On a page of a file, all who have
mapped it meet there, and who wakes them is told how many there were."""
WITHOUT_EFFECT = {"setsid": (112, 157), "flock": (73, 32)}
"""Said to have worked: the kernel gives each session as much of the CPUs as any other, and a submission has one; locks
on files that all submissions see would tell of their owners."""

REFUSED_FLAGS = 0x7E020000 | 0x8000 | 0x4000 | 0x1000
"""Flags of clone: all CLONE_NEW…; CLONE_PARENT, whose child is a sibling, so that nobody sees it as a descendant;
CLONE_VFORK; CLONE_PIDFD, as `pidfd_open`."""
STATX = (332, 291)
NUMBERS_OF_MOUNTS = 0x4000 | 0x1000
"""STATX_MNT_ID_UNIQUE, which counts all mounts there have ever been, and STATX_MNT_ID. The C library does without."""
CLONE_THREAD, CLONE_FILES = 0x10000, 0x400
MAP_SHARED, MAP_ANONYMOUS = 0x1, 0x20
RUN_AS_OWNER = 0o6000
"""Set-user-ID and set-group-ID."""
MODES: Mapping[str, tuple[int | None, int | None, int]] = {
    "creat": (85, None, 1),
    "mkdir": (83, None, 1),
    "mkdirat": (258, 34, 2),
    "mknod": (133, None, 1),
    "mknodat": (259, 33, 2),
    "chmod": (90, None, 1),
    "fchmod": (91, 52, 1),
    "fchmodat": (268, 53, 2),
    "fchmodat2": (452, 452, 2),
}
"""Calls that give a file its mode: the two numbers, and which argument that is."""
OPENS: Mapping[str, tuple[int | None, int | None, int]] = {"open": (2, None, 1), "openat": (257, 56, 2)}
"""Such calls, too, but only where the flags, in the argument before the mode, say that there is a new file."""
MAKES_A_FILE = 0o100 | 0o20000000
"""O_CREAT, and what O_TMPFILE has of its own."""
ARGUMENTS: Mapping[str, tuple[int, int, int, tuple[int, ...]]] = {
    "madvise": (28, 233, 2, (1, 3, 9, 12, 20, 21, 22, 23, 25)),  # what reaches the pages of files, and pages of others
    "ioctl": (
        16,
        29,
        1,
        (0x5412, 0x541C, 0x8901, 0x8902),
    ),  # TIOCSTI, TIOCLINUX: typing for others; FIOSETOWN, SIOCSPGRP
    "rt_sigaction": (13, 134, 0, (signal.SIGCHLD,)),  # who ignores it has children whose CPU time counts for nobody
}
"""Calls of which some are refused: the two numbers, which argument decides, its refused values."""
FILE_COMMANDS = (
    *(fcntl.F_DUPFD, fcntl.F_DUPFD_CLOEXEC, fcntl.F_GETFD, fcntl.F_SETFD, fcntl.F_GETFL, fcntl.F_SETFL),
    *(1032, 1034),  # F_GETPIPE_SZ, F_GET_SEALS
    *(fcntl.F_GETLK, 36),  # 36: F_OFD_GETLK; there is no lock that it could tell of
)
"""The commands of fcntl that are allowed. Others lock, lease and watch files that all submissions see, leave hints on
them, have signals sent, or enlarge pipes."""
PROCESS_OPTIONS = (
    *(15, 16),  # PR_SET_NAME, PR_GET_NAME
    *(3, 21, 23, 37, 38, 39),  # PR_GET_DUMPABLE, …_SECCOMP, PR_CAPBSET_READ, …_CHILD_SUBREAPER, …_NO_NEW_PRIVS
    *(29, 30, 41, 42),  # PR_SET_TIMERSLACK, PR_SET_THP_DISABLE and their PR_GET_…
    *(50, 51, 54, 55, 56, 63, 64),  # of aarch64: vectors' lengths, keys and tags of pointers
    *(0x53564D41, 0x59616D61),  # PR_SET_VMA names memory; PR_SET_PTRACER: nobody can trace here
)
"""The options of prctl that are allowed. Others take memory of the kernel's that no process shows (PR_FUTEX_HASH), keep
others off half of a core (PR_SCHED_CORE), or let a process outlive its parent; and each new kernel has more of them."""
LOCK_COMMANDS = (fcntl.F_SETLK, fcntl.F_SETLKW, 37, 38)
"""Commands of fcntl, the last two F_OFD_…: SQLite wants its lock. It succeeds without one, and so does `flock`."""
TO_ITSELF: Mapping[str, tuple[int, int]] = {
    "kill": (62, 129),
    "tgkill": (234, 131),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "prlimit64": (302, 261),
}
"""Calls about a process by its number; 0 stands for the caller (for kill, its process group)."""
LAST_KNOWN = 462
