#pragma once
// input_text: the text of an input file, and places in it. Input files may be large, so they are no Sources; a
// diagnostic gets a Source of the one line that it shows.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bytes/mapped_file.hpp"
#include "bytes/text_marks.hpp"
#include "cwp/diagnostic.hpp"
#include "cwp/read_csv.hpp"
#include "io/right_of_way.hpp"
#include "io/text_encoding.hpp"
#include "text/digest.hpp"

namespace cwp {

/// The text of one input file.
class InputText {
 public:
  /// Reads the whole file, as UTF-8 without its byte order mark. Lines and columns are those of the file. The errors:
  /// `file-unreadable`, `csv-too-large` (more than 2 GiB), `csv-spreadsheet`; `csv-not-utf8`, `csv-encoding-unclear`,
  /// `csv-wrong-encoding`, `csv-zero-byte` with the place of the first bad byte. A warning: `csv-encoding-detected`;
  /// the text was read then.
  /// The bytes are looked through by up to `threads` threads.
  std::optional<Diagnostic> read(const std::string& path, TextEncoding encoding = TextEncoding::detect,
                                 int threads = 1);
  /// What was read; at least MappedFile::kZerosBehind zeros stand behind it.
  std::string_view text() const { return text_; }
  /// The text in parts, as far as it was looked at in such; else none.
  const std::vector<TextPart>& parts() const { return parts_; }
  /// The bytes of the file, also where they are no text.
  std::string_view bytes() const { return bytes_; }
  /// The digest of these bytes, as sha256_hex says it. With one thread mostly found while they were looked through.
  /// Waits while somebody has the right of way.
  std::string sha256(const RightOfWay& way = {});

 private:
  std::optional<Diagnostic> read_bytes(const std::string& path);
  std::optional<Diagnostic> decode(const std::string& path, TextEncoding encoding, int threads);
  void keep_decoded(std::string text);
  std::optional<Diagnostic> take(DecodedText decoded, const std::string& path, std::string name);

  MappedFile mapped_;
  std::string piped_, decoded_;
  std::string_view bytes_, text_;
  std::vector<TextPart> parts_;
  std::optional<Sha256> digest_;  ///< of all bytes, where they were looked through by one thread
};

/// A Source in which `shown`, text of the file `path`, begins on line `line`, as it does in the file. Without text for
/// lines after the first million.
Source source_at_line(const std::string& path, std::uint32_t line, std::string_view shown);

/// A problem of a file as a whole; {0} is its path.
Diagnostic file_problem(std::string_view slug, const std::string& path, std::vector<std::string> more = {});

/// The first byte of `text` that is not UTF-8 (overlong forms and surrogates are not), or its size.
std::size_t first_byte_not_utf8(std::string_view text);

}  // namespace cwp
