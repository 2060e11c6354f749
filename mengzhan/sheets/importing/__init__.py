"""From a ledger to records: find the table, understand its columns, read its cells, plan, write.

``intake.Import`` is the door for window and command line. In the order of the work: ``table``,
``headers`` and ``evidence`` under ``mapping``, ``values`` under ``column`` under ``rows``,
``links``, ``joins`` and ``planned`` under ``plan``, ``writing``, ``results``. The rows of a long
table are read by ``rowworkers``, in processes of their own, while ``plan`` compares those that were
read. A ledger of people or employers with columns for each contact gives follow-ups or visits besides:
``contacts`` names them, ``runs`` finds their columns, ``contactdays`` reads what one cell tells of
them, ``contactreader`` hands it to the row, ``contactcells`` gathers them by contact, ``followers``
drops those that are stored.
Workbooks of this program that come back are recognised in ``returning``. Not here: reading files
(``reading``) and what makes two people one (``rules.suspicion``).
"""
