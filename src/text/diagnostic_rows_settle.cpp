#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

// What a rulebook says under `on_warning`, and what becomes of it.
constexpr DiagnosticRow kRows[] = {
    {"warning-unknown", Severity::error, "no warning about rulebooks is named '{0}'", "对办法的警告中没有“{0}”",
     "did you mean '{1}'?", "是否应为“{1}”？", "on_warning: [{warning: scored-twise, reason: two duties}]"},
    {"warning-is-error", Severity::error, "'{0}' is an error and cannot be silenced: there is no value where it is",
     "“{0}”是错误而不是警告，不能免除：有错误就得不出结果", "mend what it is about, and leave this entry out",
     "请改正错误所指之处，并删去此条", "on_warning: [{warning: unknown-name, reason: it will come later}]"},
    {"warning-at-nothing", Severity::error, "nothing in the rulebook has the id '{0}'", "办法中没有标识“{0}”",
     "did you mean '{1}'?", "是否应为“{1}”？", "on_warning: [{warning: scored-twice, at: peeple, reason: two duties}]"},
    {"warning-not-there", Severity::warning, "there is no warning '{0}' here, so this entry changes nothing",
     "此处没有“{0}”警告，本条不起作用", "leave it out, so that it does not hide a later one",
     "请删去，以免今后掩盖新的问题", "on_warning: [{warning: scored-twice, reason: two duties}]"},
    {"warnings-silenced", Severity::note, "{0} warning{s0} '{1}' silenced: {2}", "已免除 {0} 个“{1}”警告：{3}", "", "",
     "metrics: {visits: {}, entries: {}}\non_warning: [{warning: unused-name, at: entries, reason: counted from July "
     "on}]\ncategories: [{id: people, items: [{id: x, per: month, points: visits}]}]"},
    {"warning-raised", Severity::note, "an error, because the rulebook says so: {0}", "因办法规定而视为错误：{1}", "",
     "",
     "metrics: {visits: {}, entries: {}}\non_warning: [{warning: unused-name, is: error, reason: nothing is collected "
     "in "
     "vain}]\ncategories: [{id: people, items: [{id: x, per: month, points: visits}]}]"},
    {"warning-lowered", Severity::note, "a note only, because the rulebook says so: {0}", "因办法规定只作提示：{1}", "",
     "",
     "metrics: {visits: {}, entries: {}}\non_warning: [{warning: unused-name, is: note, reason: counted from July "
     "on}]\ncategories: [{id: people, items: [{id: x, per: month, points: visits}]}]"},
};

}  // namespace

std::span<const DiagnosticRow> settle_rows() { return kRows; }

}  // namespace cwp
