"""月报: the figures of a period, how the year went, closing a month, and the papers of it."""
