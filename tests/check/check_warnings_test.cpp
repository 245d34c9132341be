// `on_warning` of a rulebook: what becomes of the warnings about it.

#include <gtest/gtest.h>

#include <algorithm>

#include "checked_text.hpp"

namespace cwp {
namespace {

/// Two metrics that nothing uses, and these entries (lines of a list).
std::string with_entries(const std::string& entries) {
  return "cwp: 1\nid: t\nmetrics:\n  visits: {}\n  later: {}\n  never: {}\ncategories:\n  - id: work\n    items: "
         "[{id: x, per: month, points: visits}]\non_warning:\n" +
         entries;
}

Result<CheckedRulebook> checked_with(const std::string& entries) {
  return load_and_check(Source("rules.yaml", with_entries(entries)));
}

std::string slugs_with(const std::string& entries) {
  std::string all;
  const Result<CheckedRulebook> rules = checked_with(entries);
  for (const Diagnostic& diagnostic : rules.diagnostics()) all += std::string(diagnostic.slug) + " ";
  return all;
}

TEST(Warnings, AreSilencedWhereTheRulebookSaysSoAndCountedWithTheReason) {
  const Result<CheckedRulebook> rules =
      checked_with("  - {warning: unused-name, at: later, reason: {zh: 七月起用, en: from July on}}\n");
  ASSERT_TRUE(rules.ok());
  ASSERT_EQ(rules.diagnostics().size(), 2U);
  const Diagnostic& left = rules.diagnostics()[0];
  EXPECT_EQ(message(left), "nothing uses 'never'");
  EXPECT_EQ(left.severity(), Severity::warning);
  const Diagnostic& silenced = rules.diagnostics()[1];
  EXPECT_EQ(silenced.severity(), Severity::note);
  EXPECT_EQ(message(silenced), "1 warning 'unused-name' silenced: from July on");
  EXPECT_EQ(message(silenced, Language::zh), "已免除 1 个“unused-name”警告：七月起用");
  ASSERT_EQ(silenced.notes.size(), 1U);
  EXPECT_EQ(message(silenced.notes[0]), "nothing uses 'later'");
}

TEST(Warnings, WithoutAPlaceAllOfThemAreSilenced) {
  const Result<CheckedRulebook> rules = checked_with("  - {warning: unused-name, reason: both come in July}\n");
  ASSERT_EQ(rules.diagnostics().size(), 1U);
  EXPECT_EQ(message(rules.diagnostics()[0]), "2 warnings 'unused-name' silenced: both come in July");
}

TEST(Warnings, TheFirstEntryThatFitsDecides) {
  const Result<CheckedRulebook> rules = checked_with(
      "  - {warning: unused-name, at: never, is: error, reason: it must not come}\n"
      "  - {warning: unused-name, is: note, reason: all else may}\n");
  EXPECT_FALSE(rules.ok()) << "what is raised to an error stops";
  ASSERT_EQ(rules.diagnostics().size(), 2U);
  EXPECT_EQ(rules.diagnostics()[0].severity(), Severity::note);
  EXPECT_EQ(message(rules.diagnostics()[0].notes.at(0)), "a note only, because the rulebook says so: all else may");
  EXPECT_EQ(rules.diagnostics()[1].severity(), Severity::error);
  EXPECT_EQ(message(rules.diagnostics()[1].notes.at(0)), "an error, because the rulebook says so: it must not come");
}

TEST(Warnings, AnEntryThatChangesNothingIsAWarningItself) {
  EXPECT_EQ(slugs_with("  - {warning: unused-name, reason: both}\n  - {warning: veto-never, reason: no veto}\n"),
            "warnings-silenced warning-not-there ");
  EXPECT_EQ(slugs_with("  - {warning: unused-name, at: visits, reason: it is used}\n"),
            "unused-name unused-name warning-not-there ");
}

TEST(Warnings, ErrorsAreNotSilencedAndWithoutAReasonNothingIs) {
  EXPECT_EQ(slugs_with("  - {warning: unknown-name, reason: later}\n"), "unused-name unused-name warning-is-error ");
  EXPECT_EQ(slugs_with("  - {warning: unused-name}\n"), "missing-key warnings-silenced ");
  EXPECT_FALSE(checked_with("  - {warning: unused-name}\n").ok());
  EXPECT_FALSE(checked_with("  - {warning: unused-name, reason: ''}\n").ok());
}

TEST(Warnings, MisspeltNamesOfWarningsAndThingsAreTold) {
  const Result<CheckedRulebook> slug = checked_with("  - {warning: unusedname, reason: both}\n");
  EXPECT_EQ(hint(slug.diagnostics().back()), "did you mean 'unused-name'?");
  const Result<CheckedRulebook> thing = checked_with("  - {warning: unused-name, at: latr, reason: it comes}\n");
  EXPECT_EQ(hint(thing.diagnostics().back()), "did you mean 'later'?");
  EXPECT_EQ(slugs_with("  - {warning: row-width, reason: rows of data are another matter}\n"),
            "unused-name unused-name warning-unknown ");
}

TEST(Warnings, OfABaseAreKeptAndNeedNotFitWhatIsBuiltOnIt) {
  const Source base("base.yaml", with_entries("  - {warning: unused-name, at: later, reason: July}\n"
                                              "  - {warning: veto-never, reason: whoever adds one}\n"));
  const std::vector<Source> bases = {base};
  const Result<CheckedRulebook> rules = load_and_check(
      Source("own.yaml", "cwp: 1\nid: own\nextends: base.yaml\nmetrics: {later: {fold: mean}}\n"), bases);
  ASSERT_TRUE(rules.ok());
  EXPECT_TRUE(std::none_of(rules.diagnostics().begin(), rules.diagnostics().end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity() == Severity::warning && diagnostic.slug == "warning-not-there";
  }));
}

}  // namespace
}  // namespace cwp
