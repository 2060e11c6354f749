"""职业介绍: the two lists, the referrals, and the dialog in which people are introduced.

Other pages meet it in one function, ``introduce.introduce``.
"""
