"""Names, messages and answers in characters that turn a line's direction, hide text or join to pictures.

Success: marks for an answer that is none, markup of its own in a page, or a clear outcome missing.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

ODD = "\u202e\u2066\u2069\u200d\u2028\u2029\ufeff\u061c" + "".join(map(chr, range(0xE0020, 0xE0050))) + "\U0001f468\u200d" * 40


def guess(n, hint):
    raise type(f"Error{ODD[:3]}", (ValueError,), {})(ODD + FIELD["name"])


名前́ = {ODD: ODD}
raise RuntimeError(f"<b>{ODD}</b>\r\x1b]0;title\x07" + FIELD["name"])
