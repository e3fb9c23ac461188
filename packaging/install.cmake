# SPDX-License-Identifier: GPL-3.0-or-later
# What an installation has, and the Debian package of it: `cpack --config build/CPackConfig.cmake -G DEB`.
include(GNUInstallDirs)

install(TARGETS headroom RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

set(resources ${PROJECT_SOURCE_DIR}/resources)
file(GLOB shipped_scenarios CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/scenarios/*.yaml)
install(FILES ${shipped_scenarios} DESTINATION ${CMAKE_INSTALL_DATADIR}/headroom/scenarios)
install(DIRECTORY ${resources}/prices ${resources}/schema DESTINATION ${CMAKE_INSTALL_DATADIR}/headroom)
install(DIRECTORY ${resources}/help DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN *.md)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(id io.github.headroom.Headroom)
set(desktop ${PROJECT_SOURCE_DIR}/packaging/desktop)
if(HEADROOM_DESKTOP)
  install(FILES ${desktop}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${desktop}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${desktop}/${id}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${id}.xml)
  install(FILES ${resources}/icons/headroom.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME ${id}.svg)
  install(FILES ${resources}/icons/headroom.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/mimetypes RENAME ${id}-scenario.svg)
endif()

install(FILES ${PROJECT_SOURCE_DIR}/packaging/completions/headroom.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME headroom)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/completions/_headroom
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)

# Debian wants them compressed, without a time in it.
find_program(GZIP gzip)
if(GZIP)
  foreach(pair "man/headroom.1;${CMAKE_INSTALL_MANDIR}/man1" "debian/changelog;${CMAKE_INSTALL_DOCDIR}")
    list(GET pair 0 file)
    list(GET pair 1 folder)
    cmake_path(GET file FILENAME name)
    set(compressed ${PROJECT_BINARY_DIR}/packaging/${name}.gz)
    add_custom_command(OUTPUT ${compressed}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/packaging
      COMMAND sh -c "${GZIP} -9nc '${PROJECT_SOURCE_DIR}/packaging/${file}' > '${compressed}'"
      DEPENDS ${PROJECT_SOURCE_DIR}/packaging/${file} VERBATIM)
    list(APPEND compressed_files ${compressed})
    install(FILES ${compressed} DESTINATION ${folder})
  endforeach()
  add_custom_target(compressed_pages ALL DEPENDS ${compressed_files})
else()
  install(FILES ${PROJECT_SOURCE_DIR}/packaging/man/headroom.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()

set(CPACK_PACKAGE_NAME headroom)
set(CPACK_PACKAGE_CONTACT "The Headroom developers <developers@headroom.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "capacity planning of back ends by simulation and queueing theory")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Headroom tells how many users a back end can carry, what breaks first, what
it costs and what to change. Architecture, traffic and objectives stand in
one file; every request is simulated through it, and each figure carries its
confidence interval. There are a desktop application and a command line.")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "openmpi-bin, prometheus, graphviz")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
