# %% [raw]
# # ASSIGNMENT CONFIG

# %% [markdown] lang="ko"
# # 완전 합성곱 신경망으로 분할하기
#
# 사진에 고양이가 있는지만 묻는다면 답은 하나입니다. 고양이가 **어느 픽셀에** 있는지 묻는다면 답은 픽셀의 수만큼
# 필요합니다. 픽셀마다 클래스를 정하는 것을 **시맨틱 분할**(semantic segmentation)이라고 합니다. 고양이가 두 마리여도
# 모두 '고양이' 픽셀일 뿐입니다. 한 마리씩 따로 나누는 과제는 **인스턴스 분할**(instance segmentation)이라고 합니다.
#
# 이 과제에서는 사진과 그 정답인 트라이맵을 읽고, **완전 합성곱 신경망**(FCN, fully convolutional network)을 만들어
# 학습시키고, 예측한 마스크가 정답과 얼마나 겹치는지 잽니다. 출력층까지 모두 합성곱이고 Dense 층이 하나도 없어서 *완전*
# 합성곱입니다. Dense 층만 쌓은 신경망은 다층 퍼셉트론(MLP)이라고 부르며, FCN이 아닙니다.
#
# | 문제 | 만들 함수 | 점수 |
# | --- | --- | ---: |
# {{ questions }}

# %% [markdown] lang="en"
# # Segmentation with a fully convolutional network
#
# Is there a cat in the photo? That takes one answer. **Which pixels** are the cat? That takes an answer for every
# pixel. Giving each pixel a class is called **semantic segmentation**. Two cats are then cat pixels alike; telling one
# cat from the other is **instance segmentation**.
#
# In this assignment you read photos and their trimaps, the right answers; you build a **fully convolutional network**
# (FCN) and train it; and you measure how well a predicted mask overlaps with the true one. It is *fully* convolutional
# because it is convolutional to the very end and has not one Dense layer. A network of Dense layers alone is called a
# multi-layer perceptron (MLP), and is no FCN.
#
# | Question | Function you write | Points |
# | --- | --- | ---: |
# {{ questions }}

# %% [markdown] lang="ko"
# ### 모든 문제에 공통된 약속
#
# - **Keras, NumPy, Pillow**를 쓸 수 있습니다. Keras의 백엔드는 무엇이든 좋고, GPU는 필요 없습니다.
# - `img_size`는 언제나 **(높이, 너비)** 튜플입니다. 모델에 넣는 이미지의 높이와 너비는 8의 배수입니다.
# - 이미지는 `(높이, 너비, 3)` 모양의 `float32`이고, 값은 **0~255 그대로**입니다. 255로 나누는 것은 모델이 합니다.
# - 클래스는 0부터 셉니다. 0은 전경(동물), 1은 배경, 2는 윤곽입니다.
# - 함수와 인자의 이름은 그대로 두고, `...`이 있는 자리를 채우세요.
# - 시간은 문제 1부터 차례로 20분, 5분, 40분, 10분, 15분, 그 뒤의 실험에 25분쯤 걸립니다.
#
# 문제마다 있는 `grader.check(...)`는 기본만 확인하는 공개 검사입니다. 채점할 때는 더 많은 입력으로 확인합니다. 막히면
# 힌트를 위에서부터 하나씩 펼쳐 보세요. 힌트를 본다고 감점되지 않습니다.

# %% [markdown] lang="en"
# ### What holds for every question
#
# - You may use **Keras, NumPy and Pillow**. Any backend of Keras will do, and no GPU is needed.
# - `img_size` is always a tuple **(height, width)**. Height and width of what goes into a model are multiples of 8.
# - An image is a `float32` array of shape `(height, width, 3)` with values **from 0 to 255, as they are**. Dividing by
#   255 is left to the model.
# - Classes are counted from 0: 0 is the foreground (the animal), 1 the background and 2 the contour.
# - Keep the names of functions and arguments, and replace each `...` with your answer.
# - It takes about 20, 5, 40, 10 and 15 minutes for questions 1 to 5, and 25 for the experiments after them.
#
# `grader.check(...)` below each question is a public check of the basics. Grading tries many more inputs. When you are
# stuck, open the hints one by one from the top: they cost no points.

# %%
import sys

import numpy as np
from PIL import Image

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
# 강의에서는 Oxford-IIIT Pet 데이터를 씁니다. 고양이와 개 사진 7,390장에 사람이 하나하나 색칠한 정답이 있습니다. 이렇게
# 정답을 보고 배우는 것을 **지도 학습**이라고 합니다. 정답은 픽셀마다 1, 2, 3 가운데 하나가 적힌 PNG 파일이고, 값이 세
# 가지라서 **트라이맵**(trimap)이라고 부릅니다.
#
# | 파일의 값 | 뜻 | viridis로 칠하면 |
# | --- | --- | --- |
# | 1 | 전경(foreground): 동물 | 낮은 값이라 어둡게 |
# | 2 | 배경(background) | 가운데라 초록 |
# | 3 | 윤곽(contour) | 높은 값이라 노랑 |
#
# 아래 셀은 진짜 데이터와 **똑같은 폴더 구조**로 작은 그림 32장을 만듭니다. 인터넷이 없어도 됩니다.

# %% [markdown] lang="en"
# ## {{ heading.q1 }}
#
# The lecture uses the Oxford-IIIT Pet archive: 7,390 photos of cats and dogs, each with an answer that somebody painted
# by hand. Learning from given answers is called **supervised learning**. An answer is a PNG file with 1, 2 or 3 at each
# pixel: three values, hence the name **trimap**.
#
# | Value in the file | Meaning | Painted in viridis |
# | --- | --- | --- |
# | 1 | foreground: the animal | low, so dark |
# | 2 | background | in the middle, so green |
# | 3 | contour | high, so yellow |
#
# The cell below draws 32 small pictures in **the very same folders** as the real archive. It needs no network.

# %%
folder = fcnlab.write_pets("oxford-iiit-pet")
files = fcnlab.pet_files(folder)
print(len(files), *files[0], sep="\n")

# %% [markdown] lang="ko"
# 진짜 데이터로 해 보고 싶다면 [공식 사이트](https://www.robots.ox.ac.uk/~vgg/data/pets/)에서 `images.tar.gz`와
# `annotations.tar.gz`를 받아 `oxford-iiit-pet` 폴더에 풀고 위의 셀을 다시 실행하세요. 이미 사진이 있으면 새로 그리지
# 않으므로, 먼저 폴더를 비우세요.

# %% [markdown] lang="en"
# To work with the real archive, get `images.tar.gz` and `annotations.tar.gz` from the
# [official site](https://www.robots.ox.ac.uk/~vgg/data/pets/), unpack both into the folder `oxford-iiit-pet` and run
# the cell above again. Nothing is drawn where there are photos already, so empty the folder first.

