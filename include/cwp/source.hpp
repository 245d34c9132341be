#pragma once
// Sources: named texts, and places in them. Everything cwp says about a rulebook or a data file points here.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/export.hpp"

namespace CWP_API cwp {

template <class T>
class Result;

/// A half-open range of bytes [begin, end) of one Source.
struct Span {
  std::uint32_t begin = 0;                                     ///< the first byte
  std::uint32_t end = 0;                                       ///< behind the last byte
  friend bool operator==(const Span&, const Span&) = default;  ///< the same range
};

/// Where a byte stands for a person: line and column, both from 1. A column counts Unicode code points, not bytes
/// and not display cells (a Chinese character is one column, though it is drawn two cells wide).
struct Position {
  std::uint32_t line = 1;                                              ///< from 1
  std::uint32_t column = 1;                                            ///< from 1, in code points
  friend bool operator==(const Position&, const Position&) = default;  ///< the same line and column
};

/// Where a text comes from: whoever made the Source, or the file that its name is.
enum class SourceOrigin : std::uint8_t { memory, file };

/// A named text, immutable and cheap to copy (copies share the text and its line index).
class Source {
 public:
  Source();
  /// `name` is what diagnostics print before the line number, usually a path. `text` is UTF-8.
  /// Of a text with the origin `file` the name is its path: what a rulebook `extends` is looked for beside it.
  Source(std::string name, std::string text, SourceOrigin origin = SourceOrigin::memory);

  const std::string& name() const;  ///< as given, usually a path
  std::string_view text() const;    ///< UTF-8; lives as long as any copy of the Source
  SourceOrigin origin() const;      ///< where it comes from
  /// Position of byte `offset`; an offset behind the end is taken as the end, one inside a character as its start.
  /// O(log lines + length of the line).
  Position position(std::uint32_t offset) const;
  /// The text of line `line` (from 1) without its line break; empty behind the last line.
  std::string_view line(std::uint32_t line) const;

  /// Two Sources are equal when they are copies of one another.
  friend bool operator==(const Source& a, const Source& b) { return a.state_ == b.state_; }

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

/// A range of bytes of a given Source.
struct Place {
  Source source;  ///< the text
  Span span;      ///< the bytes of it
};

/// A text taken out of a Source through decoding (a YAML scalar without its quotes, escapes and folds), in which
/// each byte still knows where it came from. `offsets` has one entry a byte of `text`, and one for its end.
struct SourceText {
  std::string text;                    ///< decoded
  Source source;                       ///< what it was taken out of
  std::vector<std::uint32_t> offsets;  ///< where each byte came from, and the end

  /// The place in the Source of bytes [begin, end) of `text`.
  Place place(std::size_t begin, std::size_t end) const;
  /// The place of the whole text.
  Place place() const { return place(0, text.size()); }
  /// `text` standing for itself: the Source is the text.
  static SourceText whole(Source source);
};

/// Reads a UTF-8 text file (a byte order mark is dropped; the name of the Source is `path` as given, its origin the
/// file). Problems: `file-unreadable`, `file-too-large` (more than 8 MiB), `not-utf8` (with the place of the first bad
/// byte).
Result<Source> read_source(const std::string& path);

}  // namespace cwp
