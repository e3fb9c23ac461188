// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/components/instance.h"
#include "sim/components/key_table.h"
#include "sim/engine/visit.h"

#include <vector>

namespace headroom::sim {

class Engine;

/// Long-lived connections of users to instances. A user connects with the first request, which
/// takes a CPU of the instance, and stays for the session. Sticky: back to the instance of before
/// while that has room; else to the one with the fewest. Connections are the gateway's servers;
/// the CPUs of its instances count as slots.
///
/// Every connection sends heartbeats. When an instance is lost its users connect again, each after
/// a backoff. A message that is pushed goes to open connections drawn at random, all different.
class Gateway {
public:
    Gateway(const ComponentInfo& info, ComponentIndex component);

    void start(Engine& engine);
    /// A user who is there from the start, and has been for a while.
    void seat(Engine& engine, std::uint32_t user);
    enum class Admission : std::uint8_t { open, connects, refused };
    /// The visit gets the instance of its user's connection.
    Admission admit(Engine& engine, VisitId visit);
    /// The visit of a component of the system, which needs no connection, gets the instance with
    /// the least to do; false if there is none.
    bool place(Engine& engine, VisitId visit);
    /// Gives back the connection of somebody who came for this visit only.
    void release(Engine& engine, VisitId visit);
    void userLeft(Engine& engine, std::uint32_t user);
    /// Draws `count` of the open connections, all different, to the front of the list of open ones.
    /// Precondition: count <= openCount().
    void drawReceivers(Engine& engine, std::uint32_t count);
    std::uint32_t openCount() const { return static_cast<std::uint32_t>(open_.size()); }
    std::uint32_t instanceOfOpen(std::uint32_t place) const {
        return connections_[open_[place]].instance;
    }
    void onSessionOver(Engine& engine, std::uint32_t connection);
    void onHeartbeat(Engine& engine, std::uint32_t connection);
    void onReconnect(Engine& engine, std::uint32_t connection);
    std::int64_t upCount() const;
    /// Fails what so many of the instances that are up have.
    void kill(Engine& engine, int instances, SimTime away);
    /// Its connections are gone; it is started again after `away`.
    void killInstance(Engine& engine, std::uint32_t instance, SimTime away);
    void onStarted(Engine& engine, std::uint32_t instance);
    void onDrainOver(Engine& engine, std::uint32_t instance);
    /// Up, starting, and killed but to come back.
    int wanted() const { return wanted_; }
    /// From now on there shall be so many. Of one that goes, connections move to others one after
    /// the other while it drains; what is left then is lost.
    void scaleTo(Engine& engine, int count);
    /// Of those that are up: the sum of the shares of their limit that they use.
    double memoryShare() const;

private:
    void startAfter(Engine& engine, std::uint32_t instance, InstanceState state, SimTime away);
    bool startOne(Engine& engine);
    void removeOne(Engine& engine);
    void drain(Engine& engine, std::uint32_t instance);
    void measureInstance(Engine& engine, int change);
    /// All its connections are gone; it takes none until it is opened again.
    void loseInstance(Engine& engine, std::uint32_t instance);
    void openInstance(Engine& engine, std::uint32_t instance);

    /// The connection of a user, open or not; kept while the user may come back.
    struct Connection {
        std::uint32_t user = 0;
        std::uint32_t instance = kNone;                       ///< global number; kNone: closed
        std::uint32_t before = kNone;                         ///< where it was last
        std::uint32_t place = 0;                              ///< in open_
        std::uint32_t alarms = kNone;                         ///< the first of its three
        std::uint16_t attempts = 0;                           ///< to connect again
        bool beats = false, ends = false, comesBack = false;  ///< its alarms that are under way
        SimTime endsAt = kNever;
    };
    struct Seats {
        std::int64_t taken = 0;
        bool isUp = false;
    };
    Seats& seatsOf(std::uint32_t instance) { return seats_[instance - first_]; }
    bool hasRoom(std::uint32_t instance) const {
        const Seats& seats = seats_[instance - first_];
        return seats.isUp && seats.taken < spec_.capacity;
    }
    std::uint32_t connectionOf(Engine& engine, std::uint32_t user);
    std::uint32_t choose(const Connection& connection) const;
    void open(Engine& engine, std::uint32_t number, std::uint32_t instance, SimTime session);
    void close(Engine& engine, std::uint32_t number);
    void measure(Engine& engine, int change);
    void arm(Engine& engine, std::uint32_t number, int which, SimTime at);
    SimTime backoff(Engine& engine, std::uint16_t attempt);

    ComponentIndex component_;
    const GatewayInfo* info_ = nullptr;
    std::uint32_t number_;
    model::GatewaySpec spec_;
    std::uint32_t first_;
    int wanted_ = 0;
    std::vector<Seats> seats_;
    std::vector<Connection> connections_;
    std::vector<std::uint32_t> free_;  ///< connections of nobody
    KeyTable users_;                   ///< user → connection
    std::vector<std::uint32_t> open_;  ///< connections
};

}  // namespace headroom::sim
