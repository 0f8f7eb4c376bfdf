"""What a student's process may import, by the profile that an assignment names.

A *by-hand* question stays by hand because nothing else is within the process' reach.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field

STOOD_IN = ("google.colab", "nest_asyncio", "ipympl", "otter")
"""Modules of students' own machines, with all below them, which are replaced by ones that do nothing."""
PASSED_THROUGH = ("numba", "tqdm")
"""Modules that are replaced by ones which pass everything through: the code runs without their help."""
ELSEWHERE = 10
"""Factor of all time limits, which are meant for TensorFlow on a CPU: on JAX, which compiles each model, on PyTorch, on
a GPU, and where each process imports by itself."""


def is_stood_in(name: str) -> bool:
    """Whether this dotted name is one of those modules or inside one."""
    return any(name == module or name.startswith(f"{module}.") for module in STOOD_IN)


@dataclass(frozen=True)
class Profile:
    """Distributions whose files the process sees, and the modules that its fork server imports beforehand."""

    distributions: tuple[str, ...]
    modules: frozenset[str]
    """Top-level modules that students are told they may import."""
    preload: tuple[str, ...]
    lazy_imports: tuple[str, ...] = ("matplotlib.pyplot",)
    """Modules that it imports only when the first notebook comes that imports their package, since they take long."""
    unused: tuple[str, ...] = ()
    """Parts of the preloaded packages that hardly any notebook uses: they run in the process of one that does."""
    computing: tuple[str, ...] = ("numpy",)
    """Distributions whose version could change a result, and with it a mark."""
    cuda: tuple[str, ...] = ()
    """Distributions with the extras that bring CUDA's libraries, used when grading on a GPU."""
    numpy_only: bool = False
    """Whether NumPy alone is offered so that students do by hand what a library would do for them."""
    imports_long: bool = False
    """Whether the fork server is still at its imports when all else has started."""
    is_slow: bool = False
    """Whether submissions get more time than limits say, which are for NumPy, and for TensorFlow on a CPU."""
    environment: dict[str, str] = field(default_factory=dict)
    """Environment variables added to those of every worker."""

    def offers(self, module: str) -> bool:
        """Whether `import module` is within what the assignment allows."""
        return module in self.modules or module in sys.stdlib_module_names


_DISTRIBUTIONS = ("numpy", "ipython", "matplotlib", "koreanize-matplotlib")
_MODULES = frozenset({"numpy", "matplotlib", "fcnlab", "otter", "IPython"})


_CUDA = {"tensorflow": ("tensorflow[and-cuda]",), "jax": ("jax[cuda12]", "jax[cuda13]")}
"""PyTorch's wheels require CUDA's libraries by themselves."""


_UNUSED_OF_TENSORFLOW = (
    # not `lite`: what it imports would take its place
    *("compat", "debugging", "experimental.tensorrt", "feature_column", "profiler", "test", "tpu"),
    # what its own tests use
    *("__internal__.distribute.combinations", "__internal__.distribute.multi_process_runner", "__internal__.test"),
    "__internal__.feature_column",
)


def keras_profile(backend: str) -> Profile:
    """Keras on one of its backends: `tensorflow`, `jax` or `torch`, which must be installed.

    Importing them starts no thread, so that the fork server can fork; the first operation, after the fork, starts some.
    One thread a pool is enough for each of many submissions graded side by side, and gives the same sums each time.
    """
    return Profile(
        distributions=(*_DISTRIBUTIONS, "keras", backend, "pillow"),
        modules=_MODULES | {"keras", backend, "PIL"},
        # Pillow imports these with the first file that it opens: in every fork
        preload=("numpy", "fcnlab", "keras", "PIL.JpegImagePlugin", "PIL.PngImagePlugin"),
        unused=(
            # a sixth of the time until the first submission is graded; `clear_session` needs `compat`
            *("keras.visualization", "keras.src.visualization", "h5py", "requests"),
            *(f"tensorflow._api.v2.{name}" for name in _UNUSED_OF_TENSORFLOW),
            "tensorflow.lite.experimental.microfrontend.python.ops.audio_microfrontend_op",
        ),
        computing=("numpy", "keras", backend, "pillow"),
        cuda=_CUDA.get(backend, ()),
        imports_long=True,
        is_slow=backend != "tensorflow",
        environment={
            "KERAS_BACKEND": backend,
            "CUDA_VISIBLE_DEVICES": "-1",
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "TF_NUM_INTRAOP_THREADS": "1",
            "TF_NUM_INTEROP_THREADS": "1",
            # oneDNN compiles its kernels anew in each process, which costs more than they save on small images, and on
            # another CPU they add up in another order
            "TF_ENABLE_ONEDNN_OPTS": "0",
            "TENSORFLOW_USE_CUSTOM_CONTRACTION_KERNEL": "false",
            "JAX_PLATFORMS": "cpu",
            "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false",
        },
    )


PROFILES = {
    "numpy": Profile(
        distributions=_DISTRIBUTIONS, modules=_MODULES, preload=("numpy", "numpy.random", "fcnlab"), numpy_only=True
    ),
    "keras": keras_profile(os.environ.get("KERAS_BACKEND") or "tensorflow"),
}
