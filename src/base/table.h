/*
 * table.h - a hash table from text or numbers to a uint32_t, in memory of
 * its own. Open addressing, linear probing, no deletion. Keys are copied.
 * Order of iteration is never offered: nothing may depend on it.
 */
#ifndef SAMESTORY_BASE_TABLE_H
#define SAMESTORY_BASE_TABLE_H

#include "str.h"

struct table; /* from text */

struct table *table_open(void);
void table_close(struct table *);
/* The value's place; *found says whether it was there (else it is 0 now). */
uint32_t *table_at(struct table *, str key, bool *found);
/* NULL where it is not there. */
const uint32_t *table_get(const struct table *, str key);
size_t table_count(const struct table *);

#endif
