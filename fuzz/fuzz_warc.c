/* Promise: any file ends, every record is numbered, and a page that is given
 * has bytes. */
#include "base/oom.h"
#include "source/warc.h"

#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    int fd = memfd_create("fuzz", 0);
    struct warc w = {.most_bytes = 1 << 20};
    size_t before = 0;

    if (fd < 0 || write(fd, bytes, n) != (ssize_t)n ||
        lseek(fd, 0, SEEK_SET) != 0)
        BUG("no file in memory");
    w.in = stream_open(fdopen(fd, "rb"));
    while (!w.ended) {
        struct article *a = article_new();
        const char *why;

        if (warc_next(&w, a, &why) && (a->bytes.n == 0 || w.nrecords <= before))
            BUG("a page without bytes or number");
        before = w.nrecords;
        article_free(a);
    }
    stream_close(w.in);
    return 0;
}
