"""Includes go down only, and third-party headers stay behind their fences (cmake/layers.cmake)."""

import pathlib

import source_tree

# The C++20 standard library without the C headers that <c…> replaces.
STANDARD = set(
    """algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes climits
    clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg cstddef cstdint
    cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution filesystem format forward_list fstream
    functional future initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory
    memory_resource mutex new numbers numeric optional ostream queue random ranges ratio regex scoped_allocator semaphore
    set shared_mutex source_location span sstream stack stdexcept stop_token streambuf string string_view strstream
    syncstream system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility valarray
    variant vector version""".split()
)
# Above all layers: they see the public headers and their own files.
FACES = {"cli", "examples", "bench", "bindings"}


class Table:
    def __init__(self, tree):
        table = tree.layer_table()
        self.height = {layer: i for i, line in enumerate(table["CWP_LAYERS"]) for layer in line}
        self.edges = set(source_tree.words(table, "CWP_SAME_LINE_EDGES"))
        self.public = dict(source_tree.words(table, "CWP_PUBLIC_HEADERS"))
        self.fences = [(header, folders.split(",")) for header, folders in source_tree.words(table, "CWP_FENCES")]

    def allows(self, layer, other):
        below = self.height[other] < self.height[layer]
        return below or layer == other or (layer, other) in self.edges


def fence_of(table, name):
    """Where a header may be included; None when no fence knows it. A fence that ends in / holds a folder."""
    for header, folders in table.fences:
        if name == header or (header.endswith("/") and name.startswith(header)):
            return folders
    return None


def third_party(table, path, name):
    folders = fence_of(table, name)
    if folders:
        inside = any(path.is_relative_to(folder) for folder in folders)
        return None if inside else f"<{name}> belongs to {' '.join(folders)}"
    return None if name in STANDARD else f"<{name}> is neither standard C++ nor fenced in cmake/layers.cmake"


def leaks(tree, table, code):
    """Third party behind its fence in a header is still inside only as long as no file beyond the fence includes that
    header, directly or through others (a grammar in several sources needs such a header)."""
    users = {}
    for path in code:
        for _, name, angled in tree.includes(path):
            if not angled and path.parts[0] in ("src", "tests"):
                users.setdefault(name, []).append(path)
    for header in code:
        if header.suffix != ".hpp" or header.parts[0] != "src":
            continue
        for line, name, angled in tree.includes(header):
            folders = fence_of(table, name) if angled else None
            reached, waiting = set(), [header]
            while folders and waiting:
                for user in users.get(str(waiting.pop().relative_to("src")), []):
                    if user not in reached:
                        reached.add(user)
                        if user.suffix == ".hpp" and user.parts[0] == "src":
                            waiting.append(user)
            for user in sorted(reached):
                if not any(user.is_relative_to(folder) for folder in folders):
                    yield f"{header}:{line}: <{name}> gets out through {user}"


def own(tree, table, path, name):
    top = path.parts[0]
    target = pathlib.PurePath(name)
    folders = [path.parent, pathlib.PurePath("tests")] if top == "tests" else [path.parent] if top in FACES else []
    if len(target.parts) == 1 and any((tree.root / folder / target).is_file() for folder in folders):
        return None
    if len(target.parts) < 2:
        return f'"{name}" is not written as "cwp/x.hpp" or "layer/x.hpp"'
    folder = target.parts[0]
    if folder == "cwp":
        if not (tree.root / "include" / target).is_file():
            return f'"{name}" does not exist'
        if target.stem == "cwp":
            return f'"{name}" in the library: include the parts' if top in ("include", "src") else None
        other = table.public.get(target.stem)
        if other is None:
            return f'"{name}" has no layer in CWP_PUBLIC_HEADERS of cmake/layers.cmake'
    elif top in FACES and folder == top:
        return None
    elif top == "tests" and (tree.root / "tests" / target).is_file():
        return None
    elif top == "tests" and folder == "bench" and (tree.root / target).is_file():
        return None  # the data and true results of a benchmark serve tests too
    elif folder in table.height:
        other = folder
    else:
        return f'"{name}": there is no layer {folder}'
    if top == "include":
        if folder != "cwp":
            return f'a public header includes "{name}": only <std> and "cwp/" may stand there'
        layer = table.public.get(path.stem)
    elif top in FACES:
        return None if folder == "cwp" else f'"{name}": {top} sees nothing but the public headers'
    else:
        layer = path.parts[1]
    if layer in table.height and not table.allows(layer, other):
        return f'"{name}": {layer} may not include {other}'
    return None


