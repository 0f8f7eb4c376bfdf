"""Answers are read whatever their case, spaces, hyphens, language and small slips, and never as another term."""

from __future__ import annotations

import itertools
import time
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proof import examples, one_in

from fcnkit.terminology import Term, WrongName, read
from fcnkit.terminology.lexicon import Lexicon, forms, sorts
from fcnkit.terminology.matcher import TermMatcher
from fcnkit.terminology.spelling import letters, normalise

TERMINOLOGY = read(Path(__file__).resolve().parents[2] / "terminology.md")
JUDGE = TermMatcher(TERMINOLOGY)
GATHERED = tomllib.loads((Path(__file__).parent / "spellings.toml").read_text(encoding="utf-8"))
BIG = {
    "transposed-convolution",
    "fcn",
    "mlp",
    "hyperparameter",
    "yolo",
    "anchor-box",
    "super-resolution",
    "objectness",
}
"""Terms that the lecture dwells on, or that the quiz as handed out asks for."""
LEXICON = Lexicon([])
SPELLINGS = [(spelling, term) for term in TERMINOLOGY for spelling in term.spellings]
ALPHABET = "abdefinux1" + unicodedata.normalize("NFD", "비역전")
"""Letters that make other words of the sheet's: un-, in-, de-, 비-, 역-."""

ACCEPTED = {
    "fcn": [
        "FCN",
        "fcn",
        " F.C.N. ",
        "ＦＣＮ",
        "an FCN",
        "FCNs",
        "FCN입니다",
        "FCN 입니다.",
        "FCN이라고 부릅니다.",
        "정답: FCN",
        "Fully Convolutional Network",
        "fully-convolutional-networks",
        "fully convolutionnal network",
        "fuly convolutional netwrok",
        "완전 합성곱 신경망",
        "완전합성곱신경망",
        "완전 합성곱 신경만",
        unicodedata.normalize("NFD", "완전 합성곱 신경망입니다"),
        "완전 합성곱 신경망(FCN)",
        "FCN (fully convolutional network)",
        "FCN = 완전 합성곱 신경망",
        "완전 합성곱 신경망 FCN",
        "완전 컨볼루션 네트워크",
    ],
    "mlp": [
        "MLP", "multilayer perceptron", "Multi-Layer Perceptrons", "multi-layer perception", "다층퍼셉트런", "엠엘피",
        "fully connected network", "다중 레이어 퍼셉트론", "MLP는 다층 퍼셉트론이에요",
        "It stands for multi-layer perceptron",
    ],
    "yolo": ["You Only Look Once", "You Only Looked Once", "you only look ones", "You Only Lok Once", "YOLO!", "욜로",
             "YOLO는 You Only Look Once의 약자입니다", "YOLO stands for You Only Look Once",
             "You Only Look Once라는 뜻", "You, Only, Look, Once", "Y=You, O=Only, L=Look, O=Once", "유 온니 룩 원스",
             "한 번만 본다 (You Only Look Once)", "You Only Look Once: 이미지를 한 번만 본다"],
    "trimap": ["trimap", "tri-map", "trimpa", "trima", "trmap", "trymap", "트라이맵", "트라이멥",
               "trimap mask", "trimap label", "정답 트라이맵", "트라이맵 레이블", "trimap annotation",
               "ground-truth trimap", "트라이맵요", "trimap(1,2,3)", "트라이맵 (1, 2, 3)"],
    "precision": ["presicion", "정밀도 지표", "precision rate", "양성예측도", "정밀도라고 부름", "답은 정밀도",
                  "정밀율", "정밀도 = TP/(TP+FP)", "정밀도는 TP/(FP+TP)입니다", "precision, TP / TP + FP",
                  "정밀도 (precision, TP/(TP+FP))",
                  "Precision: share of what was found that is right"],
    "recall": ["재현율 = TP/(TP+FN)", "Recall: tp/(tp+fn)"],
    "iou": ["IoU = intersection / union", "IoU (교집합/합집합)", "합집합 대비 교집합 비율"],
    "anchor-box": ["앵커박스요", "앵커 박스 같아요", "the answer is anchor box", "앵커 박스인 것 같습니다",
                   "ancher", "ancor", "achor"],
    "padding": ["패팅", "페딩", "padd ing", "zero-padding"],
    "stride": ["strid", "strdie", "stide", "스트라이드"],
    "kernel": ["거널", "kernal", "kerne"],
    "vgg16": ["브이지지16", "브이지지 16 모델", "브이지지 넷", "VGG 16입니다"],
    "cnn": ["씨엔엔", "시엔엔 모델"],
    "super-resolution": ["super resolutoin", "super-rezolution", "supper resolution"],
    "pointwise-convolution": ["1x1 convolution", "1×1 합성곱", "1 X 1 conv olution", "pointwise convolutions"],
    "transposed-convolution": ["transpose convolution", "Conv2DTranspose", "전치합성곱이요", "트랜스포즈드 컨볼루션"],
    "hyperparameter": ["hyper-parameters", "hyperparamter", "하이퍼 파라미터", "하이퍼파라메터"],
}  # fmt: skip

