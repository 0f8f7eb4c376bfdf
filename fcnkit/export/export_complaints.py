"""What is wrong with a platform's file that is to be filled in, and what to do."""

from fcnkit.text import Text

NO_TABLE = Text(
    ko="{path}: 머리글과 학생마다 한 줄이 있는 표가 아닙니다. 다시 내려받으세요.",
    en="{path}: no table with headings and a row for each student; export it again",
)
NOT_CANVAS = Text(
    ko="{place}: Canvas 파일의 첫 머리글은 'Student'인데 {heading!r:이} 있습니다. Canvas에서 내보낸 파일(성적, 전체 "
    "성적부 내보내기)을 지정하세요.",
    en="{place}: the first heading is {heading!r}, and Canvas' is 'Student'; give the file that Canvas exported "
    "(Grades, Export Entire Gradebook)",
)
NO_POINTS = Text(
    ko="{path}: {heading!r:은} 완료/미완료로 채점하는 열이어서 점수를 넣을 수 없습니다. 먼저 Canvas에서 성적 표시를 "
    "점수로 바꾸세요.",
    en="{path}: {heading!r} is graded as complete or incomplete, which takes no points; let Canvas display its grade "
    "as points first",
)
NOT_MARKS = Text(
    ko="{place}: 점수를 넣을 열에 점수가 아닌 값({cell!r})이 있습니다. 점수 열의 머리글을 --column으로 지정하세요.",
    en="{place}: the column for the marks holds {cell!r}, which is none; name the column of marks with --column",
)
READ_ONLY = Text(
    ko="{path}: {name!r:은} 읽기 전용 열이어서 점수를 넣을 수 없습니다. 다른 열을 지정하세요.",
    en="{path}: the platform does not take marks in {name!r} (it is read only)",
)
NONE = Text(ko="점수를 넣을 수 있는 열 없음", en="none that takes marks")
SEVERAL_COLUMNS = Text(
    ko="{path}: 맞는 열이 여러 개입니다({several}). --column에 열의 번호를 지정하세요.",
    en="{path}: several columns fit ({several}); say which with --column, by its id",
)
NO_SUCH_COLUMN = Text(
    ko="{path}: {name!r} 열이 없습니다. 있는 열: {columns}",
    en="{path}: no column is called {name!r}. There are: {columns}",
)
NO_COLUMN = Text(
    ko="{path}: 과제와 이름이 같은 열이 없습니다. --column으로 지정하세요. 있는 열: {columns}",
    en="{path}: no column is called like the assignment; say which with --column. There are: {columns}",
)
NOT_MOODLE = Text(
    ko="{place}: 첫 열에 Moodle의 'Participant 123' 같은 번호가 없습니다. 채점 워크시트(모든 제출물 보기, 채점 "
    "워크시트 내려받기. 과제 설정에서 켜 두어야 합니다)를 지정하세요.",
    en="{place}: the first column does not hold Moodle's 'Participant 123'; give the grading worksheet (View all "
    "submissions, Download grading worksheet; it must be switched on there)",
)
ALL_LOCKED = Text(
    ko="{path}: 바꿀 수 있는 점수가 하나도 없습니다. 먼저 Moodle의 성적부에서 점수 잠금을 푸세요.",
    en="{path}: no grade in it can be changed; unlock the grades in Moodle's gradebook first",
)
ALIASES_HEADINGS = Text(ko="{place}: 머리글은 student,row여야 합니다.", en="{place}: its headings must be student,row")
ALIASES_TWICE = Text(
    ko="{place}: {name!r} 학생이나 {row!r} 줄이 이 파일에 두 번 나옵니다. 한 번만 쓰세요.",
    en="{place}: the student {name!r} or the row {row!r} stands twice in this file; leave one of them",
)
NOT_GRADES = Text(
    ko="{path}: {name!r:은} 점수 열이 아니거나 점수가 아닌 척도로 채점하는 열입니다. 바로 다음 열이 최고 점수인 열을 "
    "지정하세요.",
    en="{path}: {name!r} is no column of grades, or one of a scale; name the one that stands before the maximum",
)
NO_STUDENT = Text(
    ko="{place}: grades.csv에 {name!r} 학생이 없습니다. 이름을 바로잡으세요.",
    en="{place}: no student {name!r} in grades.csv",
)
NOT_ONE_ROW = Text(
    ko="{place}: {path}에서 {row!r:으로} 찾은 줄이 {count}개입니다. 그 줄의 학번이나 이메일을 쓰세요.",
    en="{place}: {count} rows of {path} go by {row!r}; write the row's id or e-mail",
)
TOO_LARGE = Text(
    ko="{path}: {most} MiB보다 커서 한 과목의 성적 파일로 볼 수 없습니다.",
    en="{path}: larger than {most} MiB, which no class' gradebook is",
)
WORKBOOK = Text(
    ko="{path}: 엑셀 파일입니다. 시스템에서 내려받은 CSV 파일을 그대로 지정하세요. 엑셀 파일밖에 없으면 엑셀에서 'CSV "
    "UTF-8'로 저장해 지정하세요.",
    en="{path}: a workbook; give the CSV file as the platform exported it, or where it exports workbooks alone, open "
    "it in your spreadsheet program and save it as “CSV UTF-8”",
)
WEB_PAGE = Text(
    ko="{path}: 이름은 엑셀 파일이어도 내용은 웹 페이지입니다. 엑셀에서 열어 'CSV UTF-8'로 저장해 지정하세요.",
    en="{path}: a web page, even if it is called a workbook; open it in your spreadsheet program and save it as “CSV "
    "UTF-8”",
)
ENCODING = Text(
    ko="{path}: UTF-8도 CP949도 아닙니다. 시스템에서 다시 내려받으세요.",
    en="{path}: neither UTF-8 nor CP949; export it again from the platform",
)
QUOTATION = Text(
    ko="{place}: 닫히지 않은 따옴표가 있습니다. 파일을 다시 내려받으세요.",
    en="{place}: a quotation mark is never closed; export the file again",
)
OTHER_POINTS = Text(
    ko="{path}: 시스템의 만점은 {theirs}점인데 과제의 만점은 {ours}점입니다. 시스템의 만점을 바꾸거나, --scale로 "
    "점수를 환산하세요.",
    en="{path}: the platform gives {theirs} points for this, and the assignment has {ours}; change them there, or let "
    "marks be scaled with --scale",
)
NOT_ONE_COLUMN = Text(
    ko="{path}: 이름이 {name!r}인 열이 {count}개입니다. 있는 열: {columns}",
    en="{path}: {count} columns are called {name!r}. There are: {columns}",
)
NO_GRADES = Text(
    ko="{path}: 만점 열 앞에 점수 열이 없습니다. --column으로 지정하세요. 있는 열: {columns}",
    en="{path}: no column of grades before one with the maximum; say which with --column. There are: {columns}",
)
