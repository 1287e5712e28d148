#ifndef CSQLITE_H
#define CSQLITE_H

/// Asks SQLite to keep no account of its memory, before its first use in the process; later it changes nothing.
///
/// The account is one lock for all connections, taken at every allocation: two cores that read at once spent
/// half of their time waiting for it. Swift cannot call the function that asks, because of its "...".
void casus_sqlite_keeps_no_account(void);

/// Gives memory that was freed back to the system, in whatever small pieces it lies.
///
/// It stands here because Swift does not see malloc.h, and Ledger is the one that holds much at times.
void casus_gives_memory_back(void);

#endif
