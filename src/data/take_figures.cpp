#include "data/figure_cells.hpp"

namespace cwp {
namespace {

class FigureTaker {
 public:
  explicit FigureTaker(DatasetMaking& making) : making_(making), rows_(making.rows), cells_(making) {}

  std::vector<Diagnostic> take() {
    std::vector<std::vector<std::uint32_t>> of_officer(making_.state.officers.size());
    std::vector<std::uint32_t> about;
    for (std::uint32_t i = 0; i < rows_.figures.size(); ++i) {
      const FigureInput& figure = rows_.figures[i];
      if (making_.card.about[figure.metric])
        about.push_back(i);
      else if (making_.counts(figure))
        of_officer[making_.officer_of_key[figure.officer]].push_back(i);
    }
    for (std::size_t i = 0; i < of_officer.size(); ++i) {
      OfficerRecord& officer = making_.state.officers[i];
      cells_.make(of_officer[i],
                  [&](std::uint32_t metric, MetricCell cell) { officer.metrics[metric].push_back(std::move(cell)); });
    }
    take_about(making_, cells_, about);
    return cells_.duplicates();
  }

 private:
  DatasetMaking& making_;
  InputRows& rows_;
  FigureCells cells_;
};

}  // namespace

std::vector<Diagnostic> take_figures(DatasetMaking& making) { return FigureTaker(making).take(); }

}  // namespace cwp
