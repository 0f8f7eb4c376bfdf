# %% [raw]
# # ASSIGNMENT CONFIG

# %% [markdown] lang="ko"
# # 배열의 모양
#
# 이미지 여러 장을 한 배열에 담으면 맨 앞에 **샘플 축**이 생깁니다. 크기가 200×200인 컬러 사진 7,390장이라면 `(7390,
# 200, 200, 3)` 모양의 배열 하나입니다. 이것이 데이터셋 전체이고, 학습할 때는 여기서 몇 장씩 떼어 **배치**로 신경망에
# 넣습니다. 교재는 이 배열을 이렇게 만듭니다.
#
# ```python
# np.zeros((num_imgs,) + img_size + (3,), dtype="float32")
# ```
#
# 짧지만 헷갈리는 줄입니다. 왜 `+`일까요? `(3,)`의 쉼표는 왜 있을까요? 이 과제를 마치면 자신 있게 답할 수 있습니다.
#
# | 문제 | 만들 것 | 점수 |
# | --- | --- | ---: |
# {{ questions }}

# %% [markdown] lang="en"
# # The shapes of arrays
#
# Put several images into one array, and it has a **sample axis** in front. 7,390 colour photos of 200×200 pixels are a
# single array of the shape `(7390, 200, 200, 3)`. That is the whole data set; in training, a few images at a time are
# taken from it and go through the network as a **batch**. The textbook makes the array like this:
#
# ```python
# np.zeros((num_imgs,) + img_size + (3,), dtype="float32")
# ```
#
# A short line, and a confusing one. Why `+`? What is the comma in `(3,)` for? After this assignment you will be able to
# answer.
#
# | Question | What you write | Points |
# | --- | --- | ---: |
# {{ questions }}

# %% [markdown] lang="ko"
# ### 모든 문제에 공통된 약속
#
# - **NumPy만 사용합니다.** 채점 환경에는 TensorFlow, Keras, PyTorch가 없습니다.
# - **반복문을 써도 됩니다.** 순수한 파이썬 `for` 문으로 풀어도 만점입니다.
# - `num_images`와 `channels`는 1 이상의 정수이고, `img_size`는 `(높이, 너비)` **튜플**입니다. 정사각형이 아닐 수도
#   있습니다.
# - **진짜 크기의 배열은 만들지 마세요.** 7,390장짜리 배열은 메모리를 3 GiB 넘게 씁니다. 채점할 때도 작은 배열만
#   만듭니다.
# - 함수와 변수, 인자의 이름은 그대로 두고, `...`이 있는 자리를 채우세요.
#
# 문제마다 있는 `grader.check(...)`는 기본만 확인하는 공개 검사입니다. 채점할 때는 더 많은 입력으로 확인합니다. 막히면
# 힌트를 위에서부터 하나씩 펼쳐 보세요. 힌트를 본다고 감점되지 않습니다.

# %% [markdown] lang="en"
# ### What holds for every question
#
# - **NumPy only.** TensorFlow, Keras and PyTorch are not there when your notebook is graded.
# - **Loops are welcome.** Plain Python `for` loops get full marks.
# - `num_images` and `channels` are integers of at least 1; `img_size` is a **tuple** `(height, width)`, not always a
#   square.
# - **Do not make arrays of the real size.** One for 7,390 images takes more than 3 GiB of memory. Grading makes small
#   arrays only, too.
# - Keep the names of functions, variables and arguments, and replace each `...` with your answer.
#
# `grader.check(...)` below each question is a public check of the basics. Grading tries many more inputs. When you are
# stuck, open the hints one by one from the top: they cost no points.

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
# ## {{ heading.q1 }}
#
# **튜플의 `+`는 더하지 않고 이어 붙입니다.** 리스트와 문자열도 그렇습니다. `"RGB" + "A"`가 `"RGBA"`인 것과 같습니다.
# 그래서 이미지 수, 이미지 크기, 채널 수를 튜플로 만들어 이어 붙이면 이미지 배열의 모양이 됩니다. 아래는 크기가 128×96인
# 흑백 이미지 160장의 모양입니다.

# %% [markdown] lang="en"
# ## {{ heading.q1 }}
#
# **For tuples, `+` does not add: it joins.** The same holds for lists and strings: `"RGB" + "A"` is `"RGBA"`. Make
# tuples of the number of images, the size of an image and the number of channels, join them, and there is the shape of
# the array. Below, the shape of 160 grey images of 128×96 pixels.

# %%
# show
fcnlab.joined((160,), (128, 96), (1,), lang=LANG)

# %% [markdown] lang="ko"
# 그런데 정수 하나는 튜플이 아니라서 튜플에 더할 수 없습니다. **튜플을 만드는 것은 괄호가 아니라 쉼표**입니다. `(160)`은
# 괄호로 묶은 정수 160이고, `(160,)`이 수가 하나 들어 있는 튜플입니다.

