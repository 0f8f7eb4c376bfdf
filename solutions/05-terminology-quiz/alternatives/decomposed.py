"""Korean without spaces, as macOS writes it: syllables taken apart into letters."""

answers = {{quiz.decomposed}}
