"""Learning from texts that people labelled; what comes of it is shipped in ``resources/language``.

For ads: ``base`` reads the language model that all starts from, ``adexamples`` makes examples of labelled ads,
``ads`` learns. For messages: ``told`` makes examples, ``messages`` goes on from what was learned from ads, and
``tags`` weighs what the traits of a character say beside it. For both, ``torched`` is the encoder of
`mengzhan.rules.language` in PyTorch, ``steps`` changes its weights, ``pieces`` lists the pieces of text that the
model knows, and ``storing`` writes weights. It needs ``pip install -e ".[learn]"`` and, on two cores, an hour for
ads, an hour and a half for messages.
"""
