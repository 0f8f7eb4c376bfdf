"""What each key of `course.toml` and `assignment.toml` means."""

from __future__ import annotations

from fcnkit.text import Text

MEANINGS = {
    "course.title": Text(
        ko="과목의 이름. 플래시 카드 묶음에 쓰입니다", en="what the course is called, such as on decks of flash cards"
    ),
    "timezone": Text(
        ko='마감과 제출 시각의 시간대(`"Asia/Seoul"`). 하루는 이 시간대의 시계로 셉니다',
        en='the time zone of deadlines and of platforms\' times, such as `"Asia/Seoul"`; its clock counts the days',
    ),
    "course.due": Text(
        ko="과제마다의 마감: `[due]` 아래에 `01 = 2026-12-01T23:59:00`처럼 씁니다",
        en="the assignments' deadlines, such as `01 = 2026-12-01T23:59:00` under `[due]`",
    ),
    "title": Text(ko="학생과 페이지가 과제를 부르는 이름", en="what students and pages call the assignment"),
    "profile": Text(
        ko="학생의 프로세스가 불러올 수 있는 것, `numpy` 또는 `keras`([프로필](#프로필))",
        en="what a student's process can import, `numpy` or `keras` (see [Profiles](#profiles))",
    ),
    "questions.id": Text(ko="원본의 순서대로 `q1`, `q2`, …", en="`q1`, `q2`, …, in the master's order"),
    "questions.title": Text(ko="페이지와 과제 README에 쓰입니다", en="on pages and in the hand-out's README"),
    "questions.points": Text(
        ko="그 문제의 숨은 검사의 배점을 모두 더한 값", en="the sum of the points of the question's hidden checks"
    ),
    "questions.functions": Text(ko="학생이 정의하는 함수의 이름", en="names of functions that students define"),
    "questions.variables": Text(
        ko="학생이 값을 정하는 변수의 이름. 문제마다 함수나 변수, 또는 둘 다 있습니다",
        en="names of variables that students set; a question has functions or variables, or both",
    ),
    "questions.rubric": Text(
        ko="사람이 채점하는 기준. 있으면 그 문제는 [직접 채점](../how-to/grade-by-hand.md)합니다",
        en="the rubric of a person; the question is then [graded by hand](../how-to/grade-by-hand.md)",
    ),
    "quiz": Text(
        ko="문제를 `terminology.md`에서 뽑고, `fcnkit package --variants`가 다른 문제지를 뽑습니다",
        en="the questions are drawn from `terminology.md`, and `fcnkit package --variants` draws others",
    ),
    "pace": Text(
        ko="언제 풀고 얼마나 걸리는지 알려 주는 한 문장. 노트북 옆의 README에 나옵니다",
        en="when to do it and how long it takes, one sentence for the README beside the notebooks",
    ),
    "limits.cell_seconds": Text(
        ko="셀 하나가 계산하거나 잠자는 시간(초). CPU를 기다리는 시간은 세지 않습니다. Keras 모델을 시험하는 한 "
        "단계에도 쓰입니다",
        en="seconds that one cell computes or sleeps, and each step of trying a Keras model; waiting for a CPU does "
        "not count, here and below",
    ),
    "limits.cells_seconds": Text(
        ko="모든 셀을 합한 시간(초). 셀 하나는 남은 시간의 절반까지 쓰고, 다 쓰면 그 뒤의 셀은 0.1초씩만 받습니다. "
        "1.5배를 쓰면 그 뒤의 셀에서는 함수, 클래스, import와 값만 정하는 줄만 실행합니다",
        en="seconds for all cells: each gets at most half of what is left; once nothing is, it gets 0.1; once half as "
        "much again is used up, only functions, classes, imports and plain values of the cells below are kept",
    ),
    "limits.call_seconds": Text(
        ko="학생 함수 호출 한 번이 계산하거나 잠자는 시간(초). 끝나지 않은 적이 있는 함수는 그 4분의 1을 받습니다",
        en="seconds that one call of a student's function computes or sleeps; a quarter of it once one has not ended",
    ),
    "limits.question_seconds": Text(
        ko="문제 하나의 모든 호출에 쓰는 CPU 시간(초)", en="CPU seconds for all calls of one question"
    ),
    "limits.total_seconds": Text(
        ko="제출물 전체가 계산하거나 잠자는 시간(초). 큰 답을 읽는 데 채점기가 쓴 CPU 시간도 여기에 들어갑니다. 앞의 "
        "문제는 뒤의 문제 몫을 남겨 두어야 합니다. JAX나 PyTorch나 GPU로 Keras를 쓰면 시간 한도는 모두 열 배입니다",
        en="seconds that the whole submission computes or sleeps, with the CPU time that its answers take the grader; "
        "each question has to leave a share to those after it. With Keras on JAX, PyTorch or a GPU, all limits of time "
        "are ten times as long",
    ),
    "limits.sleep_seconds": Text(
        ko="그 밖에 모든 셀이 함께 잠잘 수 있는 시간(초). 0.3초가 안 되는 잠은 모두 합해 0.5초까지만 여기에 듭니다. "
        "셀 하나는 남은 시간의 절반까지 쓰고, 다 쓰면 `time.sleep`은 기다리지 않으며 다른 방법으로 기다리는 줄은 "
        "0.5초 뒤에 멈춥니다",
        en="seconds besides, for all cells to sleep, of which 0.5 may go to waits of less than 0.3: each gets at most "
        "half of what is left; once nothing is, `time.sleep` does not wait, and what waits in other ways is stopped "
        "after 0.5",
    ),
    "limits.memory_mib": Text(
        ko="모든 프로세스의 메모리를 더한 값(MiB). 상주, 스왑, 페이지 테이블을 셉니다",
        en="MiB of memory of all its processes together: resident, swapped out, and page tables",
    ),
    "limits.processes": Text(ko="동시에 있는 프로세스와 스레드의 수", en="processes and threads at the same time"),
    "limits.open_files": Text(ko="한 프로세스가 연 파일의 수", en="open files of one process"),
    "limits.output_mib": Text(
        ko="호출 한 번이 돌려주는 값의 크기(MiB, 최대 64). 출력한 글은 버립니다",
        en="MiB that one call returns (at most 64); what is printed is thrown away",
    ),
    "limits.disk_mib": Text(
        ko="쓰는 파일의 크기(MiB). `strict`에서는 모든 파일을 더한 값",
        en="MiB of a file that is written; at `strict`, of all files together",
    ),
    "attempts": Text(
        ko='여러 번 제출하면 인정하는 것: `"last"`(마지막), `"first"`(처음), `"best"`(점수가 가장 높은 것)',
        en='which attempt counts: the `"last"`, the `"first"` or the `"best"`',
    ),
    "feedback": Text(
        ko='마감 전에 페이지가 알려 주는 것: `"full"`은 모두, `"counts"`는 문제마다 통과한 검사의 수, `"after_due"`는 '
        "아무것도 알려 주지 않음([마감과 결과 공개](../how-to/deadlines.md))",
        en='what pages tell before the deadline: `"full"` everything, `"counts"` how many checks of each question '
        'passed, `"after_due"` nothing (see [Deadlines](../how-to/deadlines.md))',
    ),
    "late.grace": Text(
        ko='마감 뒤 감점하지 않는 시간(`"10 minutes"`). 이보다 늦으면 마감부터 셉니다',
        en='so long after the deadline no marks are lost (`"10 minutes"`); who is later is late since the deadline',
    ),
    "late.penalty": Text(
        ko='늦은 날이나 시간마다 빼는 점수: `"10% per day"`(만점의 10%)나 `"5 points per hour"`. 시작된 날은 하루로 '
        "셉니다([늦은 제출](../how-to/late-work.md))",
        en='what each day or hour that has begun takes off: `"10% per day"` of the maximum, or `"5 points per hour"` '
        "(see [Late work](../how-to/late-work.md))",
    ),
    "late.cap": Text(
        ko='가장 많이 빼는 점수: `"50%"`나 `"20 points"`', en='most that is taken off: `"50%"` or `"20 points"`'
    ),
    "late.last_day": Text(
        ko="마감 뒤 이 날수까지만 받습니다. 그 뒤에 낸 것은 점수가 없습니다",
        en="work is taken for so many days after the deadline; what comes later has no marks",
    ),
    "run_shown": Text(
        ko="`true`이면 보여 주기만 하는 셀(`# show`)도 채점할 때 실행합니다"
        "([과제 고치기](../how-to/change-an-assignment.md))",
        en="`true` runs cells that only show something (`# show`) in grading, too "
        "(see [Change an assignment](../how-to/change-an-assignment.md))",
    ),
    "weights": Text(
        ko='`[weights]`: `fcnkit term`에서 과제가 차지하는 비중(`"01" = 20`). 없으면 모든 과제가 같고, 있으면 쓰지 '
        "않은 과제는 들어가지 않습니다",
        en='`[weights]`: what each assignment counts in `fcnkit term` (`"01" = 20`); without it all the same, else '
        "only those that are named",
    ),
    "themes": Text(
        ko="여러 과제의 오개념이 같은 생각에서 온 것이면 그 생각: `[[themes]]`마다 `name`과 오개념의 id인 "
        "`misconceptions`. `fcnkit term`이 과제마다 이어지는지 봅니다",
        en="an idea that misconceptions of several assignments have in common: each `[[themes]]` has a `name` and, as "
        "`misconceptions`, their ids. `fcnkit term` sees whether it persists",
    ),
    "due": Text(
        ko="마감(`2026-12-01T23:59:00+09:00`). `course.toml`에 `timezone`이 있으면 시간대는 빼도 됩니다. 그 뒤에 만든 "
        '페이지는 모두 알려 줍니다. `"after_due"`에 필요합니다',
        en="the deadline, `2026-12-01T23:59:00+09:00`, without an offset where `course.toml` has a `timezone`: pages "
        'written later tell everything; `"after_due"` needs it',
    ),
}
