# %% [raw]
# # ASSIGNMENT CONFIG

# %% [markdown] lang="ko"
# # 손으로 계산하는 전치 합성곱
#
# 스트라이드가 있는 합성곱과 최대 풀링을 거치면 이미지는 점점 작아집니다. 그런데 픽셀마다 답을 내야 하는 완전 합성곱
# 신경망이나, 작은 이미지를 크고 선명하게 만드는 초해상도에서는 거꾸로 **크게 만드는** 층이 필요합니다. 그 층이 바로
# **전치 합성곱**(transposed convolution)입니다.
#
# 이 과제에서는 전치 합성곱을 NumPy로 직접 만듭니다. 원리는 도장 찍기 하나뿐입니다.
#
# > **입력의 숫자를 하나씩 커널에 곱해 도장을 만들고, 그 도장을 제자리에 찍습니다. 도장이 닿지 않은 곳은 모두 0이고,
# > 찍은 도장은 전부 더합니다.**
#
# | 문제 | 만들 함수 | 점수 |
# | --- | --- | ---: |
# {{ questions }}

# %% [markdown] lang="en"
# # Transposed convolution by hand
#
# Convolutions with a stride and max pooling make an image smaller and smaller. But a fully convolutional network has to
# answer for every single pixel, and super-resolution has to make a small image large and sharp: both need a layer that
# makes things **larger**. That layer is the **transposed convolution**.
#
# In this assignment you build it yourself, in NumPy. It all comes down to one picture: the stamp:
#
# > **Each number of the input scales the kernel, and the scaled kernel is stamped into the output at its place.
# > Everything else is zero, and all stamps are added.**
#
# | Question | Function you write | Points |
# | --- | --- | ---: |
# {{ questions }}

# %% [markdown] lang="ko"
# ### 모든 문제에 공통된 약속
#
# - **NumPy만 사용합니다.** 채점 환경에는 TensorFlow, Keras, PyTorch, SciPy, OpenCV가 없습니다. 크기와 규칙은 모두
#   Keras의 `Conv2D`, `Conv2DTranspose`를 따릅니다.
# - **반복문을 써도 됩니다.** 순수한 파이썬 `for` 문으로 풀어도 만점입니다. 채점에 쓰는 배열은 작아서 호출 한 번이
#   0.1초를 넘는 일이 드물고, 2초까지 기다립니다. 노트북 전체에는 14초가 주어집니다.
# - 크기를 나타내는 값(`size`, `kernel`, `stride`, `factor`)은 1 이상의 정수입니다. 파이썬 `int`일 수도, NumPy 정수일
#   수도 있습니다. 스트라이드는 세로와 가로가 같습니다. `padding`은 `"valid"` 아니면 `"same"`입니다.
# - 배열 `x`와 `kernel`은 NumPy 배열이고, 각각 정수일 수도 실수일 수도 있습니다(둘 다 `uint8`인 경우는 없습니다).
#   **정사각형이 아닐 수 있습니다.**
# - 결과는 `float32` 이상의 실수 배열로 돌려줍니다. 배열 `x`와 `kernel`이 모두 정수라면 정수 배열로 돌려주어도 됩니다.
#   값은 상대 오차 1e-5까지 같은 것으로 보며, 0 대신 1e-15쯤 되는 값이 나와도 괜찮습니다.
# - 결과의 **모양(shape)은 설명과 정확히 같아야 합니다.** 행이나 채널이 하나뿐이어도 축을 없애지 마세요.
# - 받은 **배열을 바꾸지 않습니다.** 같은 인자로 다시 부르면 같은 결과가 나와야 합니다.
# - 함수와 인자의 이름은 그대로 두고, `...`이 있는 자리를 채우세요.
#
# 문제마다 있는 `grader.check(...)`는 기본만 확인하는 공개 검사입니다. 채점할 때는 더 많은 크기, 스트라이드, 커널로
# 확인합니다. 막히면 힌트를 위에서부터 하나씩 펼쳐 보세요. 힌트를 본다고 감점되지 않습니다.

# %% [markdown] lang="en"
# ### What holds for every question
#
# - **NumPy only.** TensorFlow, Keras, PyTorch, SciPy and OpenCV are not there when your notebook is graded. All sizes
#   and rules are those of Keras' `Conv2D` and `Conv2DTranspose`.
# - **Loops are welcome.** Plain Python `for` loops get full marks. Grading uses small arrays, so a call rarely takes
#   more than 0.1 seconds; it may take 2, and the whole notebook 14.
# - Sizes (`size`, `kernel`, `stride`, `factor`) are integers of at least 1: a Python `int` or a NumPy integer. The
#   stride is the same for rows and columns. `padding` is either `"valid"` or `"same"`.
# - The arrays `x` and `kernel` are NumPy arrays; each may be integer or float (never both `uint8`). **They need not
#   be square.**
# - Return a float array of at least `float32`; where `x` and `kernel` both hold integers, an integer array is fine
#   too. Values are compared at a relative tolerance of 1e-5, and something like 1e-15 in place of 0 is fine.
# - **The shape has to be exactly the one described**, also when there is only one row or one channel: drop no axis.
# - **Leave the arrays you are given as they are.** Calling with the same arguments again gives the same result.
# - Keep the names of functions and arguments, and replace each `...` with your answer.
#
# `grader.check(...)` below each question is a public check of the basics. Grading tries many more sizes, strides and
# kernels. When you are stuck, open the hints one by one from the top: they cost no points.

# %%
import sys

import numpy as np

sys.path.append("../../shared")
import fcnlab

# %% lang="ko"
LANG = "ko"  # 그림과 검사가 쓰는 언어

# %% lang="en"
LANG = "en"  # the language of pictures and checks

# %% [markdown] lang="ko"
# ## 도장 찍기
#
# 아주 작은 숫자로 시작합니다. 입력은 2×2, 커널도 2×2입니다.
#
# ```
# 입력        커널
#  1  2       1  2
#  3  0       3  4
# ```
#
# 1. 입력의 왼쪽 위 숫자는 1입니다. `1 × 커널`을 출력의 왼쪽 위에 찍습니다.
# 2. 그 오른쪽 숫자는 2입니다. `2 × 커널`을 **한 칸 오른쪽**에 찍습니다.
# 3. 아랫줄의 3은 `3 × 커널`이 되어 **한 칸 아래**에 찍힙니다.
# 4. 마지막 숫자는 0이므로 0만 찍힙니다.
# 5. 도장이 **겹친 칸은 덮어쓰지 않고 더합니다.**
#
# 종이에 먼저 계산해 보고, 한가운데 칸이 얼마가 되는지 아래 그림과 비교해 보세요. 그림 위의 숫자를 누르거나 화살표 키를
# 쓰면 도장을 하나씩 찍어 볼 수 있습니다.

# %% [markdown] lang="en"
# ## The stamp
#
# We start with tiny numbers: a 2×2 input and a 2×2 kernel.
#
# ```
# input   1  2        kernel   1  2
#         3  0                 3  4
# ```
#
# 1. The input's top left number is 1: stamp `1 × kernel` into the output's top left corner.
# 2. The number to its right is 2: stamp `2 × kernel` **one cell further right**.
# 3. The 3 below becomes `3 × kernel`, **one cell further down**.
# 4. The last number is 0: its stamp is all zeros.
# 5. Where stamps **overlap, they are added**; nothing is overwritten.
#
# Do it on paper first, then compare: what do you get for the cell in the middle? Click on the numbers above the
# picture, or use the arrow keys, to place one stamp after another.

# %%
# show
x = np.array([[1, 2], [3, 0]])
kernel = np.array([[1, 2], [3, 4]])
fcnlab.stamping(x, kernel, lang=LANG)

# %% [markdown] lang="ko"
# **스트라이드**는 도장과 도장 사이의 간격입니다. 스트라이드가 2이면 이웃한 도장을 두 칸씩 떼어 찍습니다. 커널이
# 2×2이므로 이번에는 도장이 겹치지 않고, 출력은 4×4로 커집니다.

# %% [markdown] lang="en"
# The **stride** is the distance from one stamp to the next. With stride 2, neighbouring stamps lie two cells apart.
# The kernel is 2×2, so this time nothing overlaps, and the output grows to 4×4.

# %%
# show
fcnlab.stamps(x, kernel, stride=2, lang=LANG)

# %% [markdown] lang="ko"
# 보통의 합성곱과 견주어 보면 방향이 반대입니다.
#
# | | 합성곱 | 전치 합성곱 |
# | --- | --- | --- |
# | 한 번에 하는 일 | 입력의 **창 하나** → 출력의 숫자 **하나** | 입력의 숫자 **하나** → 출력의 **창 하나** |
# | 스트라이드 2, `same` | 크기가 반으로 줄어듭니다(다운샘플링) | 크기가 두 배로 커집니다(업샘플링) |
#
# 여기서 자주 하는 오해가 있습니다. 전치 합성곱은 합성곱을 하기 전의 **값을 되돌려 주지 않습니다.** 되돌아오는 것은
# 크기뿐이고, 값은 학습된 커널이 새로 만들어 냅니다. 전치 합성곱은 '합성곱 취소'가 아니라 **학습되는 층 하나를 더 쌓는
# 것**입니다.

# %% [markdown] lang="en"
# Compared with an ordinary convolution, everything runs the other way:
#
# | | convolution | transposed convolution |
# | --- | --- | --- |
# | one step | **one window** of the input → **one number** | **one number** of the input → **one window** |
# | stride 2, `same` | halves the size (downsampling) | doubles the size (upsampling) |
#
# A common misunderstanding: a transposed convolution does **not restore the values** that were there before a
# convolution. Only the size comes back; the values are made anew by a kernel that is learned. It does not undo a
# layer: it is **one more layer that learns**.

# %% [markdown] lang="ko"
# ## {{ heading.q1 }}
#
# 출력이 커지는 경우를 보기 전에 작아지는 경우부터 확인합니다. 세로와 가로는 똑같이 따로따로 계산하므로 **한 방향만**
# 생각하면 됩니다.
#
# 숫자 `size`개 위로 커널 `kernel`칸짜리 창이 `stride`칸씩 움직입니다. 창 하나가 출력 숫자 하나를 만드니, 출력 크기는
# 곧 **창의 개수**입니다.
#
# - **`valid`**: 채워 넣는 것 없이, **온전히 들어가는** 창만 셉니다. 크기 5에 커널 3이면 창은 0, 1, 2번 칸에서 시작할
#   수 있으므로 출력 크기는 3입니다.

# %% [markdown] lang="en"
# ## {{ heading.q1 }}
#
# Before things get larger, we look at how they get smaller. Rows and columns are worked out separately and in the
# same way, so it is enough to think of **one direction**.
#
# A window of `kernel` cells moves over `size` numbers, `stride` cells at a time. Each window gives one number of the
# output, so the output size is simply **how many windows there are**.
#
# - **`valid`**: nothing is padded, and only windows that **fit entirely** count. With size 5 and kernel 3, windows
#   start at cells 0, 1 and 2: the output size is 3.

