"""Every header and source has its test file: src/LAYER/NAME.* in tests/LAYER/NAME_test.cpp, include/cwp/NAME.hpp in the
tests of any layer. Exceptions stand in without_own_test.txt with their reason, and only as long as they are needed."""

import re

import source_tree

EXCEPTIONS = "tests/structure/without_own_test.txt"
# The rows of a catalogue are tested together, by the test of the catalogue.
CATALOGUES = {r"function_catalog_\w+": "function_catalog", r"diagnostic_rows(_\w+)?": "diagnostic_catalog"}


def exceptions(tree):
    found = {}
    for line in tree.text(EXCEPTIONS).splitlines():
        if line.strip() and not line.startswith("#"):
            path, _, reason = line.partition(" ")
            found[path] = reason.strip()
    return found


def tested_name(stem):
    for pattern, catalogue in CATALOGUES.items():
        if re.fullmatch(pattern, stem):
            return catalogue
    return stem


def check(tree):
    problems = []
    allowed = exceptions(tree)
    tests = {str(path) for path in tree.files("tests") if path.name.endswith("_test.cpp")}
    layers = tree.layers()
    wanted = {}  # path of a header or source: the tests of which one must exist
    for path in tree.code("include", "src"):
        name = tested_name(path.stem) + "_test.cpp"
        if path.parts[0] == "src":
            wanted[str(path)] = {f"tests/{path.parts[1]}/{name}"}
        elif path.stem != "cwp":  # the umbrella: headers_test.py
            wanted[str(path)] = {f"tests/{layer}/{name}" for layer in layers}
    untested = {}  # by the test that should be there
    for path, candidates in wanted.items():
        has_test = not candidates.isdisjoint(tests)
        if not has_test and path not in allowed:
            name = min(candidates).rsplit("/", 1)[1]
            place = min(candidates) if len(candidates) == 1 else f"tests/LAYER/{name}"
            untested.setdefault(place, []).append(path)
        if has_test and path in allowed:
            problems.append(f"{EXCEPTIONS}: {path} has its test now")
    problems += [f"no {place} for {' '.join(paths)}" for place, paths in untested.items()]
    for path, reason in allowed.items():
        if path not in wanted:
            problems.append(f"{EXCEPTIONS}: there is no {path}")
        if not reason:
            problems.append(f"{EXCEPTIONS}: no reason for {path}")
    return f"{len(wanted)} headers and sources, {len(tests)} test files, {len(allowed)} exceptions", problems


SOUND = {
    "cmake/layers.cmake": "set(CWP_LAYERS text formula)\n",
    EXCEPTIONS: "# remark\nsrc/text/plain.hpp  a struct without functions\n",
    "include/cwp/cwp.hpp": "",
    "include/cwp/source.hpp": "",
    "src/text/source.cpp": "",
    "src/text/plain.hpp": "",
    "src/formula/function_catalog_rates.cpp": "",
    "tests/text/source_test.cpp": "",
    "tests/formula/function_catalog_test.cpp": "",
}
VIOLATIONS = {
    "a source without test": {"src/text/untested.cpp": ""},
    "an internal header without test": {"src/text/untested.hpp": ""},
    "a public header without test": {"include/cwp/untested.hpp": ""},
    "a test in the wrong folder": {"src/formula/moved.cpp": "", "tests/text/moved_test.cpp": ""},
    "an exception that is not needed": {EXCEPTIONS: "src/text/source.cpp why not\nsrc/text/plain.hpp a struct\n"},
    "an exception for nothing": {EXCEPTIONS: "src/text/gone.cpp why not\nsrc/text/plain.hpp a struct\n"},
    "an exception without reason": {EXCEPTIONS: "src/text/plain.hpp\n"},
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
