"""No file over 400 lines, no folder of more than a dozen sources, no drawer names. What must be larger says why in
docs/decisions/, by its path in backquotes."""

import re

import source_tree

LONGEST = 400
MOST = 12
# Tables of rows: long because there is much to say, not because much is done.
CATALOGUES = re.compile(r"(function_catalog|diagnostic_rows)_\w+\.cpp$")
DRAWERS = {"util", "utils", "misc", "common", "detail", "details", "helper", "helpers"}
MEASURED = {".cpp", ".hpp", ".inl", ".py", ".cmake", ".sh"}


def drawer(name):
    """A word of the drawers that is the name, or its first or last word: string_util, but not common_denominator."""
    parts = re.split(r"[_\-. ]", name.lower())
    if parts[0] in DRAWERS and (len(parts) == 1 or parts[0] != "common"):
        return parts[0]
    return parts[-1] if parts[-1] in DRAWERS else None


def check(tree):
    problems = []
    files = tree.files()
    excused = set()
    for path in tree.files("docs/decisions") if (tree.root / "docs/decisions").is_dir() else []:
        excused.update(name.rstrip("/") for name in re.findall(r"`([^`\n]+)`", tree.text(path)))
    measured = [p for p in files if p.suffix in MEASURED or p.name in ("dev", "run", "CMakeLists.txt")]
    for path in measured:
        lines = tree.text(path).count("\n")
        if lines > LONGEST and not CATALOGUES.search(path.name) and str(path) not in excused:
            problems.append(f"{path}: {lines} lines, over {LONGEST}: split it, or say why not in docs/decisions/")
    # tests/LAYER mirrors src/LAYER, plus a test for each public header.
    mirrors = {f"tests/{layer}" for layer in tree.layers()}
    sources = {}
    for path in files:
        if path.suffix == ".cpp" and not CATALOGUES.search(path.name) and str(path.parent) not in mirrors:
            sources.setdefault(str(path.parent), []).append(path.name)
    for folder, names in sources.items():
        if len(names) > MOST and folder not in excused:
            problems.append(f"{folder}: {len(names)} sources, over {MOST}: split it, or say why not in docs/decisions/")
    for path in {p for file in files for p in (file, *file.parents)} if files else []:
        word = drawer(path.stem)
        if word and path.parts:
            problems.append(f"{path}: '{word}' names a drawer; name what is in it")
    return f"{len(measured)} files, {len(sources)} folders of sources", sorted(problems)


SOUND = {
    "cmake/layers.cmake": "set(CWP_LAYERS text)\n",
    "src/text/source.cpp": "\n" * LONGEST,
    "src/text/diagnostic_rows_check.cpp": "\n" * (LONGEST + 1),
    "src/text/common_denominator.cpp": "",
    "src/text/long.cpp": "\n" * (LONGEST + 1),
    "docs/decisions/0001-long.md": "`src/text/long.cpp` is long because.\n",
    **{f"tests/text/t{i}_test.cpp": "" for i in range(MOST + 1)},
}
VIOLATIONS = {
    "a long file": {"src/text/x.cpp": "\n" * (LONGEST + 1)},
    "a long script": {"tests/structure/x_test.py": "\n" * (LONGEST + 1)},
    "a full folder": {f"src/text/x{i}.cpp": "" for i in range(MOST + 1)},
    "a drawer": {"src/text/string_util.cpp": ""},
    "a drawer of a folder": {"src/detail/x.hpp": ""},
    "a common drawer": {"src/text/common.hpp": ""},
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
