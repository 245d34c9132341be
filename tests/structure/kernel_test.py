"""The units of src/kernel keep to themselves: each is compiled for its own instruction set, so that a function that the
linker may take from another unit (a weak symbol) would run instructions that the processor may lack. Each unit defines
its own functions and nothing else that can be seen from outside, and needs nothing of C++."""

import os
import pathlib
import platform
import re
import subprocess
import tempfile

import source_tree

COMPILER = os.environ.get("CWP_CXX", "c++")
UNITS = "src/kernel"
FUNCTIONS = ("run_lanes", "rank_groups", "sum_groups", "take_doubles", "measure_figures", "field_unit")


def options_of(tree):
    """{name of a unit: its options}, as cmake/layers.cmake says."""
    text = re.sub(r"#.*", "", tree.text("cmake/layers.cmake"))
    unit = r"set_source_files_properties\(\S*/src/kernel/lanes_(\w+)\.cpp"
    pattern = unit + r'\s+PROPERTIES\s+COMPILE_OPTIONS\s+"([^"]*)"\)'
    return {unit: options.split(";") for unit, options in re.findall(pattern, text)}


def symbols(tree, path, options):
    """(what the compiler says, [(kind, name)]) of a unit: kinds as nm has them."""
    if platform.machine() not in ("x86_64", "AMD64"):
        options = [option for option in options if not option.startswith("-m")]
    with tempfile.TemporaryDirectory() as folder:
        made = str(pathlib.Path(folder) / "unit.o")
        command = [COMPILER, "-std=c++20", *options, f"-I{tree.root}/include", f"-I{tree.root}/src"]
        command += ["-c", str(tree.root / path), "-o", made]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return done.stderr, []
        listed = subprocess.run(["nm", "-g", "-C", made], capture_output=True, text=True, check=True).stdout
    return "", [(kind, name) for kind, name in re.findall(r"^[0-9a-f ]*([A-Za-z]) (.+)$", listed, re.MULTILINE)]


def check_unit(tree, path, unit, options):
    said, found = symbols(tree, path, options)
    if said:
        yield f"{path}: does not compile with {' '.join(options)}:\n{said}"
        return
    own = {f"cwp::{function}_{unit}" for function in FUNCTIONS}
    defined = set()
    for kind, name in found:
        plain = name.split("(")[0]
        if kind in "WVuwv":
            yield f"{path}: {name} is a weak symbol ({kind})"
        elif kind == "U":
            if "::" in name or "operator" in name or "(" in name:
                yield f"{path}: needs {name}"
        elif plain in own:
            defined.add(plain)
        else:
            yield f"{path}: defines {name}"
    for missing in sorted(own - defined):
        yield f"{path}: does not define {missing}"


def check(tree):
    options = options_of(tree)
    units = [path for path in tree.code(UNITS) if re.fullmatch(r"lanes_\w+\.cpp", path.name)]
    problems = []
    for path in units:
        unit = path.stem.removeprefix("lanes_")
        if unit not in options:
            problems.append(f"cmake/layers.cmake: no options for {path}")
        else:
            problems += check_unit(tree, path, unit, options[unit])
    for unit in options:
        if f"lanes_{unit}.cpp" not in [path.name for path in units]:
            problems.append(f"cmake/layers.cmake: options for {unit}, and there is no {UNITS}/lanes_{unit}.cpp")
    if not units:
        problems.append(f"no units in {UNITS}")
    return f"{len(units)} units", problems


def unit_text(unit, more=""):
    functions = "".join(f"int {function}_{unit}(int x) {{ return x; }}\n" for function in FUNCTIONS)
    return f"{more}\nnamespace cwp {{\n{functions}}}\n"


def options_text(unit):
    return f'set_source_files_properties(${{D}}/src/kernel/lanes_{unit}.cpp PROPERTIES COMPILE_OPTIONS "-O1;-g0")\n'


SOUND = {"cmake/layers.cmake": options_text("baseline"), "src/kernel/lanes_baseline.cpp": unit_text("baseline")}


def with_code(code):
    return {"src/kernel/lanes_baseline.cpp": unit_text("baseline", code)}


VIOLATIONS = {
    "an inline function": with_code(
        "inline int shared(int x) { return x; }\nstatic int (*volatile kept)(int) = shared;"
    ),
    "an inline variable": with_code("inline int shared = 1;\nstatic int* volatile kept = &shared;"),
    "a static of an inline function": with_code(
        "inline int* shared() { static int one = 1; return &one; }\nstatic int* (*volatile kept)() = shared;"
    ),
    "a template that is not in an anonymous namespace": with_code(
        "template <typename T> T shared(T x) { return x; }\nstatic int (*volatile kept)(int) = shared<int>;"
    ),
    "a function that others could call": with_code("int shared(int x) { return x; }"),
    "a function of another unit": with_code(
        "namespace cwp { int other(int); static int (*volatile kept)(int) = other; }"
    ),
    "a unit without options": {"src/kernel/lanes_other.cpp": unit_text("other")},
    "a unit with the functions of another": {"src/kernel/lanes_baseline.cpp": unit_text("other")},
    "options for no unit": {"cmake/layers.cmake": options_text("baseline") + options_text("gone")},
    "a unit that does not compile": with_code("wrong"),
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
