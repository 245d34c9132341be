"""All code is formatted by clang-format, with the .clang-format of the repository."""

import os
import re
import shutil
import subprocess
import sys

import source_tree

STYLE = (source_tree.ROOT / ".clang-format").read_text(encoding="utf-8")


def check(tree):
    code = tree.code()
    command = ["clang-format", "--dry-run", "-Werror", "--style=file", *map(str, code)]
    done = subprocess.run(command, cwd=tree.root, capture_output=True, text=True, check=False)
    places = re.findall(r"^(\S+?):(\d+):\d+: error", done.stderr, re.MULTILINE)
    first = {}
    for file, line in places:
        first.setdefault(file, line)
    problems = [f"{file}:{line}: clang-format -i {file}" for file, line in first.items()]
    if done.returncode and not problems:
        problems = [f"clang-format ended with {done.returncode}: {done.stderr}"]
    return f"{len(code)} files", problems


SOUND = {".clang-format": STYLE, "src/text/x.cpp": "int x = 1;\n", "include/cwp/y.hpp": "#pragma once\n"}
VIOLATIONS = {
    "a source out of format": {"src/text/x.cpp": "int   x=1;\n"},
    "a header out of format": {"include/cwp/y.hpp": "#pragma once\nvoid f( );\n"},
}

if __name__ == "__main__":
    if not shutil.which("clang-format"):
        if os.environ.get("CI") == "true":
            sys.exit("clang-format is not installed: ./dev test installs it")
        print("SKIPPED: clang-format is not installed; ./dev test installs it")
        sys.exit(0)
    source_tree.run(check, VIOLATIONS, SOUND)