def check(tree):
    table = Table(tree)
    problems = []
    count = 0
    code = tree.code()
    for path in code:
        if path.parts[0] == "src" and path.parts[1] not in table.height:
            problems.append(f"{path}: there is no layer {path.parts[1]}")
            continue
        if path.parts[:2] == ("include", "cwp") and path.stem != "cwp" and path.stem not in table.public:
            problems.append(f"{path}: has no layer in CWP_PUBLIC_HEADERS of cmake/layers.cmake")
            continue
        umbrella = path == pathlib.PurePath("include/cwp/cwp.hpp")
        for line, name, angled in tree.includes(path):
            count += 1
            if angled:
                problem = third_party(table, path, name)
            else:
                problem = None if umbrella and name.startswith("cwp/") else own(tree, table, path, name)
            if problem:
                problems.append(f"{path}:{line}: {problem}")
    problems += leaks(tree, table, code)
    return f"{count} includes of {len(code)} files", problems


SOUND = {
    "cmake/layers.cmake": """set(CWP_LAYERS
    text decimal
    model
    load) # a remark
set(CWP_SAME_LINE_EDGES decimal>text)
set(CWP_PUBLIC_HEADERS source=text
  load=load)
set(CWP_FENCES yaml-cpp/=src/load CLI/=cli gtest/=tests)
""",
    "include/cwp/source.hpp": "#include <string>\n",
    "include/cwp/load.hpp": '#include "cwp/source.hpp"\n',
    "src/text/lines.hpp": "",
    "src/model/x.hpp": "",
    "src/decimal/ok.cpp": '#include "text/lines.hpp"\n',
    "src/load/inside.hpp": "#include <yaml-cpp/yaml.h>\n",
    "src/load/inside.cpp": '#include "load/inside.hpp"\n',
    "src/load/ok.cpp": '#include "cwp/load.hpp"\n#include "model/x.hpp"\n#include <yaml-cpp/yaml.h>\n',
    "cli/main.cpp": '#include <CLI/CLI.hpp>\n#include "cwp/load.hpp"\n',
    "tests/load/load_test.cpp": '#include "load/y.hpp"\n#include <gtest/gtest.h>\n',
    "bench/data.hpp": "",
    "tests/cli/bench_test.cpp": '#include "bench/data.hpp"\n',
}
VIOLATIONS = {
    "an include upwards": {"src/text/bad.cpp": '#include "model/x.hpp"\n'},
    "an include upwards in a public header": {"include/cwp/source.hpp": '#include "cwp/load.hpp"\n'},
    "an include upwards through a public header": {"src/text/bad.cpp": '#include "cwp/load.hpp"\n'},
    "an include upwards in a test": {"tests/text/bad_test.cpp": '#include "model/x.hpp"\n'},
    "an edge on one line that is not allowed": {"src/text/bad.cpp": '#include "decimal/x.hpp"\n'},
    "a source header in a public one": {"include/cwp/load.hpp": '#include "text/lines.hpp"\n'},
    "third party outside its fence": {"src/model/bad.cpp": "#include <yaml-cpp/yaml.h>\n"},
    "third party in a public header": {"include/cwp/load.hpp": "#include <yaml-cpp/yaml.h>\n"},
    "third party that gets out through a header": {
        "src/load/bad.hpp": "#  include <yaml-cpp/yaml.h>\n",
        "src/load/worse.hpp": '#include "load/bad.hpp"\n',
        "tests/load/bad_test.cpp": '#include "load/worse.hpp"\n',
    },
    "third party nobody knows": {"src/load/bad.cpp": "#include <absl/strings/cord.h>\n"},
    "a face that looks inside": {"cli/bad.cpp": '#include "model/x.hpp"\n'},
    "a public header without layer": {"include/cwp/new.hpp": ""},
    "a folder without layer": {"src/misc/x.cpp": ""},
    "a benchmark's header outside the tests": {"src/text/bad.cpp": '#include "bench/data.hpp"\n'},
    "an include by bare name": {"src/text/bad.cpp": '#include "lines.hpp"\n'},
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
