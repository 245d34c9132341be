#pragma once
// LeaderList: of the rows of a ranking in one period those that a summary shows.

#include <map>
#include <set>

#include "cwp/score_files.hpp"

namespace cwp {

class LeaderList {
 public:
  static constexpr std::size_t kLeaders = 3;  ///< of a group
  static constexpr std::size_t kGroups = 5;   ///< the first of them

  LeaderList(std::string id, Grain every) { summary_.leaders = {std::move(id), every, {}}; }

  /// Whether the next row, which has a rank and is of this group, is shown. Each row is asked about once.
  bool wants(const std::string& group) {
    if (last_ != nullptr && *last_ == group) return ++*last_count_ <= kLeaders;
    if (last_more_ != nullptr && *last_more_ == group) return false;
    if (shown_.size() == kGroups && !shown_.contains(group)) {
      last_more_ = &*more_.insert(group).first;
      return false;
    }
    const auto found = shown_.try_emplace(group, 0U).first;
    last_ = &found->first;
    last_count_ = &found->second;
    return ++*last_count_ <= kLeaders;
  }
  void add(RankedOfficer row) { summary_.leaders.rows.push_back(std::move(row)); }
  RankingSummary take() && {
    summary_.more_groups = more_.size();
    return std::move(summary_);
  }

 private:
  RankingSummary summary_;
  std::map<std::string, std::size_t> shown_;  ///< rows by group
  std::set<std::string> more_;
  const std::string* last_more_ = nullptr;
  const std::string* last_ = nullptr;  ///< the group that was asked about, if it is shown
  std::size_t* last_count_ = nullptr;
};

}  // namespace cwp