REFUSED = {
    "fcn": [
        "MLP",
        "fully connected network",
        "fully connected",
        "FC",
        "CNN",
        "FNN",
        "FCM",
        "완전 연결 신경망",
        "FCN (fully connected network)",
        "FCN 또는 MLP",
        "FCN, MLP",
        "FCN MLP",
        "",
        "...",
        "not FCN",
        "FCN " * 60,
    ],
    "mlp": [
        "MMP",
        "FCN",
        "DenseNet",
        "dense net",
        "다층",
        "perceptron",
        "multi-label perceptron",
        "multi-player perceptron",
        "multi-label perception",
        "perception",
        "visual perception",
        "다층 레이블",
        "MLP는 FCN입니다",
        "엔엘피",
    ],
    "mask": ["label", "정답", "trimap mask", "정답 파일"],
    "precision": [
        "정확률 (precision)",
        "정확도 높은 것 (precision)",
        "정밀도는 재현율",
        "precision/specificity",
        "정밀도는 정확도입니다",
        "precision is accuracy",
        "prevision",
        "정밀도 아님",
        "정밀도 = TP/(TP+FN)",
        "TP/(TP+FP)",
    ],
    "recall": ["재현율 = TP/(TP+FP)", "recall or precision = TP/(TP+FN)", "recoil"],
    "iou": ["intersection over onion", "IoU = union / intersection", "교집합/합집합"],
    "freezing": ["freeing"],
    "class-score": ["class core"],
    "trimap": [
        "mask",
        "trimap (0, 1, 2)",
        "트라이맵은 마스크",
        "trimap is a mask",
        "segmentation mask",
        "trimop",
        "bitmap",
        "treemap",
        "tree map",
        "트리맵",
    ],
    "super-resolution": ["super-revolution", "super-regulation", "superb resolution"],
    "broadcasting": ["broadcaster", "브로드캐스터"],
    "max-pooling": ["max polling", "max fooling"],
    "anchor-box": ["anchor fox", "author box"],
    "dilation": ["dilution", "relation"],
    "padding": ["pudding", "wedding", "푸딩", "배팅", "패턴", "패당"],
    "stride": ["보복", "stri", "bride", "ride", "strife", "strode", "tride"],
    "resnet": ["reset"],
    "background": ["foreground", "패경"],
    "batch": ["batc", "패치", "patch"],
    "dense-layer": ["dens", "에프씨엔"],
    "pointwise-convolution": ["3x3 convolution", "1x2 convolution", "convolution", "점멸 합성곱"],
    "vgg16": ["VGG19", "VGG61", "브이지지19", "브이지지십육"],
    "supervised-learning": ["unsupervised learning", "비지도 학습", "unsupervised leaning"],
    "semantic-segmentation": ["instance segmentation", "segmentation"],
    "upsampling": ["downsampling", "super-resolution", "sampling"],
    "transposed-convolution": ["deconvolution", "convolution", "역합성곱", "합성곱", "transported convolution"],
    "hyperparameter": ["parameter", "파라미터", "weights"],
    "foreground": ["background", "배경", "후경"],
    "xception": ["inception", "인셉션"],
    "yolo": [
        "You Look Only Once",
        "You Only Live Once",
        "You Only Cook Once",
        "YOLOv3",
        "한 번만 본다",
        "YOLO는 You Look Only Once의 약자",
        "YOLO stands for You Only Live Once",
        "두 번 본다, You Look Only Once",
        "객체 탐지 (You Only Look Once)",
    ],
}


