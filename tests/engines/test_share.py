"""TensorFlow keeps to a grader's share of a GPU: of one that stands in its list of devices alone, none being needed."""

from __future__ import annotations

import os
import subprocess
import sys

LOOK = """
import os
from fcnkit.grading.worker.share import LIMIT, keep_to_share
from tensorflow.python.eager import context

def limits():
    return [[*gpu.memory_limit_mb] for gpu in context.context().config.gpu_options.experimental.virtual_devices]

context.pywrap_tfe.TF_ListPhysicalDevices = lambda: [b"/physical_device:CPU:0", b"/physical_device:GPU:0"]
keep_to_share()
print(limits())
os.environ[LIMIT] = "1536"
keep_to_share()
print(limits())
assert context.context()._context_handle is None, "TensorFlow's runtime has started"
"""


def test_tensorflow_has_the_limit_of_its_grader_and_none_without_a_gpu():
    environment = {**os.environ, "KERAS_BACKEND": "tensorflow", "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run([sys.executable, "-c", LOOK], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.split("\n")[:2] == ["[]", "[[1536.0]]"]
