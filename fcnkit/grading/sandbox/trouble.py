"""Why a level of isolation does not hold here, in both languages.

What enters a level runs with the standard library alone and speaks English only; here its sentences are known again.
"""

from __future__ import annotations

import re

from fcnkit.grading.last_words import SILENT
from fcnkit.text import Text, same

SAID = (
    Text(
        ko="학생의 코드에 필요한 {path:을} root만 읽을 수 있음",
        en="no user but root can read {path}, which students' code needs",
    ),
    Text(ko="다른 사용자로 실행하는 일은 root만 할 수 있음", en="needs root, who alone can run code as another user"),
    Text(
        ko="Landlock이 오래되어 파일이 비워지는 것을 막지 못함",
        en="Landlock is too old here to keep files from being emptied",
    ),
    Text(ko="제출물을 맡을 사용자 {count}명이 모두 쓰이고 있음", en="all {count} users for submissions are taken"),
    Text(
        ko="seccomp: {machine}용 필터가 없음, 있는 것은 {known}",
        en="seccomp: no filter for {machine}; there is one for {known}",
    ),
    Text(ko="파일이 읽힘", en="reads files"),
    Text(ko="네트워크가 열려 있음", en="uses the network"),
    Text(ko="다른 프로세스에 신호를 보낼 수 있음", en="signals other processes"),
    Text(ko="프로그램이 실행됨", en="starts programs"),
    Text(ko="아무 말 없이 끝남", en=SILENT.en),
)


def told(sentence: str) -> Text:
    """The sentence in both languages; as it is where it comes from the kernel or from Python."""
    for text in SAID:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(text.en))
        if found := re.fullmatch(pattern, sentence):
            return text.format(**found.groupdict())
    return same(sentence)
