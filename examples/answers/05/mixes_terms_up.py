"""Small letters throughout, and three terms taken for others."""

# %%
answers = {{ quiz.careless }}
answers["2.1"] = "you look only once"
answers["2.2"] = "densenet"
answers["2.5"] = "recall"
