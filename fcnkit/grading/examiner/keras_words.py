"""What to do about exceptions of Keras that students meet often, known by how Keras words them.

As with NumPy's, no message is passed on, since it may hold a hidden input: its words choose among the texts here.
"""

from __future__ import annotations

from fcnkit.text import Text

_ADVICE = (
    (
        "A KerasTensor cannot be used as input to a TensorFlow function",
        Text(
            ko="{name} 함수에서 Keras 텐서를 `tf`의 함수에 넣어 {type} 예외가 났습니다. 모델을 만들 때의 텐서에는 "
            "아직 값이 없어서 `tf.nn.relu`, `tf.add`, `tf.image.resize` 같은 함수를 쓸 수 없습니다. `keras.layers`의 "
            "층이나 `keras.ops.relu`, `keras.ops.add` 같은 Keras의 연산으로 바꾸세요.",
            en="In {name} a function of `tf` was given a Keras tensor, and that raised {type}. While a model is made "
            "its tensors hold no values yet, so `tf.nn.relu`, `tf.add`, `tf.image.resize` and the like cannot take "
            "them. Use a layer of `keras.layers`, or an operation of Keras' such as `keras.ops.relu` or "
            "`keras.ops.add`.",
        ),
    ),
    (
        "A KerasTensor is symbolic",
        Text(
            ko="{name} 함수에서 Keras 텐서를 숫자나 NumPy 배열로 바꾸려다 {type} 예외가 났습니다. 모델을 만들 때의 "
            "텐서에는 아직 값이 없습니다. NumPy 함수 대신 `keras.layers`의 층이나 `keras.ops`의 연산을 쓰세요.",
            en="In {name} a Keras tensor was to become a number or a NumPy array, and that raised {type}. While a "
            "model is made its tensors hold no values yet: use layers of `keras.layers` or operations of `keras.ops`, "
            "not NumPy's functions.",
        ),
    ),
    (
        "but the layer isn't built",
        Text(
            ko="{name} 함수에서 아직 만들어지지 않은 층의 파라미터를 세려다 {type} 예외가 났습니다. 층은 입력의 채널 "
            "수를 알아야 가중치를 만듭니다. 먼저 `layer.build(...)`를 부르거나 층에 입력을 넣으세요.",
            en="{name} raised {type} when it counted the parameters of a layer that is not built yet. A layer makes "
            "its weights once it knows the channels of its input: call `layer.build(...)` first, or apply it to an "
            "input.",
        ),
    ),
    (
        "of input shape to have value",
        Text(
            ko="{name} 함수에서 층 하나를 채널 수가 다른 입력에 다시 써서 {type} 예외가 났습니다. 층은 처음 받은 "
            "입력의 채널 수에 맞추어 가중치를 만듭니다. 함수 밖에서 만든 층을 쓰지 말고, 함수를 부를 때마다 층을 새로 "
            "만드세요.",
            en="In {name} one layer was applied to inputs with different numbers of channels, and that raised {type}. "
            "A layer's weights fit the first input it gets. Do not use a layer that was made outside: make new layers "
            "each time the function is called.",
        ),
    ),
    (
        "Kernel shape must have the same length as input",
        Text(
            ko="{name} 함수에서 합성곱 층이 받은 입력의 축이 너무 많거나 적어서 {type} 예외가 났습니다. "
            "`keras.Input(shape=...)`에는 배치 축을 적지 않습니다. (높이, 너비, 채널)만 적으면 배치 축은 저절로 "
            "붙습니다.",
            en="In {name} a convolution got an input with too many axes or too few, and that raised {type}. The batch "
            "is not written into `keras.Input(shape=...)`: give (height, width, channels), and its axis comes by "
            "itself.",
        ),
    ),
    (
        "must be evenly divisible by the number of groups",
        Text(
            ko="{name} 함수에서 `groups`가 채널 수를 나누지 못해 {type} 예외가 났습니다. 깊이별 합성곱의 `groups`는 "
            "입력 채널의 수이고, `filters`도 그 배수여야 합니다.",
            en="In {name} `groups` does not divide the number of channels, and that raised {type}. For a depthwise "
            "convolution `groups` is the number of input channels, and its filters are a multiple of that.",
        ),
    ),
    (
        "Computed output size would be zero or negative",
        Text(
            ko="{name} 함수에서 커널이 그것이 받은 텐서보다 커서 {type} 예외가 났습니다. 패딩이 없는 합성곱이 이어지면 "
            '높이와 너비가 점점 줄어듭니다. 합성곱에 `padding="same"`이 있는지 보세요.',
            en="In {name} a kernel was larger than the tensor that it was given, and that raised {type}. Convolutions "
            'without padding make height and width smaller and smaller: do they have `padding="same"`?',
        ),
    ),
    (
        "Input size must be at least",
        Text(
            ko="{name} 함수에서 `keras.applications`의 모델에 그것이 받는 것보다 작은 크기를 적어 {type} 예외가 "
            "났습니다. 그 모델은 크기를 적지 않고 `input_shape=(None, None, 3)`으로 만들면 작은 이미지도 받습니다.",
            en="In {name} a model of `keras.applications` was given a smaller size than it takes, and that raised "
            "{type}. Made with `input_shape=(None, None, 3)`, without a size, it takes small images as well.",
        ),
    ),
    (
        "A merge layer should be called on a list of inputs",
        Text(
            ko="{name} 함수에서 합치는 층에 텐서를 하나만 넣어 {type} 예외가 났습니다. `Add()([x, y])`처럼 리스트로 "
            "넣으세요.",
            en="In {name} a layer that merges got a single tensor, and that raised {type}. Give it a list, as in "
            "`Add()([x, y])`.",
        ),
    ),
    (
        "Only input tensors may be passed as positional arguments",
        Text(
            ko="{name} 함수에서 층에 텐서가 아닌 것을 넣어 {type} 예외가 났습니다. 층을 만들기만 하고 적용하지 "
            "않았는지 보세요: `x = keras.layers.ReLU()(x)`처럼 괄호가 두 번 나옵니다.",
            en="In {name} a layer was applied to something that is no tensor, and that raised {type}. Was a layer "
            "made and not applied? There are two pairs of parentheses, as in `x = keras.layers.ReLU()(x)`.",
        ),
    ),
)


def in_keras_terms(name: str, kind: str | Text, message: str) -> Text | None:
    """What to do about an exception in the function `name` whose message has words of Keras'."""
    advice = next((text for words, text in _ADVICE if words in message), None)
    return advice.format(name=name, type=kind) if advice is not None else None
