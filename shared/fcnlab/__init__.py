"""What students import: pictures of (transposed) convolutions, of what YOLO predicts, of segmentation and of shapes,
and what the public checks say.

Besides, `this_notebook` finds the notebook that is to be handed in.

Every drawing function takes `lang` ("ko" or "en") and returns a `Picture`, which Jupyter shows where it is the last
expression of a cell. Nothing is drawn, and Matplotlib is not even imported, before somebody looks.
"""

from fcnlab.boxes import decoded, detections, scales
from fcnlab.cell_numbers import cell_numbers
from fcnlab.checks import Check
from fcnlab.costs import layer_costs, network_costs
from fcnlab.counted import counted
from fcnlab.depth import depth_bar
from fcnlab.early_networks import alexnet, lenet5
from fcnlab.encoder import pretrained_encoder
from fcnlab.funnel import funnel
from fcnlab.grids import channels, grids, operation
from fcnlab.hand_in import this_notebook
from fcnlab.hourglass import hourglass
from fcnlab.keras_comparison import against_keras
from fcnlab.loss import pixel_loss
from fcnlab.masks import masks
from fcnlab.one_look import passes, two_in_one_cell, why_size
from fcnlab.overlaps import suppressed
from fcnlab.pet_arrays import drawn_pets, regions, two_pets
from fcnlab.pets import pet_files, write_pets
from fcnlab.picture import Note, Picture
from fcnlab.progress import LossPlot, loss_curve
from fcnlab.quiet import quietly
from fcnlab.shapes import added, batch_filling, joined
from fcnlab.speed import times_as_fast
from fcnlab.stamping import stamping
from fcnlab.stamps import stamps
from fcnlab.street import street, street_predictions
from fcnlab.strips import footprints, windows
from fcnlab.three_scales import recall_by_size
from fcnlab.trials import compared, side_by_side, transferred
from fcnlab.upsampling import images, super_resolution
from fcnlab.upsampling_race import upsampling_race
from fcnlab.video import frames, video_clips
from fcnlab.yolo_lab import train_yolo
from fcnlab.yolo_pictures import found_in_scenes, precision_and_recall

__all__ = [
    "Check",
    "LossPlot",
    "Note",
    "Picture",
    "added",
    "against_keras",
    "alexnet",
    "batch_filling",
    "cell_numbers",
    "channels",
    "compared",
    "counted",
    "decoded",
    "depth_bar",
    "detections",
    "drawn_pets",
    "footprints",
    "found_in_scenes",
    "frames",
    "funnel",
    "grids",
    "hourglass",
    "images",
    "joined",
    "layer_costs",
    "lenet5",
    "loss_curve",
    "masks",
    "network_costs",
    "operation",
    "passes",
    "pet_files",
    "pixel_loss",
    "precision_and_recall",
    "pretrained_encoder",
    "quietly",
    "recall_by_size",
    "regions",
    "scales",
    "side_by_side",
    "stamping",
    "stamps",
    "street",
    "street_predictions",
    "super_resolution",
    "suppressed",
    "this_notebook",
    "times_as_fast",
    "train_yolo",
    "transferred",
    "two_in_one_cell",
    "two_pets",
    "upsampling_race",
    "video_clips",
    "why_size",
    "windows",
    "write_pets",
]
