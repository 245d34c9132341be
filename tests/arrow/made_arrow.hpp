#pragma once
// Arrow arrays made by hand, as an exporter hands them over: each release frees what its array holds, and counts.

#include <cstring>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "cwp/arrow.hpp"

namespace cwp {

/// How often the release of what was handed over has been called.
struct Releases {
  int arrays = 0, schemas = 0;
};

using Bytes = std::vector<std::uint8_t>;  // exactly as long as it must be, so that a sanitizer sees who reads beyond

template <class T>
Bytes bytes(std::initializer_list<T> values) {
  Bytes made(values.size() * sizeof(T));
  std::size_t at = 0;
  for (const T& value : values) std::memcpy(made.data() + sizeof(T) * at++, &value, sizeof(T));
  return made;
}
/// `110`: the first bits of a bitmap.
inline Bytes bits(std::string_view text) {
  Bytes made((text.size() + 7) / 8);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '1') made[i / 8] = std::uint8_t(made[i / 8] | 1U << (i % 8));
  return made;
}

/// An array with its schema. What nobody took over is released at the end.
class Exported {
 public:
  Exported(const char* format, std::string name, std::int64_t length, std::vector<Bytes> buffers,
           std::int64_t offset = 0, std::int64_t null_count = -1) {
    auto* array_memory = new ArrayMemory;
    array_memory->buffers = std::move(buffers);
    for (const Bytes& one : array_memory->buffers) array_memory->places.push_back(one.empty() ? nullptr : one.data());
    array = {length,
             null_count,
             offset,
             std::int64_t(array_memory->places.size()),
             0,
             array_memory->places.data(),
             nullptr,
             nullptr,
             release_array,
             array_memory};
    auto* schema_memory = new SchemaMemory;
    schema_memory->format = format;
    schema_memory->name = std::move(name);
    schema = {schema_memory->format.c_str(),
              schema_memory->name.c_str(),
              nullptr,
              ARROW_FLAG_NULLABLE,
              0,
              nullptr,
              nullptr,
              release_schema,
              schema_memory};
  }
  Exported(Exported&& other) noexcept : array(other.array), schema(other.schema) {
    other.array.release = nullptr;
    other.schema.release = nullptr;
  }
  Exported& operator=(Exported&&) = delete;
  ~Exported() {
    if (array.release != nullptr) array.release(&array);
    if (schema.release != nullptr) schema.release(&schema);
  }

  /// A child, where this is a struct.
  Exported with(Exported child) && {
    auto* arrays = memory_of(array);
    auto* schemas = memory_of(schema);
    arrays->children.push_back(std::make_unique<ArrowArray>(child.array));
    schemas->children.push_back(std::make_unique<ArrowSchema>(child.schema));
    child.array.release = nullptr;
    child.schema.release = nullptr;
    arrays->child_places.push_back(arrays->children.back().get());
    schemas->child_places.push_back(schemas->children.back().get());
    array.children = arrays->child_places.data();
    schema.children = schemas->child_places.data();
    array.n_children = schema.n_children = std::int64_t(arrays->children.size());
    return std::move(*this);
  }
  /// The values that this holds numbers of.
  Exported of(Exported values) && {
    memory_of(array)->dictionary = std::make_unique<ArrowArray>(values.array);
    memory_of(schema)->dictionary = std::make_unique<ArrowSchema>(values.schema);
    values.array.release = nullptr;
    values.schema.release = nullptr;
    array.dictionary = memory_of(array)->dictionary.get();
    schema.dictionary = memory_of(schema)->dictionary.get();
    return std::move(*this);
  }
  Exported counted(Releases& releases) && {
    memory_of(array)->releases = &releases;
    memory_of(schema)->releases = &releases;
    return std::move(*this);
  }

  ArrowBatch taken() && { return ArrowBatch::take(&array, &schema).value(); }

  ArrowArray array;
  ArrowSchema schema;

 private:
  template <class Structure>
  struct Memory {
    std::vector<std::unique_ptr<Structure>> children;
    std::vector<Structure*> child_places;
    std::unique_ptr<Structure> dictionary;
    Releases* releases = nullptr;

    void release_parts() {
      for (const auto& child : children)
        if (child->release != nullptr) child->release(child.get());
      if (dictionary && dictionary->release != nullptr) dictionary->release(dictionary.get());
    }
  };
  struct ArrayMemory : Memory<ArrowArray> {
    std::vector<Bytes> buffers;
    std::vector<const void*> places;
  };
  struct SchemaMemory : Memory<ArrowSchema> {
    std::string format, name;
  };
  static ArrayMemory* memory_of(const ArrowArray& of) { return static_cast<ArrayMemory*>(of.private_data); }
  static SchemaMemory* memory_of(const ArrowSchema& of) { return static_cast<SchemaMemory*>(of.private_data); }
  static void release_array(ArrowArray* released) {
    ArrayMemory* const memory = memory_of(*released);
    memory->release_parts();
    if (memory->releases != nullptr) ++memory->releases->arrays;
    delete memory;
    released->release = nullptr;
  }
  static void release_schema(ArrowSchema* released) {
    SchemaMemory* const memory = memory_of(*released);
    memory->release_parts();
    if (memory->releases != nullptr) ++memory->releases->schemas;
    delete memory;
    released->release = nullptr;
  }
};

/// Values of a width, without nulls.
template <class T>
Exported column_of(const char* format, const char* name, std::initializer_list<T> values) {
  return {format, name, std::int64_t(values.size()), {{}, bytes(values)}};
}
/// utf8 without nulls.
inline Exported texts_of(const char* name, const std::vector<std::string>& texts) {
  std::vector<std::int32_t> places = {0};
  Bytes characters;
  for (const std::string& text : texts) {
    characters.insert(characters.end(), text.begin(), text.end());
    places.push_back(std::int32_t(characters.size()));
  }
  Bytes place_bytes(places.size() * 4);
  std::memcpy(place_bytes.data(), places.data(), place_bytes.size());
  return {"u", name, std::int64_t(texts.size()), {{}, std::move(place_bytes), std::move(characters)}};
}
inline Exported record_of(std::int64_t rows, std::int64_t offset = 0, Bytes validity = {}) {
  return {"+s", "", rows, {std::move(validity)}, offset};
}

}  // namespace cwp
