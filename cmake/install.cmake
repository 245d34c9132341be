# What `cmake --install` and cpack take along: the program, the library with its headers, and how others find it.
# docs/guide-programmer.md shows each way of linking; tests/consumers goes all of them.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/cwp)

if(TARGET cwp_cli)
  install(TARGETS cwp_cli RUNTIME COMPONENT program)
  if(BUILD_SHARED_LIBS)
    file(RELATIVE_PATH to_lib ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
    set_target_properties(cwp_cli PROPERTIES INSTALL_RPATH $ORIGIN/${to_lib})
  endif()
endif()
install(TARGETS cwp EXPORT cwpTargets
        ARCHIVE COMPONENT development
        LIBRARY COMPONENT program NAMELINK_COMPONENT development
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/cwp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

# find_package(cwp). Before 1.0 the next minor version may break what is linked against this one.
install(EXPORT cwpTargets NAMESPACE cwp:: DESTINATION ${package_dir} COMPONENT development)
get_target_property(CWP_LIBRARY_TYPE cwp TYPE)
configure_package_config_file(cmake/cwpConfig.cmake.in ${PROJECT_BINARY_DIR}/cwpConfig.cmake INSTALL_DESTINATION ${package_dir}
                              NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/cwpConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/cwpConfig.cmake ${PROJECT_BINARY_DIR}/cwpConfigVersion.cmake cmake/libraries.cmake
        DESTINATION ${package_dir} COMPONENT development)

# pkg-config cwp. A shared library brings what it needs.
file(RELATIVE_PATH CWP_PC_TO_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" CWP_PC_TO_PREFIX ${CWP_PC_TO_PREFIX})
set(CWP_PC_REQUIRES "")
set(CWP_PC_LIBS "")
if(NOT BUILD_SHARED_LIBS)
  set(CWP_PC_REQUIRES "fmt, yaml-cpp, libcrypto, mpfr, libutf8proc")
  set(CWP_PC_LIBS "-lgmp -lstdc++ -lm")  # gmp has no .pc everywhere; the last two are for those who link with a C compiler
endif()
configure_file(cmake/cwp.pc.in ${PROJECT_BINARY_DIR}/cwp.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/cwp.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

# Packages are of cwp alone, not of a project that holds it.
if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()

# cpack: one .tar.gz of all; cwp_….deb with the program, libcwp-dev_….deb with headers and library.
set(CPACK_GENERATOR TGZ DEB)
set(CPACK_PACKAGE_CONTACT "cwp" CACHE STRING "who answers for the packages: NAME <MAIL>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME cwp)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libcwp-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
if(BUILD_SHARED_LIBS)
  set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "cwp (= ${PROJECT_VERSION})")
else()
  set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
      "libfmt-dev, libyaml-cpp-dev, libssl-dev, libmpfr-dev, libgmp-dev, libutf8proc-dev")
endif()
# Which versions of shared libraries the program needs is dpkg-dev's to say.
find_program(CWP_SHLIBDEPS dpkg-shlibdeps)
if(CWP_SHLIBDEPS)
  set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
endif()
include(CPack)
