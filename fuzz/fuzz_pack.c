/*
 * Promise: bytes that are no article are refused, the article left bare; what
 * is read is written as it was read, and read again as the same.
 */
#include "base/oom.h"
#include "store/pack.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void
check(str bytes, void (*pack)(const struct article *, struct buf *),
      bool (*unpack)(str, struct article *, struct arena *))
{
    struct arena *mem = arena_open();
    struct article a = {0}, b = {0};
    struct buf once = {0}, twice = {0};

    if (unpack(bytes, &a, mem)) {
        pack(&a, &once);
        if (!unpack(buf_str(&once), &b, mem))
            BUG("what was written is not read");
        pack(&b, &twice);
        if (!str_eq(buf_str(&once), buf_str(&twice)))
            BUG("what was read is another");
    } else if (a.nfeatures || a.nname_words || a.nfacts || a.sketch.nruns) {
        BUG("something was kept of nothing");
    }
    buf_free(&once);
    buf_free(&twice);
    arena_close(mem);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    str s = {(const char *)bytes, n};

    check(s, pack_about, unpack_about);
    check(s, pack_portrait, unpack_portrait);
    return 0;
}