# %%
# show
fcnlab.windows(5, 3, lang=LANG)

# %% [markdown] lang="ko"
# 스트라이드가 2이면 창이 두 칸씩 움직이고, 끝에 남는 칸은 아무 창도 보지 않을 수 있습니다. 크기 6에서 흰색으로 남은
# `x5`를 보세요.

# %% [markdown] lang="en"
# With stride 2 the window moves by two cells, and cells at the end may not be covered by any window, like the white
# `x5` here.

# %%
# show
fcnlab.windows(6, 3, stride=2, lang=LANG)

# %% [markdown] lang="ko"
# - **`same`**: 창이 모자라지 않도록 가장자리에 필요한 만큼 0을 채웁니다. 출력 크기는 커널과 상관없이
#   $\lceil \text{size} / \text{stride} \rceil$, 즉 나눗셈 결과를 **올림**한 값입니다. 크기 5, 스트라이드 2라면 2.5를
#   올려 3입니다.

# %% [markdown] lang="en"
# - **`same`**: zeros are padded at the border, as many as needed, so that no window falls short. Whatever the
#   kernel, the output size is $\lceil \text{size} / \text{stride} \rceil$: the quotient, **rounded up**. With size 5
#   and stride 2 that is 2.5 rounded up to 3.

# %%
# show
fcnlab.windows(5, 3, stride=2, padding="same", lang=LANG)

