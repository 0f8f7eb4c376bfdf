"""A sheet of two terms that is as it should be, for tests to spoil."""

from __future__ import annotations

SHEET = """\
# 용어집 · Terminology

A word to the reader.

## 신경망 · Networks

### FCN

**완전 합성곱 신경망.** 출력까지 합성곱인
신경망입니다.

**Fully convolutional network.** Convolutional up to
its output.

= `fully convolutional net` `전 합성곱 신경망`

> **≠ [MLP](#mlp)** C는 convolutional입니다.
>
> The C stands for convolutional.

> **≠ ~~fully connected~~ ~~전부 연결~~** 연결이 아닙니다.
>
> It is not connected.

### MLP

**다층 퍼셉트론.** Dense 층만 쌓은 것입니다.

**Multi-layer perceptron.** Dense layers only.
"""
