# %%
def yolo_depth(num_classes, num_boxes=3):
    return num_boxes * (5 + num_classes)

# %%
def yolo_output_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    return [(image_size // s, image_size // s, num_boxes * (5 + num_classes)) for s in strides]

# %%
def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    cells = sum((image_size // s) ** 2 for s in strides)
    return cells * num_boxes * (5 + num_classes)

# %%
def split_cell(cell, num_classes, num_boxes=3):
    return [
        {"box": tuple(float(v) for v in part[:4]), "objectness": float(part[4]), "classes": [float(v) for v in part[5:]]}
        for part in np.split(np.asarray(cell), num_boxes)
    ]

# %%
def decode_box(t, cell_xy, anchor, stride):
    row, col = cell_xy
    s = lambda v: 1 / (1 + np.exp(-v))
    return (
        float((col + s(t[0])) * stride), float((row + s(t[1])) * stride),
        float(anchor[0] * np.exp(t[2])), float(anchor[1] * np.exp(t[3])),
    )

# %%
def detect(prediction, num_classes, anchors, stride, threshold=0.5):
    rows, cols, _ = prediction.shape
    out = []
    for i in range(rows):
        for j in range(cols):
            for k, d in enumerate(split_cell(prediction[i, j], num_classes, len(anchors))):
                p = 1 / (1 + np.exp(-d["objectness"]))
                if p > threshold:
                    # a cell's place is (row, column), as NumPy has it
                    out.append((int(np.argmax(d["classes"])), float(p), decode_box(d["box"], (i, j), anchors[k], stride)))
    out.sort(key=lambda found: found[1], reverse=True)
    return out
