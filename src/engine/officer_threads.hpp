#pragma once
// Threads over officers.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

namespace cwp {

/// Calls `work` for each officer, a fixed share of them in each of `threads` threads, so that nothing depends on which
/// is faster. An exception of one ends up in the caller.
void for_each_officer(std::size_t officers, int threads, const std::function<void(std::size_t)>& work);

/// While it lives, for_each_officer of the thread that made it finds its threads waiting, in place of starting some
/// each time: a scoring has several phases, and a thread takes longer to start than a small one of them. Where there
/// is one already, the second does nothing.
class OfficerTeam {
 public:
  enum class Start : std::uint8_t {
    at_once,
    when_needed,  ///< of work that may be over sooner than they are there
  };
  /// `threads`: with the one that calls; no more than the system gives are made.
  explicit OfficerTeam(int threads, Start start = Start::at_once);
  ~OfficerTeam();
  OfficerTeam(const OfficerTeam&) = delete;
  OfficerTeam& operator=(const OfficerTeam&) = delete;

 private:
  class Crew;
  friend void for_each_officer(std::size_t, int, const std::function<void(std::size_t)>&);
  Crew& crew();

  static thread_local OfficerTeam* of_this_thread_;
  int threads_;
  std::unique_ptr<Crew> crew_;
};

}  // namespace cwp
