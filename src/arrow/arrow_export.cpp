#include "arrow/arrow_export.hpp"

#include <array>
#include <memory>

namespace cwp {
namespace {

/// What is behind an array or schema: its own values, and the children until somebody moves them out.
template <class Structure>
struct Exports {
  std::vector<Structure> children;
  std::vector<Structure*> places;
  std::string format, name;                 ///< of a schema
  ArrowValues values;                       ///< of an array
  std::array<const void*, 3> buffers = {};  ///< of an array

  void hold(std::vector<Structure> given) {
    children = std::move(given);
    for (Structure& child : children) places.push_back(&child);
  }
};

template <class Structure>
void release_export(Structure* released) {
  const std::unique_ptr<Exports<Structure>> behind(static_cast<Exports<Structure>*>(released->private_data));
  for (Structure& child : behind->children)
    if (child.release != nullptr) child.release(&child);
  released->release = nullptr;
}

ArrowSchema schema_of(std::string format, std::string name, std::int64_t flags, std::vector<ArrowSchema> children) {
  auto behind = std::make_unique<Exports<ArrowSchema>>();
  behind->format = std::move(format);
  behind->name = std::move(name);
  behind->hold(std::move(children));
  ArrowSchema schema{};
  schema.format = behind->format.c_str();
  schema.name = behind->name.c_str();
  schema.flags = flags;
  schema.n_children = std::int64_t(behind->children.size());
  schema.children = behind->places.data();
  schema.release = release_export<ArrowSchema>;
  schema.private_data = behind.release();
  return schema;
}

ArrowArray array_of(ArrowValues values) {
  auto behind = std::make_unique<Exports<ArrowArray>>();
  behind->values = std::move(values);
  const ArrowValues& column = behind->values;
  ArrowArray array{};
  array.length = std::int64_t(column.rows);
  array.null_count = std::int64_t(column.nulls);
  array.n_buffers = column.kind == CellKind::text ? 3 : 2;
  behind->buffers[0] = column.nulls > 0 ? column.has_value.data() : nullptr;
  switch (column.kind) {
    case CellKind::text:
      behind->buffers[1] = column.ends.data();
      behind->buffers[2] = column.characters.data();
      break;
    case CellKind::figure:
      behind->buffers[1] = column.figures.data();
      break;
    case CellKind::truth:
      behind->buffers[1] = column.truths.data();
      break;
    case CellKind::number:
      behind->buffers[1] = column.numbers.data();
      break;
  }
  array.buffers = behind->buffers.data();
  array.release = release_export<ArrowArray>;
  array.private_data = behind.release();
  return array;
}

ArrowArray record_array(std::size_t rows, std::vector<ArrowArray> children) {
  auto behind = std::make_unique<Exports<ArrowArray>>();
  behind->hold(std::move(children));
  ArrowArray array{};
  array.length = std::int64_t(rows);
  array.n_buffers = 1;
  array.n_children = std::int64_t(behind->children.size());
  array.buffers = behind->buffers.data();
  array.children = behind->places.data();
  array.release = release_export<ArrowArray>;
  array.private_data = behind.release();
  return array;
}

}  // namespace

void export_arrow(std::vector<ArrowValues> columns, std::size_t rows, ArrowArray* array, ArrowSchema* schema) {
  std::vector<ArrowSchema> schemas;
  std::vector<ArrowArray> arrays;
  schemas.reserve(columns.size());
  arrays.reserve(columns.size());
  for (ArrowValues& column : columns) {
    schemas.push_back(schema_of(column.format(), column.name, ARROW_FLAG_NULLABLE, {}));
    arrays.push_back(array_of(std::move(column)));
  }
  *schema = schema_of("+s", "", 0, std::move(schemas));
  *array = record_array(rows, std::move(arrays));
}

}  // namespace cwp
