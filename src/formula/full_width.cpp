// Full-width and typographic characters: an input method leaves them behind, and they look like what is meant.

#include <utf8proc.h>

#include <optional>

#include "formula/token.hpp"

namespace cwp {
namespace {

struct Replacement {
  utf8proc_int32_t character;
  std::string_view typed;
};

constexpr Replacement kReplacements[] = {
    {0x3000, " "},  {0x00A0, " "},  {0x3001, ","},  {0x3010, "["},  {0x3011, "]"},
    {0x00D7, "*"},  {0x00F7, "/"},  {0x2212, "-"},  {0x2013, "-"},  {0x2192, "->"},
    {0x2264, "<="}, {0x2265, ">="}, {0x2266, "<="}, {0x2267, ">="}, {0x2260, "!="},
};

/// What is typed instead of a character; nothing when it may stay.
std::optional<std::string> typed_for(utf8proc_int32_t character) {
  if (character >= 0x2018 && character <= 0x201F) return "'";
  if (character >= 0xFF01 && character <= 0xFF5E) return std::string(1, static_cast<char>(character - 0xFEE0));
  for (const Replacement& row : kReplacements) {
    if (row.character == character) return std::string(row.typed);
  }
  return std::nullopt;
}

struct Character {
  utf8proc_int32_t code = -1;  // -1: not UTF-8
  std::size_t size = 1;
};
Character character_at(std::string_view text, std::size_t at) {
  Character found;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &found.code);
  if (size > 0) {
    found.size = static_cast<std::size_t>(size);
  } else {
    found.code = -1;
  }
  return found;
}

bool is_double_quote(const Character& character) {
  return (character.code >= 0x201C && character.code <= 0x201F) || character.code == 0xFF02;
}

/// Whether a whole formula stands in full-width double quotes: `“min(visits, 10)”`. They are meant for YAML.
bool stands_in_quotes(std::string_view all) {
  if (all.size() < 7 || !is_double_quote(character_at(all, 0)) || !is_double_quote(character_at(all, all.size() - 3)))
    return false;
  for (std::size_t at = 3; at < all.size() - 3; at += character_at(all, at).size)
    if (is_double_quote(character_at(all, at))) return false;
  return true;
}

}  // namespace

PlainText replace_full_width(const SourceText& text, std::vector<Diagnostic>& diagnostics) {
  PlainText plain{{}, &text, {}};
  const std::string_view all = text.text;
  const bool in_quotes = stands_in_quotes(all);
  const std::size_t last_quote = all.rfind('\'');
  enum class Inside { formula, plain_text, full_width_text } inside = Inside::formula;
  for (std::size_t at = 0; at < all.size();) {
    const Character here = character_at(all, at);
    const std::size_t next = at + here.size;
    if (in_quotes && (at == 0 || next == all.size())) {
      diagnostics.push_back(
          {"full-width-character", text.place(at, next), {std::string(all.substr(at, here.size)), "\""}, {}});
      plain.text += ' ';
      plain.origins.push_back(static_cast<std::uint32_t>(at));
      at = next;
      continue;
    }
    // A text that was opened by ' ends with ', unless none follows: then a full-width quote was meant to end it.
    const bool closable = last_quote != std::string_view::npos && last_quote >= at;
    const bool quote = here.code == '\'';
    const auto typed = here.code > 0x7F ? typed_for(here.code) : std::nullopt;
    const bool wide_quote = typed && *typed == "'";
    const bool replace =
        typed && (inside == Inside::formula || (wide_quote && (inside == Inside::full_width_text || !closable)));
    if (replace) {
      diagnostics.push_back({"full-width-character",
                             text.place(at, next),
                             {std::string(all.substr(at, here.size)), *typed == " " ? "␣" : *typed},
                             {}});
      plain.text += *typed;
      plain.origins.insert(plain.origins.end(), typed->size(), static_cast<std::uint32_t>(at));
    } else {
      plain.text += all.substr(at, here.size);
      for (std::size_t i = at; i < next; ++i) plain.origins.push_back(static_cast<std::uint32_t>(i));
    }
    if (quote || (replace && wide_quote)) {
      inside = inside != Inside::formula ? Inside::formula : quote ? Inside::plain_text : Inside::full_width_text;
    }
    at = next;
  }
  plain.origins.push_back(static_cast<std::uint32_t>(all.size()));
  return plain;
}

}  // namespace cwp
