#include "arrow/arrow_batch.hpp"

#include <limits>

namespace cwp {
namespace {

bool is_released(const ArrowArray& array, const ArrowSchema& schema) {
  return array.release == nullptr || schema.release == nullptr || schema.format == nullptr;
}

/// Makes the columns of a batch, and keeps what is wrong with them.
class BatchReader {
 public:
  explicit BatchReader(ArrowBatchState& batch) : batch_(batch) {}

  std::vector<Diagnostic> read() {
    const ArrowArray& array = batch_.array;
    const ArrowSchema& schema = batch_.schema;
    const ArrowType type = arrow_type(schema.format);
    if (array.length < 0 || array.offset < 0) {
      report(schema);
      return std::move(problems_);
    }
    batch_.rows = std::size_t(array.length);
    if (type.kind != ArrowKind::record) {
      add(array, schema, 0, {});
      return std::move(problems_);
    }
    if (!has_shape(array, schema, type) || array.n_children != schema.n_children || array.n_children < 0 ||
        (array.n_children > 0 && (array.children == nullptr || schema.children == nullptr))) {
      report(schema);
      return std::move(problems_);
    }
    const std::vector<ArrowColumn::Bits> around = bits_of(array, array.offset);
    for (std::int64_t i = 0; i < array.n_children; ++i)
      if (array.children[i] == nullptr || schema.children[i] == nullptr || schema.children[i]->format == nullptr)
        report(schema);
      else
        add(*array.children[i], *schema.children[i], array.offset, around);
    return std::move(problems_);
  }

 private:
  static std::string text_of(const char* text) { return text == nullptr ? "" : text; }

  void report(const ArrowSchema& schema) {
    problems_.push_back(malformed_arrow(text_of(schema.name), text_of(schema.format)));
  }

  static bool has_shape(const ArrowArray& array, const ArrowSchema& schema, const ArrowType& type) {
    if (array.length < 0 || array.offset < 0 || array.offset > std::numeric_limits<std::int64_t>::max() - array.length)
      return false;
    if ((array.dictionary == nullptr) != (schema.dictionary == nullptr)) return false;
    const bool more = type.kind == ArrowKind::text_view || type.kind == ArrowKind::other;
    if (more ? array.n_buffers < type.least_buffers : array.n_buffers != type.least_buffers) return false;
    if (array.n_buffers > 0 && array.buffers == nullptr) return false;
    const bool filled = array.length > 0 && type.kind != ArrowKind::other;
    return !filled || type.least_buffers < 2 || array.buffers[1] != nullptr;
  }

  static std::vector<ArrowColumn::Bits> bits_of(const ArrowArray& array, std::int64_t first) {
    if (array.null_count == 0 || array.n_buffers == 0 || array.buffers[0] == nullptr) return {};
    return {{static_cast<const std::uint8_t*>(array.buffers[0]), first}};
  }

  /// A column whose rows are `rows` values behind the `skipped` first ones; nothing where it is not as its format says.
  std::optional<ArrowColumn> column(const ArrowArray& array, const ArrowSchema& schema, std::int64_t skipped,
                                    std::size_t rows) {
    ArrowColumn made;
    made.name = text_of(schema.name);
    made.format = text_of(schema.format);
    made.type = arrow_type(made.format);
    made.array = &array;
    made.rows = rows;
    if (!has_shape(array, schema, made.type) || array.length < skipped ||
        std::uint64_t(array.length - skipped) < rows) {
      report(schema);
      return std::nullopt;
    }
    made.first = array.offset + skipped;
    // Kinds that are not read here may keep no bitmap in front.
    if (made.type.kind != ArrowKind::other) made.validity = bits_of(array, made.first);
    if (array.dictionary == nullptr) return made;
    if (!made.type.is_whole() || schema.dictionary->format == nullptr || array.dictionary->dictionary != nullptr ||
        array.dictionary->length < 0) {
      report(schema);
      return std::nullopt;
    }
    auto values = column(*array.dictionary, *schema.dictionary, 0, std::size_t(array.dictionary->length));
    if (!values) return std::nullopt;
    made.dictionary.push_back(std::move(*values));
    return made;
  }

