"""Raises an exception whose text is as long as all books.

Success: its page is larger than a megabyte.
Succeeds: not tried, since it needs a page that shows exceptions
"""

raise ValueError((FIELD["name"] + " ") * 3_000_000)
