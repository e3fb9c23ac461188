// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/map_reader.h"
#include "model/scenario.h"

/// The readers of component types, which read_components.cpp chooses from, and what they share.
namespace headroom::model {

constexpr int kMostServers = 1'000'000;

void readClient(MapReader& map, Component& component);
void readLoadBalancer(MapReader& map, Component& component);
void readService(MapReader& map, Component& component);
void readFunction(MapReader& map, Component& component);
void readCache(MapReader& map, Component& component);
void readCdn(MapReader& map, Component& component);
void readQueue(MapReader& map, Component& component);
void readGateway(MapReader& map, Component& component);
void readAutoscaler(MapReader& map, Component& component);
void readDatabase(MapReader& map, Component& component);

/// "an external service"
std::string typeWords(const ComponentSpec& spec);
void requireOperations(MapReader& map, Component& component);
/// `operations` of types that also hand on what they do not do themselves.
void readOwnOperations(MapReader& map, Component& component);
/// `cpus` and `cpu`.
void readCpus(MapReader& map, int& cpus, CpuDiscipline& discipline);
/// `least` may not exceed `most`; said at the entry `key`.
void checkOrder(MapReader& map, std::string_view key, std::int64_t least, std::int64_t most);
/// `rtt`, `down` and `up` of a mapping.
void readNetworkKeys(MapReader& map, ClientNetwork& network);
/// `network` and `networks`; a single network becomes a class of all users where `single` is null.
void readNetworks(MapReader& owner, std::optional<ClientNetwork>* single,
                  std::vector<NetworkClass>& classes);

enum class MemoryOf { service, function, client, gateway };
void readMemory(MapReader& owner, std::optional<Memory>& out, MemoryOf what,
                Bytes* perConnection = nullptr);

}  // namespace headroom::model
