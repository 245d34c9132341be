#include "io/input_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

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

/// A file that is no text may have zero bytes where UTF-16 has them, but not all the rest.
bool is_lines_of_utf16(std::string_view bytes) {
  const std::optional<Utf16Order> order = likely_utf16(bytes);
  if (!order) return false;
  const DecodedText decoded = decoded_text(bytes, *order == Utf16Order::big ? "UTF-16BE" : "UTF-16LE");
  return decoded.whole && decoded.text.find_first_of("\r\n") != std::string::npos &&
         decoded.text.find('\0') == std::string::npos;
}

/// Why the system does not let a file be read stands below.
Diagnostic unreadable(const std::string& path, int number) {
  Diagnostic problem = file_problem("file-unreadable", path);
  problem.notes.push_back({"state-no-file", {}, {std::generic_category().message(number)}});
  return problem;
}

}  // namespace

std::size_t first_byte_not_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    if (bytes[at] < 0x80) {
      std::uint64_t eight = 0;
      if (at + sizeof eight <= text.size()) std::memcpy(&eight, bytes + at, sizeof eight);
      at += at + sizeof eight <= text.size() && (eight & 0x8080808080808080) == 0 ? sizeof eight : 1;
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
  Diagnostic problem{slug, {Source(path, ""), {}}, {path}};
  problem.arguments.insert(problem.arguments.end(), more.begin(), more.end());
  return problem;
}

Source source_at_line(const std::string& path, std::uint32_t line, std::string_view shown) {
  if (line > kLastShown) return Source(path, "");
  std::string text(line - 1, '\n');
  text += shown;
  return Source(path, std::move(text));
}

void InputText::keep_decoded(std::string text) {
  const std::size_t size = text.size();
  decoded_ = std::move(text);
  decoded_.append(MappedFile::kZerosBehind, '\0');
  parts_.clear();
  text_ = std::string_view(decoded_).substr(0, size);
}

/// Takes the text over; where it is cut short, a problem at the end of what could be read.
std::optional<Diagnostic> InputText::take(DecodedText decoded, const std::string& path, std::string name) {
  keep_decoded(std::move(decoded.text));
  const std::size_t zero = text_.find('\0');
  if (zero != std::string::npos) return bad_byte("csv-zero-byte", path, text_, zero);
  if (decoded.whole) return std::nullopt;
  const std::size_t at = text_.size();
  decoded_.resize(at);
  decoded_ += '\xFF';
  return bad_byte("csv-wrong-encoding", path, decoded_, at, std::move(name));
}

