"""What students import: pictures of (transposed) convolutions, of what YOLO predicts, of segmentation and of shapes,
and what the public checks say.

Besides, `this_notebook` finds the notebook that is to be handed in.

Every drawing function takes `lang` ("ko" or "en") and returns a `Picture`, which Jupyter shows where it is the last
expression of a cell. Nothing is drawn, and Matplotlib is not even imported, before somebody looks.
"""

from fcnlab.boxes import decoded, detections, scales
from fcnlab.checks import Check
from fcnlab.depth import depth_bar
from fcnlab.funnel import funnel
from fcnlab.grids import channels, grids, operation
from fcnlab.hand_in import this_notebook
from fcnlab.hourglass import hourglass
from fcnlab.loss import pixel_loss
from fcnlab.masks import masks
from fcnlab.one_look import passes, two_in_one_cell, why_size
from fcnlab.overlaps import suppressed
from fcnlab.pets import pet_files, write_pets
from fcnlab.picture import Note, Picture
from fcnlab.progress import LossPlot, loss_curve
from fcnlab.quiet import quietly
from fcnlab.shapes import added, batch_filling, joined
from fcnlab.stamps import stamps
from fcnlab.street import street, street_predictions
from fcnlab.strips import footprints, windows
from fcnlab.three_scales import recall_by_size
from fcnlab.upsampling import images, super_resolution
from fcnlab.yolo_lab import train_yolo
from fcnlab.yolo_pictures import found_in_scenes, precision_and_recall

__all__ = [
    "Check",
    "LossPlot",
    "Note",
    "Picture",
    "added",
    "batch_filling",
    "channels",
    "decoded",
    "depth_bar",
    "detections",
    "footprints",
    "found_in_scenes",
    "funnel",
    "grids",
    "hourglass",
    "images",
    "joined",
    "loss_curve",
    "masks",
    "operation",
    "passes",
    "pet_files",
    "pixel_loss",
    "precision_and_recall",
    "quietly",
    "recall_by_size",
    "scales",
    "stamps",
    "street",
    "street_predictions",
    "super_resolution",
    "suppressed",
    "this_notebook",
    "train_yolo",
    "two_in_one_cell",
    "why_size",
    "windows",
    "write_pets",
]
