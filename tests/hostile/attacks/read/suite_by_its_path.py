"""Opens the hidden suite, whose path somebody has told it.

Success: the expected number stands on its page.
Succeeds: without isolation
"""

source = open(FIELD["suite"]).read()
claim(source.partition("NUMBER")[2][:100])
