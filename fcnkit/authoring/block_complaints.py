"""What is wrong with the blocks of a master, and what to write instead."""

from fcnkit.text import Text

NO_END = Text(
    ko="BEGIN {block}에 끝이 없습니다. raw 셀 `# END {block}`{block:~을} 더하세요.",
    en="BEGIN {block} without its end; add a raw cell `# END {block}`",
)
RAW_LANG = Text(
    ko="raw 셀에 lang={lang!r:이} 있습니다. 블록은 두 언어에서 같습니다.",
    en="raw cell with lang={lang!r}; blocks are the same in both languages",
)
CONFIG_KEYS = Text(
    ko="ASSIGNMENT CONFIG에 Otter 설정이 있습니다. `fcnkit build`가 정하니 지우세요.",
    en="Otter settings in ASSIGNMENT CONFIG; `fcnkit build` sets them, remove the keys",
)
NO_BLOCK = Text(ko="블록을 표시하지 않는 raw 셀입니다: {line!r}", en="raw cell that marks no block: {line!r}")
UNMARKED_BLOCK = Text(
    ko="블록을 표시하지 않는 raw 셀입니다: {line!r}. raw 셀에는 `#`을 두 번 쓰세요: `# # BEGIN …`",
    en="raw cell that marks no block: {line!r}; in a raw cell write the `#` twice: `# # BEGIN …`",
)
NESTED_QUESTION = Text(
    ko="{inside} 안에 BEGIN QUESTION이 있습니다. 먼저 그것을 끝내세요.",
    en="BEGIN QUESTION inside {inside}; end that first",
)
NO_NAME = Text(
    ko="문제에 이름이 없습니다. BEGIN QUESTION 아래에 `name: q1` 줄을 쓰세요.",
    en="question without a name; write a line `name: q1` under BEGIN QUESTION",
)
OUTSIDE = Text(
    ko="BEGIN {block:이} {inside} 안에 있습니다. 문제 바로 안에 두세요.",
    en="BEGIN {block} inside {inside}; it belongs directly inside a question",
)
NO_QUESTION = Text(ko="문제가 아닌 곳", en="no question")
INSIDE = Text(ko="{block}({line}번째 줄)", en="{block} (line {line})")
END_INSIDE = Text(
    ko="{inside}의 끝이 나오기 전에 END {block:이} 있습니다. 블록의 시작과 끝을 짝지으세요.",
    en="END {block} while {inside} is open; begin and end blocks in pairs",
)
NO_BEGIN = Text(
    ko="BEGIN {block} 없이 END {block:이} 있습니다. 블록의 시작과 끝을 짝지으세요.",
    en="END {block} without BEGIN {block}; begin and end blocks in pairs",
)
NO_CODE = Text(
    ko="TESTS 안에 {kind} 셀이 있습니다. 거기에는 코드 셀만 두세요.",
    en="{kind} cell inside TESTS; only code stands there",
)
CHECK_LANG = Text(
    ko="공개 검사에 lang={lang!r:이} 있습니다. 검사는 두 언어에서 같습니다.",
    en="public check with lang={lang!r}; checks are the same in both languages",
)
HIDDEN_TEST = Text(
    ko="원본에 숨은 검사가 있습니다. 숨은 검사는 autograder/suites에 두세요.",
    en="hidden test in the master; hidden tests stand in autograder/suites",
)
FUNCTIONS = Text(
    ko="공개 검사에 함수가 {count}개 있습니다. 하나만 쓰고, 노트북에서 쓰는 이름을 괄호 안에 적으세요: `def "
    "test_double(np, double):`",
    en="public check with {count} functions; write one, which names in its parentheses what it uses of "
    "the notebook: `def test_double(np, double):`",
)
TWO_CHECKS = Text(
    ko="한 문제에 공개 검사 {name:이} 두 개 있습니다. 다른 이름을 붙이세요.",
    en="second public check {name} in one question; give it a name of its own",
)
OUTSIDE_SOLUTION = Text(
    ko="SOLUTION 블록 밖에 답이 있습니다. 이대로는 Otter가 학생에게 나누어 주게 됩니다.",
    en="solution outside a SOLUTION block; Otter would hand it out",
)
NESTED_SOLUTION = Text(
    ko="답 안에 BEGIN SOLUTION이 또 있습니다. 앞의 것을 먼저 끝내세요.",
    en="BEGIN SOLUTION inside a solution; end the first one before",
)
NO_BEGIN_SOLUTION = Text(
    ko="BEGIN SOLUTION 없이 END SOLUTION이 있습니다. 위에 더하세요.",
    en="END SOLUTION without BEGIN SOLUTION; add it above",
)
NO_END_SOLUTION = Text(
    ko="END SOLUTION 없이 BEGIN SOLUTION이 있습니다. 아래에 `# END SOLUTION`을 더하세요.",
    en="BEGIN SOLUTION without END SOLUTION; add `# END SOLUTION` below",
)
NOTHING_MARKED = Text(
    ko="답으로 표시한 곳이 없어 학생에게 그대로 나갑니다. `# BEGIN SOLUTION` … `# END SOLUTION`으로 표시하세요.",
    en="nothing marked as solution, it would be handed out; mark it `# BEGIN SOLUTION` … `# END SOLUTION`",
)
SHOWS_IN_BLOCK = Text(
    ko="`# show`로 표시한 셀이 {block} 블록 안에 있습니다. 표시를 지우거나 셀을 블록 밖으로 옮기세요.",
    en="cell marked `# show` inside {block}; remove the mark, or move the cell out of the block",
)
MORE_THAN_SHOWS = Text(
    ko="`# show`로 표시한 셀은 채점할 때 실행하지 않을 수 있는데, 이 줄은 다른 셀에 영향을 줍니다. 표시를 지우거나 이 "
    "줄을 다른 셀로 옮기세요.",
    en="a cell marked `# show` may be left out when it is graded, but other cells need this line; remove the mark, or "
    "move the line into another cell",
)
OTHER_QUESTIONS = Text(
    ko="{path}: 원본의 문제({names})와 assignment.toml의 문제({wanted})가 다릅니다. 순서까지 같게 맞추세요.",
    en="{path}: questions {names}, but assignment.toml has {wanted}; make both the same, in the same order",
)
OTHER_POINTS = Text(
    ko="{name}의 points가 {points}인데 assignment.toml에는 {wanted:g}점입니다. 같게 맞추거나 여기서 points를 지우세요.",
    en="{name} has points: {points}, but assignment.toml says {wanted:g}; make both the same, or leave points out here",
)
NOT_DEFINED = Text(
    ko="{question}의 {lang} 답에 assignment.toml이 요구하는 {name:이} 없습니다. SOLUTION 블록 안에서 정의하세요.",
    en="{question} does not define {name} in its {lang} solution, but assignment.toml lists it; define it "
    "inside the SOLUTION block",
)
STRETCH_NAMES = Text(
    ko="더 해 보기 문제의 이름이 {name}입니다. stretch1부터 차례로 번호를 붙이세요. 여기는 {wanted}입니다.",
    en="stretch goal {name}; number them in order from stretch1: this one is {wanted}",
)
STRETCH_POINTS = Text(
    ko="{name}의 points가 {points}입니다. 더 해 보기 문제는 채점하지 않으니 points를 지우세요.",
    en="{name} has points: {points}, but stretch goals are not graded; leave points out",
)
STRETCH_UNCHECKED = Text(
    ko="{name}에 답이나 공개 검사가 없습니다. SOLUTION 블록과 TESTS 블록을 더하세요.",
    en="{name} lacks a solution or a public check; add its SOLUTION and TESTS blocks",
)
NO_PYTHON = Text(ko="올바른 파이썬이 아닙니다({error}). 고치세요.", en="not valid Python: {error}; correct it")
RAISES = Text(
    ko="{lang} 답의 셀이 오류를 냅니다({reason}). 셀을 고치세요.",
    en="a cell of the {lang} solution raises {reason}; correct the cell",
)
