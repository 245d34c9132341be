#pragma once
// Work cut into one part a thread.

#include <cstddef>
#include <thread>
#include <vector>

namespace cwp::r36 {

/// work(part, first, end) for the parts of [0, size), each in a thread of its own; the caller's is one of them.
template <class Work>
void in_parallel(unsigned threads, std::size_t size, const Work& work) {
  const auto edge = [&](unsigned part) { return size * part / threads; };
  std::vector<std::jthread> others;
  for (unsigned part = 1; part < threads; ++part)
    others.emplace_back([&work, part, first = edge(part), end = edge(part + 1)] { work(part, first, end); });
  work(0U, std::size_t{0}, edge(1));
}

}  // namespace cwp::r36
