// A comparison for people, and as CSV files.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "bulletin/markdown_table.hpp"
#include "bulletin/titles.hpp"
#include "cwp/compare.hpp"
#include "decimal/rational.hpp"
#include "table/csv_text.hpp"

namespace cwp {
namespace {

std::string with_sign(const std::optional<Decimal>& difference) {
  if (!difference) return "";
  return (difference->units > 0 ? "+" : "") + difference->to_text();
}

Rational size_of(const std::optional<Decimal>& difference) {
  return difference ? Rational(*difference).abs() : Rational();
}

class ComparisonTeller {
 public:
  ComparisonTeller(const Comparison& comparison, const Scores& before, const Scores& after, Language language,
                   std::size_t most)
      : comparison_(comparison),
        before_(before),
        after_(after),
        rulebook_(rules_of(after).rulebook()),
        language_(language),
        most_(most) {}

  std::string text() {
    std::string told = to_text(comparison_.rules, language_);
    if (comparison_.moved.figures.empty()) return told + "\n" + said("words-sentence", {said("compared-same")}) + "\n";
    for (const ScoreTable& table : after_.tables()) told += grain_text(table.grain);
    return told + standing_text();
  }

 private:
  std::string said(std::string_view slug, const std::vector<std::string>& arguments = {}) const {
    return wording(slug, arguments, language_);
  }

  std::string title(const std::string& id) const {
    const std::string known = title_of(rulebook_, id, language_);
    return known != id ? known : title_of(rules_of(before_).rulebook(), id, language_);
  }

  std::string grain_text(Grain grain) {
    std::vector<PartChange> parts;
    for (const PartChange& part : comparison_.parts)
      if (part.grain == grain) parts.push_back(part);
    if (parts.empty()) return "";
    std::string told = fmt::format("\n## {}\n\n", title_of(grain, language_)) + parts_table(parts);
    if (parts.back().kind == PartKind::total) told += groups_table(grain) + officers_table(grain);
    return told;
  }

  std::vector<std::string> count_cells(const ChangeCount& count) const {
    const auto number = [](std::size_t cases) { return cases == 0 ? "" : std::to_string(cases); };
    const std::size_t others = count.only_before + count.only_after;
    return {number(count.gained), number(count.lost), number(count.same), number(others), with_sign(count.sum)};
  }
  std::vector<MarkdownTable::Column> count_columns(std::vector<std::string> titles) const {
    std::vector<MarkdownTable::Column> columns;
    for (std::string& one : titles) columns.push_back({std::move(one)});
    for (const auto slug : {"title-gain", "title-lose", "title-as-before", "title-in-one-only", "title-sum"})
      columns.push_back({said(slug), true});
    return columns;
  }

  std::string parts_table(const std::vector<PartChange>& parts) const {
    MarkdownTable table(count_columns({said("title-through")}));
    for (const PartChange& part : parts) {
      std::vector<std::string> cells = {title(part.id)};
      for (std::string& cell : count_cells(part.count)) cells.push_back(std::move(cell));
      table.add_row(std::move(cells));
    }
    return table.to_text();
  }

  std::string groups_table(Grain grain) const {
    MarkdownTable table(count_columns({said("title-attribute"), said("title-attribute-value")}));
    std::map<std::string, std::size_t> shown;
    std::size_t rows = 0, left_out = 0;
    for (const GroupChange& group : comparison_.groups) {
      if (group.grain != grain) continue;
      if (++shown[group.attribute] > most_) {
        ++left_out;
        continue;
      }
      ++rows;
      std::vector<std::string> cells = {attribute_title(group.attribute), group.value.empty() ? "–" : group.value};
      for (std::string& cell : count_cells(group.count)) cells.push_back(std::move(cell));
      table.add_row(std::move(cells));
    }
    if (rows == 0) return "";
    return "\n" + table.to_text() + more(left_out, "groups.csv");
  }

  std::string attribute_title(const std::string& id) const {
    for (const Attribute& attribute : rulebook_.attributes)
      if (attribute.id.value == id) return title_or_id(attribute.title, id, language_);
    return id;
  }

  std::string more(std::size_t left_out, std::string_view file) const {
    if (left_out == 0) return "";
    return said("compared-more", {std::to_string(left_out), std::string(file)}) + "\n";
  }

