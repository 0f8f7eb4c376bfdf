# %% [raw]
# # ASSIGNMENT CONFIG

# %% [markdown] lang="ko"
# # CNN을 이루는 블록
#
# LeNet에서 MobileNet까지, 대표적인 CNN은 저마다 새로운 **블록** 하나로 기억됩니다. 이 과제에서는 그 블록을 직접 만들고,
# 파라미터가 몇 개인지, 출력 픽셀 하나가 입력을 얼마나 넓게 보는지 셉니다. 신경망이 길고 복잡해질수록 메모리와 시간이 더
# 들기 때문에, 파라미터 수를 셀 줄 알아야 알맞은 신경망을 고를 수
# 있습니다.
#
# | 문제 | 만들 것 | 점수 |
# | --- | --- | ---: |
# {{ questions }}

# %% [markdown] lang="en"
# # Building blocks of CNNs
#
# From LeNet to MobileNet, every well-known CNN is remembered for a new **block**. In this assignment you build these
# blocks, and you count: how many parameters they have, and how much of the input one output pixel sees. Longer and more
# tangled networks cost more memory and time, so being able to count them helps you choose.
#
# | Question | What you write | Points |
# | --- | --- | ---: |
# {{ questions }}

# %% [markdown] lang="ko"
# ### 모든 문제에 공통된 약속
#
# - **Keras와 NumPy**를 쓸 수 있습니다. Keras의 백엔드는 무엇이든 좋고, GPU는 필요 없습니다.
# - 커널은 모두 정사각형이고, `kernel`은 한 변의 길이입니다(문제 8만 다릅니다). 크기와 개수, 스트라이드, 팽창률은 모두 1
#   이상의 정수이고, 여러분이 돌려주는 크기와 개수도 **정수**입니다(`int`나 NumPy의 정수).
# - 문제 3과 4의 함수는 **Keras 텐서**를 받아 **Keras 텐서**를 돌려줍니다. `keras.Model`로 감싸지 마세요.
# - 함수와 변수, 인자의 이름은 그대로 두고, `...`이 있는 자리를 채우세요.
#
# 문제마다 있는 `grader.check(...)`는 기본만 확인하는 공개 검사입니다. 채점할 때는 더 많은 입력으로 확인합니다. 막히면
# 힌트를 위에서부터 하나씩 펼쳐 보세요. 힌트를 본다고 감점되지 않습니다.

# %% [markdown] lang="en"
# ### What holds for every question
#
# - You may use **Keras and NumPy**. Any backend of Keras will do, and no GPU is needed.
# - All kernels are square, and `kernel` is the length of a side, but for question 8. Sizes, counts, strides and
#   dilations are integers of at least 1, and the sizes and counts that you return are **integers**, too (`int` or
#   NumPy's).
# - The functions of questions 3 and 4 take a **Keras tensor** and return a **Keras tensor**. Make no model of it.
# - Keep the names of functions, variables and arguments, and replace each `...` with your answer.
#
# `grader.check(...)` below each question is a public check of the basics. Grading tries many more inputs. When you are
# stuck, open the hints one by one from the top: they cost no points.

# %%
import sys

import numpy as np

sys.path.append("../../shared")
import fcnlab

with fcnlab.quietly():
    import keras

# %% lang="ko"
LANG = "ko"  # 그림과 검사가 쓰는 언어

# %% lang="en"
LANG = "en"  # the language of pictures and checks

# %% [markdown] lang="ko"
# ## {{ heading.q1 }}
#
# 합성곱 층의 **파라미터**는 학습되는 숫자, 곧 가중치와 편향입니다. 커널 크기나 필터 수처럼 사람이 정하는 것은
# 하이퍼파라미터입니다.
#
# 필터 하나는 납작하지 않습니다. 모든 입력 채널을 한꺼번에 보므로 채널마다 **커널**이 한 장씩 있고(커널과 필터를 같은
# 뜻으로 쓰는 책도 많습니다), 그렇게 얻은 숫자를 모두 더한 다음 **편향**을 하나 더합니다. 필터 하나가 출력 채널 하나를
# 만듭니다.

# %% [markdown] lang="en"
# ## {{ heading.q1 }}
#
# The **parameters** of a convolutional layer are the numbers that are learned: weights and biases. What people choose,
# such as the kernel's size or the number of filters, are hyperparameters.
#
# A filter is not flat. It sees all input channels at once, so it has one **kernel** for each of them (many books use
# kernel and filter for one another); what the kernels give is added up, and then one **bias** is added. One filter
# makes one output channel.

# %% [raw]
# # BEGIN QUESTION
# name: q1

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 10분)
#
# `conv_parameters(kernel, in_channels, out_channels, bias=True)`를 완성하세요. 2차원 합성곱 층의 파라미터 수를
# 돌려줍니다. `bias=False`면 편향이 없습니다. 스트라이드와 패딩은 파라미터 수를 바꾸지 않습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 10 minutes)
#
# Complete `conv_parameters(kernel, in_channels, out_channels, bias=True)`: the number of parameters of a convolutional
# layer in two dimensions. With `bias=False` there are no biases. Stride and padding do not affect the number.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 필터 하나부터</summary>
#
# 5×5 커널로 컬러 사진(채널 3개)을 보는 필터 하나에는 가중치가 몇 개 있을까요? 그런 필터가 몇 개인가요?
#
# </details>
#
# <details><summary>힌트 2: Keras에게 물어보기</summary>
#
# <code>layer = keras.layers.Conv2D(…)</code>를 만들고 <code>layer.build((None, None, None, 3))</code>을 부르면
# <code>layer.count_params()</code>로 확인할 수 있습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: begin with one filter</summary>
#
# One filter sees a colour photo (3 channels) through a 5×5 kernel. How many weights has it? And how many such filters
# are there?
#
# </details>
#
# <details><summary>Hint 2: ask Keras</summary>
#
# Make a <code>layer = keras.layers.Conv2D(…)</code>, call <code>layer.build((None, None, None, 3))</code>, and compare
# with <code>layer.count_params()</code>.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def conv_parameters(kernel, in_channels, out_channels, bias=True):
    """How many parameters a 2-D convolution has. / 2차원 합성곱 층의 파라미터 수.

    kernel, in_channels, out_channels: int >= 1; bias: bool; returns an int
    """
    # BEGIN SOLUTION
    weights = kernel * kernel * in_channels * out_channels
    return weights + (out_channels if bias else 0)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_conv_parameters(LANG, conv_parameters):
    from fcnlab import Check

    check = Check(LANG, conv_parameters, "conv_parameters")
    check(1, 1, 1, gives=2)
    check(3, 3, 64, gives=1792)  # VGG16's first layer


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# > **왜 그럴까요?** 이미지가 커져도 합성곱 층의 파라미터 수는 왜 그대로일까요? 한 문장으로 말해 보세요.

# %% [markdown] lang="en"
# > **Why?** Why does a convolutional layer have as many parameters for a large image as for a small one? Say it in one
# > sentence.

# %% [markdown] lang="ko"
# ## {{ heading.q2 }}
#
# Xception과 MobileNet은 합성곱이 하는 두 가지 일을 **나눕니다**.
#
# 1. **깊이별 합성곱**(depthwise): 채널마다 커널 한 장으로 따로 주위를 봅니다. 채널은 섞지 않습니다.
# 2. **1×1 합성곱**(pointwise): 픽셀마다 채널을 섞어 출력 채널을 만듭니다. 주위는 보지 않습니다.
#
# 둘을 합쳐 **깊이별 분리 합성곱**(depthwise separable convolution)이라고 하고, Keras에서는 `SeparableConv2D` 층
# 하나입니다. 1×1 합성곱은 픽셀마다 같은 행렬을 곱하는 것과 같습니다. 아래에서 확인해 보세요.