std::optional<Diagnostic> InputText::decode(const std::string& path, TextEncoding encoding, int threads) {
  text_ = bytes_;
  const bool little = text_.starts_with("\xFF\xFE"), big = text_.starts_with("\xFE\xFF");
  const bool marked = text_.starts_with(kMark);
  // A byte order mark knows better than whoever told; and every table in UTF-16 has zero bytes, those of its commas.
  if ((encoding == TextEncoding::gb18030 && (marked || little || big)) ||
      (encoding == TextEncoding::utf16 && !text_.empty() && text_.find('\0') == std::string::npos))
    return bad_byte("csv-wrong-encoding", path, text_, 0, encoding_title(encoding));
  if (encoding == TextEncoding::utf16 || (encoding == TextEncoding::detect && (little || big))) {
    const bool big_first = big || (!little && likely_utf16(text_) == Utf16Order::big);
    return take(decoded_text(text_.substr(little || big ? 2 : 0), big_first ? "UTF-16BE" : "UTF-16LE"), path,
                encoding_title(TextEncoding::utf16));
  }
  if (encoding == TextEncoding::gb18030 && is_surely_utf8(text_)) {
    const auto is_more = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const std::size_t at = std::size_t(std::find_if(text_.begin(), text_.end(), is_more) - text_.begin());
    return bad_byte("csv-wrong-encoding", path, text_, at, encoding_title(encoding));
  }
  if (encoding == TextEncoding::gb18030) return take(decoded_text(text_, kGb18030), path, encoding_title(encoding));
  if (marked) text_.remove_prefix(kMark.size());
  if (threads <= 1) {
    digest_.emplace();
    digest_->add(bytes_.substr(0, bytes_.size() - text_.size()));
  }
  parts_ = parts_of(text_, 0, kPartOfText, threads, digest_ ? &*digest_ : nullptr);
  if (const TextMarks marks = marks_of(parts_); marks.ascii && !marks.zeros) return std::nullopt;
  const std::size_t bad = first_byte_not_utf8(text_);
  const std::size_t zero = text_.find('\0');
  if (zero != std::string::npos && !marked && is_lines_of_utf16(text_)) return file_problem("csv-utf16-unmarked", path);
  if (zero < bad) return bad_byte("csv-zero-byte", path, text_, zero);
  if (bad == text_.size()) return std::nullopt;
  if (encoding == TextEncoding::utf8) return bad_byte("csv-wrong-encoding", path, text_, bad, encoding_title(encoding));
  if (zero != std::string::npos) return bad_byte("csv-not-utf8", path, text_, bad);
  DecodedText decoded = decoded_text(text_, kGb18030);
  switch (likely_encoding(text_, decoded)) {
    case LikelyEncoding::neither:
      return bad_byte("csv-not-utf8", path, text_, bad);
    case LikelyEncoding::unclear:
      return bad_byte("csv-encoding-unclear", path, text_, bad);
    case LikelyEncoding::gb18030:
      break;
  }
  keep_decoded(std::move(decoded.text));
  Diagnostic guessed = file_problem("csv-encoding-detected", path);
  guessed.arguments = {encoding_title(TextEncoding::gb18030)};
  return guessed;
}

std::string InputText::sha256(const RightOfWay& way) {
  if (!digest_) {
    digest_.emplace();
    constexpr std::size_t kBetweenLooks = std::size_t{1} << 18;
    for (std::string_view rest = bytes_; !rest.empty(); rest.remove_prefix(std::min(kBetweenLooks, rest.size()))) {
      way.wait();
      digest_->add(rest.substr(0, kBetweenLooks));
    }
  }
  std::string hex = digest_->hex();
  digest_.reset();
  return hex;
}

std::optional<Diagnostic> InputText::read_bytes(const std::string& path) {
  std::error_code error;
  const auto kind = std::filesystem::status(path, error).type();
  // A pipe is fine (it is read once); a device may have no end.
  if (kind == std::filesystem::file_type::directory) return unreadable(path, EISDIR);
  if (kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::fifo)
    return kind == std::filesystem::file_type::not_found ? unreadable(path, ENOENT)
           : error                                       ? unreadable(path, error.value())
                                                         : file_problem("file-unreadable", path);
  if (kind == std::filesystem::file_type::regular) {
    if (std::filesystem::file_size(path, error) > kLargestInput && !error) return file_problem("csv-too-large", path);
    if (!mapped_.open(path)) return unreadable(path, errno);
    bytes_ = mapped_.bytes();
    return std::nullopt;
  }
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) return unreadable(path, errno);
  const std::unique_ptr<char[]> buffer(new char[1 << 16]);
  while (const std::size_t count = std::fread(buffer.get(), 1, 1 << 16, file.get())) {
    if (piped_.size() + count > kLargestInput) return file_problem("csv-too-large", path);
    piped_.append(buffer.get(), count);
  }
  const std::size_t size = piped_.size();
  piped_.append(MappedFile::kZerosBehind, '\0');
  bytes_ = std::string_view(piped_).substr(0, size);
  return std::ferror(file.get()) != 0 ? std::optional(file_problem("file-unreadable", path)) : std::nullopt;
}

std::optional<Diagnostic> InputText::read(const std::string& path, TextEncoding encoding, int threads) {
  if (auto problem = read_bytes(path)) return problem;
  for (const std::string_view mark : {"PK\x03\x04", "\xD0\xCF\x11\xE0"})  // a zip, as .xlsx and .ods are; an old .xls
    if (bytes_.starts_with(mark)) return file_problem("csv-spreadsheet", path);
  return decode(path, encoding, threads);
}

}  // namespace cwp
