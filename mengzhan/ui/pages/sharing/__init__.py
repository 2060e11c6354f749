"""Records of other stations, of which the office tells: shown, and changed by nobody here.

What is this station's own has its forms and pages elsewhere.
"""