# %% [markdown] lang="en"
# ## {{ heading.q2 }}
#
# Xception and MobileNet **separate** the two things that a convolution does.
#
# 1. A **depthwise** convolution looks around in each channel by itself, with one kernel for each. It mixes no
#    channels.
# 2. A **1×1** convolution (pointwise) mixes the channels of each pixel into the output channels. It does not look
#    around.
#
# Both together are a **depthwise separable convolution**; in Keras it is one layer, `SeparableConv2D`. A 1×1
# convolution multiplies every pixel by the same matrix, as you can see here.

# %%
# show
pixels = np.random.default_rng(0).normal(size=(1, 4, 5, 3)).astype("float32")
pointwise = keras.layers.Conv2D(2, 1, use_bias=False)
mixed = keras.ops.convert_to_numpy(pointwise(pixels))
matrix = keras.ops.convert_to_numpy(pointwise.kernel)[0, 0]
print(pixels.shape, "@", matrix.shape, "→", mixed.shape, np.allclose(mixed, pixels @ matrix, atol=1e-5))

# %% [raw]
# # BEGIN QUESTION
# name: q2

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 10분)
#
# `separable_parameters(kernel, in_channels, out_channels, bias=True)`를 완성하세요. `SeparableConv2D`처럼 편향은 **출력
# 채널마다 하나**이고, 깊이별 단계에는 없습니다. `bias=False`면 하나도 없습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 10 minutes)
#
# Complete `separable_parameters(kernel, in_channels, out_channels, bias=True)`. As in `SeparableConv2D`, there is **one
# bias for each output channel** and none for the depthwise step. With `bias=False` there are none at all.

# %% [markdown] lang="ko"
# <details><summary>힌트</summary>
#
# 두 단계의 가중치를 따로 센 다음 더합니다. 1×1 합성곱은 문제 1의 함수로 셀 수 있습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint</summary>
#
# Count the weights of the two steps one after the other, then add them. For the 1×1 convolution there is the function
# of question 1.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def separable_parameters(kernel, in_channels, out_channels, bias=True):
    """How many parameters a depthwise separable convolution has. / 깊이별 분리 합성곱의 파라미터 수.

    kernel, in_channels, out_channels: int >= 1; bias: bool; returns an int
    """
    # BEGIN SOLUTION
    depthwise = kernel * kernel * in_channels
    pointwise = in_channels * out_channels
    return depthwise + pointwise + (out_channels if bias else 0)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_separable_parameters(LANG, separable_parameters):
    from fcnlab import Check

    check = Check(LANG, separable_parameters, "separable_parameters")
    check(1, 1, 1, gives=3)
    check(3, 3, 64, bias=False, gives=219)


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 채널이 늘수록 둘의 차이가 얼마나 커지나요?

# %% [markdown] lang="en"
# **Try it.** The more channels, the more the gap grows. By how much?

# %% lang="ko"
# show
for channels in (16, 64, 256):
    print(
        f"3×3, 채널 {channels} → {channels}: 보통 {conv_parameters(3, channels, channels)}, "
        f"깊이별 분리 {separable_parameters(3, channels, channels)}"
    )

# %% lang="en"
# show
for channels in (16, 64, 256):
    print(
        f"3×3, {channels} → {channels} channels: ordinary {conv_parameters(3, channels, channels)}, "
        f"separable {separable_parameters(3, channels, channels)}"
    )

# %% [markdown] lang="ko"
# ## {{ heading.q3 }}
#
# 이제 그 블록을 만들어 봅시다. 블록은 텐서를 받아 층을 거치게 하고 텐서를 돌려주는 함수입니다. 이렇게 만든 블록은 몇
# 번이든 이어서 쓸 수 있습니다.
#
# ```python
# x = inputs
# x = depthwise_separable_block(x, 64)
# x = depthwise_separable_block(x, 128)
# ```

# %% [markdown] lang="en"
# ## {{ heading.q3 }}
#
# Now build that block. A block is a function that takes a tensor, sends it through layers, and returns a tensor. Such
# blocks can be put one after another as often as you like.
#
# ```python
# x = inputs
# x = depthwise_separable_block(x, 64)
# x = depthwise_separable_block(x, 128)
# ```

# %% [raw]
# # BEGIN QUESTION
# name: q3

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 25분)
#
# `depthwise_separable_block(x, filters)`를 완성하세요. `x`는 `(높이, 너비, 채널)` 모양의 Keras 텐서입니다(배치 축은
# 빼고 적었습니다). **3×3 깊이별 합성곱을 먼저, 1×1 합성곱을 그다음에** 적용한, 채널이 `filters`개인 텐서를 돌려줍니다.
#
# - `SeparableConv2D`, `DepthwiseConv2D`와 `Conv2D`, `Conv2D(…, groups=채널 수)` 모두 좋습니다.
# - 스트라이드는 1입니다. 패딩은 자유입니다. `"same"`이면 크기가 그대로이고 `"valid"`면 2씩 줄어듭니다.
# - 이 두 합성곱 말고 다른 합성곱은 없습니다. 정규화, 활성화 함수, 편향은 자유입니다.
# - `Resizing`은 쓰지 않고, 합성곱이 깎은 가장자리를 그다음에 0으로 채우지도 않습니다. 크기만 맞을 뿐, 깎인 가장자리를
#   가립니다. 합성곱 **앞**의 `ZeroPadding2D`는 괜찮습니다.
# - 블록을 두 번 이어서 써도 모델이 만들어져야 합니다. 층에 `name=`을 적으면 이름이 겹칩니다. 층은 부를 때마다 **새로**
#   만들어서, 두 블록이 합성곱 층 하나를 나누어 쓰지 않게 합니다.
# - 채널 수와 `filters`는 32의 배수입니다. 높이와 너비는 홀수일 수도, 서로 다를 수도 있습니다.
#
# **Keras의 내장 층과 연산만** 쓸 수 있습니다. 중첩 모델도, 그것들로 직접 만든 층, `Lambda` 층, 활성화
# 함수도 좋지만, 자체 가중치를 가진 층(`add_weight`)은 인정하지 않습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 25 minutes)
#
# Complete `depthwise_separable_block(x, filters)`. `x` is a Keras tensor `(height, width, channels)`, not
# counting the batch axis.
# **First a 3×3 depthwise convolution, then a 1×1 convolution**; return the tensor, which has `filters` channels.
#
# - `SeparableConv2D`, `DepthwiseConv2D` with `Conv2D`, and `Conv2D(…, groups=channels)` are all welcome.
# - The stride is 1. The padding is up to you: `"same"` keeps the size, and `"valid"` takes 2 off.
# - There are no convolutions but these two. Normalisation, activations and biases are up to you.
# - No `Resizing`, and no zeros around a border that a convolution took off: the size fits again, and it does not show
#   what was lost. `ZeroPadding2D` **before** a convolution is fine.
# - Two of the blocks in a row still make a model. Layers that are given a `name=` would have one name then. Each call
#   makes **new** layers, so that the two blocks have no convolution in common.
# - The channels and `filters` are multiples of 32. Height and width may be odd, and need not be alike.
#
# Use **Keras' built-in layers and operations** alone. Nested models are fine, and so are layers and
# activation functions of your own and `Lambda` layers that are made of them; layers with weights of their own
# (`add_weight`) are not accepted.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 층을 적용하기</summary>
#
# <code>x = keras.layers.어떤층(…)(x)</code>처럼 층을 만들어 바로 <code>x</code>에 적용합니다. 마지막에는
# <code>return x</code>입니다.
#
# </details>
#
# <details><summary>힌트 2: 채널 수는 누가 정하나요?</summary>
#
# 깊이별 합성곱은 채널 수를 바꾸지 않습니다. <code>filters</code>는 1×1 합성곱의 필터 수입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: applying a layer</summary>
#
# <code>x = keras.layers.SomeLayer(…)(x)</code> makes a layer and applies it to <code>x</code> at once. At the end comes
# <code>return x</code>.
#
# </details>
#
# <details><summary>Hint 2: who sets the channels?</summary>
#
# A depthwise convolution keeps their number. <code>filters</code> are the filters of the 1×1 convolution.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def depthwise_separable_block(x, filters):
    """A 3×3 depthwise convolution, then a 1×1 convolution. / 3×3 깊이별 합성곱 다음에 1×1 합성곱.

    x: Keras tensor (n, H, W, channels); filters: int; returns a Keras tensor with `filters` channels
    """
    # BEGIN SOLUTION
    x = keras.layers.DepthwiseConv2D(3, padding="same", use_bias=False)(x)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.ReLU()(x)
    x = keras.layers.Conv2D(filters, 1, use_bias=False)(x)
    x = keras.layers.BatchNormalization()(x)
    return keras.layers.ReLU()(x)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_depthwise_separable_block(LANG, keras, depthwise_separable_block):
    from fcnlab import Check

    check = Check(LANG, depthwise_separable_block, "depthwise_separable_block")
    for channels, filters in ((32, 64), (64, 32)):
        y = check.call(keras.Input((8, 12, channels)), filters)
        check.require(
            isinstance(y, keras.KerasTensor),
            ko="Keras 텐서를 돌려주세요. 모델이나 층이 아닙니다.",
            en="return a Keras tensor, neither a model nor a layer.",
        )
        check.require(
            y.shape[-1] == filters,
            ko=f"채널 수가 다릅니다. 나온 채널 수: {y.shape[-1]}, 나와야 하는 채널 수: {filters}.",
            en=f"the result has {y.shape[-1]} channels, but {filters} were expected.",
        )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# ## {{ heading.q4 }}
