# %%
def yolo_depth(num_classes, num_boxes=3):
    # tx, ty, tw, th와 클래스 점수
    return (4 + num_classes) * num_boxes

# %%
def count_outputs(image_size, num_classes, strides=(32, 16, 8), num_boxes=3):
    total = 0
    for rows, cols, depth in yolo_output_shapes(image_size, num_classes, strides, num_boxes):
        total += rows * cols * depth
    return total
