#include "table/json_text.hpp"

#include <nlohmann/json.hpp>

namespace cwp {
namespace {

std::string or_null(std::string_view text) { return text.empty() ? "null" : json_string(text); }

}  // namespace

std::string json_string(std::string_view text) {
  return nlohmann::json(std::string(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

JsonText::JsonText(const std::vector<std::pair<std::string, std::string>>& head) {
  text_ = "{\n";
  for (const auto& [name, json] : head) text_ += "  " + json_string(name) + ": " + json + ",\n";
  text_ += "  \"rows\": [";
}

void JsonText::columns(const std::vector<ResultColumn>& columns, std::string_view group, std::size_t first,
                       std::size_t last) {
  const bool grouped = first < last;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::string before = grouped && i == last ? "}" : "";
    if (i > 0) before += ", ";
    if (grouped && i == first) before += json_string(group) + ": {";
    before_.push_back(before + json_string(columns[i].name) + ": ");
  }
  // A group of the last columns ends with the row.
  after_ = grouped && last == columns.size() ? "}" : "";
}

void JsonText::value(std::string_view json) {
  if (column_ == 0) text_ += any_ ? ",\n    {" : "\n    {";
  any_ = true;
  text_ += before_[column_++];
  text_ += json;
}

void JsonText::text(std::string_view text) { value(or_null(text)); }
void JsonText::figure(const std::optional<Decimal>& figure) {
  value(figure ? '"' + figure->to_text() + '"' : std::string("null"));
}
void JsonText::truth(bool truth) { value(truth ? "true" : "false"); }
void JsonText::number(std::uint32_t number) { value(number > 0 ? std::to_string(number) : "null"); }

void JsonText::list(const std::vector<std::string_view>& texts) {
  std::string json = "[";
  for (const std::string_view text : texts) json += (json.size() > 1 ? ", " : "") + json_string(text);
  value(json + "]");
}

void JsonText::text_about(std::string_view text, std::string_view, std::string_view name, std::string_view about) {
  value(or_null(text));
  text_ += ", " + json_string(name) + ": " + or_null(about);
}

void JsonText::end_row() {
  text_ += after_ + '}';
  column_ = 0;
}

std::string JsonText::take() && { return std::move(text_) + (any_ ? "\n  ]\n}\n" : "]\n}\n"); }

}  // namespace cwp
