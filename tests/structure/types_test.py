"""A type of ours has its name to itself. Two classes of one name in two files link without a word, and then one's
destructor runs on the other."""

import collections
import re

import source_tree

# Of one file each: an unnamed namespace, from its line to the end of it.
UNNAMED = re.compile(r"^namespace \{\n.*?^\}  // namespace$", re.S | re.M)
TYPE = re.compile(r"^(?:template <[^\n]*>\s*)?(?:class|struct|union|enum class)\s+(?:CWP_API\s+)?(\w+)(?!\w*::)[^;:\n]*(?::(?!:)[^;\n]*)?\{", re.M)


def check(tree):
    places = collections.defaultdict(list)
    for path in tree.files():
        if path.suffix in {".hpp", ".cpp"} and path.parts[0] in {"include", "src", "cli"}:
            for match in TYPE.finditer(UNNAMED.sub("", tree.text(path))):
                places[match.group(1)].append(path)
    problems = [
        f"{paths[1]}: {name} is also a type in {paths[0]}" for name, paths in sorted(places.items()) if len(paths) > 1
    ]
    return f"{len(places)} types", problems


SOUND = {
    "src/text/x.hpp": "namespace cwp {\nstruct Known {\n};\nclass Named : public Known {\n};\n}\n",
    "src/text/x.cpp": "namespace cwp {\nnamespace {\nstruct Own {\n};\n}  // namespace\nstruct Known::State {\n};\n}\n",
    "src/data/y.cpp": "namespace cwp {\nnamespace {\nstruct Own {\n};\n}  // namespace\nstruct Named;\n}\n",
}
VIOLATIONS = {
    "two structs of one name": {"src/data/y.hpp": "namespace cwp {\nstruct Known {\n};\n}\n"},
    "a class and a struct of one name": {"include/cwp/y.hpp": "namespace cwp {\nstruct CWP_API Named {\n};\n}\n"},
    "a type in a source outside of an unnamed namespace": {"src/data/y.cpp": "namespace cwp {\nstruct Known {\n};\n}\n"},
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
