"""Help and mistakes are told in the terminal's language, Korean or English, in plain sentences without boxes."""

import ast
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import fcnkit
from fcnkit import cli, errors
from fcnkit.commands.application import COMMANDS, app
from fcnkit.commands.terminal_lang import choose_lang, detect_lang
from fcnkit.errors import UserError
from fcnkit.text import Text

SOURCES = Path(fcnkit.__file__).parent
ROOT = Path(__file__).resolve().parents[2]
HANGUL = re.compile("[가-힣]")
BOXES = re.compile("[╭╮╰╯│─]")
LOCALES = {"ko": "ko_KR.UTF-8", "en": "C.UTF-8"}


@pytest.fixture(autouse=True)
def _own_locale(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    yield
    choose_lang([])


@pytest.fixture
def say(monkeypatch, capsys):
    """Runs the command line in this process: what it printed, what it complained about, and its exit status."""

    def run(lang, *arguments):
        monkeypatch.setenv("LANG", LOCALES[lang])
        with pytest.raises(SystemExit) as end:
            cli.main(list(arguments))
        said = capsys.readouterr()
        return said.out, said.err, end.value.code

    return run


def test_every_command_is_declared_with_its_help_in_both_languages():
    registered = {command.name or command.callback.__name__ for command in app.registered_commands}
    assert registered == {name for name in COMMANDS if name}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_is_korean_in_a_korean_terminal(name, say):
    page, complaint, status = say("ko", *filter(None, [name]), "--help")
    assert (complaint, status) == ("", 0)
    assert not BOXES.search(page)
    command = COMMANDS[name]
    for help in (command.help, *(parameter.help for parameter in command.parameters)):
        assert HANGUL.search(help.ko)
        assert "".join(help.ko.split()) in "".join(page.split())
    for parameter in command.parameters:
        assert parameter.shown in page
    assert not re.search("Usage|Options|Arguments|Commands|default|required|Show this|INTEGER|TEXT", page)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_is_english_elsewhere(name, say):
    page, _, status = say("en", *filter(None, [name]), "--help")
    assert status == 0
    assert not HANGUL.search(page)
    assert page.startswith(f"Usage: fcnkit {name}".rstrip())
    assert not BOXES.search(page)


@pytest.mark.parametrize(("name", "places"), [("build", "[NN …]"), ("grade", "NN PATH …"), ("practice", "[DIR …]")])
def test_what_may_be_left_out_stands_in_brackets(name, places, say):
    page, _, _ = say("ko", name, "--help")
    assert page.splitlines()[0] == f"사용법: fcnkit {name} [옵션] {places}"


MISTAKES = {
    "": ("사용법: fcnkit", "Usage: fcnkit"),
    "grad 01": (
        "'grad'는 모르는 명령입니다. 'grade'를 쓰려고 하셨나요?",
        "No such command 'grad' (did you mean 'grade'?)",
    ),
    "xyzzy 01": ("'xyzzy'는 모르는 명령입니다. 있는 명령: init", "No such command 'xyzzy'; there are: init"),
    "grade 01 .": ("--out 옵션이 없습니다. `--out DIR`을 더하세요: 점수표", "Missing option '--out'; add `--out DIR`"),
    "grade": ("NN 인수가 없습니다: 과제의 번호나 이름", "Missing argument NN: The assignment, by number or name"),
    "grade class --out x": (
        "PATH 인수가 없습니다('class'를 NN으로 읽었습니다): ", "Missing argument PATH ('class' is taken for NN): ",
    ),
    "grade 01 . --out x --worker 2": (
        "--workers를 쓰려고 하셨나요? (", "No such option --worker (did you mean --workers?); ",
    ),
    "grade 01 . --out x --workers 0": (
        "--workers: '0'은 쓸 수 없는 값입니다. 1 이상의 정수를 쓰세요.", "--workers: '0' does not fit; write a whole "
        "number, 1 or more",
    ),
    "grade 01 . --out x --workers two": ("--workers: 'two'는 쓸 수 없는 값입니다.", "--workers: 'two' does not fit"),
    "grade 01 . --out x --engine cloud": ("'local', 'ray'", "'cloud' is no choice; write one of 'local', 'ray'"),
    "grade 01 . --out": ("--out 옵션에 값이 없습니다. `--out DIR`", "--out needs a value; write `--out DIR`"),
    "grade 01 . --out x --regrade=yes": ("--regrade 옵션에는 값을 쓰지 않습니다.", "--regrade takes no value"),
    "doctor now": ("'now'가 남습니다.", "'now' is too much"),
    "--ui-lang fr doctor": ("'ko', 'en'", "'ko', 'en'"),
    "doctor --ui-lang en": ("stands before the command", "stands before the command"),
    "--ui-lang en": ("no command; write one of init", "no command; write one of init"),
    "practice --format word --out x": (
        "--format: 'word'는 쓸 수 없는 값입니다.", "--format: 'word' is no choice; write one of 'pdf'",
    ),
    "practice": ("--out 옵션이 없습니다.", "--out is missing: write --out DIR"),
    "practice --preview nothing": ("'nothing' 문항이 없습니다.", "no item 'nothing'"),
    "grade 01 . --out x --address host:1": ("--engine ray를 함께 쓰거나 빼세요.", "add --engine ray, or leave it out"),
    "verify 7": ("'7' 과제가 없습니다. 있는 과제: 01-", "no assignment '7'; there are: 01-"),
    "practice --out x --blueprint /no/such": (
        "그런 파일이나 폴더가 없습니다. 이름과", "No such file or directory; check its name",
    ),
    "practice --out x --blueprint autograder": (
        "autograder: 파일이 아니라 폴더입니다. 그 안의 파일을", "autograder: Is a directory; name a file in it",
    ),
    "practice --format html --out course.toml/sets": (
        "course.toml: 이미 있습니다. 다른 이름을", "course.toml: File exists; name another",
    ),
}  # fmt: skip
PYDANTIC = ("Input should", "Extra inputs", "Field required", "validation error", "Invalid value")


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_is_one_sentence_in_the_terminals_language(line, lang, say, tmp_path, monkeypatch):
    for name in ("course.toml", "autograder", "solutions", "terminology.md"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    out, complaint, status = say(lang, *line.split())
    korean, english = MISTAKES[line]
    assert status == 2
    assert (korean if lang == "ko" else english) in out + complaint
    assert not any(word in complaint for word in PYDANTIC)
    assert not BOXES.search(complaint)
    assert complaint.count("\n") == (0 if not line else 1)
    if lang == "en":
        assert not HANGUL.search(complaint)


def test_the_option_goes_before_the_locale_and_holds_for_mistakes_too(say):
    assert "사용법" in say("en", "--ui-lang", "ko", "--help")[0]
    assert "Usage" in say("ko", "--ui-lang=en", "grade", "--help")[0]
    assert "모르는 명령" in say("en", "--ui-lang", "ko", "grad")[1]


@pytest.mark.parametrize(
    ("variables", "lang"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"), ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LC_ALL": "ko_KR"}, "ko"), ({"LANG": ""}, "en"),
    ],
)  # fmt: skip
def test_the_locale_says_which_language(variables, lang, monkeypatch):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert detect_lang() == lang


