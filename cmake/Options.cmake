# SPDX-License-Identifier: GPL-3.0-or-later
# The one target that carries every compiler flag; all of our targets link it, nothing else sets flags.
option(METRISCOPE_WERROR "Treat warnings as errors" OFF)
option(METRISCOPE_FUZZ "Build the libFuzzer targets (Clang)" OFF)
option(METRISCOPE_BENCH "Build the benchmarks" OFF)
set(METRISCOPE_SANITIZE "" CACHE STRING "Value for -fsanitize=, empty for none")

add_library(metriscope_options INTERFACE)
target_compile_features(metriscope_options INTERFACE cxx_std_20)
set_target_properties(metriscope_options PROPERTIES INTERFACE_POSITION_INDEPENDENT_CODE ON)
target_compile_definitions(metriscope_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_KEYWORDS=1 QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(metriscope_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
  # GCC 12 with -O3 sees overlaps inside std::string that are not there (GCC bug 105651), and comparisons of byte vectors
  # that read more than any object holds.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict$<SEMICOLON>-Wno-stringop-overread>
  $<$<BOOL:${METRISCOPE_WERROR}>:-Werror>)
# What users run reads bytes from strangers.
target_compile_definitions(metriscope_options INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
target_link_options(metriscope_options INTERFACE $<$<CONFIG:Release>:LINKER:-z,relro,-z,now>)
if(METRISCOPE_SANITIZE)
  target_compile_options(metriscope_options INTERFACE -fsanitize=${METRISCOPE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(metriscope_options INTERFACE -fsanitize=${METRISCOPE_SANITIZE})
endif()
if(METRISCOPE_FUZZ) # what the fuzzers link has to count its branches
  target_compile_options(metriscope_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
