"""Korean terms."""

answers = {{quiz.korean}}