#
# 층을 더 쌓으면 더 나아져야 하는데, 너무 깊게 쌓은 신경망은 오히려 나빠졌습니다. ResNet의 답은
# **지름길**(shortcut)입니다. 블록에 들어온 `x`가 합성곱을 건너뛰어 그 결과에 **더해집니다**. 이것을 잔차 연결(residual
# connection) 또는 스킵 연결이라고 합니다. 합성곱은 **`x`에 더할
# 변화량**, 곧 잔차만 배우면 됩니다.
#
# ```
# x ----> 3x3 ----> 3x3 ----> (+) ----> y
#   |                          ^
#   +--------------------------+
# ```
#
# 더하려면 모양이 같아야 합니다. 채널 수가 다르면 지름길에 **1×1 합성곱**을 두어 채널 수만 맞춥니다.

# %% [markdown] lang="en"
# ## {{ heading.q4 }}
#
# More layers should do better, but networks that were too deep did worse. ResNet's answer is the **shortcut**: the `x`
# that comes into a block bypasses the convolutions, and is **added** to what they give. That is a residual connection,
# or skip connection. The convolutions only have to learn **what to change** about `x`: the residual.
#
# ```
# x ----> 3x3 ----> 3x3 ----> (+) ----> y
#   |                          ^
#   +--------------------------+
# ```
#
# To be added, the two must have one shape. Where the channels differ, a **1×1 convolution** on the shortcut matches
# their number.

# %% [raw]
# # BEGIN QUESTION
# name: q4

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 30분)
#
# `residual_block(x, filters)`를 완성하세요. `x`는 `(높이, 너비, 채널)` 모양의 Keras 텐서이고, 돌려줄 것은 높이와 너비가
# **그대로**이고 채널이 `filters`개인 텐서입니다.
#
# - **지름길**: `x`의 채널이 이미 `filters`개면 `x` **그대로**, 아니면 1×1 합성곱 하나를 거친 것입니다.
# - **합성곱 쪽**: 3×3 합성곱이 하나 이상 있습니다. 몇 개든 좋습니다. 1×1로 줄였다가 늘리는 병목(bottleneck)도 좋지만,
#   다른 크기의 커널은 쓰지 않습니다.
# - 둘을 **더합니다.** `Add`, `keras.ops.add`, `x + shortcut` 모두 좋습니다. 더한 뒤에는 합성곱이 없습니다.
# - 정규화와 활성화 함수, 그 순서는 자유입니다. 정규화와 활성화를 합성곱보다 먼저 하는 블록도 좋습니다. 다만 채널 수가
#   같을 때 지름길에는 아무것도 두지 않습니다.
# - 채널 수와 `filters`는 32의 배수입니다. 높이와 너비는 홀수일 수도, 서로 다를 수도 있습니다.
#
# 문제 3과 같이 `Resizing`이나 깎인 가장자리를 채우는 일 없이, 두 번 이어서 쓸 수 있어야 하고(층은 부를 때마다 새로),
# Keras의 내장 층과 연산만 씁니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 30 minutes)
#
# Complete `residual_block(x, filters)`. `x` is a Keras tensor `(height, width, channels)`; return a tensor of the
# **same** height and width with `filters` channels.
#
# - **The shortcut** is `x` **itself** where it has `filters` channels already, else `x` through one 1×1 convolution.
# - **The convolutions**: there are one or more 3×3 convolutions, as many as you like. A bottleneck, with 1×1
#   convolutions that narrow and widen, is fine, but no kernels of other sizes.
# - The two are **added**. `Add`, `keras.ops.add` and `x + shortcut` are all welcome. No convolution follows the sum.
# - Normalisation, activations and their order are up to you; they may come before the convolutions, too. But where the
#   channels agree, nothing lies on the shortcut.
# - The channels and `filters` are multiples of 32. Height and width may be odd, and need not be alike.
#
# As in question 3, there is no `Resizing` and no border filled afterwards, and the block can be used twice in a row,
# with new layers at each call; use Keras' built-in layers and operations alone.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 먼저 잡아 두기</summary>
#
# 첫 줄에서 <code>shortcut = x</code>로 들어온 텐서를 잡아 두면, 그 뒤에 <code>x</code>를 몇 번 다시 써도 지름길은
# 그대로입니다.
#
# </details>
#
# <details><summary>힌트 2: 채널 수 알아내기</summary>
#
# <code>x.shape</code>은 배치 축까지 들어 있는 튜플이고, 마지막이 채널 수입니다. 보통의 <code>if</code>로 비교하면
# 됩니다.
#
# </details>
#
# <details><summary>힌트 3: 크기가 줄어든다면</summary>
#
# <code>padding="same"</code>이 없는 3×3 합성곱은 높이와 너비를 2씩 줄입니다. 그러면 지름길과 더할 수 없습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: keep it first</summary>
#
# With <code>shortcut = x</code> in the first line, you can use the name <code>x</code> again as often as you like: the
# shortcut stays what it was.
#
# </details>
#
# <details><summary>Hint 2: finding out the channels</summary>
#
# <code>x.shape</code> is a tuple, the batch included, and the channels come last. A plain <code>if</code> can compare
# them.
#
# </details>
#
# <details><summary>Hint 3: if the size shrinks</summary>
#
# A 3×3 convolution without <code>padding="same"</code> takes 2 off height and width, and the shortcut can no longer be
# added.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def residual_block(x, filters):
    """3×3 convolutions, and a shortcut that is added. / 3×3 합성곱들과, 그 결과에 더해지는 지름길.

    x: Keras tensor (n, H, W, channels); filters: int; returns a Keras tensor (n, H, W, filters)
    """
    # BEGIN SOLUTION
    shortcut = x
    x = keras.layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.ReLU()(x)
    x = keras.layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = keras.layers.BatchNormalization()(x)
    if shortcut.shape[-1] != filters:
        shortcut = keras.layers.Conv2D(filters, 1)(shortcut)
    return keras.layers.ReLU()(keras.layers.Add()([x, shortcut]))
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_residual_block(LANG, keras, residual_block):
    from fcnlab import Check

    check = Check(LANG, residual_block, "residual_block")
    for filters in (32, 64):
        y = check.call(keras.Input((8, 12, 32)), filters)
        check.require(
            isinstance(y, keras.KerasTensor),
            ko="Keras 텐서를 돌려주세요. 모델이나 층이 아닙니다.",
            en="return a Keras tensor, neither a model nor a layer.",
        )
        check.require(
            tuple(y.shape[1:]) == (8, 12, filters),
            ko=f"모양이 다릅니다. 나온 모양: {tuple(y.shape[1:])}, 나와야 하는 모양: {(8, 12, filters)}.",
            en=f"the result has the shape {tuple(y.shape[1:])}, but {(8, 12, filters)} was expected.",
        )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 여러분의 블록을 쌓으면 벌써 작은 ResNet입니다. 크기는 블록 안이 아니라 블록 사이의 풀링에서
