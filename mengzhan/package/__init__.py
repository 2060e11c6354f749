"""The sync package (同步包): how records and receipts travel by stick or e-mail.

Here belong: keys of devices and offices, encryption, signatures, the container, writing to a
stick or an e-mail draft, the enrolment file, and what a package holds (manifest, journal ranges,
receipts). Here do not belong: storing what was read (``store``), judging many stations
(``office``), asking a person anything (``ui``, ``cli``).
"""
