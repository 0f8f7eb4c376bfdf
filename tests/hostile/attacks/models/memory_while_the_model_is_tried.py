"""Fills memory in a thread of its own process while its model is run and trained in another one.

Success: marks for a model that cannot be, or a neighbour's result is another one.
Succeeds: not tried, since it would take from the machine what others need
"""

import threading
import time

import keras


def fill():
    time.sleep(1)  # by now, the model is waited for
    kept = bytearray(b"x") * (5 << 29)
    time.sleep(60)
    return kept


def build():
    threading.Thread(target=fill).start()
    image = keras.Input((None, None, 3))
    deep = image
    for _ in range(60):
        deep = keras.layers.Conv2D(16, 3, padding="same")(deep)
    return keras.Model(image, keras.layers.Conv2D(2, 1, activation="softmax")(deep))
