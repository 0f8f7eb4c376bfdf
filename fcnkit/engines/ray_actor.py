"""The Ray actor of one slot: the part of the engine that runs on a node.

It is sent there with `temp_dir` and the course, so that every node grades with this very code. A Ray worker has
threads and must not fork: the fork servers, which do, are processes of their own, started here as on any machine.
"""

from __future__ import annotations

import os
import socket
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import ray

from fcnkit.engines.temp_dir import locked_temp_dir

_OPEN_KO = (
    "다른 사용자로 실행되는 학생의 코드가 {folder} 폴더를 바꿀 수 있습니다. Ray가 모두에게 열어 둔 폴더입니다. 다른 "
    "사용자에게 닫힌 폴더 안의 FOLDER를 써서 `ray start --temp-dir=FOLDER`로 노드를 시작하세요."
)
_OPEN = (
    "students' code, run as another user, could change {folder}, which Ray opens to everybody; start the node with "
    "`ray start --temp-dir=FOLDER`, FOLDER lying in one that is closed to others"
)


class RayGrader:
    """A Ray actor. Knows nothing of fcnkit until `start` has unpacked it."""

    def start(
        self, course: dict[str, bytes], variables: dict[str, str], name: str, isolation: str, gpu_part: float
    ) -> dict[str, str]:
        """Unpack the course and warm up.

        What `node` this is and has, or why it cannot grade: `refusal`, a sentence, or `lack`, a module. `gpu_part` is
        of one device, 0 for none.
        """
        os.environ.update(variables)
        with suppress(PermissionError):  # only root may; Ray starts its workers as the last to get a CPU
            os.setpriority(os.PRIO_PROCESS, 0, min(0, os.getpriority(os.PRIO_PROCESS, 0)))
        self._close = ExitStack()
        root = self._close.enter_context(locked_temp_dir())
        _unpack(course, root)
        sys.path.insert(0, str(root))
        path = filter(None, (str(root), os.environ.get("PYTHONPATH")))
        os.environ["PYTHONPATH"] = os.pathsep.join(path)  # for the examiner, a Python of its own
        try:
            said = self._warm_up(root, name, isolation, gpu_part)
        except ModuleNotFoundError as lack:  # importlib.metadata's PackageNotFoundError is one, too
            said = {"lack": str(lack.name)}
        if "device" not in said:
            self.close()
        return {"node": socket.gethostname(), **said}

    def _warm_up(self, root: Path, name: str, isolation: str, gpu_part: float) -> dict[str, str]:
        from fcnkit.course import Course  # noqa: PLC0415  # has just been unpacked
        from fcnkit.engines.fork_servers import trouble_for  # noqa: PLC0415
        from fcnkit.engines.gpu import GpuEngine  # noqa: PLC0415
        from fcnkit.engines.local import LocalEngine  # noqa: PLC0415
        from fcnkit.errors import UserError  # noqa: PLC0415
        from fcnkit.grading.fingerprint import grader_version  # noqa: PLC0415
        from fcnkit.grading.sandbox.level import Isolation, choose, is_world_readable  # noqa: PLC0415

        try:
            assignment = Course(root).assignment(name)
            level = choose(isolation, trouble_for(assignment))
            if level is Isolation.UID and is_world_readable(folder := _rays_folder()):
                return {"refusal": _OPEN.format(folder=folder), "refusal_ko": _OPEN_KO.format(folder=folder)}
            engine: Any = LocalEngine(assignment, level)
            if gpu_part:  # Ray has named the device of which it has given us a part
                visible = os.environ.get("CUDA_VISIBLE_DEVICES")
                engine = GpuEngine(assignment, level, workers=1, visible=visible, part=gpu_part)
            self._engine = self._close.enter_context(engine)
        except UserError as error:
            return {"refusal": error.text.en, "refusal_ko": error.text.ko}
        return {"environment": grader_version(assignment), "device": engine.device}

    def examine(self, job: str) -> str:
        """An Examination for a Job, both as JSON."""
        from fcnkit.grading.messages import Job  # noqa: PLC0415

        return str(self._engine.examine(Job.model_validate_json(job)).model_dump_json())

    def close(self) -> None:
        """End the fork servers and remove the course."""
        self._close.close()


def _unpack(course: dict[str, bytes], root: Path) -> None:
    for secret in ("autograder", "solutions"):  # closed before anything is in them: others may be graded here already
        (root / secret).mkdir(mode=0o700)
    root.chmod(0o755)  # students' code, run as another user at some levels, has fcnlab and the worker's modules there
    for place, content in course.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _rays_folder() -> Path:
    """Where Ray on this node has its logs and sockets; each worker that starts opens it to everybody again."""
    here = ray.get_runtime_context().get_node_id()
    nodes: list[dict[str, Any]] = ray.nodes()  # type: ignore[no-untyped-call]
    raylet = next(node["RayletSocketName"] for node in nodes if node["NodeID"] == here)
    return Path(raylet).parents[2]
