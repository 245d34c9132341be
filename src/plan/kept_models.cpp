#include "plan/kept_models.hpp"

namespace cwp {

std::shared_ptr<const EvaluatedModels> KeptModels::last(const Of& of) const {
  const std::lock_guard lock(lock_);
  const bool is_same = models_ != nullptr && of.data != nullptr && data_.lock() == of.data &&
                       amended_ == of.data->amended && schedule_ == of.schedule && least_ == of.least;
  return is_same ? models_ : nullptr;
}

void KeptModels::keep(const Of& of, std::shared_ptr<const EvaluatedModels> models) {
  const std::lock_guard lock(lock_);
  data_ = of.data;
  amended_ = of.data == nullptr ? 0 : of.data->amended;
  schedule_ = of.schedule;
  least_ = of.least;
  models_ = std::move(models);
}

}  // namespace cwp
