"""The page that answers back: a bank of draws, packed, and one script, in one file that needs nothing else."""