# %% [markdown] lang="en"
# But a single integer is no tuple, and cannot be added to one. **It is the comma that makes a tuple, not the
# parentheses.** `(160)` is the integer 160 in parentheses; `(160,)` is a tuple with one number in it.

# %% [raw]
# # BEGIN QUESTION
# name: q1

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 5분)
#
# `image_batch_shape(num_images, img_size, channels)`를 완성하세요. 이미지 배열의 모양을 **튜플로** 돌려줍니다. 순서는
# Keras와 같이 **이미지 수, 높이, 너비, 채널 수**입니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 5 minutes)
#
# Complete `image_batch_shape(num_images, img_size, channels)`: the shape of an array of images, **as a tuple**. The
# order is Keras': **number of images, height, width, channels**.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 무엇을 이어 붙이나요?</summary>
#
# <code>img_size</code>는 이미 튜플입니다. 앞뒤에 붙일 두 정수를 튜플로 만드세요.
#
# </details>
#
# <details><summary>힌트 2: 쉼표</summary>
#
# <code>(num_images,)</code>처럼 쉼표가 있어야 튜플입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: what is to be joined?</summary>
#
# <code>img_size</code> is a tuple already. Make tuples of the two integers that go before and behind it.
#
# </details>
#
# <details><summary>Hint 2: the comma</summary>
#
# It takes a comma to make a tuple: <code>(num_images,)</code>.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def image_batch_shape(num_images, img_size, channels):
    """The shape of an array of images. / 이미지 배열의 모양.

    num_images, channels: int >= 1; img_size: tuple (height, width); returns a tuple of four int
    """
    # BEGIN SOLUTION
    return (num_images,) + img_size + (channels,)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_image_batch_shape(LANG, image_batch_shape):
    from fcnlab import Check

    check = Check(LANG, image_batch_shape, "image_batch_shape")
    check(10, (4, 3), 3, gives=(10, 4, 3, 3))
    check(num_images=2, img_size=(5, 6), channels=1, gives=(2, 5, 6, 1))


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 강의에 나온 사진 7,390장의 모양입니다. 신경망의 입력을 정할 때는 이미지 수 없이
# `Input(shape=img_size + (3,))`이라고 씁니다. 몇 장씩 넣을지는 나중에 정하기 때문입니다.

# %% [markdown] lang="en"
# **Try it.** The shape of the lecture's 7,390 photos. A network's input is declared without the number of images,
# `Input(shape=img_size + (3,))`: how many go in at once is decided later.

# %%
# show
image_batch_shape(7390, (200, 200), 3)

# %% [markdown] lang="ko"
# ## {{ heading.q2 }}
#
# 분할(segmentation)을 배우려면 이미지마다 **마스크**가 있어야 합니다. 마스크는 픽셀마다 클래스 번호를 하나씩 적은
# 그림입니다. 그래서 이미지와 마스크는 모양도 자료형도 다릅니다.
#
# | | 모양 | 자료형 | 이유 |
# | --- | --- | --- | --- |
# | 이미지 | `(이미지 수, 높이, 너비, 3)` | `float32` | 채널은 빨강, 초록, 파랑. 계산하면 소수가 됩니다 |
# | 마스크 | `(이미지 수, 높이, 너비, 1)` | `uint8` | 픽셀마다 작은 정수 하나. 축은 그래도 남깁니다 |
#
# 자료형을 정하지 않으면 `np.zeros`는 `float64`로 만듭니다. 한 수에 8바이트를 쓰므로 `float32`의 두 배, `uint8`의 여덟
# 배입니다.

# %% [markdown] lang="en"
# ## {{ heading.q2 }}
#
# Learning segmentation takes a **mask** for each image: a picture that notes one class number for each pixel. So images
# and masks differ, in shape and in dtype.
#
# | | shape | dtype | because |
# | --- | --- | --- | --- |
# | images | `(images, height, width, 3)` | `float32` | channels are red, green and blue; computing gives fractions |
# | masks | `(images, height, width, 1)` | `uint8` | one small integer for each pixel; the axis is kept anyway |
#
# By default `np.zeros` makes `float64`: 8 bytes for each number, twice as many as `float32` and eight times as many as
# `uint8`.

