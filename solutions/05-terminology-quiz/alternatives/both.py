"""Korean, with the English name in brackets behind; spaces and line ends around every answer."""

written = {{quiz.both}}
answers = {key: f" {answer}\n" for key, answer in written.items()}
