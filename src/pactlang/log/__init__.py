"""Logs: reading what happened from every format, holding it against the agreement, and writing it down.

`read.read_log` reads one file and `read.combine` makes several into one; `validate.validate` finds what the entries say wrong;
`write` turns entries back into lines. `entry.Entry` is what everybody else works on; `codes.Code` names every fault.
"""
