"""A small language model: it has read much Chinese, and reads an ad or a message as a whole.

What belongs here: cutting text into pieces, reckoning what each piece means where it stands, how much
a place (``judging``) or a character (``characters``) reads like what was asked for, and rows of learned
weights (``rows``). Not here: what is asked, and what follows from the answer (``ads.likeness``,
``ads.tagging``), or learning (``tests.learning``). No other package imports NumPy, and this one does
when the first ad is looked at or the first message read.
"""

import os

# Ads are looked at beside the window and beside each other. Where all cores are busy, NumPy on all
# of them takes ten times as long as on one: its threads wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
