"""Exams on paper: forms with a secret seed, a seat plan, and answer sheets that a scanner reads."""
