"""Writes a result with full marks over its own in the folder that `grade --out` fills.

Success: it can write there.
Succeeds: without isolation
"""

import json
import os

place = os.path.join(FIELD["out"], "results")
os.makedirs(place, exist_ok=True)
with open(os.path.join(place, "left-by-" + FIELD["name"] + ".json"), "w") as file:
    json.dump({"score": 100}, file)
claim("wrote a result")
