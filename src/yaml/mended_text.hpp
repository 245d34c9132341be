#pragma once
// A rulebook's text with small slips of YAML put right (quotes around a formula, `:` for `：`), so that reading goes on
// and all other problems are found in the same run. Places still point into the text as it was written.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cwp {

/// Takes `removed` bytes off at `offset` and puts `inserted` there.
struct Edit {
  std::uint32_t offset = 0;
  std::uint32_t removed = 0;
  std::string inserted;
  friend bool operator==(const Edit&, const Edit&) = default;
};

class MendedText {
 public:
  explicit MendedText(std::string_view written) : written_(written), text_(written) {}

  const std::string& text() const { return text_; }
  /// Byte `offset` of text() as an offset into the text as written. O(log edits).
  std::uint32_t written_offset(std::size_t offset) const;
  /// Applies edits (offsets into the text as written) beside those applied before. False, and nothing is done, when one
  /// touches an earlier one. O(length of the text).
  bool mend(const std::vector<Edit>& edits);

 private:
  struct Anchor {
    std::uint32_t mended = 0;
    std::uint32_t written = 0;
    std::uint32_t length = 0;  ///< of a piece taken over as it is; 0: put in
  };
  void apply();

  std::string_view written_;
  std::string text_;
  std::vector<Edit> edits_;      // by offset
  std::vector<Anchor> anchors_;  // by `mended`; empty without edits
};

}  // namespace cwp