# %% [raw]
# # BEGIN QUESTION
# name: q1

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)
#
# 1. `load_image(path, img_size)`: 사진을 읽어 `img_size` 크기로 바꾼 `float32` 배열 `(높이, 너비, 3)`. 값은 0~255
#    그대로입니다. 흑백 사진도 섞여 있지만 채널은 **언제나 3개**(RGB)입니다. 크기를 바꾸는 방법은 자유입니다.
# 2. `load_trimap(path, img_size)`: 트라이맵을 읽어 `img_size` 크기로 바꾼 `uint8` 배열 `(높이, 너비, 1)`. 파일의 1, 2,
#    3이 **0, 1, 2**가 됩니다. 크기를 바꿀 때는 **가장 가까운 픽셀 하나**를 가져옵니다(최근접 이웃). 두 픽셀의
#    한가운데라면 어느 쪽이든 좋습니다.
#
# `path`는 파일 경로(문자열)입니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points)
#
# 1. `load_image(path, img_size)`: reads a photo, resized to `img_size`, as a `float32` array `(height, width, 3)` with
#    the values from 0 to 255 as they are. Some photos are grey; there are **always three** channels (RGB). How you
#    resize is up to you.
# 2. `load_trimap(path, img_size)`: reads a trimap, resized to `img_size`, as a `uint8` array `(height, width, 1)`. The
#    file's 1, 2 and 3 become **0, 1 and 2**. Resizing takes **the one nearest pixel**; exactly between two pixels,
#    either will do.
#
# `path` is a file's path, a string.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 무엇으로 읽을까</summary>
#
# Pillow라면 <code>Image.open(path)</code>, Keras라면 <code>keras.utils.load_img(path, …)</code>입니다. 그다음
# <code>np.array(…)</code>나 <code>keras.utils.img_to_array(…)</code>로 배열이 됩니다.
#
# </details>
#
# <details><summary>힌트 2: 높이와 너비</summary>
#
# Pillow의 <code>resize</code>는 (너비, 높이)를 받습니다. <code>img_size</code>와 순서가 반대입니다. Keras의
# <code>target_size</code>는 (높이, 너비)입니다.
#
# </details>
#
# <details><summary>힌트 3: 레이블은 색이 아닙니다</summary>
#
# 1과 3을 섞으면 2가 되지만, 동물과 윤곽을 섞는다고 배경이 되지는 않습니다. 그래서 트라이맵은
# <code>Image.Resampling.NEAREST</code>로 크기를 바꿉니다. 빼기 전에 <code>uint8</code>인지도 확인하세요.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: what to read with</summary>
#
# In Pillow it is <code>Image.open(path)</code>, in Keras <code>keras.utils.load_img(path, …)</code>. Then
# <code>np.array(…)</code> or <code>keras.utils.img_to_array(…)</code> makes an array of it.
#
# </details>
#
# <details><summary>Hint 2: height and width</summary>
#
# Pillow's <code>resize</code> takes (width, height), in the opposite order to <code>img_size</code>. Keras'
# <code>target_size</code> is (height, width).
#
# </details>
#
# <details><summary>Hint 3: labels are not colours</summary>
#
# Mix 1 and 3 and you get 2; but mix an animal with its contour and you do not get background. So a trimap is resized
# with <code>Image.Resampling.NEAREST</code>. Make sure that the result is <code>uint8</code>.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def load_image(path, img_size):
    """A photo as an array (H, W, 3) of float32, 0..255. / 사진을 float32 배열 (H, W, 3)로, 값은 0~255.

    path: str; img_size: (height, width)
    """
    # BEGIN SOLUTION
    height, width = img_size
    return np.array(Image.open(path).convert("RGB").resize((width, height)), dtype="float32")
    # END SOLUTION


def load_trimap(path, img_size):
    """A trimap as an array (H, W, 1) of uint8, 0, 1, 2. / 트라이맵을 uint8 배열 (H, W, 1)로, 값은 0, 1, 2.

    path: str; img_size: (height, width)
    """
    # BEGIN SOLUTION
    height, width = img_size
    labels = Image.open(path).resize((width, height), Image.Resampling.NEAREST)
    return np.array(labels, dtype="uint8")[..., np.newaxis] - 1
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_load_image(LANG, np, load_image):
    import tempfile
    from pathlib import Path

    from fcnlab import Check
    from PIL import Image

    check = Check(LANG, load_image, "load_image")
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "orange.jpg"))
        Image.new("RGB", (40, 20), (255, 128, 0)).save(path, quality=95)
        image = check.call(path, (8, 16))
    check.array(image, shape=(8, 16, 3), dtype="float32")
    pixel = [round(float(value)) for value in image[4, 4]]
    check.require(
        np.allclose(pixel, [255, 128, 0], atol=6),
        ko=f"온통 주황색인 사진인데 가운데 픽셀이 다릅니다. 나온 값: {pixel}, 나와야 하는 값: [255, 128, 0].",
        en=f"the photo is orange all over, but its middle pixel is {pixel} and not [255, 128, 0].",
    )


# %%
def test_load_trimap(LANG, np, load_trimap):
    import tempfile
    from pathlib import Path

    from fcnlab import Check
    from PIL import Image

    check = Check(LANG, load_trimap, "load_trimap")
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "labels.png"))
        Image.fromarray(np.array([[1, 2, 3], [3, 3, 1]], dtype="uint8")).save(path)
        labels = check.call(path, (2, 3))
    check.array(labels, shape=(2, 3, 1), dtype="uint8")
    check.same(labels[..., 0], np.array([[0, 1, 2], [2, 2, 0]]))


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 여러분의 함수로 읽은 사진과 트라이맵입니다. 낮은 값이 어둡고 높은 값이 노란지 확인해 보세요.

# %% [markdown] lang="en"
# **Try it.** Photos and trimaps as your functions read them. Is the low value dark and the high one yellow?

# %% lang="ko"
# show
shown = files[:4]
fcnlab.masks(
    [load_image(photo, (160, 160)) for photo, _ in shown],
    {"트라이맵": [load_trimap(trimap, (160, 160)) for _, trimap in shown]},
    lang=LANG,
)

# %% lang="en"
# show
shown = files[:4]
fcnlab.masks(
    [load_image(photo, (160, 160)) for photo, _ in shown],
    {"trimap": [load_trimap(trimap, (160, 160)) for _, trimap in shown]},
    lang=LANG,
)

# %% [markdown] lang="ko"
# **왜 그럴까요?** 트라이맵의 크기를 바꿀 때 왜 이웃한 값을 섞으면 안 될까요? 한 문장으로 답해 보세요.
#
# <details><summary>한 가지 답</summary>
#
# 레이블은 양이 아니라 이름이어서, 동물(0)과 윤곽(2)의 평균인 1은 그 사이의 무엇이 아니라 배경이 되기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# **Why?** Why must neighbouring values not be mixed when a trimap is resized? Answer in one sentence.
#
# <details><summary>One answer</summary>
#
# Labels are names and no amounts: 1, the mean of animal (0) and contour (2), is nothing in between, but background.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q2 }}
#
# 교재의 모델은 최대 풀링 대신 스트라이드가 2인 합성곱으로 이미지를 세 번 줄입니다. `padding="same"`이라면 200 → 100 →
# 50 → 25입니다. 그런데 마스크는 사진과 크기가 같아야 합니다. 그래서 스트라이드가 2인 **전치
# 합성곱**(`Conv2DTranspose`)으로 세 번 키웁니다. 25 → 50 → 100 → 200입니다.
#
# 스트라이드가 모두 같지 않다면 순서가 중요합니다. 다운샘플링 스트라이드를 **거울에 비춘 순서**로 써서 키우면,
# 다운샘플링에서 지나온 크기를 업샘플링에서 거꾸로 다시 지납니다. 그러면 해상도가 같은 층끼리 더하거나 이어 붙일 수도
# 있습니다.

# %% [markdown] lang="en"
# ## {{ heading.q2 }}
#
# The textbook's model shrinks its image three times, by convolutions of stride 2 instead of max pooling. With
# `padding="same"` that is 200 → 100 → 50 → 25. But a mask is as large as its photo. So three **transposed
# convolutions** (`Conv2DTranspose`) of stride 2 enlarge it again: 25 → 50 → 100 → 200.
#
# Where the strides are not all alike, their order matters. Enlarge by the downsampling strides **in mirrored order**,
# and the way up passes the same sizes as the way down. Layers of the same resolution can then be added or concatenated.

# %% [raw]
# # BEGIN QUESTION
# name: q2

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)
#
# `mirrored_strides(down_strides)`를 완성하세요. 다운샘플링 스트라이드의 튜플(정수 1개 이상)을 받아, 업샘플링
# 스트라이드를 **튜플**로 돌려줍니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points)
#
# Complete `mirrored_strides(down_strides)`. It takes the downsampling strides, a tuple of one or more integers, and
# gives the upsampling strides as a **tuple**.

