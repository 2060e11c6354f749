"""Who fits which vacancy, both ways, with the reason for every hit and near miss.

First the hard limits (``limits``), then weights (``weights``, ``scoring``); ``reasons`` has the
sentences. All of them look at ``facts`` alone, which hold nothing of sex, ethnicity, groups or
household, and of age only what the law asks. ``index`` answers for thousands of people at once and
follows edits, ``board`` reads the records, ``outcomes`` counts what came of earlier introductions.

Not here: introducing somebody (an operation of its own), anything that decides for the worker.
"""
