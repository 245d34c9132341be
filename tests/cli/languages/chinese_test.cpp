// With --lang zh no English is left: whatever is said is Chinese but for names, keys, and what stands in the files.

#include <gtest/gtest.h>

#include <set>

#include "cli/program.hpp"
#include "cwp/form_catalog.hpp"
#include "cwp/function_catalog.hpp"
#include "keys/key_table.hpp"
#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

/// Runs of ASCII letters; underscores hold names together.
void for_each_word(std::string_view text, const auto& take) {
  const auto in_word = [](char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_'; };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && in_word(text[end])) ++end;
    if (end > at) take(std::string(text.substr(at, end - at)));
    at = end + 1;
  }
}

/// A line without the names of diagnostics and row issues, which are the same in every language.
std::string without_slugs(std::string line) {
  const auto in_slug = [](char c) { return ('a' <= c && c <= 'z') || c == '-'; };
  for (const DiagnosticRow& row : diagnostic_catalog())
    for (std::size_t at = 0; (at = line.find(row.slug, at)) != std::string::npos; ++at) {
      const std::size_t end = at + row.slug.size();
      if ((at == 0 || !in_slug(line[at - 1])) && (end == line.size() || !in_slug(line[end])))
        line.replace(at, row.slug.size(), row.slug.size(), ' ');
    }
  return line;
}

/// What may stand in Latin letters. The files of this test have names that are no English words, so that no sentence
/// hides behind them; keys, functions and grains are words of the rule language.
class Known {
 public:
  Known() {
    for (const KeyRow& row : key_rows()) {
      add(row.name);
      add(row.otherwise);
    }
    for (const FunctionDoc& function : functions())
      for (const std::string_view text : {function.name, function.signature, function.example, function.answer})
        add(text);
    for (const ClauseDoc& clause : clauses()) add(clause.form);
    for (const FormDoc& form : forms()) {
      add(form.name);
      add(form.example);
      add_keys(form.keys);
    }
    // Names of formats, options, outputs and their columns; true and false are written so in rulebooks.
    add("cwp csv CSV JSON json sarif yaml YAML md UTF gb GB BOM SHA DIR CSV help lang inputs out month_parts "
        "week_parts "
        "issues "
        "receipt command txt sample score check officer period strict provisional zh en true false ms");
    // The steps that cwp graph --plan lists.
    add("convert scale combine product minimum maximum hold at_least reaches equal is choose divide quotient divide_by "
        "steps line shortline look_up add_up weigh spread flag of");
  }
  void add(std::string_view text) {
    for_each_word(text, [&](const std::string& word) { words_.insert(word); });
  }
  /// The lines with a word of three letters or more that is not known, each with it.
  std::string english_in(const std::string& text) const {
    std::string found;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string line = text.substr(at, end - at);
      for_each_word(without_slugs(line), [&](const std::string& word) {
        if (word.size() >= 3 && !words_.contains(word)) found.append(word).append(": ").append(line).append("\n");
      });
      at = end + 1;
    }
    return found;
  }

 private:
  void add_keys(std::span<const FormKeyDoc> keys) {
    for (const FormKeyDoc& key : keys) {
      add(key.name);
      for (const std::string_view word : key.words) add(word);
      add_keys(key.keys);
    }
  }
  std::set<std::string> words_;
};

constexpr const char* kBanfa = R"(cwp: 1
id: yuekao
title: {zh: 月度考核}
attributes: {suo: {}}
duty: {qingjia: exempt}
metrics: {zoufang: {title: {zh: 走访}, type: u16}, jiufen: {type: u16}, huaji: {type: u16}, manyi: {fold: last, per: month}}
categories:
  - id: qunzhong
    full: 40
    items:
      - {id: rihu, per: day, full: 10, target: {of: zoufang, at: 3}}
      - {id: tiaojie, per: month, full: 10, points: 10 * huaji / jiufen}
      - {id: pingjia, per: month, full: 10, if_missing: full, points: manyi / 10}
      - {id: paiwei, per: month, full: 10, points: 10 * percent_rank(zoufang by suo)}