# %% [markdown] lang="ko"
# <details><summary>힌트</summary>
#
# (4, 2)로 줄이면 200 → 50 → 25입니다. 25에서 200으로 돌아갈 때 50을 다시 거치려면 먼저 몇 배를 해야 할까요?
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint</summary>
#
# Strides (4, 2) take 200 → 50 → 25. On the way back from 25 to 200, which factor comes first so that 50 is passed
# again?
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def mirrored_strides(down_strides):
    """The upsampling strides that mirror the downsampling strides. / 거울처럼 대칭인 업샘플링 스트라이드.

    down_strides: tuple of int; returns a tuple of int
    """
    # BEGIN SOLUTION
    return tuple(reversed(down_strides))
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_mirrored_strides(LANG, mirrored_strides):
    from fcnlab import Check

    check = Check(LANG, mirrored_strides, "mirrored_strides")
    check((2, 2), gives=(2, 2))
    check((1, 4, 2), gives=(2, 4, 1))


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# ## {{ heading.q3 }}
#
# 교재의 모델은 `Rescaling`으로 0~255를 0~1로 바꾸고, 합성곱으로 세 번 줄이고, 전치 합성곱으로 세 번 키우고, 마지막
# 합성곱에서 픽셀마다 클래스의 확률을 냅니다. 층마다 모양(shape)을 따라가면 이렇습니다.
#
# (200, 200, **3**) → (100, 100, 64) → (50, 50, 128) → (25, 25, 256) → (50, 50, 256) → (100, 100, 128) → (200, 200, 64)
# → (200, 200, **3**)
#
# ### 서로 다른 세 개의 3
#
# | 어디의 3 | 무엇 | 바꿀 수 있나 |
# | --- | --- | --- |
# | 입력 `img_size + (3,)` | 빨강, 초록, 파랑(RGB) | 컬러 사진이라면 언제나 3 |
# | 커널 `Conv2D(64, 3, …)` | 3×3 커널 | 5나 7도 됩니다 |
# | 출력의 채널 | 전경, 배경, 윤곽 | **`num_classes`**. 마지막 합성곱의 필터 수 |
#
# 우연히 모두 3일 뿐입니다. 클래스가 5개인 데이터라면 마지막 3만 5가 됩니다.
#
# ### 전치 합성곱이 되돌리는 것은 크기뿐입니다
#
# 전치 합성곱이 줄이기 전의 활성값을 **복원하는 것은 아닙니다.** 100에서 50으로 줄일 때 잃은 것은 사라졌고, 전치
# 합성곱은 가중치를 새로 배우는 또 하나의 층입니다. 돌아오는 것은 높이와 너비뿐입니다. 교재에서 변수 이름 `x`를 계속
# 다시 쓰는 것도 앞의 값을 되살리려는 것이 아니라, 이름을 새로 짓지 않으려는 것뿐입니다. (강의에서는 메모리 이야기를
# 했지만, 모델의 그래프에는 모든 텐서가 남습니다.)

# %% [markdown] lang="en"
# ## {{ heading.q3 }}
#
# The textbook's model turns 0..255 into 0..1 with `Rescaling`, shrinks three times by convolution, enlarges three times
# by transposed convolution, and its last convolution gives the probability of each class at each pixel. Follow the
# shapes:
#
# (200, 200, **3**) → (100, 100, 64) → (50, 50, 128) → (25, 25, 256) → (50, 50, 256) → (100, 100, 128) → (200, 200, 64)
# → (200, 200, **3**)
#
# ### Three different threes
#
# | Which 3 | What it is | Can it change? |
# | --- | --- | --- |
# | input `img_size + (3,)` | red, green, blue (RGB) | always 3 for colour photos |
# | kernel `Conv2D(64, 3, …)` | a 3×3 kernel | 5 or 7 will do, too |
# | channels of the output | foreground, background, contour | **`num_classes`**: the filters of the last convolution |
#
# They happen to be 3, all of them. With data of five classes only the last one becomes 5.
#
# ### A transposed convolution restores only the size
#
# It does **not restore** the activations from before the shrinking. What was lost between 100 and 50 is gone; a
# transposed convolution is one more layer, with weights of its own to learn. Height and width are all that comes back.
# And when the textbook uses the name `x` again and again, that restores nothing either; it just avoids new names. (The
# lecture spoke of memory here, but the model's graph keeps all its tensors.)

