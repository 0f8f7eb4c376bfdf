# %%
def conv_output_size(size, kernel, stride=1, padding="valid"):
    if padding == "same":
        return (size + stride - 1) // stride
    return len(range(0, size - kernel + 1, stride))

# %%
def transposed_conv_output_size(size, kernel, stride=1, padding="valid"):
    full = (size - 1) * stride + max(kernel, stride)
    return full if padding == "valid" else size * stride

# %%
# 한 방향의 도장 찍기를 행렬로 만드는 함수 (문제 3, 4에서 사용)
def stamp_matrix(n, k, stride, tap):
    """tap번째 커널 칸이 입력 i를 출력 i*stride+tap으로 보내는 (출력, 입력) 행렬"""
    M = np.zeros((transposed_conv_output_size(n, k, stride), n))
    for i in range(n):
        M[i * stride + tap, i] = 1
    return M

# %%
def transposed_conv2d(x, kernel, stride=1, padding="valid"):
    (H, W), (kh, kw) = x.shape, kernel.shape
    y = 0
    for a in range(kh):
        for b in range(kw):
            y = y + kernel[a, b] * (stamp_matrix(H, kh, stride, a) @ x @ stamp_matrix(W, kw, stride, b).T)
    if padding == "same":
        t, l = max(kh - stride, 0) // 2, max(kw - stride, 0) // 2
        y = y[t : t + H * stride, l : l + W * stride]
    return y

# %%
def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    H, W, C = x.shape
    kh, kw, O, _ = kernel.shape
    y = 0
    for a in range(kh):
        for b in range(kw):
            mixed = np.einsum("hwi,oi->hwo", x, kernel[a, b])   # 칸마다 채널을 섞고
            P = stamp_matrix(H, kh, stride, a)
            Q = stamp_matrix(W, kw, stride, b)
            y = y + np.einsum("ph,hwo,qw->pqo", P, mixed, Q)    # 제자리로 보낸다
    if padding == "same":
        t, l = max(kh - stride, 0) // 2, max(kw - stride, 0) // 2
        y = y[t : t + H * stride, l : l + W * stride, :]
    return y

# %%
def conv_matrix(input_shape, kernel):
    H, W = input_shape
    kh, kw = kernel.shape
    # 입력 칸마다 1을 하나씩 넣어 보고(단위행렬) 그 칸이 창마다 곱해지는 커널 값을 읽는다
    basis = np.eye(H * W).reshape(H * W, H, W)
    columns = []
    for e in basis:
        windows = np.lib.stride_tricks.sliding_window_view(e, (kh, kw))
        columns.append(np.einsum("ijab,ab->ij", windows, kernel).ravel())
    return np.stack(columns, axis=1)

# %%
def bilinear_kernel(factor):
    # 길이 factor인 상자 두 개를 겹치면 삼각형이 된다
    if factor % 2 == 1:
        tri = np.convolve(np.ones(factor), np.ones(factor)) / factor
    else:
        tri = np.convolve(np.ones(factor), np.convolve(np.ones(factor), [0.5, 0.5])) / factor
    return np.outer(tri, tri)
