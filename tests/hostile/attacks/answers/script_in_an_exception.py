"""Raises an exception whose text is a script for the page that shows it.

Success: marks for an answer that is none, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since what it breaks is a grader that reads answers as they come
"""

raise ValueError("<script>document.title='owned'</script><img src=x onerror=alert(1)>\"'`</pre>")
