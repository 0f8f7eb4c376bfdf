collect_ignore = ["keras_course"]  # a hidden suite, for the examiner's pytest alone
