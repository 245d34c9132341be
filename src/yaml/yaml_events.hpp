#pragma once
// One reading of a text by yaml-cpp: the tree, and what is wrong, as far as it went.

#include <memory>
#include <string>
#include <vector>

#include "cwp/diagnostic.hpp"
#include "yaml/mended_text.hpp"
#include "yaml/yaml_node.hpp"
#include "yaml/yaml_slips.hpp"

namespace cwp {

struct YamlReading {
  YamlPtr root;
  std::vector<std::shared_ptr<YamlNode>> made;  ///< all nodes; their spans count in the mended text
  std::vector<Diagnostic> diagnostics;
  std::vector<Slip> slips;  ///< offsets into the mended text
  bool stopped = false;     ///< a diagnostic says why
  bool failed = false;      ///< yaml-cpp's `message` and `at` say why
  std::string message;
  std::uint32_t at = 0;          ///< in the mended text
  std::uint32_t written_at = 0;  ///< in the text as written
};

/// Reads the mended text of `source`.
YamlReading read_events(const Source& source, const MendedText& text);

}  // namespace cwp
