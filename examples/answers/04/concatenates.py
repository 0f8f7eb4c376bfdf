# %%
explanation = """A tuple is put together with +, so (7390,) + (200, 200) + (3,) has all four sizes one after another.
(3) is just the number 3 in parentheses, and a number cannot be put onto a tuple. With arrays + adds the numbers, so
np.array([200, 200]) + np.array([3]) is [203, 203] and no shape."""
