#include <algorithm>
#include <set>

#include "cwp/coverage.hpp"
#include "engine/officer_results.hpp"
#include "engine/scores_state.hpp"
#include "form/form_row.hpp"
#include "trial/run_test.hpp"

namespace cwp {
namespace {

/// The operands of a node: x, key, value, key, value …
bool is_table(std::string_view function) {
  return function == "step" || function == "step_above" || function == "marginal" || function == "linear";
}

std::string on_one_line(const Place& place) {
  std::string text(place.source.text().substr(place.span.begin, place.span.end - place.span.begin));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// Which of the branches, bands … of one graph came up.
class Coverer {
 public:
  explicit Coverer(const CheckedRulebook& rules) : card_(rules.state().scorecard), plan_(compile(rules)) {
    const Graph& graph = plan_.state().graph;
    users_.resize(graph.nodes.size());
    for (NodeId user = 0; user < graph.nodes.size(); ++user)
      for (std::size_t i = 0; i < graph.nodes[user].inputs.size(); ++i)
        if (graph.nodes[user].inputs[i] != kNoNode) users_[graph.nodes[user].inputs[i]].emplace_back(user, i);
  }

  std::vector<CoverPoint> all() {
    for (const RuleTest& test : card_.rulebook->tests)
      run_test(plan_, test, Language::en, [&](const Scores& scores) { look(scores); });
    add_scores();
    add_formulas();
    add_standing();
    std::stable_sort(points_.begin(), points_.end(), [&](const CoverPoint& a, const CoverPoint& b) {
      return std::pair(number_of(a.place.source), a.place.span.begin) <
             std::pair(number_of(b.place.source), b.place.span.begin);
    });
    merge_equal();
    return std::move(points_);
  }

 private:
  /// A formula that is computed by day and by month is one to whoever wrote it.
  void merge_equal() {
    std::vector<CoverPoint> merged;
    for (CoverPoint& one : points_) {
      const auto same = std::find_if(merged.begin(), merged.end(), [&](const CoverPoint& other) {
        return other.kind == one.kind && other.what == one.what && other.otherwise == one.otherwise &&
               other.place.source == one.place.source && other.place.span == one.place.span;
      });
      if (same == merged.end())
        merged.push_back(std::move(one));
      else
        same->touched = same->touched || one.touched;
    }
    points_ = std::move(merged);
  }

  void look(const Scores& scores) {
    ScoreOptions options;
    options.provisional = true;
    Run run(plan_, scores.data(), options);
    run.set_gathers(scores.state().gathers);
    scheduled_.clear();
    for (const Instance& instance : run.schedule().order()) scheduled_.emplace(instance.node, instance.period);
    for (std::size_t officer = 0; officer < scores.data().officer_count(); ++officer) {
      const OfficerRun own(run, officer);
      for (const Instance& instance : run.schedule().order()) look(own, instance);
    }
    for (const GradeTable& table : scores.grades())
      for (const GradedOfficer& row : table.rows) given_.insert(table.id + "\n" + row.grade);
    for (const AwardTable& table : scores.awards())
      if (!table.rows.empty()) won_.insert(table.id);
  }

  void look(const OfficerRun& officer, Instance instance) {
    const Node& node = plan_.state().graph.nodes[instance.node];
    const Cell& cell = officer.cell(instance.node, instance.period);
    const Value& value = cell.value;
    if (node.op == NodeOp::item && value.present()) {
      scored_.insert(node.index);
      const NodeId full = node.inputs[kFull];
      if (full != kNoNode && value.number < officer.cell(full, instance.period).value.number) lost_.insert(node.index);
    }
    if (node.op == NodeOp::adjustment && value.present() && !value.number.is_zero()) adjusted_.insert(node.index);
    if (node.op == NodeOp::veto && value.is_true()) vetoed_.insert(node.index);
    if (node.op != NodeOp::call || !decides(officer, instance.node, instance.period)) return;
    const std::string_view function = node.function->doc.name;
    const auto operand = [&](std::size_t i) -> const Value& {
      return officer.cell(node.inputs[i], instance.period).value;
    };
    if (function == "if" && operand(0).present()) branches_.insert({instance.node, operand(0).truth() ? 0 : 1});
    if (function == "highest_case")
      for (std::size_t i = 0; i + 1 < node.inputs.size(); i += 2)
        if (operand(i).is_true()) branches_.insert({instance.node, i});
    if (is_table(function) && operand(0).present()) {
      std::size_t row = 0;
      for (std::size_t i = 1; i + 1 < node.inputs.size(); i += 2)
        if (function == "step_above" || function == "marginal" ? operand(i).number < operand(0).number
                                                               : operand(i).number <= operand(0).number)
          row = i;
      if (row > 0) branches_.insert({instance.node, row});
    }
  }

  /// Whether something that has a value hangs on the node there: not on a branch that was not looked at.
  bool decides(const OfficerRun& officer, NodeId id, Period period) const {
    constexpr std::size_t kKnown = 64;  // operands that a cell remembers
    return std::any_of(users_[id].begin(), users_[id].end(),
                       [&](const auto& use) {
                         const auto& [user, input] = use;
                         const NodeOp op = plan_.state().graph.nodes[user].op;
                         if (op != NodeOp::call && op != NodeOp::item) return true;
                         if (!scheduled_.contains({user, period})) return false;
                         const Cell& cell = officer.cell(user, period);
                         if (op == NodeOp::item) return cell.value.present();
                         return (input >= kKnown || (cell.used >> input & 1U) != 0) && decides(officer, user, period);
                       }) ||
           users_[id].empty();
  }

  void add(CoverKind kind, std::string what, const Place& place, bool touched, bool otherwise = false) {
    points_.push_back({kind, std::move(what), otherwise, place, touched});
  }

  void add_scores() {
    for (std::uint32_t i = 0; i < card_.items.size(); ++i) {
      const Item& item = *card_.items[i].written;
      add(CoverKind::item, item.id.value, item.id.place, scored_.contains(i));
      const std::string& form = item.form.form.value;
      if (form == "deduct" || form == "escalate")
        add(CoverKind::loss, item.id.value, item.form.form.place, lost_.contains(i));
    }
    for (std::uint32_t i = 0; i < card_.adjustments.size(); ++i) {
      const Adjustment& one = *card_.adjustments[i].written;
      add(one.gives ? CoverKind::bonus : CoverKind::penalty, one.id.value, one.id.place, adjusted_.contains(i));
    }
    for (std::uint32_t i = 0; i < card_.vetoes.size(); ++i)
      add(CoverKind::veto, card_.vetoes[i].written->id.value, card_.vetoes[i].written->id.place, vetoed_.contains(i));
  }

  /// The forms of the items, lines of items included, by where they stand: what they are turned into stands there too.
  void find_forms(const FormUse& form) {
    forms_.push_back(&form);
    for (const FormKey& key : form.keys)
      for (const FormLine& line : key.lines) find_forms(line.form);
  }
  const FormUse* form_at(const Place& place) const {
    const auto found = std::find_if(forms_.begin(), forms_.end(), [&](const FormUse* form) {
      return form->place.source == place.source && form->place.span == place.span;
    });
    return found == forms_.end() ? nullptr : *found;
  }

  /// A condition as it is written, or the key of the form that makes it.
  std::string condition_text(const Place& place) const {
    const FormUse* form = form_at(place);
    if (form == nullptr) return on_one_line(place);
    for (const std::string_view name : {"all_gone_at", "outside", "at_most", "beyond"})
      if (const FormKey* key = find_key(form->keys, name))
        return std::string(name) + (key->formula.root ? ": " + key->formula.text : "");
    return form->form.value;
  }

  void add_band(NodeId id, std::size_t operand) {
    const Node& node = plan_.state().graph.nodes[id];
    const bool touched = branches_.contains({id, operand});
    const FormUse* form = form_at(node.source);
    const FormKey* table = form == nullptr ? nullptr : find_key(form->keys, "table");
    const std::size_t row = operand / 2;
    if (table != nullptr && row < table->table.size()) {
      const Formula& edge = table->table[row].first;
      return add(CoverKind::band, edge.text, edge.place, touched);
    }
    const Node& edge = plan_.state().graph.nodes[node.inputs[operand]];
    add(CoverKind::band, edge.op == NodeOp::constant ? to_text(edge.constant) : on_one_line(edge.source), node.source,
        touched);
  }

  void add_formulas() {
    for (const ScoreItem& item : card_.items) find_forms(item.written->form);
    const Graph& graph = plan_.state().graph;
    for (NodeId id = 0; id < graph.nodes.size(); ++id) {
      const Node& node = graph.nodes[id];
      if (node.op != NodeOp::call) continue;
      const std::string_view function = node.function->doc.name;
      const auto source = [&](std::size_t i) -> const Place& { return graph.nodes[node.inputs[i]].source; };
      if (function == "if") {
        add(CoverKind::branch, condition_text(source(0)), source(0), branches_.contains({id, 0}));
        const Node& rest = graph.nodes[node.inputs[2]];
        const bool chained = rest.op == NodeOp::call && rest.function->doc.name == "if";
        if (!chained) add(CoverKind::branch, condition_text(source(0)), source(0), branches_.contains({id, 1}), true);
      }
      if (function == "highest_case")
        for (std::size_t i = 0; i + 1 < node.inputs.size(); i += 2)
          add(CoverKind::branch, condition_text(source(i)), source(i), branches_.contains({id, i}));
      if (is_table(function))
        for (std::size_t i = 1; i + 1 < node.inputs.size(); i += 2) add_band(id, i);
    }
  }

  void add_standing() {
    for (const ScoreGradeSet& set : card_.grades)
      for (const ScoreLevel& level : set.levels)
        add(CoverKind::level, set.written->id.value + "." + level.written->id.value, level.written->id.place,
            given_.contains(set.written->id.value + "\n" + level.written->id.value));
    for (const ScoreAward& award : card_.awards)
      add(CoverKind::award, award.written->id.value, award.written->id.place, won_.contains(award.written->id.value));
  }

  std::size_t number_of(const Source& source) {
    const auto known = std::find(sources_.begin(), sources_.end(), source);
    if (known != sources_.end()) return std::size_t(known - sources_.begin());
    sources_.push_back(source);
    return sources_.size() - 1;
  }

  const Scorecard& card_;
  Plan plan_;
  std::vector<std::vector<std::pair<NodeId, std::size_t>>> users_;
  std::set<std::uint32_t> scored_, lost_, adjusted_, vetoed_;
  std::set<std::pair<NodeId, std::size_t>> branches_;
  std::set<std::string> given_, won_;
  std::set<std::pair<NodeId, Period>> scheduled_;
  std::vector<const FormUse*> forms_;
  std::vector<Source> sources_;
  std::vector<CoverPoint> points_;
};

}  // namespace

std::string_view to_text(CoverKind kind) {
  constexpr std::string_view kTexts[] = {"item",    "loss", "branch", "band", "bonus",
                                         "penalty", "veto", "level",  "award"};
  return kTexts[static_cast<std::size_t>(kind)];
}

std::vector<CoverPoint> cover_tests(const CheckedRulebook& rules) { return Coverer(rules).all(); }

}  // namespace cwp
