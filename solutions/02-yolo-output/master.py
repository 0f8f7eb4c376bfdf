# %% [raw]
# # ASSIGNMENT CONFIG

# %% [markdown] lang="ko"
# # YOLO의 출력 읽기
#
# **YOLO**는 *You Only Look Once*, '한 번만 본다'는 뜻입니다. 예전의 객체 탐지는 이미지를 여러 번 훑었지만, YOLO는
# 이미지를 신경망에 **한 번** 통과시켜 어디에 무엇이 있는지 모두 알아냅니다.
#
# 그 대신 한 번에 나오는 숫자가 매우 많습니다. 이 과제에서는 2018년에 나온 **YOLOv3**의 출력을 NumPy로 직접
# 읽어 봅니다. 숫자가 몇 개인지 세는 것에서 시작해서, 마지막에는 이미지 위에 상자와 레이블을 그립니다.
#
# | 문제 | 만들 함수 | 점수 |
# | --- | --- | ---: |
# {{ questions }}

# %% [markdown] lang="en"
# # Reading YOLO's output
#
# **YOLO** means *You Only Look Once*. Earlier detectors went over an image many times; YOLO sends it through the
# network **once**, and gets every object's class and position.
#
# The price is that one look gives an enormous number of values. In this assignment you read the output of **YOLOv3**
# (2018) yourself, in NumPy. You begin by counting the numbers, and you end by drawing boxes and labels on an image.
#
# | Question | Function you write | Points |
# | --- | --- | ---: |
# {{ questions }}

# %% [markdown] lang="ko"
# ### 모든 문제에 공통된 약속
#
# - **NumPy만 사용합니다.** 채점 환경에는 TensorFlow, Keras, PyTorch, SciPy, OpenCV가 없습니다. 문제를 다 푼 다음 작은
#   신경망을 학습시켜 보는 곳에서만 Keras가 필요하고, 그곳은 채점하지 않습니다.
# - **반복문을 써도 됩니다.** 순수한 파이썬 `for` 문으로 풀어도 만점입니다. 채점에 쓰는 배열은 작아서 호출 한 번이
#   0.1초를 넘는 일이 드물고, 2초까지 기다립니다. 노트북 전체에는 14초가 주어집니다.
# - 개수와 크기(`num_classes`, `num_boxes`, `image_size`, `stride`)는 1 이상의 정수입니다. 파이썬 `int`일 수도, NumPy
#   정수일 수도 있습니다.
# - 신경망이 내놓은 가공하지 않은(raw) 숫자는 모두 **−80과 80 사이**의 실수입니다. 배열로 받을 때의 자료형은 `float32`나
#   `float64`입니다.
# - 돌려주는 숫자는 파이썬 숫자도 NumPy 숫자도 좋습니다. 실수는 상대 오차 1e-5까지 같은 것으로 봅니다. **튜플**을
#   돌려주라고 한 곳에서는 튜플을, **리스트**를 돌려주라고 한 곳에서는 리스트를 돌려주세요.
# - 받은 **배열을 바꾸지 않습니다.** 같은 인자로 다시 부르면 같은 결과가 나와야 합니다.
# - 함수와 인자의 이름은 그대로 두고, `...`이 있는 자리를 채우세요.
#
# 문제마다 있는 `grader.check(...)`는 기본만 확인하는 공개 검사입니다. 채점할 때는 더 많은 입력으로 확인합니다. 막히면
# 힌트를 위에서부터 하나씩 펼쳐 보세요. 힌트를 본다고 감점되지 않습니다.

# %% [markdown] lang="en"
# ### What holds for every question
#
# - **NumPy only.** TensorFlow, Keras, PyTorch, SciPy and OpenCV are not there when your notebook is graded. Only after
#   the questions, where a small network is trained, is Keras needed, and nothing there is graded.
# - **Loops are welcome.** Plain Python `for` loops get full marks. Grading uses small arrays, so a call rarely takes
#   more than 0.1 seconds; it may take 2, and the whole notebook 14.
# - Counts and sizes (`num_classes`, `num_boxes`, `image_size`, `stride`) are integers of at least 1: a Python `int`
#   or a NumPy integer.
# - The raw numbers that the network gives are real numbers **between −80 and 80**. Arrays of them are `float32` or
#   `float64`.
# - The numbers you return may be Python's or NumPy's. Real numbers are compared at a relative tolerance of 1e-5. Return
#   a **tuple** where a tuple is asked for, and a **list** where a list is.
# - **Leave the arrays you are given as they are.** Calling with the same arguments again gives the same result.
# - Keep the names of functions and arguments, and replace each `...` with your answer.
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
# ## 왜 한 번만 볼까요?
#
# *5분쯤 걸립니다.*
#
# YOLO 이전에는 **창**(window)을 이미지 위에서 옮기며 "이 안에 무엇이 있나?"를 창마다 따로 물었습니다. 물체의 크기도
# 여러 가지이므로 창도 여러 크기로 잘라야 합니다. 아래 왼쪽은 13×13곳에서 세 가지 크기의 창을 64×64픽셀로 바꾸어 작은
# 신경망에 넣는 방법이고, 오른쪽은 같은 신경망에 이미지 전체를 **한 번** 넣는 방법입니다. 횟수와 곱셈-덧셈(곱하고 더하는
# 계산 한 번)을 세어 보면 다음과 같습니다.

# %% [markdown] lang="en"
# ## Why look only once?
#
# *About 5 minutes.*
#
# Before YOLO, a **window** was slid over the image, and for each window the network was asked: what is in there? Since
# objects have many sizes, windows of several sizes are needed. On the left below, windows of three sizes are cut out at
# 13×13 places, scaled to 64×64 pixels and given to a small network; on the right the same network gets the whole image,
# **once**. These are the counted passes and multiply-adds (one multiplication with its addition).

# %%
# show
fcnlab.passes(lang=LANG)

# %% [markdown] lang="ko"
# **한 문장으로.** 창 두 개가 많이 겹치면 왼쪽 방법에서는 무엇을 두 번 계산하나요?
#
# <details><summary>생각해 본 다음 펼치세요</summary>
#
# 겹친 픽셀의 합성곱을 창마다 다시 계산합니다. 이미지 전체를 합성곱하면 같은 자리의 특징을 한 번만 계산해서 모든 칸이
# 함께 씁니다.
#
# </details>

# %% [markdown] lang="en"
# **In one sentence.** Where two windows overlap, what is computed twice on the left?
#
# <details><summary>Think first, then open</summary>
#
# The convolutions of the pixels that they share, once for each window. A convolution over the whole image computes the
# features of a place once, and all cells use them.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q1 }}
#
# *10분쯤 걸립니다.*
#
# YOLOv3는 완전 합성곱 신경망입니다. 2016년의 첫 YOLO는 Dense 층으로 끝났지만, YOLOv3의 맨 끝에는 Dense 층이
# 없고 합성곱의 출력이 그대로 나옵니다. 출력은 이미지를 바둑판처럼
# 나눈 **격자**이고, 격자의 **칸**마다 숫자가 깊이 방향으로 두껍게 쌓여 있습니다.
#
# 칸 하나는 **상자**(bounding box)를 여러 개 예측합니다. 상자마다 예측하는 숫자는 다음과 같습니다.
#
# - `tx, ty, tw, th`: 상자의 중심과 너비, 높이를 나타내는 숫자 **4개**
# - `p`: 여기에 물체가 있다고 얼마나 확신하는지를 나타내는 **객체성 점수**(objectness) **1개**
# - `c0, c1, …`: **클래스 점수**, 클래스마다 1개씩
#
# 클래스가 두 가지이고 상자가 세 개라면 칸 하나에 다음 숫자들이 **이 순서대로** 들어 있습니다. 아래의 작은 숫자는 몇
# 번째 자리인지를 나타냅니다.

