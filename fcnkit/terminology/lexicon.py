"""The words that names of terms are made of: each in Korean, in English and as people write it by ear.

A name is cut into words, and two names of the same words are the same name: 풀리 컨볼루셔널 네트워크, 완전 합성곱
신경망 and fully conv net. Words such as 층, 연산 or model only say what sort of thing a term is: an answer may have
them where the name has not, as long as the term's own definition begins by calling it a thing of that sort.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, product

from fcnkit.terminology.model import Term
from fcnkit.terminology.spelling import word

Words = tuple[str, ...]

_FORMS = """
# What sort of thing a term is
net: 신경망 네트워크 네트웍 뉴럴네트워크 뉴럴네트웍 뉴럴넷 넷 망 모델 구조 아키텍처 아키텍쳐 알고리즘 network
net: 탐지기 검출기 net model neuralnetwork neuralnet architecture algorithm detector
layer: 층 레이어 계층 layer
operation: 연산 operation
method: 기법 방법 방식 기술 접근법 법 method technique approach
task: 과제 문제 작업 복원 재구성 task problem reconstruction
score: 점수 스코어 확률 score probability
value: 값 설정 value setting
image: 이미지 영상 사진 이미징 image imaging
mask: 마스크 mask
target: 정답 레이블 라벨 주석 파일 target label annotation groundtruth file
measure: 지표 척도 measure metric
pixel: 픽셀 화소 pixel
framework: 프레임워크 framework
dataset: 데이터셋 데이터세트 데이터 dataset data
rule: 규칙 rule
many: 들
2d: 2d 2차원 이차원
# Convolutions, and what distinguishes them
convolution: 합성곱 컨볼루션 컨볼루셔널 컨볼루션널 컨벌루션 컨벌루셔널 콘볼루션 콘볼루셔널 콘벌루션 컨브
convolution: convolution convolutional conv
transposed: 전치 전치된 트랜스포즈드 트랜스포즈 트랜스포스드 트랜스포스 transposed transpose
inverse: 역 디 de inverse
dilated: 팽창 팽창된 확장 확장된 다일레이션 다이얼레이션 딜레이션 다일레이티드 다이얼레이티드 아트루스 아트러스
dilated: dilation dilated atrous
rate: 률 율 비율 레이트 rate ratio
depthwise: 깊이별 깊이 뎁스와이즈 뎁쓰와이즈 채널별 depthwise
separable: 분리 분리형 분리가능 분리가능한 세퍼러블 세퍼레이블 세퍼레블 separable
pointwise: 점별 포인트와이즈 pointwise
1x1: 1x1 1by1 1바이1 원바이원 1곱하기1 원곱하기1 원곱하기원
3x3: 3x3 3by3
1d: 1d 1차원
3d: 3d 3차원
fractionally: fractionally
stride: 스트라이드 보폭 stride strided
kernel: 커널 케널 필터 kernel kernal filter
size: 크기 사이즈 size
padding: 패딩 padding
zero: 제로 zero
pooling: 풀링 pooling pool
max: 최대 최댓값 최대값 맥스 max maximum
min: 최소 최솟값 최소값 min minimum
average: 평균 average avg
global: 전역 글로벌 global
up: 업 상향 up
down: 다운 하향 down
sampling: 샘플링 샘플 sampling sample
# Networks
fully: 완전 완전한 전 전체 풀리 풀 fully full
fc: fc
fcn: fcn
mlp: mlp
cnn: cnn
connected: 연결 커넥티드 커넥션 커넥트 결합 링크 connected connection link
dense: 덴스 밀집 dense densely
densenet: densenet 덴스넷
multilayer: 다층 다층형 다중층 다중레이어 여러층 멀티레이어 멀티레이어드 multilayer multilayered multiplelayer
multiple: 다중 multiple
single: 단일 싱글 single
single layer: 단층 싱글레이어 singlelayer
perceptron: 퍼셉트론 퍼셉트런 perceptron perception
residual: 잔차 레지듀얼 레지두얼 레시듀얼 residual
skip: 스킵 건너뛰기 skip
shortcut: 숏컷 쇼트컷 지름길 shortcut
transformer: 트랜스포머 transformer
matrix: 행렬 matrix
# Training
hyperparameter: 하이퍼파라미터 하이퍼파라메터 하이퍼파라메타 하이퍼파라미타 하이퍼매개변수 초매개변수
hyperparameter: 초모수 hyperparameter hyperparam
parameter: 파라미터 파라메터 파라메타 파라미타 매개변수 parameter param
super: 슈퍼 수퍼 super
learning: 학습 러닝 learning training 기계학습 머신러닝 machinelearning deeplearning
supervised: 지도 지도식 교사 슈퍼바이즈드 슈퍼바이즈 수퍼바이즈드 수퍼바이즈 supervised supervise supervized superviced
un: 비 언 un
semi: 준 세미 semi
self: 자기 셀프 self
reinforcement: 강화 reinforcement
transfer: 전이 트랜스퍼 transfer transferred transfered
# Vision tasks
super resolution: 초해상도 초해상도화 초해상화 초해상 초고해상도 슈퍼해상도 수퍼해상도 슈퍼레졸루션 슈퍼레솔루션
super resolution: 슈퍼레졸류션 슈퍼리솔루션 수퍼레졸루션 수퍼레솔루션 수퍼리솔루션 superresolution
resolution: 해상도 레졸루션 resolution
high: 고 하이 high
low: 저 로우 low
segmentation: 분할 세그멘테이션 세그먼테이션 segmentation
semantic: 시맨틱 시멘틱 세만틱 의미 의미론적 의미적 의미기반 semantic
instance: 인스턴스 인스턴스별 instance
detection: 탐지 검출 감지 디텍션 detection
classification: 분류 클래시피케이션 classification
object: 물체 객체 개체 오브젝트 object
objectness: 객체성 물체성 오브젝트니스 objectness
there: 존재 가있을 이있을
confidence: 확신도 확신 신뢰도 컨피던스 confidence
class: 클래스 클래스별 class
precision: 정밀도 정밀율 프리시전 프리시젼 프리시즌 프리씨전 프리씨젼 프레시전 precision presicion
box: 박스 상자 box
bounding: 바운딩 경계 bounding
anchor: 앵커 엥커 앵카 anchor anker ankor
prior: 프라이어 사전 사전정의 사전정의된 prior
default: 디폴트 기본 default
reference: 기준 reference
# Data
foreground: 전경 포어그라운드 포그라운드 foreground
background: 배경 백그라운드 background
contour: 윤곽 윤곽선 컨투어 contour
batch: 배치 뱃치 batch
trimap: 트라이맵 trimap
# Arrays
concatenation: 이어붙이기 이어붙임 컨캣 콘캣 컨캐트 컨캐터네이션 콘캐터네이션 concatenation concatenate concat
# You only look once
you: you
only: only
look: look looked
once: once
# What one slip makes of the words above, and means something else
multi: multi 멀티
other: labelled player lager later payer slayer lawyer prayer revolution dissolution evolution involution
other: convocation convection convention convulsion connotation cook book hook took nook lock loop loom oily ounce
other: polling fooling cooling tooling pulling mix sapling rambling stamping fox boy bow bog author anger archer
other: bonding founding sounding binding rounding pounding transported transfused transformed translated dilution
other: delation relation deletion violation pudding adding paddling packing pairing stripe strike strive stroke bride
other: pride colonel kennel separate comparable parable fragmentation sedimentation augmentation instant distance
other: insurance substance romantic seismic somatic supervisor improvised transport transform transverse
other: receptor perimeter objectless objectives residential individual ship skin slip correction collection confection
other: infection deflection defection direction deduction selection clarification falsification concentration
other: contamination conjugation conventional conversational reset filer ancho 바인딩 브로드캐스터 점멸
other: prevision superb 혁명 대합 진치 보복
other: accord aero anon asks bach bath bitch bloom bouncing brat butch cass classy claws cleaning clearing convent
other: core cove cover covert crate crater darkness date diluted dove dover dull earning eaten eater eight eighth ever
other: fate folly fool freeing gloom govern hatch icon last latex latino leak leaning love lover mack mass mimi mina
other: mine mode musk neat neon ness nest neutral noisy noon nose noun novel nuts odds onion outlined overt paddy peek
other: poll poole poop poor pull rage rare rats resent riot rite rover ruth scare sore speak sperm tate tree
other: tried trout truce vale vera verb weigh wright xbox treemap
other: 정치 전지 확정 화장 댄스 레이더 전기 안전 경기 경고 박사 검찰 액체 교체 의무 의지 억지 선호
other: 신화 밀접 동굴 모텔 사이버 전차 핑크 지대 제도 트리맵
other: bundling period sense played node modal every very move moved mover hover unison unicorn gratis lasso leaky
"""
"""Each word, and how it is written. Some make other names: 전이 합성곱 is another one than 전치 합성곱, and no slip.

