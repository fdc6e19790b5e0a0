/* Promise: any bytes become valid UTF-8, no longer than three times. */
#include "base/oom.h"
#include "text/charset.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct arena *mem = arena_open();
    str out = charset_to_utf8((str){(const char *)bytes, n}, (str){0}, mem);

    if (!utf8_valid(out))
        BUG("no UTF-8");
    charset_binary((str){(const char *)bytes, n});
    arena_close(mem);
    return 0;
}
