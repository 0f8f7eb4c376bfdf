"""What is said when a Ray cluster cannot grade."""

from fcnkit.text import Text

REMEDY = Text(
    ko="모든 노드를 이 컴퓨터와 똑같이 준비하세요. 같은 저장소에서 `make`를 실행하거나, 같은 채점 이미지를 쓰면 "
    "됩니다.",
    en="give every node what this machine has: the same checkout set up with `make`, or the same grader image",
)
A_CPU = Text(ko="CPU 하나", en="a CPU")
CPU_AND_GPU = Text(ko="CPU 하나, GPU {part:g}개", en="a CPU, {part:g} of a GPU")
NO_ROOM = Text(
    ko="Ray 클러스터({address})에 채점기 하나가 쓸 자리({cpu}, 메모리 {mib:,} MiB)가 있는 노드가 없습니다. "
    "`ray start --address=HOST:PORT`로 노드를 더하세요.",
    en="no node of the Ray cluster at {address} has {cpu} and {mib:,} MiB of memory for a grader; add one with "
    "`ray start --address=HOST:PORT`",
)
NOT_READY = Text(ko="{seconds}초 안에 준비된 채점기가 없습니다.", en="no grader was ready within {seconds} seconds")
CANNOT_GRADE = Text(
    ko="Ray 클러스터({address})에서는 이 과제를 채점할 수 없습니다. {why}",
    en="the Ray cluster at {address} cannot grade this: {why}",
)
REFUSES = Text(ko="노드 {node}: {why}", en="node {node}: {why}")
LACKS = Text(ko="노드 {node}에 {lack:이} 없습니다. {remedy}", en="node {node} has no {lack}; {remedy}")
DIFFERS = Text(
    ko="노드 {node}의 버전({theirs})이 이 컴퓨터({ours})와 다릅니다. {remedy}",
    en="node {node} has {theirs}, but this machine {ours}; {remedy}",
)
OTHER_DEVICE = Text(
    ko="노드 {node:은} {device}에서 계산하는데, 채점은 {ours}에서 시작했습니다.",
    en="node {node} computes on {device}, but grading began on {ours}",
)
OTHER_VERSION = Text(
    ko="Ray 클러스터({address})에 들어갈 수 없습니다({said}). {remedy}",
    en="the Ray cluster at {address} cannot be joined ({said}); {remedy}",
)
NOT_JOINED = Text(
    ko="{address}에서 Ray 클러스터를 찾지 못했습니다({said}). `ray start --head`로 시작하고, fcnkit을 그 노드에서 "
    "실행하면서 --address HOST:PORT로 지정하세요.",
    en="no Ray cluster could be joined at {address} ({said}); start one with `ray start --head`, run fcnkit on one of "
    "its nodes, and name it with --address HOST:PORT",
)
NO_ADDRESS = Text(
    ko="--address {address}: `ray start --head`가 알려 준 대로 클러스터 헤드의 HOST:PORT를 쓰세요.",
    en="--address {address}: write HOST:PORT of the cluster's head, as `ray start --head` prints it",
)
NO_ANSWER = Text(
    ko="{address}에서 응답하는 Ray 클러스터가 없습니다({error}). 헤드가 실행 중인지(`ray status`), `ray start "
    "--head`가 알려 준 주소가 맞는지 살펴보세요.",
    en="no Ray cluster answers at {address} ({error}); is its head running (`ray status`), and is this its address, as "
    "`ray start --head` has it?",
)
