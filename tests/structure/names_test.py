"""No marks of unfinished work: what is not done is refused with a message, or is not there."""

import re

import source_tree

# Put together here, so that this file does not hold them.
MARKS = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK")) + r")\b")
BINARY = {".png", ".jpg", ".gz", ".zip", ".bin", ".xlsx", ".pdf"}


def check(tree):
    problems = []
    files = [path for path in tree.files() if path.suffix not in BINARY]
    for path in files:
        try:
            text = tree.text(path)
        except UnicodeDecodeError:
            continue  # inputs of tests that are not UTF-8 on purpose
        for number, line in enumerate(text.splitlines(), 1):
            match = MARKS.search(line)
            if match:
                problems.append(f"{path}:{number}: {match.group(0)}")
    return f"{len(files)} files", problems


SOUND = {"src/text/x.cpp": "// the method\nint todos;\n", "dev": "mktemp /tmp/file.X" + "XXXXX\n"}
VIOLATIONS = {
    "a mark in a comment": {"src/text/x.cpp": "// TO" + "DO: later\n"},
    "a mark in a page": {"docs/x.md": "FIX" + "ME\n"},
    "a mark in a file without ending": {"dev": "# HA" + "CK\n"},
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
