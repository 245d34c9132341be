#include "cwp/verify.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "cwp/column_file.hpp"
#include "cwp/read_csv.hpp"
#include "cwp/score.hpp"
#include "cwp/write.hpp"
#include "data/dataset_state.hpp"
#include "text/digest.hpp"
#include "verify/read_receipt.hpp"

namespace cwp {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> bytes_of(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) return std::nullopt;
  return text;
}

/// The file under the longest end of `name` that is in `folder`.
std::optional<fs::path> find_under(const fs::path& folder, const fs::path& name) {
  const fs::path relative = name.relative_path();
  std::error_code error;
  for (auto first = relative.begin(); first != relative.end(); ++first) {
    fs::path path = folder;
    for (auto part = first; part != relative.end(); ++part) path /= *part;
    if (fs::is_regular_file(path, error)) return path;
  }
  return std::nullopt;
}

/// One run of verify: what differs gathers in `differences`.
class Verifier {
 public:
  Verifier(fs::path folder, ReadReceipt receipt, const VerifyOptions& options)
      : folder_(std::move(folder)), receipt_(std::move(receipt)), options_(options) {}

  std::vector<Diagnostic> run() {
    if (receipt_.version != version()) differ("verify-version", {receipt_.version, std::string(version())});
    const std::optional<CheckedRulebook> rules = rulebook();
    const std::optional<CsvInputs> inputs = find_inputs();
    if (!rules || !inputs) return std::move(differences_);
    const std::optional<Dataset> data = columns_.empty() ? take(read_csv(*inputs, *rules)) : data_of_columns(*rules);
    if (!data) return std::move(differences_);
    receipt_.options.threads = options_.threads;
    receipt_.options.progress = options_.progress;
    if (const std::optional<Scores> scores = take(score(compile(*rules), *data, receipt_.options))) compare(*scores);
    return std::move(differences_);
  }

 private:
  void differ(std::string_view slug, std::vector<std::string> arguments) {
    differences_.push_back({slug, {}, std::move(arguments)});
  }
  /// The value, or nothing and its errors among the differences.
  template <class T>
  std::optional<T> take(Result<T> result) {
    if (result.ok()) return std::move(result).value();
    for (const Diagnostic& problem : result.diagnostics())
      if (problem.severity() == Severity::error) differences_.push_back(problem);
    return std::nullopt;
  }
  /// False when the file cannot be read; other bytes than the receipt says are a difference.
  bool read(const ReceiptFile& file, const fs::path& path) {
    const std::optional<std::string> bytes = bytes_of(path);
    if (!bytes) return differ("verify-file-missing", {file.name, path.string()}), false;
    if (sha256_hex(*bytes) != file.sha256) differ("verify-file-changed", {file.name, path.string()});
    return true;
  }

  std::optional<Dataset> data_of_columns(const CheckedRulebook& rules) {
    const std::optional<ColumnFile> file = take(open_column_file(rules, columns_));
    if (!file) return std::nullopt;
    return take(file->span() == receipt_.span ? file->dataset() : file->dataset(receipt_.span));
  }

  fs::path rulebook_path() const {
    const fs::path name = receipt_.rulebook.name;
    std::error_code error;
    if (!options_.rulebook.empty()) return options_.rulebook;
    if (fs::is_regular_file(name, error)) return name;
    for (const fs::path& folder : {folder_, folder_ / ".."})
      if (const std::optional<fs::path> found = find_under(folder, name)) return *found;
    return name;
  }
  std::optional<CheckedRulebook> rulebook() {
    const fs::path path = rulebook_path();
    const std::optional<Source> own = rule_text(receipt_.rulebook, path);
    if (!own) return std::nullopt;
    std::vector<Source> bases;
    for (const ReceiptFile& base : receipt_.bases) {
      // All bases lie in the folder of the rulebook or below.
      const fs::path home = fs::path(receipt_.rulebook.name).parent_path();
      const fs::path way = fs::path(base.name).lexically_relative(home.empty() ? "." : home);
      const std::optional<Source> text = rule_text(base, path.parent_path() / way);
      if (!text) return std::nullopt;
      bases.push_back(*text);
    }
    return take(load_and_check(*own, bases));
  }
  /// The text of a rulebook's file under the name that it had: results name the rulebook as it was called then.
  std::optional<Source> rule_text(const ReceiptFile& file, const fs::path& path) {
    if (!bytes_of(path)) return differ("verify-file-missing", {file.name, path.string()}), std::nullopt;
    const std::optional<Source> source = take(read_source(path.string()));
    if (!source) return std::nullopt;
    // The digest of a rulebook is that of its text: a byte order mark says nothing.
    if (sha256_hex(source->text()) != file.sha256) differ("verify-file-changed", {file.name, path.string()});
    return Source(file.name, std::string(source->text()));
  }

  /// The files of the receipt, each under the name that it had; nothing when one is missing.
  std::optional<CsvInputs> find_inputs() {
    CsvInputs inputs;
    inputs.dialect = receipt_.dialect;
    inputs.progress = options_.progress;
    inputs.span = receipt_.span;
    inputs.known_at = receipt_.known_at;
    bool all = true;
    for (const ReceiptFile& file : receipt_.inputs) {
      const std::optional<fs::path> path = find_under(options_.inputs, file.name);
      if (!path) differ("verify-file-missing", {file.name, options_.inputs});
      if (!path || !read(file, *path)) {
        all = false;
        continue;
      }
      inputs.names.emplace(path->string(), file.name);
      if (file.holds == kHoldsColumns) columns_ = path->string();
      if (file.holds == "roster") inputs.roster = path->string();
      if (file.holds == "metrics") inputs.metrics.push_back(path->string());
      if (file.holds == "duty") inputs.duty.push_back(path->string());
      constexpr std::string_view kEvents = "events-";
      if (file.holds.starts_with(kEvents))
        inputs.events.emplace_back(file.holds.substr(kEvents.size()), path->string());
    }
    return all ? std::optional(inputs) : std::nullopt;
  }

  void compare(const Scores& scores) {
    const std::vector<OutputFile> files = output_files(scores, receipt_.output);
    std::map<std::string, const std::string*> made;
    for (const auto& [name, content] : files)
      if (name != "receipt.json") made.emplace(name, &content);
    for (const ReceiptFile& file : receipt_.outputs) {
      const auto found = made.find(file.name);
      if (found == made.end()) {
        differ("verify-output-gone", {file.name});
        continue;
      }
      if (sha256_hex(*found->second) != file.sha256) differ("verify-output-differs", {file.name});
      const std::optional<std::string> beside = bytes_of(folder_ / file.name);
      if (beside && sha256_hex(*beside) != file.sha256)
        differ("verify-output-changed", {file.name, (folder_ / file.name).string()});
      made.erase(found);
    }
    for (const auto& [name, content] : made) differ("verify-output-unlisted", {name});
  }

  fs::path folder_;
  ReadReceipt receipt_;
  const VerifyOptions& options_;
  std::string columns_;  ///< the column file, where that is the input
  std::vector<Diagnostic> differences_;
};

}  // namespace

Result<Verification> verify(const std::string& path, const VerifyOptions& options) {
  const std::optional<std::string> text = bytes_of(path);
  if (!text) return Diagnostic{"receipt-unreadable", {}, {path, "the file cannot be read"}};
  Result<ReadReceipt> receipt = read_receipt(path, *text);
  if (!receipt.ok()) return receipt.diagnostics();
  return Verification{Verifier(fs::path(path).parent_path(), std::move(receipt).value(), options).run()};
}

}  // namespace cwp