# 줄어듭니다.

# %% [markdown] lang="en"
# **Try it.** Stack your blocks, and there is a small ResNet. Sizes shrink between the blocks, where the pooling is, not
# inside them.

# %%
# show
inputs = keras.Input((64, 64, 32))
x = residual_block(inputs, 32)
if x is not None:
    x = keras.layers.MaxPooling2D()(x)
    x = residual_block(x, 64)
fcnlab.hourglass(None if x is None else keras.Model(inputs, x), lang=LANG)

# %% [markdown] lang="ko"
# > **왜 그럴까요?** 지름길은 왜 이어 붙이지 않고 더할까요? 한 문장으로 말해 보세요.

# %% [markdown] lang="en"
# > **Why?** Why is the shortcut added, and not concatenated? Say it in one sentence.

# %% [markdown] lang="ko"
# ## {{ heading.q5 }}
#
# 커널의 칸 사이를 벌리면 가중치는 그대로인데 더 멀리까지 봅니다. 이것을 **팽창**(dilation)이라고 하고, 긴 범위를 보아야
# 하는 오디오에 자주 씁니다. 팽창률이 2면 이웃한 두 가중치가 두 칸 떨어집니다.

# %% [markdown] lang="en"
# ## {{ heading.q5 }}
#
# Leave gaps between a kernel's weights, and it covers more without more weights. That is **dilation**, common in
# audio, where a long stretch has to be seen. With dilation 2 it is two steps from one weight to the next.

# %%
# show
fcnlab.funnel([(3, 1, 2)], lang=LANG)

# %% [raw]
# # BEGIN QUESTION
# name: q5

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 10분)
#
# `dilated_extent(kernel, dilation)`을 완성하세요. 팽창한 커널의 첫 칸부터 마지막 칸까지, 사이의 빈칸도 **포함해서** 한
# 방향으로 몇 칸인지 돌려줍니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 10 minutes)
#
# Complete `dilated_extent(kernel, dilation)`: how many cells it is, in one direction, from the first to the last weight
# of a dilated kernel, the gaps between them **included**.

# %% [markdown] lang="ko"
# <details><summary>힌트</summary>
#
# 나무를 5그루 심으면 나무 사이는 몇 곳인가요?
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint</summary>
#
# Plant five trees in a row. How many spaces are there between them?
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def dilated_extent(kernel, dilation):
    """Cells from the first to the last weight, gaps included. / 첫 칸부터 마지막 칸까지의 칸 수.

    kernel, dilation: int >= 1; returns an int
    """
    # BEGIN SOLUTION
    return dilation * (kernel - 1) + 1
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_dilated_extent(LANG, dilated_extent):
    from fcnlab import Check

    check = Check(LANG, dilated_extent, "dilated_extent")
    check(3, 1, gives=3)
    check(3, 2, gives=5)


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# ## {{ heading.q6 }}
#
# 합성곱을 쌓을수록 출력 픽셀 하나는 입력을 더 넓게 봅니다. 그 범위(한 변의 길이)를 **수용 영역**(receptive field)이라고
# 합니다. 스트라이드가 있으면 그 뒤의 층에서는 이웃한 두 픽셀이 입력에서 그만큼 멀리 떨어져 있습니다.

# %% [markdown] lang="en"
# ## {{ heading.q6 }}
#
# The more convolutions are stacked, the more of the input one output pixel sees. How much that is, as the length of a
# side, is called the **receptive field**. After a stride, neighbouring pixels are that much further apart in the input.

# %%
# show
fcnlab.funnel([(3, 1, 1), (3, 2, 1), (3, 1, 2)], lang=LANG)

# %% [raw]
# # BEGIN QUESTION
# name: q6

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 15분)
#
# `receptive_field(layers)`를 완성하세요. `layers`는 `(kernel, stride, dilation)` 튜플의 리스트이고, **입력에 가까운
# 층이 먼저** 옵니다(1층 이상). 마지막 층의 출력 픽셀 하나에 영향을 주는 입력 픽셀이, 한 방향으로 첫 픽셀부터 마지막
# 픽셀까지 몇 칸에 걸쳐 있는지 돌려줍니다. 그 사이에 건너뛰는 픽셀이 있어도 **포함합니다**. 이미지의 가장자리와 패딩은
# 생각하지 않습니다. 받은 `layers`는 바꾸지 않습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 15 minutes)
#
# Complete `receptive_field(layers)`. `layers` is a list of one or more tuples `(kernel, stride, dilation)`, **the layer
# next to the input first**. Of the input pixels that one output pixel of the last layer is made from, return how far it
# is from the first to the last, in pixels and in one direction. Pixels that are skipped between them are **included**.
# Borders and padding play no part. Leave `layers` itself as it is.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 한 층이 더하는 것</summary>
#
# 스트라이드가 모두 1이라면, 층마다 (팽창한 커널의 길이 - 1)칸씩 넓어집니다.
#
# </details>
#
# <details><summary>힌트 2: 간격(jump)</summary>
#
# 지금 층에서 한 칸이 입력에서 몇 픽셀인지, 곧 간격(jump)을 함께 기억하세요. 처음에는 1이고, 층을 하나 지날 때마다 그
# 층의 스트라이드만큼 곱해집니다. 언제 곱해야 할까요?
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: what a layer adds</summary>
#
# Were all strides 1, each layer would add the length of its dilated kernel, less one.
#
# </details>
#
# <details><summary>Hint 2: the jump</summary>
#
# Keep in mind, too, how many input pixels one cell is at the layer where you are: the jump. It is 1 at first, and each
# layer multiplies it by its stride. Before or after?
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def receptive_field(layers):
    """How many input pixels one output pixel spans. / 출력 픽셀 하나가 보는 입력 픽셀의 범위.

    layers: list of (kernel, stride, dilation), the one next to the input first; returns an int
    """
    # BEGIN SOLUTION
    field, step = 1, 1
    for kernel, stride, dilation in layers:
        field += (dilated_extent(kernel, dilation) - 1) * step
        step *= stride
    return field
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_receptive_field(LANG, receptive_field):
    from fcnlab import Check

    check = Check(LANG, receptive_field, "receptive_field")
    check([(3, 1, 1)], gives=3)
    check([(3, 1, 1), (3, 1, 1)], gives=5)  # two 3×3 see as much as one 5×5


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** VGG가 5×5나 7×7 대신 3×3만 쌓은 이유입니다. 같은 범위를 더 적은 가중치로 봅니다.

# %% [markdown] lang="en"
# **Try it.** This is why VGG stacks 3×3 alone instead of 5×5 or 7×7: it sees as much with fewer weights.

