#include "cli/chinese_help.hpp"

#include <string_view>

#include "cwp/output_format.hpp"

namespace cwp {
namespace {

struct HelpSentence {
  std::string_view en, zh;
};

// A sentence stands before those that are a part of it.
constexpr HelpSentence kHelpSentences[] = {
    {"cwp scores people by the written rules of a rulebook: exactly, reproducibly, with reasons.",
     "cwp 按成文的考核办法给人员计分：精确、可复算、说得出理由。"},
    {"Exit codes: 0 fine, 1 problems in the rulebook, the data or the files, 2 wrong use of the command line,\n"
     "130 stopped by Ctrl-C or kill.",
     "退出码：0 正常，1 考核办法、数据或文件有问题，2 命令行用法有误，\n130 被 Ctrl-C 或 kill 中止。"},
    {"\nUsage: ", "\n用法："},
    {"COMMAND [OPTIONS]", "命令 [选项]"},
    {"[OPTIONS]", "[选项]"},
    {"\nArguments:", "\n参数："},
    {"\nOptions:", "\n选项："},
    {"\nCommands:", "\n命令："},
    {"\nExamples:", "\n示例："},
    {"\nData:", "\n数据："},
    {"\nPeriods:", "\n周期："},
    {"Print the version and exit", "显示版本"},
    {"Print this help and exit", "显示本帮助"},
    {"Check a rulebook: every mistake, with its place and how to mend it", "检查考核办法：列出全部错误、位置和改法"},
    {"Score officers, and write tables and rankings", "给人员计分，写出成绩表和排名"},
    {"Explain the points of an officer, down to the raw rows", "说明某人的得分，直到原始记录"},
    {"List whose points, ranks, grades and awards a correction moved", "列出一次更正影响了谁的得分、名次、等次和奖惩"},
    {"Add rows to a state that is kept, and list whom they moved", "把新数据并入保存的状态，列出影响到谁"},
    {"The file in which all rows are kept; made where it is not there (required)",
     "保存全部数据行的文件，不存在时新建（必填）"},
    {"A folder for the results; default: they are not written", "存放结果的文件夹，默认不写结果"},
    {"The first begins the state, with the roster and all rows so far; the second adds those of today. The state holds "
     "all\n"
     "rows: earlier files are not needed any more, and none is read twice. It is replaced as a whole when all else is "
     "done, so\n"
     "that what failed or was stopped can be repeated. Rulebook, periods and --strict are the same each time.",
     "第一条用花名册和已有的全部数据建立状态，第二条并入当天的数据。状态中含全部数据行：以前的文件不再需要，\n"
     "同一文件也不会读入两次。其他各步完成后才整体替换状态，因此失败或中止的命令可以重做。\n"
     "考核办法、周期和 --strict 每次都应相同。"},
    {"Tell why the rank of an officer is not what it was", "说明某人的名次为何变化"},
    {"Key of the officer, as in the roster, or of the unit that is ranked (required)",
     "人员编号，与花名册一致；或参加排名的单位（必填）"},
    {"Tell what would give an officer the next points, and the next rank", "说明怎样能多得分、名次提前"},
    {"Tell who is certainly, and who possibly, among the first or last", "说明谁必定、谁可能排在前列或末尾"},
    {"Who is among the first N of each group", "各组前 N 名"},
    {"Who is among the last N of each group", "各组后 N 名"},
    {"A table for people, or CSV with everybody; default: text", "供人阅读的表，或含全部人员的 CSV，默认 text"},
    {"What is missing, was refused, or is still to come may be anything that the metrics promise; all else stays as it "
     "is.",
     "缺失、被拒或尚未产生的数据可以是指标所允许的任何值；其余一概不变。"},
    {"Tell how much a ranking hangs on its weights: approximate", "说明排名在多大程度上取决于权重（近似）"},
    {"How often weights are drawn, default 1000", "抽取权重的次数，默认 1000"},
    {"Another seed draws other weights, default 1", "换一个种子就抽取另一组权重，默认 1"},
    {"How far weights are drawn from what they are, default 20", "权重偏离现值的最大百分比，默认 20"},
    {"The first and the last so many of each group, default 10", "各组的前、后多少名，默认 10"},
    {"Parameters stay as they are: only weights are drawn", "参数不变，只抽取权重"},
    {"A new folder for the tables and pictures of everybody", "存放全部人员的表与图的新文件夹"},
    {"Approximate: weights are drawn, and values are straight lines in them. The same seed gives the same figures.",
     "近似：权重随机抽取，得分视为权重的线性函数。种子相同则结果相同。"},
    {"One figure of the officer is changed at a time, and every change that is shown has been scored. Those of a whole "
     "station\nor squad (about: …) stay as they are.",
     "每次只改本人一项数据；所示的每项改动都经重新计分核实。所、队的整体数据（about: …）不改。"},
    {"The ranking; default: the only one of such periods", "排名，默认为该类周期唯一的排名"},
    {"The earlier period; default: the one before", "对比的较早周期，默认为上一周期"},
    {"A text, or JSON; default: text", "文本或 JSON，默认 text"},
    {"The lines add up to the change of the value, and those who passed or were passed to the change of the rank.",
     "各行之和等于数值的变化，超过与被超过的人数合计等于名次的变化。"},
    {"Print what a rulebook computes, and from what", "列出考核办法计算什么、依据什么"},
    {"List the functions of formulas, each with an example", "列出公式可用的函数，各附一例"},
    {"List the forms that an item can have, with their keys", "列出考评项目可用的计分形式及其键"},
    {"Make believable data for a rulebook, to try it out", "为考核办法生成试用数据"},
    {"Run the tests that a rulebook holds", "运行考核办法自带的测试"},
    {"Score again what a receipt names, and compare every byte", "按回执重新计分，逐字节比较"},
    {"The rulebook: a YAML file", "考核办法：YAML 文件"},
    {"text (to standard error), json or sarif (to standard output); default: text",
     "text（写到标准错误）、json 或 sarif（写到标准输出），默认 text"},
    {"Language of messages; default: that of the locale", "提示的语言，默认随系统区域设置"},
    {"Key of the officer, as in the roster (required)", "人员编号，与花名册一致（必填）"},
    {"2026-03-05, 2026-W12, 2026-03, 2026-Q1, 2026-H1 or 2026 (required)",
     "2026-03-05、2026-W12、2026-03、2026-Q1、2026-H1 或 2026（必填）"},
    {"An item or category; default: the total", "考评项目或大类，默认为总分"},
    {"An indented text, or JSON; default: text", "缩进文本或 JSON，默认 text"},
    {"A folder with roster.csv, metrics.csv, duty.csv, events-TABLE.csv; or name the files:",
     "含 roster.csv、metrics.csv、duty.csv、events-TABLE.csv 的文件夹；或逐个指明文件："},
    {"The officers: officer,from,to,<attributes>", "花名册：officer,from,to,<属性>"},
    {"Figures: officer,date,<metrics> or officer,date,metric,value",
     "指标数据：officer,date,<指标> 或 officer,date,metric,value"},
    {"Duty records: officer,from,to,status", "勤务记录：officer,from,to,status"},
    {"Facts of a table of the rulebook: officer,date,<columns>", "考核办法中某事件表的记录：officer,date,<各列>"},
    {"The days for which the data are complete; default: first to last row",
     "数据完整覆盖的起止日期，默认为首条至末条记录"},
    {"Encoding of the files; default: detected", "文件编码，默认自动识别"},
    {"What stands between fields; default: as the header shows", "字段分隔符，默认按表头识别"},
    {"Leave out rows whose column recorded has a later day; default: all rows count",
     "不计 recorded 列日期更晚的记录，默认全部计入"},
    {"The one formula that each item stands for, or with --item that one; without data",
     "列出每个考评项目所对应的一个公式，或用 --item 只列一项；不需要数据"},
    {"A period that is not over yet is explained as far as the data go.", "尚未结束的周期，按已有数据说明。"},
    {"A line for each node, or a drawing for Graphviz; default: text", "每个节点一行，或 Graphviz 图，默认 text"},
    {"The folder of the data, for --plan", "数据文件夹，与 --plan 同用"},
    {"Print how it runs on the data: the steps in lanes, with what was proved",
     "列出在这些数据上如何运行：成批计算的各步及其值域"},
    {"The later day: as --known-at; default: all rows count", "较晚的日期，含义同 --known-at，默认全部计入"},
    {"The later data are the files of another folder", "较晚的数据取自另一文件夹"},
    {"A table for people, or CSV with all that moved; default: text", "供人阅读的表，或含全部变动的 CSV，默认 text"},
    {"Number of threads, default 1; the results do not depend on it", "线程数，默认 1，不影响结果"},
    {"Only periods that begin on this day or later", "只取此日或以后开始的周期"},
    {"Only periods that end on this day or earlier", "只取此日或以前结束的周期"},
    {"Only 2026-03-05, 2026-W12, 2026-03, 2026-Q1, 2026-H1 or 2026; with --grain, what lies in it",
     "只取 2026-03-05、2026-W12、2026-03、2026-Q1、2026-H1 或 2026；与 --grain 同用时取其中各期"},
    {"day, week, month, quarter, half, year; default: all that the rulebook assesses",
     "day、week、month、quarter、half、year，默认为考核办法的全部周期"},
    {"Also periods that are not over yet", "也包括尚未结束的周期"},
    {"The first lists what rows recorded after 2 May moved, the second only what those of 3 May did, the third what "
     "is\n"
     "different with the files of another folder. Nothing is written.",
     "第一条列出 5 月 2 日以后登记的记录带来的变动，第二条只列 5 月 3 日的，第三条列出换用另一文件夹的\n"
     "数据后的不同。不写任何文件。"},
    {"How many officers (required)", "人数（必填）"},
    {"The first day of the data (required)", "数据的第一天（必填）"},
    {"The last day of the data (required)", "数据的最后一天（必填）"},
    {"Format of the tables; default: csv", "表格的格式，默认 csv"},
    {"Show no progress; it is shown on a terminal only, never in files or pipes",
     "不显示进度；进度只在终端上显示，不写入文件或管道"},
    {"Another seed gives other data; default: 1", "换一个种子，数据不同，默认 1"},
    {"How many stations; default: one for each 20 officers", "派出所个数，默认每 20 人一个"},
    {"A new folder for the data (required)", "存放数据的新文件夹（必填）"},
    {"A new folder for the results (required)", "存放结果的新文件夹（必填）"},
    {"No wrong rows; else a few in a thousand are, as extracts have them",
     "不含错误记录；否则有千分之几，与实际导出相似"},
    {"Written are roster.csv, duty.csv, metrics.csv, an events-NAME.csv for each table of facts, and command.txt with "
     "the\n"
     "command that scores them. The same options give the same bytes; A0001 stays as he is when more officers are "
     "made.",
     "写出 roster.csv、duty.csv、metrics.csv，每个事件表一个 events-NAME.csv，以及含计分命令的 command.txt。\n"
     "选项相同则字节相同；人数增加时，A0001 保持不变。"},
    {"CSV begins with a byte order mark: Excel shows Chinese rightly at a double click",
     "CSV 文件开头写 BOM：双击打开时中文不乱码"},
    {"Also GRAIN_parts: every part with its full marks and reason", "另写 GRAIN_parts：每一部分及其满分和原因"},
    {"Also into a folder that holds files: results that are there are replaced, others stay",
     "文件夹里已有文件时也写入：替换其中的结果，其余保留"},
    {"Also into a folder that holds files: those of the same name are replaced, others stay",
     "文件夹里已有文件时也写入：替换同名文件，其余保留"},
    {"Exit codes: 0 no mistakes (there may be warnings), 1 mistakes, 2 wrong use.",
     "退出码：0 没有错误（可能有警告），1 有错误，2 用法有误。"},
    {"Exit codes: 0 every test holds, 1 one does not, or the rulebook has mistakes, 2 wrong use.",
     "退出码：0 测试全部通过，1 有测试未通过或考核办法有错误，2 用法有误。"},
    {"Written are tables in the format asked for, and receipt.json, which cwp verify holds against files and figures "
     "later. The\nformats:",
     "按所选格式写出各结果表，以及 receipt.json（回执），日后可用 cwp verify 据以核对文件和分数。\n格式："},
    {"The tables, and what their files are called:", "结果表及其文件名："},
    {"Only these tables; default: all but parts and standing", "只写这些结果表，默认除 parts 和 standing 外全部写出"},
    {"Issues in the data stop nothing, unless --strict. Exit codes: 0 all files written, 1 none written, 2 wrong use,\n"
     "130 stopped (none written).",
     "数据有问题不影响计分，除非用 --strict。退出码：0 文件全部写出，1 一个也未写出，2 用法有误，\n"
     "130 被中止（一个也未写出）。"},
    {"Stop at the first issue in the data", "遇到第一个数据问题即停止"},
    {"Instruction set: best, baseline, avx2 or avx512; the results do not depend on it",
     "指令集：best、baseline、avx2 或 avx512，不影响结果"},
    {"Also print how the work was done, and how long its parts took", "另外显示如何计算、各步耗时"},
    {"Written are GRAIN.csv, ranking_ID.csv, grades.csv, awards.csv, expect.csv, issues.csv and receipt.json, which\n"
     "cwp verify holds against files and figures later.",
     "写出 GRAIN.csv、ranking_ID.csv、grades.csv、awards.csv、expect.csv、issues.csv 和 receipt.json；\n"
     "以后可用 cwp verify 按回执核对文件和结果。"},
    {"The receipt.json of a results folder", "结果文件夹中的 receipt.json"},
    {"The folder with the inputs that the receipt names (required)", "回执所列数据所在的文件夹（必填）"},
    {"The rulebook; default: the one that the receipt names", "考核办法，默认为回执所列"},
    {"Compare two rulebooks: what they say, and whom the difference reaches",
     "比较两部考核办法：规定有何不同，影响哪些人"},
    {"Try other values in a rulebook: whom that would reach", "试用另外的数值：会影响哪些人"},
    {"Print the JSON Schema of rulebooks, for editors", "输出考核办法的 JSON Schema，供编辑器使用"},
    {"Print a small rulebook with remarks, to begin with", "输出一部带说明的小考核办法，作为起点"},
    {"With data it also looks at what they show: items that tell nobody apart, weights in effect, items that go "
     "together, "
     "small\n"
     "groups, figures that stopped, that jump or heap. What is an estimate says so. Rows with issues are those of cwp "
     "score.",
     "给出数据时，还检查数据反映的问题：区分不出人员的项目、实际权重、同涨同落的项目、过小的组、\n"
     "中断的数据、突变或集中于整数的数值。凡属估计都会注明。有问题的记录与 cwp score 所列相同。"},
    {"Tell what can come out of a rulebook at all, with examples", "说明考核办法究竟能得出什么，附实例"},
    {"A table for people, or JSON with every example; default: text", "供人阅读的表，或含全部实例的 JSON，默认 text"},
    {"Proved is what follows from the ranges that the rulebook promises, or what an example shows; each example is "
     "scored "
     "as an\n"
     "officer would be. Of what is not decided neither was found. Exit codes: 0 nothing is refuted, 1 something is, 2 "
     "wrong use.",
     "“已证明”指由办法所承诺的取值范围得出，或有实例表明；每个实例都像人员一样实际计分。\n"
     "“未判定”指两者都没有找到。退出码：0 没有被否定的，1 有被否定的，2 用法有误。"},
    {"Lay out the text of a rulebook canonically, remarks and all", "规范考核办法文本的排版，保留注释"},
    {"Only tell what is not in the canonical form; nothing is written", "只指出哪些行不是规范格式，不写文件"},
    {"Indentation, blanks, quotes and line ends change; what the rulebook says does not, nor do remarks, order and "
     "line "
     "breaks.\n"
     "The file is replaced as a whole, or left as it is. Exit codes: 0 in the canonical form, 1 not (--check), or a "
     "text "
     "that\n"
     "cannot be formatted, 2 wrong use.",
     "只改缩进、空格、引号和换行符；办法的内容、注释、顺序和分行都不变。\n"
     "文件整体替换，否则保持原样。退出码：0 已是规范格式，1 不是（--check）或无法排版，2 用法有误。"},
    {"The attributes whose groups are shown; default: all texts and truths",
     "按哪些属性分组显示，默认为全部文本和是否类属性"},
    {"Put bulk data into a column file, which is scored more quickly", "把大批数据打包成列文件，计分更快"},
    {"The column file (required)", "列文件（必填）"},
    {"A column file of cwp pack, in place of all these", "cwp pack 写出的列文件，代替以上各项"},
    {"For bulk data that are scored often: officers who come, leave and are on leave, but none whose attributes "
     "change; "
     "figures\n"
     "of their own; no issues. What is scored out of the file is, but for the receipt, what the files give. A file "
     "that "
     "is there\n"
     "is replaced in one step.",
     "适用于反复计分的大批数据：人员可以入职、离职、请假，但属性不变；数据都是本人的；没有问题行。用列文件计分，除凭证"
     "外，\n"
     "与直接用原始文件计分的结果相同。已有的同名文件会被一次性替换。"},
    {"A new folder for rules.csv, moved.csv, parts.csv, groups.csv",
     "存放 rules.csv、moved.csv、parts.csv、groups.csv 的新文件夹"},
    {"The rulebook as it was", "原考核办法"},
    {"The rulebook as it is to be", "新考核办法"},
    {"Without data, only the rules are compared. What is written otherwise and means the same is no difference.",
     "不给出数据时只比较规定。写法不同而含义相同的，不算变化。"},
    {"A value to try; may be given several times (required)", "要试用的值，可多次给出（必填）"},
    {"A path begins with an id or a key of the rulebook, and goes on with keys, ids, or places of a list (from 1) "
     "between\n"
     "dots. A key that was not written is added. The rulebook itself stays as it is.",
     "路径以考核办法的标识或键开头，之后用点号连接键、标识或列表中的序号（从 1 起）。\n"
     "原来没有写的键会加上。考核办法文件本身不变。"},
    {"An editor that knows JSON Schema (VS Code with the YAML extension, for one) completes and explains keys in a "
     "rulebook\n"
     "that begins with this line:",
     "支持 JSON Schema 的编辑器（如装有 YAML 扩展的 VS Code）会补全并说明键，\n"
     "只要考核办法以这一行开头："},
    {"It checks clean, and its test holds: go on from there with cwp check, cwp test and cwp sample.",
     "它没有错误，自带的测试也通过；接着可用 cwp check、cwp test 和 cwp sample。"},
    {"Also list what came up in no test", "另外列出测试没有涉及的内容"},
    {"Also list small changes of the rules that no test notices", "另外列出测试发现不了的细小改动"},
    {"--coverage lists the conditions, bands, losses, adjustments, vetoes, grades and awards that came up in no test.\n"
     "--mutate changes one number or operator of the rules after the other, and lists the changes that no test "
     "noticed.",
     "--coverage 列出测试没有涉及的条件、分档、扣分、加减分、一票否决、等次和奖惩。\n"
     "--mutate 逐一改动一个数字或运算符，列出测试没有发现的改动。"},
    {"Nothing is written. Exit codes: 0 all equal, 1 something differs (a line each), 2 wrong use.",
     "不写任何文件。退出码：0 全部一致，1 有不同（每处一行），2 用法有误。"},
};

}  // namespace

std::string in_chinese(std::string help) {
  const auto replace = [&](std::string_view en, std::string_view zh) {
    for (std::size_t at = 0; (at = help.find(en, at)) != std::string::npos; at += zh.size())
      help.replace(at, en.size(), zh);
  };
  for (const HelpSentence& one : kHelpSentences) replace(one.en, one.zh);
  for (const OutputFormatDoc& format : output_formats()) replace(format.en, format.zh);
  for (const OutputTableDoc& table : output_tables()) replace(table.en, table.zh);
  return help;
}

}  // namespace cwp
