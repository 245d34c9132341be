// A pass as text: every step with its registers, their lanes and proved ranges.

#include <fmt/format.h>

#include "program/lane_program.hpp"

namespace cwp {
namespace {

constexpr const char* kOps[] = {"convert",   "scale",    "combine", "product",   "minimum", "maximum", "hold",
                                "at_least",  "reaches",  "equal",   "is",        "choose",  "divide",  "quotient",
                                "divide_by", "steps",    "line",    "shortline", "look_up", "add_up",  "weigh",
                                "spread",    "by_group", "share",   "flag"};
constexpr const char* kLanes[] = {"u8", "u16", "i32", "i64", "i128"};

std::string text_of(Wide value) { return rational_of(value).to_text(); }

}  // namespace

std::string to_text(const LanePass& pass, const LaneProgram& program) {
  const LaneWriter& writer = program.writer;
  const auto reg = [&](LaneRegister number) {
    if (const auto value = writer.constant_of(number)) return text_of(*value);
    const bool is_column = writer.info(number).kind == RegisterInfo::Kind::column;
    return fmt::format("{}{}", is_column ? 'c' : 'r', number);
  };
  std::string text;
  for (const LaneStep& step : pass.steps) {
    const LaneRange& range = writer.range(step.dst);
    text += fmt::format("{:>6} {} {:<9} {:<3} {}", reg(step.dst), step.adds ? "+=" : "=", kOps[std::size_t(step.op)],
                        kLanes[std::size_t(step.lane)], has_parts(step.op) ? "" : reg(step.a));
    switch (step.op) {
      case LaneOp::choose:
        text += " " + reg(step.b) + " " + reg(step.c);
        break;
      case LaneOp::combine:
      case LaneOp::product:
      case LaneOp::minimum:
      case LaneOp::maximum:
      case LaneOp::at_least:
      case LaneOp::equal:
      case LaneOp::divide:
      case LaneOp::quotient:
      case LaneOp::by_group:
      case LaneOp::share:
        text += " " + reg(step.b);
        break;
      case LaneOp::steps:
        text += fmt::format(" of {}", step.count);
        break;
      case LaneOp::add_up:
        for (std::uint32_t p = 0; p < step.count; ++p) text += reg(step.parts[p]) + " ";
        break;
      case LaneOp::weigh:
        for (std::uint32_t p = 0; p < step.count; ++p)
          text += fmt::format("{}*{} ", step.weights[p], reg(step.parts[p]));
        break;
      default:
        break;
    }
    text += fmt::format("   # {}..{}\n", text_of(range.low), text_of(range.high));
  }
  return text;
}

}  // namespace cwp
