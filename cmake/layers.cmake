# One object library a folder of src/, lowest first. A folder may use those named before it in its line of LAYERS;
# tests/structure/layers_test.py reads the same file docs/architecture.md shows and checks the #include lines.
set(CWP_LAYERS text decimal calendar formula form model data load graph bounds check io exact program engine standing table explain)

set(CWP_OBJECTS "")
foreach(layer ${CWP_LAYERS})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/src/${layer}/*.cpp)
  if(sources)
    add_library(cwp_${layer} OBJECT ${sources})
    target_include_directories(cwp_${layer} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include ${CMAKE_CURRENT_SOURCE_DIR}/src)
    target_link_libraries(cwp_${layer} PRIVATE cwp_options)
    list(APPEND CWP_OBJECTS $<TARGET_OBJECTS:cwp_${layer}>)
  endif()
endforeach()

# What a layer needs from outside.
set(CWP_LINK fmt::fmt-header-only OpenSSL::Crypto ${CWP_MPFR} ${CWP_GMP} ${CWP_UTF8PROC} yaml-cpp)

add_library(cwp STATIC ${CWP_OBJECTS})
target_include_directories(cwp PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include)
target_link_libraries(cwp PRIVATE ${CWP_LINK} cwp_options)
