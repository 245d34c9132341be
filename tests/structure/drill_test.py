"""The drill of CONTRIBUTING.md can still be done: the diffs of docs/drill apply to this tree as it is.

drill_test.py TREE: so much. drill_test.py TREE build: each is put into a copy of the tree, built, and its tests run; then
the pages take over its row. The copy stays under build/drill, for the next time."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import source_tree

DIFFS = "docs/drill"
# The tests that a diff brings with it or must not break, by its name.
TESTS = {
    "function": ["formula_test", "pages_test", "cases_test"],
    "form": ["form_test", "pages_test", "load_test"],
    "diagnostic": ["text_test", "diagnostics_test", "pages_test"],
}
SKIPPED = shutil.ignore_patterns("build", "build-*", ".git", "out", "__pycache__", ".cache")


def files_of(diff):
    """{path: hunks}, a hunk being (lines before, lines after)."""
    files = {}
    for piece in re.split(r"^diff --git .*\n", diff, flags=re.MULTILINE)[1:]:
        path = re.search(r"^\+\+\+ b/(.*)$", piece, re.MULTILINE).group(1)
        hunks = []
        for hunk in re.split(r"^@@ .*\n", piece, flags=re.MULTILINE)[1:]:
            lines = hunk.splitlines()
            before = [line[1:] for line in lines if line[:1] in (" ", "-")]
            after = [line[1:] for line in lines if line[:1] in (" ", "+")]
            hunks.append((before, after))
        files[path] = hunks
    return files


def applied(text, hunks):
    """The text with the hunks in it; None where one does not fit, or fits at two places."""
    lines, at = text.splitlines(), 0
    for before, after in hunks:
        places = [i for i in range(at, len(lines) - len(before) + 1) if lines[i : i + len(before)] == before]
        if before and len(places) != 1:
            return None
        at = places[0] if before else len(lines)
        lines[at : at + len(before)] = after
        at += len(after)
    return "\n".join(lines) + "\n"


def changes(tree, diff):
    """({path: new text}, problems)."""
    new, problems = {}, []
    for path, hunks in files_of(diff).items():
        there = (tree.root / path).is_file()
        text = applied(tree.text(path) if there else "", hunks)
        if there and not hunks[0][0]:
            problems.append(f"{path} is there already")
        elif text is None:
            problems.append(f"{path} has changed where it is to be changed")
        else:
            new[path] = text
    return new, problems


def diffs(tree):
    return [path for path in tree.files(DIFFS) if path.suffix == ".diff"]


def check(tree):
    problems = []
    for path in diffs(tree):
        new, found = changes(tree, tree.text(path))
        problems += [f"{path}: {problem}: do the drill again, and write down what it took" for problem in found]
        if path.stem not in TESTS:
            problems.append(f"{path}: tests/structure/drill_test.py does not know what tests it")
    return f"{len(diffs(tree))} diffs", problems


def build(tree):
    copy = tree.root / "build/drill/tree"

    def run(*command):
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{' '.join(command)}\n{done.stdout[-6000:]}{done.stderr[-3000:]}")

    def take(source, target):
        """Files that are the same keep their age, so that nothing is built again for them."""
        if not os.path.exists(target) or pathlib.Path(source).read_bytes() != pathlib.Path(target).read_bytes():
            shutil.copyfile(source, target)
            shutil.copymode(source, target)
        return target

    jobs = os.environ.get("CWP_DRILL_JOBS", str(os.cpu_count()))
    for path in diffs(tree):
        if copy.is_dir():  # what the diff before this one made anew
            for old in tree.__class__(copy).files("src", "tests", "docs", "include"):
                if not (tree.root / old).is_file():
                    (copy / old).unlink()
        shutil.copytree(tree.root, copy, ignore=SKIPPED, copy_function=take, dirs_exist_ok=True)
        new, problems = changes(tree, tree.text(path))
        if problems:
            sys.exit("\n".join(problems))
        source_tree.write_files(copy, new)
        run("cmake", "--preset", "release")
        run("cmake", "--build", "--preset", "release", "-j", jobs, "--target", *TESTS[path.stem], "cwp_cli")
        # The pages show the new row once it is approved; nothing else may wait for that.
        subprocess.run([str(copy / "build/release/tests/pages_test")], capture_output=True, check=False)
        received = [p for p in (copy / "build/release/tests/golden").rglob("*.received")]
        strangers = [p.name for p in received if p.parent.name not in ("docs", "zh")]
        if strangers:
            sys.exit(f"{path}: {strangers} wait to be approved besides the pages")
        run("./dev", "approve")
        for test in TESTS[path.stem]:
            run(str(copy / "build/release/tests" / test), "--gtest_brief=1")
        print(f"{path}: {', '.join(TESTS[path.stem])} pass", flush=True)


DIFF = """diff --git a/src/text/x.cpp b/src/text/x.cpp
--- a/src/text/x.cpp
+++ b/src/text/x.cpp
@@ -1,2 +1,3 @@
 one
+and a half
 two
diff --git a/src/text/y.cpp b/src/text/y.cpp
new file mode 100644
--- /dev/null
+++ b/src/text/y.cpp
@@ -0,0 +1 @@
+new
"""
SOUND = {"docs/drill/function.diff": DIFF, "src/text/x.cpp": "one\ntwo\n"}
VIOLATIONS = {
    "a line that changed": {"src/text/x.cpp": "one\nthree\n"},
    "two places that fit": {"src/text/x.cpp": "one\ntwo\none\ntwo\n"},
    "a file that is there": {"src/text/y.cpp": "old\n"},
    "a diff of nobody": {"docs/drill/stranger.diff": DIFF},
}

if __name__ == "__main__":
    if sys.argv[2:] == ["build"]:
        build(source_tree.Tree(pathlib.Path(sys.argv[1]).resolve()))
    else:
        source_tree.run(check, VIOLATIONS, SOUND)
