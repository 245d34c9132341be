"""Every fault of tests/faults/faults.txt can still be put into its file: its old text stands there exactly once, and the
program that must notice exists. Whether it is noticed is seen by tests/faults/run.py, each night."""

import pathlib
import sys

import source_tree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "faults"))
import fault_list  # noqa: E402


def check(tree):
    text = tree.text(fault_list.LIST)
    faults = fault_list.read(text)
    problems = []
    if len(faults) != text.count("\n====") + text.startswith("===="):
        problems.append(f"{fault_list.LIST}: a heading is not `==== NAME: WHAT IS WRONG` with `FILE caught by PROGRAM` below")
    if not faults:
        problems.append(f"{fault_list.LIST}: no fault")
    names = [fault.name for fault in faults]
    for fault in faults:
        path = tree.root / fault.file
        why = fault_list.problem(fault, path.read_text(encoding="utf-8") if path.is_file() else None)
        if why:
            problems.append(f"{fault_list.LIST}: {fault.name}: {why}")
        if names.count(fault.name) > 1:
            problems.append(f"{fault_list.LIST}: {fault.name} stands twice")
        sources = [tree.text(p) for p in tree.files(f"tests/{fault.program}") if p.name.endswith("_test.cpp")]
        suite = fault.tests.partition(".")[0]
        if not sources:
            problems.append(f"{fault_list.LIST}: {fault.name}: there is no program {fault.program}_test")
        elif suite != "*" and not any(f"TEST({suite}," in source for source in sources):
            problems.append(f"{fault_list.LIST}: {fault.name}: {fault.program}_test has no tests {fault.tests}")
    return f"{len(faults)} faults", problems


FAULT = "==== less: one less\nsrc/text/x.cpp caught by text\n  return 1;\n---- becomes\n  return 0;\n"
SOUND = {
    fault_list.LIST: "Remark.\n\n" + FAULT + "\n==== more: one more\n" + FAULT.partition("\n")[2].replace("by text", "by text One.*"),
    "src/text/x.cpp": "int f() {\n  return 1;\n}\n",
    "tests/text/x_test.cpp": "TEST(One, IsOne) {}\n",
}
VIOLATIONS = {
    "an old text that is gone": {"src/text/x.cpp": "int f() {\n  return 2;\n}\n"},
    "an old text that stands twice": {"src/text/x.cpp": "int f() {\n  return 1;\n  return 1;\n}\n"},
    "a fault in no file": {fault_list.LIST: FAULT.replace("x.cpp", "y.cpp")},
    "a fault that changes nothing": {fault_list.LIST: FAULT.replace("return 0", "return 1")},
    "a program that is not there": {fault_list.LIST: FAULT.replace("by text", "by load")},
    "tests that are not there": {fault_list.LIST: FAULT.replace("by text", "by text Two.*")},
    "a malformed heading": {fault_list.LIST: FAULT + FAULT.replace("caught by", "by").replace("less:", "least:")},
    "a name that stands twice": {fault_list.LIST: FAULT + "\n" + FAULT},
    "an empty list": {fault_list.LIST: "Nothing.\n"},
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
