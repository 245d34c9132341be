#pragma once
// RightOfWay: what has it goes on, and what can wait does.

#include <atomic>

namespace cwp {

class RightOfWay {
 public:
  /// As long as one of these lives, others wait.
  class Taken {
   public:
    explicit Taken(RightOfWay& way) : way_(way) { ++way_.taken_; }
    ~Taken() {
      if (--way_.taken_ == 0) way_.taken_.notify_all();
    }
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;

   private:
    RightOfWay& way_;
  };
  /// Until nobody has it.
  void wait() const {
    for (int taken = taken_; taken != 0; taken = taken_) taken_.wait(taken);
  }

 private:
  std::atomic<int> taken_ = 0;
};

}  // namespace cwp
