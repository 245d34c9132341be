// What arrow_trial.py calls: a batch in by its columns' names, a table of results out, and what the CSV says of it.

#include <cstring>
#include <string>

#include "cwp/arrow.hpp"
#include "cwp/cwp.hpp"

namespace {

void put(const std::string& text, char* out, std::size_t size) {
  std::strncpy(out, text.c_str(), size - 1);
  out[size - 1] = '\0';
}

}  // namespace

/// 0: the batch was scored, `out` is the month's table (or its parts) and `text` its CSV; 1: `text` says why not.
extern "C" int arrow_door(const char* rulebook, const char* month, bool parts, ArrowArray* array, ArrowSchema* schema,
                          ArrowArray* out, ArrowSchema* out_schema, char* text, std::size_t size) try {
  const auto rules = cwp::load_and_check(cwp::Source("rules.yaml", rulebook)).value();
  const auto period = cwp::Period::parse(month, rules.calendar()).value();
  const auto batch = cwp::ArrowBatch::take(array, schema).value();
  cwp::ColumnsBuilder builder(rules, batch.rows());
  cwp::add_batch(builder, batch, period);
  const auto scores = cwp::score(cwp::compile(rules), builder.finish().value(), period).value();
  const cwp::ScoreTable& table = *scores.table(cwp::Grain::month);
  if (parts)
    cwp::parts_to_arrow(table, scores, out, out_schema);
  else
    cwp::to_arrow(table, scores, out, out_schema);
  put(parts ? cwp::parts_to_csv(table, scores) : cwp::to_csv(table, scores), text, size);
  return 0;
} catch (const cwp::Error& error) {
  put(error.what(), text, size);
  return 1;
}
