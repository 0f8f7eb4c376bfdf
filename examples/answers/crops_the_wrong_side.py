# %%
import math

def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return math.ceil(size / stride)
    else:
        return math.floor((size - kernel) / stride) + 1

# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return size * stride
    else:
        return (size - 1) * stride + max(kernel, stride)

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    H, W = x.shape
    kh, kw = kernel.shape
    h = transposed_conv_output_size(H, kh, stride)
    w = transposed_conv_output_size(W, kw, stride)
    y = np.zeros((h, w))
    for i in range(H):
        for j in range(W):
            y[i*stride : i*stride+kh, j*stride : j*stride+kw] += x[i, j] * kernel
    if padding == "same":
        # 뒤쪽을 절반 자르고 나머지를 앞에서 자름
        cut_h = h - H*stride
        cut_w = w - W*stride
        y = y[cut_h - cut_h//2 : h - cut_h//2, cut_w - cut_w//2 : w - cut_w//2]
    return y

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    ys = []
    for o in range(kernel.shape[2]):
        y = 0
        for i in range(kernel.shape[3]):
            y = y + transposed_conv2d(x[:, :, i], kernel[:, :, o, i], stride, padding)
        ys.append(y)
    return np.stack(ys, axis=-1)

# %%
def conv_matrix(input_shape, kernel):
    H, W = input_shape
    kh, kw = kernel.shape
    C = []
    for i in range(H-kh+1):
        for j in range(W-kw+1):
            z = np.zeros((H, W))
            z[i:i+kh, j:j+kw] = kernel
            C.append(z.ravel())
    return np.array(C)

# %%
def bilinear_kernel(factor):
    k = 2*factor - factor%2
    c = (k-1)/2
    f = 1 - np.abs(np.arange(k)-c)/factor
    return f.reshape(-1, 1) * f
