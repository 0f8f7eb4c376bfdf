"""fcnkit: auto-graded programming assignments, in Korean and English."""