# %% [raw]
# # BEGIN QUESTION
# name: q2

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 10분)
#
# - `allocate_images(num_images, img_size)`: 이미지를 담을, **0으로 채운** `float32` 배열
# - `allocate_masks(num_images, img_size)`: 마스크를 담을, **0으로 채운** `uint8` 배열
#
# 둘 다 위 표의 모양으로 돌려줍니다. 나중에 채울 배열이니, 부를 때마다 **새로 만든**, 써 넣을 수 있는 배열이어야 합니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 10 minutes)
#
# - `allocate_images(num_images, img_size)`: a `float32` array of **zeros** for the images
# - `allocate_masks(num_images, img_size)`: a `uint8` array of **zeros** for the masks
#
# Both have the shapes of the table above. They are to be filled later on: each call makes a **new** array, which can be
# written to.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 문제 1을 이용하기</summary>
#
# 채널이 몇 개인지만 정하면 모양은 문제 1의 함수가 알려 줍니다.
#
# </details>
#
# <details><summary>힌트 2: 자료형</summary>
#
# <code>np.zeros(모양, dtype="uint8")</code>처럼 <code>dtype</code>으로 정합니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: use question 1</summary>
#
# Decide on the number of channels, and the function of question 1 tells the shape.
#
# </details>
#
# <details><summary>Hint 2: the dtype</summary>
#
# Say it with <code>dtype</code>: <code>np.zeros(shape, dtype="uint8")</code>.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def allocate_images(num_images, img_size):
    """Zeros for colour images. / 컬러 이미지들을 담을 배열.

    num_images: int >= 1; img_size: tuple (height, width); returns a float32 array (num_images, height, width, 3)
    """
    # BEGIN SOLUTION
    return np.zeros((num_images,) + img_size + (3,), dtype="float32")
    # END SOLUTION


def allocate_masks(num_images, img_size):
    """Zeros for masks. / 마스크들을 담을 배열.

    num_images: int >= 1; img_size: tuple (height, width); returns a uint8 array (num_images, height, width, 1)
    """
    # BEGIN SOLUTION
    return np.zeros((num_images,) + img_size + (1,), dtype="uint8")
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_allocate_images(LANG, allocate_images):
    from fcnlab import Check

    check = Check(LANG, allocate_images, "allocate_images")
    images = check.call(2, (2, 3))
    check.array(images, shape=(2, 2, 3, 3), dtype="float32")
    check.room(images, check.call(num_images=2, img_size=(2, 3)))


# %%
def test_allocate_masks(LANG, allocate_masks):
    from fcnlab import Check

    check = Check(LANG, allocate_masks, "allocate_masks")
    masks = check.call(2, (2, 3))
    check.array(masks, shape=(2, 2, 3, 1), dtype="uint8")
    check.room(masks, check.call(num_images=2, img_size=(2, 3)))


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# > **왜 그럴까요?** 마스크에는 픽셀마다 수가 하나뿐인데 왜 길이가 1인 축을 남겨 둘까요? 한 문장으로 말해 보세요.

# %% [markdown] lang="en"
# > **Why?** A mask has one number for each pixel: why keep an axis of length 1? Say it in one sentence.

# %% [markdown] lang="ko"
# ## {{ heading.q3 }}
#
# 빈 배열을 만들어 두고 파일을 하나씩 읽어 `images[i]`에 넣습니다. 이렇게 하면 큰 배열을 두 번 만들지 않아도 됩니다.
# `images[i] = sample`은 새 배열을 만들지 않고 **받은 배열의 i번째 자리를 고칩니다.** 샘플이 자리보다 적으면 나머지
# 자리는 **그대로** 남습니다.

# %% [markdown] lang="en"
# ## {{ heading.q3 }}
#
# Make an empty array first, then read file after file into `images[i]`: that way the large array exists only once.
# `images[i] = sample` makes no new array, it **changes place i of the array it was given**. With fewer samples than
# places, the other places stay **as they were**.

# %%
# show
fcnlab.batch_filling(5, 3, lang=LANG)

