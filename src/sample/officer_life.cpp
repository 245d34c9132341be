#include "sample/officer_life.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cwp {
namespace {

constexpr std::uint32_t kOfficersOfAStation = 20;
/// Careers change within spans of at least so many days, and not in their first or last fifth.
constexpr std::int32_t kShortSpan = 30;
/// Of a thousand rest days so many are somebody's turn, and then so much happens.
constexpr std::int64_t kTurns = 80, kTurnShare = 600;
/// The first officers have each fate once, so that small samples have them all.
constexpr std::uint32_t kJoiner = 2, kLeaver = 3, kFirstWithDuty = 5;
/// Of each twenty one moves: the fourth.
constexpr std::uint32_t kMover = 4;

/// How a status is taken: days of one record, records in a hundred years, whether work goes on.
struct Habit {
  std::string_view words;  ///< one of them in the status makes it this habit, separated by blanks
  std::int32_t shortest, longest;
  std::int64_t in_a_hundred_years;
  bool works;
};
constexpr Habit kHabits[] = {
    {"train course 训 学", 2, 5, 100, false}, {"suspend 停", 10, 40, 3, false},
    {"second loan 借 抽", 20, 60, 6, false},  {"sick 病", 2, 8, 50, false},
    {"maternity 产", 98, 158, 2, false},      {"leave holiday 假 休", 3, 15, 160, false},
};
constexpr Habit kExempt = {"", 2, 6, 80, false};
constexpr Habit kRest = {"", 1, 1, 600, false};
constexpr Habit kAssessed = {"", 1, 3, 100, true};
/// Some are away for months.
constexpr Habit kLong = {"", 60, 150, 3, false};

const Habit& habit_of(const DutyRule& rule) {
  if (rule.meaning == DutyMeaning::rest) return kRest;
  for (const Habit& habit : kHabits)
    for (std::size_t begin = 0; begin < habit.words.size();) {
      const std::size_t end = std::min(habit.words.find(' ', begin), habit.words.size());
      if (rule.status.value.find(habit.words.substr(begin, end - begin)) != std::string::npos) return habit;
      begin = end + 1;
    }
  return rule.meaning == DutyMeaning::assessed ? kAssessed : kExempt;
}

/// A day in the middle three fifths.
Day day_inside(DayRange days, Random& random) {
  return days.first + std::int32_t(random.between(days.size() / 5, days.size() * 4 / 5));
}

std::uint32_t first_station(std::uint32_t number, std::uint32_t stations, Random& random) {
  const std::uint32_t drawn = random.below(1'000'000);
  if (stations == 0) return (number - 1) / kOfficersOfAStation;
  return number <= stations ? number - 1 : drawn % stations;  // nobody's station is empty
}

void make_posts(OfficerLife& life, const LifeOptions& options, Random& random) {
  const DayRange span = options.span;
  const bool changes = span.size() >= kShortSpan;
  const std::uint32_t station = first_station(life.number, options.stations, random);
  const bool joins = random.thousandths(60), leaves = random.thousandths(40);
  life.career_from = span.first - std::int32_t(random.between(60, 9000));
  if (life.career_from < kFirstDay) life.career_from = kFirstDay;
  life.present = span;
  LifePost post{life.career_from, std::nullopt, station};
  const Day inside = day_inside(span, random);
  if (changes && (joins || life.number == kJoiner)) {
    post.from = life.career_from = life.present.first = inside;
  } else if (changes && (leaves || life.number == kLeaver)) {
    life.present.last = inside;
    post.to = inside;
  } else if (changes && life.number % kOfficersOfAStation == kMover && (options.stations > 1 || station > 0)) {
    const std::uint32_t others = options.stations > 1 ? options.stations : station + 1;
    life.posts.push_back({post.from, inside - 1, station});
    post = {inside, std::nullopt, (station + 1 + random.below(others - 1)) % others};
  }
  life.posts.push_back(post);
}

bool is_free(const OfficerLife& life, DayRange days) {
  return std::none_of(life.duty.begin(), life.duty.end(), [&](const LifeDuty& duty) {
    return days.first <= duty.days.last + 1 && duty.days.first <= days.last + 1;
  });
}

/// One record somewhere in his time, unless something else is there already.
void add_duty(OfficerLife& life, const std::string& status, const Habit& habit, Random& random) {
  const DayRange present = life.present;
  const std::int32_t length = std::min(std::int32_t(random.between(habit.shortest, habit.longest)), present.size());
  const Day first = present.first + std::int32_t(random.between(0, present.size() - length));
  const DayRange days{first, first + (length - 1)};
  if (is_free(life, days)) life.duty.push_back({days, status, habit.works});
}

void make_duty(OfficerLife& life, const Rulebook& rulebook, Random& random) {
  const std::int64_t days = life.present.size();
  std::vector<const DutyRule*> rules;
  for (const DutyRule& rule : rulebook.duty)
    if (rule.status.value != "on_duty" && rule.status.value != "rest") rules.push_back(&rule);
  const std::uint32_t mine = life.number - kFirstWithDuty;  // of the first officers each has one status for sure
  if (life.number >= kFirstWithDuty && mine < rules.size())
    add_duty(life, rules[mine]->status.value, habit_of(*rules[mine]), random);
  for (const DutyRule* rule : rules) {
    const Habit& habit = habit_of(*rule);
    if (rule->meaning == DutyMeaning::exempt && random.poisson(kLong.in_a_hundred_years * 10 * days / 365) > 0 &&
        days > kLong.longest)
      add_duty(life, rule->status.value, kLong, random);
    for (std::int64_t i = random.poisson(habit.in_a_hundred_years * 10 * days / 365); i > 0; --i)
      add_duty(life, rule->status.value, habit, random);
  }
  std::sort(life.duty.begin(), life.duty.end(),
            [](const LifeDuty& a, const LifeDuty& b) { return a.days.first < b.days.first; });
}

void make_talent(OfficerLife& life, Random& random) {
  constexpr std::uint32_t kShares[] = {15, 60, 25};  // weak, ordinary, strong
  constexpr std::int64_t kFrom[] = {40, 380, 780}, kTo[] = {300, 720, 1000};
  const std::size_t kind = life.number <= 3 ? (life.number + 1) % 3 : random.pick(kShares);
  life.talent = random.between(kFrom[kind], kTo[kind]);
  if (random.thousandths(200)) life.progress = random.thousandths(700) ? 300 : -200;
}

}  // namespace

