# Third-party packages. Their headers are SYSTEM: imported targets and /usr/include are, so our warnings do not reach
# them. Why each is here: docs/decisions/0001-dependencies.md. Who may include them: layers.cmake.
find_package(Boost 1.74 REQUIRED)  # headers only: Spirit X3, Graph, Multiprecision
find_package(yaml-cpp REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED)
find_library(CWP_MPFR mpfr REQUIRED)
find_library(CWP_GMP gmp REQUIRED)
find_library(CWP_UTF8PROC utf8proc REQUIRED)
