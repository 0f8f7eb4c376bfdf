"""Leaves work for the end of its process, its threads, its objects and its forks, in every way that Python has.

Success: a file is left, or a process outlives the grading.
Succeeds: not tried, since at the end of a confined process nothing more can be done than before
"""

import atexit
import os
import threading
import time
import weakref


def go_on(*_args):
    with open(f"{FIELD['everybody']}/left-by-{FIELD['name']}", "w") as file:
        file.write("x")
    time.sleep(1000)


class Last:
    def __del__(self):
        go_on()


last = Last()
atexit.register(go_on)
threading._register_atexit(go_on)
weakref.finalize(last, go_on)
os.register_at_fork(before=go_on, after_in_child=go_on, after_in_parent=go_on)
threading.Thread(target=lambda: (threading.main_thread().join(), go_on()), daemon=False).start()


def guess(n, hint):
    import gc
    gc.callbacks.append(go_on)
    os._exit(0)
