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
