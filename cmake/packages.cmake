# Third-party packages, each as an interface target with SYSTEM headers. Which layer may use which is in layers.cmake.
find_package(Boost 1.74 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_library(CWP_MPFR mpfr REQUIRED)
find_library(CWP_GMP gmp REQUIRED)
find_library(CWP_UTF8PROC utf8proc REQUIRED)
