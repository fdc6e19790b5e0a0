/* Promise: any bytes are rows or are told by line; the rows that were taken
 * write and read back as they are. */
#include "base/oom.h"
#include "lexicon/rows.h"

#include "test.h"

const struct lexicon *test_lexicon(void);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct arena *mem = arena_open();
    struct rows rows = {NULL, 0}, again = {NULL, 0};
    struct buf out = {0};

    rows_read(&rows, (str){(const char *)bytes, n}, NULL, NULL, mem);
    rows_merge(&rows, mem);
    rows_write(test_lexicon(), &rows, &out);
    rows_read(&again, buf_str(&out), NULL, NULL, mem);
    if (again.n != rows.n)
        BUG("rows were lost");
    buf_free(&out);
    arena_close(mem);
    return 0;
}
