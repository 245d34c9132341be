# The layers: the one place that knows them. The build makes one object library a folder of src/ from this table, and
# tests/structure/layers_test.py checks every #include against it. docs/architecture.md says what each layer holds.

# Lowest first. A folder may include what stands on a line above its own …
set(CWP_LAYERS
    text decimal calendar
    keys formula model form
    yaml
    extend
    load
    schema
    graph
    bounds
    term
    lint
    check
    row
    data
    kernel bytes
    columns
    io
    exact
    lane
    program
    plan
    engine
    cohort
    standing
    stream
    column_file
    bulletin
    table explain sample trial
    files arrow
    moved verify reasons sensitivity kept
    scorer
    study layout survey
    proof)
# … and of its own line only what is named here: `form>model` lets form include model.
set(CWP_SAME_LINE_EDGES decimal>text calendar>text model>formula form>formula form>model sample>table bytes>kernel)

# The layer a public header, include/cwp/HEADER.hpp, belongs to: the lowest that uses its words. What it promises may be
# kept by a higher one.
set(CWP_PUBLIC_HEADERS
    export=text source=text diagnostic=text result=text
    decimal=decimal
    calendar=calendar
    formula=formula function_catalog=formula
    rule_text=model rule_inputs=model rule_items=model rule_totals=model rule_standing=model rule_test=model rule_warnings=model
    rulebook=model nearest=model
    form_catalog=form
    load=load
    schema=schema
    check=check
    csv_dialect=row dataset=row
    columns=data eigen=data
    progress=io read_csv=io
    score_parts=exact scores=exact engine_report=exact
    isa=kernel
    plan=plan
    score=engine
    score_sink=stream
    column_file=column_file
    output_format=bulletin write=bulletin
    explain=explain
    sample=sample
    run_tests=trial
    score_files=files arrow=arrow
    moved=moved
    scorer=scorer
    why_moved=reasons next_steps=reasons certain=reasons sensitivity=sensitivity
    verify=verify
    compare_rules=study compare=study coverage=study starter=study format_rules=layout check_data=survey prove=proof)

# Third party: a header (or all below a folder/) and the folders that alone may include it. All are dear to parse, so they
# belong into .cpp files; a header that has one may be included only from the same folders.
set(CWP_FENCES
    yaml-cpp/=src/yaml
    boost/spirit/=src/formula
    boost/fusion/=src/formula
    boost/graph/=src/graph
    boost/property_map/=src/graph
    boost/multiprecision/=src/decimal,tests/oracle
    mpfr.h=src/decimal
    gmp.h=src/decimal
    utf8proc.h=src/text,src/formula,src/model,src/yaml,src/load,src/io
    openssl/=src/text,src/check,src/table
    fmt/=src,cli,examples,tests,bench
    nlohmann/=src/schema,src/table,src/explain,src/verify,src/reasons,src/proof,cli,tests
    CLI/=cli
    gtest/=tests
    benchmark/=bench
    Eigen/=include/cwp/eigen.hpp,src/sensitivity,examples,tests/columns
    immintrin.h=src/kernel,bench/r36
    malloc.h=bench
    iconv.h=src/io
    fcntl.h=src/text,src/bytes,src/io,cli,tests
    sched.h=tests
    pthread.h=tests
    unistd.h=src/text,src/bytes,src/io,cli,tests
    sys/=src/text,src/columns,src/bytes,src/io,cli,tests,bench)

# What the objects need from outside; fences above say who may use it.
set(CWP_LINK fmt::fmt OpenSSL::Crypto cwp::mpfr cwp::gmp cwp::utf8proc yaml-cpp nlohmann_json::nlohmann_json)

# What runs much is optimised under a sanitizer too; the rest compiles in two thirds of the time without.
set(CWP_RUNS_MUCH decimal calendar term row data bytes columns exact lane program engine cohort standing stream column_file sensitivity)

# The files of a layer are compiled six as one (their own names must therefore differ), which takes half of the time, but
# for these: they are tables of one shape, or have flags of their own. The preset dev compiles each file by itself, so
# that a header that a file forgot to include is missed there; `./dev nightly` builds it.
set(CWP_FILES_APART text formula form yaml kernel)
option(CWP_FILES_BY_THEMSELVES "compile each file of src/ by itself" OFF)

