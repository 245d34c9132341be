// Arrow's record batches in and out, by the C Data Interface: what pyarrow, polars, DuckDB or a database driver hands
// over is scored where it lies, and results go back as decimals. No library of Arrow's is needed.
#include <array>
#include <cinttypes>
#include <cstdio>
#include "cwp/arrow.hpp"
#include "cwp/cwp.hpp"

constexpr const char* kRules = R"yaml(cwp: 1
id: from-arrow
metrics:
  visits: {per: month, fold: sum, type: u16}
  satisfaction: {per: month, fold: last, range: [0, 100], decimals: 1}
categories:
  - id: people
    full: 20
    items:
      - {id: visiting, per: month, full: 10, target: {of: visits, at: 40, better: more}}
      - {id: content, per: month, full: 10, points: satisfaction / 10, if_missing: zero}
assessments: {month: {}}
)yaml";

// A batch of three officers, as whoever exports one lays it out. Here it lies in memory that stays, so that its release
// has nothing to free; the real one comes from `batch._export_to_c(array, schema)` or the like.
struct Exporter {
  std::array<std::int32_t, 4> key_ends = {0, 3, 6, 9};
  std::array<std::uint16_t, 3> visits = {38, 30, 41};
  std::array<std::int64_t, 3> satisfaction = {915, 882, 0};  // decimals of one place
  unsigned char has_satisfaction = 0b011;                    // eve has none
  std::array<std::array<const void*, 3>, 4> buffers = {{{nullptr, key_ends.data(), "annbobeve"},
                                                        {nullptr, visits.data(), nullptr},
                                                        {&has_satisfaction, satisfaction.data(), nullptr},
                                                        {nullptr, nullptr, nullptr}}};
  std::array<ArrowArray, 3> columns = {array(3, buffers[0]), array(2, buffers[1]), array(2, buffers[2])};
  std::array<ArrowSchema, 3> types = {type("u", "officer"), type("S", "visits"), type("d:18,1,64", "satisfaction")};
  std::array<ArrowArray*, 3> column_places = {&columns[0], &columns[1], &columns[2]};
  std::array<ArrowSchema*, 3> type_places = {&types[0], &types[1], &types[2]};

  static ArrowArray array(std::int64_t buffer_count, std::array<const void*, 3>& buffers) {
    return {
        3,      -1, 0, buffer_count, 0, buffers.data(), nullptr, nullptr, [](ArrowArray* it) { it->release = nullptr; },
        nullptr};
  }
  static ArrowSchema type(const char* format, const char* name) {
    return {format, name,    nullptr, ARROW_FLAG_NULLABLE,
            0,      nullptr, nullptr, [](ArrowSchema* it) { it->release = nullptr; },
            nullptr};
  }
  void export_to(ArrowArray* batch, ArrowSchema* schema) {
    *batch = array(1, buffers[3]);
    batch->n_children = 3;
    batch->children = column_places.data();
    *schema = type("+s", "");
    schema->n_children = 3;
    schema->children = type_places.data();
  }
};

int main() try {
  const auto rules = cwp::load_and_check(cwp::Source("from-arrow.yaml", kRules)).value();
  const auto march = cwp::Period::parse("2026-03", rules.calendar()).value();
  Exporter exporter;
  ArrowArray array;
  ArrowSchema schema;
  exporter.export_to(&array, &schema);

  // Both are taken over: they are released when the last of batch, builder, data and scores goes.
  const auto batch = cwp::ArrowBatch::take(&array, &schema).value();
  cwp::ColumnsBuilder builder(rules, batch.rows());
  cwp::add_batch(builder, batch, march);  // columns by their names; or set_keys, set_attribute, add_figures one by one
  const auto data = builder.finish().value();
  const auto scores = cwp::score(cwp::compile(rules), data, march).value();

  // The table as a batch, for whoever reads Arrow: pyarrow.RecordBatch._import_from_c(&array, &schema).
  cwp::to_arrow(*scores.table(cwp::Grain::month), scores, &array, &schema);
  for (std::int64_t i = 0; i < schema.n_children; ++i)
    std::printf("%s: %s, %" PRId64 " of %" PRId64 " null\n", schema.children[i]->name, schema.children[i]->format,
                array.children[i]->null_count, array.length);
  const auto* totals = static_cast<const std::int64_t*>(array.children[5]->buffers[1]);  // 128 bits, the low half first
  for (std::int64_t i = 0; i < array.length; ++i) std::printf("%" PRId64 " hundredths\n", totals[2 * i]);
  array.release(&array);
  schema.release(&schema);
} catch (const cwp::Error& error) {
  std::fputs(error.what(), stderr);
  return 1;
}