# %% lang="ko"
# show
for name, stack in {"7×7 하나": [(7, 1, 1)], "3×3 셋": [(3, 1, 1)] * 3}.items():
    weights = [conv_parameters(kernel, 64, 64, bias=False) for kernel, _, _ in stack]
    print(name, "→ 수용 영역", receptive_field(stack), "가중치", None if None in weights else sum(weights))

# %% lang="en"
# show
for name, stack in {"one 7×7": [(7, 1, 1)], "three 3×3": [(3, 1, 1)] * 3}.items():
    weights = [conv_parameters(kernel, 64, 64, bias=False) for kernel, _, _ in stack]
    print(name, "→ receptive field", receptive_field(stack), "weights", None if None in weights else sum(weights))

# %% [markdown] lang="ko"
# ## {{ heading.q7 }}
#
# 이 신경망들은 대부분 `keras.applications`에 ImageNet으로 학습한 가중치와 함께 들어 있어서, 전이 학습의 출발점이
# 됩니다. 무엇을 골라야 할지 알려면 언제 나왔고, 무엇이 새로웠고, 얼마나 큰지 알아야 합니다.
#
# | 이름 | 논문 |
# | --- | --- |
# | LeNet-5 | Gradient-Based Learning Applied to Document Recognition |
# | AlexNet | ImageNet Classification with Deep Convolutional Neural Networks |
# | GoogLeNet (Inception의 첫 번째 판) | Going Deeper with Convolutions |
# | VGG16 | Very Deep Convolutional Networks for Large-Scale Image Recognition |
# | ResNet50 | Deep Residual Learning for Image Recognition |
# | Xception | Xception: Deep Learning with Depthwise Separable Convolutions |
# | MobileNet | MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications |
# | DenseNet121 | Densely Connected Convolutional Networks |

# %% [markdown] lang="en"
# ## {{ heading.q7 }}
#
# Most of these networks come with `keras.applications`, along with weights trained on ImageNet, and so are starting
# points for transfer learning. To choose one, you should know when it came, what was new about it and how large it is.
#
# | Name | Paper |
# | --- | --- |
# | LeNet-5 | Gradient-Based Learning Applied to Document Recognition |
# | AlexNet | ImageNet Classification with Deep Convolutional Neural Networks |
# | GoogLeNet (the first version of Inception) | Going Deeper with Convolutions |
# | VGG16 | Very Deep Convolutional Networks for Large-Scale Image Recognition |
# | ResNet50 | Deep Residual Learning for Image Recognition |
# | Xception | Xception: Deep Learning with Depthwise Separable Convolutions |
# | MobileNet | MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications |
# | DenseNet121 | Densely Connected Convolutional Networks |

# %% [raw]
# # BEGIN QUESTION
# name: q7

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 20분)
#
# `architectures`에 신경망마다 `(연도, 아이디어, 파라미터 수)` 튜플을 써 넣으세요. 자료를 찾아봐도 됩니다. 예:
# `(2012, "잔차 연결", 12.3)`
#
# - **연도**: 논문이 나온 해(정수). arXiv에 올라온 해와 학회에서 발표된 해가 다르면 어느 쪽이든 좋습니다.
# - **아이디어**: 아래 낱말 가운데 하나. 한국어와 영어 가운데 어느 쪽이든 좋습니다. 두 신경망에 맞는 것이 하나, 어디에도
#   맞지 않는 것이 하나 있습니다.
# - **파라미터 수**: 백만 개 단위의 수. 맨 끝의 분류 층까지 세되, GoogLeNet의 보조 분류기는 세지 않습니다. 발표된 값과
#   25 % 이내로 맞으면 됩니다. 6만 개라면 `0.06`이고, `60_000`처럼 다 적어도 됩니다.
#
# | 한국어 | 영어 | 뜻 |
# | --- | --- | --- |
# | 합성곱과 풀링 | convolution and pooling | 합성곱과 풀링을 번갈아 쌓아 손글씨 숫자를 읽은 초기의 CNN |
# | ReLU와 GPU | ReLU and GPUs | ReLU와 드롭아웃을 쓴 큰 CNN을 GPU 두 개로 학습해 ImageNet 대회에서 크게 이김 |
# | 병렬 커널 | parallel kernels | 크기가 다른 커널을 한 모듈에 나란히 두고 결과를 이어 붙임 |
# | 3×3 쌓기 | stacked 3×3 | 갈림길 없이 3×3 합성곱만 차례로 쌓음 |
# | 잔차 연결 | residual connection | 입력이 층을 건너뛰어 출력에 더해짐 |
# | 깊이별 분리 합성곱 | depthwise separable convolution | 채널마다 따로 본 다음 1×1로 섞음 |
# | 밀집 연결 | dense connections | 한 블록에서 앞선 모든 층의 출력을 이어 붙여 받음 |
# | Dense 층만 | Dense layers only | 합성곱 없이 Dense 층만 쌓음 |

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 20 minutes)
#
# Put a tuple `(year, idea, parameters)` into `architectures` for each network. You may look things up. For example:
# `(2012, "residual connection", 12.3)`
#
# - **Year**: of the paper, an integer. Where it came to arXiv and to its conference in different years, either will do.
# - **Idea**: one of the words below, in English or Korean. One of them fits two networks, and one fits none.
# - **Parameters**: in millions, the classifier at the end included, but not GoogLeNet's auxiliary classifiers. Within
#   25 % of what is published is near enough. 60 thousand are `0.06`; written out, as `60_000`, will do, too.
#
# | English | Korean | means |
# | --- | --- | --- |
# | convolution and pooling | 합성곱과 풀링 | an early CNN: both by turns, to read handwritten digits |
# | ReLU and GPUs | ReLU와 GPU | a large CNN with ReLU and dropout, trained on two GPUs, that won ImageNet by far |
# | parallel kernels | 병렬 커널 | kernels of several sizes side by side in one module, their results concatenated |
# | stacked 3×3 | 3×3 쌓기 | 3×3 convolutions one after another, without any branch |
# | residual connection | 잔차 연결 | the input bypasses layers and is added to their output |
# | depthwise separable convolution | 깊이별 분리 합성곱 | looks in each channel by itself, then mixes by 1×1 |
# | dense connections | 밀집 연결 | in a block, a layer takes the outputs of all layers before it, concatenated |
# | Dense layers only | Dense 층만 | Dense layers one after another, no convolutions |

