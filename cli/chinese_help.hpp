#pragma once
// What --help prints, in Chinese.

#include <string>

namespace cwp {

/// The help with its sentences in Chinese; options, files and examples stay as they are. A sentence that is not in the
/// table stays English: a test looks for that.
std::string in_chinese(std::string help);

}  // namespace cwp