# %% [markdown] lang="en"
# ## {{ heading.q1 }}
#
# *About 10 minutes.*
#
# YOLOv3 is a fully convolutional network. The first YOLO of 2016 ended in Dense layers; YOLOv3 has none, and the output
# of its last convolution is the answer. It is a **grid** laid over the image, and in each **cell** of the grid there is
# a deep stack of numbers.
#
# One cell predicts several **bounding boxes**. For each box it predicts
#
# - `tx, ty, tw, th`: **four** numbers for the box's centre, width and height,
# - `p`: **one** number for how sure it is that there is an object, the **objectness**,
# - `c0, c1, …`: **class scores**, one for each class.
#
# With two classes and three boxes, a cell holds these numbers **in this order**. The small numbers below are the places
# in the stack.

# %%
# show
fcnlab.depth_bar(2, lang=LANG)

# %% [markdown] lang="ko"
# 클래스 점수까지 **모두 상자마다 따로** 있습니다. 그래서 칸 하나가 자동차와 그 앞에 선 사람을 함께 찾을 수 있습니다.
# 칸 하나에 있는 숫자의 개수를 출력의 **깊이**라고 합니다.
#
# $$(4 + 1 + \text{클래스 수}) \times \text{상자 수}$$

# %% [markdown] lang="en"
# **Each box has its own set of all of these**, the class scores too. That is how one cell can find a car and the person
# who stands in front of it. The number of numbers in one cell is the **depth** of the output:
#
# $$(4 + 1 + \text{classes}) \times \text{boxes}$$

# %% [raw]
# # BEGIN QUESTION
# name: q1

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)
#
# `yolo_depth(num_classes, num_boxes)`를 완성하세요. 칸 하나에 있는 숫자의 개수를 **정수로** 돌려줍니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points)
#
# Complete `yolo_depth(num_classes, num_boxes)`: how many numbers one cell holds, **as an integer**.

# %% [markdown] lang="ko"
# <details><summary>힌트: 그림에서 세어 보기</summary>
#
# 위 그림에서 상자 0은 0번, 상자 1은 7번, 상자 2는 14번 자리에서 시작합니다. 상자 3이 있다면 몇 번에서 시작할까요? 그
# 번호가 바로 지금까지 나온 숫자의 개수입니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint: count in the picture</summary>
#
# In the picture box 0 starts at place 0, box 1 at place 7 and box 2 at place 14. Where would box 3 start? That is how
# many numbers came before it.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def yolo_depth(num_classes, num_boxes=3):
    """How many numbers one cell predicts. / 칸 하나가 예측하는 숫자의 개수.

    num_classes, num_boxes: int >= 1; returns an int
    """
    # BEGIN SOLUTION
    return (4 + 1 + num_classes) * num_boxes
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_yolo_depth(LANG, yolo_depth):
    from fcnlab import Check

    check = Check(LANG, yolo_depth, "yolo_depth")
    check(2, gives=21)
    check(20, num_boxes=1, gives=25)


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** YOLOv3 논문은 클래스가 80가지인 COCO 데이터로 학습했고, 칸마다 상자가 3개입니다. 강의에서처럼
# 클래스가 1,000가지라면 칸 하나가 얼마나 두꺼워질까요?

# %% [markdown] lang="en"
# **Try it.** The YOLOv3 paper trained on COCO, with 80 classes and three boxes per cell. And with the 1,000 classes of
# the lecture, how deep does one cell get?

# %%
# show
print(yolo_depth(80), yolo_depth(1000))

# %% [markdown] lang="ko"
# ## {{ heading.q2 }}
#
# *10분쯤 걸립니다.*
#
# 격자의 칸 하나가 원래 이미지에서 몇 픽셀인지를 **스트라이드**(stride)라고 합니다. 416×416 이미지를 스트라이드 32로
# 나누면 13×13칸입니다.
#
# 그런데 합성곱을 거듭하며 크기를 줄일수록 **작은 물체는 사라집니다.** 가까이 있는 큰 자동차는 13×13에도 남지만, 멀리
# 있는 작은 자동차는 남지 않습니다. 그래서 YOLOv3는 맨 끝에서만 찾지 않고 **세 가지 해상도에서 세 번** 찾습니다. 큰
# 물체는 칸이 큰 격자에서, 작은 물체는 칸이 작은 격자에서 찾습니다.
#
# 아래는 실제로 계산한 그림입니다. 윗줄은 거리 그림 위에 놓은 격자이고, 아랫줄은 칸마다 픽셀의 **평균**을 내어 같은
# 크기로 줄인 것입니다. 멀리 있는 자동차와 사람이 어느 해상도까지 보이는지 살펴보세요. 물체가 칸보다 작으면 한 칸에
# 들어가는 픽셀 가운데 물체가 차지하는 몫이 작아서 **배경과 섞입니다.** 가까운 자동차는 칸을 여럿 채우므로 남습니다.
#
# (신경망은 단순한 평균이 아니라 학습한 커널로, 픽셀이 아니라 특징을 줄입니다. 그래서 작은 물체도 더 오래 남길 수
# 있지만, 칸 하나에 담을 수 있는 것은 역시 정해져 있습니다.)

# %% [markdown] lang="en"
# ## {{ heading.q2 }}
#
# *About 10 minutes.*
#
# How many pixels of the original image one cell covers is called the **stride**. A 416×416 image at stride 32 has 13×13
# cells.
#
# But the more convolutions shrink the image, the more **small objects vanish**. The large car nearby is still there at
# 13×13; the small car in the distance is not. That is why YOLOv3 does not look at the very end only: it detects **three
# times, at three scales**. Large objects are found in the grid with large cells, small ones in the grid with small
# cells.
#
# The picture below is computed. On top, the grids over a picture of a street; at the bottom, the street shrunk to the
# same size by taking the **mean** of each cell. See how far down the distant car and the person survive. Where an
# object is smaller than a cell, it has a small share of the cell's pixels and is **blended with the background**. The
# near car fills several cells, and stays.
#
# (A network takes no plain mean: it shrinks features, not pixels, with kernels that it has learned. So it can keep
# small objects for longer; but what fits into one cell is limited there, too.)

# %%
# show
fcnlab.scales(lang=LANG)

# %%
# show
fcnlab.cell_numbers(lang=LANG)

# %% [markdown] lang="ko"
# **뜻이 다른 두 개의 3**을 구별하세요. 깊이에 곱하는 3은 **칸 하나의 상자 수**이고, 여기서 말하는 3은 **해상도의
# 수**입니다. 해상도가 셋이라고 깊이가 달라지지는 않습니다. 출력이 세 개 나올 뿐입니다.

# %% [markdown] lang="en"
# Mind that there are **two different threes**. The 3 in the depth is the number of **boxes per cell**; the 3 here is
# the number of **scales**. Three scales do not change the depth: there are simply three outputs.

# %% [raw]
# # BEGIN QUESTION
# name: q2

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)
#
# `yolo_output_shapes(image_size, num_classes, strides, num_boxes)`를 완성하세요. 출력마다 `(행 수, 열 수, 깊이)`
# **튜플**을 만들어 **리스트**에 담아 돌려줍니다. 셋 다 정수입니다.
#
# - `image_size`는 정사각형 이미지의 한 변이고, 모든 스트라이드의 배수입니다.
# - `strides`는 스트라이드의 튜플입니다. 몇 개든 될 수 있고, 어떤 순서로든 올 수 있습니다. 결과는 **`strides`에 적힌
#   순서대로** 담아 주세요.

