"""What is wrong with a terminology sheet, and what to write instead."""

from fcnkit.text import Text

NO_FILE = Text(
    ko="{path}: 파일이 없습니다. 과목의 용어가 든 파일이니 되돌려 놓으세요.",
    en="{path}: no such file; it holds the course's terms, bring it back",
)
NO_TERMS = Text(
    ko="{path}: 용어가 없습니다. `## 제목 · Title` 절을 쓰고 그 아래에 `### Label`을 쓰세요.",
    en="{path}: no terms; write a section `## 제목 · Title` and below it `### Label`",
)
BEFORE_SECTIONS = Text(
    ko="용어 {term!r:이} 첫 절보다 앞에 있습니다. 그 위에 `## 제목 · Title`을 쓰세요.",
    en="term {term!r} before the first section; put `## 제목 · Title` above it",
)
NO_TERM_FIRST = Text(
    ko="{section!r} 절이 용어로 시작하지 않습니다. 그 아래에 `### Label`을 쓰세요.",
    en="section {section!r} does not begin with a term; write `### Label` below it",
)
ONE_LANGUAGE = Text(
    ko="{section!r} 절의 제목이 한 언어로만 되어 있습니다. `## 제목 · Title`처럼 쓰세요.",
    en="section {section!r} in one language; write `## 제목 · Title`",
)
NO_LABEL = Text(
    ko="용어 {term!r}: 제목에는 짧은 영어 이름을 쓰세요. 한국어는 아래에 옵니다.",
    en="term {term!r}; head it with its short English name, Korean comes below",
)
UNKNOWN_PART = Text(
    ko="{term!r}에 표기(정의 바로 아래의 = `…` `…`)도 혼동(> **≠ [Label](#label)** …)도 아닌 부분이 있습니다. 둘 "
    "가운데 하나로 쓰세요.",
    en="a part of {term!r} that is neither spellings (= `…` `…`, right below the definitions) nor a "
    "confusion (> **≠ [Label](#label)** …); write it as one of these",
)
EMPTY_DEFINITION = Text(
    ko="{term!r}의 {language} 정의가 비어 있습니다. 무슨 뜻인지 쓰세요.",
    en="empty {language} definition of {term!r}; say what it means",
)
NO_DEFINITION = Text(
    ko="{term!r}의 {language} 정의가 여기에 없습니다. `{example}`처럼 문단을 쓰세요.",
    en="{term!r} has no {language} definition here; write a paragraph `{example}`",
)
KOREAN = Text(ko="한국어", en="Korean")
ENGLISH = Text(ko="영어", en="English")
CONFUSION_HEAD = Text(
    ko="{term!r}의 혼동이 `**≠ [Label](#label)**`이나 `**≠ ~~틀린 이름~~**`으로 시작하지 않습니다.",
    en="a confusion of {term!r} does not begin with `**≠ [Label](#label)**` or `**≠ ~~wrong name~~**`",
)
TWO_REASONS = Text(
    ko="{term!r}의 혼동에는 까닭을 말하는 문단이 두 개 있어야 합니다. ≠ 뒤에 한국어, 그다음에 영어로 쓰세요.",
    en="a confusion of {term!r} needs two paragraphs that say why: Korean after the ≠, then English",
)
NO_LETTERS = Text(
    ko="{term!r}의 표기 {spelling!r}에 글자가 없습니다. 지우세요.",
    en="spelling {spelling!r} of {term!r} has no letters; remove it",
)
TAKEN = Text(
    ko="{spelling!r:은} 이미 {owner!r}의 표기입니다({line}번째 줄). 한 용어에 한 번만 쓰세요.",
    en="{spelling!r} already stands for {owner!r} (line {line}); give it to one term, and once",
)
GIVES_AWAY = Text(
    ko="{term!r}의 정의에 {spelling!r:이} 그대로 들어 있습니다. 퀴즈가 묻는 말이니 다른 말로 정의하세요.",
    en="the definition of {term!r} says {spelling!r} itself; the quiz asks for it, so define it in other words",
)
TWICE = Text(
    ko="{term!r:이} 자기 자신과, 또는 한 용어와 두 번 혼동됩니다. 하나씩만 남기세요.",
    en="{term!r} is confused with itself, or twice with one term; keep one of each",
)
WRITE = Text(ko="{link:으로} 쓰세요.", en="write {link}")
NO_SUCH_TERM = Text(
    ko="그런 용어가 없으니 더하거나 이름을 바로잡으세요.", en="there is no such term, add it or correct the name"
)
NO_LINK = Text(
    ko="{link:은} 그 이름의 용어로 이어지지 않습니다. {fix}", en="{link} leads to no term of that name; {fix}"
)
STRUCK_OUT = Text(
    ko="틀린 이름으로 표시한 {name!r:이} {owner!r}의 표기입니다({line}번째 줄). 그 용어로 이어 주세요.",
    en="{name!r} is struck out as wrong, but a spelling of {owner!r} (line {line}); link to that term",
)
OTHER_COMMENT = Text(
    ko="모르는 주석입니다: {comment}. <!-- exam: one-term, another -->처럼 쓰거나 지우세요.",
    en="comment '{comment}'; write <!-- exam: one-term, another --> or none",
)
NO_EXAM_TERM = Text(
    ko="exam: '{term}' 용어가 없습니다. mlp처럼 링크에 쓰는 이름으로 적으세요.",
    en="exam: no term '{term}'; write terms as their links have them, such as mlp",
)
