// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include "app/cli/exit_code.h"

#include <semaphore.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace headroom::cli {

namespace {

// A handler may do little more than this: a lock-free flag and sem_post (POSIX.1, async-signal-safe functions).
std::atomic<int> signals = 0;
static_assert(std::atomic<int>::is_always_lock_free);
sem_t wakeUp;

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};

void onSignal(int) {
    const int error = errno;
    if (signals.fetch_add(1) > 0) _exit(static_cast<int>(ExitCode::interrupted));
    sem_post(&wakeUp);
    errno = error;
}

void install(int signal) {
    struct sigaction before{};
    sigaction(signal, nullptr, &before);
    if (before.sa_handler == SIG_IGN) return;
    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

void uninstall(int signal) {
    struct sigaction now{};
    sigaction(signal, nullptr, &now);
    if (now.sa_handler == onSignal) std::signal(signal, SIG_DFL);
}

void waitForWakeUp() {
    while (sem_wait(&wakeUp) != 0 && errno == EINTR) {
    }
}

}  // namespace

Interruption::Interruption() {
    signals = 0;
    sem_init(&wakeUp, 0, 0);
    watcher_ = std::jthread([this] {
        waitForWakeUp();
        if (signals > 0) source_.request_stop();
    });
    for (const int signal : kSignals) install(signal);
}

Interruption::~Interruption() {
    for (const int signal : kSignals) uninstall(signal);
    sem_post(&wakeUp);
    watcher_.join();
    sem_destroy(&wakeUp);
}

}  // namespace headroom::cli
