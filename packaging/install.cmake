# SPDX-License-Identifier: GPL-3.0-or-later
# What an installation has, and the Debian package of it:
#   cmake --preset release && cmake --build --preset release --target headroom package_files && (cd build && cpack -G DEB)
include(GNUInstallDirs)

# Neither needs the tests.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

install(TARGETS headroom RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

set(resources ${PROJECT_SOURCE_DIR}/resources)
file(GLOB shipped_scenarios CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/scenarios/*.yaml)
install(FILES ${shipped_scenarios} DESTINATION ${CMAKE_INSTALL_DATADIR}/headroom/scenarios)
install(DIRECTORY ${resources}/prices ${resources}/schema DESTINATION ${CMAKE_INSTALL_DATADIR}/headroom)
install(DIRECTORY ${resources}/help DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN *.md PATTERN *.svg)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/packaging/debian/lintian-overrides
  DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME headroom)

set(id io.github.headroom.Headroom)
set(desktop ${PROJECT_SOURCE_DIR}/packaging/desktop)
set(package_folder ${PROJECT_BINARY_DIR}/packaging)
file(MAKE_DIRECTORY ${package_folder})
if(HEADROOM_DESKTOP)
  install(FILES ${desktop}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES ${desktop}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES ${desktop}/${id}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${id}.xml)

  # Icons as drawings, and as pixels for what reads no SVG.
  find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Svg)
  add_executable(render_icons EXCLUDE_FROM_ALL packaging/icons/render_icons.cpp)
  target_link_libraries(render_icons PRIVATE Qt6::Gui Qt6::Svg)
  set_target_properties(render_icons PROPERTIES
    INTERPROCEDURAL_OPTIMIZATION OFF RUNTIME_OUTPUT_DIRECTORY ${package_folder})
  foreach(pair "headroom;apps/${id}" "headroom-scenario;mimetypes/${id}-scenario")
    list(GET pair 0 drawing)
    list(GET pair 1 place)
    cmake_path(GET place PARENT_PATH context)
    cmake_path(GET place FILENAME name)
    list(APPEND drawings ${resources}/icons/${drawing}.svg)
    set(hicolor ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
    install(FILES ${resources}/icons/${drawing}.svg DESTINATION ${hicolor}/scalable/${context} RENAME ${name}.svg)
    foreach(size 16 24 32 48 64 128 256 512)
      set(pixels ${package_folder}/${drawing}-${size}.png)
      list(APPEND package_files ${pixels})
      list(APPEND icons ${pixels})
      install(FILES ${pixels} DESTINATION ${hicolor}/${size}x${size}/${context} RENAME ${name}.png)
    endforeach()
  endforeach()
  add_custom_command(OUTPUT ${icons} COMMAND render_icons ${package_folder} ${drawings}
    DEPENDS render_icons ${drawings} VERBATIM)
endif()

install(FILES ${PROJECT_SOURCE_DIR}/packaging/completions/headroom.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME headroom)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/completions/_headroom
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)

# A package needs somebody to write to, and that is who builds it. An address in .invalid belongs to nobody (RFC 2606).
set(maintainer "The Headroom developers <headroom@packages.invalid>")
if(DEFINED ENV{DEBEMAIL} AND DEFINED ENV{DEBFULLNAME})
  set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
set(HEADROOM_MAINTAINER "${maintainer}" CACHE STRING
  "Who answers for the package: `Name <address>`; from DEBFULLNAME and DEBEMAIL where they are set")
set(CPACK_PACKAGE_CONTACT "${HEADROOM_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/packaging/package.cmake)

# Debian wants them compressed, without a time in it.
configure_file(packaging/debian/changelog.in ${package_folder}/changelog.Debian @ONLY)
find_program(GZIP gzip)
if(GZIP)
  foreach(pair "${PROJECT_SOURCE_DIR}/packaging/man/headroom.1;${CMAKE_INSTALL_MANDIR}/man1"
      "${package_folder}/changelog.Debian;${CMAKE_INSTALL_DOCDIR}"
      "${PROJECT_SOURCE_DIR}/CHANGELOG.md;${CMAKE_INSTALL_DOCDIR}")
    list(GET pair 0 file)
    list(GET pair 1 folder)
    cmake_path(GET file FILENAME name)
    if(name STREQUAL CHANGELOG.md)
      set(name changelog)
    endif()
    set(compressed ${package_folder}/${name}.gz)
    add_custom_command(OUTPUT ${compressed} COMMAND sh -c "${GZIP} -9nc '${file}' > '${compressed}'"
      DEPENDS ${file} VERBATIM)
    list(APPEND package_files ${compressed})
    install(FILES ${compressed} DESTINATION ${folder})
  endforeach()
else()
  install(FILES ${PROJECT_SOURCE_DIR}/packaging/man/headroom.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
add_custom_target(package_files ALL DEPENDS ${package_files})

set(CPACK_PACKAGE_NAME headroom)
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
