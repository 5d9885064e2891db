def assert_trainable(corpus, names):
    pass
