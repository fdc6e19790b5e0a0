/* keys.c - insertion from afar (Shell, 1959) by the gaps of Ciura (2001). */
#include "keys.h"

void
keys_sort(uint64_t *key, size_t n)
{
    static const uint16_t gaps[] = {1750, 701, 301, 132, 57, 23, 10, 4, 1};

    for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++)
        for (size_t gap = gaps[g], i = gap; i < n; i++) {
            uint64_t k = key[i];
            size_t at = i;

            for (; at >= gap && key[at - gap] > k; at -= gap)
                key[at] = key[at - gap];
            key[at] = k;
        }
}