# %% [raw]
# # BEGIN QUESTION
# name: q3

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 10분)
#
# `fill_batch(images, samples)`를 완성하세요. `samples`의 i번째 배열을 `images[i]`에 **써 넣습니다.**
#
# - `samples`는 배열이 하나 이상 든 리스트이고, 배열마다 모양이 `images[0]`과 같습니다. `images`보다 길지 않습니다.
# - 샘플에는 소수나 음수, 255보다 큰 수도 있을 수 있습니다. 값을 **있는 그대로** 씁니다.
# - `images`의 나머지 자리와 `samples`는 바꾸지 않습니다.
# - `images`를 돌려줍니다. 일부나 복사본이 아니라 **받은 배열 자체**입니다. 아무것도 돌려주지 않아도(`None`) 괜찮습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 10 minutes)
#
# Complete `fill_batch(images, samples)`: it **writes** array i of `samples` **into** `images[i]`.
#
# - `samples` is a list of one or more arrays, each of the shape of `images[0]`, and not longer than `images`.
# - Samples may hold fractions, negative numbers and numbers above 255. Write the values **as they are**.
# - The other places of `images`, and `samples`, do not change.
# - It returns `images`: **the array it was given**, no part and no copy of it. Returning nothing (`None`) is fine, too.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 번호와 샘플을 함께</summary>
#
# <code>for i, sample in enumerate(samples):</code>는 번호와 샘플을 함께 꺼냅니다.
#
# </details>
#
# <details><summary>힌트 2: 쓰는 것과 이름 붙이는 것</summary>
#
# <code>images[i] = sample</code>은 배열에 씁니다. <code>images = ...</code>은 이름만 다른 배열에 옮겨 붙이므로, 함수
# 밖의 배열은 그대로입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: index and sample together</summary>
#
# <code>for i, sample in enumerate(samples):</code> gives both.
#
# </details>
#
# <details><summary>Hint 2: writing and naming</summary>
#
# <code>images[i] = sample</code> writes into the array. <code>images = ...</code> merely gives the name to another
# array, and the one outside the function stays as it was.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def fill_batch(images, samples):
    """Write sample i into images[i]. / i번째 샘플을 images[i]에 쓰기.

    images: array (num_images, height, width, channels), changed in place
    samples: list of at most num_images arrays (height, width, channels)
    """
    # BEGIN SOLUTION
    for i, sample in enumerate(samples):
        images[i] = sample
    return images
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_fill_batch(LANG, np, fill_batch):
    from fcnlab import Check

    check = Check(LANG, fill_batch, "fill_batch")
    images = np.zeros((2, 1, 2, 1))
    returned, _ = check.run(images, samples=[np.full((1, 2, 1), 5)])
    check.require(
        images.any(),
        ko="`images`가 그대로입니다. `...`을 채웠나요? 새 배열을 만들지 말고 `images[i]`에 써 넣으세요.",
        en="`images` is still as it was. Is the `...` filled in? Write into `images[i]` instead of making a new array.",
    )
    check.same(images[:, 0, :, 0], np.array([[5, 5], [0, 0]]))
    check.require(
        returned is None or returned is images,
        ko="돌려준 것이 `images` 자체가 아닙니다. 일부나 복사본 대신 `images`를 돌려주거나, `return`을 쓰지 마세요.",
        en="what came back is not `images`. Return `images` itself, no part and no copy of it, or leave out `return`.",
    )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# > **왜 그럴까요?** 이미지를 리스트에 모았다가 한꺼번에 배열로 만들면 왜 메모리가 더 들까요? 한 문장으로 말해 보세요.

# %% [markdown] lang="en"
# > **Why?** Why does it take more memory to collect the images in a list, and to make an array of it at the end? Say it
# > in one sentence.

# %% [markdown] lang="ko"
# ## {{ heading.q4 }}
#
# 모양이 `(7390, 200, 200, 3)`인 배열의 축은 네 개이고, 앞에서부터 0번, 1번, 2번, 3번입니다. 1번과 2번은 길이가 같아서
# 모양만 보고는 알 수 없습니다. 이미지 한 장은 **행을 먼저**, 그다음 열을 센다는 것을 떠올려 보세요.

# %% [markdown] lang="en"
# ## {{ heading.q4 }}
#
# An array of the shape `(7390, 200, 200, 3)` has four axes, numbered 0, 1, 2, 3 from the front. Axes 1 and 2 are
# equally long, so the shape alone does not tell them apart. Remember that an image counts its **rows first**, then its
# columns.

# %% [raw]
# # BEGIN QUESTION
# name: q4

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 5분)
#
# `axis_meanings`에 0번부터 3번까지 축의 뜻을 차례로 담으세요. 아래 낱말 가운데 네 개를 골라 **리스트나 튜플**로 씁니다.
# 한국어와 영어 가운데 어느 쪽이든 좋습니다. 예: `["커널", "클래스", …]`
#
# | 한국어 | 영어 | 뜻 |
# | --- | --- | --- |
# | 이미지 | image | 몇 번째 이미지인지 |
# | 높이 | height | 몇 번째 행인지 |
# | 너비 | width | 몇 번째 열인지 |
# | 채널 | channel | 빨강, 초록, 파랑 가운데 무엇인지 |
# | 클래스 | class | 전경, 배경, 윤곽 가운데 무엇인지 |
# | 커널 | kernel | 합성곱의 몇 번째 커널인지 |
# | 에포크 | epoch | 몇 번째 에포크(데이터 전체 반복)인지 |

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 5 minutes)
#
# Put the meanings of the axes into `axis_meanings`, from axis 0 to axis 3. Choose four of these words, and write them
# as a **list or tuple**, in English or Korean. For example: `["kernel", "class", …]`
#
# | English | Korean | says |
# | --- | --- | --- |
# | image | 이미지 | which image it is |
# | height | 높이 | which row it is |
# | width | 너비 | which column it is |
# | channel | 채널 | whether it is red, green or blue |
# | class | 클래스 | whether it is foreground, background or contour |
# | kernel | 커널 | which of a convolution's kernels it is |
# | epoch | 에포크 | how often the data have been learned from |

