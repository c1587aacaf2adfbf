# SPDX-License-Identifier: GPL-3.0-or-later
# metriscope_tests(LIBRARY [LABELS ...] [TIMEOUT seconds]): every tst_*.cpp of the folder is a QtTest program and a ctest test.
# A test that must run alone is added with metriscope_test(NAME LIBRARY ...) in its folder instead, see tests/system.

# metriscope_moc(TARGET FILE): moc by one rule a file. AUTOMOC would scan every program anew and compile a second, empty file in each.
function(metriscope_moc target file)
  get_filename_component(name "${file}" NAME_WE)
  if(file MATCHES "\\.h$")
    set(made "${CMAKE_CURRENT_BINARY_DIR}/moc/moc_${name}.cpp")
  else()
    set(made "${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc")
  endif()
  qt_generate_moc(${file} "${made}" TARGET ${target})
  target_sources(${target} PRIVATE "${made}")
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/moc")
endfunction()

function(metriscope_test name library)
  cmake_parse_arguments(arg "SERIAL" "TIMEOUT" "LABELS;SOURCES" ${ARGN})
  add_executable(${name} ${name}.cpp ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${library} Qt6::Test)
  metriscope_moc(${name} ${name}.cpp)
  metriscope_precompile_test(${name} ${library})
  target_compile_definitions(${name} PRIVATE METRISCOPE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  if(METRISCOPE_SANITIZE) # several times slower
    math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * 5")
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
  if(arg_SERIAL)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()

function(metriscope_tests library)
  file(GLOB sources RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" CONFIGURE_DEPENDS tst_*.cpp)
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    if(NOT TARGET ${name})
      metriscope_test(${name} ${library} ${ARGN})
    endif()
  endforeach()
endfunction()