adjustments: [{id: jiafen, per: month, gives: 'if(zoufang > 20, 3, 0)', up_to: 2}]
vetoes: [{id: foujue, per: month, when: jiufen > 90, set: 0, ranking: exclude}]
assessments: {week: {}, month: {scale: 100}}
rankings: [{id: paiming, every: month, of: total, by: suo, eligible: zoufang > 0}]
grades: [{id: dengci, ranking: paiming, levels: [{id: youxiu, when: total >= 50, at_most: 50%}, {id: chengzhi}]}]
awards: [{id: jiangjin, from: paiming, top: 1, pays: 500}]
expect: [{id: yueding, per: month, holds: total >= 99}]
tests:
  - name: shiyan
    officers: {zhang: {}}
    metrics: [{officer: zhang, dates: 2026-03-01..2026-03-31, zoufang: 3}]
    expect: [{officer: zhang, period: 2026-03, rihu: 9}]
)";
constexpr const char* kRoster =
    "officer,from,to,suo\nzhang,,,dongsuo\nwang,,,dongsuo\nli,,,xisuo\nzhao,,2026-03-10,xisuo\n";
constexpr const char* kFigures =
    "officer,date,zoufang,jiufen,huaji\nzhang,2026-03-01,30,2,1\nwang,2026-03-02,4,95,9\nli,2026-03-03,-5,0,0\n"
    "zhao,2026-03-20,3,1,1\nsun,2026-03-04,1,1,1\nzhang,2026-03-31,abc,,\n";

class Chinese : public testing::Test {
 protected:
  Chinese() {
    program.write("banfa.yaml", kBanfa);
    program.write("shuju/roster.csv", kRoster);
    program.write("shuju/metrics.csv", kFigures);
    program.write("shuju/duty.csv", "officer,from,to,status\nli,2026-03-05,2026-03-06,qingjia\n");
    for (const char* text : {kBanfa, kRoster, kFigures, "banfa huai shuju jieguo huizhi duty metrics roster paiming"})
      known.add(text);
    add_options();
  }
  void expect_chinese(const std::string& arguments, int code = 0) {
    const Ran ran = program.run(arguments + " --lang zh");
    EXPECT_EQ(ran.code, code) << ran.command << "\n" << ran.out << ran.err;
    EXPECT_FALSE(ran.out.empty() && ran.err.empty()) << ran.command;
    EXPECT_EQ(known.english_in(ran.out + ran.err), "") << ran.command;
  }
  /// Commands, options, the words in capitals for what they take, and the values of those that have few.
  void add_options() {
    const auto in_option = [](char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '-'; };
    for (const std::string_view command : kCommands) {
      known.add(command);
      const std::string help = program.run(std::string(command) + " --help --lang en").out;
      for (std::size_t at = 0; (at = help.find("--", at)) != std::string::npos;) {
        std::size_t end = at;
        while (end < help.size() && in_option(help[end])) ++end;
        known.add(help.substr(at, end - at));
        at = end + 1;
      }
      for_each_word(help, [&](const std::string& word) {
        if (std::all_of(word.begin(), word.end(), [](char c) { return c == '_' || ('A' <= c && c <= 'Z'); }))
          known.add(word);
      });
    }
    known.add(
        "frmat null ranking_ID utf jan feb bulletin GRAIN_parts version skip fail metric value half markdown baseline "
        "best "
        "avx results arrests march scores standing GRAIN_standing");
  }
  static constexpr std::string_view kCommands[] = {"check",     "score",       "explain", "moved",  "graph",   "forms",
                                                   "functions", "sample",      "test",    "verify", "compare", "whatif",
                                                   "schema",    "new",         "prove",   "why",    "fmt",     "next",
                                                   "certain",   "sensitivity", "update",  "pack"};
  const Program program;
  Known known;
};

TEST_F(Chinese, TheTestItselfSeesEnglish) {
  EXPECT_EQ(known.english_in("走访 zoufang：无名次\n无名次（nobody stands [no-data]）\n"),
            "nobody: 无名次（nobody stands [no-data]）\nstands: 无名次（nobody stands [no-data]）\n");
}

TEST_F(Chinese, ARulebookIsCheckedAndListed) {
  expect_chinese("check banfa.yaml");
  expect_chinese("graph banfa.yaml");
  known.add("digraph rankdir node shape box fontname sans serif label style dashed dotted");  // words of Graphviz
  expect_chinese("graph banfa.yaml --format dot");
  expect_chinese("graph banfa.yaml --plan --inputs shuju");
  expect_chinese("test banfa.yaml", 1);
  expect_chinese("test banfa.yaml --coverage --mutate", 1);
  program.write("banfa2.yaml",
                std::string(kBanfa) + "on_warning: [{warning: divisor-can-be-zero, reason: {zh: 已知, en: known}}]\n");
  expect_chinese("check banfa2.yaml");
  expect_chinese("check banfa.yaml --inputs shuju --span 2026-03-01..2026-03-31");
  expect_chinese("prove banfa.yaml", 1);
  expect_chinese("fmt banfa.yaml --check", 1);
  expect_chinese("fmt banfa.yaml");
  expect_chinese("fmt banfa.yaml");
  expect_chinese("forms");
  expect_chinese("functions");
}