@pytest.mark.parametrize(
    ("term", "answer"), [(term, answer) for term, answers in ACCEPTED.items() for answer in answers]
)
def test_what_means_the_term_is_accepted(term: str, answer: str) -> None:
    assert JUDGE.read(answer) is TERMINOLOGY[term]


@pytest.mark.parametrize(
    ("term", "answer"), [(term, answer) for term, answers in REFUSED.items() for answer in answers]
)
def test_what_means_something_else_is_not(term: str, answer: str) -> None:
    assert JUDGE.read(answer) is not TERMINOLOGY[term]


@pytest.mark.parametrize("term", GATHERED)
def test_hardly_a_fair_spelling_is_refused_and_none_is_read_as_another_term(term: str) -> None:
    fair = GATHERED[term]["fair"]
    read = {answer: _read(answer) for answer in fair}
    refused = [answer for answer, found in read.items() if found is None]
    assert [answer for answer, found in read.items() if found not in (TERMINOLOGY[term], None)] == []
    assert len(refused) <= len(fair) // 10 + 1, refused
    assert len(fair) >= (40 if term in BIG else 7)


@pytest.mark.parametrize("term", GATHERED)
def test_what_others_write_for_another_term_or_for_none_is_refused(term: str) -> None:
    others = [answer for other in GATHERED if other != term for answer in GATHERED[other]["fair"]]
    accepted = [answer for answer in GATHERED[term]["wrong"] + others if _read(answer) is TERMINOLOGY[term]]
    assert accepted == []


def test_any_way_to_write_the_words_of_a_name_is_that_term_and_words_of_its_sort_may_be_added() -> None:
    written = 0
    for spelling, term in SPELLINGS:
        words = LEXICON.words(spelling) or ()
        for place, each in enumerate(words):
            for form in forms(each):
                others = [forms(other)[0] for other in words]
                answer = " ".join((*others[:place], form, *others[place + 1 :]))
                assert JUDGE.read(answer) is term, answer
                written += 1
        for added in sorts(term) if words else ():
            assert JUDGE.read(f"{spelling} {forms(added)[0]}") is term, (spelling, added)
    assert written > 1000


def test_a_word_of_another_sort_makes_another_name() -> None:
    assert JUDGE.read("fully convolutional layer") is None
    assert JUDGE.read("완전 연결") is None
    assert JUDGE.read("Dense network") is not TERMINOLOGY["dense-layer"]
    assert JUDGE.read("합성곱 모델") is TERMINOLOGY["cnn"]
    assert JUDGE.read("합성곱 층") is TERMINOLOGY["convolution"]
    assert JUDGE.read("풀리 커넥티드 레이어") is TERMINOLOGY["dense-layer"]


def test_an_abbreviation_with_a_word_added_is_still_no_name_in_full() -> None:
    for short, term in (("YOLO 모델", "yolo"), ("FCN network", "fcn"), ("MLP 신경망", "mlp"), ("ConvNet", "cnn")):
        assert JUDGE.read(short) is TERMINOLOGY[term]
        assert not JUDGE.is_spelt_out(short, TERMINOLOGY[term])
    assert JUDGE.is_spelt_out("풀리 컨볼루셔널 네트워크", TERMINOLOGY["fcn"])
    assert JUDGE.is_spelt_out("You Only Look Once 모델", TERMINOLOGY["yolo"])


def test_another_name_is_not_what_the_letters_stand_for() -> None:
    for other in ("fully connected network", "완전 연결 신경망", "FC network"):
        assert JUDGE.read(other) is TERMINOLOGY["mlp"]
        assert not JUDGE.is_spelt_out(other, TERMINOLOGY["mlp"])
    for name, term in (
        ("muti layer perceptron", "mlp"),
        ("MLP (다층 퍼셉트론)", "mlp"),
        ("피크 신호 대 잡음비", "psnr"),
    ):
        assert JUDGE.is_spelt_out(name, TERMINOLOGY[term])


def test_a_known_wrong_name_is_recognised() -> None:
    found = JUDGE.read("you look only once")
    assert isinstance(found, WrongName)
    assert found in TERMINOLOGY["yolo"].wrong_names


