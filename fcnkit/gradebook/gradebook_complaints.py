"""What is said of a gradebook that cannot be used as it is."""

from fcnkit.text import Text

NO_GRADEBOOK = Text(
    ko="{path}: 성적부로 쓸 수 없는 파일입니다({error}). 다른 곳으로 옮기거나 --out에 다른 폴더를 지정하세요.",
    en="{path}: cannot be used as a gradebook ({error}); move it away or name another --out",
)
READONLY = Text(
    ko="{path}: 읽기만 할 수 있는 성적부입니다. 쓸 권한을 얻거나, 폴더 전체를 쓸 수 있는 곳에 복사해 실행하세요.",
    en="{path}: may only be read; get leave to write it, or copy the whole folder to where you may write",
)
FROM_THE_FUTURE = Text(
    ko="{path}: 더 새로운 fcnkit이 쓴 성적부입니다. fcnkit을 새 버전으로 올리거나 --out에 다른 폴더를 지정하세요.",
    en="{path}: a later version of fcnkit wrote it; update fcnkit, or name another --out",
)
NOT_READ = Text(
    ko="{path}: {number}번 결과를 읽을 수 없습니다. 백업해 둔 성적부로 되돌리거나 --out에 다른 폴더를 지정하세요.",
    en="{path}: result {number} cannot be read; bring back a copy of the gradebook, or name another --out",
)
GRADED_EARLIER = Text(
    ko="이전 버전의 fcnkit이 채점한 결과입니다. 제출물을 다시 채점하면 새 결과로 바뀝니다.",
    en="Graded by an earlier version of fcnkit; a new result takes its place once the hand-in is graded again.",
)
AGAIN = Text(ko="{path}: {error}. 같은 명령을 다시 실행하세요.", en="{path}: {error}; run the same command again")
FULL = Text(
    ko="{path}: 디스크가 가득 찼습니다. 자리를 마련하고 같은 명령을 다시 실행하면 이어서 채점합니다.",
    en="{path}: the disk is full; make room and run the same command again, which goes on from there",
)