# %% [raw]
# # BEGIN QUESTION
# name: q3

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)
#
# `build_fcn(img_size, num_classes)`를 완성하세요. `img_size` 크기의 이미지를 받아 픽셀마다 클래스 `num_classes`개의
# 확률을 내는, 아직 학습하지 않은 Keras 모델을 만들어 돌려줍니다.
#
# - 입력은 `img_size + (3,)`이고 값은 0~255입니다. 모델 **안에서**, 첫 합성곱보다 먼저, **한 번만** 0~1로
#   줄이세요(`layers.Rescaling(1 / 255)`). -1~1로 줄이거나 배치 정규화를 맨 앞에 두어도 좋습니다.
# - 출력은 `img_size + (num_classes,)`이고, 채널 방향의 softmax로 끝납니다. softmax는 활성화 함수로 주어도, `Softmax`
#   층으로 두어도 좋지만 **한 번만** 쓰세요.
# - 출력층까지 모두 합성곱입니다. `Dense`, `Flatten`, 전역 풀링은 쓰지 않습니다. 높이와 너비 전체의 평균, 뒤집기,
#   어텐션처럼 모든 위치를 한꺼번에 계산하는 연산도 쓰지 않습니다(정규화 층은 괜찮습니다).
# - 크기를 적어도 한 번 줄이고, 줄인 순서를 **거울처럼** 뒤집어 같은 배수로 키웁니다. 층의 종류가 아니라 크기의 변화로
#   판단합니다. 풀링은 줄이는 것, `UpSampling2D`는 키우는 것입니다. 다운샘플링 스트라이드를 모두 곱하면 8의 약수(2, 4,
#   8)여야 합니다. `Resizing`은 어떤 크기든 맞추어 버려서 빠진 단계를 가리므로 **쓰지 않습니다**.
# - 크기를 줄인 곳에 1×1보다 큰 커널로 **주위를 보는 합성곱이 하나 이상** 있습니다. 스트라이드가 있는 합성곱이나 전치
#   합성곱도 됩니다. 줄였다가 다시 키우기만 하면 이미지가 흐려질 뿐입니다.
# - 200×200뿐 아니라 8의 배수인 어떤 크기에서도, 클래스가 2개 이상이면 몇 개든 만들 수 있어야 합니다.
# - **학습이 잘되어야** 합니다. 무작위 가중치에서 시작해, 아주 작은 이미지 몇 장으로 240스텝 학습하면 손실이 0.5 아래로
#   내려가는지 봅니다. 잡음이 심한 이미지라서 **주위의 픽셀을 함께 보아야** 배울 수 있습니다. 1×1 합성곱만으로는 픽셀을
#   하나씩만 보게 됩니다. 크기를 한 번도 줄이지 않거나, 크기를 바꾼 곳에 주위를 보는 합성곱이 없는 모델이라면 손실이
#   내려가도 인정하지 않습니다.
#
# 이것만 지킨다면 깊이, 필터 수, 활성화 함수, 정규화, 잔차 연결(`x + skip`, `keras.ops.add`, `Add`), 중첩 모델은
# 자유입니다. **Keras의 내장 층과 연산만** 쓴다면 함수형 모델, `Sequential`, 상속해서 만든 모델과 층, `Lambda` 층, 직접
# 만든 활성화 함수(`tf`가 아닌 `keras.ops`로)가 모두 좋습니다. 상속해서 만든 모델은 입력의 크기를 알도록
# `model(keras.Input(img_size + (3,)))`을 부른 다음 돌려주세요. **자체 가중치를 가진 층(`add_weight`)은 인정하지
# 않습니다.** 파라미터는 1,600만 개까지이고, 교재의 모델은 290만 개입니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points)
#
# Complete `build_fcn(img_size, num_classes)`: it makes and returns a Keras model, not trained yet, that takes images of
# `img_size` and gives the probabilities of `num_classes` classes at every pixel.
#
# - The input is `img_size + (3,)` with values 0..255. Rescale them to 0..1 **inside** the model, before the first
#   convolution and **once only** (`layers.Rescaling(1 / 255)`). -1..1 will do, too, and so will batch normalisation at
#   the very front.
# - The output is `img_size + (num_classes,)` and ends in a softmax over the channels. It may be an activation or a
#   `Softmax` layer of its own, but **only one** of them.
# - It is convolutional to the end: no `Dense`, no `Flatten`, no global pooling. Nor does any other operation take all
#   positions at once, such as a mean over height and width, a flip or attention (but for normalisation layers).
# - It shrinks the image at least once, and enlarges it by the same factors **in mirrored (reverse) order**. Sizes are
#   judged, not kinds of layers: pooling counts as down, `UpSampling2D` as up. The product of all downsampling strides
#   divides 8: it is 2, 4 or 8. **No `Resizing`**: it makes any size fit, and hides a step that is missing.
# - Where the image is small, there is **at least one convolution that looks around**, with a kernel larger than 1×1. A
#   strided or a transposed one will do. Shrinking and enlarging alone would only blur the image.
# - It can be made for 200×200 and for any other size in multiples of 8, and for any number of classes from 2 on.
# - It **learns**: from random weights, within 240 steps on a few tiny images, the training loss gets below 0.5. There
#   is so much noise in the images that the model has to **look at neighbouring pixels, too**; 1×1 convolutions alone
#   see one pixel at a time. A loss that falls does not count where the model never shrinks its image, or where no
#   convolution looks around at another size.
#
# Within that, depth, filters, activations, normalisation, residual connections (`x + skip`, `keras.ops.add`, `Add`) and
# nested models are up to you. Use **Keras' built-in layers and operations** alone, in a functional model, a
# `Sequential`, a model or layers of a class of your own, `Lambda` layers, or activation functions of your own (made of
# `keras.ops`, not of `tf`). A model of a class of your own has to know its input's size: call
# `model(keras.Input(img_size + (3,)))` before you return it. **Layers with weights of their own (`add_weight`) are not
# accepted.** There may be up to 16 million parameters; the textbook's model has 2.9 million.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 뼈대</summary>
#
# <pre>
# inputs = keras.Input(shape=img_size + (3,))
# x = keras.layers.Rescaling(1 / 255)(inputs)
# (줄이는 층들)
# (키우는 층들)
# outputs = (마지막 합성곱)(x)
# return keras.Model(inputs, outputs)
# </pre>
#
# </details>
#
# <details><summary>힌트 2: 줄이고 키우기</summary>
#
# 줄이는 층은 <code>keras.layers.Conv2D(필터 수, 3, strides=…, padding="same", activation="relu")</code>, 키우는 층은
# <code>Conv2DTranspose</code>에 같은 인자를 씁니다. 다운샘플링 스트라이드를 튜플로 적어 두고 <code>for</code>로 돌면서
# 층을 쌓고, 키울 때는 문제 2의 함수를 쓰면 됩니다. 필터는 16, 32, 64개로도 충분합니다.
#
# </details>
#
# <details><summary>힌트 3: 마지막 층</summary>
#
# 크기는 그대로 두고 채널만 <code>num_classes</code>로 만드는 <code>Conv2D</code>입니다.
# <code>activation="softmax"</code>를 주면 채널 방향으로 적용됩니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: the skeleton</summary>
#
# <pre>
# inputs = keras.Input(shape=img_size + (3,))
# x = keras.layers.Rescaling(1 / 255)(inputs)
# (layers that shrink)
# (layers that enlarge)
# outputs = (the last convolution)(x)
# return keras.Model(inputs, outputs)
# </pre>
#
# </details>
#
# <details><summary>Hint 2: shrinking and enlarging</summary>
#
# A layer that shrinks is <code>keras.layers.Conv2D(filters, 3, strides=…, padding="same", activation="relu")</code>;
# one that enlarges is a <code>Conv2DTranspose</code> with the same arguments. Write the downsampling strides as a
# tuple, stack the layers in a
# <code>for</code> loop, and use question 2 on the way up. Filters of 16, 32 and 64 are enough.
#
# </details>
#
# <details><summary>Hint 3: the last layer</summary>
#
# It is a <code>Conv2D</code> that leaves the size as it is and makes <code>num_classes</code> channels. Its
# <code>activation="softmax"</code> runs over the channels.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def build_fcn(img_size, num_classes):
    """A fully convolutional network. / 완전 합성곱 신경망.

    img_size: (height, width), multiples of 8; num_classes: int >= 2
    returns: keras.Model from (n, H, W, 3), 0..255, to probabilities (n, H, W, num_classes)
    """
    # BEGIN SOLUTION
    down_strides, filters = (2, 2, 2), (16, 32, 64)
    inputs = keras.Input(shape=img_size + (3,))
    x = keras.layers.Rescaling(1 / 255)(inputs)
    for stride, channels in zip(down_strides, filters, strict=True):
        x = keras.layers.Conv2D(channels, 3, strides=stride, padding="same", activation="relu")(x)
    for stride, channels in zip(mirrored_strides(down_strides), reversed(filters), strict=True):
        x = keras.layers.Conv2DTranspose(channels, 3, strides=stride, padding="same", activation="relu")(x)
    outputs = keras.layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x)
    return keras.Model(inputs, outputs)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_build_fcn(LANG, np, keras, build_fcn):
    from fcnlab import Check

    check = Check(LANG, build_fcn, "build_fcn")
    model = check.call((16, 24), 4)
    check.require(
        isinstance(model, keras.Model),
        ko="Keras 모델을 돌려주세요. 마지막 줄이 `return keras.Model(inputs, outputs)`인가요?",
        en="return a Keras model. Is the last line `return keras.Model(inputs, outputs)`?",
    )
    shape = tuple(model.output_shape[1:])
    check.require(
        shape == (16, 24, 4),
        ko=f"모델의 출력 모양이 다릅니다. 나온 모양: {shape}, 나와야 하는 모양: (16, 24, 4).",
        en=f"the output of the model has the shape {shape}, but (16, 24, 4) was expected.",
    )
    sums = keras.ops.convert_to_numpy(model(np.zeros((1, 16, 24, 3), dtype="float32"))).sum(axis=-1)
    check.require(
        np.allclose(sums, 1, rtol=1e-3),
        ko=f"픽셀마다 클래스 확률을 더하면 1이어야 합니다. 첫 픽셀의 합: {sums[0, 0, 0]:.3g}. softmax로 끝나나요?",
        en=f"the probabilities of each pixel should add up to 1; at the first they add up to {sums[0, 0, 0]:.3g}. "
        "Does the model end in a softmax?",
    )
    noise = np.random.default_rng(0).uniform(0, 255, (2, 16, 24, 3)).astype("float32")
    noise[1, 8, 8] = noise[0, 8, 8]
    here, there = keras.ops.convert_to_numpy(model(noise))[:, 8, 8]
    check.require(
        np.abs(here - there).max() > 1e-6,
        ko="한 픽셀만 그대로 두고 나머지를 모두 바꾸어도 그 픽셀의 출력이 변하지 않습니다. 3×3 합성곱처럼 주위의 "
        "픽셀을 함께 보는 층이 있나요?",
        en="the output at a pixel stays the same when all the others change. Is there a layer that looks at the pixels "
        "around, too, such as a 3×3 convolution?",
    )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 여러분의 모델을 층마다 그린 것입니다. 모래시계처럼 좁아졌다가 넓어지나요? 좁아질 때와 넓어질 때 같은
# 크기를 지나나요?

# %% [markdown] lang="en"
# **Try it.** Here is your model, layer by layer. Does it narrow and widen like an hourglass? Does it pass the same
# sizes on the way down and on the way up?

# %%
# show
fcnlab.hourglass(build_fcn((200, 200), 3), lang=LANG)

