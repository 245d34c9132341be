"""The thresholds of docs/exactness.md are those of the code, and each is tried by the experiment that is named: the constant
has that value in that file, and the tests of that name in tests/exactness use it. No other constant decides how far
something is right: one that is named as they are stands on the page."""

import re

import source_tree

PAGE = "docs/exactness.md"
TABLE = re.compile(r"<!-- thresholds -->(.*)<!-- end of thresholds -->", re.S)
ROW = re.compile(r"^\| `(k\w+)` \| ([^|]+) \| `([^`]+)` \|.*\| `(\w+)` \|$", re.M)
DECLARED = re.compile(r"\b(k[A-Z]\w*) = ([^,;]+)[,;]")
NAMED = re.compile(r"k((EndOf|Most|Largest|Factor|First|Last|Numerator)[A-Z]\w*|Widest)$")
FOLDERS = ("src/kernel", "src/lane", "src/program", "src/decimal")
TESTS = re.compile(r"^TEST\((\w+), \w+\) \{\n(.*?)^\}", re.M | re.S)


def number(text):
    """Of `2^22 − 1` on the page, or `(std::int64_t{1} << 22) - 1` in the code; None where it is something else."""
    text = re.sub(r"[\w:]+\{1\}|\b1U?L\b", "1", text.strip())
    text = re.sub(r"(?<=\d)[,'](?=\d)", "", text).replace("^", "**").replace("−", "-")
    return eval(text, {"__builtins__": {}}) if re.fullmatch(r"[\d\s()<*-]+", text) else None


def declared(tree, path):
    """{name: its expression} of the constants of a file that are worth a row."""
    lines = [line for line in tree.text(path).splitlines() if re.search(r"\bconstexpr\b", line)]
    return {name: value for line in lines for name, value in DECLARED.findall(line)}


def check(tree):
    problems = []
    page = tree.text(PAGE)
    table = TABLE.search(page)
    rows = ROW.findall(table.group(1)) if table else []
    experiments = {}  # by name: everything that its tests, and what stands beside them, say
    for path in tree.code("tests/exactness"):
        text = tree.text(path)
        for name, body in TESTS.findall(text):
            experiments[name] = experiments.get(name, "") + body
        outside = TESTS.sub("", text)
        for name in {name for name, _ in TESTS.findall(text)}:
            experiments[name] += outside
    for name, value, path, experiment in rows:
        if not (tree.root / path).is_file():
            problems.append(f"{PAGE}: {name}: there is no {path}")
            continue
        found = declared(tree, path).get(name)
        if found is None:
            problems.append(f"{PAGE}: {path} has no constant {name}")
        elif number(found) != number(value):
            problems.append(f"{PAGE}: {name} is {found} in {path}, not {value.strip()}")
        if not re.search(rf"\b{name}\b", experiments.get(experiment, "")):
            problems.append(f"{PAGE}: no test of {experiment} in tests/exactness uses {name}")
    if not rows:
        problems.append(f"{PAGE}: there is no table of thresholds")
    for path in tree.code(*(folder for folder in FOLDERS if (tree.root / folder).is_dir())):
        for name in declared(tree, path):
            if NAMED.match(name) and f"`{name}`" not in page:
                problems.append(f"{path}: {name} does not stand in {PAGE}")
    return f"{len(rows)} thresholds", problems


HEAD = "| constant | value | in | decides | beyond it | experiment |\n|---|---|---|---|---|---|\n"


def page_of(*rows, more=""):
    return "<!-- thresholds -->\n" + HEAD + "".join(row + "\n" for row in rows) + "<!-- end of thresholds -->\n" + more


FLOATS = "| `kEndOfFloats` | 2^24 | `src/kernel/x.hpp` | a | b | `Quotients` |"
DIGITS = "| `kMostDigits` | 1,018 | `src/decimal/y.hpp` | a | b | `Digits` |"
SOUND = {
    PAGE: page_of(FLOATS, DIGITS, more="`kMostSteps` is a cost.\n"),
    "src/kernel/x.hpp": "inline constexpr std::int64_t kEndOfFloats = std::int64_t{1} << 24;\nconstexpr int kMostSteps = 8;\n",
    "src/decimal/y.hpp": "inline constexpr int kMostDigits = 1'018, kPlain = 1;\n",
    "tests/exactness/x_test.cpp": "TEST(Quotients, A) {\n  f(kEndOfFloats);\n}\nTEST(Digits, B) {\n  f(kMostDigits);\n}\n",
}
VIOLATIONS = {
    "a value that is another": {"src/kernel/x.hpp": "inline constexpr int kEndOfFloats = 1 << 23, kMostSteps = 8;\n"},
    "a constant that is gone": {"src/decimal/y.hpp": "inline constexpr int kDigits = 1'018;\n"},
    "a file that is gone": {PAGE: page_of(FLOATS.replace("x.hpp", "z.hpp"), DIGITS, more="`kMostSteps`\n")},
    "a threshold that nothing tries": {"tests/exactness/x_test.cpp": "TEST(Quotients, A) {\n  f(kEndOfFloats);\n}\n"},
    "an experiment that does not use it": {
        "tests/exactness/x_test.cpp": "TEST(Quotients, A) {\n  f();\n}\nTEST(Digits, B) {\n  f(kMostDigits, kEndOfFloats);\n}\n"
    },
    "a constant without row": {"src/decimal/z.cpp": "constexpr int kMostPlaces = 3;\n"},
    "a page without table": {PAGE: "`kEndOfFloats` `kMostDigits` `kMostSteps`\n"},
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
