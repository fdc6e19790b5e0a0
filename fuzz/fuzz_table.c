/* Promise: any bytes give pairs of texts within their bounds. */
#include "pairs.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct pairs p = pairs_empty();

    pairs_table(&p, (str){(const char *)bytes, n});
    pairs_check(&p);
    return 0;
}
