// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/policy.h"
#include "model/quantity/distribution.h"

#include <cstdint>
#include <optional>
#include <string>

/// A broker or stream between senders and a receiver.
namespace headroom::model {

/// reject: the sender is refused. dropOldest: the oldest waiting message makes room, and counts as
/// failed. block: the sender waits until there is room.
enum class Overflow : std::uint8_t { reject, dropOldest, block };

/// Takes messages (by `send`, or by `call`, which is answered once the message is kept), and asks
/// `to` for the same operation, message by message or batch by batch.
///
/// Without `partitions` it is a broker: one line, from which every free consumer takes the oldest.
/// With them it is a stream: a message's partition follows from its key (without one, in turn),
/// each partition is read in order by exactly one consumer, and consumers beyond the partitions
/// idle (Kafka, "each partition is consumed by exactly one consumer within each group").
/// A consumer takes the next message or batch when the receiver has answered the one before. A
/// batch gathers in its partition (or the line) until it is full or its window is over, and waits
/// then for its consumer. Messages older than `retention` are lost, and count as failed.
struct QueueSpec {
    std::string to;
    int partitions = 0;            ///< 0: a broker's one line
    std::optional<int> consumers;  ///< absent: one for each partition; of a broker, one
    std::optional<Batch> batch;
    std::int64_t capacity = kUnlimited;  ///< messages kept, those being handled included
    Overflow overflow = Overflow::reject;
    std::optional<Duration> retention;
    Distribution access;              ///< until a message is kept
    std::optional<Duration> timeout;  ///< of one delivery
    Retry retry;                      ///< of a delivery; the message fails after the last one

    int consumerCount() const;
};

}  // namespace headroom::model