def test_every_spelling_means_its_term_and_two_terms_in_one_answer_mean_neither() -> None:
    for spelling, term in SPELLINGS:
        assert JUDGE.read(spelling) is term
    for (left, its), (right, other) in itertools.combinations(SPELLINGS, 2):
        if its is not other:
            assert JUDGE.read(f"{left} ({right})") is None


@pytest.mark.parametrize("between", [", 즉 ", "(일명 ", ": 다른 말로 ", " (i.e. ", " (aka "])
def test_what_is_said_to_be_one_more_name_has_to_be_one(between: str) -> None:
    for left, right in itertools.permutations(TERMINOLOGY, 2):
        if JUDGE.read(f"{left.name.ko} {right.name.ko}") is not left:  # as 팽창 합성곱 is a name of 팽창
            assert JUDGE.read(f"{left.name.ko}{between}{right.name.ko}") is not left
    for term in TERMINOLOGY:
        assert JUDGE.read(f"{term.name.ko}{between}{term.name.en}") is term


ABBREVIATED = {"fcnnetwork"}
"""One letter more than another spelling has, and yet an exact answer: an abbreviation with a word added."""


def test_no_single_slip_in_any_spelling_makes_it_another_term() -> None:
    for spelling, term in one_in(10, SPELLINGS):
        for slip in _single_slips(letters(normalise(spelling))):
            found = JUDGE.read(slip)
            assert found in (term, None) or normalise(slip) in _exact() or slip in ABBREVIATED, (spelling, slip)


@examples(400)
@given(st.sampled_from(SPELLINGS), st.data())
def test_what_is_accepted_in_spite_of_slips_is_nearer_to_its_term_than_to_any_other(
    right: tuple[str, Term], data: st.DataObject
) -> None:
    typed = letters(normalise(right[0]))
    for _ in range(data.draw(st.integers(1, 3), label="slips")):
        typed = data.draw(st.sampled_from(list(_single_slips(typed)) or [typed]))
    found = JUDGE.read(typed)
    if found is None:
        return
    assert isinstance(found, Term | WrongName)
    own = [spelling for spelling, meaning in _exact().items() if meaning is found]
    others = [spelling for spelling, meaning in _exact().items() if meaning is not found]
    slips = min(_slips(letters(normalise(typed)), letters(spelling)) for spelling in own)
    assert all(_slips(letters(normalise(typed)), letters(spelling)) > slips for spelling in others)


@pytest.mark.parametrize("between", [" =", "= ", " : (", "는 = "])
def test_signs_without_end_before_a_ratio_that_does_not_come_take_no_time(between: str) -> None:
    begun = time.process_time()
    assert JUDGE.read("IoU" + between * (24 // len(between.strip())) + "x") is None
    assert time.process_time() - begun < 2


@examples(200)
@given(st.text(max_size=60))
def test_any_text_is_read_without_trouble(text: str) -> None:
    JUDGE.read(text)


@cache
def _read(answer: str) -> Term | WrongName | None:
    return JUDGE.read(answer)


@cache
def _exact() -> dict[str, Term | WrongName]:
    named: dict[str, Term | WrongName] = {normalise(spelling): term for spelling, term in SPELLINGS}
    return named | {
        normalise(name): wrong for term in TERMINOLOGY for wrong in term.wrong_names for name in wrong.names
    }


def _single_slips(word: str) -> set[str]:
    places = range(len(word))
    removed = {word[:at] + word[at + 1 :] for at in places}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places[:-1]}
    replaced = {word[:at] + new + word[at + 1 :] for at in places for new in ALPHABET}
    added = {word[:at] + new + word[at:] for at in (*places, len(word)) for new in ALPHABET}
    return (removed | swapped | replaced | added) - {word}


def _slips(left: str, right: str) -> int:
    """The distance by Damerau and Levenshtein's definition, slow and obvious (neighbours exchanged and left alone)."""
    rows = [list(range(len(right) + 1))]
    for i, one in enumerate(left, 1):
        row = [i]
        for j, other in enumerate(right, 1):
            best = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (one != other))
            if i > 1 and j > 1 and one == right[j - 2] and left[i - 2] == other:
                best = min(best, rows[i - 2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
