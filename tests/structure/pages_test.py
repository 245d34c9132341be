"""What the pages point to exists: relative links, and paths in backquotes that begin with a folder of the repository.
Decisions are cited by their numbers, so each has one of its own, the same in its name and its heading."""

import re

import source_tree

FOLDERS = "include src cli rules examples bench tests cmake docs bindings".split()
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`((?:%s)/[\w./*-]*)`" % "|".join(FOLDERS))


def check(tree):
    problems = []
    pages = [path for path in tree.files() if path.suffix == ".md"]
    layers = tree.layers()
    count = 0
    for page in pages:
        for number, line in enumerate(tree.text(page).splitlines(), 1):
            for target in LINK.findall(line):
                if "://" not in target and not target.startswith("mailto:"):
                    count += 1
                    if not (tree.root / page.parent / target).exists():
                        problems.append(f"{page}:{number}: the link {target} leads nowhere")
            for target in PATH.findall(line):
                # NAME, LAYER, FAMILY in capitals stand for any; so does *.
                pattern = re.sub(r"[A-Z]{2,}", "*", target).rstrip("/")
                if not any(tree.root.glob(pattern)) and page.name != "CHANGELOG.md":
                    problems.append(f"{page}:{number}: there is no {target}")
                count += 1
    numbers = {}
    for page in (page for page in pages if page.parent.as_posix() == "docs/decisions"):
        number = page.name[:4]
        if number in numbers:
            problems.append(f"{page}: {numbers[number]} has the same number")
        numbers[number] = page
        if not tree.text(page).startswith(f"# {number} "):
            problems.append(f"{page}: its heading does not begin with {number}")
    missing = [layer for layer in layers if not re.search(rf"^\|[^|]*\b{layer}\b", tree.text(LAYERS_PAGE), re.MULTILINE)]
    problems += [f"{LAYERS_PAGE}: no row for the layer {layer}" for layer in missing]
    return f"{len(pages)} pages, {count} pointers, {len(layers)} layers", problems


LAYERS_PAGE = "docs/architecture.md"
SOUND = {
    "cmake/layers.cmake": "set(CWP_LAYERS text)\n",
    LAYERS_PAGE: "| text | sources |\n\nSee [readme](../README.md#build), `src/LAYER/x.cpp` and `src/text/*.cpp`.\n",
    "README.md": "[a site](https://example.org)\n",
    "src/text/x.cpp": "",
}
VIOLATIONS = {
    "a dead link": {"README.md": "[gone](docs/gone.md)\n"},
    "a dead path": {"README.md": "`src/text/gone.cpp`\n"},
    "two decisions with one number": {"docs/decisions/0001-a.md": "# 0001 a\n", "docs/decisions/0001-b.md": "# 0001 b\n"},
    "a decision headed otherwise": {"docs/decisions/0002-a.md": "# 0003 a\n"},
    "a layer without row": {"cmake/layers.cmake": "set(CWP_LAYERS text load)\n"},
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
