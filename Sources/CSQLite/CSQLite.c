#include "CSQLite.h"
#include <malloc.h>
#include <sqlite3.h>

void casus_sqlite_keeps_no_account(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

void casus_gives_memory_back(void) { malloc_trim(0); }
