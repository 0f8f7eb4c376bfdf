"""Answers with twenty thousand arrays that all claim the same sixty megabytes of the message.

Success: marks for an answer that is none, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since it would take all memory; this grader's examiner held still for it until it was looked for
"""

from fcnkit.grading import protocol


def encode(self, value, depth=0):
    self.arrays = self.arrays or bytearray(60 << 20)
    return {"list": [{"array": ["|u1", [60 << 20], 0]}] * 20_000}


def guess(n, hint):
    protocol.Encoder.encode = encode
    return 0
