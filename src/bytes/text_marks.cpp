#include "bytes/text_marks.hpp"

#include "kernel/choose_isa.hpp"
#include "row/parts.hpp"

namespace cwp {

TextMarks& TextMarks::operator+=(const TextMarks& other) {
  ascii = ascii && other.ascii;
  zeros = zeros || other.zeros;
  quotes = quotes || other.quotes;
  returns = returns || other.returns;
  feeds += other.feeds;
  return *this;
}

TextMarks marks_in(std::string_view text) {
  const ByteKinds kinds = field_unit_for(Isa::best).kinds(text.data(), text.size());
  return {!kinds.high, kinds.zeros, kinds.quotes, kinds.returns, kinds.feeds};
}

std::vector<TextPart> parts_of(std::string_view text, std::size_t begin, std::size_t size, int threads,
                               Sha256* digest) {
  std::vector<TextPart> parts;
  for (; begin < text.size(); begin = parts.back().end) {
    std::size_t end = text.size();
    if (text.size() - begin > size) {
      const std::size_t found = text.find('\n', begin + size);
      end = found == std::string_view::npos ? text.size() : found + 1;
    }
    parts.push_back({begin, end, {}});
  }
  for_each_part(parts.size(), threads, [&](std::size_t i) {
    const std::string_view part = text.substr(parts[i].begin, parts[i].end - parts[i].begin);
    if (threads <= 1 && digest != nullptr) digest->add(part);
    parts[i].marks = marks_in(part);
  });
  return parts;
}

TextMarks marks_of(const std::vector<TextPart>& parts) {
  TextMarks marks;
  for (const TextPart& part : parts) marks += part.marks;
  return marks;
}

}  // namespace cwp
