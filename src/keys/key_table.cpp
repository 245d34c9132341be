#include "keys/key_table.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cwp {
namespace {

using enum Section;
using enum KeyKind;
constexpr bool kRequired = true, kOptional = false, kNow = false, kLater = true;

constexpr KeyRow kRows[] = {
    {rulebook, "cwp", integer, kRequired, kNow, "", "The version of the language: 1.", "语言版本，目前为 1。"},
    {rulebook, "id", text, kRequired, kNow, "", "What receipts and reports call this rulebook.",
     "考核办法的标识，用于结果凭证和报表。"},
    {rulebook, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {rulebook, "effective", mapping, kOptional, kNow, "always", "From when and until when the rulebook is in force.",
     "考核办法的施行日期和截止日期。"},
    {rulebook, "calendar", mapping, kOptional, kNow, "", "Weeks, months and workdays.", "周、月和工作日的划分。"},
    {rulebook, "points", mapping, kOptional, kNow, "", "How points are rounded.", "得分如何舍入。"},
    {rulebook, "parameters", named, kOptional, kNow, "", "Numbers with names, also by date.",
     "有名称的数值，可按日期变动。"},
    {rulebook, "attributes", named, kOptional, kNow, "", "What the roster says of an officer.", "花名册上人员的属性。"},
    {rulebook, "attributes_at", word, kOptional, kNow, "end", "Which day of a period attributes are taken from.",
     "属性取周期内哪一天的值。"},
    {rulebook, "duty", mapping, kOptional, kNow, "", "What each status of a duty record means.",
     "各种勤务状态在考核中的含义。"},
    {rulebook, "metrics", named, kOptional, kNow, "", "The numbers that are reported.", "上报的指标数据。"},
    {rulebook, "events", named, kOptional, kNow, "", "Tables of single facts.", "逐条记录的事件表。"},
    {rulebook, "values", named, kOptional, kNow, "", "Formulas with names, for use in others.",
     "有名称的公式，供其他公式引用。"},
    {rulebook, "categories", list, kOptional, kNow, "", "The scorecard: categories with their items.",
     "评分表：大类及其考评项目。"},
    {rulebook, "groups", named, kOptional, kNow, "", "Caps over several adjustments.", "若干加减分项的合计封顶。"},
    {rulebook, "adjustments", list, kOptional, kNow, "", "Bonuses and penalties outside the categories.",
     "大类之外的加分和扣分。"},
    {rulebook, "vetoes", list, kOptional, kNow, "", "What overrides points, total or rank.",
     "一票否决：改变得分、总分或名次的情形。"},
    {rulebook, "assessments", mapping, kOptional, kNow, "one for each grain of an item", "What is published, by grain.",
     "按周期公布的考核结果。"},
    {rulebook, "rankings", list, kOptional, kNow, "", "Who stands where.", "排名。"},
    {rulebook, "grades", list, kOptional, kNow, "", "Levels such as 优秀 and 称职.", "等次，如优秀、称职。"},
    {rulebook, "awards", list, kOptional, kNow, "", "What follows from ranks and grades.", "依名次或等次而定的奖惩。"},
    {rulebook, "expect", list, kOptional, kNow, "", "Promises about the figures of a period.",
     "对周期内数据应满足的约定。"},
    {rulebook, "tests", list, kOptional, kNow, "", "Small examples with the figures they must give.",
     "带有应得结果的小算例。"},
    {rulebook, "balance", mapping, kOptional, kNow, "", "Limits for the share of a category in all full marks.",
     "大类满分占总满分比例的限度。"},
    {rulebook, "on_warning", list, kOptional, kNow, "", "What warnings about this rulebook become, each with a reason.",
     "对本办法的警告如何处理，各附理由。"},
    {rulebook, "appeals", mapping, kOptional, kLater, "", "Who may object until when."},
    {rulebook, "extends", text, kOptional, kNow, "", "Another rulebook that this one builds on.",
     "所依据的另一部考核办法。"},
    {rulebook, "remove", list, kOptional, kNow, "", "Ids of the other rulebook that are dropped.",
     "从所依据的办法中去掉的标识。"},

    {title, "zh", text, kOptional, kNow, "as en", "The Chinese text.", "中文文本。"},
    {title, "en", text, kOptional, kNow, "as zh", "The English text.", "英文文本。"},

    {effective, "from", date, kOptional, kNow, "unbounded", "The first day.", "起始日。"},
    {effective, "to", date, kOptional, kNow, "unbounded", "The last day.", "截止日。"},

    {calendar, "week", mapping, kOptional, kNow, "", "When weeks start.", "一周从星期几开始。"},
    {calendar, "month", mapping, kOptional, kNow, "", "When months start.", "一月从几号开始。"},
    {calendar, "year", mapping, kOptional, kNow, "", "When years start.", "一年从几月开始。"},
    {calendar, "weeks_in_month", word, kOptional, kNow, "majority", "The month to which a week in two months belongs.",
     "跨月的周归入哪个月。"},
    {calendar, "workdays", list, kOptional, kNow, "mon to fri", "The weekdays on which people work.", "每周的工作日。"},
    {calendar, "holidays", list, kOptional, kNow, "", "Days and ranges off.", "放假的日期和日期段。"},
    {calendar, "extra_workdays", list, kOptional, kNow, "", "Make-up days.", "调休上班的日期。"},
    {week, "starts", word, kOptional, kNow, "monday", "The first weekday.", "一周的第一天。"},
    {month, "starts", integer, kOptional, kNow, "1", "The first day of a month, 1 to 28.", "每月的起始日，1 至 28。"},
    {year, "first_month", integer, kOptional, kNow, "1", "The first month of a year, 1 to 12.",
     "每年的起始月份，1 至 12。"},

    {points, "decimals", integer, kOptional, kNow, "2", "Places behind the point, 0 to 6.", "小数位数，0 至 6。"},
    {points, "rounding", word, kOptional, kNow, "half_up", "How the last place is rounded.", "末位如何舍入。"},
    {points, "carry", word, kOptional, kNow, "shown", "Whether others compute with what is printed.",
     "后续计算是否采用公布的（已舍入的）数。"},

    {attribute, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {attribute, "type", word, kOptional, kNow, "text", "text, number, date or bool.",
     "text（文本）、number（数字）、date（日期）或 bool（是否）。"},
    {attribute, "one_of", list, kOptional, kNow, "", "The texts that are allowed.", "允许的文本。"},
    {attribute, "min", number, kOptional, kNow, "", "The least number allowed.", "允许的最小值。"},
    {attribute, "max", number, kOptional, kNow, "", "The greatest number allowed.", "允许的最大值。"},
    {attribute, "default", text, kOptional, kNow, "", "What an empty cell of the roster means.",
     "花名册中为空时的值。"},
    {attribute, "attributes_at", word, kOptional, kNow, "end", "Which day of a period it is taken from.",
     "取周期内哪一天的值。"},

    {metric, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {metric, "unit", text, kOptional, kNow, "", "What is counted; '%' lets data say 92%.",
     "计量单位；为 '%' 时数据可写 92%。"},
    {metric, "source", text, kOptional, kNow, "", "Where the figures come from.", "数据来源。"},
    {metric, "per", word, kOptional, kNow, "day", "The period that a figure is reported for.", "数据按什么周期上报。"},
    {metric, "fold", word, kOptional, kNow, "sum", "How figures make one of a longer period.",
     "如何汇总为较长周期的数值。"},
    {metric, "absent", word, kOptional, kNow, "zero for sum and count, else missing", "What no row means.",
     "没有数据行时的含义。"},
    {metric, "type", word, kOptional, kNow, "f64", "The type of the figures.", "数据的类型。"},
    {metric, "range", list, kOptional, kNow, "", "The least and the greatest figure allowed.", "允许的最小值和最大值。",
     "min"},
    {metric, "min", number, kOptional, kNow, "", "The least figure allowed.", "允许的最小值。"},
    {metric, "max", number, kOptional, kNow, "", "The greatest figure allowed.", "允许的最大值。"},
    {metric, "decimals", integer, kOptional, kNow, "", "The most places behind the point of a figure.",
     "数据最多的小数位数。"},
    {metric, "better", word, kOptional, kNow, "", "Whether more or less of it is better.",
     "越大越好（more）还是越小越好（less）。"},
    {metric, "on_duplicate", word, kOptional, kNow, "error", "What two rows of one day mean.",
     "同一天有两行数据时如何处理。"},
    {metric, "carry_for", text, kOptional, kNow, "for ever", "How long the last known value holds: 90 days.",
     "上一个值沿用多久，如 90 days。"},
    {metric, "about", name, kOptional, kNow, "", "The attribute whose value the rows are about.",
     "数据行所针对的属性（如派出所）。"},
    {metric, "from", name, kOptional, kNow, "", "The table of facts it is counted from.", "所依据的事件表。",
     "about on_duplicate"},
    {metric, "count", formula, kOptional, kNow, "", "Counts the facts for which this holds.", "符合该条件的记录条数。",
     "sum days"},
    {metric, "sum", formula, kOptional, kNow, "", "Sums this over the facts.", "对各条记录求和的公式。", "days"},
    {metric, "days", formula, kOptional, kNow, "", "Counts the days with a fact for which this holds.",
     "有符合该条件的记录的天数。"},
    {metric, "officer", name, kOptional, kNow, "", "The column of the officer whom a fact is counted for.",
     "记录计入哪一列所写的人员。"},

    {category, "id", name, kRequired, kNow, "", "Its name in formulas.", "在公式中使用的名称。"},
    {category, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {category, "full", number, kOptional, kNow, "", "Full marks.", "满分。"},
    {category, "start", number, kOptional, kNow, "", "Base marks.", "基础分。"},
    {category, "combine", word, kOptional, kNow, "sum", "How its parts make its points.", "各部分如何合成得分。"},
    {category, "beyond_full", boolean, kOptional, kNow, "false",
     "Whether adjustments may lift it above its full marks, or below 0.", "加减分是否可使其高于满分或低于 0。"},
    {category, "items", list, kOptional, kNow, "", "Its items.", "所含考评项目。", "categories"},
    {category, "categories", list, kOptional, kNow, "", "Its smaller categories.", "所含小类。"},
    {category, "decimals", integer, kOptional, kNow, "as points", "Places behind the point, 0 to 6.",
     "小数位数，0 至 6。"},
    {category, "rounding", word, kOptional, kNow, "as points", "How the last place is rounded.", "末位如何舍入。"},
    {category, "carry", word, kOptional, kNow, "as points", "Whether others compute with what is printed.",
     "后续计算是否采用公布的（已舍入的）数。"},
    {category, "basis", text, kOptional, kNow, "", "The clause of the written rules.", "所依据的文件条款。"},
    {category, "effective", mapping, kOptional, kNow, "always", "From when and until when it is in force.",
     "何时起、何时止施行。"},

    {item, "id", name, kRequired, kNow, "", "Its name in formulas.", "在公式中使用的名称。"},
    {item, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {item, "per", word, kRequired, kNow, "", "The period for which it earns points.", "按什么周期计分。"},
    {item, "full", formula, kOptional, kNow, "", "Full marks.", "满分。"},
    {item, "min", formula, kOptional, kNow, "0", "The least points; none: no limit.", "最低得分；none 为不限。"},
    {item, "max", formula, kOptional, kNow, "full", "The most points; none: no limit.", "最高得分；none 为不限。"},
    {item, "days", word, kOptional, kNow, "duty", "The days of a daily item.", "按日项目考核哪些日子。"},
    {item, "prorate", word, kOptional, kNow, "", "Whether targets shrink with days off.", "目标是否按出勤天数折算。"},
    {item, "applies", formula, kOptional, kNow, "", "For whom and when it applies.", "适用条件。"},
    {item, "if_not_applicable", word, kOptional, kNow, "drop", "What it earns where it does not apply.",
     "不适用时如何计分。"},
    {item, "exempt", formula, kOptional, kNow, "", "Who is let off.", "免予考核的条件。"},
    {item, "if_missing", word, kOptional, kNow, "zero", "What it earns when a figure is missing.",
     "数据缺失时如何计分。"},
    {item, "roll_up", formula, kOptional, kNow, "mean with full marks, else sum",
     "How its points make those of a longer period.", "得分如何汇总到较长周期。"},
    {item, "decimals", integer, kOptional, kNow, "as points", "Places behind the point, 0 to 6.", "小数位数，0 至 6。"},
    {item, "rounding", word, kOptional, kNow, "as points", "How the last place is rounded.", "末位如何舍入。"},
    {item, "carry", word, kOptional, kNow, "as points", "Whether others compute with what is printed.",
     "后续计算是否采用公布的（已舍入的）数。"},
    {item, "source", text, kOptional, kNow, "", "Where the figures come from.", "数据来源。"},
    {item, "basis", text, kOptional, kNow, "", "The clause of the written rules.", "所依据的文件条款。"},
    {item, "effective", mapping, kOptional, kNow, "always", "From when and until when it is in force.",
     "何时起、何时止施行。"},
    {item, "start", number, kOptional, kNow, "", "Where `lines` start from.", "`lines` 的起始分。"},

    {form_case, "when", formula, kOptional, kNow, "", "The condition.", "条件。"},
    {form_case, "points", formula, kOptional, kNow, "", "The points when it holds.", "条件成立时的得分。"},
    {form_case, "otherwise", formula, kOptional, kNow, "", "The points when no case before holds.",
     "前面各情形均不成立时的得分。", "when points"},

    {assessment, "scale", number, kOptional, kNow, "", "What all marks are scaled to.", "全部分值折算成的满分。"},
    {assessment, "coefficient", formula, kOptional, kNow, "1", "What the total is multiplied with.",
     "总分所乘的系数。"},
    {assessment, "total", formula, kOptional, kNow, "the sum of the categories", "The total, by a formula.",
     "总分公式。"},
    {assessment, "floor", number, kOptional, kNow, "0", "The least total; none: no limit.", "总分下限；none 为不限。"},
    {assessment, "cap", number, kOptional, kNow, "", "The greatest total.", "总分封顶。"},
    {assessment, "decimals", integer, kOptional, kNow, "as points", "Places behind the point, 0 to 6.",
     "小数位数，0 至 6。"},
    {assessment, "rounding", word, kOptional, kNow, "as points", "How the last place is rounded.", "末位如何舍入。"},
    {assessment, "carry", word, kOptional, kNow, "as points", "Whether others compute with what is printed.",
     "后续计算是否采用公布的（已舍入的）数。"},
    {assessment, "roll_up", mapping, kOptional, kNow, "", "How shorter adjustments come into it.",
     "较短周期的加减分如何计入。"},

    {ranking, "id", name, kRequired, kNow, "", "Its name.", "名称。"},
    {ranking, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {ranking, "every", word, kRequired, kNow, "", "The period that is ranked.", "按什么周期排名。"},
    {ranking, "of", formula, kRequired, kNow, "", "The figure that is ranked.", "排名依据的数值。"},
    {ranking, "by", list, kOptional, kNow, "all", "The attributes that make groups.", "分组排名所依据的属性。"},
    {ranking, "order", word, kOptional, kNow, "descending", "Whether much or little ranks first.",
     "从大到小还是从小到大。"},
    {ranking, "eligible", formula, kOptional, kNow, "", "Who can have a rank.", "参加排名的条件。"},
    {ranking, "ties", list, kOptional, kNow, "", "What decides between equals; -x: less is better.",
     "并列时依次比较的数值；-x 表示小者在前。"},
    {ranking, "method", word, kOptional, kNow, "competition", "How equals share ranks.", "并列名次的排法。"},
    {ranking, "unit", name, kOptional, kNow, "", "Ranks the values of this attribute.",
     "对该属性的各个值（如各派出所）排名。"},

    {adjustment, "id", name, kRequired, kNow, "", "Its name in formulas.", "在公式中使用的名称。"},
    {adjustment, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {adjustment, "per", word, kRequired, kNow, "", "The period in which it acts.", "在哪种周期的考核中起作用。"},
    {adjustment, "gives", formula, kOptional, kNow, "", "The marks it gives.", "加分。", "takes"},
    {adjustment, "takes", formula, kOptional, kNow, "", "The marks it takes.", "扣分。"},
    {adjustment, "decimals", integer, kOptional, kNow, "as points", "Places behind the point, 0 to 6.",
     "小数位数，0 至 6。"},
    {adjustment, "rounding", word, kOptional, kNow, "as points", "How the last place is rounded.", "末位如何舍入。"},
    {adjustment, "carry", word, kOptional, kNow, "as points", "Whether others compute with what is printed.",
     "后续计算是否采用公布的（已舍入的）数。"},
    {adjustment, "source", text, kOptional, kNow, "", "Where the figures come from.", "数据来源。"},
    {adjustment, "basis", text, kOptional, kNow, "", "The clause of the written rules.", "所依据的文件条款。"},
    {adjustment, "up_to", formula, kOptional, kNow, "", "The most it gives or takes.", "加分或扣分的封顶。"},
    {adjustment, "on", name, kOptional, kNow, "total", "The total or the category on which it acts.",
     "作用于总分还是某个大类。"},
    {adjustment, "group", name, kOptional, kNow, "", "The group whose cap it shares.", "所属的合计封顶组。"},
    {adjustment, "effective", mapping, kOptional, kNow, "always", "From when and until when it is in force.",
     "何时起、何时止施行。"},
    {group, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {group, "up_to", formula, kRequired, kNow, "", "The most that its adjustments give or take together.",
     "组内加分合计、扣分合计的封顶。"},

    {veto, "id", name, kRequired, kNow, "", "Its name.", "名称。"},
    {veto, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {veto, "basis", text, kOptional, kNow, "", "The clause of the written rules.", "所依据的文件条款。"},
    {veto, "per", word, kRequired, kNow, "", "The period in which it acts.", "在哪种周期的考核中起作用。"},
    {veto, "when", formula, kRequired, kNow, "", "The condition.", "条件。"},
    {veto, "on", name, kOptional, kNow, "total", "The total, category or item on which it acts.",
     "作用于总分、大类还是考评项目。"},
    {veto, "set", number, kOptional, kNow, "", "The points it leaves.", "否决后的得分。"},
    {veto, "cap", number, kOptional, kNow, "", "The most points it leaves.", "否决后得分的上限。"},
    {veto, "factor", number, kOptional, kNow, "", "What it multiplies the points with.", "得分所乘的系数。"},
    {veto, "no_score", boolean, kOptional, kNow, "", "Leaves no score at all.", "不予评分。"},
    {veto, "grade_at_most", name, kOptional, kNow, "", "The best grade it leaves.", "最高可评等次。"},
    {veto, "ranking", word, kOptional, kNow, "", "Excludes from rankings, or puts last.",
     "不参加排名（exclude）或排在末位（last）。"},
    {veto, "honours", word, kOptional, kNow, "", "Bars from awards.", "取消评先资格。"},
    {veto, "lasts", word, kOptional, kNow, "", "Repeats it in the later months of the year.", "当年以后各月继续有效。"},

    {grade_set, "id", name, kRequired, kNow, "", "Its name.", "名称。"},
    {grade_set, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {grade_set, "lower_by", formula, kOptional, kNow, "0", "How many levels an officer is lowered by.",
     "下调的等次数。"},
    {grade_set, "ranking", name, kRequired, kNow, "", "The ranking whose officers are graded.",
     "依据哪个排名评定等次。"},
    {grade_set, "levels", list, kRequired, kNow, "", "The levels, best first.", "各等次，从高到低。"},
    {level, "id", name, kRequired, kNow, "", "Its name.", "名称。"},
    {level, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {level, "at_least", integer, kOptional, kNow, "0", "The fewest that a share makes.", "按比例计算时的最少人数。"},
    {level, "edge", word, kOptional, kNow, "out", "Whether those who tie at the edge are all out or all in.",
     "名额边缘的并列者全部不取（out）或全部取（in）。"},
    {level, "quota_rounding", word, kOptional, kNow, "floor", "How a share of officers is rounded.",
     "按比例计算的人数如何取整。"},
    {level, "when", formula, kOptional, kNow, "", "The condition.", "条件。"},
    {level, "at_most", text, kOptional, kNow, "", "The most officers, as a number or a share.",
     "人数上限，可为数或比例。"},
    {level, "by", list, kOptional, kNow, "all", "The groups whose shares are counted.", "按哪些组分别计算名额。"},

    {award, "id", name, kRequired, kNow, "", "Its name.", "名称。"},
    {award, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {award, "basis", text, kOptional, kNow, "", "The clause of the written rules.", "所依据的文件条款。"},
    {award, "at_least", integer, kOptional, kNow, "0", "The fewest that a share makes.", "按比例计算时的最少人数。"},
    {award, "edge", word, kOptional, kNow, "out", "Whether those who tie at the edge are all out or all in.",
     "名额边缘的并列者全部不取（out）或全部取（in）。"},
    {award, "quota_rounding", word, kOptional, kNow, "floor", "How a share of officers is rounded.",
     "按比例计算的人数如何取整。"},
    {award, "when", formula, kOptional, kNow, "", "The condition; may use rank and grade.",
     "条件；可使用 rank（名次）和 grade（等次）。"},
    {award, "progress", boolean, kOptional, kNow, "false",
     "From the ranking of what was gained since the period before.", "按较上一周期的进步幅度排名。"},
    {award, "from", name, kRequired, kNow, "", "The ranking or grade it follows from.", "所依据的排名或等次。"},
    {award, "top", text, kOptional, kNow, "", "How many from the top.", "取前多少名。", "bottom"},
    {award, "bottom", text, kOptional, kNow, "", "How many from the bottom.", "取后多少名。"},
    {award, "in_a_row", integer, kOptional, kNow, "", "How many periods in a row.", "连续多少个周期。"},
    {award, "pays", text, kOptional, kNow, "", "What is paid.", "奖金。"},

    {expectation, "id", name, kRequired, kNow, "", "Its name.", "名称。"},
    {expectation, "title", human_text, kOptional, kNow, "", "What people call it.", "中文或英文名称，供人阅读。"},
    {expectation, "per", word, kRequired, kNow, "", "The period it is about.", "所针对的周期。"},
    {expectation, "by", list, kOptional, kNow, "all", "The groups it is about.", "所针对的组。"},
    {expectation, "holds", formula, kRequired, kNow, "", "What must hold.", "应成立的条件。"},

    {test, "name", text, kRequired, kNow, "", "What it shows.", "说明该算例的内容。"},
    {test, "officers", mapping, kRequired, kNow, "", "The roster.", "花名册。"},
    {test, "duty", list, kOptional, kNow, "", "Duty records.", "勤务记录。"},
    {test, "metrics", list, kOptional, kNow, "", "Figures.", "指标数据。"},
    {test, "events", mapping, kOptional, kNow, "", "Facts.", "事件记录。"},
    {test, "data", mapping, kOptional, kNow, "", "The span of the data.", "数据的起止日期。"},
    {test, "known_at", date, kOptional, kNow, "", "The day whose knowledge counts.", "以哪一天已知的数据为准。"},
    {test, "expect", list, kRequired, kNow, "", "The figures that must come out.", "应得的结果。"},

    {test_duty, "officer", text, kRequired, kNow, "", "Whose record it is.", "人员。"},
    {test_duty, "status", text, kRequired, kNow, "", "A status of `duty`.", "`duty` 中的一种状态。"},
    {test_duty, "from", date, kOptional, kNow, "unbounded", "The first day.", "起始日。"},
    {test_duty, "to", date, kOptional, kNow, "unbounded", "The last day.", "截止日。"},
    {test_duty, "date", date, kOptional, kNow, "", "The only day.", "单独一天。", "dates from to"},
    {test_duty, "dates", text, kOptional, kNow, "", "From the first to the last day: A..B.", "日期段：起..止。",
     "from to"},
    {test_duty, "recorded", date, kOptional, kNow, "", "When the row became known.", "该行何时为人所知。"},
    {test_duty, "withdrawn", boolean, kOptional, kNow, "false", "Cancels the row with its key.", "撤回同一键的行。"},
    {test_data, "from", date, kRequired, kNow, "", "The first day that the data hold.", "数据的第一天。"},
    {test_data, "to", date, kRequired, kNow, "", "The last day that the data hold.", "数据的最后一天。"},
    {event_column, "type", word, kOptional, kNow, "number; text with one_of", "number, bool, text or date.",
     "number（数字）、bool（是否）、text（文本）或 date（日期）。"},
    {event_column, "range", list, kOptional, kNow, "", "The least and the greatest number allowed.",
     "允许的最小值和最大值。", "min max"},
    {event_column, "min", number, kOptional, kNow, "", "The least number allowed.", "允许的最小值。"},
    {event_column, "max", number, kOptional, kNow, "", "The greatest number allowed.", "允许的最大值。"},
    {event_column, "one_of", list, kOptional, kNow, "", "The texts that are allowed.", "允许的文本。"},
    {pool, "pool", number, kRequired, kNow, "", "What is shared.", "分配的总额。"},
    {pool, "share", formula, kRequired, kNow, "", "Everybody's part of it.", "每人的份额。"},

    {warning, "warning", text, kRequired, kNow, "", "The name of the warning, as `cwp check` prints it.",
     "警告的名称，即 `cwp check` 所示。"},
    {warning, "at", text, kOptional, kNow, "in all of it", "The id of what it may stand in.",
     "只针对此标识所指的内容。"},
    {warning, "is", word, kOptional, kNow, "silent", "silent: counted only; note: shown, not counted; error: it stops.",
     "silent：只计数；note：显示但不计为警告；error：视为错误。"},
    {warning, "reason", human_text, kRequired, kNow, "", "Why, for whoever reads the rulebook.",
     "理由，供阅读办法的人查看。"},

    {event, "columns", mapping, kRequired, kNow, "", "The columns with their types.", "各列及其类型。"},
};

/// Those defaults that are no words of the language.
constexpr std::pair<std::string_view, std::string_view> kDefaultPhrases[] = {
    {"always", "一直"},
    {"for ever", "不限"},
    {"in all of it", "全部"},
    {"unbounded", "不限"},
    {"one for each grain of an item", "考评项目所用的每种周期各一个"},
    {"as en", "同 en"},
    {"as zh", "同 zh"},
    {"mon to fri", "周一至周五"},
    {"zero for sum and count, else missing", "sum、count 为 zero，其余为 missing"},
    {"as points", "同 points"},
    {"mean with full marks, else sum", "有满分为 mean，否则为 sum"},
    {"the sum of the categories", "各大类之和"},
    {"number; text with one_of", "number；有 one_of 时为 text"},
};

/// What the sections are called, in the order of their enumeration.
constexpr std::string_view kSectionNames[] = {
    "rulebook",       "title",         "effective",  "calendar",    "calendar.week", "calendar.month",
    "calendar.year",  "points",        "attributes", "metrics",     "categories",    "items",
    "cases",          "assessments",   "rankings",   "adjustments", "groups",        "vetoes",
    "grades",         "grades.levels", "awards",     "expect",      "tests",         "events",
    "events.columns", "awards.pays",   "tests.duty", "tests.data",  "on_warning"};
static_assert(std::size(kSectionNames) == static_cast<std::size_t>(warning) + 1);

}  // namespace

std::string_view otherwise_text(const KeyRow& row, Language language) {
  if (language == Language::zh)
    for (const auto& [en, zh] : kDefaultPhrases)
      if (row.otherwise == en) return zh;
  return row.otherwise;
}

std::span<const KeyRow> key_rows() { return kRows; }

std::span<const KeyRow> key_rows(Section section) {
  const auto of_section = [&](const KeyRow& row) { return row.section == section; };
  const auto first = std::find_if(std::begin(kRows), std::end(kRows), of_section);
  return {first, std::find_if_not(first, std::end(kRows), of_section)};
}

bool is_named_section(std::string_view key) {
  const auto rows = key_rows(rulebook);
  return std::any_of(rows.begin(), rows.end(), [&](const KeyRow& row) { return row.name == key && row.kind == named; });
}

std::vector<std::string_view> keys_not_beside(const KeyRow& row) {
  std::vector<std::string_view> keys;
  for (std::string_view rest = row.not_beside; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    keys.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return keys;
}

std::string_view to_text(Section section) { return kSectionNames[static_cast<std::size_t>(section)]; }

}  // namespace cwp
