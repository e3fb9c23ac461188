// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Precompiled for this library only; sources still include what they use.
#include <QtCore>
#include <QtWidgets>
