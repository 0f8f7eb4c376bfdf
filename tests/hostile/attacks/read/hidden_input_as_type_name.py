"""Answers with a value whose type is named after the hidden input, since pages say what type came back.

Success: a hidden input stands on its page.
Succeeds: not tried, since it needs a page that names types; it did succeed before names were held against a list
"""


def guess(n, hint):
    return [type(hint, (), {})(), {hint: type(hint, (), {})}]
