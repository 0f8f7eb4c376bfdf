"""`terminology.md` is read strictly: whatever is missing, double or astray is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_sheet import SHEET

from fcnkit.errors import UserError
from fcnkit.terminology import Confusion, WrongName, read
from fcnkit.text import LANGS, Text

ROOT = Path(__file__).resolve().parents[2]

REFUSED = {
    "an announced term does not exist": (
        "A word to the reader.",
        "<!-- exam: fcn, cnn -->",
        ":3: exam: no term 'cnn'",
    ),
    "a comment says something else": (
        "A word to the reader.",
        "<!-- exam: FCN -->",
        ":3: comment '<!-- exam: FCN -->'",
    ),
    "a Korean definition is missing": (
        "**완전 합성곱 신경망.** 출력까지 합성곱인\n신경망입니다.\n\n",
        "",
        ":9: 'FCN' has no Korean definition here",
    ),
    "an English definition is missing": (
        "**Multi-layer perceptron.** Dense layers only.\n",
        "",
        ":25: 'MLP' has no English definition here",
    ),
    "both definitions are missing": (
        "**다층 퍼셉트론.** Dense 층만 쌓은 것입니다.\n\n**Multi-layer perceptron.** Dense layers only.\n",
        "",
        ":25: 'MLP' has no Korean definition here",
    ),
    "English stands where Korean should": (
        "출력까지 합성곱인\n신경망입니다.",
        "Up to the output.",
        ":9: 'FCN' has no Korean",
    ),
    "a definition is empty": (" Dense layers only.", "", ":29: empty English definition of 'MLP'"),
    "a definition has no name": ("**Multi-layer perceptron.** ", "", ":29: 'MLP' has no English definition here"),
    "a definition names its own term": ("Dense layers only", "An MLP is it", ":29: the definition of 'MLP' says 'MLP'"),
    "a term appears twice": ("### MLP", "### FCN", ":25: 'FCN' already stands for 'FCN' (line 7)"),
    "two terms share a spelling": (
        "다층 퍼셉트론",
        "전 합성곱-신경망",
        ":27: '전 합성곱-신경망' already stands for 'FCN' (line 15)",
    ),
    "a spelling appears twice": ("`전 합성곱 신경망`", "`FCN`", ":15: 'FCN' already stands for 'FCN' (line 7)"),
    "a spelling has no letters": ("`전 합성곱 신경망`", "`--`", ":15: spelling '--' of 'FCN' has no letters"),
    "a confusion leads nowhere": ("[MLP](#mlp)", "[VGG](#vgg)", ":17: [VGG](#vgg) leads to no term"),
    "a link's target is misspelt": (
        "(#mlp)",
        "(#MLP)",
        ":17: [MLP](#MLP) leads to no term of that name; write [MLP](#mlp)",
    ),
    "a term is confused with itself": ("[MLP](#mlp)", "[FCN](#fcn)", ":7: 'FCN' is confused with itself"),
    "a confusion has no English": ("\n>\n> The C stands for convolutional.", "", ":17: a confusion of 'FCN' needs two"),
    "a confusion has no Korean": ("C는 convolutional입니다.", "", ":17: a confusion of 'FCN' needs two"),
    "a confusion says with nothing": ("**≠ [MLP](#mlp)** ", "", ":17: a confusion of 'FCN' does not begin with"),
    "a struck-out name is right elsewhere": (
        "~~전부 연결~~",
        "~~다층-퍼셉트론~~",
        ":21: '다층-퍼셉트론' is struck out as wrong",
    ),
    "spellings stand in a wrong place": (
        "**Multi-layer perceptron.** Dense layers only.\n",
        "**Multi-layer perceptron.** Dense layers only.\n\n> **≠ ~~x~~** 아님.\n>\n> No.\n\n= `perceptrons`\n",
        ":35: a part of 'MLP' that is neither",
    ),
    "a paragraph is no part of a term": ("= `fully", "Also `fully", ":15: a part of 'FCN' that is neither"),
    "a list stands in a term": ("= `fully", "- `fully", ":15: a part of 'FCN' that is neither"),
    "a heading is Korean": ("### MLP", "### 다층", ":25: term '다층'; head it with its short English name"),
    "a section is in one language": ("## 신경망 · Networks", "## 신경망", ":5: section '신경망' in one language"),
    "a section is empty": (
        "### FCN",
        "## 층 · Layers\n\n### FCN",
        ":5: section '신경망 · Networks' does not begin with a term",
    ),
    "a term stands before the sections": ("## 신경망 · Networks\n\n", "", ":5: term 'FCN' before the first section"),
}


def test_the_terms_that_were_announced_for_the_exam_are_known(tmp_path: Path) -> None:
    path = tmp_path / "terminology.md"
    path.write_text(SHEET.replace("A word to the reader.", "<!-- exam: mlp, fcn -->"), encoding="utf-8")
    assert read(path).exam == ("mlp", "fcn")


@pytest.mark.parametrize("what", REFUSED)
def test_a_sheet_is_refused_when(what: str, tmp_path: Path) -> None:
    good, bad, complaint = REFUSED[what]
    assert SHEET.count(good) == 1
    path = tmp_path / "terminology.md"
    path.write_text(SHEET.replace(good, bad), encoding="utf-8")
    with pytest.raises(UserError) as refusal:
        read(path)
    assert str(refusal.value).startswith(f"{path}{complaint}")


def test_a_sheet_that_is_empty_missing_or_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "terminology.md"
    for content, complaint in (
        (None, "no such file"),
        (b"# Terms\n", "no terms"),
        ("용어".encode("cp949"), "not UTF-8"),
    ):
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(UserError, match=complaint):
            read(path)


def test_a_term_is_read_with_all_its_parts(tmp_path: Path) -> None:
    path = tmp_path / "terminology.md"
    path.write_text(SHEET, encoding="utf-8")
    terminology = read(path)
    (section,) = terminology.sections
    fcn, mlp = terminology
    assert section.title == Text(ko="신경망", en="Networks")
    assert fcn.name == Text(ko="완전 합성곱 신경망", en="Fully convolutional network")
    assert fcn.title == Text(ko="완전 합성곱 신경망(FCN)", en="Fully convolutional network (FCN)")
    assert fcn.definition == Text(ko="출력까지 합성곱인 신경망입니다.", en="Convolutional up to its output.")
    assert fcn.spellings[:2] == ("FCN", "완전 합성곱 신경망")
    assert fcn.spellings[2:] == ("Fully convolutional network", "fully convolutional net", "전 합성곱 신경망")
    why = Text(ko="C는 convolutional입니다.", en="The C stands for convolutional.")
    assert fcn.confusions == (Confusion("mlp", why),)
    assert fcn.wrong_names == (
        WrongName(("fully connected", "전부 연결"), Text(ko="연결이 아닙니다.", en="It is not connected.")),
    )
    assert terminology.confused_with(mlp) == {"fcn": why}  # said of FCN, and true of both
    assert terminology["mlp"] is mlp


def test_the_sheet_has_what_the_course_names() -> None:
    named = """
        fcn mlp densenet dense-layer hyperparameter parameter yolo transposed-convolution downsampling upsampling
        stride padding semantic-segmentation instance-segmentation trimap foreground background objectness
        residual-connection depthwise-separable-convolution dilation transfer-learning super-resolution
        supervised-learning
        """
    terminology = read(ROOT / "terminology.md")
    assert set(named.split()) <= {term.id for term in terminology}
    assert len(terminology) >= 30


def test_every_term_of_the_sheet_is_told_from_something() -> None:
    for term in read(ROOT / "terminology.md"):
        assert term.confusions or term.wrong_names, term.id
        assert all(term.definition[lang].endswith(".") for lang in LANGS), term.id
