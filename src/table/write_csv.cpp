// The tables of results as CSV.

#include "cwp/write.hpp"
#include "table/csv_text.hpp"
#include "table/result_rows.hpp"

namespace cwp {
namespace {

class CsvResult : public ResultText {
 public:
  void columns(const std::vector<ResultColumn>& columns, std::string_view, std::size_t, std::size_t) override {
    csv_.emplace(names_of(columns));
  }
  void text(std::string_view text) override { csv_->cell(text); }
  void figure(const std::optional<Decimal>& figure) override { csv_->cell(figure); }
  void truth(bool truth) override { csv_->cell(truth ? "true" : "false"); }
  void number(std::uint32_t number) override { csv_->cell(number > 0 ? std::to_string(number) : std::string()); }
  void list(const std::vector<std::string_view>& texts) override {
    std::string joined;
    for (const std::string_view text : texts) joined += (joined.empty() ? "" : ";") + std::string(text);
    csv_->cell(joined);
  }
  void text_about(std::string_view text, std::string_view between, std::string_view, std::string_view about) override {
    std::string whole(text);
    if (!about.empty()) whole += std::string(between) + std::string(about);
    csv_->cell(whole);
  }
  void end_row() override { csv_->end_row(); }

  std::string take() { return std::move(*csv_).take(); }

 private:
  std::optional<CsvText> csv_;
};

template <class Put>
std::string csv_of(Put put) {
  CsvResult csv;
  put(csv);
  return csv.take();
}

}  // namespace

std::string to_csv(const ScoreTable& table, const Scores& scores) {
  return csv_of([&](ResultText& out) { put_rows(out, table, scores); });
}
std::string parts_to_csv(const ScoreTable& table, const Scores& scores) {
  return csv_of([&](ResultText& out) { put_parts(out, table, scores); });
}
std::string standing_to_csv(const ScoreTable& table, const Scores& scores) {
  return csv_of([&](ResultText& out) { put_standing(out, table, scores); });
}
std::string to_csv(const RankingTable& table, const Scores& scores) {
  return csv_of([&](ResultText& out) { put_rows(out, table, scores); });
}
std::string grades_to_csv(const Scores& scores) {
  return csv_of([&](ResultText& out) { put_grades(out, scores); });
}
std::string awards_to_csv(const Scores& scores) {
  return csv_of([&](ResultText& out) { put_awards(out, scores); });
}
std::string expectations_to_csv(const Scores& scores) {
  return csv_of([&](ResultText& out) { put_expectations(out, scores); });
}
std::string issues_to_csv(const Scores& scores) {
  return csv_of([&](ResultText& out) { put_issues(out, scores); });
}

}  // namespace cwp
