// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/component.h"
#include "model/scenario.h"

#include <QtTest>

using namespace headroom::model;

namespace {

Component named(std::string name, ComponentSpec spec, std::vector<Operation> operations = {}) {
    Component component;
    component.name = std::move(name);
    component.spec = std::move(spec);
    component.operations = std::move(operations);
    return component;
}

template <typename Spec, typename Base>
Spec leadingTo(std::string name, std::string Base::*member) {
    Spec spec;
    spec.*member = std::move(name);
    return spec;
}

QString q(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

class ComponentTest : public QObject {
    Q_OBJECT
private slots:
    void everyTypeHasTheWordOfTheFormat() {
        QCOMPARE(q(typeName(StationSpec{})), "station");
        QCOMPARE(q(typeName(ClientSpec{})), "client");
        QCOMPARE(q(typeName(LoadBalancerSpec{})), "load_balancer");
        QCOMPARE(q(typeName(ServiceSpec{})), "service");
        QCOMPARE(q(typeName(FunctionSpec{})), "function");
        QCOMPARE(q(typeName(CacheSpec{})), "cache");
        QCOMPARE(q(typeName(PoolSpec{})), "pool");
        QCOMPARE(q(typeName(DatabaseSpec{})), "database");
        QCOMPARE(q(typeName(ExternalSpec{})), "external");
        QCOMPARE(q(typeName(CdnSpec{})), "cdn");
        QCOMPARE(q(typeName(QueueSpec{})), "queue");
        QCOMPARE(q(typeName(GatewaySpec{})), "gateway");
        QCOMPARE(q(typeName(AutoscalerSpec{})), "autoscaler");
    }

    void passThroughsNameWhatIsBehindThem() {
        QCOMPARE(q(named("a", leadingTo<ClientSpec>("x", &ClientSpec::to)).passesTo()), "x");
        QCOMPARE(q(named("a", leadingTo<LoadBalancerSpec>("x", &LoadBalancerSpec::to)).passesTo()),
                 "x");
        QCOMPARE(q(named("a", leadingTo<CacheSpec>("x", &CacheSpec::origin)).passesTo()), "x");
        QCOMPARE(q(named("a", leadingTo<PoolSpec>("x", &PoolSpec::to)).passesTo()), "x");
        QCOMPARE(q(named("a", leadingTo<CdnSpec>("x", &CdnSpec::origin)).passesTo()), "x");
        QCOMPARE(q(named("a", leadingTo<QueueSpec>("x", &QueueSpec::to)).passesTo()), "x");
        QCOMPARE(q(named("a", leadingTo<GatewaySpec>("x", &GatewaySpec::to)).passesTo()), "x");
        QVERIFY(named("a", leadingTo<PoolSpec>("x", &PoolSpec::to)).isPassThrough());
        for (const ComponentSpec& spec :
             {ComponentSpec{StationSpec{}}, ComponentSpec{ServiceSpec{}},
              ComponentSpec{FunctionSpec{}}, ComponentSpec{DatabaseSpec{}},
              ComponentSpec{ExternalSpec{}}, ComponentSpec{AutoscalerSpec{}}}) {
            QVERIFY(!named("a", spec).isPassThrough());
        }
    }

    void partsAreFoundByName() {
        Operation read, write;
        read.name = "read";
        write.name = "write";
        Scenario scenario;
        scenario.components = {named("api", ServiceSpec{}),
                               named("db", DatabaseSpec{}, {read, write})};
        KeyClass posts;
        posts.name = "posts";
        scenario.keys = {posts};
        QCOMPARE(scenario.component("db"), &scenario.components[1]);
        QVERIFY(!scenario.component("dp"));
        QCOMPARE(scenario.component("db")->operation("write"),
                 &scenario.components[1].operations[1]);
        QVERIFY(!scenario.component("db")->operation("writ"));
        QCOMPARE(scenario.keyClass("posts"), &scenario.keys[0]);
        QVERIFY(!scenario.keyClass("post"));
    }
};

QTEST_GUILESS_MAIN(ComponentTest)
#include "tst_component.moc"
