#!/usr/bin/env python3
"""Puts each fault of faults.txt, one at a time, into a copy of the tree, builds the test program that must notice, and
runs it. Names the faults that survive. `run.py [NAME…]`: these alone. Exit code 1 when one survives, cannot be put in or
does not compile, or when a program fails without any fault.

The copy stays under build/faults, so that a second run compiles little more than the faults."""

import os
import pathlib
import shutil
import subprocess
import sys

import fault_list

ROOT = pathlib.Path(__file__).resolve().parents[2]
COPY = ROOT / "build" / "faults" / "tree"
BUILT = COPY / "build" / "dev"
SKIPPED = shutil.ignore_patterns("build", "build-*", ".git", "out", "__pycache__", ".cache")
JOBS = os.environ.get("CWP_FAULTS_JOBS", str(os.cpu_count()))


def copy_tree():
    """Files that are the same keep their age, so that nothing is built again for them."""
    wanted = set()

    def take(source, target):
        wanted.add(target)
        if not os.path.exists(target) or pathlib.Path(source).read_bytes() != pathlib.Path(target).read_bytes():
            shutil.copy2(source, target)
            os.utime(target)
        return target

    for entry in ROOT.iterdir():
        if entry.name in SKIPPED(str(ROOT), [entry.name]):
            continue
        if entry.is_dir():
            shutil.copytree(entry, COPY / entry.name, ignore=SKIPPED, copy_function=take, dirs_exist_ok=True)
        else:
            COPY.mkdir(parents=True, exist_ok=True)
            take(str(entry), str(COPY / entry.name))
    for path in COPY.rglob("*"):
        if path.is_file() and "build" not in path.relative_to(COPY).parts and str(path) not in wanted:
            path.unlink()


def run(command, log, timeout=None):
    """The exit code; what was said goes to the log. A program that hangs has noticed, too."""
    with open(log, "w", encoding="utf-8") as output:
        try:
            return subprocess.run(command, cwd=COPY, stdout=output, stderr=subprocess.STDOUT, timeout=timeout).returncode
        except subprocess.TimeoutExpired:
            return "timeout"


def build(program, log):
    return run(["cmake", "--build", "--preset", "dev", "-j", JOBS, "--target", f"{program}_test"], log)


def test(program, tests, log):
    command = [str(BUILT / "tests" / f"{program}_test"), "--gtest_brief=1", f"--gtest_filter={tests}"]
    return run(command, log, timeout=600)


def survives(fault, log):
    """Why the fault was not noticed; None when it was."""
    path = COPY / fault.file
    sound = path.read_text(encoding="utf-8") if path.is_file() else None
    if problem := fault_list.problem(fault, sound):
        return problem
    try:
        path.write_text(sound.replace(fault.old, fault.new), encoding="utf-8")
        if build(fault.program, log):
            return f"does not compile, see {log}"
        return None if test(fault.program, fault.tests, log) else f"SURVIVED {fault.program}_test {fault.tests}"
    finally:
        path.write_text(sound, encoding="utf-8")


def main(names):
    faults = fault_list.read((ROOT / fault_list.LIST).read_text(encoding="utf-8"))
    unknown = set(names) - {fault.name for fault in faults}
    if unknown:
        sys.exit(f"there is no fault {', '.join(sorted(unknown))}")
    faults = [fault for fault in faults if not names or fault.name in names]
    copy_tree()
    # Copies of one tree at two places share what ccache holds.
    os.environ.setdefault("CCACHE_BASEDIR", str(COPY))
    os.environ.setdefault("CCACHE_NOHASHDIR", "1")
    log = COPY.parent / "last.log"
    if run(["cmake", "--preset", "dev"], log):
        sys.exit(f"the copy cannot be configured, see {log}")
    failed = []
    for program, tests in sorted({(fault.program, fault.tests) for fault in faults}):
        if build(program, log) or test(program, tests, log):
            sys.exit(f"{program}_test {tests} fails without any fault, see {log}")
    for fault in faults:
        why = survives(fault, COPY.parent / f"{fault.name}.log")
        print(f"{fault.name}: {why or 'noticed by ' + fault.program}", flush=True)
        if why:
            failed.append(fault)
    print(f"{len(faults)} faults, {len(faults) - len(failed)} noticed")
    for fault in failed:
        print(f"  {fault.name}: {fault.wrong} ({fault.file})")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
