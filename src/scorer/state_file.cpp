#include "scorer/state_file.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "cwp/write.hpp"
#include "scorer/state_rows.hpp"
#include "text/digest.hpp"

namespace cwp {
namespace {

constexpr std::string_view kBegin = "cwp state 1\n";
constexpr std::size_t kDigest = 64;

Diagnostic refused(std::string_view slug, const std::string& path, std::vector<Note> notes) {
  return {slug, {}, {path}, std::move(notes)};
}

Diagnostic unreadable(const std::string& path, std::string_view why, std::vector<std::string> arguments = {}) {
  return refused("state-unreadable", path, {{why, {}, std::move(arguments)}});
}

/// What of the options results depend on, as the command line has it.
std::string words_of(const ScoreOptions& options) {
  std::string text;
  if (options.window) text += " --from " + options.window->first.to_text() + " --to " + options.window->last.to_text();
  for (const Grain grain : options.grains) text += " --grain " + std::string(to_text(grain));
  if (options.provisional) text += " --provisional";
  if (options.strict) text += " --strict";
  return text.empty() ? "-" : text.substr(1);
}

/// Nothing where it cannot be read; `why` is what the system says then.
std::optional<std::string> bytes_of(const std::string& path, std::string& why) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    error = std::make_error_code(std::errc::no_such_file_or_directory);
  } else if (!std::filesystem::is_regular_file(status)) {  // others may have no end
    error = std::make_error_code(std::filesystem::is_directory(status) ? std::errc::is_a_directory
                                                                       : std::errc::invalid_argument);
  } else {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    std::string bytes(error || !file ? 0 : std::size_t(size), '\0');
    if (!error && file && (file.read(bytes.data(), std::streamsize(bytes.size())), !file.bad())) {
      bytes.resize(std::size_t(file.gcount()));
      return bytes;
    }
    if (!error) error = {errno != 0 ? errno : EIO, std::generic_category()};
  }
  why = error.message();
  return std::nullopt;
}

}  // namespace

std::string state_text(const PackedFigures& older, const InputRows& rows, const RowsMark& mark,
                       const CheckedRulebook& rules, const ScoreOptions& options) {
  PackedWriter to;
  to.bytes() = kBegin;
  to.text(version());
  to.text(rules.rulebook().id.value);
  to.text(rules.hash());
  to.text(words_of(options));
  write_rows(older, rows, mark, to);
  std::string text = std::move(to.bytes());
  return text += sha256_hex(text);
}

std::string state_digest(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file.seekg(-std::streamoff(kDigest), std::ios::end)) return {};
  std::string digest(kDigest, ' ');
  return file.read(digest.data(), std::streamsize(kDigest)) ? digest : std::string();
}

std::vector<Diagnostic> read_state(const std::string& path, const CheckedRulebook& rules, const ScoreOptions& options,
                                   InputRows& rows, std::string& digest) {
  std::string why;
  const std::optional<std::string> bytes = bytes_of(path, why);
  if (!bytes) return {unreadable(path, "state-no-file", {why})};
  std::string_view text = *bytes;
  if (!text.starts_with(kBegin)) return {unreadable(path, "state-no-state")};
  const std::size_t end = text.size() - std::min(text.size(), kDigest);
  if (text.substr(end) != sha256_hex(text.substr(0, end))) return {unreadable(path, "state-altered")};
  digest = text.substr(end);
  PackedReader from(text.substr(kBegin.size(), end - kBegin.size()));
  const std::string written_by(from.text());
  // Another version may write other things from here on.
  if (written_by != version())
    return {refused("state-of-other-rules", path, {{"state-version", {}, {written_by, std::string(version())}}})};
  const std::string id(from.text()), hash(from.text()), with(from.text());
  std::vector<Note> others;
  if (hash != rules.hash())
    others.push_back({"state-rulebook", {}, {id, hash, rules.rulebook().id.value, rules.hash()}});
  if (with != words_of(options)) others.push_back({"state-options", {}, {with, words_of(options)}});
  if (!others.empty()) return {refused("state-of-other-rules", path, std::move(others))};
  if (!read_rows(from, rules, rows)) return {unreadable(path, "state-rows")};
  return {};
}

}  // namespace cwp
