"""The list of seeded faults, faults.txt: of each a name, what is wrong, the file, the test program that must notice (all
of it, or the tests that a filter of GoogleTest picks), and the old text and the new."""

import re

LIST = "tests/faults/faults.txt"
HEADING = re.compile(r"^==== (\S+): (.+)\n(\S+) caught by (\w+)(?: (\S+))?\n", re.MULTILINE)


class Fault:
    def __init__(self, name, wrong, file, program, tests, old, new):
        self.name, self.wrong, self.file = name, wrong, file
        self.program, self.tests = program, tests or "*"
        self.old, self.new = old, new


def read(text):
    """The faults of a list; a malformed one has no old text."""
    faults = []
    headings = list(HEADING.finditer(text))
    for heading, following in zip(headings, headings[1:] + [None]):
        body = text[heading.end() : following.start() if following else len(text)]
        old, _, new = body.partition("---- becomes\n")
        faults.append(Fault(*heading.groups(), old, new.rstrip("\n") + "\n"))
    return faults


def problem(fault, text):
    """Why a fault cannot be put into this text of its file; None when it can."""
    if not fault.old.strip() or fault.old == fault.new:
        return "changes nothing"
    if text is None:
        return f"there is no {fault.file}"
    found = text.count(fault.old)
    if found != 1:
        return f"its old text stands {found} times in {fault.file}"
    return None