# %% [markdown] lang="ko"
# <details><summary>힌트: 어디서 찾을까</summary>
#
# 다섯 개의 파라미터 수는 Keras 문서의 <b>Keras Applications</b> 표에 있습니다. 나머지 셋은 논문에 있거나, 문제 1의
# 함수로 층마다 세어 볼 수 있습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint: where to look</summary>
#
# The parameters of five are in the table of <b>Keras Applications</b> in Keras' documentation. Those of the other three
# are in their papers; or count them, layer by layer, with the function of question 1.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
architectures = {
    "LeNet-5": ...,
    "AlexNet": ...,
    "GoogLeNet": ...,
    "VGG16": ...,
    "ResNet50": ...,
    "Xception": ...,
    "MobileNet": ...,
    "DenseNet121": ...,
}
# BEGIN SOLUTION NO PROMPT
architectures |= {
    "LeNet-5": (1998, "convolution and pooling", 0.06),
    "AlexNet": (2012, "ReLU and GPUs", 60),
    "GoogLeNet": (2014, "parallel kernels", 6.8),
    "VGG16": (2014, "stacked 3×3", 138.4),
    "ResNet50": (2015, "residual connection", 25.6),
    "Xception": (2016, "depthwise separable convolution", 22.9),
    "MobileNet": (2017, "depthwise separable convolution", 4.3),
    "DenseNet121": (2016, "dense connections", 8.1),
}
# END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_architectures(LANG, np, architectures):
    from fcnlab import Check

    def letters(text):
        return "".join(str(text).lower().replace("×", "x").replace("-", "").split()).removesuffix("s")

    korean = "합성곱과 풀링|ReLU와 GPU|병렬 커널|나란한 커널|3×3 쌓기|잔차 연결|스킵 연결|깊이별 분리 합성곱"
    korean += "|밀집 연결|Dense 층만"
    english = "convolution and pooling|ReLU and GPUs|parallel kernels|stacked 3×3|residual connection|skip connection"
    more = "depthwise separable convolution|dense connections|Dense layers only"
    words = {letters(word) for word in f"{korean}|{english}|{more}".split("|")}
    check = Check(LANG, name="architectures")
    check.require(
        isinstance(architectures, dict) and len(architectures) >= 8,
        ko="딕셔너리를 그대로 두고 `...` 자리만 채우세요.",
        en="keep the dict, and replace each `...`.",
    )
    for name, answer in architectures.items():
        check.require(answer is not ..., ko=f"{name}: 아직 답하지 않았습니다.", en=f"{name} is not answered yet.")
        check.require(
            isinstance(answer, tuple) and len(answer) == 3,
            ko=f"{name}: `(연도, 아이디어, 파라미터 수)` 튜플로 쓰세요.",
            en=f"{name}: write a tuple `(year, idea, parameters)`.",
        )
        check.require(
            all(type(each) is not bool and isinstance(each, int | float | np.number) for each in answer[::2]),
            ko=f"{name}: 연도와 파라미터 수는 따옴표 없는 숫자로 쓰세요.",
            en=f"{name}: write the year and the parameters as numbers, without quotes.",
        )
        check.require(
            letters(answer[1]) in words,
            ko=f"{name}: 아이디어 {answer[1]!r}: 낱말 목록에 없습니다. 목록의 말을 그대로 쓰세요.",
            en=f"{name}: the idea {answer[1]!r} is not in the word list. Write the words as they stand there.",
        )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# ## 1차원, 2차원, 3차원 합성곱 (약 10분)
#
# 지금까지의 합성곱은 커널이 높이와 너비의 두 방향으로 움직이는 `Conv2D`였습니다. 이름의 숫자는 **커널이 움직이는 방향의
# 수**입니다. 입력에는 그 밖에 배치와 채널의 축이 더 있으므로, 동영상의 배치는 **5차원**입니다.
#
# | 층 | 커널이 움직이는 방향 | 입력의 모양 | 쓰는 곳 |
# | --- | --- | --- | --- |
# | `Conv1D` | 시간 | `(배치, 시간, 채널)` | 소리, 센서 |
# | `Conv2D` | 높이, 너비 | `(배치, 높이, 너비, 채널)` | 이미지 |
# | `Conv3D` | 프레임, 높이, 너비 | `(배치, 프레임, 높이, 너비, 채널)` | 동영상, CT |
#
# `Conv3D`의 커널은 이웃한 프레임 여러 장을 한꺼번에 봅니다. 그래서 한 장만 보아서는 알 수 없는 움직임을 배울 수
# 있습니다.

# %% [markdown] lang="en"
# ## Convolutions in one, two and three dimensions (about 10 minutes)
#
# So far, kernels moved in two directions, height and width: `Conv2D`. The number in the name says **in how many
# directions the kernel moves**. The input has axes for the batch and for the channels besides, so a batch of video has
# **five dimensions**.
#
# | Layer | The kernel moves along | Shape of the input | Used for |
# | --- | --- | --- | --- |
# | `Conv1D` | time | `(batch, time, channels)` | audio, sensors |
# | `Conv2D` | height, width | `(batch, height, width, channels)` | images |
# | `Conv3D` | frames, height, width | `(batch, frames, height, width, channels)` | video, CT scans |
#
# The kernel of a `Conv3D` sees several neighbouring frames at once. So it can learn movement, which no single frame
# shows.

# %%
# show
fcnlab.frames(fcnlab.video_clips(2, 5), kernel=(3, 9, 9), lang=LANG)

# %% [markdown] lang="ko"
# 커널의 모양은 `움직이는 방향마다 한 변 + (입력 채널, 출력 채널)`입니다. 방향이 하나 늘 때마다 커널의 축도 하나 늘고,
# 같은 `3`이라도 가중치는 세 배가 됩니다. 패딩이 없으면 **모든 방향에서** 2씩 줄어듭니다. 프레임 수도 그렇습니다.

# %% [markdown] lang="en"
# The shape of a kernel is `a side for each direction + (input channels, output channels)`. One more direction is one
# more axis of the kernel, and three times the weights with the same `3`. Without padding, **every direction** loses 2,
# the number of frames as well.

# %%
# show
for layer, shape in {
    keras.layers.Conv1D(8, 3): (1, 16000, 3),
    keras.layers.Conv2D(8, 3): (1, 112, 112, 3),
    keras.layers.Conv3D(8, 3): (1, 16, 112, 112, 3),
}.items():
    layer.build(shape)
    print(f"{type(layer).__name__}: {shape} → {layer.compute_output_shape(shape)}")
    print(f"        kernel {tuple(layer.kernel.shape)}, {layer.count_params()} parameters")

# %% [markdown] lang="ko"
# > **왜 그럴까요?** 컬러 이미지에는 채널까지 축이 셋인데 왜 `Conv3D`가 아니라 `Conv2D`를 쓸까요? 한 문장으로 말해
# > 보세요.

# %% [markdown] lang="en"
# > **Why?** A colour image has three axes, the channels included: why does it take `Conv2D` and not `Conv3D`? Say it in
# > one sentence.

# %% [markdown] lang="ko"
# ## {{ heading.q8 }}
#
# 파라미터 수는 메모리에 저장할 가중치의 수일 뿐, 계산을 얼마나 하는지는 말해 주지 않습니다. 합성곱은 가중치 하나하나를
# **출력의 모든 자리에서** 다시 씁니다. 입력의 숫자에 가중치를 곱해서 더하는 일 한 번을 **곱셈·덧셈**(multiply-add,
# MAC)이라고 합니다. 이미지가 크면 파라미터는 그대로여도 곱셈·덧셈은 늘어납니다.

# %% [markdown] lang="en"
# ## {{ heading.q8 }}
#
# The parameters only tell how many weights there are to store, not how much there is to compute. A convolution uses
# each of its weights again **at every place of the output**. To multiply a number of the input by a weight and add it
# to the rest, once, is a **multiply-add** (MAC). With larger images, the parameters stay and the multiply-adds grow.