def _user_errors():
    """The names of UserError and of all classes that are made from it, wherever in the package they are."""
    bases = {}
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = {base.id for base in node.bases if isinstance(base, ast.Name)}
    found = {"UserError", "BadValue"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    return found


def test_no_error_is_raised_with_a_bare_string():
    names, bare = _user_errors(), []
    assert {"ConfigError", "RosterError", "NoGpu", "NoId"} <= names
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_error = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
            if is_error and (not node.args or isinstance(node.args[0], ast.Constant | ast.JoinedStr)):
                bare.append(f"{path.relative_to(SOURCES)}:{node.lineno}")
    assert bare == []
    assert next(iter(inspect.signature(UserError).parameters.values())).annotation == "Text"


def test_an_error_is_english_in_logs_and_survives_pickling():
    import pickle  # noqa: PLC0415

    error = errors.CannotGoOn(Text(ko="{file:을} 못 씁니다.", en="cannot write {file}"), file="a{b}.csv")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (str(again), again.text.ko, again.exit_status) == ("cannot write a{b}.csv", "a{b}.csv를 못 씁니다.", 1)


def test_where_the_terminal_lacks_a_character_it_is_a_question_mark():
    command = [sys.executable, "-m", "fcnkit", "practice", "--preview", "yolo-name", "--lang", "ko"]
    done = subprocess.run(command, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=True)
    assert b"YOLO" in done.stdout
    assert b"??" in done.stdout
