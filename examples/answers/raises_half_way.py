# %%
# 먼저 채널 하나로 연습
x3 = np.ones((2, 2, 3))
k3 = np.ones((3, 3, 1, 3))
print(transposed_conv2d(x3, k3))   # 왜 에러가 나지??

def transposed_conv2d_channels(x, kernel, stride=1, padding="valid"):
    out = []
    for o in range(kernel.shape[2]):
        out.append(sum(transposed_conv2d(x[:, :, c], kernel[:, :, o, c], stride, padding) for c in range(x.shape[2])))
    return np.stack(out, axis=-1)
