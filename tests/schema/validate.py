"""cwp schema against a validator that others keep (python3-jsonschema): every rulebook of the tree is valid, and each of
the mistakes below, made in one of them, is not.

    validate.py ROOT CWP"""

import copy
import json
import pathlib
import re
import subprocess
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """YAML by its core schema, as editors read it: dates, `yes` and `010` are texts."""


CoreLoader.yaml_implicit_resolvers = {}
for kind, pattern, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
    ("int", r"^-?(?:0|[1-9][0-9]*)$", list("-0123456789")),
    ("float", r"^-?(?:0|[1-9][0-9]*)\.[0-9]+$", list("-0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(pattern), first)


def mapping_with_text_keys(loader, node, deep=False):
    return {str(loader.construct_object(key, deep=True)): loader.construct_object(value, deep=True)
            for key, value in node.value}


CoreLoader.add_constructor("tag:yaml.org,2002:map", mapping_with_text_keys)


def item(rules, number=0):
    return rules["categories"][0]["items"][number]


MISTAKES = {
    "an unknown key": lambda r: r.update(categoris=[]),
    "an unknown key of an item": lambda r: item(r).update(fulll=3),
    "an unknown key of a form": lambda r: item(r)["target"].update(att=3),
    "an item without a form": lambda r: item(r).pop("target"),
    "an item with two forms": lambda r: item(r).update(points="entries"),
    "an item without a period": lambda r: item(r).pop("per"),
    "a word that is none": lambda r: item(r).update(per="weekly"),
    "a form without what it needs": lambda r: item(r)["target"].pop("of"),
    "a text for a number": lambda r: r["categories"][0].update(full="forty"),
    "a list for a formula": lambda r: item(r).update(full=[1]),
    "a mapping for a list": lambda r: r.update(rankings={"id": "x"}),
    "a list for a mapping": lambda r: r.update(metrics=["entries"]),
    "a row of a table with three numbers": lambda r: item(r, 1)["bands"]["table"].append([1, 2, 3]),
    "a date that is none": lambda r: r.update(effective={"from": "1 March"}),
    "a version that is none": lambda r: r.update(cwp=2),
    "no version": lambda r: r.pop("cwp"),
    "a grain that is none": lambda r: r["assessments"].update(fortnight={}),
    "a key of a later version": lambda r: r.update(appeals={}),
}


def described(schema):
    """All objects of the schema that stand for a key, by path."""
    for name, part in schema["$defs"].items():
        for key, value in part.get("properties", {}).items() if isinstance(part, dict) else ():
            yield f"{name} {key}", value


def main(root, program):
    problems = []
    checked = 0
    for language in ("en", "zh"):
        text = subprocess.run([program, "schema", "--lang", language], check=True, capture_output=True).stdout
        schema = json.loads(text)
        validator_class = jsonschema.validators.validator_for(schema)
        assert validator_class is jsonschema.Draft202012Validator, validator_class
        validator_class.check_schema(schema)
        for path, value in described(schema):
            if not value.get("description") and path.split()[-1] not in ("day", "week", "month", "quarter", "half", "year"):
                problems.append(f"{language}: {path} has no description")
    validator = validator_class(schema)
    files = sorted(pathlib.Path(root, "rules").glob("*.yaml"))
    texts = [(path.name, path.read_text("utf-8")) for path in files]
    for name, text in texts:
        for error in validator.iter_errors(yaml.load(text, CoreLoader)):
            problems.append(f"{name}: {error.json_path}: {error.message[:200]}")
        checked += 1
    example = yaml.load(pathlib.Path(root, "rules/worked-example.yaml").read_text("utf-8"), CoreLoader)
    for name, make in MISTAKES.items():
        wrong = copy.deepcopy(example)
        make(wrong)
        if validator.is_valid(wrong):
            problems.append(f"{name} is valid")
    print(f"{checked} rulebooks, {len(MISTAKES)} mistakes", *problems, sep="\n")
    return 1 if problems or checked < 8 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