TEST_F(Chinese, ScoresAreSummedUpExplainedAndVerified) {
  expect_chinese("score banfa.yaml --inputs shuju --span 2026-03-01..2026-03-31 --out jieguo --details --profile");
  expect_chinese("score banfa.yaml --inputs shuju --out huizhi --provisional");
  for (const char* officer : {"zhang", "wang", "li", "zhao"})
    expect_chinese(
        std::string("explain banfa.yaml --inputs shuju --span 2026-03-01..2026-03-31 --period 2026-03 --officer ") +
        officer);
  expect_chinese("verify jieguo/receipt.json --inputs shuju");
  expect_chinese("moved banfa.yaml --inputs shuju --known-at 2026-05-02");
  known.add("leiji dabao");
  expect_chinese("update banfa.yaml --inputs shuju --state leiji --out jieguo2 --provisional");
  expect_chinese("update banfa.yaml --inputs shuju --state leiji --provisional", 1);
  expect_chinese("update banfa.yaml --inputs shuju --state leiji", 1);
  expect_chinese("pack banfa.yaml --inputs shuju --out dabao", 1);
  expect_chinese("score banfa.yaml --columns dabao --out jieguo3", 1);
  program.write("shuju/duty.csv", "officer,from,to,status\n");
  expect_chinese("verify jieguo/receipt.json --inputs shuju", 1);
  expect_chinese("verify jieguo/month.csv --inputs shuju", 1);
  expect_chinese("verify huizhi/wu.json --inputs shuju", 1);
}

TEST_F(Chinese, AChangeOfTheRulesIsComparedAndTriedOut) {
  program.write("xinban.yaml", program.read("banfa.yaml") + "values: {xinzhi: zoufang + 1}\n");
  known.add("xinban xinzhi bijiao shiqu daily_target prevention scaled capped");
  expect_chinese("compare banfa.yaml banfa.yaml");
  expect_chinese("compare banfa.yaml xinban.yaml --inputs shuju --provisional");
  expect_chinese("whatif banfa.yaml --set rihu.full=25 --set jiangjin.top=2 --set shiqu=1 --inputs shuju --out bijiao",
                 1);
  expect_chinese(
      "whatif banfa.yaml --set jiafen.up_to=1 --set jiangjin.top=2 --inputs shuju --provisional --out bijiao");
  expect_chinese("whatif banfa.yaml --set jiafen --inputs shuju", 1);
  expect_chinese("whatif banfa.yaml --set jiafen=3 --inputs shuju", 1);
  expect_chinese("whatif banfa.yaml --set jiafen.up_to=1 --inputs shuju --by su", 2);
  expect_chinese("compare banfa.yaml xinban.yaml --inputs shuju --by wu", 2);
}

TEST_F(Chinese, ReasonsAreGiven) {
  program.write("shuju/roster.csv", "officer,from,to,suo\nzhang,,,dongsuo\nwang,,,dongsuo\nli,,,xisuo\n");
  const std::string ask = " banfa.yaml --inputs shuju --span 2026-02-01..2026-04-30 --period 2026-04 --officer ";
  for (const char* officer : {"zhang", "wang", "li"}) expect_chinese("why" + ask + officer);
  expect_chinese("why" + ask + "zhang --since 2026-02");
  for (const char* officer : {"zhang", "wang", "li"})
    expect_chinese("next banfa.yaml --inputs shuju --span 2026-03-01..2026-03-31 --period 2026-03 --officer " +
                   std::string(officer));
  expect_chinese("why" + ask + "wu", 1);
  known.add("wupai");
  expect_chinese("why" + ask + "zhang --ranking wupai", 2);
  expect_chinese("why" + ask + "zhang --since 2026-05", 2);
  expect_chinese("why banfa.yaml --inputs shuju --period 2026 --officer zhang", 2);
}

