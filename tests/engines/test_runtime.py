"""What TensorFlow is told starts nothing, and keeps it to a grader's share of a GPU: of one that is only listed."""

from __future__ import annotations

import os
import subprocess
import sys

from fcnkit.grading.profiles import keras_profile

LOOK = """
import gc, importlib, os
gc.disable()  # as in a grader, and frozen at the end: what is imported stays
from fcnkit.grading.worker.tensorflow_setup import GPU_LIMIT_VARIABLE, WARM_UP_CALLS, fill_registries, apply_gpu_limit
from tensorflow.python.eager import context

def limits():
    return [[*gpu.memory_limit_mb] for gpu in context.context().config.gpu_options.experimental.virtual_devices]

context.pywrap_tfe.TF_ListPhysicalDevices = lambda: [b"/physical_device:CPU:0", b"/physical_device:GPU:0"]
fill_registries()
assert all(hasattr(importlib.import_module(module), function) for module, function, *_ in WARM_UP_CALLS)
assert len(os.listdir("/proc/self/task")) == 1, "a thread has started"
apply_gpu_limit()
print(limits())
os.environ[GPU_LIMIT_VARIABLE] = "1536"
apply_gpu_limit()
print(limits())
assert context.context()._context_handle is None, "TensorFlow's runtime has started"
gc.freeze()
"""


def test_tensorflow_has_the_limit_of_its_grader_and_none_without_a_gpu():
    environment = {**os.environ, **keras_profile("tensorflow").environment, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", LOOK], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.split("\n")[:2] == ["[]", "[[1536.0]]"]
