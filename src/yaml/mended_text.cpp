#include "yaml/mended_text.hpp"

#include <algorithm>

namespace cwp {

std::uint32_t MendedText::written_offset(std::size_t offset) const {
  const auto wanted = static_cast<std::uint32_t>(offset);
  const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), wanted,
                                      [](std::uint32_t at, const Anchor& anchor) { return at < anchor.mended; });
  if (after == anchors_.begin()) return wanted;
  const Anchor& anchor = *std::prev(after);
  return anchor.written + std::min(wanted - anchor.mended, anchor.length);
}

bool MendedText::mend(const std::vector<Edit>& edits) {
  if (edits.empty()) return false;
  std::vector<Edit> all = edits_;
  all.insert(all.end(), edits.begin(), edits.end());
  std::stable_sort(all.begin(), all.end(), [](const Edit& a, const Edit& b) { return a.offset < b.offset; });
  for (std::size_t i = 1; i < all.size(); ++i)
    if (all[i].offset < all[i - 1].offset + std::max<std::uint32_t>(all[i - 1].removed, 1)) return false;
  edits_ = std::move(all);
  apply();
  return true;
}

void MendedText::apply() {
  text_.clear();
  anchors_.clear();
  std::uint32_t taken = 0;
  const auto take = [&](std::uint32_t end) {
    anchors_.push_back({static_cast<std::uint32_t>(text_.size()), taken, end - taken});
    text_ += written_.substr(taken, end - taken);
    taken = end;
  };
  for (const Edit& edit : edits_) {
    if (edit.offset > taken) take(edit.offset);
    anchors_.push_back({static_cast<std::uint32_t>(text_.size()), edit.offset, 0});
    text_ += edit.inserted;
    taken = edit.offset + edit.removed;
  }
  take(static_cast<std::uint32_t>(written_.size()));
}

}  // namespace cwp
