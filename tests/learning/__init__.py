"""Learning from texts that people labelled; what comes of it is shipped in ``resources/language``.

For ads: ``base`` reads the language model that all starts from, ``adexamples`` makes examples of labelled ads,
``torched`` is the encoder of `mengzhan.rules.language` in PyTorch, ``ads`` learns. It needs
``pip install -e ".[learn]"`` and, on two cores, half an hour. For messages, which are tagged with the
help of the model learned from ads: ``told`` makes examples, ``messages`` learns in half an hour. For both,
``pieces`` lists the pieces of text that the model knows, and ``storing`` writes weights.
"""
