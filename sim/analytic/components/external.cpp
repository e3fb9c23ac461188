// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/component_model.h"

namespace headroom::sim {

namespace {

/// A latency and a share of errors.
class External : public ComponentModel {
public:
    explicit External(const model::ExternalSpec& spec)
        : errors_(spec.errors), latency_(TimeLaw::of(spec.latency)) {}

    VisitLaw visit(const Network&, const Node&) const override {
        Course course = Course::of(latency_);
        course.through = 1 - errors_;
        course.losses.failed = errors_;
        course.lostTime = errors_ * latency_.mean();
        return VisitLaw::of(course);
    }
    std::optional<ProductForm> productForm(const Network&, const Place&) const override {
        return ProductForm{};
    }

private:
    double errors_;
    TimeLaw latency_;
};

}  // namespace

std::unique_ptr<ComponentModel> externalModel(const model::ExternalSpec& spec) {
    return std::make_unique<External>(spec);
}

}  // namespace headroom::sim
