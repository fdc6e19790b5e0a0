/*
 * Promise of article/state.h: whatever a script holds, what comes out is JSON,
 * no longer than it says by more than its longest string, and every reader
 * ends.
 */
#include "article/state.h"
#include "base/oom.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
check(const struct buf *made, size_t n)
{
    struct json *j = json_parse(buf_str(made));
    struct arena *mem = arena_open();

    if (!j)
        BUG("no JSON");
    if (made->n > STATE_MOST_BYTES + 64 * n + 4096)
        BUG("longer than told");
    state_article(j, mem);
    arena_close(mem);
    json_free(j);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    str script = {(const char *)data, n};
    struct json *j = json_parse(script);
    struct buf made[4] = {{0}};
    size_t took = state_literal(script, &made[0]);

    if (took > n)
        BUG("more than there is");
    if (took)
        check(&made[0], n);
    if (state_function(script, &made[1]))
        check(&made[1], n);
    if (j && state_flat(j, &made[2]))
        check(&made[2], n);
    if (state_flight(script, &made[3]))
        check(&made[3], n);
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        buf_free(&made[i]);
    json_free(j);
    return 0;
}
