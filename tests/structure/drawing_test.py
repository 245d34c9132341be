"""docs/architecture.svg is what docs/draw_architecture.py makes of cmake/layers.cmake, and every layer has a colour."""

import importlib.util
import pathlib

import source_tree

SCRIPT = source_tree.ROOT / "docs/draw_architecture.py"
SVG = "docs/architecture.svg"
spec = importlib.util.spec_from_file_location("draw_architecture", SCRIPT)
draw = importlib.util.module_from_spec(spec)
spec.loader.exec_module(draw)


def check(tree):
    problems = []
    try:
        wanted = draw.drawing(tree.root)
    except SystemExit as error:
        return "no drawing", [str(error)]
    layers = [layer for line in draw.layer_lines(tree.root) for layer in line]
    if tree.text(SVG) != wanted:
        problems.append(f"{SVG} is out of date: docs/draw_architecture.py writes it anew")
    problems += [f"docs/draw_architecture.py: no kind for the layer {layer}" for layer in layers if draw.colour(layer) == "#ffffff"]
    known = {layer for _, _, group in draw.KINDS for layer in group.split()}
    if len(layers) > len({layer for layer, _, _ in draw.TYPES.values()}):
        problems += [f"docs/draw_architecture.py: there is no layer {layer}" for layer in known - set(layers)]
    return f"{len(layers)} layers", sorted(problems)


LAYERS = "set(CWP_LAYERS\n    " + "\n    ".join(" ".join(group.split()) for _, _, group in draw.KINDS) + ")\n"


def drawn(layers):
    """The drawing of a table of layers."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        source_tree.write_files(folder, {"cmake/layers.cmake": layers})
        return draw.drawing(pathlib.Path(folder))


MORE = LAYERS.replace("set(CWP_LAYERS\n", "set(CWP_LAYERS\n    cellar\n")
LESS = LAYERS.replace(" proof)", ")")
SOUND = {"cmake/layers.cmake": LAYERS, SVG: drawn(LAYERS)}
VIOLATIONS = {
    "a drawing of other layers": {SVG: drawn(LAYERS).replace("verify", "vanish")},
    "a layer that is not drawn": {"cmake/layers.cmake": MORE},
    "a layer of no kind": {"cmake/layers.cmake": MORE, SVG: drawn(MORE)},
    "a layer that is gone": {"cmake/layers.cmake": LESS, SVG: drawn(LESS)},
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
