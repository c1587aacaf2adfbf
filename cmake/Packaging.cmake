# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` lays down, and the Debian package: `cmake --workflow --preset package`.
set(desktop_id io.github.metriscope.Metriscope)
set(CPACK_PACKAGE_CONTACT "Metriscope maintainers <maintainers@metriscope.invalid>")

install(TARGETS metriscope RUNTIME)
# Where WireCapture::helperPath() looks, seen from the program.
install(TARGETS metriscope_capture RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/metriscope)
install(FILES resources/desktop/${desktop_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES resources/desktop/${desktop_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/app/${desktop_id}.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
foreach(size 16 24 32 48 64 128 256)
  install(FILES resources/icons/app/${size}.png RENAME ${desktop_id}.png
          DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps)
endforeach()

# The date of the newest note of the metainfo is the date of this version: one place, and builds repeat.
file(READ resources/desktop/${desktop_id}.metainfo.xml metainfo)
if(NOT metainfo MATCHES "<release version=\"${PROJECT_VERSION}\" date=\"([0-9-]+)\"")
  message(FATAL_ERROR "Version ${PROJECT_VERSION} has no release in ${desktop_id}.metainfo.xml")
endif()
execute_process(COMMAND date -u -R -d "${CMAKE_MATCH_1}" OUTPUT_VARIABLE changelog_date
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file(resources/packaging/changelog.in changelog @ONLY)
install(FILES resources/packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Debian wants these compressed, and the same bytes at each build.
function(metriscope_install_gzip source name destination)
  string(MAKE_C_IDENTIFIER "${destination}_${name}" id)
  set(packed "${CMAKE_CURRENT_BINARY_DIR}/packed/${id}.gz")
  add_custom_command(OUTPUT "${packed}" DEPENDS "${source}" VERBATIM
    COMMAND ${CMAKE_COMMAND} -E make_directory "${CMAKE_CURRENT_BINARY_DIR}/packed"
    COMMAND sh -c "gzip -9nc \"$1\" >\"$2\"" sh "${source}" "${packed}")
  set_property(GLOBAL APPEND PROPERTY METRISCOPE_PACKED "${packed}")
  install(FILES "${packed}" RENAME ${name}.gz DESTINATION ${destination})
endfunction()
metriscope_install_gzip("${CMAKE_CURRENT_BINARY_DIR}/changelog" changelog ${CMAKE_INSTALL_DOCDIR})
metriscope_install_gzip("${CMAKE_CURRENT_SOURCE_DIR}/resources/man/metriscope.1" metriscope.1 ${CMAKE_INSTALL_MANDIR}/man1)
metriscope_install_gzip("${CMAKE_CURRENT_SOURCE_DIR}/resources/man/metriscope.ru.1" metriscope.1 ${CMAKE_INSTALL_MANDIR}/ru/man1)
get_property(packed GLOBAL PROPERTY METRISCOPE_PACKED)
add_custom_target(packed_documents ALL DEPENDS ${packed})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME metriscope)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop console for the metrics of your own web applications")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Metriscope receives statsd traffic on your own machine, without any server to
set up, and draws request rate, latency and active users as they happen. Every
line that is not accepted is explained.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
# The libraries are found by dpkg-shlibdeps. No linker sees the words of Qt's own dialogs, nor a font.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-translations-l10n, fonts-dejavu-core")
# The helper gets its one right when it is installed: a capability does not survive the package. Without setcap, or on a
# file system that keeps no capabilities, the program says what to do.
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${PROJECT_SOURCE_DIR}/resources/packaging/postinst")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libcap2-bin, qt6-wayland")
include(CPack)