# %% [raw]
# # BEGIN QUESTION
# name: q8

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 25분)
#
# `multiply_adds(kernel, in_channels, out_channels, output_size)`를 완성하세요. 샘플 하나에 합성곱 층이 하는 곱셈·덧셈의
# 횟수를 돌려줍니다.
#
# - `kernel`과 `output_size`는 **튜플**입니다. 움직이는 방향마다 수가 하나씩 있어서, 둘의 길이는 `Conv1D`면 1,
#   `Conv2D`면 2, `Conv3D`면 3입니다. 이 문제의 커널은 변의 길이가 서로 다를 수 있습니다.
# - `output_size`는 **출력**의 크기입니다. 채널은 들어 있지 않습니다.
# - 곱하고 더하는 것을 합쳐서 한 번으로 셉니다. 편향을 더하는 것은 세지 않습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 25 minutes)
#
# Complete `multiply_adds(kernel, in_channels, out_channels, output_size)`: how many multiply-adds a convolutional layer
# does for one sample.
#
# - `kernel` and `output_size` are **tuples** with one number for each direction of movement: of length 1 for `Conv1D`,
#   2 for `Conv2D`, 3 for `Conv3D`. The kernels of this question may have sides that differ.
# - `output_size` is the size of the **output**. The channels are not in it.
# - A multiplication and its addition count as one. Adding the bias does not count.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 출력의 숫자 하나</summary>
#
# 출력의 숫자 하나를 만들 때 가중치를 몇 개 곱하나요? 문제 1의 힌트 1과 같습니다. 출력에는 숫자가 모두 몇 개 있나요?
#
# </details>
#
# <details><summary>힌트 2: 길이가 다른 튜플</summary>
#
# <code>math.prod(kernel)</code>이나 <code>np.prod(kernel)</code>은 튜플의 수를 모두 곱합니다. 길이가 몇이든 됩니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: one number of the output</summary>
#
# How many weights are multiplied to make one number of the output? It is hint 1 of question 1. And how many numbers has
# the output?
#
# </details>
#
# <details><summary>Hint 2: tuples of any length</summary>
#
# <code>math.prod(kernel)</code> and <code>np.prod(kernel)</code> multiply all numbers of a tuple, however many there
# are.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def multiply_adds(kernel, in_channels, out_channels, output_size):
    """How many multiply-adds a convolution does for one sample. / 샘플 하나에 하는 곱셈·덧셈의 횟수.

    kernel, output_size: tuples of 1, 2 or 3 int >= 1; in_channels, out_channels: int >= 1; returns an int
    """
    # BEGIN SOLUTION
    weights = in_channels * out_channels
    for side in kernel:
        weights *= side
    places = 1
    for size in output_size:
        places *= size
    return weights * places
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_multiply_adds(LANG, multiply_adds):
    from fcnlab import Check

    check = Check(LANG, multiply_adds, "multiply_adds")
    check((3,), 1, 2, (10,), gives=60)
    check((3, 3), 3, 64, (224, 224), gives=86_704_128)  # VGG16's first layer
    check(kernel=(3, 3, 3), in_channels=1, out_channels=1, output_size=(2, 5, 5), gives=1350)


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 같은 층에 두 배 큰 이미지를 넣으면, 그리고 이미지 대신 프레임이 16장인 동영상을 넣으면 어떻게
# 되나요?

# %% [markdown] lang="en"
# **Try it.** What becomes of the same layer with images twice as large, and with video of 16 frames instead?

# %% lang="ko"
# show
for name, kernel, size in (
    ("112×112 이미지", (3, 3), (112, 112)),
    ("224×224 이미지", (3, 3), (224, 224)),
    ("112×112 동영상", (3, 3, 3), (16, 112, 112)),
):
    print(name, "→ 곱셈·덧셈", multiply_adds(kernel, 64, 64, size))

# %% lang="en"
# show
for name, kernel, size in (
    ("112×112 image", (3, 3), (112, 112)),
    ("224×224 image", (3, 3), (224, 224)),
    ("112×112 video", (3, 3, 3), (16, 112, 112)),
):
    print(name, "→ multiply-adds", multiply_adds(kernel, 64, 64, size))

# %% [markdown] lang="ko"
# ## 신경망마다 드는 비용 (약 10분)
#
# 최초의 CNN 가운데 하나인 **LeNet-5**입니다. 합성곱과 풀링을 번갈아 쌓고 맨 끝에 Dense 층을 둡니다. 아래 그림은
# 가중치가 있는 층만 보여 주고, 막대의 길이는 열마다 따로 잽니다. `k`는 천, `M`은 백만, `G`는 십억입니다.

# %% [markdown] lang="en"
# ## What networks cost (about 10 minutes)
#
# This is **LeNet-5**, one of the first CNNs: convolutions and pooling by turns, and Dense layers at the end. The
# picture shows the layers that have weights, and each column of bars has a scale of its own. `k` is a thousand, `M` a
# million, `G` a billion.

# %%
# show
fcnlab.layer_costs(fcnlab.lenet5, lang=LANG)

# %% [markdown] lang="ko"
# **AlexNet**은 14년 뒤에 같은 생각을 훨씬 크게 쌓았습니다. 파라미터가 있는 곳과 계산이 있는 곳이 다르다는 것을 보세요.
# 파라미터의 94 %는 Dense 층에 있고, 곱셈·덧셈의 95 %는 합성곱 층에 있습니다.

# %% [markdown] lang="en"
# Fourteen years later, **AlexNet** stacked the same idea far larger. See how the parameters are in one place and the
# computing in another: 94 % of the parameters are in Dense layers, and 95 % of the multiply-adds in convolutions.

# %%
# show
fcnlab.layer_costs(fcnlab.alexnet, lang=LANG)

# %% [markdown] lang="ko"
# 신경망 전체를 견주어 봅니다. **출력의 메모리**는 모든 층의 출력을 `float32`로 담는 데 드는 메모리로, 학습할 때는
# 이만큼을 이미지마다 들고 있어야 합니다. **시간**은 여러분의 컴퓨터에서 이미지 한 장에 걸린 시간입니다. 신경망을 하나씩
# 만들고 재느라 20초쯤 걸립니다.

# %% [markdown] lang="en"
# Now whole networks. The **memory of outputs** is what the outputs of all layers take as `float32`: training has to
# keep that much for each image. The **time** is what one image took on your computer. To build and measure the networks
# one by one takes about 20 seconds.

# %%
# show
networks = {
    "LeNet-5": fcnlab.lenet5,
    "AlexNet": fcnlab.alexnet,
    "VGG16": keras.applications.VGG16,
    "ResNet50": keras.applications.ResNet50,
    "MobileNet": keras.applications.MobileNet,
    "DenseNet121": keras.applications.DenseNet121,
}
fcnlab.network_costs(networks, lang=LANG)

# %% [markdown] lang="ko"
# **길고 복잡하게 얽힌 신경망일수록 메모리와 시간이 더 듭니다.** 파라미터 수만으로는 보이지 않습니다.
#
# - DenseNet121은 파라미터가 VGG16의 17분의 1, 곱셈·덧셈은 5분의 1입니다. 하지만 400개가 넘는 층이 서로 얽혀 있어서
#   출력의 메모리는 세 배이고, 시간도 5분의 1로 줄지 않습니다.
# - MobileNet은 곱셈·덧셈이 AlexNet의 절반인데, 층이 많아서 시간은 절반이 되지 않습니다. 더 걸리는 컴퓨터도 많습니다.
# - 그래서 휴대전화에 넣을 신경망을 고를 때는 파라미터, 곱셈·덧셈, 메모리, 시간을 모두 봅니다.

# %% [markdown] lang="en"
# **The longer and the more tangled a network, the more memory and time it takes.** The parameters alone do not show it.
#
# - DenseNet121 has one seventeenth of VGG16's parameters, and does a fifth of its multiply-adds. But its more than 400
#   layers feed one another: their outputs take three times the memory, and the time does not fall to a fifth.
# - MobileNet does half of AlexNet's multiply-adds. But it has many layers and does not take half the time; on many
#   computers it takes more.
# - So whoever chooses a network for a phone looks at all four: parameters, multiply-adds, memory and time.

# %% [markdown] lang="ko"
# > **왜 그럴까요?** VGG16의 파라미터는 대부분 Dense 층에 있는데, 왜 시간은 대부분 합성곱 층에서 걸릴까요? 한 문장으로
# > 말해 보세요.

# %% [markdown] lang="en"
# > **Why?** Most of VGG16's parameters are in its Dense layers. Why does most of its time go into convolutions? Say it
# > in one sentence.

