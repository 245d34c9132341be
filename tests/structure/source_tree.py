"""The source tree as the structure tests see it, and how each of them runs.

A structure test is a function from a tree to (what it counted, the problems it found), and some violations that it must
find, each a dictionary of files. `run` tries the violations in a folder of their own first: a test that cannot fail is
no test.
"""

import pathlib
import re
import sys
import tempfile

SKIPPED = {".git", "build", "out", ".cache", "__pycache__"}
CODE = {".cpp", ".hpp"}
ROOT = pathlib.Path(__file__).resolve().parents[2]


class Tree:
    def __init__(self, root):
        self.root = pathlib.Path(root)

    def files(self, *folders):
        """Files below the folders (none: all of the tree), as paths relative to the root, in order."""
        found = []
        for folder in [self.root / f for f in folders] if folders else [self.root]:
            for path in folder.rglob("*"):
                relative = path.relative_to(self.root)
                generated = relative.parts[0].startswith("build-") or not SKIPPED.isdisjoint(relative.parts)
                if path.is_file() and not generated:
                    found.append(relative)
        return sorted(set(found))

    def code(self, *folders):
        folders = folders or ("include", "src", "cli", "examples", "tests", "bench", "bindings")
        return [path for path in self.files(*folders) if path.suffix in CODE]

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def includes(self, path):
        """(line number, name, True for <name> and False for "name") of every #include."""
        for number, line in enumerate(self.text(path).splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")', line)
            if match:
                yield number, match.group(1) or match.group(2), match.group(1) is not None

    def public_headers(self):
        return [path for path in self.files("include/cwp") if path.suffix == ".hpp"]

    def layer_table(self):
        """What cmake/layers.cmake says: {variable: list of lines, each a list of words}."""
        text = re.sub(r"#.*", "", self.text("cmake/layers.cmake"))
        table = {}
        for name, body in re.findall(r"set\(\s*(CWP_\w+)([^)]*)\)", text):
            table[name] = [line.split() for line in body.splitlines() if line.split()]
        return table

    def layers(self):
        return [layer for line in self.layer_table()["CWP_LAYERS"] for layer in line]


def words(table, name):
    """All words of a variable, as (key, value) where they are written key=value or key>value."""
    return [tuple(re.split("[=>]", word)) for line in table[name] for word in line]


def write_files(root, files):
    for name, text in files.items():
        path = pathlib.Path(root) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(check, violations, sound):
    """Exits 0 when the tree has no problem. `violations`: {what is wrong: files that are wrong so}, each laid over the
    files of `sound`, which have no problem."""
    for name, files in {"": {}, **violations}.items():
        with tempfile.TemporaryDirectory() as folder:
            write_files(folder, sound)
            write_files(folder, files)
            _, problems = check(Tree(folder))
        if bool(problems) != bool(name):
            print("this test is broken:", f"it does not notice {name}" if name else f"it blames the innocent: {problems}")
            sys.exit(2)
    counts, problems = check(Tree(sys.argv[1] if len(sys.argv) > 1 else ROOT))
    print(f"{counts}; {len(violations)} violations noticed in trial; {len(problems)} problems")
    for problem in problems:
        print(" ", problem)
    sys.exit(1 if problems else 0)
