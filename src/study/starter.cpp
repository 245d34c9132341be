#include "cwp/starter.hpp"

#include <string_view>

namespace cwp {
namespace {

constexpr std::string_view kEnglish =
    R"(# A small rulebook that works. Change it line by line, and look after each change:
#   cwp check rules.yaml     every mistake, with its place and how to mend it
#   cwp test rules.yaml      the examples at the end of this file
#   cwp forms                all ways to give points (target, bands, deduct ...); cwp functions: what formulas can say

cwp: 1                          # the version of the language
id: my-rules                    # what reports call this rulebook
title: {en: Monthly assessment of community officers, zh: 社区民警月度考核办法}

calendar:
  month: {starts: 1}            # 21: March would be 21 February to 20 March
  # holidays: [2026-10-01..2026-10-07]
  # extra_workdays: [2026-10-10]

parameters:                     # figures that will be argued about have a name
  visits_a_week: 8

attributes:                     # what the roster says of an officer
  station: {type: text}

duty: {leave: exempt, training: exempt}   # days with these statuses are not assessed

metrics:                        # what is reported, day by day; a day without a row is 0
  entries: {title: {en: Records entered, zh: 基础信息录入}, type: u16}
  visits: {title: {en: Household visits, zh: 入户走访}, type: u16}
  missed: {title: {en: Persons missed, zh: 漏管人员}, type: u16, better: less}
  citations: {title: {en: Citations, zh: 嘉奖}, type: u8}

categories:                     # the scorecard; full marks add up
  - id: people
    title: {en: Managing people, zh: 人员管控}
    full: 100
    items:
      # Every day: 12 records are full marks, fewer in proportion. The month has the mean of its days.
      - {id: records, per: day, full: 40, target: {of: entries, at: 12}}
      # Every week: by bands. From 5 visits on 20 marks, from the target on 40.
      - {id: household_visits, per: week, full: 40, bands: {of: visits, table: [[0, 0], [5, 20], [visits_a_week, 40]]}}
      # Every month: 5 marks less for each person missed, down to nothing.
      - {id: missed_people, per: month, full: 20, deduct: {of: missed, each: 5}}

adjustments:                    # outside the 100 marks
  - {id: merit, per: month, gives: 2 * citations, up_to: 6}

assessments:
  month: {}                     # what is published; week: {} and others as well, where wanted

rankings:
  - {id: station_month, every: month, of: total, by: station, ties: [people]}

tests:                          # examples worked out by hand; cwp test runs them
  - name: a steady month with one person missed
    officers:
      ann: {station: North}
    metrics:
      - {officer: ann, dates: 2026-03-01..2026-03-31, entries: 12}
      - {officer: ann, dates: 2026-03-02..2026-03-31, visits: 1}   # 7 in a week, 2 in the one that ends in April
      - {officer: ann, date: 2026-03-10, missed: 1}
      - {officer: ann, date: 2026-03-20, citations: 1}
    expect:
      - {officer: ann, period: 2026-03, records: 40, household_visits: 20, missed_people: 15, merit: 2, total: 77}
)";

constexpr std::string_view kChinese = R"(# 一部可以直接运行的小考核办法。请逐行修改，每改一处都检查一下：
#   cwp check rules.yaml     检查：逐一指出错误及其位置和改法
#   cwp test rules.yaml      运行本文件末尾的算例
#   cwp forms                所有计分形式（target、bands、deduct 等）；cwp functions：公式可用的函数

cwp: 1                          # 语言版本
id: my-rules                    # 考核办法的标识，用于报表
title: {en: Monthly assessment of community officers, zh: 社区民警月度考核办法}

calendar:
  month: {starts: 1}            # 写 21 则三月指 2 月 21 日至 3 月 20 日
  # holidays: [2026-10-01..2026-10-07]
  # extra_workdays: [2026-10-10]

parameters:                     # 需要反复讨论的数值，给它起个名字
  visits_a_week: 8

attributes:                     # 花名册上人员的属性
  station: {type: text}

duty: {leave: exempt, training: exempt}   # 处于这些状态的日子不考核

metrics:                        # 逐日上报的数据；没有数据行的日子为 0
  entries: {title: {en: Records entered, zh: 基础信息录入}, type: u16}
  visits: {title: {en: Household visits, zh: 入户走访}, type: u16}
  missed: {title: {en: Persons missed, zh: 漏管人员}, type: u16, better: less}
  citations: {title: {en: Citations, zh: 嘉奖}, type: u8}

categories:                     # 评分表；各项满分之和等于大类满分
  - id: people
    title: {en: Managing people, zh: 人员管控}
    full: 100
    items:
      # 按日：录入 12 条得满分，不足按比例；月度取各日平均。
      - {id: records, per: day, full: 40, target: {of: entries, at: 12}}
      # 按周：分档。走访 5 户起 20 分，达到目标 40 分。
      - {id: household_visits, per: week, full: 40, bands: {of: visits, table: [[0, 0], [5, 20], [visits_a_week, 40]]}}
      # 按月：每漏管一人扣 5 分，扣完为止。
      - {id: missed_people, per: month, full: 20, deduct: {of: missed, each: 5}}

adjustments:                    # 100 分之外的加分和扣分
  - {id: merit, per: month, gives: 2 * citations, up_to: 6}

assessments:
  month: {}                     # 公布的考核；需要时可再加 week: {} 等

rankings:
  - {id: station_month, every: month, of: total, by: station, ties: [people]}

tests:                          # 手工算好的例子，由 cwp test 运行
  - name: 平稳的一个月，漏管一人
    officers:
      ann: {station: North}
    metrics:
      - {officer: ann, dates: 2026-03-01..2026-03-31, entries: 12}
      - {officer: ann, dates: 2026-03-02..2026-03-31, visits: 1}   # 每周 7 户，跨入四月的一周 2 户
      - {officer: ann, date: 2026-03-10, missed: 1}
      - {officer: ann, date: 2026-03-20, citations: 1}
    expect:
      - {officer: ann, period: 2026-03, records: 40, household_visits: 20, missed_people: 15, merit: 2, total: 77}
)";

}  // namespace

std::string starter_rulebook(Language language) { return std::string(language == Language::zh ? kChinese : kEnglish); }

}  // namespace cwp
