"""Capital letters throughout, hyphens for spaces."""

answers = {{quiz.capitals}}
