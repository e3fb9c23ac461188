# SPDX-License-Identifier: GPL-3.0-or-later
# Read by cpack before it packs.
if(CPACK_PACKAGE_CONTACT MATCHES "\\.invalid>")
  message(WARNING "Nobody answers for this package: its maintainer is ${CPACK_PACKAGE_CONTACT}. "
    "Configure with -DHEADROOM_MAINTAINER='Name <address>', or with DEBFULLNAME and DEBEMAIL set.")
endif()
