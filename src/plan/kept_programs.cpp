#include "plan/kept_programs.hpp"

namespace cwp {
namespace {

/// Passes all questions on, and notes the answers.
class NotingSource : public LaneSource {
 public:
  NotingSource(LaneSource& source, std::vector<LaneAnswer>& answers) : source_(source), answers_(answers) {}

  std::optional<LaneColumn> leaf(Instance instance) override {
    return noted(LaneAnswer::About::leaf, instance).column = source_.leaf(instance);
  }
  std::optional<LaneColumn> summand(Instance instance, Period own) override {
    LaneAnswer& note = noted(LaneAnswer::About::summand, instance);
    note.own = own;
    return note.column = source_.summand(instance, own);
  }
  std::optional<LaneColumn> judged(Instance instance) override {
    return noted(LaneAnswer::About::judged, instance).column = source_.judged(instance);
  }
  std::optional<Groups> groups(Instance gather) override {
    auto groups = source_.groups(gather);
    LaneAnswer& note = noted(LaneAnswer::About::groups, gather);
    if (groups) note.groups = std::make_unique<const Groups>(*groups);
    return groups;
  }
  bool nobody_reads(Instance gather) const override {
    return noted(LaneAnswer::About::nobody_reads, gather).truth = source_.nobody_reads(gather);
  }

 private:
  LaneAnswer& noted(LaneAnswer::About about, Instance instance) const {
    LaneAnswer& note = answers_.emplace_back();
    note.about = about;
    note.instance = instance;
    return note;
  }

  LaneSource& source_;
  std::vector<LaneAnswer>& answers_;
};

/// Answers a question again, and finds out whether it is answered alike but for where columns lie.
class AskedAgain {
 public:
  explicit AskedAgain(LaneSource& source) : source_(source) {}

  bool is_alike(const LaneAnswer& before) {
    switch (before.about) {
      case LaneAnswer::About::leaf:
        return is_alike(before.column, source_.leaf(before.instance));
      case LaneAnswer::About::summand:
        return is_alike(before.column, source_.summand(before.instance, before.own));
      case LaneAnswer::About::judged:
        return is_alike(before.column, source_.judged(before.instance));
      case LaneAnswer::About::groups:
        return is_alike(before.groups.get(), source_.groups(before.instance));
      case LaneAnswer::About::nobody_reads:
        return source_.nobody_reads(before.instance) == before.truth;
    }
    return false;
  }
  /// Where a column lies now.
  const void* now(const void* before) const { return now_.at(before); }

 private:
  bool is_alike(const std::optional<LaneColumn>& a, const std::optional<LaneColumn>& b) {
    return a.has_value() == b.has_value() && (!a || is_alike(*a, *b));
  }
  bool is_alike(const LaneColumn& a, const LaneColumn& b) {
    return a.lane == b.lane && a.range == b.range && a.denominator == b.denominator && a.uniform == b.uniform &&
           a.ascending == b.ascending && moved(a.data, b.data);
  }
  bool is_alike(const LaneSource::Groups* a, const std::optional<LaneSource::Groups>& b) {
    if (a == nullptr || !b) return a == nullptr && !b;
    return is_alike(a->column, b->column) && a->known == b->known && a->figures == b->figures && a->most == b->most &&
           a->each == b->each && a->for_guests == b->for_guests && a->counted_alone == b->counted_alone;
  }
  /// What was one column is one, and what were two are two.
  bool moved(const void* before, const void* now) {
    return now_.try_emplace(before, now).first->second == now &&
           before_.try_emplace(now, before).first->second == before;
  }

  LaneSource& source_;
  std::map<const void*, const void*> now_, before_;
};

/// Of a cell that is the same for everybody the value, of others whether there is one: their values stand in columns.
bool is_alike(const Cell& a, const Cell& b, bool is_uniform) {
  const bool same_kind = a.value.type == b.value.type && a.value.absence == b.value.absence &&
                         a.value.fault == b.value.fault && a.value.incomplete == b.value.incomplete &&
                         a.value.faulty == b.value.faulty;
  return same_kind && a.used == b.used && a.facts == b.facts && (!is_uniform || same_value(a.value, b.value));
}

}  // namespace

KeptProgram::KeptProgram(std::shared_ptr<const Schedule> schedule, const ExactContext& model, const CellLookup& cells,
                         LaneSource& source)
    : schedule_(std::move(schedule)), days_(model.days.counts()) {
  cells_.reserve(schedule_->order().size());
  for (const Instance& instance : schedule_->order()) cells_.push_back(cells.cell(instance.node, instance.period));
  NotingSource noting(source, answers_);
  program_ = build_lanes(*schedule_, model, cells, noting);
}

bool KeptProgram::is_alike(const ExactContext& model, const CellLookup& cells) const {
  if (!(model.days.counts() == days_)) return false;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const Instance& instance = schedule_->order()[i];
    const LaneProgram::Known& known = program_.known[schedule_->slot(instance.node, instance.period)];
    const bool is_uniform = known.kind == LaneProgram::Known::Kind::uniform;
    if (!cwp::is_alike(cells_[i], cells.cell(instance.node, instance.period), is_uniform)) return false;
  }
  return true;
}

std::optional<LaneProgram> KeptProgram::again(const std::shared_ptr<const Schedule>& schedule,
                                              const ExactContext& model, const CellLookup& cells,
                                              LaneSource& source) const {
  if (schedule != schedule_ || !is_alike(model, cells)) return std::nullopt;
  AskedAgain asked(source);
  for (const LaneAnswer& answer : answers_)
    if (!asked.is_alike(answer)) return std::nullopt;
  LaneProgram program = program_;
  for (auto& [reg, data] : program.columns) data = asked.now(data);
  return program;
}

LaneProgram KeptPrograms::of(std::size_t number, const std::shared_ptr<const Schedule>& schedule,
                             const ExactContext& model, const CellLookup& cells, LaneSource& source) {
  std::shared_ptr<const KeptProgram> kept;
  {
    const std::lock_guard lock(lock_);
    kept = programs_[number];
  }
  if (kept != nullptr)
    if (auto program = kept->again(schedule, model, cells, source)) return std::move(*program);
  auto made = std::make_shared<const KeptProgram>(schedule, model, cells, source);
  const std::lock_guard lock(lock_);
  return (programs_[number] = std::move(made))->program();
}

}  // namespace cwp
