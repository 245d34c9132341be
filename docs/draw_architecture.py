#!/usr/bin/env python3
"""Draws docs/architecture.svg: the layers from cmake/layers.cmake, and beside them the way through, each type at the layer
that makes it. `docs/draw_architecture.py` writes it anew; tests/structure/drawing_test.py sees to it that it is."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]

# The types of the way through: the layer at which each stands (the one that makes it), its column, and what it is made of by
# which function.
TYPES = {
    "Source": ("text", 0, {}),
    "Rulebook": ("load", 0, {"Source": "load"}),
    "CheckedRulebook": ("check", 0, {"Rulebook": "check"}),
    "Plan": ("plan", 0, {"CheckedRulebook": "compile"}),
    "Dataset": ("data", 1, {"CheckedRulebook": "", "files": "read_csv"}),
    "files": ("text", 1, {}),
    "Scores": ("standing", 0, {"Plan": "score", "Dataset": ""}),
    "figures in a sink": ("stream", 1.5, {"Plan": "score_into", "Dataset": ""}),
    "what people see": ("explain", 0, {"Scores": "explain, write"}),
}
KINDS = [  # the layers by what they are about: the first word that fits
    ("texts, numbers, days", "#e8eef7", "text decimal calendar keys formula model form yaml"),
    ("rules", "#e3f1e4", "extend load schema graph bounds term lint check"),
    ("data", "#fbf1dc", "row data bytes columns io"),
    ("figures", "#f7e4e4", "exact kernel lane program plan engine cohort standing stream column_file"),
    ("people", "#eee6f5", "table bulletin explain sample trial files arrow moved verify reasons sensitivity kept scorer study layout survey proof"),
]
ROW, TOP, LEFT, COLUMN, WIDE = 36, 56, 24, 178, 150
STACK = LEFT + 2 * COLUMN + 250


def layer_lines(root):
    """The lines of CWP_LAYERS, lowest first."""
    text = re.sub(r"#.*", "", (root / "cmake/layers.cmake").read_text(encoding="utf-8"))
    body = re.search(r"set\(\s*CWP_LAYERS([^)]*)\)", text).group(1)
    return [line.split() for line in body.splitlines() if line.split()]


def colour(layer):
    return next((fill for _, fill, layers in KINDS if layer in layers.split()), "#ffffff")


def box(x, y, width, name, fill, bold=False):
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="24" rx="4" fill="{fill}" stroke="#555"/>\n'
        f'<text x="{x + width / 2:g}" y="{y + 16.5:g}" text-anchor="middle"{weight}>{name}</text>\n'
    )


def drawing(root):
    lines = layer_lines(root)
    height = TOP + ROW * len(lines) + 44
    y_of = {layer: TOP + ROW * (len(lines) - 1 - i) for i, line in enumerate(lines) for layer in line}
    missing = [layer for layer, _, _ in TYPES.values() if layer not in y_of]
    if missing:
        raise SystemExit(f"docs/draw_architecture.py: no layers {missing} in cmake/layers.cmake")
    width = STACK + 4 * 100 + 8
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13">\n'
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n'
        '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>\n'
        f'<text x="{LEFT}" y="28" font-weight="bold">The way through: each type at the layer that makes it</text>\n'
        f'<text x="{STACK}" y="28" font-weight="bold">Layers: each includes what stands below</text>\n'
    )
    at = {name: (LEFT + column * COLUMN, y_of[layer]) for name, (layer, column, _) in TYPES.items()}
    for name, (_, _, sources) in TYPES.items():
        for source, function in sources.items():
            (x1, y1), (x2, y2) = at[source], at[name]
            shift = 0 if x1 == x2 else max(-60, min(60, (x1 - x2) / 3))
            svg += (
                f'<path d="M{x1 + WIDE / 2:g} {y1:g}L{x2 + WIDE / 2 + shift:g} {y2 + 25:g}" '
                'stroke="#555" fill="none" marker-end="url(#a)"/>\n'
            )
            x, y = (x1 + x2 + shift) / 2 + WIDE / 2, (y1 + y2 + 25) / 2
            if function:
                svg += f'<text x="{x + 8:g}" y="{y + 4:g}" font-style="italic" fill="#333">{function}</text>\n'
    for name, (x, y) in at.items():
        svg += box(x, y, WIDE, name, "#fff", bold=name not in ("files", "what people see"))
    for line in lines:
        for i, layer in enumerate(line):
            svg += box(STACK + i * 100, y_of[layer], 92, layer, colour(layer))
    x = LEFT
    for name, fill, _ in KINDS:
        svg += f'<rect x="{x}" y="{height - 28}" width="14" height="14" fill="{fill}" stroke="#555"/>\n'
        svg += f'<text x="{x + 20}" y="{height - 16.5:g}">{name}</text>\n'
        x += 44 + 7 * len(name)
    return svg + "</svg>\n"


if __name__ == "__main__":
    (ROOT / "docs/architecture.svg").write_text(drawing(ROOT), encoding="utf-8")
    sys.exit(0)
