/* radix.c - four passes, those left out in which all digits are the same. */
#include "radix.h"

#include <string.h>

#define DIGITS 256

void
radix_sort(struct radix *list, struct radix *room, size_t n)
{
    struct radix *from = list, *to = room;

    for (unsigned shift = 0; n && shift < 32; shift += 8) {
        size_t at[DIGITS] = {0}, sum = 0;
        struct radix *turn = to;

        for (size_t i = 0; i < n; i++)
            at[from[i].key >> shift & (DIGITS - 1)]++;
        if (at[from[0].key >> shift & (DIGITS - 1)] == n)
            continue;
        for (size_t d = 0; d < DIGITS; d++) {
            size_t many = at[d];

            at[d] = sum;
            sum += many;
        }
        for (size_t i = 0; i < n; i++)
            to[at[from[i].key >> shift & (DIGITS - 1)]++] = from[i];
        to = from;
        from = turn;
    }
    if (from != list)
        memcpy(list, from, n * sizeof *list);
}
