"""`python -m pactlang` is the command `pact`, where the command itself is not on the path.

Python puts the folder that it is called in first on the path of its modules, so that a file there could stand in for one of ours. It is
taken off before anything else is imported. What Python itself imports before this line, nobody here can help: in a folder that comes from
somebody else, call `pact`, or `python -P -m pactlang`.
"""

import os
import sys

_HERE = os.path.realpath(os.curdir)
_OURS = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120 - nothing else is imported yet
if _HERE != _OURS:
    sys.path[:] = [place for place in sys.path if os.path.realpath(place or os.curdir) != _HERE]

from pactlang.cli import main  # noqa: E402 - only now

if __name__ == "__main__":
    main()
