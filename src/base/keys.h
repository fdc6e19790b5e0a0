/*
 * keys.h - a few numbers sorted in place, sooner than by comparing.
 *
 * What they are keys of may stand in their lower bits. For many see radix.h.
 */
#ifndef SAMESTORY_BASE_KEYS_H
#define SAMESTORY_BASE_KEYS_H

#include <stddef.h>
#include <stdint.h>

void keys_sort(uint64_t *, size_t n);

#endif
