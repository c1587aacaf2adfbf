# SPDX-License-Identifier: GPL-3.0-or-later
# Headers of Qt and the standard library that nearly every file reads, compiled once a library instead of once a file. No more than
# those: loading all of QtWidgets and QtCharts, 330 MB, takes as long as reading what a file needs of them. A file still names what it
# uses: the bench preset builds without any of this and finds what is missing.
set(metriscope_standard_headers <algorithm> <array> <chrono> <cmath> <functional> <map> <memory> <optional> <span> <string>
  <string_view> <vector>)

target_precompile_headers(metriscope_pure PRIVATE ${metriscope_standard_headers})
target_precompile_headers(metriscope_net PRIVATE ${metriscope_standard_headers} <QObject> <QString> <QTimer> <QTcpSocket>)
set(metriscope_widget_headers <QApplication> <QComboBox> <QFormLayout> <QLabel> <QLineEdit> <QLocale> <QMenu> <QPainter> <QPushButton>
  <QTableView> <QTimer> <QToolButton> <QVBoxLayout>)
target_precompile_headers(metriscope_ui PRIVATE ${metriscope_standard_headers} ${metriscope_widget_headers})
target_precompile_headers(metriscope_app REUSE_FROM metriscope_ui)
# GCC 12 forgets that std::string came from a system header, and warns of overlaps there that do not exist (GCC bug 105651).
set(metriscope_precompiled_options
  $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread;-Wno-restrict>)
foreach(library pure net ui app)
  target_compile_options(metriscope_${library} PRIVATE ${metriscope_precompiled_options})
endforeach()

# metriscope_precompile_test(NAME LIBRARY): the headers of a test program, shared by all tests of its folder: Qt writes the folder
# into the definitions of each.
function(metriscope_precompile_test name library)
  if(library STREQUAL metriscope_pure) # too few programs to pay for it
    return()
  endif()
  get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
  set(shared metriscope_${folder}_test_headers)
  if(NOT TARGET ${shared})
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/${shared}.cpp" CONTENT "// No code: carries the headers of the tests.\n" @ONLY)
    add_library(${shared} OBJECT "${PROJECT_BINARY_DIR}/${shared}.cpp")
    target_link_libraries(${shared} PRIVATE ${library} Qt6::Test)
    set(headers <QSignalSpy> <QTemporaryDir> <QTest>)
    if(library MATCHES "_(ui|app)$")
      list(APPEND headers ${metriscope_widget_headers})
    else()
      list(APPEND headers <QFile> <QTcpServer> <QTcpSocket>)
    endif()
    target_precompile_headers(${shared} PRIVATE ${metriscope_standard_headers} ${headers})
  endif()
  target_precompile_headers(${name} REUSE_FROM ${shared})
  target_compile_options(${name} PRIVATE ${metriscope_precompiled_options})
endfunction()
