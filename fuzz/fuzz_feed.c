/* Promise: any bytes give entries or a reason, and all of an entry is UTF-8
 * text that a parcel can be filled with. */
#include "base/oom.h"
#include "source/feed.h"
#include "source/feed_json.h"
#include "text/charset.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct arena *mem = arena_open();
    struct entries list = {.mem = mem};
    str in = {(const char *)bytes, n};
    const char *why = NULL;
    struct json *j;

    (void)feed_is(in);
    if (!feed_read(charset_to_utf8(in, (str){0}, mem), &list, &why) && !why)
        BUG("no reason given");
    j = json_parse(in);
    for (const struct json *e = json_first(feed_json_items(j)); e;
         e = json_next(e))
        feed_json_item(e, entries_add(&list), mem);
    if (feed_json_is_item(j))
        feed_json_item(j, entries_add(&list), mem);
    json_free(j);
    for (size_t i = 0; i < list.n; i++) {
        struct article *a = article_new();

        entry_fill(&list.at[i], a);
        article_free(a);
    }
    arena_close(mem);
    return 0;
}