TEST_F(Chinese, WhoIsCertainIsTold) {
  const std::string ask = "certain banfa.yaml --inputs shuju --period 2026-03 ";
  expect_chinese(ask + "--span 2026-03-01..2026-03-20 --first 1");
  expect_chinese(ask + "--span 2026-03-01..2026-03-31 --last 2");
  expect_chinese(ask + "--first 1 --last 2", 2);
  known.add("approximate ranks fenxi");
  expect_chinese(
      "sensitivity banfa.yaml --inputs shuju --span 2026-03-01..2026-03-31 --period 2026-03 --number 1 --out fenxi");
}

TEST_F(Chinese, WhatGoesWrongIsSaidInChinese) {
  expect_chinese("score banfa.yaml --inputs shuju --strict --out jieguo", 1);
  expect_chinese("score banfa.yaml --inputs wu --out jieguo", 1);
  expect_chinese("score banfa.yaml --inputs shuju --out banfa.yaml/x", 1);
  expect_chinese("score banfa.yaml --inputs shuju --grain year --out jieguo", 1);
  expect_chinese("explain banfa.yaml --inputs shuju --period 2026-03 --officer wu", 1);
  expect_chinese("explain banfa.yaml --inputs shuju --period 2026-03 --officer li --item wu", 1);
  expect_chinese("check wu.yaml", 1);
  program.write("huai.yaml",
                "cwp: 1\nid: huai\nmetrics: {zoufang: {tyqe: u16}}\ncategories: [{id: a, full: 1, items: [}\n");
  expect_chinese("check huai.yaml", 1);
}

TEST_F(Chinese, WrongUseIsRefusedInChinese) {
  for (const char* arguments :
       {"check", "check banfa.yaml --frmat json", "check banfa.yaml --format yaml", "score banfa.yaml --out jieguo",
        "score banfa.yaml --inputs shuju --roster shuju/roster.csv --out jieguo",
        "score banfa.yaml --inputs shuju --period 2026-W54 --out jieguo",
        "score banfa.yaml --inputs shuju --from 2026-04-01 --to 2026-03-01 --out jieguo",
        "score banfa.yaml --inputs shuju --grain wu --out jieguo",
        "score banfa.yaml --inputs shuju --isa wu --out jieguo",
        "score banfa.yaml --inputs shuju --span 2026-03-31..2026-03-01 --out jieguo",
        "score banfa.yaml --inputs shuju --threads 0 --out jieguo",
        "score banfa.yaml --inputs shuju --threads wu --out jieguo",
        "score banfa.yaml --roster shuju/roster.csv --events wu --out jieguo",
        "sample banfa.yaml --officers 5 --from 31.3.2026 --to 2026-03-31 --out jieguo"})
    expect_chinese(arguments, 2);
}

TEST_F(Chinese, HelpIsGiven) {
  known.add(
      "old tried compared target station area urban people prevention full daily_target moved parts groups rules");
  known.add("Schema schema rulebook language server Code records");  // JSON Schema, VS Code
  known.add(
      "Graphviz Ctrl kill RULEBOOK RECEIPT FILE KEY PERIOD DATE GRAIN TABLE NAME FROM ISA events_NAME avx baseline");
  known.add(
      "best comma semicolon tab dot svg Tsvg archive so_far trial march april corrected moved household_visits "
      "results bureau_month station_week sensitive");
  for (const char* name :
       {"data", "rules", "expect", "grades", "awards", "expect", "roster", "events", "against", "known"})
    known.add(name);
  const std::string help = program.run("score --help --lang en").out;
  for (std::size_t at = 0; (at = help.find(" --", at)) != std::string::npos; ++at)
    known.add(help.substr(at, help.find_first_of(" =\n", at + 1) - at));
  for (const char* command : {"",       "check ",  "score ", "explain ", "moved ",   "graph ",   "functions ",
                              "forms ", "sample ", "test ",  "verify ",  "compare ", "whatif ",  "schema ",
                              "new ",   "why ",    "fmt ",   "prove ",   "next ",    "certain ", "sensitivity "}) {
    const Ran ran = program.run(std::string(command) + "--help", "LANG=zh_CN.UTF-8");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(known.english_in(ran.out), "") << ran.command;
  }
}

TEST_F(Chinese, ASampleIsMade) {
  expect_chinese("sample banfa.yaml --officers 5 --from 2026-03-01 --to 2026-03-31 --out jieguo");
}

}  // namespace
}  // namespace cwp
