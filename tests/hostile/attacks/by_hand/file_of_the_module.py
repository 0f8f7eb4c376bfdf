"""Loads a module straight from its file.

Success: it has a module that the assignment does not offer.
Succeeds: without isolation
"""

import importlib.util
import os

spec = importlib.util.spec_from_file_location("absl", os.path.join(FIELD["packages"], "absl", "__init__.py"))
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
claim(module.__file__)
