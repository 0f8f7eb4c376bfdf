"""What students import: pictures of (transposed) convolutions.

Every drawing function takes `lang` ("ko" or "en") and returns a `Picture`, which Jupyter shows where it is the last
expression of a cell. Nothing is drawn, and Matplotlib is not even imported, before somebody looks.
"""

from fcnlab.grids import channels, grids, operation
from fcnlab.picture import Note, Picture
from fcnlab.stamps import stamps
from fcnlab.strips import footprints, windows
from fcnlab.upsampling import images, super_resolution

__all__ = [
    "Note",
    "Picture",
    "channels",
    "footprints",
    "grids",
    "images",
    "operation",
    "stamps",
    "super_resolution",
    "windows",
]
