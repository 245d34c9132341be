#include "cwp/check.hpp"

#include <algorithm>

#include "check/card_maker.hpp"
#include "check/check_cycles.hpp"
#include "check/check_tests.hpp"
#include "check/checked_state.hpp"
#include "lint/lint.hpp"
#include "lint/settle_warnings.hpp"
#include "load/follow_ups.hpp"
#include "text/digest.hpp"

namespace cwp {

namespace {

std::string digest_of(const Rulebook& rulebook) {
  const std::string own = sha256_hex(rulebook.source.text());
  if (rulebook.bases.empty() && rulebook.settings.empty()) return own;
  std::string lines = own + '\n';
  for (const auto& others : {rulebook.bases, rulebook.settings})
    for (const Source& other : others) lines += sha256_hex(other.text()) + '\n';
  return sha256_hex(lines);
}

/// A name that the rulebook has removed from its base is not misspelt.
void tell_removed(const Rulebook& rulebook, std::vector<Diagnostic>& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    if (!diagnostic.slug.starts_with("unknown-") || diagnostic.arguments.empty()) continue;
    for (const Name& id : rulebook.removed)
      if (id.value == diagnostic.arguments.front()) {
        diagnostic = {"removed-in-use", diagnostic.place, {id.value}, {{"removed-here", id.place, {id.value}}}};
        break;
      }
  }
}

}  // namespace

const Rulebook& CheckedRulebook::rulebook() const { return state_->rulebook; }
const Calendar& CheckedRulebook::calendar() const { return state_->scorecard.calendar; }
const std::string& CheckedRulebook::hash() const { return state_->hash; }

Result<CheckedRulebook> check(const Rulebook& rulebook) {
  auto state = std::make_shared<CheckedState>();
  state->rulebook = rulebook;
  state->scorecard.calendar = Calendar(rulebook.calendar);
  state->scorecard.rulebook = &state->rulebook;
  state->hash = digest_of(rulebook);
  std::vector<Diagnostic> diagnostics;
  CardMaker(state->rulebook, state->scorecard, diagnostics).make();
  check_tests(state->rulebook, state->scorecard.calendar, diagnostics);
  const Graph graph = build_graph(state->scorecard);
  if (!check_cycles(state->scorecard, graph, diagnostics) && !has_error(diagnostics))
    check_straddling_lags(state->scorecard, graph, diagnostics);
  warn_of_doubts(state->scorecard, diagnostics);
  tell_removed(state->rulebook, diagnostics);
  settle_warnings(state->rulebook, WarningStage::rules, diagnostics);
  sort_diagnostics(diagnostics);
  if (has_error(diagnostics)) return diagnostics;
  return {CheckedRulebook(std::move(state)), std::move(diagnostics)};
}

Result<CheckedRulebook> load_and_check(const Source& source, std::span<const Source> bases,
                                       std::span<const Source> settings) {
  const Result<Rulebook> loaded = load(source, bases, settings);
  std::vector<Diagnostic> diagnostics = loaded.diagnostics();
  if (!loaded.partial()) return diagnostics;
  const Result<CheckedRulebook> checked = check(*loaded.partial());
  diagnostics.insert(diagnostics.end(), checked.diagnostics().begin(), checked.diagnostics().end());
  drop_follow_ups(*loaded.partial(), diagnostics);
  sort_diagnostics(diagnostics);
  if (has_error(diagnostics)) return diagnostics;
  return {*checked.partial(), std::move(diagnostics)};
}

}  // namespace cwp