Those behind `other` are all the common words that passed as slips of a term's word when they were put in its place:
what is a word of another thing is no slip. Perception is what a spelling checker makes of perceptron; no name of
another thing has it.
"""


def _read(table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in table.splitlines():
        each, colon, written = line.partition(":")
        if colon:
            found[each] = (*found.get(each, ()), *written.split())
    return found


_WRITTEN = _read(_FORMS)
_OTHER = "other"
_LETTERS = {
    "b": ["비"], "c": ["씨", "시"], "d": ["디"], "f": ["에프"], "g": ["지"], "h": ["에이치"], "j": ["제이"],
    "k": ["케이"], "l": ["엘"], "m": ["엠"], "n": ["엔"], "p": ["피"], "q": ["큐"], "r": ["알"], "s": ["에스"],
    "t": ["티"], "v": ["브이"], "w": ["더블유"], "x": ["엑스"], "z": ["제트"],
}  # fmt: skip
"""Latin consonant → what Koreans call it."""
_ABBREVIATION = re.compile(rf"[{''.join(_LETTERS)}]{{2,}}\d*")
ALWAYS = frozenset({"many", "2d", "method"})
"""Words that change no name."""
_SORTS = {
    "network": {"net"},
    "architecture": {"net"},
    "layer": {"layer", "operation"},
    "convolution": {"layer", "operation"},
    "operation": {"layer", "operation"},
    "way": {"layer", "operation"},
    "task": {"task", "image", "net"},
    "score": {"score", "value"},
    "share": {"score", "value", "rate", "measure"},
    "area": {"score", "value", "rate", "measure"},
    "number": {"value", "measure"},
    "numbers": {"value"},
    "everything": {"value"},
    "image": {"image", "mask", "target"},
    "pixels": {"pixel"},
    "framework": {"framework"},
    "data": {"dataset"},
    "rule": {"rule"},
}
"""What a definition calls its term → the words that may be added to its name."""
_HEAD = 6
"""Words at the beginning of a definition among which stands what it calls its term."""


def sorts(term: Term) -> frozenset[str]:
    """The words that may be added to the term's names without making another name of them."""
    head = re.findall(r"\w+", term.definition.en.casefold())[:_HEAD]
    named = next((_SORTS[each] for each in head if each in _SORTS), {"operation"})
    dilates = (
        {"layer", "operation"} if any("convolution" in name for name in term.spellings) and named != {"net"} else ()
    )
    return ALWAYS | named | frozenset(dilates)


