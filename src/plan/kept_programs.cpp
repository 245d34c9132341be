#include "plan/kept_programs.hpp"

#include <algorithm>
#include <utility>

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

constexpr std::size_t kNoPlace = ~std::size_t{0};

/// The column of an answer; null where it has none.
const LaneColumn* column_of(const LaneAnswer& answer) {
  if (answer.groups) return &answer.groups->column;
  return answer.column ? &*answer.column : nullptr;
}

/// Answers a question again, and finds out whether it is answered alike but for where columns lie.
class AskedAgain {
 public:
  AskedAgain(LaneSource& source, std::size_t places) : source_(source), now_(places), is_known_(places) {}

  /// `place`: the number of its column's place.
  bool is_alike(const LaneAnswer& before, std::size_t place) {
    place_ = place;
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
  /// Where the columns of a place lie now.
  const void* now(std::size_t place) const { return now_[place]; }
  /// What were two columns are two.
  bool are_different() const {
    std::vector<const void*> sorted = now_;
    std::sort(sorted.begin(), sorted.end(), std::less<>());
    return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
  }

 private:
  bool is_alike(const std::optional<LaneColumn>& a, std::optional<LaneColumn> b) {
    if (!a || !b) return !a && !b;
    const void* const data = std::exchange(b->data, a->data);
    return *a == *b && moved(data);
  }
  bool is_alike(const LaneSource::Groups* a, std::optional<LaneSource::Groups> b) {
    if (a == nullptr || !b) return a == nullptr && !b;
    const void* const data = std::exchange(b->column.data, a->column.data);
    return *a == *b && moved(data);
  }
  /// What was one column is one.
  bool moved(const void* now) {
    if (is_known_[place_]) return now_[place_] == now;
    is_known_[place_] = true;
    now_[place_] = now;
    return true;
  }

  LaneSource& source_;
  std::size_t place_ = kNoPlace;
  std::vector<const void*> now_;  ///< by place
  std::vector<bool> is_known_;
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
  number_columns();
}

void KeptProgram::number_columns() {
  std::map<const void*, std::size_t> places;
  for (const LaneAnswer& answer : answers_) {
    const LaneColumn* const column = column_of(answer);
    place_of_answer_.push_back(column == nullptr ? kNoPlace
                                                 : places.try_emplace(column->data, places.size()).first->second);
  }
  for (const auto& [reg, data] : program_.columns) place_of_column_.push_back(places.at(data));
  places_ = places.size();
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

std::optional<KeptProgram::Columns> KeptProgram::again(const std::shared_ptr<const Schedule>& schedule,
                                                       const ExactContext& model, const CellLookup& cells,
                                                       LaneSource& source) const {
  if (schedule != schedule_ || !is_alike(model, cells)) return std::nullopt;
  AskedAgain asked(source, places_);
  for (std::size_t a = 0; a < answers_.size(); ++a)
    if (!asked.is_alike(answers_[a], place_of_answer_[a])) return std::nullopt;
  if (!asked.are_different()) return std::nullopt;
  Columns columns = program_.columns;
  for (std::size_t c = 0; c < columns.size(); ++c) columns[c].second = asked.now(place_of_column_[c]);
  return columns;
}

BoundProgram KeptPrograms::of(std::size_t number, const std::shared_ptr<const Schedule>& schedule,
                              const ExactContext& model, const CellLookup& cells, LaneSource& source) {
  std::shared_ptr<const KeptProgram> kept;
  {
    const std::lock_guard lock(lock_);
    kept = programs_[number];
  }
  if (kept != nullptr)
    if (auto columns = kept->again(schedule, model, cells, source)) return {std::move(kept), std::move(*columns)};
  auto made = std::make_shared<const KeptProgram>(schedule, model, cells, source);
  const std::lock_guard lock(lock_);
  programs_[number] = made;
  return {made, made->program().columns};
}

}  // namespace cwp
