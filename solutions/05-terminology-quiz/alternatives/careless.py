"""Small letters, no spaces, and a letter typed twice in long names."""

answers = {{quiz.careless}}
