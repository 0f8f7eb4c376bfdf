"""What `fcnkit verify` says of each proof: its subject, and what is wrong where it does not hold."""

from fcnkit.text import Text

UNTOUCHED = Text(ko="빈 노트북({lang})", en="untouched notebook ({lang})")
SOLUTION = Text(ko="모범 답안", en="solution")
ALTERNATIVE = Text(ko="다른 풀이 {name}", en="alternative {name}")
MISCONCEPTION = Text(ko="{name}의 오개념 {id}", en="misconception {id} in {name}")
ALL_WRONG = Text(ko="{name}의 오개념 {id}, 앞의 답도 모두 틀림", en="misconception {id} in {name}, all before it wrong")
NO_CONFUSION = Text(ko="다른 오개념의 이름으로 불리는 답이 없음", en="no answer has another misconception's name")
CONFUSED = Text(
    ko="{name}의 {id:이} {count}번 가운데 {times}번 {other:으로} 불립니다.",
    en="{id} in {name} is {other} in {times} of {count} draws",
)
UNSTEADY = Text(
    ko="{theme}: 같은 제출물도 채점할 때마다 다른 입력을 받습니다. random이나 np.random 대신 `draw`와 "
    "`draw.rng`로 뽑으세요.",
    en="{theme}: the same submission gets other cases each time; draw them by `draw` and `draw.rng`, not by random or "
    "np.random",
)
NO_ESSAY = Text(ko="{questions}: 직접 채점할 글이 없습니다.", en="{questions}: no text for grading by hand")
AN_ESSAY = Text(ko="{questions}: 직접 채점할 글이 있습니다.", en="{questions}: a text for grading by hand")
OTHER_MARKS = Text(ko="{wanted:g}점이어야 하는데 {given:g}점입니다.", en="{wanted:+mark} expected, {given:g} given")
FIRST = Text(ko="{what} 첫 번째: {check}: {message}", en="{what}; first: {check}: {message}")
ASKED_NOWHERE = Text(
    ko="assignment.toml에 {answer:을} 묻는 문제가 없습니다. answers의 이름을 고치세요. 문제가 묻는 것: {names}",
    en="no question in assignment.toml asks for {answer}; correct the name in `answers`. Questions ask for: {names}",
)
LOSES_NOTHING = Text(ko="해당 문제에서 점수를 잃지 않습니다.", en="loses no marks on its question")
NOT_NAMED = Text(ko="이 오개념의 이름이 나오지 않고 대신 나온 이름: {names}", en="not named; named instead: {names}")
NAMED_TOO = Text(ko="다른 오개념의 이름도 나옵니다: {names}", en="named {names}, too")
RESCUED = Text(
    ko="{question:이} {functions}의 옳은 답으로 점수를 받습니다.",
    en="{question} gets marks for right answers of {functions}",
)
COSTS_TWICE = Text(ko="{questions}에서도 점수를 잃습니다.", en="costs marks in {questions}, too")
