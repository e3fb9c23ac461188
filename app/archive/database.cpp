// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/database.h"

#include "app/archive/archive_error.h"
#include "model/said.h"

#include <sqlite3.h>

namespace headroom::archive {

namespace {

using model::said;

constexpr int kPatienceMs = 10'000;  // while another process writes
constexpr const char* kCannotOpen = HEADROOM_SAID("Archive", "unable to open database file");  // as SQLite says it

ArchiveError::Kind kindOf(int code) {
    switch (code & 0xff) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return ArchiveError::Kind::unusable;
        case SQLITE_CANTOPEN: return ArchiveError::Kind::missing;
        default: return ArchiveError::Kind::failed;
    }
}

std::string wordsFor(int code, const std::string& message) {
    switch (code & 0xff) {
        case SQLITE_FULL: return said("Archive", "there is no space left where the archive is");
        case SQLITE_BUSY: return said("Archive", "another program has been writing to the archive for more than 10 s");
        case SQLITE_READONLY: return said("Archive", "the archive may only be read here");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return said("Archive", "the file is damaged (%1)", {message});
        case SQLITE_CANTOPEN: return message == kCannotOpen ? said("Archive", kCannotOpen) : message;
        default: return message;
    }
}

[[noreturn]] void fail(sqlite3* database, int code) {
    const std::string message = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    throw ArchiveError(kindOf(code), wordsFor(code, message));
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    statement_.reset(statement);
    check(code);
}

void Statement::Finaliser::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::check(int code) const {
    if (code != SQLITE_OK) fail(database_, code);
}

Statement& Statement::bind(std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), ++bound_, value));
    return *this;
}

Statement& Statement::bind(double value) {
    check(sqlite3_bind_double(statement_.get(), ++bound_, value));
    return *this;
}

Statement& Statement::bind(std::string_view value) {
    check(sqlite3_bind_text64(statement_.get(), ++bound_, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(std::span<const std::byte> blob) {
    if (blob.empty())
        check(sqlite3_bind_zeroblob(statement_.get(), ++bound_, 0));
    else
        check(sqlite3_bind_blob64(statement_.get(), ++bound_, blob.data(), blob.size(), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindNull() {
    check(sqlite3_bind_null(statement_.get(), ++bound_));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    fail(database_, code);
}

void Statement::run() {
    step();
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_.get());  // says again what the last step said
    check(sqlite3_clear_bindings(statement_.get()));
    bound_ = 0;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }
bool Statement::isNull(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

std::string Statement::text(int column) const {
    const void* data = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return data ? std::string(static_cast<const char*>(data), static_cast<std::size_t>(size)) : std::string();
}

std::span<const std::byte> Statement::blob(int column) const {
    const void* data = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return {static_cast<const std::byte*>(data), data ? static_cast<std::size_t>(size) : 0};
}

Database::Database(const std::string& path, bool create) {
    sqlite3* database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
    database_.reset(database);
    if (code != SQLITE_OK) fail(database, code);
    sqlite3_busy_timeout(database, kPatienceMs);
    execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;");
}

void Database::Closer::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

void Database::execute(const std::string& sql) {
    const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(database_.get(), code);
}

std::int64_t Database::integer(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::lastId() const { return sqlite3_last_insert_rowid(database_.get()); }
std::int64_t Database::changes() const { return sqlite3_changes64(database_.get()); }

Transaction::Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.execute("ROLLBACK");
    } catch (const ArchiveError&) {
        // SQLite has rolled back by itself, as it does when the disk is full.
    }
}

void Transaction::commit() {
    database_.execute("COMMIT");
    open_ = false;
}

}  // namespace headroom::archive
