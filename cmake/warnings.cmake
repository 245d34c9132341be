# How all of our own code is compiled. Third-party headers are SYSTEM (packages.cmake).
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(CWP_CCACHE ccache)
if(CWP_CCACHE)
  # What ccache asks for where a header is precompiled; paths below ours as seen from the build tree, so that one tree's
  # tests are every tree's.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
                                  CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} ${CWP_CCACHE})
endif()

# tests/structure/headers_test.py compiles each public header with the same warnings.
set(CWP_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(PROJECT_IS_TOP_LEVEL)
  list(APPEND CWP_WARNINGS -Werror)  # a newer compiler's new warning is no reason to stop somebody else's build
endif()
# Two warnings of gcc 12's optimiser are false alarms over std::string and std::optional (gcc bugs 105651, 105562).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND CWP_WARNINGS -Wno-restrict -Wno-maybe-uninitialized)
endif()

# -ffp-contract=off: gcc fuses a*b+c where the machine can, and the same figures must come out on every machine.
add_library(cwp_warnings INTERFACE)
target_compile_options(cwp_warnings INTERFACE ${CWP_WARNINGS} -ffp-contract=off)
add_library(cwp_options INTERFACE)
target_link_libraries(cwp_options INTERFACE cwp_warnings)

# Line tables are all a sanitizer's report needs. layers.cmake says what is optimised.
if(CWP_SANITIZE STREQUAL "thread")
  set(sanitizers -fsanitize=thread)
elseif(CWP_SANITIZE STREQUAL "fuzz")  # clang's; its warnings are another compiler's, and gcc judges ours
  set(sanitizers -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -w)
elseif(CWP_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all)
endif()
if(sanitizers)
  target_compile_options(cwp_options INTERFACE ${sanitizers} -fno-omit-frame-pointer -g1)
  target_compile_definitions(cwp_options INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(cwp_options INTERFACE ${sanitizers})
endif()
