"""Exam practice sets: items drawn from a seed, put together by a blueprint, written as paper, pages and LMS files."""
