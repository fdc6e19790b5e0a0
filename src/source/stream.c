/* stream.c - files and gzip members as one run of bytes. */
#include "source/stream.h"

#include "base/oom.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#define IN_ROOM 65536

struct stream {
    FILE *f;
    bool packed;
    z_stream z;
    bool member; /* inside a gzip member */
    char *out;   /* bytes [at, n) are ready */
    size_t at, n, room;
    const char *fault;
    bool ended;
    unsigned char in[IN_ROOM];
};

static void
end_with(struct stream *s, const char *fault)
{
    s->ended = true;
    if (fault && !s->fault)
        s->fault = fault;
}

/* What is there, as soon as there is something: a pipe may stay open. */
static size_t
read_some(struct stream *s, void *to, size_t n)
{
    ssize_t got;

    do
        got = read(fileno(s->f), to, n);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        end_with(s, strerror(errno));
    return got < 0 ? 0 : (size_t)got;
}

struct stream *
stream_open(FILE *f)
{
    struct stream *s = oom_malloc(sizeof *s);
    size_t n = 0, got;

    memset(s, 0, offsetof(struct stream, in));
    s->f = f;
    s->room = 2 * STREAM_PEEK;
    s->out = oom_malloc(s->room);
    do {
        got = read_some(s, s->in + n, IN_ROOM - n);
        n += got;
    } while (got && n < 2);
    s->packed = n > 2 && s->in[0] == 0x1F && s->in[1] == 0x8B;
    if (s->packed) {
        s->z.next_in = s->in;
        s->z.avail_in = (uInt)n;
        if (inflateInit2(&s->z, 15 + 16) != Z_OK)
            oom_die(sizeof s->z);
        s->member = true;
    } else {
        memcpy(s->out, s->in, n);
        s->n = n;
    }
    return s;
}

void
stream_close(struct stream *s)
{
    if (!s)
        return;
    if (s->packed)
        inflateEnd(&s->z);
    if (s->f != stdin)
        fclose(s->f);
    free(s->out);
    free(s);
}

const char *
stream_fault(const struct stream *s)
{
    return s->fault;
}

/* Fills z.next_in; false at the end of the file. */
static bool
more_in(struct stream *s)
{
    if (s->z.avail_in)
        return true;
    s->z.next_in = s->in;
    s->z.avail_in = (uInt)read_some(s, s->in, IN_ROOM);
    return s->z.avail_in > 0;
}

/* Between two members: zero bytes may stand there, and nothing else. */
static bool
next_member(struct stream *s)
{
    while (more_in(s)) {
        if (*s->z.next_in == 0) {
            s->z.next_in++;
            s->z.avail_in--;
            continue;
        }
        if (*s->z.next_in != 0x1F) {
            end_with(s, "bytes that are not gzip behind a gzip member");
            return false;
        }
        inflateReset(&s->z);
        return s->member = true;
    }
    end_with(s, NULL);
    return false;
}

/* Inflates into the room behind out[n]. */
static void
inflate_more(struct stream *s)
{
    int status;

    if (!s->member && !next_member(s))
        return;
    if (!more_in(s)) {
        end_with(s, "a truncated gzip file");
        return;
    }
    s->z.next_out = (unsigned char *)s->out + s->n;
    s->z.avail_out = (uInt)(s->room - s->n);
    status = inflate(&s->z, Z_NO_FLUSH);
    s->n = s->room - s->z.avail_out;
    if (status == Z_STREAM_END)
        s->member = false;
    else if (status != Z_OK && status != Z_BUF_ERROR)
        end_with(s, "a broken gzip file");
    else if (s->z.total_out > STREAM_BOMB &&
             s->z.total_out / STREAM_RATIO > s->z.total_in)
        end_with(s, "a gzip file that grows without measure");
}

/* Makes at least `want` bytes ready, or all there are. */
static void
fill(struct stream *s, size_t want)
{
    if (s->n - s->at >= want || s->ended)
        return;
    memmove(s->out, s->out + s->at, s->n - s->at);
    s->n -= s->at;
    s->at = 0;
    while (s->n < want && !s->ended) {
        size_t n;

        if (s->packed) {
            inflate_more(s);
            continue;
        }
        n = read_some(s, s->out + s->n, s->room - s->n);
        s->n += n;
        if (n == 0)
            end_with(s, NULL);
    }
}

str
stream_peek(struct stream *s, size_t n)
{
    fill(s, n < STREAM_PEEK ? n : STREAM_PEEK);
    return (str){s->out + s->at, s->n - s->at};
}

/* The bytes at hand, at most n of them, and goes behind them. */
static str
take(struct stream *s, uint64_t n)
{
    str got;

    fill(s, 1);
    got = (str){s->out + s->at, s->n - s->at};
    if (got.n > n)
        got.n = (size_t)n;
    s->at += got.n;
    return got;
}

size_t
stream_read(struct stream *s, struct buf *out, size_t n)
{
    size_t left = n;

    while (left) {
        str got = {s->out + s->at, s->n - s->at};

        if (got.n == 0 && !s->packed && !s->ended) {
            /* nothing is ready: straight to where it is wanted */
            size_t some = left < IN_ROOM ? left : IN_ROOM;

            some = read_some(s, buf_room(out, some), some);
            if (some == 0)
                end_with(s, NULL);
            out->n += some;
            out->s[out->n] = '\0';
            left -= some;
            continue;
        }
        got = take(s, left);
        if (got.n == 0)
            break;
        buf_put(out, got);
        left -= got.n;
    }
    return n - left;
}

uint64_t
stream_skip(struct stream *s, uint64_t n)
{
    uint64_t left = n;

    while (left) {
        str got = take(s, left);

        if (got.n == 0)
            break;
        left -= got.n;
    }
    return n - left;
}

bool
stream_line(struct stream *s, struct buf *line, size_t most, bool *cut)
{
    bool some = false;

    buf_clear(line);
    *cut = false;
    for (;;) {
        const char *end;
        str got;

        fill(s, 1);
        got = (str){s->out + s->at, s->n - s->at};
        if (got.n == 0)
            return some;
        some = true;
        end = memchr(got.s, '\n', got.n);
        if (end)
            got.n = (size_t)(end - got.s) + 1;
        s->at += got.n;
        if (line->n + got.n > most)
            *cut = true;
        else if (!*cut)
            buf_put(line, got);
        if (end)
            return true;
    }
}

bool
stream_inflate(str packed, struct buf *out, size_t most)
{
    /* gzip or zlib by its head; servers also send raw deflate */
    static const int windows[] = {15 + 32, -15};

    for (int i = 0; i < 2; i++) {
        z_stream z = {0};
        int status = Z_OK;
        size_t before = out->n;

        if (inflateInit2(&z, windows[i]) != Z_OK)
            oom_die(sizeof z);
        z.next_in = (unsigned char *)(uintptr_t)packed.s;
        z.avail_in = (uInt)(packed.n < UINT32_MAX ? packed.n : UINT32_MAX);
        while (status == Z_OK && out->n - before < most) {
            z.next_out = (unsigned char *)buf_room(out, IN_ROOM);
            z.avail_out = IN_ROOM;
            status = inflate(&z, Z_NO_FLUSH);
            out->n += IN_ROOM - z.avail_out;
        }
        inflateEnd(&z);
        if (out->n - before > most)
            out->n = before + most;
        if (out->n > before)
            return true;
    }
    return false;
}