# %% [markdown] lang="ko"
# <details><summary>힌트: 하나씩 꺼내 보기</summary>
#
# <code>images[0]</code>은 무엇인가요? <code>images[0][5]</code>는 그 가운데 무엇이고, <code>images[0][5][7]</code>에는
# 왜 수가 세 개 들어 있을까요?
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint: take it apart</summary>
#
# What is <code>images[0]</code>? What of it is <code>images[0][5]</code>, and why are there three numbers in
# <code>images[0][5][7]</code>?
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
axis_meanings = ["image", "height", "width", "channel"]  # SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_axis_meanings(LANG, axis_meanings):
    from fcnlab import Check

    check = Check(LANG, name="axis_meanings")
    check.filled(axis_meanings)
    check.require(
        isinstance(axis_meanings, (list, tuple)) and len(axis_meanings) == 4,
        ko="축이 네 개이니 낱말 네 개를 리스트나 튜플에 담으세요.",
        en="there are four axes: put four words into a list or tuple.",
    )
    words = ["이미지", "높이", "너비", "채널", "클래스", "커널", "에포크"]
    words += ["image", "height", "width", "channel", "class", "kernel", "epoch"]
    for word in axis_meanings:
        check.require(
            isinstance(word, str) and word.strip().lower() in words,
            ko=f"낱말 목록에 없는 말이 있습니다: {word!r}. 목록의 낱말을 그대로 쓰세요.",
            en=f"{word!r} is not in the word list. Write the words as they stand there.",
        )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# ## {{ heading.q5 }}
#
# 튜플과 리스트는 하나로 이어지고, **NumPy 배열은 같은 자리의 수끼리 더합니다.** 길이가 1인 축은 상대의 길이에 맞추어
# 되풀이되는데, 이것을 **브로드캐스팅**이라고 합니다. 둘 중 하나만 배열이어도 배열의 덧셈 규칙을 따릅니다.

# %% [markdown] lang="en"
# ## {{ heading.q5 }}
#
# Tuples and lists are joined, but **NumPy arrays are added number by number.** An axis of length 1 is repeated until it
# fits the other array's, which is called **broadcasting**. One array is enough: then the other is treated as an array,
# too.

# %%
# show
fcnlab.added([10, 20], [5], lang=LANG)

# %% [markdown] lang="ko"
# 더할 수 없는 것도 있습니다. 종류가 달라서 더할 수 없으면 `TypeError`, 배열의 모양이 맞지 않으면 `ValueError`가 납니다.
#
# 끝의 두 식은 **메모리 계산**입니다. `itemsize`는 수 하나가 차지하는 바이트 수이고, 1 GiB(기비바이트)는
# 2³⁰바이트입니다. 10억 바이트인 1 GB와 조금 다릅니다. 7,390 × 200 × 200 × 3개의 수는 몇 GiB일까요? 소수점 아래는
# 반올림합니다. 계산기를 써도 좋습니다.

# %% [markdown] lang="en"
# Some things cannot be added. If their kinds do not go together, that is a `TypeError`; if the shapes of arrays do not
# fit, a `ValueError`.
#
# The last two expressions are about **memory**. `itemsize` is how many bytes one number takes, and a GiB (gibibyte) is
# 2³⁰ bytes, a little more than a GB, a billion bytes. How many GiB are 7,390 × 200 × 200 × 3 numbers, to the nearest
# integer? A calculator is fine.