# %% [markdown] lang="ko"
# ## 정리
#
# 책을 덮고 스스로 설명할 수 있는지 확인해 보세요.
#
# - 필터 하나에는 가중치가 몇 개 있고, 편향은 왜 출력 채널마다 하나인가요?
# - 깊이별 분리 합성곱은 무엇과 무엇을 나누었고, 왜 파라미터가 줄어드나요?
# - 1×1 합성곱은 주위를 보지 않는데 무엇에 쓰나요?
# - 잔차 블록은 지름길을 더하고 DenseNet은 이어 붙입니다. 출력의 채널 수는 어떻게 다를까요?
# - 팽창은 무엇을 늘리고, 무엇을 늘리지 않나요?
# - 스트라이드는 왜 자기 층이 아니라 다음 층의 수용 영역을 넓히나요?
# - DenseNet과 Dense 층만 쌓은 MLP는 어떻게 다른가요?
# - 이미지, 소리, 동영상의 배치는 각각 몇 차원인가요?
# - 이미지가 커지면 파라미터, 곱셈·덧셈, 출력의 메모리 가운데 무엇이 늘어나나요?

# %% [markdown] lang="en"
# ## In short
#
# Close the book and see whether you can explain:
#
# - How many weights has one filter, and why is there one bias for each output channel?
# - What does a depthwise separable convolution separate from what, and why has it fewer parameters?
# - A 1×1 convolution does not look around. What is it good for?
# - A residual block adds its shortcut, DenseNet concatenates. How do the channels of the output differ?
# - What does dilation enlarge, and what not?
# - Why does a stride widen the receptive field of the next layer, and not of its own?
# - How does a DenseNet differ from an MLP, a network of Dense layers alone?
# - How many dimensions have batches of images, of audio and of video?
# - With larger images, what grows: parameters, multiply-adds, the memory of outputs?

# %% [markdown] lang="ko"
# ## 더 해 보기
#
# 채점하지 않습니다. 시간이 남으면 해 보세요.

# %% [markdown] lang="en"
# ## Stretch goals
#
# Not graded: for when you have time left.

# %% [raw]
# # BEGIN QUESTION
# name: stretch1

# %% [markdown] lang="ko"
# ### 더 해 보기 1. GoogLeNet의 블록 (채점하지 않습니다, 약 15분)
#
# `inception_block(x, filters)`를 완성하세요. `x`에서 **네 갈래**가 나란히 나옵니다. 1×1 합성곱, 3×3 합성곱, 5×5 합성곱,
# 그리고 3×3 최대 풀링(스트라이드 1) 다음의 1×1 합성곱입니다. 갈래마다 채널이 `filters`개이고, 높이와 너비는
# 그대로입니다. 넷을 채널 방향으로 **이어 붙여** 채널이 `4 * filters`개인 텐서를 돌려줍니다.

# %% [markdown] lang="en"
# ### Stretch goal 1. GoogLeNet's block (not graded, about 15 minutes)
#
# Complete `inception_block(x, filters)`. From `x`, **four branches** go side by side: a 1×1 convolution, a 3×3 one, a
# 5×5 one, and a 3×3 max pooling with stride 1 and then a 1×1 convolution. Each branch has `filters` channels, and keeps
# height and width. **Concatenate** them along the channels, and return the tensor, which has `4 * filters` channels.

# %% [raw]
# # BEGIN SOLUTION


# %%
def inception_block(x, filters):
    """Four branches side by side, concatenated. / 나란한 네 갈래를 이어 붙입니다.

    x: Keras tensor (n, H, W, channels); filters: int; returns a Keras tensor (n, H, W, 4 * filters)
    """
    # BEGIN SOLUTION
    branches = [keras.layers.Conv2D(filters, kernel, padding="same", activation="relu")(x) for kernel in (1, 3, 5)]
    pooled = keras.layers.MaxPooling2D(3, strides=1, padding="same")(x)
    branches.append(keras.layers.Conv2D(filters, 1, activation="relu")(pooled))
    return keras.layers.Concatenate()(branches)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_inception_block(LANG, keras, inception_block):
    from fcnlab import Check

    check = Check(LANG, inception_block, "inception_block")
    inputs = keras.Input((8, 12, 6))
    y = check.call(inputs, 4)
    check.require(
        isinstance(y, keras.KerasTensor) and tuple(y.shape[1:]) == (8, 12, 16),
        ko=f"모양이 (8, 12, 16)인 Keras 텐서여야 합니다. 나온 것: {getattr(y, 'shape', type(y).__name__)}.",
        en=f"a Keras tensor of the shape (8, 12, 16) should come back, not {getattr(y, 'shape', type(y).__name__)}.",
    )
    layers = keras.Model(inputs, y).layers
    kernels = sorted(layer.kernel_size[0] for layer in layers if hasattr(layer, "kernel_size"))
    check.require(
        kernels == [1, 1, 3, 5],
        ko=f"합성곱의 커널은 1×1 두 개, 3×3, 5×5여야 합니다. 지금은 한 변이 {kernels}입니다.",
        en=f"the kernels should be two of 1×1, one of 3×3 and one of 5×5; their sides are {kernels}.",
    )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [raw]
# # BEGIN QUESTION
# name: stretch2

# %% [markdown] lang="ko"
# ### 더 해 보기 2. DenseNet의 블록 (채점하지 않습니다, 약 15분)
#
# `dense_block(x, num_layers, growth)`를 완성하세요. `num_layers`번, 지금까지의 `x`에 채널이 `growth`개인 3×3 합성곱을
# 적용하고, 그 결과를 `x`에 **이어 붙입니다.** 그래서 층마다 앞선 모든 층의 출력을 받습니다. 잔차 블록의 덧셈과 견주어,
# 채널 수와 출력의 메모리가 어떻게 달라지는지 생각해 보세요.

# %% [markdown] lang="en"
# ### Stretch goal 2. DenseNet's block (not graded, about 15 minutes)
#
# Complete `dense_block(x, num_layers, growth)`. `num_layers` times, a 3×3 convolution with `growth` channels is applied
# to all that `x` is so far, and its result is **concatenated** to `x`. So each layer gets the outputs of all layers
# before it. Compare with the sum of a residual block: what becomes of the channels, and of the memory of the outputs?

# %% [raw]
# # BEGIN SOLUTION


# %%
def dense_block(x, num_layers, growth):
    """Each layer sees all before it. / 층마다 앞선 모든 층을 봅니다.

    x: Keras tensor (n, H, W, c); num_layers, growth: int; returns a Keras tensor (n, H, W, c + num_layers * growth)
    """
    # BEGIN SOLUTION
    for _ in range(num_layers):
        y = keras.layers.Conv2D(growth, 3, padding="same", activation="relu")(x)
        x = keras.layers.Concatenate()([x, y])
    return x
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_dense_block(LANG, keras, dense_block):
    from fcnlab import Check

    check = Check(LANG, dense_block, "dense_block")
    inputs = keras.Input((8, 12, 6))
    y = check.call(inputs, 3, 4)
    check.require(
        isinstance(y, keras.KerasTensor) and tuple(y.shape[1:]) == (8, 12, 18),
        ko=f"모양이 (8, 12, 18)인 Keras 텐서여야 합니다. 나온 것: {getattr(y, 'shape', type(y).__name__)}.",
        en=f"a Keras tensor of the shape (8, 12, 18) should come back, not {getattr(y, 'shape', type(y).__name__)}.",
    )
    kernels = [layer.kernel for layer in keras.Model(inputs, y).layers if hasattr(layer, "kernel")]
    seen = sorted(kernel.shape[-2] for kernel in kernels)
    check.require(
        seen == [6, 10, 14],
        ko=f"합성곱이 받는 채널은 차례로 6, 10, 14개여야 합니다. 지금은 {seen}입니다.",
        en=f"the convolutions should see 6, 10 and 14 channels one after another; they see {seen}.",
    )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION
