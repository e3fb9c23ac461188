// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

/// SQLite in C++: what was opened is closed, what failed is an ArchiveError. Values are bound, never pasted into SQL.
namespace headroom::archive {

class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);

    Statement& bind(std::int64_t value);
    Statement& bind(double value);  ///< not a number would become NULL: such values go into blobs
    Statement& bind(std::string_view value);
    Statement& bind(std::span<const std::byte> blob);
    Statement& bindNull();
    Statement& bind(const std::optional<std::int64_t>& value) { return value ? bind(*value) : bindNull(); }

    /// The next row; false if there is none. Values bound before are kept until `reset`.
    bool step();
    /// For a statement without rows: runs it and makes it ready for the next values.
    void run();
    void reset();

    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    std::span<const std::byte> blob(int column) const;  ///< valid until the next step
    bool isNull(int column) const;

private:
    struct Finaliser {
        void operator()(sqlite3_stmt* statement) const;
    };
    void check(int code) const;

    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finaliser> statement_;
    int bound_ = 0;
};

/// One connection; one thread at a time. Another process may use the same file meanwhile.
class Database {
public:
    /// `create`: makes an empty file where there is none.
    Database(const std::string& path, bool create);

    void execute(const std::string& sql);
    Statement prepare(std::string_view sql) { return {database_.get(), sql}; }
    std::int64_t integer(std::string_view sql);  ///< the first value of the first row
    std::int64_t lastId() const;
    std::int64_t changes() const;

private:
    struct Closer {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Closer> database_;
};

/// Everything until `commit` or nothing. Takes the right to write at once, so that it cannot be refused in the middle.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Database& database_;
    bool open_ = true;
};

}  // namespace headroom::archive