  /// The totals that move most, each with the items through which it does.
  std::string officers_table(Grain grain) const {
    std::vector<const MovedFigure*> totals;
    std::map<std::pair<Period, std::string>, std::vector<const MovedFigure*>> through;
    for (const MovedFigure& one : comparison_.moved.figures) {
      if (one.what != Moving::points || one.period.grain != grain) continue;
      if (one.id == "total")
        totals.push_back(&one);
      else if (is_source(grain, one.id))
        through[{one.period, one.who}].push_back(&one);
    }
    std::stable_sort(totals.begin(), totals.end(),
                     [](const auto* a, const auto* b) { return size_of(a->by) > size_of(b->by); });
    MarkdownTable table({{said("title-period")},
                         {said("title-officer")},
                         {said("title-before"), true},
                         {said("title-after"), true},
                         {said("title-difference"), true},
                         {said("title-through")}});
    for (std::size_t i = 0; i < totals.size() && i < most_; ++i) {
      const MovedFigure& one = *totals[i];
      std::vector<const MovedFigure*> parts = through[{one.period, one.who}];
      std::stable_sort(parts.begin(), parts.end(),
                       [](const auto* a, const auto* b) { return size_of(a->by) > size_of(b->by); });
      std::string names;
      for (const MovedFigure* part : parts) {
        const std::string change =
            part->by ? with_sign(part->by)
                     : (part->before.empty() ? "–" : part->before) + " → " + (part->after.empty() ? "–" : part->after);
        const std::string one_part = title(part->id) + " " + change;
        names = names.empty() ? one_part : said("words-and", {names, one_part});
      }
      table.add_row({title_of(one.period, after_, language_), one.who, one.before.empty() ? "–" : one.before,
                     one.after.empty() ? "–" : one.after, with_sign(one.by), names});
    }
    if (totals.empty()) return "";
    return "\n" + table.to_text() + more(totals.size() - std::min(totals.size(), most_), "moved.csv");
  }

  /// Categories only add up what is in them.
  bool is_source(Grain grain, const std::string& id) const {
    for (const Scores* scores : {&after_, &before_}) {
      const ScoreTable* table = scores->table(grain);
      if (!table) continue;
      for (std::size_t i = 0; i < table->ids.size(); ++i)
        if (table->ids[i] == id) return table->kinds[i] == PartKind::item || table->kinds[i] == PartKind::adjustment;
    }
    return false;
  }

  std::string standing_text() const {
    Movement standing;
    for (const Moving what : {Moving::award, Moving::grade, Moving::rank})
      for (const MovedFigure& one : comparison_.moved.figures)
        if (one.what == what) standing.figures.push_back(one);
    if (standing.figures.empty()) return "";
    const auto ranks = std::find_if(standing.figures.begin(), standing.figures.end(),
                                    [](const MovedFigure& one) { return one.what == Moving::rank; });
    std::stable_sort(ranks, standing.figures.end(),
                     [](const MovedFigure& a, const MovedFigure& b) { return size_of(a.by) > size_of(b.by); });
    const std::size_t shown_lines = std::min(standing.figures.size(), 2 * most_);
    const std::size_t left_out = standing.figures.size() - shown_lines;
    standing.figures.resize(shown_lines);
    std::string told = fmt::format("\n## {}\n\n", said("title-standing"));
    const std::string whole = to_markdown(standing, after_, language_);
    const std::size_t table = whole.find("\n|");
    return told + (table == std::string::npos ? "" : whole.substr(table + 1)) + more(left_out, "moved.csv");
  }

  const Comparison& comparison_;
  const Scores& before_;
  const Scores& after_;
  const Rulebook& rulebook_;
  Language language_;
  std::size_t most_;
};

void add_count(CsvText& csv, const ChangeCount& count) {
  for (const std::size_t cases : {count.gained, count.lost, count.same, count.only_before, count.only_after})
    csv.cell(std::to_string(cases));
  csv.cell(count.sum);
  csv.end_row();
}

}  // namespace

std::string to_text(const Comparison& comparison, const Scores& before, const Scores& after, Language language,
                    std::size_t most) {
  return ComparisonTeller(comparison, before, after, language, most).text();
}

std::vector<OutputFile> comparison_files(const Comparison& comparison, const Scores& after) {
  CsvText parts({"grain", "id", "gained", "lost", "same", "only_before", "only_after", "sum"});
  for (const PartChange& part : comparison.parts) {
    parts.cell(to_text(part.grain)).cell(part.id);
    add_count(parts, part.count);
  }
  CsvText groups({"grain", "attribute", "value", "gained", "lost", "same", "only_before", "only_after", "sum"});
  for (const GroupChange& group : comparison.groups) {
    groups.cell(to_text(group.grain)).cell(group.attribute).cell(group.value);
    add_count(groups, group.count);
  }
  return {{"rules.csv", to_csv(comparison.rules)},
          {"moved.csv", to_csv(comparison.moved, after)},
          {"parts.csv", std::move(parts).take()},
          {"groups.csv", std::move(groups).take()}};
}

}  // namespace cwp
