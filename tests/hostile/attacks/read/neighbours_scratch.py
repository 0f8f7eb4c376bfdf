"""Lists the folder that its scratch folder lies in, for those of students who are graded at the same time.

Success: it sees another student's folder.
Succeeds: not tried, since it depends on who is graded at the moment
"""

import os

mine = os.getcwd()
for name in os.listdir(os.path.dirname(mine)):
    if name.startswith("scratch-") and name != os.path.basename(mine):
        claim(os.listdir(os.path.join(os.path.dirname(mine), name)))