# %% [markdown] lang="ko"
# **왜 그럴까요?** 왜 줄인 배수를 거꾸로 써서 키울까요?
#
# <details><summary>한 가지 답</summary>
#
# 그래야 올라가는 길이 내려온 길과 같은 크기들을 지나고, 크기가 같은 맵끼리 더하거나 이어 붙일 수 있기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# **Why?** Why are the factors of the way down used in reverse on the way up?
#
# <details><summary>One answer</summary>
#
# The way up then passes the same sizes, and maps of one size can be added or joined.
#
# </details>

# %% [markdown] lang="ko"
# ### 짧게 학습하기
#
# 작은 그림으로 짧게 학습해 봅시다. 배열을 먼저 만들고 한 장씩 채웁니다. `(len(train),) + img_size + (3,)`에서 튜플을
# 더하면 **하나로 이어집니다.** 손실은 픽셀마다 구한 `sparse_categorical_crossentropy`의
# 평균입니다(`fcnlab.pixel_loss`). 어디까지 내려가는지 지켜보세요. 처음의 1.1은 세 클래스 중 하나를 아무렇게나 고르는
# 수준(ln 3)입니다.

# %% [markdown] lang="en"
# ### A short training
#
# Now train it for a moment on the small pictures. The arrays are made first, then filled one picture at a time. In
# `(len(train),) + img_size + (3,)` tuples are added, which **joins them**. The loss is the mean of
# `sparse_categorical_crossentropy` over all pixels (`fcnlab.pixel_loss`). Watch how far it falls; the 1.1 that it
# starts from is plain guessing among three classes (ln 3).

# %%
# show
model = None
img_size, epochs = (64, 64), 25
train = fcnlab.pet_files(folder, "trainval")[:24]
keras.utils.set_random_seed(0)
model = build_fcn(img_size, 3)
if model is not None:
    images = np.zeros((len(train),) + img_size + (3,), dtype="float32")
    masks = np.zeros((len(train),) + img_size + (1,), dtype="uint8")
    for i, (photo, trimap) in enumerate(train):
        images[i] = load_image(photo, img_size)
        masks[i] = load_trimap(trimap, img_size)
    plot = keras.callbacks.LambdaCallback(on_epoch_end=fcnlab.LossPlot(epochs, lang=LANG))
    model.compile(optimizer="adam", loss=fcnlab.pixel_loss)
    history = model.fit(images, masks, batch_size=6, epochs=epochs, verbose=0, callbacks=[plot])

# %% [markdown] lang="ko"
# ## {{ heading.q4 }}
#
# 모델은 이미지 여러 장이 든 **배치**를 받아, 픽셀마다 클래스의 확률을 냅니다. 우리가 원하는 것은 사진 한 장의 마스크,
# 곧 픽셀마다 클래스 번호 하나입니다.

# %% [markdown] lang="en"
# ## {{ heading.q4 }}
#
# A model takes a **batch of several images** and gives the probability of each class at each pixel. What we want is the
# mask of one photo: one class number at each pixel.

# %% [raw]
# # BEGIN QUESTION
# name: q4

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)
#
# `predict_mask(model, image)`를 완성하세요. Keras 모델 하나와 이미지 **한 장**(`(높이, 너비, 3)`, 0~255)을 받아,
# 픽셀마다 확률이 가장 큰 클래스의 번호를 담은 정수 배열 `(높이, 너비)`를 돌려줍니다.
#
# - 모델은 여러분의 것이 아닐 수도 있습니다. 클래스 수도, 이미지의 크기도 그때그때 다릅니다.
# - 모델 안에 이미 `Rescaling`이 있으니 이미지는 **그대로** 넣으세요. 받은 이미지를 바꾸지 마세요.

# %% [markdown] lang="en"
# ### Task ({{ points }} points)
#
# Complete `predict_mask(model, image)`. It takes a Keras model and **one** image (`(height, width, 3)`, 0..255) and
# gives an array of integers `(height, width)`: at each pixel the number of the most probable class.
#
# - The model may not be yours. The number of classes and the size of the image vary.
# - The model has a `Rescaling` of its own, so pass the image **as it is**, and leave it unchanged.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 배치 축</summary>
#
# 이미지 한 장에 <code>image[np.newaxis]</code>로 배치 축을 붙이면 <code>(1, 높이, 너비, 3)</code>이 됩니다. 나온
# 결과에서는
# <code>[0]</code>으로 다시 떼어 내세요.
#
# </details>
#
# <details><summary>힌트 2: 가장 큰 것의 번호</summary>
#
# <code>np.argmax(…, axis=-1)</code>은 마지막 축에서 가장 큰 값이 <b>몇 번째</b>인지 알려 줍니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: the batch axis</summary>
#
# <code>image[np.newaxis]</code> gives a single image a batch axis: <code>(1, height, width, 3)</code>. Take it off the
# result again with <code>[0]</code>.
#
# </details>
#
# <details><summary>Hint 2: which one is largest</summary>
#
# <code>np.argmax(…, axis=-1)</code> says <b>where</b> along the last axis the largest value is.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def predict_mask(model, image):
    """The class of each pixel of one image. / 이미지 한 장의 픽셀마다의 클래스.

    model: keras.Model; image: array (H, W, 3), 0..255; returns an integer array (H, W)
    """
    # BEGIN SOLUTION
    probabilities = model.predict(image[np.newaxis], verbose=0)[0]
    return np.argmax(probabilities, axis=-1)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_predict_mask(LANG, np, keras, predict_mask):
    from fcnlab import Check

    check = Check(LANG, predict_mask, "predict_mask")
    brightest = keras.Sequential([keras.Input((None, None, 3)), keras.layers.Softmax()])  # the strongest colour channel
    image = np.array([[[9, 1, 0], [2, 8, 1], [0, 3, 7]], [[1, 2, 9], [8, 0, 0], [9, 8, 7]]], dtype="float32")
    mask = check.call(brightest, image)
    check.array(mask, shape=(2, 3))
    check.require(
        mask.dtype.kind in "iu",
        ko=f"클래스 번호는 정수여야 하는데 자료형이 `{mask.dtype}`입니다.",
        en=f"classes are integers, but the dtype is `{mask.dtype}`.",
    )
    check.same(mask, np.array([[0, 1, 2], [2, 0, 0]]))


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 학습할 때 보지 못한 사진을 예측해 봅시다. 어디가 가장 어려울까요?

# %% [markdown] lang="en"
# **Try it.** Predict photos that the model has not seen in training. Where is it hardest?

# %% lang="ko"
# show
unseen = fcnlab.pet_files(folder, "test")[:4]
photos = [load_image(photo, img_size) for photo, _ in unseen]
true_masks = [load_trimap(trimap, img_size) for _, trimap in unseen]
predicted = [None if model is None else predict_mask(model, photo) for photo in photos]
fcnlab.masks(photos, {"정답": true_masks, "예측": predicted}, lang=LANG)

# %% lang="en"
# show
unseen = fcnlab.pet_files(folder, "test")[:4]
photos = [load_image(photo, img_size) for photo, _ in unseen]
true_masks = [load_trimap(trimap, img_size) for _, trimap in unseen]
predicted = [None if model is None else predict_mask(model, photo) for photo in photos]
fcnlab.masks(photos, {"true": true_masks, "predicted": predicted}, lang=LANG)

# %% [markdown] lang="ko"
# **왜 그럴까요?** 확률이 0.5를 넘는 클래스를 고르지 않고 왜 가장 큰 클래스를 고를까요?
#
# <details><summary>한 가지 답</summary>
#
# 클래스가 셋이면 어느 확률도 0.5를 넘지 않는 픽셀이 있고, 그래도 픽셀마다 클래스가 하나 있어야 하기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# **Why?** Why is the most probable class taken, and not the one above 0.5?
#
# <details><summary>One answer</summary>
#
# With three classes there are pixels where none gets above 0.5, and yet every pixel needs a class.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q5 }}
#
# 픽셀 정확도(맞힌 픽셀의 비율)만으로는 부족합니다. 사진 대부분이 배경이라면 모두 배경이라고 해도 높은 점수가 나옵니다.
# 그래서 클래스마다 **겹친 넓이를 합친 넓이로** 나누고(IoU, intersection over union), 클래스들의 평균을 냅니다.
#
# $$\text{IoU}_c = \frac{|\,\text{정답이 } c \;\text{그리고 예측이 } c\,|}{|\,\text{정답이 } c \;\text{또는 예측이 }
# c\,|}$$

