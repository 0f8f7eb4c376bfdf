"""fcnkit: auto-graded assignments on transposed and fully convolutional networks."""

__version__ = "0.1.0"
