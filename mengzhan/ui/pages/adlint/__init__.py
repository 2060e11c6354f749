"""What is wrong with a vacancy's words, said under the fields while somebody types.

The hits come from ``mengzhan.rules.ads``; here they are shown, taken or kept with a reason. Not
here: what counts as a hit.
"""
