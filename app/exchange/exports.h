// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenario.h"

#include <string>
#include <vector>

/// A scenario in the formats of other tools. Names and texts of the file are escaped in each as it
/// has to be: nothing in them becomes markup, structure, a query or a template.
namespace headroom::exchange {

/// Recording and alerting rules of Prometheus (2.42 or later): for each objective on errors its
/// error ratio over eight windows and two alerts on the burn rate (page, ticket; Google, Site
/// Reliability Workbook, ch. 5); for each other objective its figure and an alert; for each alert
/// of the file one with the same condition and waiting times.
std::string prometheusRules(const model::Scenario& scenario);

/// OpenSLO v1: a Service, and an SLO for each objective.
std::string openSlo(const model::Scenario& scenario);

/// autoscaling/v2 of Kubernetes: a HorizontalPodAutoscaler for each autoscaler of kind `hpa`. Empty
/// if there is none.
std::string horizontalPodAutoscalers(const model::Scenario& scenario);

/// `A small shop` → `a-small-shop`: a name of Kubernetes (DNS-1123 label), at most 63 characters.
std::string labelName(const std::string& text);

}  // namespace headroom::exchange