# %% [markdown] lang="en"
# ## {{ heading.q5 }}
#
# Pixel accuracy, the share of right pixels, is not enough. On a photo that is mostly background it is high even when
# everything is called background. So for each class we divide **what overlaps by what both cover together** (IoU,
# intersection over union), and take the mean over the classes.
#
# $$\text{IoU}_c = \frac{|\,\text{true is } c \;\text{and predicted is } c\,|}{|\,\text{true is } c \;\text{or predicted
# is } c\,|}$$

# %% [raw]
# # BEGIN QUESTION
# name: q5

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)
#
# `mean_iou(y_true, y_pred, num_classes)`를 완성하세요. 모양이 같은 정수 배열 두 개(클래스 번호 0, 1, …,
# `num_classes - 1`)의 평균 IoU를 숫자 하나로 돌려줍니다.
#
# - 정답에도 예측에도 **없는 클래스는 평균에서 뺍니다.** 한쪽에만 있는 클래스는 0으로 셉니다. `keras.metrics.MeanIoU`와
#   같습니다.
# - 배열의 축은 몇 개든 될 수 있습니다. 적어도 한 클래스는 있습니다. 받은 배열은 바꾸지 않습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points)
#
# Complete `mean_iou(y_true, y_pred, num_classes)`: the mean IoU of two integer arrays of one shape, with the classes 0,
# 1, …, `num_classes - 1`, as a single number.
#
# - A class that is in **neither** array is **left out of the mean**. One that is in one of them alone counts as 0. This
#   is what `keras.metrics.MeanIoU` does.
# - The arrays may have any number of axes. At least one class is present. Leave both arrays as they are.

# %% [markdown] lang="ko"
# <details><summary>힌트</summary>
#
# 클래스마다 <code>y_true == c</code>와 <code>y_pred == c</code>는 참과 거짓의 배열입니다. <code>&amp;</code>가 겹친 곳,
# <code>|</code>가 합친 곳이고, <code>.sum()</code>이 픽셀 수입니다. 합친 곳이 0이면 그 클래스는 건너뛰세요.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint</summary>
#
# For each class, <code>y_true == c</code> and <code>y_pred == c</code> are arrays of true and false. <code>&amp;</code>
# is where both hold, <code>|</code> where either does, and <code>.sum()</code> counts the pixels. Skip a class that
# occurs in neither.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def mean_iou(y_true, y_pred, num_classes):
    """The mean over classes of intersection over union. / 클래스마다 구한 IoU의 평균.

    y_true, y_pred: integer arrays of one shape; num_classes: int; returns a float
    """
    # BEGIN SOLUTION
    ious = []
    for label in range(num_classes):
        union = ((y_true == label) | (y_pred == label)).sum()
        if union > 0:
            ious.append(((y_true == label) & (y_pred == label)).sum() / union)
    return float(np.mean(ious))
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_mean_iou(LANG, np, mean_iou):
    from fcnlab import Check

    check = Check(LANG, mean_iou, "mean_iou")
    y_true, y_pred = np.array([[0, 0], [1, 1]]), np.array([[0, 1], [1, 1]])
    check(y_true, y_true, 2, gives=1.0)
    check(y_true, y_pred, 2, gives=(1 / 2 + 2 / 3) / 2)


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 위에서 예측한 사진들의 클래스마다의 IoU와 평균, 그리고 픽셀 정확도입니다. 픽셀 정확도는 높은데
# **윤곽의 IoU**가 아주 낮지요? 윤곽은 가는 띠라서 픽셀이 적고, 짧게 학습한 모델은 윤곽을 거의 예측하지 않습니다. 픽셀
# 정확도만 보면 이것이 드러나지 않습니다. 에포크를 늘리거나 필터를 늘리면 얼마나 좋아질까요? 진짜 데이터로는 처음부터
# 학습하는 것보다, 큰 데이터로 미리 학습한 신경망에서 시작하는 **전이 학습**이 보통입니다.

# %% [markdown] lang="en"
# **Try it.** The IoU of each class in the photos predicted above, their mean, and the pixel accuracy. The accuracy is
# high, but is **the contour's IoU** very low? The contour is a thin band of few pixels, and after a short training the
# model hardly ever predicts it, which the accuracy does not show. How much better does it get with more epochs, or more
# filters? With real data one rarely trains from scratch: **transfer learning** starts from a network trained on a large
# data set.

# %% lang="ko"
# show
if model is not None and mean_iou(np.zeros(1), np.zeros(1), 1) is not None:
    y_true, y_pred = np.stack(true_masks)[..., 0], np.stack(predicted)
    for label, name in enumerate(["전경", "배경", "윤곽"]):
        there, predicted_there = y_true == label, y_pred == label
        iou = (there & predicted_there).sum() / max((there | predicted_there).sum(), 1)
        print(f"{name}의 IoU: {iou:.3f}")
    print(f"평균 IoU: {mean_iou(y_true, y_pred, 3):.3f}, 픽셀 정확도: {np.mean(y_true == y_pred):.3f}")

# %% lang="en"
# show
if model is not None and mean_iou(np.zeros(1), np.zeros(1), 1) is not None:
    y_true, y_pred = np.stack(true_masks)[..., 0], np.stack(predicted)
    for label, name in enumerate(["foreground", "background", "contour"]):
        there, predicted_there = y_true == label, y_pred == label
        iou = (there & predicted_there).sum() / max((there | predicted_there).sum(), 1)
        print(f"IoU of the {name}: {iou:.3f}")
    print(f"mean IoU: {mean_iou(y_true, y_pred, 3):.3f}, pixel accuracy: {np.mean(y_true == y_pred):.3f}")

# %% [markdown] lang="ko"
# **왜 그럴까요?** 모두 배경이라고 답하는 모델의 평균 IoU는 왜 1/3을 넘지 못할까요?
#
# <details><summary>한 가지 답</summary>
#
# 동물과 윤곽은 겹치는 픽셀이 없어 IoU가 0이고, 배경의 IoU도 1을 넘지 못하기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# **Why?** Why can a model that calls everything background not get a mean IoU above 1/3?
#
# <details><summary>One answer</summary>
#
# Animal and contour overlap nowhere, which is an IoU of 0 each, and that of the background is at most 1.
#
# </details>

# %% [markdown] lang="ko"
# ## 무엇이 윤곽을 살릴까요 (10분)
#
# 윤곽은 두세 픽셀 너비의 띠입니다. 크기를 8분의 1로 줄인 특성 맵에서는 한 칸이 8×8픽셀이므로, 띠가 칸의 어디를
# 지나는지는 채널에 적혀 있어야만 되살릴 수 있습니다. 그래서 **여러분의 모델**을 한 가지씩만 바꾸어 견주어 봅니다.
# 나머지는 층도, 필터도, 그림도, 시드도 같습니다.
#
# | 바꾼 것 | 어떻게 |
# | --- | --- |
# | 스트라이드 2 | 그대로. 합성곱이 두 픽셀씩 건너뛰며 줄입니다. |
# | 최대 풀링 | 합성곱은 한 픽셀씩 움직이고, 뒤따르는 `MaxPooling2D`가 줄입니다. |
# | 팽창(dilation) | 처음 한 번만 줄이고, 그다음은 커널의 칸 사이를 벌려 같은 넓이를 봅니다(DeepLab). |
# | 스킵 연결 하나 | 두 번째로 줄이기 전의 특성 맵을, 올라가는 길의 같은 크기의 맵에 이어 붙입니다. |
#
# 모델 네 개를 새로 학습하므로 1분쯤 걸립니다. 필터가 많은 모델이라면 더 걸립니다.

