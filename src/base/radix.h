/*
 * radix.h - many small records sorted by a number, sooner than by comparing.
 *
 * Least digit first, a byte at a time (LSD radix sort): what is equal stays in
 * the order in which it came.
 */
#ifndef SAMESTORY_BASE_RADIX_H
#define SAMESTORY_BASE_RADIX_H

#include <stddef.h>
#include <stdint.h>

struct radix {
    uint32_t key, at; /* at: whose key it is, as the caller counts */
};

/* Sorts n of them by key; `room` has space for as many and is overwritten. */
void radix_sort(struct radix *list, struct radix *room, size_t n);

#endif
