# %% [raw]
# # ASSIGNMENT CONFIG

# %% [markdown] lang="ko"
# # TITLE_KO
#
# 예시로 들어 있는 과제입니다. 글과 문제를 자기 것으로 바꾸세요. 이 파일 하나가 두 언어의 노트북이 됩니다.

# %% [markdown] lang="en"
# # TITLE_EN
#
# An example: replace text and question with your own. This one file becomes the notebooks in both languages.

# %%
import sys

import numpy as np

sys.path.append("../../shared")

# %% lang="ko"
LANG = "ko"  # 검사가 쓰는 언어

# %% lang="en"
LANG = "en"  # the language of the checks

# %% [raw]
# # BEGIN QUESTION
# name: q1

# %% [markdown] lang="ko"
# ## {{ heading }} ({{ points }}점)
#
# `moving_average(x, width)`를 완성하세요. 길이가 `width`인 창을 `x` 위로 한 칸씩 밀면서, 창 안의 값을 **평균한**
# 배열을 돌려줍니다. 창이 배열 밖으로 나가지 않으므로 결과의 길이는 `len(x) - width + 1`입니다. 반복문을 써도 됩니다.

# %% [markdown] lang="en"
# ## {{ heading }} ({{ points }} points)
#
# Complete `moving_average(x, width)`: slide a window of `width` values over `x`, one step at a time, and return the
# array of the **means** in the window. The window never leaves the array, so the result has `len(x) - width + 1`
# values. Loops are welcome.

# %% [raw]
# # BEGIN SOLUTION


# %%
def moving_average(x, width):
    """The mean in each window. / 창마다의 평균.

    x: array (n,) of numbers; width: int, 1 to n; returns: array (n - width + 1,)
    """
    # BEGIN SOLUTION
    return np.convolve(x, np.ones(width), "valid") / width
    # END SOLUTION


# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_moving_average(LANG, np, moving_average):
    from fcnlab import Check

    check = Check(LANG, moving_average, "moving_average")
    check(np.array([1.0, 2.0, 6.0]), 2, gives=np.array([1.5, 4.0]))


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION
