"""Misconceptions about how a model shrinks and enlarges its image.

People's models differ, so each is known by its signs.
"""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import detectors, model_facts, scale_paths
from . import wrong_answers as wrong
from . import wrong_answers_models as models

STRIDES = (
    Misconception(
        id="resized-to-fit",
        name=Text(ko="크기를 Resizing으로 맞춤", en="The size made to fit with Resizing"),
        text=Text(
            ko="`Resizing`은 앞에서 무슨 일이 있었든 정한 크기로 맞춥니다. 그래서 빠진 업샘플링도, 깎인 가장자리도 "
            "드러나지 않습니다. 줄인 만큼 `Conv2DTranspose`나 `UpSampling2D`로 되돌리면 맞출 필요가 없습니다.",
            en="`Resizing` brings an image to its size whatever happened before, so a missing upsampling, or a border "
            "that was lost, does not show. Undo each shrinking with `Conv2DTranspose` or `UpSampling2D`, and nothing "
            "is left to be made to fit.",
        ),
        answers={"build_fcn": models.resized_to_fit},
        signs={"build_fcn": lambda facts, *_: model_facts.is_resized(facts)},
    ),
    Misconception(
        id="not-reversed",
        name=Text(ko="스트라이드를 뒤집지 않음", en="The strides not reversed"),
        text=Text(
            ko="업샘플링 스트라이드가 줄인 순서 그대로입니다. 거울에 비추듯 뒤집어야 합니다. 마지막에 줄인 것이 가장 "
            "먼저 되돌아옵니다.",
            en="The upsampling strides come in the order of the downsampling strides. They belong in reverse order: "
            "what was shrunk last is enlarged first.",
        ),
        answers={"mirrored_strides": wrong.not_reversed, "build_fcn": models.same_order},
        signs={
            "build_fcn": lambda facts, *_: (
                detectors.unmirrored(facts) and all(map(detectors.same_order, scale_paths.paths(facts["steps"])))
            )
        },
    ),
    Misconception(
        id="enlarged-at-once",
        name=Text(ko="여러 번 줄인 것을 한 번에 키움", en="Shrunk in steps, enlarged at once"),
        text=Text(
            ko="여러 번에 나누어 줄인 크기를 더 적은 횟수로 한꺼번에 키웠습니다. FCN-32s처럼 그렇게 하는 모델도 "
            "있지만, 이 과제에서는 줄일 때마다 같은 배율로 한 번씩 되돌립니다. 그래야 줄일 때와 키울 때 같은 크기의 "
            "특성 맵이 짝을 이룹니다.",
            en="What was shrunk in several steps is enlarged in fewer and larger ones. There are models that do so, "
            "such as FCN-32s, but in this assignment every step down has a step up of the same factor, so that "
            "there are feature maps of the same size on both sides.",
        ),
        answers={"build_fcn": models.enlarged_at_once},
        signs={
            "build_fcn": lambda facts, *_: (
                detectors.unmirrored(facts) and all(map(detectors.at_once, scale_paths.paths(facts["steps"])))
            )
        },
    ),
    Misconception(
        id="enlarged-first",
        name=Text(ko="줄이기 전에 먼저 키움", en="Enlarged before it is shrunk"),
        text=Text(
            ko="모델이 이미지를 먼저 키우고 나중에 줄입니다. 그러면 원래보다 큰 이미지에서 계산하게 되어, 느리고 한 "
            "번에 보는 범위도 좁습니다. 먼저 줄이고 나중에 키우세요.",
            en="The model enlarges the image first and shrinks it afterwards, so it computes on more than the image "
            "has, slowly, and sees little of it at a time. Shrink first, then enlarge.",
        ),
        answers={"build_fcn": models.enlarged_first},
        signs={"build_fcn": lambda facts, *_: detectors.enlarges_first(facts)},
    ),
    Misconception(
        id="down-and-up",
        name=Text(ko="다운샘플링 스트라이드까지 함께 돌려줌", en="The downsampling strides returned as well"),
        text=Text(
            ko="다운샘플링 스트라이드와 업샘플링 스트라이드를 이어 붙였습니다. 돌려줄 것은 업샘플링 "
            "스트라이드뿐입니다.",
            en="Both kinds of strides were joined. Only the upsampling strides should come back.",
        ),
        answers={"mirrored_strides": wrong.down_and_up},
    ),
    Misconception(
        id="sorted",
        name=Text(ko="스트라이드를 크기순으로 정렬함", en="The strides sorted by size"),
        text=Text(
            ko="스트라이드를 크기순으로 정렬했습니다. 중요한 것은 크기가 아니라 순서를 뒤집는 것입니다.",
            en="The strides were sorted. Their size does not matter: their order is to be reversed.",
        ),
        answers={"mirrored_strides": wrong.sorted_strides},
    ),
    Misconception(
        id="one-up-too-few",
        name=Text(ko="줄인 만큼 다시 키우지 않음", en="Not enlarged as often as shrunk"),
        text=Text(
            ko="줄인 것보다 적게 키워서 출력이 입력보다 작습니다. 스트라이드가 있는 합성곱이나 풀링마다, 같은 "
            "스트라이드의 전치 합성곱이 하나씩 짝을 이루어야 합니다.",
            en="The image is enlarged less than it was shrunk, so the output is smaller than the input. Every strided "
            "convolution or pooling needs its partner: a transposed convolution of the same stride.",
        ),
        answers={"build_fcn": models.one_up_too_few},
        signs={
            "build_fcn": lambda facts, *_: (
                any(down > up for down, up in detectors.products(facts))
                and all(down >= up for down, up in detectors.products(facts))
                and not detectors.has(facts, "Flatten", "Global")
            )
        },
    ),
    Misconception(
        id="never-shrunk",
        name=Text(ko="이미지를 줄이지 않음", en="The image never shrunk"),
        text=Text(
            ko="모델이 처음부터 끝까지 원래 크기로 계산합니다. 그러면 커널이 한 번에 보는 범위가 좁아 물체 전체를 "
            "알아보기 어렵고 계산도 많이 듭니다. 줄였다가 키우는 것이 이 모델의 핵심입니다.",
            en="The model works at full size throughout. Kernels then see too little at a time to recognise a whole "
            "object, and it takes a lot of computing. To shrink and to enlarge again is the point of this model.",
        ),
        answers={"build_fcn": models.never_shrunk},
        signs={
            "build_fcn": lambda facts, *_: (
                detectors.is_network(facts)
                and not any(scale_paths.paths(facts["steps"]))
                and model_facts.size(facts) != ()
            )
        },
        keeps_form=False,
    ),
    Misconception(
        id="valid-padding",
        name=Text(ko='padding을 "valid"로 둠', en='Padding left at "valid"'),
        text=Text(
            ko="합성곱마다 가장자리가 조금씩 깎여 출력이 입력보다 몇 픽셀 작거나 큽니다. 패딩이 없는 3×3 커널은 한 "
            '변을 2씩 줄입니다. 모든 합성곱과 전치 합성곱에 `padding="same"`을 쓰세요.',
            en="Each convolution takes a little off the border, so the output is a few pixels smaller or larger than "
            'the input. A 3×3 kernel without padding takes 2 off each side length. Use `padding="same"` in every '
            "convolution, the transposed ones too.",
        ),
        answers={"build_fcn": models.valid_padding},
        signs={
            "build_fcn": lambda facts, img_size, _: (
                model_facts.size(facts) != tuple(img_size)
                and detectors.lacks_padding(facts)
                and tuple(facts["inputs"][:2]) in (tuple(img_size), (None, None))
                and all(down == up for down, up in detectors.products(facts))
                and max((down for down, _ in detectors.products(facts)), default=1) <= scale_paths.LARGEST
            )
        },
    ),
    Misconception(
        id="halved-too-often",
        name=Text(ko="8로 나누어떨어지지 않게 줄임", en="Shrunk by more than 8"),
        text=Text(
            ko="이미지를 너무 많이 줄였습니다. 200은 2로 세 번 나누면 25이지만 네 번은 나누어떨어지지 않아, 다시 "
            "키우면 208이 됩니다. 다운샘플링 스트라이드를 모두 곱한 값이 8의 약수(2, 4, 8)여야 합니다.",
            en="The image is shrunk too far. 200 can be halved three times, to 25, but not four times: enlarged "
            "again, it becomes 208. The product of all downsampling "
            "strides should divide 8: 2, 4 or 8.",
        ),
        answers={"build_fcn": models.halved_too_often},
        signs={
            "build_fcn": lambda facts, *_: (
                any(down > scale_paths.LARGEST for down, _ in detectors.products(facts))
                and not detectors.has(facts, "Flatten", "Global")
                and not model_facts.is_pooled(facts)
            )
        },
    ),
)
