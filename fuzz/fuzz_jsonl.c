/* Promise: any line is an article or is told why not. */
#include "base/oom.h"
#include "source/jsonl.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct article *a = article_new();
    char why[128] = "";

    if (!jsonl_take((str){(const char *)bytes, n}, a, why, sizeof why) &&
        why[0] == '\0')
        BUG("no reason given");
    article_free(a);
    return 0;
}
