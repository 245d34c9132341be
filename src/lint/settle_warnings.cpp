#include "lint/settle_warnings.hpp"

#include <algorithm>
#include <optional>

#include "schema/key_shapes.hpp"
#include "text/diagnostic_rows.hpp"
#include "yaml/yaml_node.hpp"

namespace cwp {
namespace {

std::optional<WarningStage> stage_of(const DiagnosticRow& row) {
  if (row.severity != Severity::warning) return std::nullopt;
  const auto is_in = [&](std::span<const DiagnosticRow> family) {
    return std::any_of(family.begin(), family.end(), [&](const DiagnosticRow& one) { return one.slug == row.slug; });
  };
  for (const auto& family : {check_rows(), lint_rows(), standing_rows()})
    if (is_in(family)) return WarningStage::rules;
  return is_in(survey_rows()) ? std::optional(WarningStage::data) : std::nullopt;
}

const DiagnosticRow* row_named(std::string_view slug) {
  for (const DiagnosticRow& row : diagnostic_catalog())
    if (row.slug == slug) return &row;
  return nullptr;
}

/// What a rulebook has by name: where it stands.
class NamedThings {
 public:
  explicit NamedThings(const YamlNode& tree) {
    for (const YamlPair& pair : tree.pairs) {
      const std::string& key = pair.key->text.text;
      if (key == "tests" || key == "on_warning") continue;
      switch (shape_of(Section::rulebook, key).inside) {
        case Inside::named_sections:
        case Inside::by_grain:
        case Inside::dated_numbers:
        case Inside::named_formulas:
        case Inside::named_words:
        case Inside::named_caps:
        case Inside::named_shares:
          for (const YamlPair& one : pair.value->pairs) things_.push_back({one.key.get(), one.value.get()});
          break;
        default:
          look_for_ids(*pair.value);
      }
    }
  }

  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const Thing& thing : things_) all.push_back(thing.name->text.text);
    return all;
  }
  /// True when the place lies in something of that name.
  bool holds(const std::string& name, const Place& place) const {
    return std::any_of(things_.begin(), things_.end(), [&](const Thing& thing) {
      return thing.name->text.text == name && (covers(*thing.name, place) || covers(*thing.body, place));
    });
  }

 private:
  struct Thing {
    const YamlNode* name;
    const YamlNode* body;
  };

  void look_for_ids(const YamlNode& node) {
    if (const YamlPair* id = node.find("id"); id != nullptr && id->value->is_scalar())
      things_.push_back({id->value.get(), &node});
    for (const YamlPtr& item : node.items) look_for_ids(*item);
    for (const YamlPair& pair : node.pairs) look_for_ids(*pair.value);
  }

  /// Parts of what is merged from several rulebooks stand in each of them.
  static bool covers(const YamlNode& node, const Place& place) {
    if (node.source() == place.source && node.span.begin <= place.span.begin && place.span.end <= node.span.end)
      return true;
    return std::any_of(node.items.begin(), node.items.end(),
                       [&](const YamlPtr& item) { return covers(*item, place); }) ||
           std::any_of(node.pairs.begin(), node.pairs.end(),
                       [&](const YamlPair& pair) { return covers(*pair.key, place) || covers(*pair.value, place); });
  }

  std::vector<Thing> things_;
};

class Settler {
 public:
  Settler(const Rulebook& rulebook, WarningStage stage, std::vector<Diagnostic>& diagnostics)
      : rulebook_(rulebook), stage_(stage), diagnostics_(diagnostics), things_(*rulebook.written) {}

  void settle() {
    const bool sound = !has_error(diagnostics_);
    std::vector<Diagnostic> left;
    std::vector<Diagnostic> silenced(rulebook_.warnings.size());
    std::vector<bool> used(rulebook_.warnings.size());
    for (Diagnostic& diagnostic : diagnostics_) {
      const auto rule = std::find_if(rulebook_.warnings.begin(), rulebook_.warnings.end(),
                                     [&](const WarningRule& one) { return fits(one, diagnostic); });
      if (rule == rulebook_.warnings.end()) {
        left.push_back(std::move(diagnostic));
        continue;
      }
      const auto number = std::size_t(rule - rulebook_.warnings.begin());
      used[number] = true;
      if (rule->is == WarningIs::silent) {
        silenced[number].notes.push_back({diagnostic.slug, diagnostic.place, std::move(diagnostic.arguments)});
        continue;
      }
      diagnostic.set = rule->is == WarningIs::error ? Severity::error : Severity::note;
      diagnostic.notes.push_back({rule->is == WarningIs::error ? "warning-raised" : "warning-lowered",
                                  rule->place,
                                  {rule->reason.en, rule->reason.zh}});
      left.push_back(std::move(diagnostic));
    }
    for (std::size_t i = 0; i < silenced.size(); ++i) {
      const WarningRule& rule = rulebook_.warnings[i];
      if (!silenced[i].notes.empty())
        left.push_back({"warnings-silenced",
                        rule.place,
                        {std::to_string(silenced[i].notes.size()), rule.warning.value, rule.reason.en, rule.reason.zh},
                        std::move(silenced[i].notes)});
      if (stage_ == WarningStage::rules) judge(rule, used[i] || !sound, left);
    }
    diagnostics_ = std::move(left);
  }

 private:
  bool fits(const WarningRule& rule, const Diagnostic& diagnostic) const {
    return rule.warning.value == diagnostic.slug && diagnostic.severity() == Severity::warning &&
           (!rule.at || things_.holds(rule.at->value, diagnostic.place));
  }

  void judge(const WarningRule& rule, bool used, std::vector<Diagnostic>& said) const {
    const DiagnosticRow* row = row_named(rule.warning.value);
    const auto stage = row == nullptr ? std::nullopt : stage_of(*row);
    if (row != nullptr && row->severity == Severity::error) {
      said.push_back({"warning-is-error", rule.warning.place, {rule.warning.value}, {}});
      return;
    }
    if (!stage) {
      std::vector<std::string> known;
      for (const DiagnosticRow& one : diagnostic_catalog())
        if (stage_of(one)) known.emplace_back(one.slug);
      said.push_back(
          {"warning-unknown", rule.warning.place, {rule.warning.value, nearest_name(rule.warning.value, known)}, {}});
      return;
    }
    const std::vector<std::string> names = rule.at ? things_.names() : std::vector<std::string>();
    if (rule.at && std::find(names.begin(), names.end(), rule.at->value) == names.end()) {
      said.push_back({"warning-at-nothing", rule.at->place, {rule.at->value, nearest_name(rule.at->value, names)}, {}});
      return;
    }
    // What a base says of its own rules need not fit each rulebook that is built on it.
    if (!used && stage == WarningStage::rules && rule.place.source == rulebook_.source)
      said.push_back({"warning-not-there", rule.warning.place, {rule.warning.value}, {}});
  }

  const Rulebook& rulebook_;
  const WarningStage stage_;
  std::vector<Diagnostic>& diagnostics_;
  const NamedThings things_;
};

}  // namespace

void settle_warnings(const Rulebook& rulebook, WarningStage stage, std::vector<Diagnostic>& diagnostics) {
  if (!rulebook.warnings.empty() && rulebook.written) Settler(rulebook, stage, diagnostics).settle();
}

}  // namespace cwp
