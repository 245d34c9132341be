#include "io/input_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "io/text_encoding.hpp"
#include "text/digest.hpp"

namespace cwp {
namespace {

constexpr std::size_t kLargestInput = std::size_t{2} << 30;
/// A longer line is not shown: nobody could read it.
constexpr std::size_t kLongestShown = 1000;
/// Lines further down are not shown either, but named in the message: the Source would be mostly line breaks.
constexpr std::uint32_t kLastShown = 1000000;

constexpr std::string_view kMark = "\xEF\xBB\xBF";
/// As iconv calls it.
constexpr const char* kGb18030 = "GB18030";

std::string encoding_title(TextEncoding encoding) { return std::string(find_row(encoding)->title); }

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Line of byte `at` from 1, and where that line begins.
std::pair<std::uint32_t, std::size_t> line_of(std::string_view text, std::size_t at) {
  std::uint32_t line = 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < at; ++i)
    if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) {
      ++line;
      begin = i + 1;
    }
  return {line, begin};
}

Diagnostic bad_byte(std::string_view slug, const std::string& path, std::string_view text, std::size_t at,
                    std::string more = "") {
  const auto [line, begin] = line_of(text, at);
  Diagnostic problem = file_problem(slug, path, {std::to_string(line)});
  if (!more.empty()) problem.arguments.push_back(std::move(more));
  // Up to the bad byte: a terminal could not print the rest.
  std::string shown(text.substr(begin, at - begin));
  if (shown.size() > kLongestShown) shown.clear();
  const auto place = std::uint32_t(line - 1 + shown.size());
  problem.place = {source_at_line(path, line, shown + '\n'), {place, place}};
  return problem;
}

/// Takes the text over; where it is cut short, a problem at the end of what could be read.
std::optional<Diagnostic> take_decoded(DecodedText decoded, const std::string& path, std::string name,
                                       std::string& text) {
  text = std::move(decoded.text);
  const std::size_t zero = text.find('\0');
  if (zero != std::string::npos) return bad_byte("csv-zero-byte", path, text, zero);
  if (decoded.whole) return std::nullopt;
  const std::size_t at = text.size();
  text += '\xFF';
  return bad_byte("csv-wrong-encoding", path, text, at, std::move(name));
}

std::optional<Diagnostic> make_utf8(const std::string& path, std::string& text, TextEncoding encoding) {
  const bool little = text.starts_with("\xFF\xFE"), big = text.starts_with("\xFE\xFF");
  const bool marked = text.starts_with(kMark);
  // A byte order mark knows better than whoever told; and every table in UTF-16 has zero bytes, those of its commas.
  if ((encoding == TextEncoding::gb18030 && (marked || little || big)) ||
      (encoding == TextEncoding::utf16 && !text.empty() && text.find('\0') == std::string::npos))
    return bad_byte("csv-wrong-encoding", path, text, 0, encoding_title(encoding));
  if (encoding == TextEncoding::utf16 || (encoding == TextEncoding::detect && (little || big)))
    return take_decoded(
        decoded_text(std::string_view(text).substr(little || big ? 2 : 0), big ? "UTF-16BE" : "UTF-16LE"), path,
        encoding_title(TextEncoding::utf16), text);
  if (encoding == TextEncoding::gb18030)
    return take_decoded(decoded_text(text, kGb18030), path, encoding_title(encoding), text);
  if (marked) text.erase(0, kMark.size());
  const std::size_t bad = first_byte_not_utf8(text);
  const std::size_t zero = text.find('\0');
  if (zero < bad) return bad_byte("csv-zero-byte", path, text, zero);
  if (bad == text.size()) return std::nullopt;
  if (encoding == TextEncoding::utf8) return bad_byte("csv-wrong-encoding", path, text, bad, encoding_title(encoding));
  if (zero != std::string::npos) return bad_byte("csv-not-utf8", path, text, bad);
  DecodedText decoded = decoded_text(text, kGb18030);
  switch (likely_encoding(text, decoded)) {
    case LikelyEncoding::neither:
      return bad_byte("csv-not-utf8", path, text, bad);
    case LikelyEncoding::unclear:
      return bad_byte("csv-encoding-unclear", path, text, bad);
    case LikelyEncoding::gb18030:
      break;
  }
  text = std::move(decoded.text);
  Diagnostic guessed = file_problem("csv-encoding-detected", path);
  guessed.arguments = {encoding_title(TextEncoding::gb18030)};
  return guessed;
}

}  // namespace

std::size_t first_byte_not_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    if (bytes[at] < 0x80) {
      ++at;
      continue;
    }
    utf8proc_int32_t point = 0;
    const auto length = std::min<std::size_t>(text.size() - at, 4);
    const auto size = utf8proc_iterate(bytes + at, utf8proc_ssize_t(length), &point);
    if (size <= 0) return at;
    at += std::size_t(size);
  }
  return text.size();
}

Diagnostic file_problem(std::string_view slug, const std::string& path, std::vector<std::string> more) {
  Diagnostic problem;
  problem.slug = slug;
  problem.place.source = Source(path, "");
  problem.arguments = {path};
  problem.arguments.insert(problem.arguments.end(), more.begin(), more.end());
  return problem;
}

Source source_at_line(const std::string& path, std::uint32_t line, std::string_view shown) {
  if (line > kLastShown) return Source(path, "");
  std::string text(line - 1, '\n');
  text += shown;
  return Source(path, std::move(text));
}

std::optional<Diagnostic> read_input_text(const std::string& path, std::string& text, TextEncoding encoding,
                                          InputDigest* digest) {
  text.clear();
  std::error_code error;
  const auto kind = std::filesystem::status(path, error).type();
  // A pipe is fine (it is read once); a device may have no end.
  if (kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::fifo)
    return file_problem("file-unreadable", path);
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) return file_problem("file-unreadable", path);
  const auto size = std::filesystem::file_size(path, error);
  if (!error && size <= kLargestInput) text.reserve(std::size_t(size));
  const std::unique_ptr<char[]> buffer(new char[1 << 16]);
  while (const std::size_t count = std::fread(buffer.get(), 1, 1 << 16, file.get())) {
    if (text.size() + count > kLargestInput) return file_problem("csv-too-large", path);
    text.append(buffer.get(), count);
  }
  if (std::ferror(file.get()) != 0) return file_problem("file-unreadable", path);
  for (const std::string_view mark : {"PK\x03\x04", "\xD0\xCF\x11\xE0"})  // a zip, as .xlsx and .ods are; an old .xls
    if (text.starts_with(mark)) return file_problem("csv-spreadsheet", path);
  if (digest) *digest = {sha256_hex(text), text.size(), 0};
  return make_utf8(path, text, encoding);
}

}  // namespace cwp
