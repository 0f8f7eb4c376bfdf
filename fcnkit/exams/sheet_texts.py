"""What stands on answer sheets beside the bubbles."""

from __future__ import annotations

from fcnkit.text import Text

TEXTS = {
    "sheet": Text(ko="답안지", en="Answer sheet"),
    "alt": Text(
        ko="채울 원과 쓸 칸이 있는 답안지. 네 모서리에 판독용 무늬가 있습니다.",
        en="The answer sheet with bubbles to fill in and boxes to write in; marks for the scanner in its corners.",
    ),
    "code": Text(ko="판독용 코드", en="Code for the scanner"),
    "name": Text(ko="이름", en="Name"),
    "seat": Text(ko="자리", en="Seat"),
    "form": Text(ko="문제지", en="Form"),
    "where": Text(
        ko="답은 답안지에 표시하세요. 답안지에 있는 것만 채점합니다.",
        en="Mark your answers on the answer sheet: nothing else is marked.",
    ),
    "plan": Text(ko="자리 배치", en="Seats"),
    "front": Text(ko="앞", en="Front"),
    "spare": Text(ko="여분", en="spare"),
    "how": Text(ko="표시하는 방법", en="How to fill this in"),
    "fill": Text(
        ko="원을 연필로 진하게 가득 채우세요.",
        en="Fill bubbles wholly, with a soft pencil.",
    ),
    "digits": Text(
        ko="숫자는 위 칸에 쓰고, 그 아래에서 같은 숫자를 채우세요. 남는 칸은 비워 두고, 음수는 – 원도 채우세요.",
        en="Write digits into the boxes and fill the same digits below. Leave unused columns empty; for a negative "
        "number fill the – bubble, too.",
    ),
    "words": Text(
        ko="글로 쓰는 답은 같은 번호의 네모 칸 안에 쓰세요.",
        en="Write answers in words inside the box with their number.",
    ),
    "cross": Text(
        ko="고칠 때는 깨끗이 지우거나, 채운 원에 X를 원보다 훨씬 크게 긋고 다른 원을 채우세요.",
        en="To change an answer, rub it out, or cross the filled bubble out with an X much larger than the bubble, and "
        "fill another one.",
    ),
    "keep": Text(
        ko="네 모서리의 무늬와 코드 위에는 쓰지 말고, 접지 마세요.",
        en="Write on neither the marks in the corners nor the code, and do not fold the sheet.",
    ),
}
