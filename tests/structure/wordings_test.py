"""Sentences stand in their tables: no other source holds Chinese, and every row of what cwp says is said somewhere."""

import re

import source_tree

# Where both languages stand side by side, row by row.
TABLES = re.compile(
    r"src/(text/(diagnostic_rows_\w+|sayings|shown_words)|formula/(function_\w+|clause_catalog|syntax_error)"
    r"|form/\w+|keys/key_table|row/csv_dialect|table/output_format|sample/\w+)\.[ch]pp$|cli/chinese_help\.cpp$"
)
# What data may hold is no sentence, nor what people write in place of a word of the language.
# The rulebook that `cwp new` prints is a text of its user: two files in one source, each whole in its language.
VALUES = {"src/study/starter.cpp", "src/row/take_value.cpp", "src/row/take_value.hpp", "src/model/word_meant.cpp",
          "src/model/period_meant.cpp", "src/model/said_average.cpp"}
SAID = re.compile(r"src/text/diagnostic_rows_(words|command|usage)\.cpp$")
# Families whose rows are named by a word that is known only when it is said: word_of("state", …).
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# Full-width signs are data in src/, where texts are read, but nowhere in the command line.
SIGNS = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def without_comments(line):
    return re.sub(r"//.*", "", line)


def check(tree):
    problems, rows, code = [], {}, ""
    for path in tree.code("src", "cli"):
        text = tree.text(path)
        if SAID.search(str(path)):
            rows.update({slug: path for slug in re.findall(r'^    \{"([a-z-]+)"', text, re.M)})
        elif str(path) != "src/text/sayings.cpp":
            code += text
        if TABLES.search(str(path)) or str(path) in VALUES:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if (SIGNS if path.parts[0] == "cli" else CHINESE).search(without_comments(line)):
                problems.append(f"{path}:{number}: a sentence outside the tables: {line.strip()}")
    families = set(re.findall(r'word_of\("([a-z]+)"', code)) | set(re.findall(r'wording\("([a-z]+)-" \+', code))
    heard = {"usage"} if "words-heard" in code else set()  # known by their wording: src/text/sayings.cpp
    for slug, path in rows.items():
        if f'"{slug}"' not in code and slug.split("-")[0] not in families | heard:
            problems.append(f"{path}: nobody says '{slug}'")
    return f"{len(rows)} rows", sorted(problems)


ROW = '    {{"{0}", Severity::note, "a", "一", "", "", ""}},\n'
SOUND = {
    "src/text/diagnostic_rows_words.cpp": ROW.format("state-final") + ROW.format("title-total"),
    "src/text/x.cpp": 'word_of("state", text); wording("title-total"); // 一\n',
    "cli/y.cpp": 'print(wording("title-total"));\n',
}
VIOLATIONS = {
    "Chinese in a source": {"cli/y.cpp": 'print("没有问题");\n'},
    "Chinese signs in a source": {"cli/y.cpp": 'text += "：";\n'},
    "a row that nobody says": {"src/text/diagnostic_rows_command.cpp": ROW.format("said-nothing")},
}

if __name__ == "__main__":
    source_tree.run(check, VIOLATIONS, SOUND)
