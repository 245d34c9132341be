#include "model/word_meant.hpp"

#include <algorithm>
#include <utility>

#include "cwp/rulebook.hpp"

namespace cwp {
namespace {

/// Of several rows for one word the first whose meaning is known where it stands counts.
constexpr std::pair<std::string_view, std::string_view> kForeignWords[] = {
    // other tools
    {"avg", "mean"},
    {"average", "mean"},
    {"total", "sum"},
    {"daily", "day"},
    {"annual", "year"},
    {"yearly", "year"},
    {"int", "u16"},
    {"integer", "u16"},
    {"float", "f64"},
    {"double", "f64"},
    {"string", "text"},
    {"str", "text"},
    {"boolean", "bool"},
    {"yes", "true"},
    {"no", "false"},
    {"on", "true"},
    {"off", "false"},
    {"desc", "descending"},
    {"asc", "ascending"},
    {"higher", "more"},
    {"lower", "less"},
    // periods and days
    {"日", "day"},
    {"天", "day"},
    {"每日", "day"},
    {"周", "week"},
    {"每周", "week"},
    {"月", "month"},
    {"每月", "month"},
    {"季", "quarter"},
    {"季度", "quarter"},
    {"半年", "half"},
    {"年", "year"},
    {"年度", "year"},
    {"每年", "year"},
    {"周一", "monday"},
    {"周二", "tuesday"},
    {"周三", "wednesday"},
    {"周四", "thursday"},
    {"周五", "friday"},
    {"周六", "saturday"},
    {"周日", "sunday"},
    {"星期一", "monday"},
    {"星期二", "tuesday"},
    {"星期三", "wednesday"},
    {"星期四", "thursday"},
    {"星期五", "friday"},
    {"星期六", "saturday"},
    {"星期日", "sunday"},
    // keys
    {"满分", "full"},
    {"标题", "title"},
    {"名称", "title"},
    {"编号", "id"},
    {"标识", "id"},
    {"周期", "per"},
    {"周期", "every"},
    {"指标", "metrics"},
    {"指标", "of"},
    {"参数", "parameters"},
    {"属性", "attributes"},
    {"大类", "categories"},
    {"项目", "items"},
    {"考核", "assessments"},
    {"考核", "assessed"},
    {"排名", "rankings"},
    {"排名", "rank"},
    {"等次", "grades"},
    {"等次", "grade"},
    {"奖惩", "awards"},
    {"一票否决", "vetoes"},
    {"加减分", "adjustments"},
    {"单位", "unit"},
    {"类型", "type"},
    {"得分", "points"},
    {"分值", "points"},
    {"公式", "points"},
    {"加分", "award"},
    {"加分", "gives"},
    {"扣分", "deduct"},
    {"扣分", "takes"},
    {"目标", "target"},
    {"目标", "at"},
    {"分档", "bands"},
    {"条件", "when"},
    {"封顶", "up_to"},
    {"封顶", "at_most"},
    {"封顶", "cap"},
    {"权重", "weights"},
    {"并列", "ties"},
    // columns of input
    {"警号", "officer"},
    {"工号", "officer"},
    {"编号", "officer"},
    {"人员", "officer"},
    {"人员编号", "officer"},
    {"民警", "officer"},
    {"姓名", "officer"},
    {"时间", "date"},
    {"指标", "metric"},
    {"指标名称", "metric"},
    {"数值", "value"},
    {"值", "value"},
    {"起", "from"},
    {"开始", "from"},
    {"开始日期", "from"},
    {"起始日期", "from"},
    {"止", "to"},
    {"结束", "to"},
    {"结束日期", "to"},
    {"截止日期", "to"},
    {"状态", "status"},
    {"勤务状态", "status"},
    // words
    {"合计", "sum"},
    {"求和", "sum"},
    {"平均", "mean"},
    {"平均值", "mean"},
    {"最后", "last"},
    {"最先", "first"},
    {"最大", "max"},
    {"最大值", "max"},
    {"最小", "min"},
    {"最小值", "min"},
    {"个数", "count"},
    {"计数", "count"},
    {"整数", "u16"},
    {"小数", "f64"},
    {"数字", "number"},
    {"文本", "text"},
    {"日期", "date"},
    {"是否", "bool"},
    {"是", "true"},
    {"否", "false"},
    {"多", "more"},
    {"少", "less"},
    {"高", "more"},
    {"低", "less"},
    {"免考", "exempt"},
    {"休息", "rest"},
    {"降序", "descending"},
    {"升序", "ascending"},
    {"四舍五入", "half_up"},
    {"四舍六入五成双", "half_even"},
    {"零", "zero"},
    {"缺失", "missing"},
    {"不计入", "drop"},
    {"报错", "error"},
    // formulas
    {"总分", "total"},
    {"名次", "rank"},
    {"如果", "if"},
    {"若", "if"},
    {"比率", "ratio"},
    {"绝对值", "abs"},
    {"取整", "floor"},
    {"平方根", "sqrt"},
};

}  // namespace

std::string foreign_word(std::string_view written, const std::vector<std::string>& known) {
  for (const auto& [foreign, word] : kForeignWords)
    if (foreign == written && std::find(known.begin(), known.end(), word) != known.end()) return std::string(word);
  return {};
}

std::string id_titled(const Rulebook& rulebook, std::string_view title) {
  const auto is_called = [&](const auto& one) {
    return !title.empty() && (one.title.zh == title || one.title.en == title);
  };
  for (const Metric& metric : rulebook.metrics)
    if (is_called(metric)) return metric.id.value;
  for (const Attribute& attribute : rulebook.attributes)
    if (is_called(attribute)) return attribute.id.value;
  return {};
}

std::string word_meant(std::string_view written, const std::vector<std::string>& known) {
  std::string word = foreign_word(written, known);
  return word.empty() ? nearest_name(written, known) : word;
}

}  // namespace cwp
