"""Installs what it lacks while it is graded.

Success: it has a module that the assignment does not offer.
Succeeds: not tried, since it would install something
"""

get_ipython().system("pip install scipy")
get_ipython().run_line_magic("pip", "install scipy")
import scipy

claim(scipy.__name__)
