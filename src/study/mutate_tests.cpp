#include <algorithm>
#include <optional>

#include "cwp/coverage.hpp"
#include "cwp/formula.hpp"
#include "cwp/run_tests.hpp"
#include "study/rule_parts.hpp"
#include "trial/run_test.hpp"

namespace cwp {
namespace {

struct Swap {
  std::string_view one, other;
};
constexpr Swap kSwaps[] = {{"<", "<="},   {"<=", "<"},   {">", ">="},    {">=", ">"},   {"=", "!="},
                           {"!=", "="},   {"+", "-"},    {"-", "+"},     {"*", "/"},    {"/", "*"},
                           {"and", "or"}, {"or", "and"}, {"min", "max"}, {"max", "min"}};

std::string_view text_in(const Place& place) {
  return place.source.text().substr(place.span.begin, place.span.end - place.span.begin);
}

/// The number as written, one unit of its last digit higher: `95%` is `96%`, `0.5` is `0.6`.
std::optional<std::string> one_more(std::string_view written) {
  const bool percent = written.ends_with('%');
  std::string_view digits = written.substr(0, written.size() - (percent ? 1 : 0));
  while (!digits.empty() && digits.back() == ' ') digits.remove_suffix(1);
  const auto number = Decimal::parse(digits);
  if (!number) return std::nullopt;
  return Decimal{number->units + 1, number->decimals}.to_text() + (percent ? "%" : "");
}

class Mutator {
 public:
  explicit Mutator(const CheckedRulebook& rules)
      : rules_(rules), rulebook_(rules.rulebook()), parts_(rule_parts(*rulebook_.written)) {
    const Plan plan = compile(rules);
    for (std::size_t i = 0; i < rulebook_.tests.size(); ++i)
      if (run_test(plan, rulebook_.tests[i], Language::en).passed()) sound_.push_back(i);
  }

  std::vector<Mutation> all() {
    for (const RulePart& part : parts_) {
      if (part.section == Section::test || part.where == "points" || part.section == Section::metric ||
          part.section == Section::attribute || part.section == Section::event)
        continue;
      for (const RuleKey& key : part.keys)
        if (key.node != nullptr && key.computes && !key.key.starts_with("points.") && !key.key.starts_with("calendar."))
          scalars(*key.node, part, key);
    }
    return std::move(mutations_);
  }

 private:
  struct Edit {
    Place place;
    std::string by;
  };

  void scalars(const YamlNode& node, const RulePart& part, const RuleKey& key) {
    for (const YamlPtr& item : node.items) scalars(*item, part, key);
    for (const YamlPair& pair : node.pairs) scalars(*pair.value, part, key);
    if (!node.is_scalar()) return;
    const Result<Formula> formula = parse_formula(node.text);
    if (formula.ok()) expression(*formula.value().root, part, key);
  }

  void expression(const Expr& expr, const RulePart& part, const RuleKey& key) {
    if (expr.kind == ExprKind::number)
      if (const auto by = one_more(text_in(expr.place))) attempt({expr.place, *by}, part, key);
    if (expr.kind == ExprKind::call)
      for (const Swap& swap : kSwaps)
        if (text_in(expr.name_place) == swap.one) attempt({expr.name_place, std::string(swap.other)}, part, key);
    for (const ExprPtr& argument : expr.arguments) expression(*argument, part, key);
    if (expr.clauses.where) expression(*expr.clauses.where, part, key);
  }

  /// What has to change with the full marks of a part: those of the categories around it.
  void add_full_marks_around(const RulePart& part, std::vector<Edit>& edits) const {
    for (std::string parent = part.parent; !parent.empty();) {
      const auto around = std::find_if(parts_.begin(), parts_.end(), [&](const RulePart& one) {
        return one.section == Section::category && one.id == parent;
      });
      if (around == parts_.end()) return;
      for (const RuleKey& key : around->keys)
        if (key.key == "full" && key.node != nullptr)
          if (const auto by = one_more(key.written)) edits.push_back({key.node->place(), *by});
      parent = around->parent;
    }
  }

  void attempt(const Edit& edit, const RulePart& part, const RuleKey& key) {
    std::vector<Edit> edits = {edit};
    if (key.key == "full") {
      if (part.section == Section::category) return;  // changes with what is in it
      add_full_marks_around(part, edits);
    }
    Mutation mutation{part.where,
                      part.id,
                      key.key,
                      edit.place,
                      std::string(text_in(edit.place)),
                      edit.by,
                      MutationOutcome::not_possible};
    const Result<CheckedRulebook> changed = with(edits);
    if (changed.ok())
      mutation.outcome = is_noticed(changed.value()) ? MutationOutcome::noticed : MutationOutcome::unnoticed;
    mutations_.push_back(std::move(mutation));
  }

  Result<CheckedRulebook> with(std::vector<Edit> edits) const {
    std::sort(edits.begin(), edits.end(),
              [](const Edit& a, const Edit& b) { return a.place.span.begin > b.place.span.begin; });
    const auto edited = [&](const Source& source) {
      std::string text(source.text());
      for (const Edit& edit : edits)
        if (edit.place.source == source)
          text.replace(edit.place.span.begin, edit.place.span.end - edit.place.span.begin, edit.by);
      return Source(source.name(), text, source.origin());
    };
    std::vector<Source> bases, settings;
    for (const Source& base : rulebook_.bases) bases.push_back(edited(base));
    for (const Source& setting : rulebook_.settings) settings.push_back(edited(setting));
    return load_and_check(edited(rulebook_.source), bases, settings);
  }

  bool is_noticed(const CheckedRulebook& changed) const {
    const Plan plan = compile(changed);
    return std::any_of(sound_.begin(), sound_.end(), [&](std::size_t test) {
      return !run_test(plan, changed.rulebook().tests[test], Language::en).passed();
    });
  }

  const CheckedRulebook& rules_;
  const Rulebook& rulebook_;
  std::vector<RulePart> parts_;
  std::vector<std::size_t> sound_;
  std::vector<Mutation> mutations_;
};

}  // namespace

std::vector<Mutation> mutate_tests(const CheckedRulebook& rules) { return Mutator(rules).all(); }

}  // namespace cwp
