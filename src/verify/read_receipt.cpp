#include "verify/read_receipt.hpp"

#include <nlohmann/json.hpp>

namespace cwp {
namespace {

using Json = nlohmann::json;

/// What a receipt lacks; inside this file only.
struct Unreadable {
  std::string what;
};

const Json& member(const Json& json, const char* key) {
  if (!json.is_object() || !json.contains(key)) throw Unreadable{std::string("there is no '") + key + "'"};
  return json[key];
}

std::string text(const Json& json, const char* key) {
  const Json& value = member(json, key);
  if (!value.is_string()) throw Unreadable{std::string("'") + key + "' is no text"};
  return value.get<std::string>();
}

bool flag(const Json& json, const char* key) {
  const Json& value = member(json, key);
  if (!value.is_boolean()) throw Unreadable{std::string("'") + key + "' is neither true nor false"};
  return value.get<bool>();
}

const Json& list(const Json& json, const char* key) {
  const Json& value = member(json, key);
  if (!value.is_array()) throw Unreadable{std::string("'") + key + "' is no list"};
  return value;
}

DayRange range(const Json& json, const char* key) {
  const Json& value = member(json, key);
  const std::optional<Day> from = Day::parse(text(value, "from")), to = Day::parse(text(value, "to"));
  if (!from || !to || *to < *from) throw Unreadable{std::string("'") + key + "' is no range of days"};
  return {*from, *to};
}

/// What a name of a dialect stands for; `null` is what was detected.
template <class Kind>
Kind told(const Json& json, const char* key, std::optional<Kind> (*parse)(std::string_view)) {
  if (member(json, key).is_null()) return Kind::detect;
  const std::optional<Kind> kind = parse(text(json, key));
  if (!kind) throw Unreadable{std::string("there is no ") + key + " " + json[key].dump()};
  return *kind;
}

ReadReceipt receipt(const Json& json) {
  ReadReceipt result;
  result.version = text(json, "cwp");
  const Json& rulebook = member(json, "rulebook");
  result.rulebook = {text(rulebook, "file"), text(rulebook, "sha256"), ""};
  if (rulebook.contains("extends"))
    for (const Json& base : list(rulebook, "extends"))
      result.bases.push_back({text(base, "file"), text(base, "sha256"), ""});
  for (const Json& input : list(json, "inputs")) {
    // An input that could not be read again has no digest; it differs from every file.
    const bool known = member(input, "sha256").is_string();
    result.inputs.push_back({text(input, "file"), known ? text(input, "sha256") : "", text(input, "holds")});
  }
  for (const Json& output : list(json, "outputs"))
    result.outputs.push_back({text(output, "file"), text(output, "sha256"), ""});
  const Json& dialect = member(json, "dialect");
  result.dialect.encoding = told(dialect, "encoding", parse_encoding);
  result.dialect.delimiter = told(dialect, "delimiter", parse_delimiter);
  result.span = range(json, "span");
  if (!member(json, "known_at").is_null()) {
    result.known_at = Day::parse(text(json, "known_at"));
    if (!result.known_at) throw Unreadable{"'known_at' is no date"};
  }
  const Json& options = member(json, "options");
  if (!member(options, "window").is_null()) result.options.window = range(options, "window");
  for (const Json& name : list(options, "grains")) {
    const std::optional<Grain> grain = parse_grain(name.is_string() ? name.get<std::string>() : "");
    if (!grain) throw Unreadable{"there is no grain " + name.dump()};
    result.options.grains.push_back(*grain);
  }
  result.options.provisional = flag(options, "provisional");
  result.options.strict = flag(options, "strict");
  const Json& output = member(json, "output");
  const std::optional<OutputFormat> format = parse_output_format(text(output, "format"));
  if (!format) throw Unreadable{"there is no format " + output["format"].dump()};
  result.output.format = *format;
  result.output.details = flag(output, "details");
  if (!member(output, "language").is_null())
    result.output.language = text(output, "language") == "zh" ? Language::zh : Language::en;
  if (output.contains("bom")) result.output.bom = flag(output, "bom");
  if (!output.contains("tables")) return result;
  for (const Json& name : list(output, "tables")) {
    const std::optional<OutputTable> table = parse_output_table(name.is_string() ? name.get<std::string>() : "");
    if (!table) throw Unreadable{"there is no table " + name.dump()};
    result.output.tables.push_back(*table);
  }
  return result;
}

}  // namespace

Result<ReadReceipt> read_receipt(const std::string& path, const std::string& text) {
  const auto unreadable = [&](std::string what) {
    return Diagnostic{"receipt-unreadable", {}, {path, std::move(what)}};
  };
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return unreadable("it is no JSON");
  try {
    return receipt(json);
  } catch (const Unreadable& lack) {
    return unreadable(lack.what);
  }
}

}  // namespace cwp