# %% [raw]
# # BEGIN QUESTION
# name: q5

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 10분)
#
# `predictions`의 키는 식입니다. 식마다 **결과를 먼저 예상해서** `...` 자리에 쓰고, 그다음 실행해서 확인해 보세요. 키는
# 바꾸지 마세요.
#
# - 값이 나오면 그 값을 씁니다: 튜플은 `(1, 2)`, 리스트는 `[1, 2]`, 정수는 `3`, 배열은 `np.array([1, 2])`
# - 오류가 나면 오류의 이름을 **문자열로** 씁니다: `"TypeError"`

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 10 minutes)
#
# The keys of `predictions` are expressions. **Predict** what each gives, write it in place of the `...`, and only then
# run it to see. Leave the keys as they are.
#
# - Where there is a value, write the value: a tuple `(1, 2)`, a list `[1, 2]`, an integer `3`, an array `np.array([1,
#   2])`.
# - Where there is an error, write its name **as a string**: `"TypeError"`.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 세 가지 질문</summary>
#
# 식마다 물어보세요. 양쪽이 튜플인가요, 리스트인가요, 배열인가요? 쉼표가 있나요? 하나라도 배열인가요?
#
# </details>
#
# <details><summary>힌트 2: <code>* 2</code></summary>
#
# 이어 붙이는 것에 <code>* 2</code>를 하면 두 번 이어 붙입니다. 더하는 것에 <code>* 2</code>를 하면 두 배가 됩니다.
#
# </details>
#
# <details><summary>힌트 3: 메모리</summary>
#
# float32의 32는 비트 수입니다. 8비트가 1바이트입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: three things to ask</summary>
#
# Of each expression ask: are both sides tuples, lists or arrays? Is there a comma? Is at least one of them an array?
#
# </details>
#
# <details><summary>Hint 2: <code>* 2</code></summary>
#
# What is joined by <code>+</code> is joined twice by <code>* 2</code>. What is added by <code>+</code> is doubled.
#
# </details>
#
# <details><summary>Hint 3: memory</summary>
#
# The 32 of float32 counts bits. Eight bits are a byte.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
predictions = {
    "(7390,) + (200, 200) + (3,)": ...,
    "[200, 200] + [3]": ...,
    'len("200" + "3")': ...,
    "(200, 200) * 2": ...,
    "np.array([200, 200]) + np.array([3])": ...,
    "np.array([200, 200]) * 2": ...,
    "(7390,) + np.array([200, 200])": ...,
    "(3)": ...,
    "(3,)": ...,
    "(200, 200) + (3)": ...,
    "(200, 200) + [3]": ...,
    "np.array([1, 2]) + np.array([1, 2, 3])": ...,
    '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize': ...,
    'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': ...,
}
# BEGIN SOLUTION NO PROMPT
predictions |= {
    "(7390,) + (200, 200) + (3,)": (7390, 200, 200, 3),
    "[200, 200] + [3]": [200, 200, 3],
    'len("200" + "3")': 4,
    "(200, 200) * 2": (200, 200, 200, 200),
    "np.array([200, 200]) + np.array([3])": np.array([203, 203]),
    "np.array([200, 200]) * 2": np.array([400, 400]),
    "(7390,) + np.array([200, 200])": np.array([7590, 7590]),
    "(3)": 3,
    "(3,)": (3,),
    "(200, 200) + (3)": "TypeError",
    "(200, 200) + [3]": "TypeError",
    "np.array([1, 2]) + np.array([1, 2, 3])": "ValueError",
    '7390 * 200 * 200 * 3 * np.dtype("float32").itemsize': 3_547_200_000,
    'round(7390 * 200 * 200 * 3 * np.dtype("float32").itemsize / 2**30)': 3,
}
# END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_predictions(LANG, predictions):
    from fcnlab import Check

    check = Check(LANG, name="predictions")
    check.require(
        isinstance(predictions, dict) and len(predictions) >= 14,
        ko="딕셔너리를 그대로 두고 `...` 자리만 채우세요.",
        en="keep the dict, and replace each `...`.",
    )
    still_open = [key for key, value in predictions.items() if value is ... or value is None]
    check.require(
        not still_open,
        ko=f"아직 답하지 않은 식이 {len(still_open)}개 있습니다. 첫 번째는 `{str(*still_open[:1])}`입니다.",
        en=f"{len(still_open)} still to be answered, the first of them `{str(*still_open[:1])}`.",
    )
    check.require(
        type(next(iter(predictions.values()))) is tuple,
        ko="첫 번째 식은 튜플끼리 더한 것이므로 결과도 튜플입니다.",
        en="the first expression adds tuples, so it gives a tuple.",
    )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# ## {{ heading.q6 }}
#
# 남에게 설명할 수 있어야 제대로 아는 것입니다.

# %% [markdown] lang="en"
# ## {{ heading.q6 }}
#
# If you can explain it, you understand it.

# %% [raw]
# # BEGIN QUESTION
# name: q6

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 15분)
#
# 친구가 `np.zeros((7390) + (200, 200) + (3))`이라고 썼다가 오류를 만났습니다. `explanation`에 **문자열로**, 4~8문장
# 정도로 설명해 주세요. 이 문제는 선생님이 직접 읽고 채점합니다. 다음 네 가지를 봅니다.
#
# - 튜플의 `+`가 하는 일과, 그래서 어떤 모양이 나오는지 (5점)
# - 친구의 식에서 오류가 나는 이유와 고치는 법 (4점)
# - 튜플 대신 NumPy 배열을 더하면 왜 안 되는지 (4점)
# - 직접 만든 예 하나 (2점)
#
# 여러 줄로 쓰려면 큰따옴표 세 개(`"""`)로 시작하고 끝내세요.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 15 minutes)
#
# A friend has written `np.zeros((7390) + (200, 200) + (3))` and met an error. Explain it in `explanation`, **as a
# string**, in four to eight sentences. Your instructor reads and grades this question, and looks for four things:
#
# - what `+` does to tuples, and which shape comes out of it (5 points)
# - why the friend's line raises an error, and how to fix it (4 points)
# - why adding NumPy arrays instead of tuples would not do (4 points)
# - an example of your own (2 points)
#
# For several lines, begin and end with three quotation marks (`"""`).

# %% [raw]
# # BEGIN SOLUTION


