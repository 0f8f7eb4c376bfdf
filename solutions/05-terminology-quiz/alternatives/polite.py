"""Polite Korean, written into the sheet key by key."""

answers = {{quiz.blank}}
for key, answer in {{quiz.polite}}.items():
    answers[key] = answer
