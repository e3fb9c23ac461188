// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/field_value.h"

#include "app/desktop/base/text.h"
#include "app/desktop/window/workspace.h"
#include "model/quantity/distribution.h"
#include "model/quantity/number_text.h"
#include "model/quantity/quantity.h"

#include <QRegularExpression>

namespace headroom::desktop {

namespace {

template <typename T>
FieldInput read(const model::Parsed<T>& parsed) {
    if (!parsed) return {{}, errorText(parsed.error())};
    return {yamlText(toQt(model::toText(*parsed))), {}};
}

/// Files of `empirical` are looked for when the scenario is read, so here any name will do.
model::Parsed<std::vector<double>> anySamples(void*, const std::string&) { return std::vector<double>{1}; }

FieldInput readDistribution(const std::string& text) {
    const auto parsed = model::parseDistribution(text, {anySamples, nullptr});
    if (!parsed) return {{}, errorText(parsed.error())};
    const bool plain = std::holds_alternative<model::Constant>(parsed->law());
    return {yamlText(plain ? toQt(model::toText(*parsed)) : toQt(text)), {}};
}

FieldInput readNumber(const std::string& text) {
    const auto parsed = model::parseNumber(text);
    if (!parsed) return {{}, errorText(parsed.error())};
    return {toQt(text), {}};
}

}  // namespace

QString yamlText(const QString& text) {
    static const QRegularExpression special(
        QStringLiteral(R"([,\[\]{}#&*!|>'"@`]|: |:$|^[-?:] |^[-?:]$|^%|^\s|\s$|^$|^(?:true|false|null|yes|no|on|off|~)$)"),
        QRegularExpression::CaseInsensitiveOption);
    if (!special.match(text).hasMatch()) return text;
    QString inner = text;
    inner.replace(u'\n', u' ').replace(u'\'', QStringLiteral("''"));
    return u'\'' + inner + u'\'';
}

FieldInput readField(const FieldSpec& field, const QString& typed) {
    const QString text = typed.trimmed();
    const std::string words = fromQt(text);
    if (text.isEmpty()) return {};
    switch (field.kind) {
        case FieldKind::duration: return read(model::parseDuration(words));
        case FieldKind::rate: return read(model::parseRate(words));
        case FieldKind::bandwidth: return read(model::parseBandwidth(words));
        case FieldKind::size: return read(model::parseBytes(words));
        case FieldKind::share: return read(model::parseShare(words));
        case FieldKind::count: return read(model::parseCount(words));
        case FieldKind::money: return read(model::parseMoney(words));
        case FieldKind::limit: return text == u"unlimited" ? FieldInput{text, {}} : read(model::parseCount(words));
        case FieldKind::distribution: return readDistribution(words);
        case FieldKind::number: return readNumber(words);
        case FieldKind::flag:
        case FieldKind::choice: return {text, {}};
        case FieldKind::value:
            if (const auto time = model::parseDuration(words)) return read(time);  // or a mapping, as of `ttl`
            return {text.startsWith(u'{') || text.startsWith(u'[') ? text : yamlText(text), {}};
        case FieldKind::text:
        case FieldKind::component:
        case FieldKind::keyClass: return {yamlText(text), {}};
    }
    return {text, {}};
}

}  // namespace headroom::desktop