# %%
explanation = ...
# BEGIN SOLUTION NO PROMPT
explanation = """
튜플의 +는 이어 붙이기입니다. 그래서 (7390,) + (200, 200) + (3,)은 (7390, 200, 200, 3)이 됩니다.
(7390)과 (3)에는 쉼표가 없어서 정수이고, 정수와 튜플은 더할 수 없어 TypeError가 납니다. 쉼표를 넣으면 됩니다.
배열이었다면 같은 자리의 수끼리 더해서 모양이 되지 않습니다. 예: (1,) + (2, 3)은 (1, 2, 3)입니다.
/ + joins tuples: (7390,) + (200, 200) + (3,) is (7390, 200, 200, 3).
(7390) and (3) have no comma and are integers, which cannot be added to a tuple: write (7390,) and (3,).
Arrays would be added number by number. For example, (1,) + (2, 3) is (1, 2, 3).
"""
# END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_explanation(LANG, explanation):
    from fcnlab import Check

    check = Check(LANG, name="explanation")
    check.filled(explanation)
    check.require(
        isinstance(explanation, str) and bool(explanation.strip()),
        ko="설명을 따옴표로 묶은 문자열로 쓰세요.",
        en="write your explanation as a string, in quotation marks.",
    )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# ## {{ heading.q7 }}
#
# **동영상에는 축이 하나 더 있습니다.** 클립 하나는 프레임이라는 이미지가 차례로 이어진 것이라 `(프레임 수, 높이, 너비,
# 채널 수)`, 곧 4차원입니다. 클립을 여러 개 담으면 맨 앞에 축이 또 하나 생겨 **5차원**이 됩니다. 아래는 클립 2개이고,
# 클립마다 프레임이 5장입니다. `clips[1]`은 클립 하나, `clips[1][3]`은 그 클립의 프레임 한 장입니다.

# %% [markdown] lang="en"
# ## {{ heading.q7 }}
#
# **Video has one more axis.** A clip is a sequence of images, its frames: `(frames, height, width, channels)`, four
# dimensions. Put several clips into one array, and there is another axis in front: **five dimensions**. Below are 2
# clips of 5 frames each. `clips[1]` is one clip, `clips[1][3]` one frame of it.

# %%
# show
clips = fcnlab.video_clips(2, 5)
fcnlab.frames(clips, lang=LANG)

# %% [markdown] lang="ko"
# 이 모양도 이어 붙여서 만듭니다. 클립 하나의 모양 앞에 클립 수를 붙이면 됩니다.

# %% [markdown] lang="en"
# This shape, too, is made by joining: the number of clips goes in front of the shape of one clip.

# %%
# show
fcnlab.joined((2,), (5, 24, 32, 3), lang=LANG)

# %% [raw]
# # BEGIN QUESTION
# name: q7

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점, 약 5분)
#
# `video_batch_shape(num_clips, num_frames, img_size, channels)`를 완성하세요. 동영상 클립을 여러 개 담은 배열의 모양을
# **튜플로** 돌려줍니다. 순서는 **클립 수, 프레임 수, 높이, 너비, 채널 수**입니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points, about 5 minutes)
#
# Complete `video_batch_shape(num_clips, num_frames, img_size, channels)`: the shape of an array of video clips, **as a
# tuple**: **number of clips, frames, height, width, channels**.

# %% [markdown] lang="ko"
# <details><summary>힌트</summary>
#
# 클립 하나는 프레임이라는 이미지를 <code>num_frames</code>장 담은 배열입니다. 그 모양을 알려 주는 함수를 이미
# 만들었습니다(문제 1).
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint</summary>
#
# One clip is an array of <code>num_frames</code> images, its frames. You have written a function that tells the
# shape of that, in question 1.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def video_batch_shape(num_clips, num_frames, img_size, channels):
    """The shape of an array of video clips. / 동영상 클립 배열의 모양.

    num_clips, num_frames, channels: int >= 1; img_size: tuple (height, width); returns a tuple of five int
    """
    # BEGIN SOLUTION
    return (num_clips, num_frames) + img_size + (channels,)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_video_batch_shape(LANG, video_batch_shape):
    from fcnlab import Check

    check = Check(LANG, video_batch_shape, "video_batch_shape")
    check(2, 5, (4, 3), 3, gives=(2, 5, 4, 3, 3))
    check(num_clips=1, num_frames=6, img_size=(7, 8), channels=1, gives=(1, 6, 7, 8, 1))


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# 동영상은 메모리를 얼마나 더 쓸까요? 이미지 8장과, 프레임이 16장씩인 클립 8개를 견주어 봅니다. 크기는 모두 112×112이고
# `float32`로 셉니다.

# %% [markdown] lang="en"
# How much more memory does video take? Compare 8 images with 8 clips of 16 frames each, all of 112×112 pixels and
# `float32`.

