# %%
def yolo_depth(num_classes, num_boxes=3):
    return (4 + 1 + num_classes) * num_boxes

# %%
def yolo_output_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    depth = yolo_depth(num_classes, num_boxes)
    return [(image_size // s, image_size // s, depth) for s in strides]

# %%
def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return sum(h * w * d for h, w, d in yolo_output_shapes(image_size, num_classes, strides, num_boxes))

# %%
def split_cell(cell, num_classes, num_boxes=3):
    boxes = np.reshape(cell, (num_boxes, 5 + num_classes))
    return [
        {"box": tuple(b[:4].tolist()), "objectness": float(b[4]), "classes": b[5:].tolist()}
        for b in boxes
    ]

# %%
def sigmoid(x):
    return 1 / (1 + np.exp(-x))

# %%
def decode_box(t, cell_xy, anchor, stride):
    tx, ty, tw, th = t
    col, row = cell_xy
    return (
        float((col + sigmoid(tx)) * stride),
        float((row + sigmoid(ty)) * stride),
        float(anchor[0] * np.exp(tw)),
        float(anchor[1] * np.exp(th)),
    )

# %%
def detect(prediction, num_classes, anchors, stride, threshold=0.5):
    found = []
    for row, col in np.ndindex(prediction.shape[:2]):
        for box, anchor in zip(split_cell(prediction[row, col], num_classes, len(anchors)), anchors):
            score = float(sigmoid(box["objectness"]))
            if score > threshold:
                label = int(np.argmax(box["classes"]))
                found.append((label, score, decode_box(box["box"], (col, row), anchor, stride)))
    return sorted(found, key=lambda f: -f[1])
