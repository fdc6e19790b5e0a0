/* Promise: any index over any text gives terms within their bounds; the two
 * are parted by a form feed. */
#include "pairs.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    str all = {(const char *)bytes, n}, index = {0};

    for (int swapped = 0; swapped < 2; swapped++) {
        struct pairs p = pairs_empty();
        str text = all;

        str_next(&text, '\f', &index);
        pairs_dictd(&p, index, text, swapped);
        pairs_check(&p);
    }
    return 0;
}