# %% [markdown] lang="en"
# ## What saves the contour? (10 minutes)
#
# The contour is a band two or three pixels wide. In a map of one eighth of the size, a cell stands for 8×8 pixels;
# where in the cell the band runs can only be brought back if the channels say so. So **your own model** is changed in
# one respect at a time. All else stays the same: layers, filters, pictures and seed.
#
# | Changed | How |
# | --- | --- |
# | stride 2 | as it is: the convolution shrinks, moving by two pixels |
# | max pooling | the convolution moves by one pixel, and a `MaxPooling2D` after it shrinks |
# | dilation | only the first step shrinks; later kernels have gaps and see as far as before (DeepLab) |
# | one skip connection | the map from before the second step down is joined to that of the same size on the way up |
#
# Four models are trained anew, which takes about a minute, and longer where a model has many filters.

# %%
# show
fcnlab.compared(build_fcn, lang=LANG)

# %% [markdown] lang="ko"
# 배경의 IoU보다 **윤곽의 열**에서 차이가 훨씬 크지 않나요? 모범 답안의 모델을 시드 세 개로 이렇게 학습한 결과는 다음과
# 같습니다. 평균과 95 % 신뢰 구간입니다.
#
# | | 배경의 IoU | 윤곽의 IoU |
# | --- | --- | --- |
# | 스트라이드 2 | 0.966 ± 0.004 | 0.452 ± 0.068 |
# | 최대 풀링 | 0.956 ± 0.017 | 0.309 ± 0.265 |
# | 팽창 | 0.972 ± 0.012 | 0.545 ± 0.146 |
# | 스트라이드 2 + 스킵 연결 | 0.971 ± 0.003 | 0.516 ± 0.046 |
#
# 구간이 겹치므로 시드 하나의 결과로는 순서를 말할 수 없습니다. 시드를 바꾸어(`fcnlab.compared(build_fcn, seed=1,
# lang=LANG)`) 순서가 그대로인지 보세요.
#
# **왜 그럴까요?** 스킵 연결이나 팽창은 왜 배경보다 윤곽에 도움이 될까요? 한 문장으로 답해 보세요.
#
# <details><summary>한 가지 답</summary>
#
# 배경은 넓어서 8×8칸의 평균만 알아도 맞지만, 윤곽은 칸 안의 위치를 알아야 맞고, 그 위치는 크기를 줄이지 않은 맵에만
# 남아 있기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# Does **the contour's column** differ far more than the background's? The course's own model, trained like this with
# three seeds, gives the following: means with 95 % intervals.
#
# | | IoU of the background | IoU of the contour |
# | --- | --- | --- |
# | stride 2 | 0.966 ± 0.004 | 0.452 ± 0.068 |
# | max pooling | 0.956 ± 0.017 | 0.309 ± 0.265 |
# | dilation | 0.972 ± 0.012 | 0.545 ± 0.146 |
# | stride 2 + one skip | 0.971 ± 0.003 | 0.516 ± 0.046 |
#
# The intervals overlap, so that one seed shows no order. Try another (`fcnlab.compared(build_fcn, seed=1, lang=LANG)`)
# and see whether the order stays.
#
# **Why?** Why does a skip connection, or dilation, help the contour more than the background? Answer in one sentence.
#
# <details><summary>One answer</summary>
#
# The background is wide, so that knowing 8×8 cells on the whole is enough; the contour needs the place within a cell,
# and only a map that was not shrunk still has it.
#
# </details>

# %% [markdown] lang="ko"
# ## 전이 학습: 그림 16장으로 (10분)
#
# 강의에서 말했듯이 이런 신경망은 실제로는 처음부터 학습하지 않습니다. 픽셀마다 색칠한 정답은 비싸지만, 가장자리와
# 무늬를 알아보는 법은 **다른 그림**에서도 배울 수 있기 때문입니다. `fcnlab.pretrained_encoder`는 원, 상자, 삼각형,
# 십자를 그린 그림 2,000장으로 미리 학습한 인코더입니다. 동물은 한 마리도 없었습니다. 가중치는 176 kB입니다.
#
# ```python
# encoder = fcnlab.pretrained_encoder((64, 64))
# encoder.trainable = False  # 얼립니다(동결): 학습할 때 가중치가 바뀌지 않습니다
# ```
#
# 아래에서는 그 인코더 위에 **여러분 모델의 올라가는 길**을 새 가중치로 올려 16장만으로 학습하고, 여러분의 모델을
# 처음부터 16장으로 학습한 것과 견줍니다. 곡선은 둘 다 본 적 없는 그림에서 잰 평균 IoU입니다.

# %% [markdown] lang="en"
# ## Transfer learning: with 16 pictures (10 minutes)
#
# As the lecture says, one does not train such networks from scratch in practice. Answers painted pixel by pixel are
# dear, but how to see edges and textures can be learned from **other pictures**, too. `fcnlab.pretrained_encoder` has
# learned from 2,000 drawings of discs, boxes, triangles and crosses. There was no animal among them. Its weights take
# 176 kB.
#
# ```python
# encoder = fcnlab.pretrained_encoder((64, 64))
# encoder.trainable = False  # frozen: training leaves its weights as they are
# ```
#
# Below, **your model's way up**, with new weights, is put on that encoder and trained on 16 pictures alone; beside it,
# your whole model is trained from scratch on the same 16. The curves are the mean IoU on pictures that neither has
# seen.

# %%
# show
fcnlab.transferred(build_fcn, lang=LANG)

# %% [markdown] lang="ko"
# 그림을 4장이나 64장으로 바꾸면(`images=64`) 차이가 커질까요, 작아질까요? 에포크 수는 그대로이므로 그림이 많으면 스텝도
# 많아집니다. 먼저 예상해 보고 실행하세요.
#
# **왜 그럴까요?** 그림이 적을 때 인코더를 **얼리는** 것이 왜 도움이 될까요?
#
# <details><summary>한 가지 답</summary>
#
# 배울 가중치가 줄어들어 적은 그림을 외우기 어려워지고, 다른 그림에서 배운 특성이 처음의 큰 기울기에 망가지지 않기
# 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# With 4 or 64 pictures instead (`images=64`), does the gap grow or shrink? The epochs stay, so that more pictures mean
# more steps, too. Guess first, then run it.
#
# **Why?** Why does **freezing** the encoder help when there are few pictures?
#
# <details><summary>One answer</summary>
#
# There are fewer weights to learn, so that a few pictures cannot simply be memorised; and what was learned elsewhere is
# not spoilt by the large gradients of the first steps.
#
# </details>

# %% [markdown] lang="ko"
# ## 시맨틱과 인스턴스: 몇 마리일까요 (5분)
#
# 두 마리가 맞닿아 있습니다. 시맨틱 분할의 마스크에서는 픽셀마다 '동물'이라는 클래스뿐이므로, 이어진 픽셀을 한 덩어리로
# 세면(`fcnlab.regions`) **하나**입니다. 인스턴스 분할의 정답에는 마스크가 한 마리에 하나씩 있어서 **둘**입니다. YOLO는
# 마스크 대신 상자를 한 마리에 하나씩 내므로 셀 수 있습니다.

# %% [markdown] lang="en"
# ## Semantic and instance: how many are there? (5 minutes)
#
# Two animals touch. A mask of semantic segmentation knows only the class 'animal' of each pixel, and counting regions
# of connected pixels (`fcnlab.regions`) gives **one**. Instance segmentation has one mask for each animal, and so
# **two**. YOLO gives a box for each instead of a mask, so it can count as well.

# %% lang="ko"
# show
two, two_semantic, two_instances = fcnlab.two_pets((64, 64))
two_predicted = None if model is None else predict_mask(model, two.astype("float32"))
fcnlab.counted(
    two,
    {
        "시맨틱(정답)": [two_semantic != 1],
        "시맨틱(여러분의 예측)": None if two_predicted is None else [two_predicted != 1],
        "인스턴스(정답)": [two_instances == 1, two_instances == 2],
    },
    lang=LANG,
)