# %%
# show
for shape in (image_batch_shape(8, (112, 112), 3), video_batch_shape(8, 16, (112, 112), 3)):
    print(shape, None if shape is None else f"{np.prod(shape) * np.dtype('float32').itemsize / 2**20:.1f} MiB")

# %% [markdown] lang="ko"
# > **왜 그럴까요?** `num_frames`가 있는데도 클립을 여러 개 담으려면 왜 축이 하나 더 필요할까요? 한 문장으로 말해
# > 보세요.

# %% [markdown] lang="en"
# > **Why?** There is an axis for frames already: why do several clips need one more? Say it in one sentence.

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
# ### 더 해 보기 1. 동영상을 클립으로 자르기 (채점하지 않습니다, 약 10분)
#
# `cut_into_clips(video, num_frames)`를 **반복문 없이** 완성하세요. `video`는 `(프레임 수, 높이, 너비, 채널 수)` 모양의
# 긴 동영상입니다. 앞에서부터 `num_frames`장씩 잘라 `(클립 수, num_frames, 높이, 너비, 채널 수)` 모양의 배열로
# 돌려줍니다. 끝에 남는 프레임은 버립니다. 튜플의 `+`와 `reshape`면 됩니다.

# %% [markdown] lang="en"
# ### Stretch goal 1. Cut video into clips (not graded, about 10 minutes)
#
# Complete `cut_into_clips(video, num_frames)` **without loops**. `video` is a long video `(frames, height, width,
# channels)`. Cut it, from the start, into clips of `num_frames` frames, and return an array `(clips, num_frames,
# height, width, channels)`. Frames that are left over at the end are dropped. All it takes is `+` for tuples, and
# `reshape`.

# %% [raw]
# # BEGIN SOLUTION


# %%
def cut_into_clips(video, num_frames):
    """A long video as a batch of clips. / 긴 동영상을 클립들의 배치로.

    video: array (frames, H, W, channels); num_frames: int >= 1; returns an array (clips, num_frames, H, W, channels)
    """
    # BEGIN SOLUTION
    num_clips = len(video) // num_frames
    return video[: num_clips * num_frames].reshape((num_clips, num_frames) + video.shape[1:])
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_cut_into_clips(LANG, np, cut_into_clips):
    from fcnlab import Check

    check = Check(LANG, cut_into_clips, "cut_into_clips")
    video = np.arange(7 * 2 * 3 * 1).reshape(7, 2, 3, 1)
    check.array(check.call(video, 3), shape=(2, 3, 2, 3, 1))
    check.same(check.call(video, 3), np.stack([video[:3], video[3:6]]))
    check.same(check.call(video, 7), video[np.newaxis])
    check.array(check.call(video, 8), shape=(0, 8, 2, 3, 1))


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [raw]
# # BEGIN QUESTION
# name: stretch2

# %% [markdown] lang="ko"
# ### 더 해 보기 2. 마스크를 채널로 펼치기 (채점하지 않습니다, 약 10분)
#
# `one_hot(masks, num_classes)`를 **반복문 없이** 완성하세요. `masks`는 클래스 번호가 든 `(이미지 수, 높이, 너비, 1)`
# 모양의 배열입니다. 클래스마다 채널이 하나씩 있고, 픽셀의 클래스에만 1이고 나머지는 0인 `float32` 배열 `(이미지 수,
# 높이, 너비, num_classes)`를 돌려줍니다. 길이가 1인 축은 브로드캐스팅으로 늘어납니다.
# `masks == np.arange(num_classes)`의 모양을 예상해 보세요.

# %% [markdown] lang="en"
# ### Stretch goal 2. Spread masks over channels (not graded, about 10 minutes)
#
# Complete `one_hot(masks, num_classes)` **without loops**. `masks` holds class numbers and has the shape `(images,
# height, width, 1)`. Return a `float32` array `(images, height, width, num_classes)` with a channel for each class: 1
# where the pixel is of that class, 0 elsewhere. An axis of length 1 is stretched by broadcasting: predict the shape of
# `masks == np.arange(num_classes)`.

# %% [raw]
# # BEGIN SOLUTION


# %%
def one_hot(masks, num_classes):
    """A channel for each class. / 클래스마다 채널 하나.

    masks: integer array (n, H, W, 1) of 0 .. num_classes - 1; returns a float32 array (n, H, W, num_classes)
    """
    # BEGIN SOLUTION
    return (masks == np.arange(num_classes)).astype("float32")
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_one_hot(LANG, np, one_hot):
    from fcnlab import Check

    check = Check(LANG, one_hot, "one_hot")
    masks = np.array([[[[0], [2]], [[1], [0]]]], dtype="uint8")
    check.array(check.call(masks, 3), shape=(1, 2, 2, 3), dtype="float32")
    check.same(check.call(masks, 3), np.eye(3)[masks[..., 0]])


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION
