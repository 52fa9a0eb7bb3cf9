"""A process of its own that matches one regular expression against one text.

A pattern such as ``(a+)+$`` can take longer than anybody lives, and Python can interrupt a match nowhere but
from outside. Run as a file, this needs the standard library alone; it reads one JSON array (pattern, flags,
text) and writes one (starts and ends in turn).
"""

import json
import re
import sys


def main() -> None:
    """Match what standard input asks for."""
    pattern, flags, text = json.load(sys.stdin)
    places = [place for found in re.finditer(pattern, text, flags) for place in found.span()]
    json.dump(places, sys.stdout)


if __name__ == "__main__":
    main()
