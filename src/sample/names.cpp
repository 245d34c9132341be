#include "sample/names.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace cwp {
namespace {

constexpr std::array<std::string_view, 40> kPlaces = {
    "城关", "东风", "南湖", "西河", "北桥", "新华", "建设", "和平", "解放", "胜利", "人民", "朝阳", "红星", "光明",
    "青山", "石桥", "柳林", "平安", "永安", "龙泉", "金山", "银河", "长江", "黄河", "泰山", "文昌", "学府", "站前",
    "工农", "友谊", "团结", "幸福", "兴隆", "太平", "清河", "白塔", "古城", "月湖", "双桥", "三里"};
constexpr std::array<std::string_view, 20> kSurnames = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周",
                                                        "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗"};
constexpr std::array<std::string_view, 20> kGiven = {"伟", "芳", "娜", "敏", "静", "强", "磊", "军", "洋", "勇",
                                                     "艳", "杰", "涛", "明", "超", "平", "刚", "华", "建", "国"};

std::string_view one_of(const std::array<std::string_view, 20>& names, Random& random) {
  return names[random.below(std::uint32_t(names.size()))];
}

}  // namespace

std::string station_name(std::uint32_t station) {
  if (station < kPlaces.size()) return std::string(kPlaces[station]) + "派出所";
  return fmt::format("S{:02}", station + 1);
}

std::string person_name(Random& random) {
  std::string name(one_of(kSurnames, random));
  name += one_of(kGiven, random);
  if (random.thousandths(600)) name += one_of(kGiven, random);
  return name;
}

std::string street_name(Random& random) {
  return fmt::format("{}路{}号", kPlaces[random.below(std::uint32_t(kPlaces.size()))], random.between(1, 120));
}

std::string text_for(std::string_view id, Random& random) {
  for (const std::string_view part : {"name", "person", "人", "姓名"})
    if (id.find(part) != std::string_view::npos) return person_name(random);
  return street_name(random);
}

}  // namespace cwp
