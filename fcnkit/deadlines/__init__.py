"""Deadlines: moments and spans of time as people and platforms write them, and what late work loses."""
