# %%
# debugging: I want to see every single stamp
big = np.random.rand(40, 40)
test_kernel = np.random.rand(40, 45)
for i in range(40):
    for j in range(40):
        print("stamp", i, j, (big[i, j] * test_kernel).tolist())
