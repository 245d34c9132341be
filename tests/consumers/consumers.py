"""Others' projects link cwp as docs/guide-programmer.md says: its commands and CMake lines are run as they stand there, in
a new folder, with examples/01_quick_start.cpp as the program.

consumers.py SOURCE BUILD [full]: cwp/build/release of the guide is BUILD, which is built already. The shared library is built
beside it, from the same objects if ccache is there to bring them. With `full` also what takes a whole build: cwp as a part
of the tree, and the shared library without ccache.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

SOURCE, BUILD = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
FULL = "full" in sys.argv[3:]
EXAMPLE = SOURCE / "examples/01_quick_start.cpp"
BUILD_TYPE = re.search(r"^CMAKE_BUILD_TYPE:\w+=(\w*)$", (BUILD / "CMakeCache.txt").read_text(), re.MULTILINE)
ENVIRONMENT = {"CMAKE_GENERATOR": "Ninja", "CMAKE_BUILD_PARALLEL_LEVEL": "2", "DESTDIR": ""}
if BUILD_TYPE:
    ENVIRONMENT["CMAKE_BUILD_TYPE"] = BUILD_TYPE.group(1)  # ccache has the objects of this one
OUTPUT = (SOURCE / "examples/01_quick_start.txt").read_text(encoding="utf-8")


def sections():
    """Below "## Link it", for each heading ### its (language, text) blocks."""
    guide = (SOURCE / "docs/guide-programmer.md").read_text(encoding="utf-8")
    part = re.search(r"^## Link it\n(.*?)^## ", guide, re.MULTILINE | re.DOTALL).group(1)
    found = {}
    for piece in re.split(r"^### ", part, flags=re.MULTILINE)[1:]:
        title, _, text = piece.partition("\n")
        found[title] = re.findall(r"^```(\w+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return found


def run(folder, command):
    print(f"$ {command}", flush=True)
    tree = lambda match: str(BUILD) if match.group(1) == "release" else f"{BUILD}-{match.group(1)}"
    command = re.sub(r"(?<!\S)cwp/build/(\w+)", tree, command).replace("-S cwp ", f"-S {SOURCE} ")
    done = subprocess.run(
        ["bash", "-ec", command], cwd=folder, env=os.environ | ENVIRONMENT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{command}\nended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def prepare(folder, blocks):
    """hello/ with its program and the CMakeLists.txt of the guide."""
    hello = folder / "hello"
    shutil.rmtree(hello, ignore_errors=True)
    hello.mkdir()
    shutil.copy(EXAMPLE, hello / "hello.cpp")
    for language, text in blocks:
        if language == "cmake":
            head = "cmake_minimum_required(VERSION 3.25)\nproject(hello LANGUAGES CXX)\n"
            (hello / "CMakeLists.txt").write_text(head + text)


def follow(folder, blocks, leave_out=()):
    prepare(folder, blocks)
    for language, text in blocks:
        commands = [line for line in text.splitlines() if not line.startswith(leave_out or "#")]
        if language == "sh":
            run(folder, "\n".join(commands))


def prints_the_example(folder, program):
    environment = dict(os.environ, LD_LIBRARY_PATH=str(folder / "prefix/lib"))
    printed = subprocess.run([folder / program], cwd=SOURCE, env=environment, capture_output=True, text=True, check=False)
    if printed.stdout != OUTPUT:
        sys.exit(f"{program} printed\n{printed.stdout}{printed.stderr}\ninstead of\n{OUTPUT}")


def check_next_version_is_not_found(folder):
    (folder / "next").mkdir()
    (folder / "next/CMakeLists.txt").write_text(
        "cmake_minimum_required(VERSION 3.25)\nproject(next LANGUAGES NONE)\nfind_package(cwp 0.2)\n"
        "if(cwp_FOUND OR NOT cwp_CONSIDERED_VERSIONS STREQUAL 0.1.0)\n  message(FATAL_ERROR found)\nendif()\n"
    )
    run(folder, "cmake -S next -B next/build -DCMAKE_PREFIX_PATH=$PWD/prefix")


def check_shows_only_its_api(library):
    """Whatever has a name of cwp and is not of a public header would be relied on one day."""
    names = subprocess.run(["nm", "-DC", "--defined-only", library], capture_output=True, text=True, check=True).stdout
    shown = [line.split(" ", 2)[2] for line in names.splitlines()]
    if not any(name.startswith("cwp::score(") for name in shown):
        sys.exit(f"{library} does not show cwp::score")
    headers = "".join(path.read_text(encoding="utf-8") for path in (SOURCE / "include/cwp").glob("*.hpp"))
    for name in shown:
        own = re.match(r"(?:(?:typeinfo|typeinfo name|vtable) for )?cwp::(\w+)", name)
        if not own or not re.search(rf"\b{own.group(1)}\b", headers):
            sys.exit(f"{library} shows {name}, which no public header names")
    print(f"{len(shown)} names are shown", flush=True)


def main():
    guide = sections()
    with tempfile.TemporaryDirectory(prefix="cwp-consumers-") as temporary:
        folder = pathlib.Path(temporary)
        began = time.monotonic()

        def done(title):
            print(f"== {title}: {time.monotonic() - began:.1f} s so far", flush=True)

        follow(folder, guide["Installed, with CMake"], leave_out=("cmake -S cwp", "cmake --build cwp"))
        prints_the_example(folder, "hello/build/hello")
        check_next_version_is_not_found(folder)
        done("find_package")
        follow(folder, guide["Installed, with pkg-config"])
        prints_the_example(folder, "hello/hello")
        done("pkg-config")

        blocks = guide["As a part of your tree"]
        prepare(folder, blocks)
        (folder / "hello/cwp").symlink_to(SOURCE)
        run(folder, "cmake -S hello -B hello/build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON")
        commands = json.loads((folder / "hello/build/compile_commands.json").read_text())
        for entry in commands:
            ours = "/src/" in entry["file"] or "/cwp/CMakeFiles/cwp_" in entry["file"]  # a file, or some compiled as one
            if "-Werror" in entry["command"] or not ours and not entry["file"].endswith("hello.cpp"):
                sys.exit(f"a project that holds cwp compiles {entry['file']}: {entry['command']}")
        if FULL:
            run(folder, "cmake --build hello/build")
            prints_the_example(folder, "hello/build/hello")
        else:
            run(folder, "ninja -C hello/build CMakeFiles/hello.dir/hello.cpp.o")
        done("add_subdirectory")
        if FULL:
            run(folder, "cpack --config cwp/build/release/CPackConfig.cmake -B packages")
            made = sorted(path.name.split("_")[0].split("-0")[0] for path in (folder / "packages").glob("*.*"))
            if made != ["cwp", "cwp", "libcwp-dev"]:
                sys.exit(f"cpack made {made}")
            done("packages")

        if not FULL and not shutil.which("ccache"):
            print("without ccache the shared library is left to ./dev nightly")
            return
        shutil.rmtree(folder / "prefix")
        shared = guide["A shared library"]
        follow(folder, shared + [block for block in guide["Installed, with CMake"] if block[0] == "cmake"])
        check_shows_only_its_api(folder / "prefix/lib/libcwp.so")
        use = [text for language, text in guide["Installed, with CMake"] if language == "sh"][-1]
        run(folder, use)
        prints_the_example(folder, "hello/build/hello")
        run(folder, "prefix/bin/cwp --version")
        done("shared, find_package")
        follow(folder, guide["Installed, with pkg-config"])
        prints_the_example(folder, "hello/hello")
        needed = run(folder, "readelf -d hello/hello")
        if "libcwp.so.0.1" not in needed:
            sys.exit(f"hello does not need libcwp.so.0.1:\n{needed}")
        done("shared, pkg-config")


if __name__ == "__main__":
    main()
