# %%
def yolo_depth(num_classes, num_boxes=3):
    # tx, ty, tw, th와 클래스 점수
    return (4 + num_classes) * num_boxes

# %%
def yolo_output_shapes(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    shapes = []
    for stride in strides:
        n = image_size // stride
        shapes.append((n, n, yolo_depth(num_classes, num_boxes)))
    return shapes

# %%
def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    total = 0
    for rows, cols, depth in yolo_output_shapes(image_size, num_classes, strides, num_boxes):
        total += rows * cols * depth
    return total

# %%
def split_cell(cell, num_classes, num_boxes=3):
    result = []
    for b in range(num_boxes):
        part = cell[b * (5 + num_classes):(b + 1) * (5 + num_classes)].tolist()
        result.append({"box": tuple(part[:4]), "objectness": part[4], "classes": part[5:]})
    return result

# %%
def decode_box(t, cell_xy, anchor, stride):
    cx = (cell_xy[0] + 1 / (1 + np.exp(-t[0]))) * stride
    cy = (cell_xy[1] + 1 / (1 + np.exp(-t[1]))) * stride
    return (float(cx), float(cy), float(anchor[0] * np.exp(t[2])), float(anchor[1] * np.exp(t[3])))