# %% [markdown] lang="en"
# ### Task ({{ points }} points)
#
# Complete `yolo_output_shapes(image_size, num_classes, strides, num_boxes)`: a **list** with one **tuple**
# `(rows, cols, depth)` of integers for each output.
#
# - `image_size` is the side of a square image and a multiple of every stride.
# - `strides` is a tuple of strides, any number of them and in any order. The result comes **in the order of
#   `strides`**.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 칸의 수</summary>
#
# 한 변이 416픽셀인 이미지에 32픽셀짜리 칸이 한 줄에 몇 개 들어갈까요? 정수로 나누려면 <code>/</code> 대신
# <code>//</code>를 쓰세요.
#
# </details>
#
# <details><summary>힌트 2: 거의 다 왔습니다</summary>
#
# <pre>
# 빈 리스트를 만든다
# strides에서 차례로 하나씩 꺼내서:
#     한 변의 칸 수를 구한다
#     (칸 수, 칸 수, 문제 1의 깊이) 튜플을 리스트에 덧붙인다
# </pre>
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: the number of cells</summary>
#
# How many cells of 32 pixels fit side by side into 416 pixels? For an integer, divide with <code>//</code> instead of
# <code>/</code>.
#
# </details>
#
# <details><summary>Hint 2: nearly there</summary>
#
# <pre>
# make an empty list
# for each stride in strides:
#     find the number of cells along a side
#     append the tuple (cells, cells, depth of question 1) to the list
# </pre>
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def yolo_output_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    """The shapes of all outputs for one image. / 이미지 한 장에서 나오는 모든 출력의 shape.

    image_size: int, a multiple of every stride; strides: tuple of int
    returns: list of tuples (rows, cols, depth), in the order of strides
    """
    # BEGIN SOLUTION
    depth = yolo_depth(num_classes, num_boxes)
    return [(image_size // stride, image_size // stride, depth) for stride in strides]
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_yolo_output_shapes(LANG, yolo_output_shapes):
    from fcnlab import Check

    check = Check(LANG, yolo_output_shapes, "yolo_output_shapes")
    check(64, 2, gives=[(2, 2, 21), (4, 4, 21), (8, 8, 21)])
    check(96, 1, strides=(32,), num_boxes=1, gives=[(3, 3, 6)])


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 논문의 설정, 곧 416픽셀 이미지와 80가지 클래스의 출력입니다. 이미지 여러 장을 한꺼번에 넣으면 맨
# 앞에 배치 축이 하나 더 붙어 출력이 **4차원** 배열이 됩니다.

# %% [markdown] lang="en"
# **Try it.** The paper's setting: an image of 416 pixels and 80 classes. Feed several images at once, and an axis for
# the batch comes first: each output is then an array with **four** dimensions.

# %%
# show
yolo_output_shapes(416, 80)

# %% [markdown] lang="ko"
# **한 문장으로.** 격자를 13×13에서 26×26으로 촘촘하게 하면 칸 하나의 깊이는 왜 그대로인가요?
#
# <details><summary>생각해 본 다음 펼치세요</summary>
#
# 깊이는 칸 하나의 상자 수와 클래스 수로 정해지고, 칸이 몇 개인지와는 상관없기 때문입니다.
#
# </details>

# %% [markdown] lang="en"
# **In one sentence.** From 13×13 to 26×26 cells, why does the depth of one cell stay?
#
# <details><summary>Think first, then open</summary>
#
# Because it depends on the boxes of a cell and on the classes, and not on how many cells there are.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q3 }}
#
# *10분쯤 걸립니다.*
#
# 칸 하나의 깊이에 칸의 수를 곱하면 한 해상도에서 나오는 숫자의 개수입니다. 격자가 32×32칸이라면 깊이에 32×32를
# 곱합니다. 이것을 **모든 해상도에서** 구해서 더하면, 이미지를 한 번 보고 예측하는 숫자가 모두 몇 개인지 알 수
# 있습니다.

# %% [markdown] lang="en"
# ## {{ heading.q3 }}
#
# *About 10 minutes.*
#
# The depth of one cell times the number of cells is how many numbers come out at one scale: with a grid of 32×32 cells,
# multiply the depth by 32×32. Add this up **over all scales**, and you know how many numbers one look at an image
# predicts.

# %% [raw]
# # BEGIN QUESTION
# name: q3

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)
#
# `count_outputs(image_size, num_classes, strides, num_boxes)`를 완성하세요. 이미지 한 장에서 예측하는 **숫자**의 개수를
# **정수로** 돌려줍니다. 상자의 개수가 아니라, 상자를 이루는 숫자까지 모두 센 개수입니다. 인자의 뜻은 문제 2와 같습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points)
#
# Complete `count_outputs(image_size, num_classes, strides, num_boxes)`: how many **numbers** are predicted for one
# image, **as an integer**. Not how many boxes: all the numbers that the boxes consist of. The arguments are those of
# question 2.

# %% [markdown] lang="ko"
# <details><summary>힌트: 문제 2를 이용하기</summary>
#
# 문제 2의 결과에서 튜플 하나를 꺼내면 <code>rows, cols, depth</code>입니다. 그 출력에는 숫자가 몇 개 있나요? 세 출력의
# 개수를 더하세요.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint: use question 2</summary>
#
# Each tuple of question 2 is <code>rows, cols, depth</code>. How many numbers are there in that output? Add up the
# outputs.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    """How many numbers are predicted for one image. / 이미지 한 장에서 예측하는 숫자의 개수.

    image_size: int, a multiple of every stride; strides: tuple of int; returns an int
    """
    # BEGIN SOLUTION
    shapes = yolo_output_shapes(image_size, num_classes, strides, num_boxes)
    return sum(rows * cols * depth for rows, cols, depth in shapes)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_count_outputs(LANG, count_outputs):
    from fcnlab import Check

    check = Check(LANG, count_outputs, "count_outputs")
    check(32, 2, strides=(32,), num_boxes=1, gives=7)
    check(64, 2, gives=1764)


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 416픽셀 이미지와 80가지 클래스라면 상자는 (13×13 + 26×26 + 52×52) × 3 = 10,647개입니다. 숫자는
# 모두 몇 개일까요? 상자 하나를 이루는 숫자의 개수로 나누면 10,647이 나와야 합니다.

# %% [markdown] lang="en"
# **Try it.** With an image of 416 pixels and 80 classes there are (13×13 + 26×26 + 52×52) × 3 = 10,647 boxes. How many
# numbers is that? Divided by the numbers that make up one box, it should give 10,647.

# %%
# show
numbers = count_outputs(416, 80)
if numbers is not None:
    print(f"{numbers:,} / 85 = {numbers / 85:,g}")

# %% [markdown] lang="ko"
# **한 문장으로.** 이미지에 물체가 서너 개뿐인데 왜 숫자를 이렇게 많이 예측하나요?
#
# <details><summary>생각해 본 다음 펼치세요</summary>
#
# 물체가 어디에 있을지 미리 알 수 없으므로 모든 칸이 언제나 답하고, 객체성 점수가 낮은 답을 나중에 버립니다.
#
# </details>

# %% [markdown] lang="en"
# **In one sentence.** With three or four objects in the image, why predict so many numbers?
#
# <details><summary>Think first, then open</summary>
#
# It is not known where they will be: so every cell always answers, and answers of low objectness are dropped
# afterwards.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q4 }}
#
# *15분쯤 걸립니다.*
#
# 이제 숫자를 읽습니다. 문제 1의 그림처럼, 칸 하나에는 상자가 **하나씩 차례로** 들어 있습니다. 상자 하나의 숫자를 끝까지
# 적은 다음 다음 상자로 넘어가고, 상자 안의 순서는 언제나 `tx, ty, tw, th`, 객체성 점수, 클래스 점수입니다.

# %% [markdown] lang="en"
# ## {{ heading.q4 }}
#
# *About 15 minutes.*
#
# Now you read the numbers. As in the picture of question 1, a cell lists its boxes **one after another**: all numbers
# of one box, then the next box. Within a box the order is always `tx, ty, tw, th`, objectness, class scores.

# %% [raw]
# # BEGIN QUESTION
# name: q4

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)
#
# `split_cell(cell, num_classes, num_boxes)`를 완성하세요. `cell`은 칸 하나의 숫자가 담긴 1차원 배열 `(깊이,)`입니다.
# 상자마다 딕셔너리를 하나씩 만들어, 순서대로 **리스트**에 담아 돌려줍니다. 딕셔너리의 키는 다음 세 개입니다.
#
# - `"box"`: `(tx, ty, tw, th)`
# - `"objectness"`: 객체성 점수, 숫자 하나
# - `"classes"`: 클래스 점수 `num_classes`개
#
# 숫자는 **가공하지 않고 그대로** 둡니다. 시그모이드 같은 것은 아직 적용하지 마세요. `"box"`와 `"classes"`의 값은 튜플,
# 리스트, 1차원 배열 가운데 무엇이든 좋습니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points)
#
# Complete `split_cell(cell, num_classes, num_boxes)`. `cell` is a 1-D array `(depth,)` with the numbers of one cell.
# Make a dict for each box and return them in a **list**, in their order. A dict has these three keys:
#
# - `"box"`: `(tx, ty, tw, th)`
# - `"objectness"`: one number
# - `"classes"`: the `num_classes` class scores
#
# The numbers stay **raw, as they are**: no sigmoid yet. The values of `"box"` and `"classes"` may be tuples, lists or
# 1-D arrays.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 상자가 시작하는 자리</summary>
#
# 상자 하나는 숫자 <code>4 + 1 + num_classes</code>개입니다. 그러면 <code>b</code>번 상자는 몇 번 자리에서 시작하나요?
# 문제 1의 그림에서 확인해 보세요.
#
# </details>
#
# <details><summary>힌트 2: 조각내기</summary>
#
# 상자 하나의 숫자만 <code>one = cell[start : start + 길이]</code>로 잘라 내면, <code>one</code>의 앞 네 개가 상자,
# 그다음 하나가 객체성 점수, 나머지가 클래스 점수입니다. <code>cell.reshape(num_boxes, -1)</code>로 한꺼번에 자를 수도
# 있습니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: where a box starts</summary>
#
# One box has <code>4 + 1 + num_classes</code> numbers. So at which place does box <code>b</code> start? Check with the
# picture of question 1.
#
# </details>
#
# <details><summary>Hint 2: cutting</summary>
#
# Cut out the numbers of one box, <code>one = cell[start : start + length]</code>. The first four of <code>one</code>
# are the box, the next is the objectness, and the rest are the class scores. <code>cell.reshape(num_boxes, -1)</code>
# makes all cuts at once.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def split_cell(cell, num_classes, num_boxes=3):
    """The raw numbers of one cell, box by box. / 칸 하나의 가공하지 않은 숫자를 상자별로 나눈 것.

    cell: array (depth,)
    returns: list of dicts with "box" (tx, ty, tw, th), "objectness" and "classes" (num_classes numbers)
    """
    # BEGIN SOLUTION
    length = 4 + 1 + num_classes
    boxes = []
    for start in range(0, num_boxes * length, length):
        one = cell[start : start + length]
        boxes.append({"box": tuple(one[:4]), "objectness": one[4], "classes": one[5:]})
    return boxes
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_split_cell(LANG, np, split_cell):
    from fcnlab import Check

    check = Check(LANG, split_cell, "split_cell")
    cell = np.array([0.5, -1.0, 0.25, 2.0, 3.0, -0.5, 1.5])
    one = {"box": (0.5, -1.0, 0.25, 2.0), "objectness": 3.0, "classes": [-0.5, 1.5]}
    check(cell, 2, num_boxes=1, gives=[one], loosely=True)
    numbers = np.arange(14.0)
    first = {"box": (0.0, 1.0, 2.0, 3.0), "objectness": 4.0, "classes": [5.0, 6.0]}
    second = {"box": (7.0, 8.0, 9.0, 10.0), "objectness": 11.0, "classes": [12.0, 13.0]}
    check(numbers, 2, num_boxes=2, gives=[first, second], loosely=True)


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 문제 1의 그림과 같은 칸에 0부터 20까지 숫자를 차례로 넣었습니다. 숫자가 곧 자리 번호이니 그림과
# 비교해 보세요.

# %% [markdown] lang="en"
# **Try it.** A cell like that in the picture of question 1, filled with 0 to 20. Each number is its own place: compare
# with the picture.

# %%
# show
for box in split_cell(np.arange(21.0), num_classes=2) or []:
    print({key: np.asarray(value).tolist() for key, value in box.items()})

# %% [markdown] lang="ko"
# ## {{ heading.q5 }}
#
# *20분쯤 걸립니다.*
#
# 강의에서 이런 질문이 나왔습니다. **칸마다 너비와 높이까지 왜 예측할까요?** 격자는 이미지를 줄인 것이라서, 칸의
# 번호만으로는 물체가 원래 이미지에서 얼마나 큰지 알 수 없기 때문입니다. 물체는 칸 하나보다 훨씬 클 수도 있고 작을
# 수도 있습니다. 상자는 **원래 이미지의 픽셀**로 나타내야 합니다.

# %% [markdown] lang="en"
# ## {{ heading.q5 }}
#
# *About 20 minutes.*
#
# A question from the lecture: **why predict width and height for a single cell?** Because the grid is the image shrunk,
# and the cell's number alone does not say how large the object is in the original image. It may be much larger than its
# cell, or smaller. A box has to be expressed in **pixels of the original image**.

# %%
# show
fcnlab.why_size(lang=LANG)

# %% [markdown] lang="ko"
# YOLOv3는 가공하지 않은 숫자 `tx, ty, tw, th`를 이렇게 바꿉니다. 칸의 열 번호를 `column`, 행 번호를 `row`, 앵커의
# 크기를 `anchor_w`, `anchor_h`라고 하면 다음과 같습니다.
#
# $$c_x = (\sigma(t_x) + \text{column}) \times \text{stride}$$
#
# $$c_y = (\sigma(t_y) + \text{row}) \times \text{stride}$$
#
# $$w = \text{anchor}_w \times e^{t_w} \qquad h = \text{anchor}_h \times e^{t_h}$$
#
# - **중심**: 시그모이드 $\sigma(t) = 1 / (1 + e^{-t})$는 어떤 수든 0과 1 사이의 값으로 바꿉니다. 그래서 중심은 언제나
#   **제 칸 안**에 있습니다. `t`가 0이면 칸의 한가운데입니다. 여기까지는 칸 단위이므로 스트라이드를 곱해 픽셀로
#   바꿉니다.
# - **크기**: **앵커**(anchor)는 자주 나오는 상자의 크기를 미리 정해 둔 것입니다. 칸 하나가 예측하는 상자마다 앵커가
#   하나씩 있습니다. $e^{t}$는 언제나 양수라서 너비가 음수가 될 일이 없고, `t`가 0이면 앵커의 크기 그대로입니다.
#   **앵커는 이미 픽셀 단위이므로 스트라이드를 곱하지 않습니다.**

# %% [markdown] lang="en"
# This is how YOLOv3 decodes the raw numbers `tx, ty, tw, th`. With the cell's column and row, and the anchor's width
# and height,
#
# $$c_x = (\sigma(t_x) + \text{column}) \times \text{stride}$$
#
# $$c_y = (\sigma(t_y) + \text{row}) \times \text{stride}$$
#
# $$w = \text{anchor}_w \times e^{t_w} \qquad h = \text{anchor}_h \times e^{t_h}$$
#
# - **Centre**: the sigmoid $\sigma(t) = 1 / (1 + e^{-t})$ maps any number into (0, 1). So the centre always
#   lies **within its cell**; where `t` is 0, in the middle. Up to here the unit is the cell: the stride takes it to
#   pixels.
# - **Size**: an **anchor** is a box size that occurs often, chosen beforehand. There is one for each box that a cell
#   predicts. $e^{t}$ is always positive, so that no width can be negative, and where `t` is 0 it is the anchor's size.
#   **Anchors are already in pixels and are not multiplied by the stride.**

# %% [raw]
# # BEGIN QUESTION
# name: q5

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)
#
# `decode_box(t, cell_xy, anchor, stride)`를 완성하세요. 상자의 **중심**과 크기를 픽셀로 나타낸 **튜플** `(cx, cy, w,
# h)`를 돌려줍니다.
#
# - `t`는 `(tx, ty, tw, th)`입니다. 튜플일 수도, 길이가 4인 NumPy 배열일 수도 있습니다. 받은 배열은 바꾸지 않습니다.
# - `cell_xy`는 **(열, 행)** 입니다. 배열의 인덱스 `[행, 열]`과 순서가 반대이니 주의하세요. 열은 `cx`와, 행은 `cy`와
#   함께 갑니다. 번호는 0부터 셉니다.
# - `anchor`는 앵커의 (너비, 높이)이고 픽셀 단위입니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points)
#
# Complete `decode_box(t, cell_xy, anchor, stride)`: the **tuple** `(cx, cy, w, h)`, the **centre** of the box and its
# size, in pixels.
#
# - `t` is `(tx, ty, tw, th)`, a tuple or a NumPy array of length 4, which stays as it is.
# - `cell_xy` is **(column, row)**, in the opposite order to the index `[row, column]` of an array. The column goes with
#   `cx`, the row with `cy`. Both are counted from 0.
# - `anchor` is the anchor's (width, height) in pixels.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 시그모이드</summary>
#
# 시그모이드를 함수로 하나 만들어 두면 문제 6에서도 쓸 수 있습니다. <code>np.exp</code>나 <code>math.exp</code>를
# 쓰세요.
# <code>t</code>가 −80과 80 사이이므로 넘칠 걱정은 없습니다.
#
# </details>
#
# <details><summary>힌트 2: 꺼내서 하나씩</summary>
#
# <code>tx, ty, tw, th = t</code>처럼 꺼내면 튜플이든 배열이든 똑같이 쓸 수 있습니다. <code>cell_xy</code>와
# <code>anchor</code>도 같은 방법으로 꺼낸 다음, 위의 네 식을 한 줄씩 옮겨 적으세요.
#
# </details>
#
# <details><summary>힌트 3: 손으로 해 보기</summary>
#
# <code>t</code>가 모두 0, 칸이 (열 2, 행 1), 앵커가 (10, 20), 스트라이드가 8이라고 합시다. 중심은 (2.5, 1.5)칸, 곧 (20,
# 12)픽셀이고, 크기는 (10, 20)입니다. 여러분의 함수도 같은 값을 내나요?
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: the sigmoid</summary>
#
# Make the sigmoid a function of its own: question 6 needs it too. Use <code>np.exp</code> or <code>math.exp</code>; as
# <code>t</code> lies between −80 and 80, nothing overflows.
#
# </details>
#
# <details><summary>Hint 2: take it apart</summary>
#
# <code>tx, ty, tw, th = t</code> works for a tuple and for an array alike. Take <code>cell_xy</code> and
# <code>anchor</code> apart in the same way, then write down the four formulas line by line.
#
# </details>
#
# <details><summary>Hint 3: by hand</summary>
#
# Let <code>t</code> be all 0, the cell column 2 and row 1, the anchor (10, 20) and the stride 8. The centre is at (2.5,
# 1.5) cells, which is (20, 12) pixels, and the size is (10, 20). Does your function say so?
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def decode_box(t, cell_xy, anchor, stride):
    """A box in pixels of the image. / 이미지의 픽셀로 나타낸 상자.

    t: (tx, ty, tw, th), raw; cell_xy: (column, row); anchor: (width, height) in pixels; stride: int
    returns: tuple (cx, cy, w, h)
    """
    # BEGIN SOLUTION
    tx, ty, tw, th = t
    column, row = cell_xy
    width, height = anchor
    cx = (1 / (1 + np.exp(-tx)) + column) * stride
    cy = (1 / (1 + np.exp(-ty)) + row) * stride
    return cx, cy, width * np.exp(tw), height * np.exp(th)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_decode_box(LANG, np, decode_box):
    from fcnlab import Check

    check = Check(LANG, decode_box, "decode_box")
    check((0.0, 0.0, 0.0, 0.0), (2, 1), (10, 20), 8, gives=(20.0, 12.0, 10.0, 20.0))
    t = np.array([np.log(3.0), 0.0, np.log(2.0), 0.0])
    check(t, (0, 0), (30, 40), 1, gives=(0.75, 0.5, 60.0, 40.0))


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 가까운 자동차를 맡은 칸은 열 3, 행 9입니다. 점선은 칸의 한가운데에 놓은 앵커이고, 실선은 여러분의
# 함수가 변환한 상자입니다. `t`의 숫자를 하나씩 바꾸어 보면서 상자가 어떻게 움직이는지 확인하세요. `tx`를 아무리 키워도
# 중심은 칸을 벗어나지 않습니다.

# %% [markdown] lang="en"
# **Try it.** The cell that is responsible for the near car is column 3, row 9. The dashed box is the anchor in the
# middle of the cell, the solid one is what your function makes of it. Change the numbers of `t` one at a time and
# watch the box. However large you make `tx`, the centre does not leave its cell.

# %%
# show
t = (3.43, 2.7, 0.49, 0.22)
fcnlab.decoded(decode_box(t, (3, 9), (116, 90), 32), (3, 9), (116, 90), 32, lang=LANG)

# %% [markdown] lang="ko"
# **한 칸에 물체가 둘이라면?** 아래에서는 사람이 자동차 앞에 서 있고, 두 물체의 중심이 같은 칸에 있습니다. 칸 하나가
# 상자를 하나만 예측한다면 둘 가운데 하나를 놓칩니다. YOLOv3에서는 칸마다 앵커가 세 개 있고, 물체와 **크기가 가장
# 비슷한** 앵커의 상자가 그 물체를 맡습니다. 그래서 자동차와 사람을 서로 다른 상자가 찾고, 레이블도 따로 붙습니다.

# %% [markdown] lang="en"
# **And two objects in one cell?** Here a person stands in front of a car, and the centres of both lie in the same cell.
# If a cell predicted one box, one of them would be missed. In YOLOv3 each cell has three anchors, and the box of the
# anchor whose **size is most like** the object's takes it. So the car and the person are found by two boxes, each with
# a label of its own.

# %%
# show
fcnlab.two_in_one_cell(lang=LANG)

# %% [markdown] lang="ko"
# **한 문장으로.** 같은 칸에 크기가 비슷한 사람 둘의 중심이 들어오면 어떻게 될까요?
#
# <details><summary>생각해 본 다음 펼치세요</summary>
#
# 두 사람 모두 같은 앵커의 상자가 맡아야 하는데 상자는 하나이므로 한 사람을 놓칩니다. 칸이 더 작은 격자가 필요합니다.
#
# </details>

# %% [markdown] lang="en"
# **In one sentence.** And if the centres of two persons of like size fall into one cell?
#
# <details><summary>Think first, then open</summary>
#
# Both would need the box of the same anchor, and there is one: a person is missed. That takes a grid with smaller
# cells.
#
# </details>

# %% [markdown] lang="ko"
# ## {{ heading.q6 }}
#
# *20분쯤 걸립니다.*
#
# 이제 필요한 것이 모두 갖추어졌습니다. 상자가 10,647개나 되지만 대부분은 배경입니다. 그릴 만한 상자만 고릅니다.
#
# - **점수**는 객체성 점수에 시그모이드를 적용한 값입니다. 클래스 점수를 곱하는 등 **다른 것은 곱하지 않습니다.**
# - 점수가 `threshold`를 **넘을 때만**(`>`) 상자를 남깁니다. 기준과 똑같으면 버립니다.
# - **레이블**은 클래스 점수가 가장 큰 클래스의 번호입니다(argmax). 번호는 0부터 셉니다. 가장 큰 점수는 언제나
#   하나뿐입니다.
#
# 실제 프로그램은 마지막에 겹치는 상자를 정리하지만(비최대 억제, non-maximum suppression), 이 과제에서는 **하지
# 않습니다.**

# %% [markdown] lang="en"
# ## {{ heading.q6 }}
#
# *About 20 minutes.*
#
# Now it all comes together. There are 10,647 boxes, but most of them are background. Pick those that are worth drawing.
#
# - The **score** is the sigmoid of the objectness. **Nothing is multiplied in**, such as class scores.
# - A box is kept only if its score is **above** `threshold` (`>`). One that equals it is dropped.
# - The **label** is the index of the largest class score (argmax), counted from 0. There are no ties.
#
# Real programs finally tidy up boxes that overlap (non-maximum suppression). In this assignment, you **do not**.

# %% [raw]
# # BEGIN QUESTION
# name: q6

# %% [markdown] lang="ko"
# ### 할 일 ({{ points }}점)
#
# `detect(prediction, num_classes, anchors, stride, threshold)`를 완성하세요. 한 해상도의 출력에서 찾은 물체를
# `(레이블, 점수, (cx, cy, w, h))` **튜플**로 만들어 **리스트**에 담아 돌려줍니다. 상자도 튜플이고, 레이블은 정수입니다.
#
# - `prediction`은 `(행 수, 열 수, 깊이)` 배열입니다. **행과 열의 수가 다를 수 있습니다.**
# - `anchors`는 앵커 `(너비, 높이)`를 상자 순서대로 적은 것이고, 앵커의 개수가 곧 칸 하나의 상자 수입니다.
# - **점수가 높은 순으로** 정렬합니다. 점수가 같은 것끼리는 순서가 어떻게 되어도 좋습니다.
# - 찾은 것이 없으면 빈 리스트 `[]`를 돌려줍니다.
# - `threshold`는 0과 1 사이입니다.

# %% [markdown] lang="en"
# ### Task ({{ points }} points)
#
# Complete `detect(prediction, num_classes, anchors, stride, threshold)`: a **list** with a **tuple** `(label, score,
# (cx, cy, w, h))` for each object found in the output of one scale. The box is a tuple too, and the label an integer.
#
# - `prediction` is an array `(rows, cols, depth)`. **It need not be square.**
# - `anchors` are the anchors `(width, height)` in the order of the boxes, so there are as many as boxes in a cell.
# - The **best score comes first**. The order of equal scores is free.
# - If nothing is found, return the empty list `[]`.
# - `threshold` lies between 0 and 1.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 순서</summary>
#
# 모든 행, 모든 열에 대해 칸 <code>prediction[row, column]</code>을 꺼내 문제 4의 함수로 나눕니다. 상자와 앵커는
# <code>zip</code>으로 짝지을 수 있습니다.
#
# </details>
#
# <details><summary>힌트 2: 상자 하나</summary>
#
# 먼저 점수를 구해서 <code>threshold</code>와 비교하고, 넘을 때만 레이블과 상자를 구하세요. 레이블은
# <code>int(np.argmax(…))</code>, 상자는 문제 5의 함수입니다. <code>cell_xy</code>가 <code>(column, row)</code>라는 것을
# 잊지 마세요.
#
# </details>
#
# <details><summary>힌트 3: 거의 다 왔습니다</summary>
#
# <pre>
# 빈 리스트를 만든다
# 모든 row에 대해, 모든 column에 대해:
#     칸을 상자별로 나누고, 상자마다 앵커를 짝지어서:
#         점수가 기준을 넘으면 (레이블, 점수, 상자)를 덧붙인다
# 점수가 높은 순으로 정렬한다   (sorted의 key와 reverse)
# </pre>
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: the order of steps</summary>
#
# For every row and every column, take the cell <code>prediction[row, column]</code> apart with your function of
# question&nbsp;4. <code>zip</code> pairs its boxes with the anchors.
#
# </details>
#
# <details><summary>Hint 2: one box</summary>
#
# First find the score and compare it with <code>threshold</code>; only if it is above, find the label and the box. The
# label is <code>int(np.argmax(…))</code>, the box comes from your function of question 5. Remember that
# <code>cell_xy</code> is <code>(column, row)</code>.
#
# </details>
#
# <details><summary>Hint 3: nearly there</summary>
#
# <pre>
# make an empty list
# for every row, for every column:
#     take the cell apart, and for each box with its anchor:
#         if the score is above the threshold, append (label, score, box)
# put the best score first   (key and reverse of sorted)
# </pre>
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def detect(prediction, num_classes, anchors, stride, threshold=0.5):
    """All objects found at one scale, best first. / 한 해상도에서 찾은 모든 물체, 점수가 높은 순.

    prediction: array (rows, cols, depth); anchors: (width, height) of each box, in pixels
    returns: list of tuples (label, score, (cx, cy, w, h))
    """
    # BEGIN SOLUTION
    found = []
    rows, cols, _ = prediction.shape
    for row in range(rows):
        for column in range(cols):
            boxes = split_cell(prediction[row, column], num_classes, len(anchors))
            for box, anchor in zip(boxes, anchors, strict=True):
                score = 1 / (1 + np.exp(-box["objectness"]))
                if score > threshold:
                    label = int(np.argmax(box["classes"]))
                    found.append((label, score, decode_box(box["box"], (column, row), anchor, stride)))
    return sorted(found, key=lambda detection: detection[1], reverse=True)
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_detect(LANG, np, detect):
    from fcnlab import Check

    check = Check(LANG, detect, "detect")
    prediction = np.array([[[0.0, 0.0, 0.0, 0.0, -3.0, 1.0, 2.0], [0.0, 0.0, 0.0, 0.0, np.log(3.0), -1.0, 2.0]]])
    check(prediction, 2, [(10, 20)], 8, gives=[(1, 0.75, (12.0, 4.0, 10.0, 20.0))])
    check(prediction, 2, [(10, 20)], 8, threshold=0.9, gives=[])


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 거리 그림에 대한 세 가지 해상도의 출력입니다. 진짜 신경망 대신, 잘 학습된 신경망이 내놓을 법한
# 숫자를 만들어 두었습니다. 여러분의 `detect`를 해상도마다 한 번씩 부르고 결과를 모으면, 크고 작은 물체가 모두
# 나타납니다.
#
# `threshold`를 바꾸어 보고, `strides`에서 8을 빼면 어떤 물체를 놓치는지도 확인해 보세요.

# %% [markdown] lang="en"
# **Try it.** Here are the outputs at three scales for our street. No network runs; the numbers were made to look as
# those of a well-trained one would. Your `detect` is called once for each scale, and all that it finds is put
# together: large objects and small ones.
#
# Change `threshold`, and leave out 8 from `strides`: which object is missed?

# %%
# show
strides = (32, 16, 8)
threshold = 0.5

anchors = {
    32: [(116, 90), (156, 198), (373, 326)],
    16: [(30, 61), (62, 45), (59, 119)],
    8: [(10, 13), (16, 30), (33, 23)],
}
predictions = fcnlab.street_predictions()
found = []
for stride in strides:
    found.extend(detect(predictions[stride], 3, anchors[stride], stride, threshold) or [])
fcnlab.detections(found, lang=LANG)

# %% [markdown] lang="ko"
# ## 신경망을 학습시켜 읽기
#
# *20분쯤 걸립니다. 채점하지 않습니다. Keras가 필요합니다.*
#
# 이제 **진짜 신경망의 출력**을 여러분의 `detect`로 읽습니다. 그림으로 그린 거리 장면 700장과 그 좌우를 뒤집은 700장으로
# 작은 YOLO를 학습시킵니다. 이미지는 208×208픽셀, 격자는 13×13칸(스트라이드 16), 클래스는 자동차, 사람, 신호등입니다.
# 처음부터 끝까지 합성곱이고, 마지막 층의 필터 24개가 문제 1의 깊이 `yolo_depth(3)`입니다.
#
# | 층(뒤에 배치 정규화와 ReLU) | 출력 |
# | --- | --- |
# | `Conv2D(16, 6, strides=4)` | 52×52×16 |
# | `Conv2D(32, 3, strides=2)` | 26×26×32 |
# | `Conv2D(64, 3, strides=2)` | 13×13×64 |
# | `Conv2D(64, 3)` 세 번 | 13×13×64 |
# | `Conv2D(24, 1)`, 뒤에 아무것도 없음 | 13×13×24 |
#
# 정답은 물체마다 **중심이 있는 칸의, 크기가 가장 비슷한 앵커의 상자** 하나에 적습니다. 손실은 그 상자의
# `tx, ty, tw, th`와 클래스 점수가 틀린 정도, 그리고 모든 상자의 객체성 점수가 틀린 정도를 더한 것입니다. CPU로 1분이
# 걸리지 않습니다.

# %% [markdown] lang="en"
# ## Train a network and read it
#
# *About 20 minutes; not graded; needs Keras.*
#
# Now your `detect` reads what **a real network** gives. A small YOLO is trained on 700 drawn street scenes and their
# mirror images: 208×208 pixels, a grid of 13×13 cells (stride 16), and cars, persons and traffic lights as classes. It
# is convolutional from end to end, and the 24 filters of its last layer are the depth of question 1, `yolo_depth(3)`.
#
# | Layer (then batch normalisation and ReLU) | Output |
# | --- | --- |
# | `Conv2D(16, 6, strides=4)` | 52×52×16 |
# | `Conv2D(32, 3, strides=2)` | 26×26×32 |
# | `Conv2D(64, 3, strides=2)` | 13×13×64 |
# | `Conv2D(64, 3)`, three times | 13×13×64 |
# | `Conv2D(24, 1)`, nothing after it | 13×13×24 |
#
# The right answer for each object is written into one box: in **the cell of its centre, that of the anchor most like
# it**. The loss adds up how wrong that box's `tx, ty, tw, th` and class scores are, and how wrong the objectness of
# every box is. This takes less than a minute on a CPU.

# %%
# show
yolo = fcnlab.train_yolo(detect, lang=LANG)
yolo

# %% [markdown] lang="ko"
# 학습할 때 **한 번도 보지 못한** 장면입니다. 출력마다 `detect(출력, 3, 앵커, 16, threshold)`를 불러 상자를 그립니다.
# 여러분의 함수가 숫자 하나라도 잘못 읽으면 상자가 엉뚱한 곳에 나타납니다.

# %% [markdown] lang="en"
# Scenes that it has **never seen** while it was trained. For each output, `detect(output, 3, anchors, 16, threshold)`
# is called, and its boxes are drawn. If your function misread a single number, the boxes would be somewhere else.

# %%
# show
fcnlab.found_in_scenes(yolo, detect, threshold=0.5, lang=LANG)

# %% [markdown] lang="ko"
# 얼마나 잘 찾았을까요? 레이블이 같고 IoU(겹친 넓이 ÷ 합친 넓이)가 0.5 이상이면 그 물체를 맞게 찾은 것으로 봅니다. 물체
# 하나에는 상자 하나만 인정합니다.
#
# - **정밀도**(precision): 찾았다고 한 상자 가운데 맞은 것의 비율
# - **재현율**(recall): 실제로 있는 물체 가운데 찾은 것의 비율
# - **F1**: 둘의 조화 평균. 둘 다 높아야 높습니다.

# %% [markdown] lang="en"
# How good is that? A box has found an object if it has its label and an IoU (shared area ÷ joint area) of at least 0.5
# with it. Each object counts once.
#
# - **Precision**: of the boxes that were drawn, the share that is right
# - **Recall**: of the objects that are there, the share that was found
# - **F1**: the harmonic mean of both, high only if both are

# %%
# show
fcnlab.precision_and_recall(yolo, detect, lang=LANG)

# %% [markdown] lang="ko"
# **한 문장으로.** 기준(threshold)을 낮추면 왜 재현율은 오르고 정밀도는 내려가나요?
#
# <details><summary>생각해 본 다음 펼치세요</summary>
#
# 자신 없는 상자까지 받아들이므로 놓치던 물체를 더 찾지만, 배경이나 이미 찾은 물체에 그린 상자도 함께 늘어납니다.
#
# </details>

# %% [markdown] lang="en"
# **In one sentence.** Why does a lower threshold raise recall and lower precision?
#
# <details><summary>Think first, then open</summary>
#
# It lets in boxes that the network is less sure of: some find objects that were missed, others lie on the background or
# on objects that had been found already.
#
# </details>

# %% [markdown] lang="ko"
# ### 세 가지 해상도를 재어 보면
#
# 문제 2에서 작은 물체 때문에 세 가지 해상도에서 찾는다고 했습니다. 정말 그럴까요? 멀리 작은 물체들이 모여 있는 **같은
# 장면**으로 격자만 다른 신경망 세 개를 따로 학습시켜 물체의 크기별로 재현율을 쟀습니다. (몇 분이 걸려서 미리 재어 둔
# 값이고, 난수 시드 세 개의 평균입니다.)

# %% [markdown] lang="en"
# ### Three scales, measured
#
# Question 2 said that small objects are the reason for three scales. Are they? Three networks that differ in their grid
# were trained on **the same scenes**, with small objects close together in the distance, and their recall was measured
# by the objects' size. (That takes some minutes, so these numbers were measured beforehand: means of three seeds.)

# %%
# show
fcnlab.recall_by_size(lang=LANG)

# %% [markdown] lang="ko"
# **한 문장으로.** 가장 촘촘한 격자 하나만 쓰면 안 되는 이유는 무엇일까요?
#
# <details><summary>생각해 본 다음 펼치세요</summary>
#
# 덜 줄인 지도에서는 같은 수의 층으로 보는 범위(수용 영역)가 좁아 큰 물체를 한눈에 보지 못하고, 칸이 많아 계산도 많이
# 듭니다.
#
# </details>

# %% [markdown] lang="en"
# **In one sentence.** Why not use the finest grid alone?
#
# <details><summary>Think first, then open</summary>
#
# On a map that is shrunk less, as many layers see a smaller part of the image (receptive field) and do not take in a
# large object at once; and more cells cost more computation.
#
# </details>

# %% [markdown] lang="ko"
# ## 정리
#
# 책을 덮고 스스로 설명할 수 있는지 확인해 보세요.
#
# - YOLO는 무엇의 줄임말이고, 왜 그런 이름이 붙었나요?
# - 클래스가 20가지이고 칸마다 상자가 3개라면 깊이는 얼마인가요? 4와 1은 각각 무엇인가요?
# - 왜 세 가지 해상도에서 찾나요? 깊이에 곱하는 3과 무엇이 다른가요?
# - 칸마다 너비와 높이를 왜 예측하나요? 스트라이드는 어디에 곱하고 어디에 곱하지 않나요?
# - 어떤 상자를 그리고, 레이블은 어떻게 정하나요?

# %% [markdown] lang="en"
# ## In short
#
# Close the book and see whether you can explain:
#
# - What does YOLO stand for, and why is it called so?
# - With 20 classes and three boxes per cell, what is the depth? What are the 4 and the 1?
# - Why does it detect at three scales? How does that 3 differ from the 3 in the depth?
# - Why are width and height predicted for each cell? What is multiplied by the stride, and what is not?
# - Which boxes are drawn, and where does the label come from?

# %% [markdown] lang="ko"
# ## 더 해 보기
#
# *25분쯤 걸립니다. 채점하지 않습니다.* 공개 검사로 확인할 수 있지만 점수에는 들어가지 않습니다.

# %% [markdown] lang="en"
# ## Stretch goals
#
# *About 25 minutes; not graded.* There is a public check, but it earns no points.

# %% [raw]
# # BEGIN QUESTION
# name: stretch1

# %% [markdown] lang="ko"
# ### 겹치는 상자 정리하기: 비최대 억제
#
# 물체의 중심이 칸의 경계 가까이에 있으면 이웃한 칸들이 저마다 그 물체를 찾아 상자가 겹칩니다.
# **비최대 억제**(non-maximum suppression, NMS)는 그 가운데 점수가 가장 높은 것만 남깁니다.
#
# `nms(boxes, scores, threshold)`를 만들어 보세요. 남길 상자의 **번호**를 점수가 높은 순으로 리스트에 담아 돌려줍니다.
#
# - `boxes`는 `(cx, cy, w, h)`의 리스트, `scores`는 같은 길이의 점수 리스트입니다. 비어 있으면 `[]`를 돌려줍니다.
# - 점수가 높은 상자부터 봅니다. **이미 남기기로 한** 상자와의 IoU가 `threshold`를 **넘으면** 버리고, 아니면 남깁니다.

# %% [markdown] lang="en"
# ### Tidy up boxes that overlap: non-maximum suppression
#
# When an object's centre lies near the border of a cell, its neighbours find the object as well, and boxes overlap.
# **Non-maximum suppression** (NMS) keeps only the best of them.
#
# Write `nms(boxes, scores, threshold)`: a list of the **numbers** of the boxes to keep, the best score first.
#
# - `boxes` is a list of `(cx, cy, w, h)`, and `scores` a list as long. If they are empty, return `[]`.
# - Go through the boxes from the best score down. Drop a box if its IoU with one that is **already kept** is **above**
#   `threshold`, else keep it.

# %% [markdown] lang="ko"
# <details><summary>힌트 1: 두 상자의 IoU</summary>
#
# 가로로 겹친 길이는 두 오른쪽 끝 가운데 작은 것에서 두 왼쪽 끝 가운데 큰 것을 뺀 값이고, 음수면 0입니다. 세로도
# 같습니다. 둘을 곱하면 겹친 넓이이고, 합친 넓이는 두 넓이의 합에서 겹친 넓이를 뺀 것입니다.
#
# </details>
#
# <details><summary>힌트 2: 버린 상자는 잊기</summary>
#
# 남긴 상자의 번호만 리스트에 모으고, 새 상자를 그 리스트와만 비교하세요. 버린 상자는 다른 상자를 버리게 하지 못합니다.
#
# </details>

# %% [markdown] lang="en"
# <details><summary>Hint 1: the IoU of two boxes</summary>
#
# The width that they share is the smaller of the right ends minus the larger of the left ends, or 0 if that is
# negative; the height likewise. Their product is the shared area; the joint area is the sum of both areas minus the
# shared one.
#
# </details>
#
# <details><summary>Hint 2: forget what was dropped</summary>
#
# Collect the numbers of kept boxes in a list, and compare a new box with those alone. A box that was dropped makes no
# other box go.
#
# </details>

# %% [raw]
# # BEGIN SOLUTION


# %%
def nms(boxes, scores, threshold=0.5):
    """The numbers of the boxes to keep, best first. / 남길 상자의 번호, 점수가 높은 순.

    boxes: list of (cx, cy, w, h); scores: list of floats, as long; returns a list of int
    """
    # BEGIN SOLUTION
    kept = []
    for number in sorted(range(len(boxes)), key=lambda each: scores[each], reverse=True):
        cx, cy, w, h = boxes[number]
        overlaps = False
        for other_cx, other_cy, other_w, other_h in (boxes[other] for other in kept):
            width = min(cx + w / 2, other_cx + other_w / 2) - max(cx - w / 2, other_cx - other_w / 2)
            height = min(cy + h / 2, other_cy + other_h / 2) - max(cy - h / 2, other_cy - other_h / 2)
            shared = max(width, 0) * max(height, 0)
            overlaps = overlaps or shared / (w * h + other_w * other_h - shared) > threshold
        if not overlaps:
            kept.append(number)
    return kept
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_nms(LANG, nms):
    from fcnlab import Check

    check = Check(LANG, nms, "nms")
    boxes = [(10, 10, 10, 10), (11, 10, 10, 10), (40, 40, 10, 10)]
    check(boxes, [0.8, 0.9, 0.7], gives=[1, 2])
    check(boxes, [0.8, 0.9, 0.7], threshold=0.9, gives=[1, 0, 2])
    chain = [(10, 10, 10, 10), (14, 10, 10, 10), (18, 10, 10, 10)]
    check(chain, [0.9, 0.8, 0.7], threshold=0.4, gives=[0, 2])
    check([(10, 10, 8, 40), (10, 10, 8, 8)], [0.6, 0.9], threshold=0.1, gives=[1])
    check([(10, 10, 8, 40), (10, 10, 8, 8)], [0.6, 0.9], threshold=0.3, gives=[1, 0])
    check([], [], gives=[])


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# **직접 해 보기.** 물체마다 상자가 세 개씩 나왔을 때 여러분의 `nms`가 무엇을 남기는지 보세요. 레이블이 같은 상자끼리만
# 비교합니다. 신경망을 학습시켰다면 그 아래에서 정밀도가 얼마나 오르는지도 앞의 표와 비교해 보세요.

# %% [markdown] lang="en"
# **Try it.** Each object was found three times: see what your `nms` leaves. Only boxes of the same label are compared.
# If you trained the network, compare how much precision rises below with the table above.

# %%
# show
fcnlab.suppressed(nms, lang=LANG)

# %%
# show
fcnlab.precision_and_recall(yolo, detect, nms=nms, lang=LANG)
