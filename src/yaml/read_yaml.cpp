// Reads a text, mends what is clearly a slip of writing, and reads it again: so that one slip hides no other problem.

#include "yaml/read_yaml.hpp"

#include <algorithm>
#include <string>

#include "yaml/broken_signs.hpp"
#include "yaml/yaml_events.hpp"

namespace cwp {
namespace {

constexpr int kRounds = 20;
constexpr std::size_t kMendedBytes = std::size_t{16} << 20;

class YamlReader {
 public:
  YamlReader(const Source& source, std::vector<Diagnostic>& diagnostics)
      : source_(source), text_(source.text()), diagnostics_(diagnostics) {}

  YamlPtr read() {
    if (!take_characters()) return nullptr;
    YamlReading reading = read_events(source_, text_);
    for (int round = 0; round < kRounds; ++round)
      if (!mend_tree(reading) && !mend_syntax(reading)) break;
    for (Diagnostic& diagnostic : reading.diagnostics) diagnostics_.push_back(std::move(diagnostic));
    if (reading.failed) {
      // A text that stops short is wrong at its end, where there is no byte to mark.
      const auto end = std::min<std::uint32_t>(reading.written_at + 1, std::uint32_t(source_.text().size()));
      diagnostics_.push_back({"yaml-syntax", {source_, {reading.written_at, end}}, {reading.message}, {}});
      return nullptr;
    }
    if (reading.stopped && !reading.root) return nullptr;
    for (const std::shared_ptr<YamlNode>& node : reading.made)
      node->span = {text_.written_offset(node->span.begin), text_.written_offset(node->span.end)};
    return reading.root;
  }

 private:
  void report(const Slip& slip) {
    std::vector<std::string> arguments = slip.arguments;
    if (slip.slug == "not-utf8") arguments = {source_.name()};
    diagnostics_.push_back({slip.slug,
                            {source_, {text_.written_offset(slip.span.begin), text_.written_offset(slip.span.end)}},
                            std::move(arguments),
                            {}});
  }
  std::vector<Edit> written(const Slip& slip) const {
    std::vector<Edit> edits = slip.edits;
    for (Edit& edit : edits) edit.offset = text_.written_offset(edit.offset);
    return edits;
  }

  /// False when the characters of the text forbid to go on.
  bool take_characters() {
    std::vector<Edit> edits;
    const auto slips = find_bad_characters(source_.text());
    for (const Slip& slip : slips) {
      report(slip);
      edits.insert(edits.end(), slip.edits.begin(), slip.edits.end());
    }
    const bool readable = edits.size() == slips.size();
    if (const auto slip = readable ? foreign_indents(source_.text()) : std::nullopt) {
      report(*slip);
      edits.insert(edits.end(), slip->edits.begin(), slip->edits.end());
    }
    text_.mend(edits);
    return readable;
  }

  /// Mends what the tree shows to be cut; true when that made a new reading.
  bool mend_tree(YamlReading& reading) {
    std::vector<Slip> slips = std::move(reading.slips);
    reading.slips.clear();
    std::stable_sort(slips.begin(), slips.end(),
                     [](const Slip& a, const Slip& b) { return a.span.begin < b.span.begin; });
    std::vector<Edit> edits;
    std::uint32_t end = 0;
    for (const Slip& slip : slips) {
      if (slip.span.begin < end) continue;  // inside one before it
      end = slip.span.end;
      report(slip);
      for (Edit& edit : written(slip)) edits.push_back(std::move(edit));
    }
    if (!may_read_again() || !text_.mend(edits)) return false;
    reading = read_events(source_, text_);
    return true;
  }

  /// Keeps the work within a few times that of one reading of the largest rulebook.
  bool may_read_again() {
    spent_ += text_.text().size() + 1;
    return spent_ <= kMendedBytes;
  }

  /// Tries what may lie behind a syntax error; right is what lets the reading go further.
  bool mend_syntax(YamlReading& reading) {
    if (!reading.failed) return false;
    for (const Slip& slip : explain_syntax_error(text_.text(), reading.at)) {
      if (!may_read_again()) return false;
      const MendedText before = text_;
      if (!text_.mend(written(slip))) continue;
      YamlReading next = read_events(source_, text_);
      if (!next.failed || next.written_at > reading.written_at) {
        MendedText mended = std::move(text_);
        text_ = before;
        report(slip);
        text_ = std::move(mended);
        reading = std::move(next);
        return true;
      }
      text_ = before;
    }
    return false;
  }

  const Source& source_;
  MendedText text_;
  std::vector<Diagnostic>& diagnostics_;
  std::size_t spent_ = 0;  // bytes read again so far
};

}  // namespace

YamlPtr read_yaml(const Source& source, std::vector<Diagnostic>& diagnostics) {
  return YamlReader(source, diagnostics).read();
}

}  // namespace cwp