# %% lang="en"
# show
two, two_semantic, two_instances = fcnlab.two_pets((64, 64))
two_predicted = None if model is None else predict_mask(model, two.astype("float32"))
fcnlab.counted(
    two,
    {
        "semantic (true)": [two_semantic != 1],
        "semantic (predicted)": None if two_predicted is None else [two_predicted != 1],
        "instances (true)": [two_instances == 1, two_instances == 2],
    },
    lang=LANG,
)

# %% [markdown] lang="ko"
# 예측에서 덩어리가 더 많다면, 짧게 학습한 모델이 배경 여기저기에 남긴 얼룩도 덩어리로 세었기 때문입니다.
#
# **왜 그럴까요?** 마스크가 완벽해도 덩어리를 세어서는 왜 두 마리인지 알 수 없을까요?
#
# <details><summary>한 가지 답</summary>
#
# 맞닿은 곳의 픽셀도 양쪽 모두 '동물'이어서, 어디에서 한 마리가 끝나고 다른 한 마리가 시작하는지가 마스크에 적혀 있지
# 않기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# Where the prediction has more regions, it is for the specks that a model leaves after a short training: they are
# counted, too.
#
# **Why?** Why can counting regions not tell that there are two, even in a perfect mask?
#
# <details><summary>One answer</summary>
#
# Where they touch, the pixels on both sides are 'animal': the mask does not say where one ends and the other begins.
#
# </details>

# %% [markdown] lang="ko"
# ## 정리
#
# 책을 덮고 스스로 설명할 수 있는지 확인해 보세요.
#
# - FCN은 무엇의 줄임말이고, MLP와 무엇이 다른가요?
# - 시맨틱 분할과 인스턴스 분할은 무엇이 다른가요? YOLO처럼 물체를 셀 수 있는 것은 어느 쪽인가요?
# - 이 노트북에 나온 서로 다른 세 개의 3은 각각 무엇인가요?
# - 다운샘플링 스트라이드가 (2, 4)라면 업샘플링 스트라이드는 무엇이고, 왜 그런가요?
# - 전치 합성곱은 무엇을 되돌리고, 무엇을 되돌리지 못하나요?
# - 트라이맵의 크기를 바꿀 때 왜 색처럼 섞으면 안 되나요?
# - 픽셀 정확도 대신 왜 IoU를 쓰나요?

# %% [markdown] lang="en"
# ## In short
#
# Close the book and see whether you can explain:
#
# - What does FCN stand for, and how does it differ from an MLP?
# - How do semantic and instance segmentation differ? Which of them can count objects, as YOLO does?
# - What are the three different threes in this notebook?
# - If the downsampling strides are (2, 4), what are the upsampling strides, and why?
# - What does a transposed convolution bring back, and what not?
# - Why must a trimap not be blended like colours when it is resized?
# - Why IoU instead of pixel accuracy?

# %% [raw]
# # BEGIN QUESTION
# name: stretch1

# %% [markdown] lang="ko"
# ### 더 해 보기 1. U-Net (채점하지 않습니다, 30분)
#
# 위에서는 스킵 연결이 하나였습니다. **U-Net**은 줄이기 전의 특성 맵을 해상도마다 올라가는 길에 이어 붙입니다.
# `build_unet(img_size, num_classes)`를 완성하세요. `build_fcn`과 같은 입력과 출력에, 서로 다른 해상도 **두 곳
# 이상**에서 내려가는 길의 맵이 올라가는 길의 맵과 만나면 됩니다.
#
# <details><summary>힌트</summary>
#
# 줄이기 전마다 <code>x</code>를 리스트에 넣어 두고, 키운 뒤에 <code>pop()</code>으로 꺼내
# <code>keras.layers.Concatenate()([x, …])</code>로 이어 붙인 다음 합성곱을 하나 더 둡니다.
#
# </details>

# %% [markdown] lang="en"
# ### Stretch goal 1. A U-Net (not graded, 30 minutes)
#
# Above, there was one skip connection. A **U-Net** joins the map from before each step down to the way up, at every
# resolution. Complete `build_unet(img_size, num_classes)`: input and output are those of `build_fcn`, and at **two
# resolutions or more** a map of the way down meets one of the way up.
#
# <details><summary>Hint</summary>
#
# Put <code>x</code> into a list before each step down; after each step up take one out with <code>pop()</code>, join it
# by <code>keras.layers.Concatenate()([x, …])</code>, and add one more convolution.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def build_unet(img_size, num_classes):
    """An FCN whose two ways meet at several resolutions. / 여러 해상도에서 두 길이 만나는 FCN.

    img_size: (height, width), multiples of 8; num_classes: int >= 2
    returns: keras.Model from (n, H, W, 3), 0..255, to probabilities (n, H, W, num_classes)
    """
    # BEGIN SOLUTION
    filters = (16, 32, 64)
    inputs = keras.Input(shape=img_size + (3,))
    x = keras.layers.Rescaling(1 / 255)(inputs)
    before = []
    for channels in filters:
        before.append(keras.layers.Conv2D(channels // 2, 3, padding="same", activation="relu")(x))
        x = keras.layers.Conv2D(channels, 3, strides=2, padding="same", activation="relu")(before[-1])
    for channels in reversed(filters):
        x = keras.layers.Conv2DTranspose(channels, 3, strides=2, padding="same", activation="relu")(x)
        x = keras.layers.Concatenate()([x, before.pop()])
        x = keras.layers.Conv2D(channels // 2, 3, padding="same", activation="relu")(x)
    outputs = keras.layers.Conv2D(num_classes, 3, padding="same", activation="softmax")(x)
    return keras.Model(inputs, outputs)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_build_unet(LANG, np, keras, build_unet):
    from fcnlab import Check

    check = Check(LANG, build_unet, "build_unet")
    model = check.call((32, 48), 4)
    check.require(
        isinstance(model, keras.Model),
        ko="Keras 모델을 돌려주세요. 마지막 줄이 `return keras.Model(inputs, outputs)`인가요?",
        en="return a Keras model. Is the last line `return keras.Model(inputs, outputs)`?",
    )
    shape = tuple(model.output_shape[1:])
    check.require(
        shape == (32, 48, 4),
        ko=f"모델의 출력 모양이 다릅니다. 나온 모양: {shape}, 나와야 하는 모양: (32, 48, 4).",
        en=f"the model's output is {shape}, but should be (32, 48, 4).",
    )
    sums = keras.ops.convert_to_numpy(model(np.zeros((1, 32, 48, 3), dtype="float32"))).sum(axis=-1)
    check.require(
        np.allclose(sums, 1, atol=1e-4),
        ko="픽셀마다 확률을 더하면 1이어야 합니다. 마지막이 softmax인가요?",
        en="at each pixel the probabilities should add up to 1. Is there a softmax at the end?",
    )
    maps = [each for each in model.operations if len(getattr(each.output, "shape", ())) == 4]
    smallest = min(maps, key=lambda each: each.output.shape[1]).output
    up, met = {id(smallest)}, set()
    for each in maps:
        sources = each.input if isinstance(each.input, (list, tuple)) else [each.input]
        from_below = [id(source) in up for source in sources]
        if any(from_below):
            up.add(id(each.output))
            if not all(from_below) and each.output.shape[1] > smallest.shape[1]:
                met.add(tuple(each.output.shape[1:3]))
    check.require(
        len(met) >= 2,
        ko=f"내려가는 길의 맵과 올라가는 길의 맵이 만나는 해상도가 {len(met)}곳입니다. 두 곳 이상이어야 합니다.",
        en=f"maps of the way down meet the way up at {len(met)} resolution(s); two or more are needed.",
    )


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# 여러분의 FCN과 U-Net을 나란히 학습합니다. 어느 열에서 가장 크게 달라지나요? 파라미터 수도 견주어 보세요.

# %% [markdown] lang="en"
# Your FCN and your U-Net, trained side by side. Which column changes most? Compare the numbers of parameters, too.

# %%
# show
fcnlab.side_by_side({"FCN": build_fcn, "U-Net": build_unet}, lang=LANG)
