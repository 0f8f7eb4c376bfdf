"""Every term right, in polite Korean."""

# %%
answers = {{ quiz.polite }}
