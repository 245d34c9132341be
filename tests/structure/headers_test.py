"""Each public header compiles alone, the umbrella holds them all in order, and parsing it stays cheap."""

import concurrent.futures
import os
import pathlib
import resource
import subprocess
import tempfile

import source_tree

COMPILER = os.environ.get("CWP_CXX", "c++")
WARNINGS = os.environ.get("CWP_WARNINGS", "-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror").split()
ADAPTORS = {"eigen.hpp", "arrow.hpp"}  # a user includes them by choice
ADAPTOR_FLAGS = os.environ.get("CWP_ADAPTOR_FLAGS", "-isystem /usr/include/eigen3").split()
UMBRELLA = pathlib.PurePath("include/cwp/cwp.hpp")
DEAREST = 2.5  # parse time of the umbrella, in parse times of the standard headers it uses
TRIALS = 5


def parse(tree, text):
    """What the compiler says of a file with this text; empty when it is content."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "use.cpp"
        file.write_text(text)
        command = [COMPILER, "-std=c++20", "-fsyntax-only", *WARNINGS, *ADAPTOR_FLAGS, f"-I{tree.root}/include", str(file)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def parse_seconds(tree, text):
    """Processor seconds, not those of the clock: other tests run at the same time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    parse(tree, text)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def check_alone(tree, headers):
    # Twice: the guard works.
    texts = [f'#include "cwp/{h.name}"\n#include "cwp/{h.name}"\n' for h in headers]
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for header, said in zip(headers, pool.map(lambda text: parse(tree, text), texts)):
            if said:
                yield f"{header}: does not compile alone:\n{said}"


def check_umbrella(tree, headers):
    listed = [name.removeprefix("cwp/") for _, name, _ in tree.includes(UMBRELLA)]
    for header in headers:
        if header.name in ADAPTORS and header.name in listed:
            yield f"{UMBRELLA}: includes {header.name}, an adaptor that users include by choice"
        if header.name not in ADAPTORS and listed.count(header.name) != 1:
            yield f"{UMBRELLA}: includes {header.name} {listed.count(header.name)} times instead of once"
        for line, name, _ in tree.includes(header):
            used = name.removeprefix("cwp/")
            if header.name in listed and used in listed and listed.index(used) > listed.index(header.name):
                yield f"{UMBRELLA}: {header.name} stands before {used}, which it needs ({header}:{line})"
    lines = tree.text(UMBRELLA).splitlines()
    for line, name, _ in tree.includes(UMBRELLA):
        if not (line > 1 and lines[line - 2].startswith("// ")):
            yield f"{UMBRELLA}:{line}: no sentence above {name}"


def check(tree):
    headers = [h for h in tree.public_headers() if h != UMBRELLA]
    problems = [*check_alone(tree, headers), *check_umbrella(tree, headers)]
    own = [h for h in headers if h.name not in ADAPTORS]
    standard = sorted({name for h in own for _, name, angled in tree.includes(h) if angled})
    standard_text = "".join(f"#include <{name}>\n" for name in standard)
    own_seconds, standard_seconds = [], []
    for _ in range(TRIALS if standard else 0):
        own_seconds.append(parse_seconds(tree, '#include "cwp/cwp.hpp"\n'))
        standard_seconds.append(parse_seconds(tree, standard_text))
    share = min(own_seconds) / min(standard_seconds) if standard else 0
    if share > DEAREST:
        problems.append(f"{UMBRELLA}: parses in {share:.2f} times the time of its standard headers, over {DEAREST}")
    counts = f"{len(headers)} headers; the umbrella parses in {share:.2f} times its {len(standard)} standard headers"
    return counts, problems


SOUND = {
    "include/cwp/cwp.hpp": '#pragma once\n// One.\n#include "cwp/one.hpp"\n// Two.\n#include "cwp/two.hpp"\n',
    "include/cwp/one.hpp": "#pragma once\nstruct One {};\n",
    "include/cwp/two.hpp": '#pragma once\n#include "cwp/one.hpp"\nstruct Two : One {};\n',
}
VIOLATIONS = {
    "a header that leans on another": {"include/cwp/two.hpp": "#pragma once\nstruct Two : One {};\n"},
    "a header without guard": {"include/cwp/one.hpp": "struct One {};\n"},
    "a warning": {"include/cwp/one.hpp": "#pragma once\nstruct One { char c(long i) { return i; } };\n"},
    "a header that the umbrella lacks": {"include/cwp/three.hpp": "#pragma once\n"},
    "an umbrella in the wrong order": {
        "include/cwp/cwp.hpp": '#pragma once\n// Two.\n#include "cwp/two.hpp"\n// One.\n#include "cwp/one.hpp"\n'
    },
    "an umbrella without a sentence": {
        "include/cwp/cwp.hpp": '#pragma once\n// One.\n#include "cwp/one.hpp"\n#include "cwp/two.hpp"\n'
    },
    "a dear header": {
        "include/cwp/one.hpp": "#pragma once\n#include <cstddef>\nstruct One {};\n"
        + "".join(f"inline int many_{i}(int x) {{ return x * {i} + (x << 2); }}\n" for i in range(20000))
    },
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
