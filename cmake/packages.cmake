# Third-party packages. Their headers are SYSTEM: imported targets and /usr/include are, so our warnings do not reach
# them. Why each is here: docs/decisions/0001-dependencies.md. Who may include them: layers.cmake.
find_package(Boost 1.74 REQUIRED)  # headers only: Spirit X3, Graph, Multiprecision
find_package(yaml-cpp REQUIRED)
find_package(fmt REQUIRED)
if(CWP_PROGRAM)
  find_package(CLI11 REQUIRED)
endif()
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED)
include(libraries)
if(CWP_MISSING)
  message(FATAL_ERROR "cwp needs the libraries ${CWP_MISSING}")
endif()