  void add(const ArrowArray& array, const ArrowSchema& schema, std::int64_t skipped,
           const std::vector<ArrowColumn::Bits>& around) {
    auto made = column(array, schema, skipped, batch_.rows);
    if (!made) return;
    made->validity.insert(made->validity.end(), around.begin(), around.end());
    batch_.names.push_back(made->name);
    batch_.columns.push_back(std::move(*made));
  }

  ArrowBatchState& batch_;
  std::vector<Diagnostic> problems_;
};

Diagnostic released_arrow() { return {"arrow-released"}; }

}  // namespace

Diagnostic malformed_arrow(std::string_view name, std::string_view format) {
  return {"arrow-malformed", {}, {std::string(name), std::string(format)}};
}

bool ArrowColumn::is_null(std::size_t row) const {
  if (type.kind == ArrowKind::null) return true;
  for (const Bits& one : validity) {
    const auto at = std::uint64_t(one.first) + row;
    if ((one.bits[at / 8] >> (at % 8) & 1) == 0) return true;
  }
  return false;
}

const unsigned char* ArrowColumn::values() const {
  if (rows == 0) return nullptr;
  return static_cast<const unsigned char*>(array->buffers[1]) + std::size_t(first) * type.width;
}

bool ArrowColumn::truth(std::size_t row) const {
  const auto at = std::uint64_t(first) + row;
  return (static_cast<const std::uint8_t*>(array->buffers[1])[at / 8] >> (at % 8) & 1) != 0;
}

std::optional<std::int64_t> ArrowColumn::whole(std::size_t row) const {
  switch (type.kind) {
    case ArrowKind::i8:
      return value<std::int8_t>(row);
    case ArrowKind::u8:
      return value<std::uint8_t>(row);
    case ArrowKind::i16:
      return value<std::int16_t>(row);
    case ArrowKind::u16:
      return value<std::uint16_t>(row);
    case ArrowKind::i32:
      return value<std::int32_t>(row);
    case ArrowKind::u32:
      return value<std::uint32_t>(row);
    case ArrowKind::u64: {
      const auto large = value<std::uint64_t>(row);
      if (large > std::uint64_t(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
      return std::int64_t(large);
    }
    default:
      return value<std::int64_t>(row);
  }
}

ArrowBatchState::~ArrowBatchState() {
  if (!owned) return;
  if (array.release != nullptr) array.release(&array);
  if (schema.release != nullptr) schema.release(&schema);
}

Result<ArrowBatch> ArrowBatch::take(ArrowArray* array, ArrowSchema* schema) {
  if (array == nullptr || schema == nullptr) {
    if (array != nullptr && array->release != nullptr) array->release(array);
    if (schema != nullptr && schema->release != nullptr) schema->release(schema);
    return released_arrow();
  }
  // Moved as the interface says: copied, and the source marked as released.
  auto state = std::make_shared<ArrowBatchState>(*array, *schema, true);
  array->release = nullptr;
  schema->release = nullptr;
  if (is_released(state->array, state->schema)) return released_arrow();
  std::vector<Diagnostic> problems = BatchReader(*state).read();
  if (!problems.empty()) return problems;
  return ArrowBatch(std::move(state));
}

Result<ArrowBatch> ArrowBatch::borrow(const ArrowArray& array, const ArrowSchema& schema) {
  if (is_released(array, schema)) return released_arrow();
  auto state = std::make_shared<ArrowBatchState>(array, schema, false);
  std::vector<Diagnostic> problems = BatchReader(*state).read();
  if (!problems.empty()) return problems;
  return ArrowBatch(std::move(state));
}

std::size_t ArrowBatch::rows() const { return state_->rows; }
const std::vector<std::string>& ArrowBatch::names() const { return state_->names; }

}  // namespace cwp
