"""Small letters and no spaces."""

answers = {{quiz.careless}}