std::uint32_t OfficerLife::station_on(Day day) const {
  for (const LifePost& post : posts)
    if (!post.to || day <= *post.to) return post.station;
  return posts.back().station;
}

const LifeDuty* OfficerLife::duty_on(Day day) const {
  for (const LifeDuty& record : duty)
    if (record.days.contains(day)) return &record;
  return nullptr;
}

Quality OfficerLife::side(std::string_view in, std::uint64_t seed) const {
  return Random(seed, "side " + std::string(in), number).bell(70);
}

Quality OfficerLife::quality(Day day, Quality side, DayRange span) const {
  return std::clamp<Quality>(talent + side + progress * (day - span.first) / span.size(), 0, 1000);
}

OfficerLife make_life(std::uint32_t number, const LifeOptions& options, const Rulebook& rulebook) {
  OfficerLife life;
  life.number = number;
  life.key = officer_key(number);
  Random random(options.seed, "life", number);
  make_talent(life, random);
  make_posts(life, options, random);
  make_duty(life, rulebook, random);
  return life;
}

std::int64_t share_of_workday(Day day) {
  constexpr std::int64_t kByWeekday[] = {1080, 1040, 1000, 1000, 880, 800, 800};
  return kByWeekday[std::size_t(day.weekday())];
}

std::int64_t share_of_day(const OfficerLife& officer, Day day, const Calendar& calendar, std::uint64_t seed) {
  const LifeDuty* duty = officer.duty_on(day);
  if (duty != nullptr && !duty->works) return 0;
  if (calendar.is_workday(day)) return share_of_workday(day);
  Random random(seed, "turn " + day.to_text(), officer.number);
  return random.thousandths(kTurns) ? kTurnShare : 0;
}

std::string officer_key(std::uint32_t number) { return fmt::format("A{:04}", number); }

}  // namespace cwp
