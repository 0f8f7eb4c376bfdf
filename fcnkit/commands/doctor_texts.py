"""What `fcnkit doctor` says."""

from __future__ import annotations

from fcnkit.text import Text

SUBJECT = Text(ko="항목", en="what")
FOUND = Text(ko="확인한 결과 (→ 해결 방법)", en="found (→ remedy)")
ABLE = Text(ko="이 컴퓨터에서 채점할 수 있습니다.", en="This machine can grade.")
UNABLE = Text(
    ko="아직 이 컴퓨터에서 채점할 수 없습니다. ✗ 표시가 있는 항목부터 해결해 주세요.",
    en="This machine cannot grade yet: see to the lines marked ✗ first.",
)
REINSTALL = Text(
    ko="`pip install --upgrade fcnkit`으로, 저장소에서는 `make demo`로 설치됩니다.",
    en="Run `pip install --upgrade fcnkit` or, in the repository, `make demo`.",
)
INSTALL_KERAS = Text(
    ko="NumPy 과제에는 필요 없습니다. Keras 과제를 채점하려면 `pip install 'fcnkit[keras]'`를 실행하세요. 백엔드로는 "
    "TensorFlow가 설치됩니다.",
    en="NumPy assignments need none. For those with Keras run `pip install 'fcnkit[keras]'`, which brings TensorFlow "
    "as its backend.",
)
INSTALL_SCAN = Text(
    ko="채점하는 데는 필요 없습니다. 종이 시험의 답안지를 읽으려면 `pip install 'fcnkit[scan]'`을 실행하세요.",
    en="Not needed to grade; to read answer sheets of exams on paper, run `pip install 'fcnkit[scan]'`.",
)
REPORT = Text(ko="이 줄을 개발자에게 알려 주세요.", en="Please report this line.")
FREE_SPACE = Text(
    ko="자리를 비우거나, 환경 변수 TMPDIR로 다른 폴더를 지정해 주세요.",
    en="Free some space, or name another folder in the environment variable TMPDIR.",
)
NOT_FOUND = Text(ko="없음", en="not found")
AUTO_TAKES = Text(ko="{finding} `auto`가 이것을 씁니다.", en="{finding} `auto` takes this one.")
NOT_NEEDED_GPU = Text(
    ko="NumPy 과제를 채점하는 데는 필요 없습니다. GPU가 있다면 NVIDIA 드라이버를 설치해 주세요.",
    en="NumPy assignments need none; if there is a GPU, install NVIDIA's driver.",
)
ROOM_ON_GPU = Text(
    ko="{name}: {total:,} MiB 중 {free:,} MiB 사용 가능, 채점 자리 {room}개",
    en="{name}: {free:,} of {total:,} MiB free, room for {room:+grader}",
)
COUNTED = Text(
    ko="커널이 제출물마다 계산하고 제한합니다(cgroup v2: {names}).",
    en="The kernel counts and bounds it for each submission (cgroup v2: {names}).",
)
COUNTED_IN_PART = Text(
    ko="커널이 제출물마다 CPU 시간을 계산합니다(cgroup v2, 쓸 수 있는 컨트롤러: {names}). 메모리와 프로세스는 "
    "1초에 열 번 살펴봅니다.",
    en="The kernel counts each submission's CPU time (cgroup v2, with these controllers: {names}); memory and "
    "processes are looked at ten times a second.",
)
WATCHED = Text(
    ko="제출물의 프로세스를 1초에 열 번 살펴봅니다(쓸 수 있는 cgroup v2가 없습니다).",
    en="Its processes are looked at ten times a second (there is no cgroup v2 to be used).",
)
DELEGATE = Text(
    ko="채점하는 데 꼭 필요하지는 않습니다. 커널이 직접 제한하게 하려면 "
    "`systemd-run --user --scope -p Delegate=yes fcnkit grade …`로 채점하거나 root로 실행해 주세요.",
    en="Not needed to grade; to have the kernel bound it, grade with "
    "`systemd-run --user --scope -p Delegate=yes fcnkit grade …`, or as root.",
)
DELEGATE_TO_ROOT = Text(
    ko="채점하는 데 꼭 필요하지는 않습니다. 커널이 직접 제한하게 하려면 "
    "`systemd-run --scope -p Delegate=yes fcnkit grade …`로 채점해 주세요. 컨테이너에서는 /sys/fs/cgroup에 쓸 수 있고 "
    "거기에 cpu, memory, pids 컨트롤러가 있어야 합니다.",
    en="Not needed to grade; to have the kernel bound it, grade with "
    "`systemd-run --scope -p Delegate=yes fcnkit grade …`. In a container, /sys/fs/cgroup must be writable and have "
    "the controllers cpu, memory and pids.",
)
