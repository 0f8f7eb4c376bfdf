"""Messages for calls and variables without a value. They reveal nothing about the arguments."""

from __future__ import annotations

from fcnkit.grading.examiner.keras_words import in_keras_terms
from fcnkit.grading.examiner.message_words import exception, kind_of
from fcnkit.grading.examiner.numpy_words import in_numpys_words
from fcnkit.grading.examiner.replies import Lost, Missing, Raise, Reply, Value
from fcnkit.grading.examiner.student_process import ENDED
from fcnkit.grading.examiner.variables import NOT_WRITTEN
from fcnkit.grading.protocol import Opaque
from fcnkit.text import Text

MISSING = Text(
    ko="노트북을 실행한 뒤 {name} 함수를 찾을 수 없었습니다. "
    "이름을 바꾸었거나, 이 함수를 정의하는 셀에서 오류가 났을 수 있습니다.",
    en="There was no {name} after running the notebook. "
    "Was it renamed, or did the cell that defines it raise an error?",
)
MISSING_VARIABLE = Text(
    ko="노트북을 실행한 뒤 변수 {name:을} 찾을 수 없었습니다. "
    "이름을 바꾸었거나, 이 변수를 정하는 셀에서 오류가 났을 수 있습니다.",
    en="There was no variable {name} after running the notebook. "
    "Was it renamed, or did the cell that sets it raise an error?",
)
IS_NONE = Text(
    ko="변수 {name}의 값이 None이라서 답이 없습니다. `print(...)`은 화면에 보여 줄 뿐 값을 돌려주지 않으니, 답을 "
    "변수에 직접 넣어 주세요.",
    en="The variable {name} is None, so there is no answer. `print(...)` only shows something and gives no value back: "
    "assign the answer itself.",
)
STOPPED = Text(
    ko="{name}: 이 이름을 정의하는 {cell}번째 셀이 실행 중에 멈추어 답을 찾을 수 없었습니다.",
    en="There is no answer in {name}: something stopped in cell {cell}, which should define it.",
)
OTHER_PARAMETERS = Text(
    ko="{name} 함수를 부를 수 없었습니다(TypeError). 인자의 이름과 개수와 순서는 처음 주어진 그대로 두세요.",
    en="{name} could not be called (TypeError). Keep the names, the number and the order of its arguments as they were "
    "handed out.",
)
RAISED = Text(ko="{name} 함수에서 {type} 예외가 발생했습니다.", en="{name} raised {type}.")
NOT_DATA = Text(
    ko="{name} 함수가 돌려준 값을 읽을 수 없었습니다. 숫자, 튜플, 리스트나 NumPy 배열을 돌려주어야 합니다.",
    en="What {name} returned could not be read. It should return a number, a tuple, a list or a NumPy array.",
)
A_TENSOR = Text(
    ko="{name} 함수가 텐서를 돌려주었습니다. `keras.ops.convert_to_numpy(...)`로 NumPy 배열로 바꾸어 돌려주세요.",
    en="{name} returned a tensor. Make a NumPy array of it with `keras.ops.convert_to_numpy(...)`, and return that.",
)
A_GENERATOR = Text(
    ko="{name} 함수가 값 대신 제너레이터를 돌려주었습니다. `yield`를 쓰거나 `( … for … )`를 그대로 돌려주면 값이 아직 "
    "계산되지 않습니다. `list(...)`나 `np.array(list(...))`로 값을 모두 만들어 돌려주세요.",
    en="{name} returned a generator, not values: with `yield`, or with `( … for … )` alone, nothing is computed yet. "
    "Make the values with `list(...)` or `np.array(list(...))` and return those.",
)
A_COROUTINE = Text(
    ko="{name} 함수를 `async def`로 정의해서, 부르면 값 대신 코루틴이 나옵니다. `def`로 정의해 주세요.",
    en="{name} is defined with `async def`, so that a call gives a coroutine, not a value. Define it with `def`.",
)
_SAID_OF = {"Tensor": A_TENSOR, "generator": A_GENERATOR, "coroutine": A_COROUTINE}
ASKS = Text(
    ko="{name} 함수가 `input()`처럼 입력을 기다리다가 멈추었습니다(EOFError). 채점할 때는 입력할 사람이 없으니, 필요한 "
    "값은 함수의 인자로 받아 쓰세요.",
    en="{name} stopped waiting for input, as `input()` does (EOFError). Nobody is there to type while it is graded: "
    "what it needs comes as its arguments.",
)


def why_no_value(name: str, reply: Reply) -> Text:
    """Why a call gave no value, in words that tell nothing of the call's arguments.

    An exception's own message is left out: it may repeat a hidden input. NumPy's and Keras' choose among known ones.
    """
    match reply:
        case Raise(type="SystemExit"):
            return ENDED
        case Raise(is_unfit=True):
            return OTHER_PARAMETERS.format(name=name)
        case Raise(type="EOFError"):
            return ASKS.format(name=name)
        case Raise(type=kind, message=message):
            said = in_numpys_words(name, message) or in_keras_terms(name, exception(kind), message)
            return said or RAISED.format(name=name, type=exception(kind))
        case Missing():
            return MISSING.format(name=name)
        case Lost(reason=reason):
            return reason
    raise TypeError(f"not a reply without a value: {reply!r}")


def unreadable(name: str, got: object) -> Text:
    """For a value that came and is no plain data."""
    return _SAID_OF.get(kind_of(got), NOT_DATA).format(name=name)


def gives_nothing(reply: Reply) -> bool:
    """Whether a call came to what a stub comes to: None, `...`, or that it is not implemented."""
    if isinstance(reply, Raise):
        return reply.type in ("NotImplementedError", "TypeError")  # the latter from `raise NotImplemented`
    value = reply.value if isinstance(reply, Value) else reply
    return value is None or (isinstance(value, Opaque) and value == NOT_WRITTEN)