# Under a sanitizer, the standard headers are precompiled, once for each optimisation.
function(cwp_quick_to_compile layer)
  set(level -O0)
  if(layer IN_LIST CWP_RUNS_MUCH OR CWP_SANITIZE STREQUAL "fuzz")
    set(level -O1)
  endif()
  target_compile_options(cwp_${layer} PRIVATE ${level})
  if(TARGET cwp_standard_headers${level})
    target_precompile_headers(cwp_${layer} REUSE_FROM cwp_standard_headers${level})
    return()
  endif()
  target_precompile_headers(cwp_${layer} PRIVATE <algorithm> <functional> <map> <memory> <optional> <string> <vector> <variant>)
  add_library(cwp_standard_headers${level} ALIAS cwp_${layer})
endfunction()

set(CWP_OBJECTS "")
foreach(layer ${CWP_LAYERS})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${layer}/*.cpp)
  if(sources)
    add_library(cwp_${layer} OBJECT ${sources})
    target_include_directories(cwp_${layer} PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(cwp_${layer} PRIVATE ${CWP_LINK} cwp_options)
    # The same objects go into a static and a shared library; what include/cwp/export.hpp does not show is hidden.
    # Nobody replaces our functions at load time, so that calls of the shown ones cost no more than without all this.
    set_target_properties(cwp_${layer} PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden)
    target_compile_options(cwp_${layer} PRIVATE -fno-semantic-interposition)
    if(NOT CWP_FILES_BY_THEMSELVES AND NOT layer IN_LIST CWP_FILES_APART)
      set_target_properties(cwp_${layer} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
    endif()
    if(CWP_SANITIZE)
      cwp_quick_to_compile(${layer})
    endif()
    list(APPEND CWP_OBJECTS $<TARGET_OBJECTS:cwp_${layer}>)
  endif()
endforeach()

# Header-only, for one layer: nobody who links cwp needs it.
find_package(Eigen3 REQUIRED NO_MODULE)
target_link_libraries(cwp_sensitivity PRIVATE Eigen3::Eigen)

# The lanes' units: one body, compiled for each instruction set. Without -fno-trapping-math gcc 12 leaves loops that
# compare as they are; no result hangs on it, since only quotients proved exact are computed in floating point.
# They have flags of their own and include nothing, so no precompiled header fits.
file(GLOB lanes ${PROJECT_SOURCE_DIR}/src/kernel/lanes_*.cpp)
set_source_files_properties(${lanes} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/kernel/lanes_baseline.cpp
                            PROPERTIES COMPILE_OPTIONS "-O3;-fno-trapping-math")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set_source_files_properties(${PROJECT_SOURCE_DIR}/src/kernel/lanes_avx2.cpp
                              PROPERTIES COMPILE_OPTIONS "-O3;-fno-trapping-math;-mavx2;-mfma;-mtune=haswell")
  # gcc 12 finds its own header's undefined vectors uninitialized (gcc bug 105593).
  set_source_files_properties(${PROJECT_SOURCE_DIR}/src/kernel/lanes_avx512.cpp PROPERTIES
    COMPILE_OPTIONS "-O3;-Wno-uninitialized;-fno-trapping-math;-mavx512f;-mavx512bw;-mavx512dq;-mavx512vl;-mtune=icelake-server;-mprefer-vector-width=512")
endif()

# cwp::version() says what project(cwp VERSION …) says.
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/table/version.cpp
                            PROPERTIES COMPILE_DEFINITIONS CWP_VERSION="${PROJECT_VERSION}")

# Static, or shared where BUILD_SHARED_LIBS says so. Whoever links it needs neither our options nor libraries that are
# headers only. A shared library of 0.1 serves programs made with 0.1.x.
add_library(cwp ${CWP_OBJECTS})
add_library(cwp::cwp ALIAS cwp)
set(with_code ${CWP_LINK})
list(REMOVE_ITEM with_code nlohmann_json::nlohmann_json)
target_include_directories(cwp PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>)
target_link_libraries(cwp PRIVATE ${with_code} $<BUILD_INTERFACE:cwp_options>)
target_compile_features(cwp PUBLIC cxx_std_20)
set_target_properties(cwp PROPERTIES LINKER_LANGUAGE CXX VERSION ${PROJECT_VERSION}
                                     SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
if(BUILD_SHARED_LIBS AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
  target_link_options(cwp PRIVATE LINKER:--version-script=${PROJECT_SOURCE_DIR}/cmake/libcwp.map)
  set_target_properties(cwp PROPERTIES LINK_DEPENDS ${PROJECT_SOURCE_DIR}/cmake/libcwp.map)
endif()
