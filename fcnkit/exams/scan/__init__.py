"""Reads scanned answer sheets. What is doubtful is handed to a person, never guessed.

Needs OpenCV and PDFium, which `fcnkit[scan]` brings; nothing else of fcnkit imports them.
"""