def forms(each: str) -> tuple[str, ...]:
    """How a word is written, in both languages."""
    return _WRITTEN[each]


class Lexicon:
    """The known words, and as a word of its own each of some names that they do not make up."""

    def __init__(self, names: Iterable[str]) -> None:
        self._words: dict[str, dict[str, str]] = {}
        """First letter → how words are written that begin with it → those words."""
        self._longest: dict[str, int] = {}
        """First letter → the letters of the longest one."""
        for each, written in _WRITTEN.items():
            self._add_all(written, each)
        for name in names:
            if self.words(name) is None:
                self._add_all([word(name)], word(name))

    def words(self, name: str) -> Words | None:
        """The fewest known words that a name consists of, wherever its spaces are; None where there are others."""
        text = word(name)
        best: dict[int, Words] = {0: ()}
        for start in range(len(text)):
            if start not in best:
                continue
            first = text[start]
            known = self._words.get(first, {})
            for end in range(start + 1, min(start + self._longest.get(first, 0), len(text)) + 1):
                each = known.get(text[start:end])
                if each is not None and (end not in best or len(best[start]) + 1 < len(best[end])):
                    best[end] = (*best[start], each)
        return best.get(len(text)) or None

    def is_of_another_thing(self, text: str) -> bool:
        """Whether a word is one of those that a slip makes of a name's word, and that mean something else."""
        return self.words(text) == (_OTHER,)

    def beginning(self, text: str) -> frozenset[str]:
        """The known words of two letters or more with which a text may begin."""
        text = word(text)
        known = self._words.get(text[:1], {}).items()
        return frozenset(each for form, each in known if len(form) > 1 and text.startswith(form))

    def _add_all(self, written: Iterable[str], each: str) -> None:
        short = filter(_ABBREVIATION.fullmatch, written)
        for form in (*_with_plurals(written), *chain.from_iterable(map(_by_letters, short))):
            self._words.setdefault(form[0], {})[form] = each
            self._longest[form[0]] = max(self._longest.get(form[0], 0), len(form))


def _by_letters(short: str) -> Iterable[str]:
    """An abbreviation by the Korean names of its letters: 브이지지16 of vgg16, and both 씨 and 시 of c."""
    return map("".join, product(*(_LETTERS.get(letter, (letter,)) for letter in short)))


def _with_plurals(forms: Iterable[str]) -> Iterable[str]:
    for form in forms:
        yield form
        if form.isascii() and form.isalpha() and len(form) > 2:
            yield from (f"{form}s", f"{form}es")
            if form.endswith("y"):
                yield f"{form[:-1]}ies"
