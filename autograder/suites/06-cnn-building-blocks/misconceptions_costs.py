"""Misconceptions about how much a convolution has to compute."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong

COSTS = (
    Misconception(
        id="weights-counted",
        name=Text(ko="가중치의 수를 셈", en="The weights counted"),
        text=Text(
            ko="가중치가 몇 개인지 세었습니다. 곱셈·덧셈은 가중치 하나하나를 출력의 모든 자리에서 다시 쓰므로, 출력의 "
            "자리 수를 곱해야 합니다.",
            en="The weights were counted. Each of them is used at every place of the output: multiply by the number "
            "of places.",
        ),
        answers={"multiply_adds": wrong.weights_alone},
    ),
    Misconception(
        id="parameters-counted",
        name=Text(ko="파라미터 수를 셈", en="The parameters counted"),
        text=Text(
            ko="파라미터의 수, 곧 가중치와 편향을 세었습니다. 곱셈·덧셈은 가중치를 출력의 모든 자리에서 다시 쓰고, "
            "편향은 세지 않습니다.",
            en="These are the parameters, weights and biases. Multiply-adds use each weight at every place of the "
            "output, and the biases do not count.",
        ),
        answers={"multiply_adds": wrong.parameters_alone},
    ),
    Misconception(
        id="square-in-two-dimensions",
        name=Text(ko="늘 정사각형인 2차원으로 셈", en="Always counted as a square in two dimensions"),
        text=Text(
            ko="커널과 출력의 첫 번째 변만 제곱한 것 같습니다. 이 문제의 커널은 변의 길이가 다를 수 있고, "
            "`Conv1D`는 변이 하나, `Conv3D`는 셋입니다. 튜플에 든 수를 모두 곱하세요.",
            en="The first side of kernel and output seems to have been squared. Here the sides may differ, and "
            "there is one of them with `Conv1D` and three with `Conv3D`. Multiply all numbers of the tuples.",
        ),
        answers={"multiply_adds": wrong.sides_all_like_the_first},
    ),
    Misconception(
        id="first-side-squared",
        name=Text(ko="커널의 첫 번째 변만 제곱함", en="The kernel's first side squared"),
        text=Text(
            ko="커널의 첫 번째 변을 제곱했습니다. 그러면 정사각형인 2차원 커널에서만 맞습니다. 이 문제의 커널은 변의 "
            "길이가 다를 수 있고, `Conv1D`는 변이 하나, `Conv3D`는 셋입니다. `kernel`에 든 수를 모두 곱하세요.",
            en="The kernel's first side was squared, which is right only for a square kernel in two dimensions. Here "
            "the sides may differ, and there is one of them with `Conv1D` and three with `Conv3D`. Multiply all "
            "numbers in `kernel`.",
        ),
        answers={"multiply_adds": wrong.first_side_squared},
    ),
    Misconception(
        id="output-shrunk-once-more",
        name=Text(ko="출력의 크기를 한 번 더 줄임", en="The output made smaller once more"),
        text=Text(
            ko="`output_size`에서 커널이 들어가는 자리를 다시 세었습니다. `output_size`는 이미 출력의 크기라서, 그 "
            "수를 그대로 곱합니다.",
            en="The places where the kernel fits into `output_size` were counted. It is the size of the output "
            "already: multiply by it as it is.",
        ),
        answers={"multiply_adds": wrong.shrunk_once_more},
    ),
    Misconception(
        id="out-channels-forgotten",
        name=Text(ko="출력 채널을 곱하지 않음", en="The output channels not multiplied in"),
        text=Text(
            ko="필터 하나가 하는 곱셈·덧셈만 세었습니다. 출력 채널마다 필터가 하나씩 있으므로 출력 채널의 수를 곱해야 "
            "합니다.",
            en="Only what one filter does was counted. There is a filter for each output channel: multiply by their "
            "number.",
        ),
        answers={"multiply_adds": wrong.adds_out_channels_forgotten},
    ),
    Misconception(
        id="counted-as-two",
        name=Text(ko="곱셈과 덧셈을 따로 셈", en="Multiplication and addition counted apart"),
        text=Text(
            ko="곱셈과 덧셈을 따로 세어 두 배가 되었습니다. 그렇게 센 것은 흔히 FLOPs라고 하고, 여기서는 곱하고 "
            "더하는 것이 합쳐서 한 번입니다.",
            en="Multiplications and additions were counted apart, which gives twice as many. Those are often called "
            "FLOPs; here the two together count as one.",
        ),
        answers={"multiply_adds": wrong.counted_as_two},
    ),
    Misconception(
        id="biases-counted",
        name=Text(ko="편향을 더하는 것도 셈", en="The biases counted, too"),
        text=Text(
            ko="편향을 더하는 것까지 세었습니다. 편향은 곱하지 않고 더하기만 하므로 여기서는 세지 않습니다.",
            en="Adding the biases was counted, too. They are only added and not multiplied, and do not count here.",
        ),
        answers={"multiply_adds": wrong.biases_counted},
    ),
    Misconception(
        id="sides-added",
        name=Text(ko="커널의 변을 더함", en="The kernel's sides added"),
        text=Text(
            ko="커널의 변을 더했습니다. 커널의 칸 수는 방향마다의 길이를 모두 곱한 것입니다.",
            en="The sides of the kernel were added. How many cells it has is the product of its sides.",
        ),
        answers={"multiply_adds": wrong.sides_of_the_kernel_added},
    ),
    Misconception(
        id="one-side-of-the-kernel",
        name=Text(ko="커널의 한 변만 곱함", en="One side of the kernel multiplied in"),
        text=Text(
            ko="커널의 한 변만 곱했습니다. 커널의 칸 수는 방향마다의 길이를 모두 곱한 것입니다.",
            en="Only one side of the kernel was multiplied in. How many cells it has is the product of all its sides.",
        ),
        answers={"multiply_adds": wrong.one_side_of_the_kernel},
    ),
    Misconception(
        id="sizes-added",
        name=Text(ko="출력의 변을 더함", en="The output's sides added"),
        text=Text(
            ko="출력의 크기를 더했습니다. 출력의 자리 수는 방향마다의 크기를 모두 곱한 것입니다.",
            en="The sizes of the output were added. How many places it has is the product of its sizes.",
        ),
        answers={"multiply_adds": wrong.sizes_added},
    ),
    Misconception(
        id="kernel-without-time",
        name=Text(ko="3차원 커널의 시간 방향을 빠뜨림", en="The time of the kernel left out"),
        text=Text(
            ko="`Conv3D`의 커널에서 높이와 너비만 곱했습니다. 커널은 이웃한 프레임 여러 장을 함께 보므로, 첫 번째 "
            "수도 곱해야 합니다.",
            en="Of the kernel of a `Conv3D`, only height and width were multiplied. It sees several frames at once: "
            "multiply by its first number, too.",
        ),
        answers={"multiply_adds": wrong.one_frame},
    ),
    Misconception(
        id="one-frame-of-output",
        name=Text(ko="출력의 프레임 수를 빠뜨림", en="The frames of the output left out"),
        text=Text(
            ko="동영상의 출력에서 프레임 한 장의 자리만 세었습니다. 커널은 시간을 따라서도 움직이므로 프레임 수를 "
            "곱해야 합니다.",
            en="Of the output of video, only the places of one frame were counted. The kernel moves along time, too: "
            "multiply by the number of frames.",
        ),
        answers={"multiply_adds": wrong.one_frame_of_output},
    ),
)