# %% [raw]
# # BEGIN QUESTION
# name: q1

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 15분)
#
# `conv_output_size(size, kernel, stride, padding)`를 완성하세요. 한 방향의 출력 크기를 **정수로** 돌려줍니다(`3.0`이
# 아니라 `3`; 파이썬 `int`든 NumPy 정수든 괜찮습니다).
#
# - `"valid"`로 부를 때는 `kernel`이 `size`보다 크지 않습니다.
# - `"same"`에서는 `kernel`이 `size`보다 커도 됩니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 15 minutes)
#
# Complete `conv_output_size(size, kernel, stride, padding)`: the output size in one direction, **as an integer**
# (`3`, not `3.0`; a Python `int` or a NumPy integer).
#
# - With `"valid"`, `kernel` is never larger than `size`.
# - With `"same"`, `kernel` may be larger than `size`.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 창이 시작할 수 있는 자리</summary>
#
# <code>valid</code>에서 창이 마지막으로 시작할 수 있는 칸은 몇 번일까요? 크기 5, 커널 3에서는 2번이었습니다. 0번부터
# 그 칸까지 <code>stride</code>칸씩 옮겨 가며 세어 보세요.
#
# </details>
#
# <details><summary>힌트 2: 나눗셈과 나머지</summary>
#
# 마지막 시작 칸까지의 거리를 <code>stride</code>로 나눈 <b>몫</b>이 창을 옮긴 횟수입니다. 맨 처음 창 하나를 더하는 것을
# 잊지 마세요. 정수 나눗셈은 <code>//</code>입니다.
#
# </details>
#
# <details><summary>힌트 3: 거의 다 왔습니다</summary>
#
# <ul>
# <li>valid: (시작할 수 있는 마지막 칸의 번호)를 stride로 나눈 몫에 1을 더합니다.</li>
# <li>same: 올림은 <code>-(-a // b)</code>로 쓸 수 있습니다. 또는 <code>0, stride, 2·stride, …</code> 가운데
# <code>size</code>보다 작은 것의 개수를 세어도 됩니다.</li>
# </ul>
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: where a window can start</summary>
#
# With <code>valid</code>, which is the last cell where a window can start? For size 5 and kernel 3 it was cell 2.
# Count from cell 0 to that one in steps of <code>stride</code>.
#
# </details>
#
# <details><summary>Hint 2: division and remainder</summary>
#
# The distance to the last start, divided by <code>stride</code> and <b>rounded down</b>, is the number of steps. Do not
# forget the first window. Integer division is <code>//</code>.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# <ul>
# <li>valid: (the last possible start) divided by stride, rounded down, plus 1.</li>
# <li>same: rounding up can be written <code>-(-a // b)</code>; or count how many of <code>0, stride, 2·stride,
# …</code> are smaller than <code>size</code>.</li>
# </ul>
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    """Output size of a convolution in one direction. / 한 방향에서 본 합성곱의 출력 크기.

    size, kernel, stride: int >= 1; padding: "valid" or "same"; returns an int
    """
    # BEGIN SOLUTION
    if padding == "same":
        return -(-size // stride)
    return (size - kernel) // stride + 1
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_conv_output_size(LANG, np, conv_output_size):
    from fcnlab import Check

    check = Check(LANG, conv_output_size, "conv_output_size")
    check(5, 3, gives=3)
    check(size=np.int64(9), kernel=np.int64(2), stride=np.int64(3), gives=3)
    check(7, 3, stride=2, padding="same", gives=4)


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 강의에서 본 모델은 200×200 이미지를 `strides=2, padding="same"`인 합성곱에 세 번 통과시킵니다.
# 함수를 완성하면 200에서 시작해 크기가 어떻게 줄어드는지 보입니다.

# %% [markdown] lang="en"
# **Try it.** The model of the lecture sends a 200×200 image through three convolutions with
# `strides=2, padding="same"`. Once your function works, you see how the size shrinks from 200.

# %%
# show
sizes = [200]
for _ in range(3):
    sizes.append(conv_output_size(sizes[-1], 3, stride=2, padding="same"))
sizes

# %% [markdown] lang="ko"
# **왜 그럴까요?** `same`인 합성곱의 출력 크기에는 왜 커널의 크기가 나오지 않을까요? 한 문장으로 답해 본 다음 펼쳐
# 보세요.
#
# <details><summary>답</summary>
#
# 창이 <code>stride</code>칸마다 하나씩 시작하고, 모자라는 칸은 커널이 크든 작든 0으로 채우기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# **Why?** The kernel's size does not appear in the output size of a convolution with `same`. Why not? Answer in one
# sentence, then open this.
#
# <details><summary>Answer</summary>
#
# Because a window starts at every <code>stride</code>-th cell, and zeros fill up whatever it lacks, however large the
# kernel is.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q2 }}
#
# 이번에는 반대로, 입력 숫자마다 도장을 찍습니다. 한 방향만 보면 `x0`의 도장은 0번 칸에서, `x1`의 도장은 `stride`번
# 칸에서, `x2`의 도장은 `2 * stride`번 칸에서 시작합니다.

# %% [markdown] lang="en"
# ## {{ heading.q2 }}
#
# Now the other way: each number of the input is stamped. In one direction, the stamp of `x0` starts at cell 0, that
# of `x1` at cell `stride`, that of `x2` at cell `2 * stride`, and so on.

# %%
# show
fcnlab.footprints(3, 3, stride=2, lang=LANG)

# %% [markdown] lang="ko"
# - **`valid`**: 찍힌 것을 모두 남깁니다. 출력 크기는 다음과 같습니다.
#
# $$(\text{size} - 1) \times \text{stride} + \max(\text{kernel}, \text{stride})$$
#
# 마지막 도장은 $(\text{size} - 1) \times \text{stride}$번 칸에서 시작하고, 도장 하나는 **적어도 스트라이드만큼** 자리를
# 차지하기 때문입니다. 위 그림에서는 $2 \times 2 + 3 = 7$입니다.
#
# 스트라이드가 커널보다 크면 도장 사이가 비고, **마지막 도장 뒤에도 빈칸이 남습니다.** 도장이 닿지 않은 칸은 0입니다.
# 그래서 이때의 출력 크기는 `size * stride`가 됩니다.

# %% [markdown] lang="en"
# - **`valid`**: everything that was stamped stays. The output size is:
#
# $$(\text{size} - 1) \times \text{stride} + \max(\text{kernel}, \text{stride})$$
#
# The last stamp starts at cell $(\text{size} - 1) \times \text{stride}$, and a stamp takes up **at least its
# stride**. In the picture above: $2 \times 2 + 3 = 7$.
#
# Where the stride is larger than the kernel, there are gaps between the stamps, **and empty cells after the last one
# too**. Cells that no stamp reaches are 0. So the output size is `size * stride` in this case.

# %%
# show
fcnlab.footprints(3, 2, stride=3, lang=LANG)

# %% [markdown] lang="ko"
# - **`same`**: 출력 크기가 정확히 `size * stride`가 되도록 넘치는 칸을 잘라 냅니다. 모두
#   $\max(\text{kernel} - \text{stride}, 0)$칸을 자르는데, **앞에서 그 절반(소수점 아래는 버림)**, **뒤에서 남은 칸
#   전부**를 자릅니다. 홀수라면 뒤에서 한 칸을 더 자르는 셈입니다.
#
# 커널 4, 스트라이드 2라면 2칸을 잘라야 하므로 앞뒤로 한 칸씩 자릅니다. 커널 3, 스트라이드 2라면 1칸만 자르면 되므로
# 앞에서는 자르지 않고 뒤에서만 자릅니다.

# %% [markdown] lang="en"
# - **`same`**: the excess is cropped, so that the output size is exactly `size * stride`. In all,
#   $\max(\text{kernel} - \text{stride}, 0)$ cells go: **half of them at the start, rounded down**, and **the rest at
#   the end**. If the number is odd, the extra cell goes at the end.
#
# With kernel 4 and stride 2, two cells go: one on each side. With kernel 3 and stride 2, just one goes: none at the
# start, one at the end.

# %%
# show
fcnlab.footprints(3, 4, stride=2, padding="same", lang=LANG)

# %%
# show
fcnlab.footprints(3, 3, stride=2, padding="same", lang=LANG)

# %% [raw]
# # BEGIN QUESTION
# name: q2

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 15분)
#
# `transposed_conv_output_size(size, kernel, stride, padding)`를 완성하세요. 한 방향의 출력 크기를 **정수로**
# 돌려줍니다. 커널이 스트라이드보다 작을 때도, `size`가 1일 때도 맞아야 합니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 15 minutes)
#
# Complete `transposed_conv_output_size(size, kernel, stride, padding)`: the output size in one direction, **as an
# integer**. It has to be right also for kernels smaller than the stride, and for `size` 1.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 작은 수로 시험하기</summary>
#
# 숫자가 하나뿐이면(<code>size = 1</code>) 도장도 하나입니다. 커널 3, 스트라이드 1이면 출력 크기는 3, 커널 2,
# 스트라이드 5라면 5입니다. 숫자가 하나 늘 때마다 출력은 정확히 몇 칸 늘어날까요?
#
# </details>
#
# <details><summary>힌트 2: 두 경우로 나누기</summary>
#
# <code>padding</code>이 <code>"same"</code>이면 커널을 볼 필요가 없습니다. <code>"valid"</code>이면 (마지막 도장의
# 시작) + (도장 하나가 차지하는 칸)입니다. 파이썬의 <code>max(a, b)</code>는 둘 중 큰 값입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: try small numbers</summary>
#
# With a single number (<code>size = 1</code>) there is one stamp. With kernel 3 and stride 1 the output size is 3;
# with kernel 2 and stride 5 it is 5. By how many cells exactly does the output grow with each further number?
#
# </details>
#
# <details><summary>Hint 2: two cases</summary>
#
# If <code>padding</code> is <code>"same"</code>, the kernel does not matter. If it is <code>"valid"</code>: (start of
# the last stamp) + (cells that one stamp takes up). Python's <code>max(a, b)</code> is the larger of two values.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    """Output size of a transposed convolution in one direction. / 한 방향에서 본 전치 합성곱의 출력 크기.

    size, kernel, stride: int >= 1; padding: "valid" or "same"; returns an int
    """
    # BEGIN SOLUTION
    if padding == "same":
        return size * stride
    return (size - 1) * stride + max(kernel, stride)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_transposed_conv_output_size(LANG, np, transposed_conv_output_size):
    from fcnlab import Check

    check = Check(LANG, transposed_conv_output_size, "transposed_conv_output_size")
    check(2, 2, gives=3)
    check(size=np.int64(3), kernel=np.int64(3), stride=np.int64(2), gives=7)
    check(3, 3, stride=2, padding="same", gives=6)


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 문제 1에서 200 → 100 → 50 → 25로 줄어든 크기를, 같은 스트라이드의 전치 합성곱 세 번으로 되돌려
# 보세요. 내려간 스트라이드와 올라온 스트라이드가 **거울처럼** 맞아야 처음 크기로 돌아옵니다.

# %% [markdown] lang="en"
# **Try it.** In question 1 the size went 200 → 100 → 50 → 25. Bring it back with three transposed convolutions of the
# same stride: the strides on the way down and up have to **mirror** each other to end at the first size.

# %%
# show
sizes = [25]
for _ in range(3):
    sizes.append(transposed_conv_output_size(sizes[-1], 3, stride=2, padding="same"))
sizes

# %% [markdown] lang="ko"
# **왜 그럴까요?** 내려갈 때와 올라올 때의 스트라이드는 왜 거울처럼 맞아야 할까요? 한 문장으로 답해 본 다음 펼쳐 보세요.
#
# <details><summary>답</summary>
#
# 합성곱은 크기를 스트라이드로 나누고 전치 합성곱은 곱하므로, 곱한 것이 나눈 것과 같아야 처음 크기가 되기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# **Why?** The strides on the way up have to mirror those on the way down. Why? Answer in one sentence, then open this.
#
# <details><summary>Answer</summary>
#
# A convolution divides the size by its stride and a transposed one multiplies it, so the products have to agree to end
# at the first size.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q3 }}
#
# 이제 도장을 직접 찍습니다. 2차원에서는 `x[i, j]`의 도장, 곧 `x[i, j] * kernel`의 왼쪽 위 칸이 출력의
# `(i * stride, j * stride)`에 놓입니다. 커널은 뒤집지 않고 **그대로** 찍습니다.
#
# 다음은 1×2 입력을 스트라이드 2, 3×3 커널로 찍는 그림입니다. 도장의 폭(3)이 간격(2)보다 넓어서 한 열이 겹칩니다.

# %% [markdown] lang="en"
# ## {{ heading.q3 }}
#
# Now you do the stamping. In two dimensions, the top left cell of the stamp `x[i, j] * kernel` lies at
# `(i * stride, j * stride)` of the output. The kernel is stamped **as it stands**, not flipped.
#
# Here a 1×2 input is stamped with a 3×3 kernel at stride 2. The stamp (3 wide) is wider than the distance (2), so
# that one column overlaps.

# %%
# show
fcnlab.stamping([[1, 2]], [[1, 0, 2], [0, 3, 0], [4, 0, 5]], stride=2, lang=LANG)

# %% [markdown] lang="ko"
# `same`이면 먼저 **전부 찍은 다음** 문제 2의 규칙대로 잘라 냅니다. 세로는 커널의 높이로, 가로는 커널의 너비로
# **따로** 계산합니다. 예를 들어 맨 처음 예제(2×2 커널, 스트라이드 1)는 방향마다 한 칸을 잘라야 하므로, 앞에서는
# 그대로 두고 뒤에서 한 칸씩 자릅니다.
#
# ```
# valid   1   4   4          same   1   4
#         6  16   8                 6  16
#         9  12   0
# ```

# %% [markdown] lang="en"
# With `same`, **stamp everything first**, then crop by the rule of question 2: rows by the kernel's height and
# columns by its width, **separately**. Our very first example (2×2 kernel, stride 1) has to lose one cell in each
# direction: nothing at the start, one cell at the end.
#
# ```
# valid   1   4   4          same   1   4
#         6  16   8                 6  16
#         9  12   0
# ```

# %% [raw]
# # BEGIN QUESTION
# name: q3

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 30분)
#
# `transposed_conv2d(x, kernel, stride, padding)`를 완성하세요.
#
# - `x`는 `(H, W)`, `kernel`은 `(kh, kw)`인 배열입니다. 둘 다 정사각형이 아닐 수 있습니다.
# - 결과의 모양은 방향마다 문제 2의 크기입니다. 행이 하나뿐이어도 2차원 배열로 돌려줍니다.
# - 도장이 닿지 않은 칸은 0입니다.
# - `x`가 정수이고 `kernel`이 실수일 수 있습니다. 소수점 아래가 잘려 나가지 않게 하세요.
# - `x`와 `kernel`을 바꾸지 마세요.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 30 minutes)
#
# Complete `transposed_conv2d(x, kernel, stride, padding)`.
#
# - `x` is an array `(H, W)` and `kernel` one of `(kh, kw)`. Neither need be square.
# - The result's shape is, in each direction, the size of question 2. Even a single row comes back as a 2-D array.
# - Cells that no stamp reaches are 0.
# - `x` may hold integers while `kernel` holds floats: take care that no fractions are cut off.
# - Leave `x` and `kernel` as they are.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 순서</summary>
#
# 먼저 <code>valid</code> 크기의 0으로 된 배열을 만듭니다(문제 2의 함수를 두 번 부르세요). 그 위에 도장을 차례로
# 더하고, <code>same</code>이면 맨 끝에 자릅니다.
#
# </details>
#
# <details><summary>힌트 2: 도장 하나 찍기</summary>
#
# 출력에서 도장이 놓이는 부분은 <code>output[위 : 위 + kh, 왼쪽 : 왼쪽 + kw]</code>입니다. <code>=</code>로 넣으면
# 먼저 찍힌 것이 지워지니 <code>+=</code>를 쓰세요. 한 칸씩 네 겹의 <code>for</code> 문으로 더해도 됩니다.
#
# <code>np.zeros(shape)</code>는 실수 배열이므로 정수 <code>x</code>와 실수 <code>kernel</code>이 섞여도 안전합니다.
#
# </details>
#
# <details><summary>힌트 3: 거의 다 왔습니다</summary>
#
# <pre>
# 모든 (i, j)에 대해:
#     도장이 시작하는 행은 i에 스트라이드를 곱한 값, 열은 j에 스트라이드를 곱한 값
#     그 자리의 kh×kw칸에 x[i, j] * kernel을 더한다
# same이면:
#     앞에서 자를 칸 수를 방향마다 구한다 (문제 2의 규칙)
#     거기서부터 H * stride행, W * stride열만 남긴다
# </pre>
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: the order of steps</summary>
#
# Begin with an array of zeros of the <code>valid</code> size (call your function of question 2 twice). Add the stamps
# one after another; for <code>same</code>, crop at the very end.
#
# </details>
#
# <details><summary>Hint 2: one stamp</summary>
#
# The part of the output under a stamp is <code>output[top : top + kh, left : left + kw]</code>. Writing there with
# <code>=</code> wipes out what was stamped before, so use <code>+=</code>. Four nested <code>for</code> loops that
# add cell by cell are fine too.
#
# <code>np.zeros(shape)</code> gives floats, so that an integer <code>x</code> and a float <code>kernel</code> mix
# safely.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# <pre>
# for every (i, j):
#     the stamp starts at row i times the stride, column j times the stride
#     add x[i, j] * kernel to the kh×kw cells there
# if same:
#     find, for each direction, how many cells go at the start (rule of question 2)
#     from there on, keep H * stride rows and W * stride columns
# </pre>
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    """Transposed convolution of one channel. / 채널 하나의 전치 합성곱.

    x: (H, W), kernel: (kh, kw), stride: int >= 1, padding: "valid" or "same"
    returns: 2-D array with the sizes of transposed_conv_output_size
    """
    # BEGIN SOLUTION
    (rows, cols), (kernel_rows, kernel_cols) = x.shape, kernel.shape
    dtype = np.result_type(x, kernel, np.int64)  # small integers must not overflow while they are added up
    shape = (
        transposed_conv_output_size(rows, kernel_rows, stride),
        transposed_conv_output_size(cols, kernel_cols, stride),
    )
    output = np.zeros(shape, dtype)
    stamp = kernel.astype(dtype)
    for i in range(rows):
        for j in range(cols):
            top, left = i * stride, j * stride
            output[top : top + kernel_rows, left : left + kernel_cols] += x[i, j] * stamp
    if padding == "same":
        top, left = max(kernel_rows - stride, 0) // 2, max(kernel_cols - stride, 0) // 2
        output = output[top : top + rows * stride, left : left + cols * stride]
    return output
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_transposed_conv2d(LANG, np, transposed_conv2d):
    from fcnlab import Check

    check = Check(LANG, transposed_conv2d, "transposed_conv2d")
    x, kernel = np.array([[1, 2], [3, 0]]), np.array([[1, 2], [3, 4]])
    check.reals(check(x, kernel, gives=np.array([[1, 4, 4], [6, 16, 8], [9, 12, 0]])), integers=True)
    apart = np.array([[1, 2, 0, 0.5, 1, 0], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]])
    check(np.array([[2, 1]]), np.array([[0.5, 1.0]]), stride=3, gives=apart)
    two = np.array([[2.0], [4.0]])
    check.reals(check(np.array([[1.0], [2.0]]), np.array([[1.0, 2.0, 3.0]]), padding="same", gives=two))


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** `x`, `kernel`, `stride`, `padding`을 바꿔 가며 여러분의 함수가 내놓는 결과를 보세요.

# %% [markdown] lang="en"
# **Try it.** Change `x`, `kernel`, `stride` and `padding`, and watch what your function returns.

# %%
# show
x = np.array([[1, 2], [3, 0]])
kernel = np.array([[1, 0, 2], [0, 3, 0], [4, 0, 5]])
fcnlab.operation(x, kernel, transposed_conv2d(x, kernel, stride=2, padding="valid"), lang=LANG)

# %% [markdown] lang="ko"
# 다음은 모두 1인 입력을 모두 1인 3×3 커널로, 스트라이드 2로 찍은 것입니다. 입력은 어디나 똑같은데 출력에는 **바둑판
# 무늬**가 생깁니다. 도장이 겹치는 횟수가 칸마다 다르기 때문입니다. 커널 크기를 스트라이드의 배수(예: 4)로 바꾸면
# 안쪽의 무늬가 사라집니다. 전치 합성곱으로 만든 이미지에 격자무늬가 보이면 먼저 이것부터 의심해 보세요.

# %% [markdown] lang="en"
# Here an input of ones is stamped with a 3×3 kernel of ones at stride 2. The input is the same everywhere, and yet
# the output has a **checkerboard pattern**: the number of overlapping stamps differs from cell to cell. With a kernel
# size that is a multiple of the stride (try 4), the pattern inside is gone. When an image made by transposed
# convolutions shows a grid, look here first.

# %%
# show
ones, kernel = np.ones((3, 3)), np.ones((3, 3))
fcnlab.operation(ones, kernel, transposed_conv2d(ones, kernel, stride=2), lang=LANG)

# %% [markdown] lang="ko"
# **Keras와 칸마다 견주기.** 같은 입력과 커널을 Keras의 `Conv2DTranspose`에 넣으면 같은 값이 나올까요? 아래
# `by_keras`는 층을 만들고, 커널을 `(kh, kw, out, in)` 모양으로 바꾸어 층에 넣고, 배치와 채널의 축을 붙여 부릅니다.
# 스트라이드와 패딩을 바꾸어 가며 열두 가지를 견주고, 다른 칸이 있으면 테두리를 쳐서 보여 줍니다. Keras를 불러오느라
# 처음에는 10초쯤 걸립니다.

# %% [markdown] lang="en"
# **Cell by cell with Keras.** Does Keras' `Conv2DTranspose` give the same values for the same input and kernel?
# `by_keras` makes the layer, puts the kernel into it in the shape `(kh, kw, out, in)`, and calls it with axes for the
# batch and the channel. Twelve cases of stride and padding are compared; cells that differ are framed. At first,
# loading Keras takes some ten seconds.


# %%
# show
def by_keras(keras, x, kernel, stride, padding):
    layer = keras.layers.Conv2DTranspose(1, kernel.shape, strides=stride, padding=padding, use_bias=False)
    layer.build((None, *x.shape, 1))
    layer.set_weights([kernel[:, :, None, None]])
    return layer(x[None, :, :, None])[0, :, :, 0]


fcnlab.against_keras(transposed_conv2d, by_keras, lang=LANG)

# %% [markdown] lang="ko"
# **왜 그럴까요?** 커널 크기가 스트라이드의 배수이면 왜 안쪽의 바둑판무늬가 사라질까요? 한 문장으로 답해 본 다음 펼쳐
# 보세요.
#
# <details><summary>답</summary>
#
# 안쪽의 어느 칸에나 똑같은 수의 도장이 겹치기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# **Why?** With a kernel size that is a multiple of the stride, there is no checkerboard inside. Why? Answer in one
# sentence, then open this.
#
# <details><summary>Answer</summary>
#
# Because the same number of stamps overlap in every cell inside.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q4 }}
#
# 실제 층의 입력에는 채널이 여럿 있습니다. 입력 채널이 `in`개, 출력 채널이 `out`개이면 커널이 `in × out`장
# 필요합니다. Keras의 `Conv2DTranspose`는 이 커널들을 모양이 `(kh, kw, out, in)`인 배열 하나에 담습니다. **출력 채널이
# 앞, 입력 채널이 뒤**입니다. (`Conv2D`는 `(kh, kw, in, out)`이니 순서가 반대입니다.)
#
# 출력 채널 `o`는, 입력 채널 `c`를 각각 커널 `kernel[:, :, o, c]`로 찍어서 **모든 입력 채널에 대해 더한** 것입니다.
# 1×1 크기의 입력에 채널이 두 개 있다면 이렇게 됩니다.

# %% [markdown] lang="en"
# ## {{ heading.q4 }}
#
# The input of a real layer has several channels. With `in` input channels and `out` output channels it takes
# `in × out` kernels. Keras' `Conv2DTranspose` keeps them in one array of shape `(kh, kw, out, in)`: **output channels
# first, input channels last**. (`Conv2D` has the opposite order, `(kh, kw, in, out)`.)
#
# Output channel `o` is made by stamping each input channel `c` with its kernel `kernel[:, :, o, c]`, and **adding
# over all input channels**. For a 1×1 input with two channels:

# %%
# show
fcnlab.grids(
    {
        "x[:, :, 0]": [[2]],
        "kernel[:, :, 0, 0]": [[1, 2], [3, 4]],
        "x[:, :, 1]": [[3]],
        "kernel[:, :, 0, 1]": [[1, 0], [0, 1]],
        "y[:, :, 0]": [[5, 4], [6, 11]],
    },
    between="×+×=",
    lang=LANG,
)

# %% [raw]
# # BEGIN QUESTION
# name: q4

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 20분)
#
# `transposed_conv2d_channels(x, kernel, stride, padding)`를 완성하세요.
#
# - `x`는 `(H, W, in)`, `kernel`은 `(kh, kw, out, in)`인 배열입니다.
# - 결과는 언제나 3차원입니다. 크기는 방향마다 문제 2의 크기이고, 마지막 축이 `out`입니다. **출력 채널이 하나여도**
#   `(…, …, 1)`입니다.
# - 스트라이드, 패딩, 정수와 실수의 규칙은 문제 3과 같습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 20 minutes)
#
# Complete `transposed_conv2d_channels(x, kernel, stride, padding)`.
#
# - `x` is an array `(H, W, in)`, `kernel` one of `(kh, kw, out, in)`.
# - The result always has three axes: the sizes of question 2, and `out` last. **Even a single output channel** gives
#   `(…, …, 1)`.
# - Stride, padding, integers and floats are as in question 3.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 이미 만든 것 쓰기</summary>
#
# 채널 하나를 커널 한 장으로 찍는 함수는 문제 3에서 만들었습니다. 그 함수를 몇 번 불러야 할까요?
#
# </details>
#
# <details><summary>힌트 2: 두 겹의 반복</summary>
#
# 바깥 반복은 출력 채널, 안쪽 반복은 입력 채널입니다. <code>kernel.shape</code>의 어느 자리가 무엇인지 다시
# 확인하세요. 안쪽 반복의 결과는 모두 더합니다.
#
# </details>
#
# <details><summary>힌트 3: 거의 다 왔습니다</summary>
#
# <pre>
# 출력 채널 o마다:
#     입력 채널 c마다 transposed_conv2d(x의 c번 채널, kernel의 (o, c)번 장, stride, padding)를 구해 모두 더한다
# 이렇게 얻은 2차원 배열 out개를 마지막 축으로 쌓는다   (np.stack, axis=-1)
# </pre>
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: use what you have</summary>
#
# You have already written a function that stamps one channel with one kernel. How many times do you have to call it?
#
# </details>
#
# <details><summary>Hint 2: two loops</summary>
#
# The outer loop goes over output channels, the inner one over input channels. Look again at which place of
# <code>kernel.shape</code> is which. What the inner loop gives is added up.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# <pre>
# for each output channel o:
#     add up, over the input channels c, transposed_conv2d(channel c of x, kernel number (o, c), stride, padding)
# stack the resulting 2-D arrays along a last axis   (np.stack, axis=-1)
# </pre>
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    """Transposed convolution of several channels. / 여러 채널의 전치 합성곱.

    x: (H, W, in), kernel: (kh, kw, out, in), stride: int >= 1, padding: "valid" or "same"
    returns: 3-D array, the sizes of transposed_conv_output_size and then out
    """
    # BEGIN SOLUTION
    out_channels, in_channels = kernel.shape[2:]
    planes = [
        sum(transposed_conv2d(x[:, :, c], kernel[:, :, o, c], stride, padding) for c in range(in_channels))
        for o in range(out_channels)
    ]
    return np.stack(planes, axis=-1)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_transposed_conv2d_channels(LANG, np, transposed_conv2d_channels):
    from fcnlab import Check

    check = Check(LANG, transposed_conv2d_channels, "transposed_conv2d_channels")
    kernel = np.array([[[[1, 1]], [[2, 0]]], [[[3, 0]], [[4, 1]]]])
    check.reals(check(np.array([[[2, 3]]]), kernel, gives=np.array([[[5], [4]], [[6], [11]]])), integers=True)
    x, kernel = np.array([[[1.0], [2.0]]]), np.array([[[[1.0], [10.0]]]])
    stamped = np.array([[[1, 10], [0, 0], [2, 20], [0, 0]], [[0, 0], [0, 0], [0, 0], [0, 0]]])
    check.reals(check(x, kernel, stride=2, padding="same", gives=stamped))


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 채널이 3개(빨강, 초록, 파랑)인 2×2 입력에서 출력 채널 2개를 만듭니다. 커널의 숫자를 하나만 바꾸면
# 출력의 어느 채널, 어느 칸이 달라지는지 먼저 예상하고 확인해 보세요.

# %% [markdown] lang="en"
# **Try it.** From a 2×2 input with three channels (red, green, blue) we make two output channels. Change one number of
# the kernel: predict which channel and which cells of the output change, then look.

# %%
# show
x = np.array([[[1, 0, 0], [0, 1, 0]], [[0, 0, 1], [1, 1, 1]]])
kernel = np.arange(2 * 2 * 2 * 3).reshape(2, 2, 2, 3)
fcnlab.channels("y", transposed_conv2d_channels(x, kernel, stride=2), lang=LANG)

# %% [markdown] lang="ko"
# **왜 그럴까요?** 출력 채널이 둘이면 입력 채널이 셋일 때 커널이 왜 여섯 장 필요할까요? 한 문장으로 답해 본 다음 펼쳐
# 보세요.
#
# <details><summary>답</summary>
#
# 출력 채널마다 입력 채널 하나하나를 서로 다른 커널로 찍어서 더하므로 2 × 3장입니다.
#
# </details>

# %% [markdown] lang="en"
# **Why?** From three input channels to two output channels it takes six kernels. Why? Answer in one sentence, then
# open this.
#
# <details><summary>Answer</summary>
#
# Each output channel adds up all input channels, each of them stamped with a kernel of its own: 2 × 3.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q5 }}
#
# 합성곱은 곱해서 더하는 일뿐이므로 **행렬 하나를 곱하는 것**으로 쓸 수 있습니다. 길이 4인 입력에 커널 `[1, 2]`를
# `valid`, 스트라이드 1로 적용한다고 합시다. 출력은 다음 3개입니다.
#
# - `y0 = 1·x0 + 2·x1`
# - `y1 = 1·x1 + 2·x2`
# - `y2 = 1·x2 + 2·x3`
#
# 계수를 줄마다 적으면 3×4 행렬 `C`가 됩니다. **행 하나가 창 하나**입니다. 딥러닝의 합성곱은 커널을 뒤집지 않는
# 교차 상관(cross-correlation)이라, 커널의 숫자가 순서 그대로 들어갑니다.

# %% [markdown] lang="en"
# ## {{ heading.q5 }}
#
# A convolution only multiplies and adds, so it can be written as **one matrix product**. Take an input of length 4
# and the kernel `[1, 2]`, `valid`, stride 1. There are three outputs:
#
# - `y0 = 1·x0 + 2·x1`
# - `y1 = 1·x1 + 2·x2`
# - `y2 = 1·x2 + 2·x3`
#
# Written line by line, the coefficients make a 3×4 matrix `C`. **Each row is one window.** In deep learning a
# convolution does not flip its kernel (it is a cross-correlation), so the kernel's numbers appear in their own order.

# %%
# show
C = np.array([[1, 2, 0, 0], [0, 1, 2, 0], [0, 0, 1, 2]])
fcnlab.grids({"C": C, "C.T": C.T}, lang=LANG)

# %% [markdown] lang="ko"
# `C`는 숫자 4개를 3개로 줄입니다. 그러면 **전치한** `C.T`는 3개를 4개로 늘립니다. `C.T`의 열을 보세요. 열마다 커널
# `[1, 2]`가 한 칸씩 밀려 있습니다. 곧 `C.T @ y`는 `y0 × 커널`, `y1 × 커널`, `y2 × 커널`을 한 칸씩 밀며 찍어서 더한
# 것, 바로 **도장 찍기**입니다. 전치 합성곱이라는 이름은 여기에서 왔습니다.

# %% [markdown] lang="en"
# `C` turns four numbers into three. Its **transpose** `C.T` turns three into four. Look at the columns of `C.T`: each
# holds the kernel `[1, 2]`, one cell further down. So `C.T @ y` stamps `y0 × kernel`, `y1 × kernel` and `y2 × kernel`,
# each one cell further, and adds: exactly **our stamps**. That is where the transposed convolution gets its name.

# %%
# show
C.T @ np.array([5, 6, 7])

# %% [markdown] lang="ko"
# `[5, 5·2 + 6, 6·2 + 7, 7·2]`가 맞는지 확인해 보세요. `C.T`는 `C`의 역행렬이 **아닙니다.** 그래서 크기는 돌아와도 값은
# 돌아오지 않습니다.
#
# 2차원에서는 이미지를 **행 순서대로 한 줄로 펼쳐서**(`x.ravel()`) 곱합니다. 픽셀 `(i, j)`는 `i * W + j`번째 자리로
# 갑니다. 출력도 같은 순서입니다.

# %% [markdown] lang="en"
# `[5, 5·2 + 6, 6·2 + 7, 7·2]`: can you check this? `C.T` is **not** the inverse of `C`: the size comes back, the values
# do not.
#
# In two dimensions the image is first **laid out in one line, row by row** (`x.ravel()`): pixel `(i, j)` goes to
# place `i * W + j`. The output is laid out in the same way.

# %% [raw]
# # BEGIN QUESTION
# name: q5

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 20분)
#
# `conv_matrix(input_shape, kernel)`을 완성하세요. 다음을 만족하는 행렬 `C`를 돌려줍니다.
#
# > 모든 `x`에 대해 `C @ x.ravel()`은, `x`에 `kernel`을 `valid`, 스트라이드 1로 적용한 합성곱(교차 상관)을 행 순서대로
# > 한 줄로 편 것과 같습니다.
#
# - `input_shape`는 `(H, W)`, `kernel`은 `(kh, kw)`이고, 커널은 입력보다 크지 않습니다.
# - `C`의 모양은 `((H - kh + 1) * (W - kw + 1), H * W)`입니다. 행은 창의 순서(왼쪽 위 창부터 오른쪽으로, 그다음
#   아랫줄로), 열은 픽셀의 순서입니다.
# - dtype은 커널의 값을 담을 수 있으면 무엇이든 좋습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 20 minutes)
#
# Complete `conv_matrix(input_shape, kernel)`. It returns the matrix `C` for which:
#
# > for every `x`, `C @ x.ravel()` is the convolution (cross-correlation) of `x` with `kernel`, `valid` and stride 1,
# > laid out row by row.
#
# - `input_shape` is `(H, W)`, `kernel` is `(kh, kw)`, and the kernel is never larger than the input.
# - `C` has shape `((H - kh + 1) * (W - kw + 1), H * W)`. Its rows follow the windows (from the top left one to the
#   right, then the next line), its columns the pixels.
# - Any dtype that can hold the kernel's values is fine.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 행 하나만 생각하기</summary>
#
# 왼쪽 위가 <code>(i, j)</code>인 창 하나를 생각하세요. 이 창은 픽셀 <code>(i + a, j + b)</code>에 <code>kernel[a,
# b]</code>를 곱하고, 나머지 픽셀에는 0을 곱합니다. 이 계수들이 <code>C</code>의 한 행입니다.
#
# </details>
#
# <details><summary>힌트 2: 그림으로 그려서 펴기</summary>
#
# 계수를 <code>(H, W)</code> 모양의 0 배열에 먼저 그려 보세요. 커널을 <code>(i, j)</code>에 놓기만 하면 됩니다. 그
# 배열을 <code>.ravel()</code>로 펴면 한 행이 됩니다.
#
# </details>
#
# <details><summary>힌트 3: 거의 다 왔습니다</summary>
#
# <pre>
# i는 0부터 H - kh까지, 그 안에서 j는 0부터 W - kw까지:
#     (H, W) 모양의 0 배열을 새로 만들고, (i, j)에서 시작하는 kh×kw칸에 kernel을 넣는다
#     한 줄로 펼쳐서 목록에 덧붙인다
# 목록을 배열로 바꾼다   (np.array)
# </pre>
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: think of one row</summary>
#
# Take the window whose top left cell is <code>(i, j)</code>. It multiplies pixel <code>(i + a, j + b)</code> by
# <code>kernel[a, b]</code>, and every other pixel by 0. These coefficients are one row of <code>C</code>.
#
# </details>
#
# <details><summary>Hint 2: draw it, then lay it out</summary>
#
# First draw the coefficients into zeros of shape <code>(H, W)</code>: just put the kernel at <code>(i, j)</code>.
# Laid out with <code>.ravel()</code>, that array is one row.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# <pre>
# for i from 0 to H - kh, and within it j from 0 to W - kw:
#     make new zeros of shape (H, W), and put kernel into the kh×kw cells that start at (i, j)
#     lay them out in one line and append that to a list
# turn the list into an array   (np.array)
# </pre>
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def conv_matrix(input_shape, kernel):
    """The matrix of a valid, stride-1 convolution. / valid, 스트라이드 1인 합성곱의 행렬.

    input_shape: (H, W), kernel: (kh, kw)
    returns: C of shape ((H-kh+1)*(W-kw+1), H*W), so that C @ x.ravel() is the convolution row by row
    """
    # BEGIN SOLUTION
    (rows, cols), (kernel_rows, kernel_cols) = input_shape, kernel.shape
    windows = []
    for i in range(rows - kernel_rows + 1):
        for j in range(cols - kernel_cols + 1):
            window = np.zeros((rows, cols), kernel.dtype)
            window[i : i + kernel_rows, j : j + kernel_cols] = kernel
            windows.append(window.ravel())
    return np.array(windows)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_conv_matrix(LANG, np, conv_matrix):
    from fcnlab import Check

    check = Check(LANG, conv_matrix, "conv_matrix")
    check((1, 4), np.array([[1, 2]]), gives=np.array([[1, 2, 0, 0], [0, 1, 2, 0], [0, 0, 1, 2]]))
    two_windows = np.array([[1.5, 2, 0, 3, 4, 0], [0, 1.5, 2, 0, 3, 4]])
    check((2, 3), np.array([[1.5, 2.0], [3.0, 4.0]]), gives=two_windows)


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 3×3 입력과 2×2 커널의 행렬입니다. `C`의 한 행이 창 하나, `C.T`의 한 열이 도장 하나인지 확인해
# 보세요.

# %% [markdown] lang="en"
# **Try it.** The matrix for a 3×3 input and a 2×2 kernel. Check it: each row of `C` is a window, each column of `C.T` a
# stamp.

# %%
# show
kernel = np.array([[1, 2], [3, 4]])
C = conv_matrix((3, 3), kernel)
fcnlab.grids({"C": C, "C.T": np.transpose(C)}, lang=LANG)

# %% [markdown] lang="ko"
# `C.T`를 곱한 것과 문제 3의 함수가 **같은 답**을 낼까요?

# %% [markdown] lang="en"
# Do `C.T` and your function of question 3 give **the same answer**?

# %%
# show
y = np.array([[1, 2], [3, 0]])
if C is not None:
    print((C.T @ y.ravel()).reshape(3, 3))
    print(transposed_conv2d(y, kernel))

# %% [markdown] lang="ko"
# **왜 그럴까요?** `C.T`를 곱하면 크기는 돌아오는데 왜 값은 돌아오지 않을까요? 한 문장으로 답해 본 다음 펼쳐 보세요.
#
# <details><summary>답</summary>
#
# 창이 겹친 칸의 값을 여러 번 더할 뿐이고, 줄어들 때 사라진 정보는 <code>C.T</code>의 어디에도 없기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# **Why?** Multiplying by `C.T` brings back the size, but not the values. Why? Answer in one sentence, then open this.
#
# <details><summary>Answer</summary>
#
# It only adds up what the overlapping windows gave; what was lost in shrinking is nowhere in <code>C.T</code>.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q6 }}
#
# 커널을 학습하지 않고 정해 둘 수도 있습니다. **쌍선형(bilinear) 커널**로 찍으면 전치 합성곱은 우리가 잘 아는
# '부드러운 확대'가 됩니다. 초해상도나 분할 모델에서는 전치 합성곱의 커널을 이 값으로 초기화하고 학습을
# 시작하기도 합니다.
#
# 먼저 한 방향만 봅시다. 도장은 가운데에서 양쪽으로 같은 기울기로 낮아지는 **텐트** 모양입니다.
# `factor`배로 확대하려면 커널 크기를 `k = 2 * factor - factor % 2`로, 가운데를 `c = (k - 1) /
# 2`로 두고, `i`번 칸의 높이를 `1 - |i - c| / factor`로 합니다.
#
# - `factor = 2`: `k = 4`, `c = 1.5`, 높이는 `0.25, 0.75, 0.75, 0.25`
# - `factor = 3`: `k = 5`, `c = 2`, 높이는 `1/3, 2/3, 1, 2/3, 1/3`
#
# 스트라이드가 `factor`이면 이웃한 텐트의 비탈이 겹치고, 안쪽에서는 어느 칸이든 높이의 합이 1이 됩니다. 그래서
# 밝기가 그대로 유지됩니다. 2차원 커널은 두 방향의 높이를 **곱한** 것입니다.
#
# 아래 그림은 한 방향만 찍은 것입니다. 커널은 한 줄인데 스트라이드가 2라서, 도장이 닿지 않는 둘째 줄은 0입니다.

# %% [markdown] lang="en"
# ## {{ heading.q6 }}
#
# A kernel need not be learned: it can be given. Stamped with the **bilinear kernel**, a transposed convolution is the
# smooth enlargement that we all know. In super-resolution and segmentation, training sometimes starts from this very
# kernel.
#
# First in one direction. The stamp is a **tent**: high in the middle, with straight slopes on both sides. To enlarge
# by `factor`, the kernel's size is `k = 2 * factor - factor % 2`, its centre `c = (k - 1) / 2`, and the height of
# cell `i` is `1 - |i - c| / factor`.
#
# - `factor = 2`: `k = 4`, `c = 1.5`, heights `0.25, 0.75, 0.75, 0.25`
# - `factor = 3`: `k = 5`, `c = 2`, heights `1/3, 2/3, 1, 2/3, 1/3`
#
# With `factor` as the stride, the slopes of neighbouring tents overlap, and in every cell inside the heights add up to
# 1: brightness is preserved. In two dimensions the kernel is the **product** of the heights in both directions.
#
# The picture shows one direction. The kernel has one row and the stride is 2, so the second row, which no stamp
# reaches, is 0.

# %%
# show
heights = np.array([0.25, 0.75, 0.75, 0.25])
fcnlab.stamps([[1, 1, 1]], [heights], stride=2, lang=LANG)

# %% [raw]
# # BEGIN QUESTION
# name: q6

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 10분)
#
# `bilinear_kernel(factor)`를 완성하세요. `(k, k)` 배열을 돌려줍니다.
#
# - `k = 2 * factor - factor % 2`, `c = (k - 1) / 2`
# - `(i, j)`의 값은 `(1 - |i - c| / factor) * (1 - |j - c| / factor)`
#
# 값을 모두 더하면 `factor ** 2`가 됩니다. 출력 픽셀은 입력 픽셀의 `factor × factor`배이고, 안쪽의 출력 픽셀마다 받는
# 가중치의 합이 1이어야 하기 때문입니다. `factor`가 1이면 `[[1.]]`입니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 10 minutes)
#
# Complete `bilinear_kernel(factor)`. It returns a `(k, k)` array:
#
# - `k = 2 * factor - factor % 2`, `c = (k - 1) / 2`
# - entry `(i, j)` is `(1 - |i - c| / factor) * (1 - |j - c| / factor)`
#
# All entries add up to `factor ** 2`: there are `factor × factor` times as many output pixels as input pixels, and
# away from the border the weights that reach each of them add up to 1. For `factor` 1 it is `[[1.]]`.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 한 방향부터</summary>
#
# 길이가 <code>k</code>인 높이 배열을 먼저 만드세요. <code>factor = 2</code>일 때 <code>0.25, 0.75, 0.75,
# 0.25</code>가 나오면 맞습니다. <code>np.arange(k)</code>와 <code>abs</code>를 쓰면 한 줄입니다.
#
# </details>
#
# <details><summary>힌트 2: 거의 다 왔습니다</summary>
#
# 높이 배열 <code>h</code>가 있으면 <code>(i, j)</code>의 값은 <code>h[i] * h[j]</code>입니다. 두 겹의 반복으로
# 채우거나 <code>np.outer</code>를 찾아보세요. 합이 <code>factor ** 2</code>인지로 검산하세요.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: one direction first</summary>
#
# First make the array of heights, of length <code>k</code>. It is right if <code>factor = 2</code> gives <code>0.25,
# 0.75, 0.75, 0.25</code>. With <code>np.arange(k)</code> and <code>abs</code> it is one line.
#
# </details>
#
# <details><summary>Hint 2: nearly there</summary>
#
# With the heights <code>h</code>, entry <code>(i, j)</code> is <code>h[i] * h[j]</code>. Fill it in with two loops,
# or look up <code>np.outer</code>. Check that the sum is <code>factor ** 2</code>.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def bilinear_kernel(factor):
    """The kernel with which a transposed convolution interpolates bilinearly. / 쌍선형으로 확대하는 커널.

    factor: int >= 1; returns: array (k, k) with k = 2 * factor - factor % 2, sum factor ** 2
    """
    # BEGIN SOLUTION
    size = 2 * factor - factor % 2
    centre = (size - 1) / 2
    heights = 1 - np.abs(np.arange(size) - centre) / factor
    return np.outer(heights, heights)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_bilinear_kernel(LANG, np, bilinear_kernel):
    from fcnlab import Check

    check = Check(LANG, bilinear_kernel, "bilinear_kernel")
    check(2, gives=np.outer([0.25, 0.75, 0.75, 0.25], [0.25, 0.75, 0.75, 0.25]))
    check.array(check.call(3), shape=(5, 5))
    total = float(np.sum(check.call(4)))
    check.require(
        np.isclose(total, 16),
        ko=f"값을 모두 더하면 16이 되어야 합니다. 나온 합: {total:g}.",
        en=f"all entries should add up to 16, but they add up to {total:g}.",
    )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 여러분의 커널과, 그 커널로 작은 그림을 네 배로 확대한 결과입니다. 가장자리가 어두워지는 것은 그림
# 바깥에서 겹쳐 줄 도장이 없기 때문입니다.

# %% [markdown] lang="en"
# **Try it.** Your kernel, and a small picture enlarged four times with it. The border gets darker because no stamps
# from outside the picture overlap there.

# %%
# show
fcnlab.grids({"bilinear_kernel(2)": bilinear_kernel(2), "bilinear_kernel(3)": bilinear_kernel(3)}, lang=LANG)

# %%
# show
smile = np.array(
    [
        [0, 0, 1, 1, 1, 1, 0, 0],
        [0, 1, 1, 1, 1, 1, 1, 0],
        [1, 1, 0, 1, 1, 0, 1, 1],
        [1, 1, 1, 1, 1, 1, 1, 1],
        [1, 0, 1, 1, 1, 1, 0, 1],
        [1, 1, 0, 0, 0, 0, 1, 1],
        [0, 1, 1, 1, 1, 1, 1, 0],
        [0, 0, 1, 1, 1, 1, 0, 0],
    ]
)
kernel = bilinear_kernel(4)
large = None if kernel is None else transposed_conv2d(smile, kernel, stride=4, padding="same")

# %% lang="ko"
# show
fcnlab.images({"웃는 얼굴": smile, "네 배로 확대": large}, lang=LANG)

# %% lang="en"
# show
fcnlab.images({"a smile": smile, "four times as large": large}, lang=LANG)

# %% [markdown] lang="ko"
# **왜 그럴까요?** 흐리게 하는 필터는 커널의 합이 1인데, 쌍선형 확대 커널의 합은 왜 `factor ** 2`일까요? 한 문장으로
# 답해 본 다음 펼쳐 보세요.
#
# <details><summary>답</summary>
#
# 입력 픽셀 하나의 도장이 출력 <code>factor × factor</code>칸의 밝기를 채워야 하기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# **Why?** A filter that blurs has a kernel that sums to 1, the bilinear kernel for enlarging one that sums to
# `factor ** 2`. Why? Answer in one sentence, then open this.
#
# <details><summary>Answer</summary>
#
# Because the stamp of one input pixel has to fill <code>factor × factor</code> output cells with its brightness.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q7 }}
#
# 강의에서 본 **초해상도** 실험은 세 걸음입니다. 이미지를 가로세로 각각 1/4로 **줄이고**, 다시 네 배로 **확대하고**,
# 원본과 얼마나 같은지 **잽니다.** 확대는 이미 할 수 있으니 나머지 둘을 만듭니다.
#
# - **줄이기**: 이미지를 `factor × factor`칸짜리 블록으로 나누고, 블록마다 픽셀의 **평균** 하나를 남깁니다.
# - **재기**: PSNR(peak signal-to-noise ratio)은 원본과의 차이를 데시벨(dB)로 나타냅니다. 클수록 원본에 가깝습니다.
#
# $$\text{PSNR} = 10 \log_{10} \frac{\text{peak}^2}{\text{MSE}}$$
#
# MSE는 픽셀마다 차이를 제곱해서 **평균 낸** 것이고, `peak`는 가장 밝은 값입니다. 0에서 1까지인 이미지라면 1, `uint8`
# 이미지라면 255입니다. 제곱 오차가 1/10이 되면 PSNR이 10 dB 커집니다.

# %% [markdown] lang="en"
# ## {{ heading.q7 }}
#
# The **super-resolution** of the lecture takes three steps: **shrink** an image to a quarter of its sides,
# **enlarge** it four times, and **measure** how close it is to the original. You can enlarge already; here are the
# other two.
#
# - **Shrink**: divide the image into blocks of `factor × factor` cells, and keep the **mean** of each block.
# - **Measure**: the PSNR (peak signal-to-noise ratio) tells the difference from the original in decibels (dB). The
#   larger, the closer to the original.
#
# $$\text{PSNR} = 10 \log_{10} \frac{\text{peak}^2}{\text{MSE}}$$
#
# The MSE is the **mean** of the squared differences of all pixels; `peak` is the brightest value: 1 for images from 0
# to 1, 255 for those of `uint8`. With a tenth of the squared error, the PSNR is 10 dB larger.

# %% [raw]
# # BEGIN QUESTION
# name: q7

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 15분)
#
# `shrink(image, factor)`와 `psnr(original, image, peak)`를 완성하세요.
#
# - `shrink`의 `image`는 `(H, W)` 배열이고 `H`와 `W`는 `factor`의 배수입니다. 결과는 `(H // factor, W // factor)`인 실수
#   배열입니다. 이미지는 정수일 수도 있고, `factor`가 1이면 값이 그대로입니다.
# - `psnr`의 `original`과 `image`는 모양이 같은 배열입니다. 결과는 실수 하나입니다. 둘 다 `uint8`일 수 있으니, 빼기 전에
#   실수로 바꾸세요. 똑같은 두 배열(MSE가 0)은 묻지 않습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 15 minutes)
#
# Complete `shrink(image, factor)` and `psnr(original, image, peak)`.
#
# - `shrink`: `image` is an array `(H, W)`; `H` and `W` are multiples of `factor`. The result is an array
#   `(H // factor, W // factor)` of floats. The image may hold integers; with `factor` 1 the values stay as they are.
# - `psnr`: `original` and `image` are arrays of the same shape. The result is one float. Both may be of `uint8`, so
#   turn them into floats before you subtract. Two equal arrays (MSE 0) are not asked for.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 블록 하나</summary>
#
# 결과의 <code>(i, j)</code>칸은 <code>image[i * factor : (i + 1) * factor, j * factor : (j + 1) * factor]</code>의
# 평균입니다.
#
# </details>
#
# <details><summary>힌트 2: 로그</summary>
#
# <code>np.log10</code>은 밑이 10인 로그, <code>np.log</code>는 자연로그입니다. <code>a.astype(float)</code>는 실수
# 배열을 새로 만듭니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: one block</summary>
#
# Cell <code>(i, j)</code> of the result is the mean of <code>image[i * factor : (i + 1) * factor, j * factor : (j +
# 1) * factor]</code>.
#
# </details>
#
# <details><summary>Hint 2: the logarithm</summary>
#
# <code>np.log10</code> is the logarithm to the base 10, <code>np.log</code> the natural one.
# <code>a.astype(float)</code> makes a new array of floats.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def shrink(image, factor):
    """The mean of each block. / 블록마다 평균.

    image: (H, W), both multiples of factor; returns: float array (H // factor, W // factor)
    """
    # BEGIN SOLUTION
    rows, cols = image.shape[0] // factor, image.shape[1] // factor
    return image.reshape(rows, factor, cols, factor).mean(axis=(1, 3))
    # END SOLUTION


# %%
def psnr(original, image, peak=1.0):
    """Peak signal-to-noise ratio in dB. / 데시벨로 나타낸 PSNR.

    original, image: arrays of one shape, peak: the brightest value; returns: float
    """
    # BEGIN SOLUTION
    mse = np.mean((original.astype(float) - image.astype(float)) ** 2)
    return float(10 * np.log10(peak**2 / mse))
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_shrink(LANG, np, shrink):
    from fcnlab import Check

    check = Check(LANG, shrink, "shrink")
    check.reals(check(np.array([[1, 3, 5, 0], [2, 4, 6, 2]]), 2, gives=np.array([[2.5, 3.25]])))
    check(np.array([[0.25, 0.5]]), 1, gives=np.array([[0.25, 0.5]]))


# %%
def test_psnr(LANG, np, psnr):
    from fcnlab import Check

    check = Check(LANG, psnr, "psnr")
    check(np.array([[0.5, 0.5]]), np.array([[0.4, 0.6]]), gives=20.0)
    check(np.array([[100, 50]], "uint8"), np.array([[75, 75]], "uint8"), peak=250, gives=20.0)


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 웃는 얼굴을 문제 6처럼 네 배로 확대했다가 여러분의 `shrink`로 다시 줄이면 처음 그림이 될까요?
# `psnr`로 재어 봅니다.

# %% [markdown] lang="en"
# **Try it.** Enlarge the smile four times as in question 6, then shrink it again with your `shrink`. Is it the first
# picture again? `psnr` tells.

# %%
# show
again = None if large is None else shrink(large, 4)
back = None if again is None else psnr(smile, again)
back

# %% [markdown] lang="ko"
# ## 흐린 확대, 학습한 확대 (약 15분)
#
# 이제 줄이고, 확대하고, 재어 봅시다. 그냥 확대하면 흐릿하고, **학습한** 전치 합성곱으로 확대하면 또렷해집니다. 세
# 가지 층을 겨루게 합니다.
#
# - `nearest`: 픽셀을 4×4칸에 그대로 복사합니다. 학습하는 것이 없습니다.
# - `bilinear`: 문제 6의 커널처럼 부드럽게 잇습니다. 역시 학습하는 것이 없습니다.
# - `learned`: 스트라이드 4, 커널 20×20인 `Conv2DTranspose` **한 층**입니다. 숫자 400개를 학습합니다. 여러분의
#   `bilinear_kernel(4)`에서 시작합니다.
#
# 물결무늬 이미지 32장으로 경사 하강법(Adam, 제곱 오차)을 15에포크 돌린 뒤, **학습에 쓰지 않은** 물결무늬와 사진 네
# 장을 확대합니다. 성적은 문제 7의 **PSNR**로 매깁니다. 20초쯤 걸립니다.

# %% [markdown] lang="en"
# ## Blurry versus learned (about 15 minutes)
#
# Now shrink, enlarge and measure. Plain enlargement is blurry; a transposed convolution that has been **trained** is
# sharp. Let three layers compete:
#
# - `nearest` copies each pixel into 4×4 cells. It learns nothing.
# - `bilinear` is smooth, like your kernel of question 6. It learns nothing, either.
# - `learned` is **a single** `Conv2DTranspose` with stride 4 and a 20×20 kernel: 400 numbers to be learned. It starts
#   from your `bilinear_kernel(4)`.
#
# After 15 epochs of gradient descent (Adam, squared error) on 32 images of ripples, all three enlarge ripples and
# four photographs that were **not trained on**. They are judged by the **PSNR** of question 7. It takes some 20
# seconds.


# %%
# show
def nearest(keras):
    return keras.layers.UpSampling2D(4, interpolation="nearest")


def bilinear(keras):
    return keras.layers.UpSampling2D(4, interpolation="bilinear")


def learned(keras):
    return keras.layers.Conv2DTranspose(1, 20, strides=4, padding="same", use_bias=False)


race = fcnlab.upsampling_race(nearest, bilinear, learned, start=bilinear_kernel(4), lang=LANG)
race

# %% [markdown] lang="ko"
# 물결무늬에서는 학습한 층이 쌍선형보다 7 dB쯤 낫습니다. 제곱 오차가 1/5로 줄었다는 뜻입니다. 무엇을 배웠는지 커널을
# 들여다봅시다.

# %% [markdown] lang="en"
# On ripples the learned layer is about 7 dB better than bilinear: a fifth of the squared error. What has it learned?
# Look at its kernel.

# %%
# show
race.kernels

# %% [markdown] lang="ko"
# 가운데가 텐트보다 높고, 그 둘레에 **음수의 고리**가 생겼습니다. 이 도장은 밝은 점 둘레를 어둡게 눌러서 흐려진 물결의
# 대비를 되살립니다. 연산은 여러분이 만든 것과 똑같은 도장 찍기이고, **도장에 새겨진 숫자만** 다릅니다.

# %% [markdown] lang="en"
# The middle is higher than the tent, and around it lies **a ring of negative numbers**: the stamp pushes down what
# lies around a bright spot, and so restores the contrast of blurred ripples. The operation is the very stamping that
# you have built; **only the numbers carved into the stamp** differ.

# %%
# show
race.pictures("ripples")

# %% [markdown] lang="ko"
# 그런데 표에서 **찻잔** 줄을 보세요. 같은 도장이 쌍선형보다 못합니다.

# %% [markdown] lang="en"
# Now look at the **cup** in the table: there the same stamp does worse than bilinear.

# %%
# show
race.pictures("cup")

# %% [markdown] lang="ko"
# 찻잔은 대부분 매끈합니다. 되살릴 물결이 없는 곳에서도 도장은 배운 대로 대비를 키우고, 테두리 옆에 **있지도 않은
# 물결**을 그려 넣습니다. 벽돌담처럼 물결을 닮은 줄무늬에서는 이깁니다(`race.pictures("bricks")`). 학습한 확대는
# 사라진 정보를 되찾는 것이 아니라 **배운 것으로 그럴듯하게 채워 넣습니다.** 그래서 학습에 쓴 이미지와 닮은
# 이미지에서만 믿을 수 있습니다. 실제 초해상도 모델은 여러 층을 쌓고 아주 많은 사진으로 학습합니다.
#
# 그림의 가장자리에 생긴 얼룩은 그림 바깥에서 겹쳐 줄 도장이 없어서 생깁니다. 그래서 가장자리 8픽셀은 학습에서도
# PSNR에서도 뺐습니다. 사진의 출처는 `fcnlab/photos/README.md`에 있습니다(모두 CC0).
#
# **왜 그럴까요?** 물결무늬로 배운 도장이 왜 벽돌담에서는 이기고 찻잔에서는 질까요? 한 문장으로 답해 본 다음 펼쳐
# 보세요.
#
# <details><summary>답</summary>
#
# 도장은 좁은 간격으로 되풀이되는 밝고 어두운 줄을 되살리도록 배웠는데, 벽돌담에는 그런 줄이 있고 매끈한 찻잔에는 없기
# 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# Most of the cup is smooth. Where there are no ripples to bring out, the stamp raises the contrast all the same, and
# beside edges it draws **ripples that are not there**. On stripes that resemble ripples, like a brick wall, it wins
# (`race.pictures("bricks")`). Learned enlargement does not recover what was lost: it **fills in plausibly what it has
# learned**. So it can be trusted only on images that resemble those it was trained on. Real super-resolution models
# stack many layers and learn from a great many photographs.
#
# The stains along the border come from stamps that are missing outside the picture. That is why 8 pixels at each side
# count neither in training nor in the PSNR. `fcnlab/photos/README.md` says whose the photographs are (all CC0).
#
# **Why?** A stamp learned from ripples wins on the brick wall and loses on the cup. Why? Answer in one sentence, then
# open this.
#
# <details><summary>Answer</summary>
#
# It has learned to bring out bright and dark lines that follow each other closely; the brick wall has such lines, and
# the smooth cup has none.
#
# </details>

# %% [markdown] lang="ko"
# **경사 하강법 없이도?** 출력은 커널의 숫자에 대해 일차식이므로, 제곱 오차가 가장 작은 커널은 최소제곱법으로 **바로**
# 구할 수도 있습니다. 학습은 이 커널에 조금씩 다가간 것입니다. 다음 그림은 NumPy만으로 네 장의 물결무늬에서 구한
# 커널로 확대한 것입니다. RMSE는 제곱 오차의 평균에 제곱근을 씌운 값으로, 작을수록 좋습니다.

# %% [markdown] lang="en"
# **Without gradient descent?** The output is linear in the kernel's numbers, so least squares finds the kernel with
# the smallest squared error **directly**; training has only come close to it step by step. The next picture uses the
# kernel that NumPy alone found from four images of ripples. RMSE is the root of the mean squared error: the smaller,
# the better.

# %%
# show
fcnlab.super_resolution(lang=LANG)

# %% [markdown] lang="ko"
# ## 정리
#
# 책을 덮고 스스로 설명할 수 있는지 확인해 보세요.
#
# - 전치 합성곱은 입력의 숫자 하나로 무엇을 하나요? 겹친 곳은 어떻게 하나요?
# - `same`인 전치 합성곱에서, 커널 3과 스트라이드 2라면 어느 쪽을 몇 칸 자르나요?
# - `C`가 합성곱의 행렬일 때 `C.T`는 왜 업샘플링인가요? 왜 값은 되돌아오지 않나요?
# - 스트라이드 2로 세 번 줄인 이미지를 원래 크기로 키우려면 전치 합성곱의 스트라이드를 어떻게 정하나요?

# %% [markdown] lang="en"
# ## In short
#
# Close the book and see whether you can explain:
#
# - What does a transposed convolution do with one number of its input? And where stamps overlap?
# - In a transposed convolution with `same`, kernel 3 and stride 2: how many cells are cropped, and on which side?
# - If `C` is the matrix of a convolution, why does `C.T` upsample? Why do the values not come back?
# - An image was shrunk three times with stride 2. Which strides bring it back to its size?

# %% [raw]
# # BEGIN QUESTION
# name: stretch1

# %% [markdown] lang="ko"
# ### 더 해 보기 1. 반복문보다 50배 빠르게 (채점하지 않습니다, 약 20분)
#
# 네 겹의 반복문은 알기 쉽지만 느립니다. 128×128 입력, 5×5 커널이면 곱셈을 40만 번 **파이썬으로** 합니다. 같은 답을 50배
# 빨리 내는 `fast_transposed_conv2d`를 만들어 보세요. 인자와 답은 `transposed_conv2d`와 같습니다. 검사는 먼저 답을 보고,
# 그다음 같은 컴퓨터에서 네 겹의 반복문으로 곱하기만 하는 시간과 견줍니다.
#
# <details><summary>힌트</summary>
#
# 커널의 한 칸 <code>kernel[a, b]</code>는 <b>모든</b> 입력에 똑같이 곱해져, <code>(a, b)</code>에서 시작해
# <code>stride</code>칸마다 하나씩 놓입니다. 반복문을 커널의 칸 수만큼만 돌고, 나머지는 슬라이스
# <code>output[a : … : stride, b : … : stride] += …</code>에 맡기세요.
#
# </details>

# %% [markdown] lang="en"
# ### Stretch goal 1. Fifty times as fast as the loops (not graded, about 20 minutes)
#
# Four nested loops are easy to understand, and slow: for a 128×128 input and a 5×5 kernel they multiply 400,000 times
# **in Python**. Write `fast_transposed_conv2d`, which gives the same answers fifty times as fast. Arguments and
# answers are those of `transposed_conv2d`. The check looks at the answers first, and then at the time that four
# nested loops take on the same machine for the products alone.
#
# <details><summary>Hint</summary>
#
# One cell of the kernel, <code>kernel[a, b]</code>, multiplies <b>all</b> of the input alike; the products lie
# <code>stride</code> cells apart, from <code>(a, b)</code> on. Loop over the cells of the kernel alone, and leave the
# rest to a slice: <code>output[a : … : stride, b : … : stride] += …</code>.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def fast_transposed_conv2d(x, kernel, stride=1, padding="valid"):
    """As transposed_conv2d, without a loop over the input. / 입력에 대한 반복문이 없는 transposed_conv2d."""
    # BEGIN SOLUTION
    (rows, cols), (kernel_rows, kernel_cols) = x.shape, kernel.shape
    shape = (
        transposed_conv_output_size(rows, kernel_rows, stride),
        transposed_conv_output_size(cols, kernel_cols, stride),
    )
    output = np.zeros(shape, np.result_type(x, kernel, np.int64))
    for a in range(kernel_rows):
        for b in range(kernel_cols):
            bottom, right = a + (rows - 1) * stride + 1, b + (cols - 1) * stride + 1
            output[a:bottom:stride, b:right:stride] += kernel[a, b] * x
    if padding == "same":
        top, left = max(kernel_rows - stride, 0) // 2, max(kernel_cols - stride, 0) // 2
        output = output[top : top + rows * stride, left : left + cols * stride]
    return output
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_fast_transposed_conv2d(LANG, np, fast_transposed_conv2d):
    from fcnlab import Check, times_as_fast

    def products_by_loops(x, kernel):
        total = 0.0
        for i in range(x.shape[0]):
            for j in range(x.shape[1]):
                for a in range(kernel.shape[0]):
                    for b in range(kernel.shape[1]):
                        total += x[i, j] * kernel[a, b]
        return total

    check = Check(LANG, fast_transposed_conv2d, "fast_transposed_conv2d")
    x, kernel = np.array([[1, 2], [3, 0]]), np.array([[1, 2, 0], [3, 4, 1]])
    check(x, kernel, gives=np.array([[1, 4, 4, 0], [6, 16, 9, 2], [9, 12, 3, 0]]))
    check(x, kernel, padding="same", gives=np.array([[4, 4], [16, 9]]))
    apart = np.array([[1, 2, 2, 4, 0], [3, 4, 7, 8, 2], [3, 6, 0, 0, 0], [9, 12, 3, 0, 0]])
    check(x, kernel, stride=2, gives=apart)
    x, kernel = np.ones((128, 128)), np.ones((5, 5))
    times = times_as_fast(lambda: fast_transposed_conv2d(x, kernel, 2), lambda: products_by_loops(x, kernel), tries=3)
    check.require(
        times >= 50,
        ko=f"답은 맞습니다. 곱하기만 하는 네 겹의 반복문보다 {times:.0f}배 빠릅니다. 목표는 50배입니다.",
        en=f"the answers are right. It is {times:.0f} times as fast as the products in loops; the goal is 50.",
    )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [raw]
# # BEGIN QUESTION
# name: stretch2

# %% [markdown] lang="ko"
# ### 더 해 보기 2. 0을 끼워 넣어 전치 합성곱 하기 (채점하지 않습니다, 약 20분)
#
# 논문과 책에는 전치 합성곱을 **보통의 합성곱**으로 설명하는 그림이 많습니다. 입력의 숫자 사이에 0을 `stride - 1`개씩
# 끼워 넣고, 둘레에 0을 `kernel - 1`줄씩 두르고, **위아래와 좌우로 뒤집은** 커널로 스트라이드 1인 합성곱을 합니다.
# 도장 찍기와 같은 답이 나오는지 확인해 보세요. 두 함수를 만듭니다.
#
# - `insert_zeros(x, stride)`: `(H, W)` 배열의 숫자 사이에 0을 끼운 `((H - 1) * stride + 1, (W - 1) * stride + 1)` 배열
# - `transposed_by_zeros(x, kernel, stride)`: `transposed_conv2d(x, kernel, stride)`와 같은 답(`valid`). 커널은
#   스트라이드보다 작지 않습니다.
#
# <details><summary>힌트: 왜 뒤집나요?</summary>
#
# 합성곱의 창이 입력의 숫자를 <b>오른쪽 아래</b> 칸으로 처음 만나고, 한 칸씩 움직이며 왼쪽 칸들로 차례차례 만납니다.
# 도장의 왼쪽 위가 출력의 왼쪽 위에 찍히려면 커널이 거꾸로 놓여 있어야 합니다. <code>kernel[::-1, ::-1]</code>
#
# </details>

# %% [markdown] lang="en"
# ### Stretch goal 2. A transposed convolution by inserting zeros (not graded, about 20 minutes)
#
# Papers and books often explain the transposed convolution as **an ordinary one**: insert `stride - 1` zeros between
# the numbers of the input, put `kernel - 1` lines of zeros around it, and convolve at stride 1 with the kernel
# **turned upside down and left to right**. Do you get the same as by stamping? Write two functions:
#
# - `insert_zeros(x, stride)`: the numbers of an array `(H, W)` with zeros between them. The result has
#   `(H - 1) * stride + 1` rows and `(W - 1) * stride + 1` columns.
# - `transposed_by_zeros(x, kernel, stride)`: the same as `transposed_conv2d(x, kernel, stride)`, for `valid`. The
#   kernel is never smaller than the stride.
#
# <details><summary>Hint: why turned?</summary>
#
# The window of the convolution first meets a number of the input with its <b>bottom right</b> cell, then, as it moves
# on, with the cells further left. For the stamp's top left cell to come out at the top left, the kernel has to lie
# the other way round: <code>kernel[::-1, ::-1]</code>.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def insert_zeros(x, stride):
    """(H, W) -> ((H - 1) * stride + 1, (W - 1) * stride + 1)."""
    # BEGIN SOLUTION
    spread = np.zeros([(n - 1) * stride + 1 for n in x.shape], x.dtype)
    spread[::stride, ::stride] = x
    return spread
    # END SOLUTION


# %%
def transposed_by_zeros(x, kernel, stride=1):
    """transposed_conv2d with "valid", as an ordinary convolution. / 보통의 합성곱으로 하는 전치 합성곱."""
    # BEGIN SOLUTION
    (kernel_rows, kernel_cols), turned = kernel.shape, kernel[::-1, ::-1]
    rows, cols = kernel_rows - 1, kernel_cols - 1
    padded = np.pad(insert_zeros(x, stride), ((rows, rows), (cols, cols)))
    output = np.zeros((padded.shape[0] - rows, padded.shape[1] - cols), np.result_type(x, kernel, np.int64))
    for i in range(output.shape[0]):
        for j in range(output.shape[1]):
            output[i, j] = np.sum(padded[i : i + kernel_rows, j : j + kernel_cols] * turned)
    return output
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_insert_zeros(LANG, np, insert_zeros):
    from fcnlab import Check

    check = Check(LANG, insert_zeros, "insert_zeros")
    check(np.array([[1, 2], [3, 4]]), 2, gives=np.array([[1, 0, 2], [0, 0, 0], [3, 0, 4]]))
    check(np.array([[1, 2]]), 3, gives=np.array([[1, 0, 0, 2]]))
    check(np.array([[5, 6]]), 1, gives=np.array([[5, 6]]))


# %%
def test_transposed_by_zeros(LANG, np, transposed_by_zeros):
    from fcnlab import Check

    check = Check(LANG, transposed_by_zeros, "transposed_by_zeros")
    x, kernel = np.array([[1, 2], [3, 0]]), np.array([[1, 2], [3, 4]])
    check(x, kernel, stride=1, gives=np.array([[1, 4, 4], [6, 16, 8], [9, 12, 0]]))
    check(x, kernel, stride=2, gives=np.array([[1, 2, 2, 4], [3, 4, 6, 8], [3, 6, 0, 0], [9, 12, 0, 0]]))
    check(
        np.array([[1, 2]]),
        np.array([[1, 0, 2], [0, 3, 0]]),
        stride=2,
        gives=np.array([[1, 0, 4, 0, 4], [0, 3, 0, 6, 0]]),
    )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION
