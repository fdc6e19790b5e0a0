/* pack.c - varints, floats and texts in a row. */
#include "store/pack.h"

#include <string.h>

#define NO_RUN 0xFFFFu /* half of a slot that is empty */

/* ---- writing -------------------------------------------------------------
 */

static void
put_number(struct buf *out, uint64_t n)
{
    for (; n >= 0x80; n >>= 7)
        buf_putc(out, (char)(n | 0x80));
    buf_putc(out, (char)n);
}

static void
put_word(struct buf *out, uint32_t n)
{
    for (int i = 0; i < 4; i++)
        buf_putc(out, (char)(n >> 8 * i));
}

static void
put_float(struct buf *out, float f)
{
    uint32_t n;

    memcpy(&n, &f, sizeof n);
    put_word(out, n);
}

static void
put_str(struct buf *out, str s)
{
    put_number(out, s.n);
    buf_put(out, s);
}

static void
put_day(struct buf *out, struct day d)
{
    put_number(out, (uint16_t)d.year);
    put_number(out, d.month);
    put_number(out, d.day);
}

void
pack_about(const struct article *a, struct buf *out)
{
    uint32_t last = 0;

    put_word(out, (uint32_t)a->content);
    put_word(out, (uint32_t)(a->content >> 32));
    put_str(out, a->path);
    put_str(out, a->given_id);
    put_str(out, a->url);
    put_str(out, a->published);
    put_day(out, a->anchor);
    put_number(out, a->lang);
    put_float(out, a->told_day);
    put_float(out, a->told_season);
    put_number(out, a->nfeatures);
    for (size_t i = 0; i < a->nfeatures; i++) {
        put_number(out, a->features[i].id - last);
        put_float(out, a->features[i].weight);
        last = a->features[i].id;
    }
    put_number(out, a->nname_words);
    for (size_t i = 0; i < a->nname_words; i++) {
        const struct name_word *w = &a->name_words[i];

        put_str(out, w->fold);
        put_float(out, w->mass);
        put_float(out, w->most);
        put_number(out, w->script);
    }
}

void
pack_portrait(const struct article *a, struct buf *out)
{
    uint32_t last = 0;

    put_number(out, a->sketch.nruns);
    for (size_t i = 0; a->sketch.nruns && i < SKETCH_SLOTS; i++) {
        uint32_t half = a->sketch.slot[i] & NO_RUN;

        if (a->sketch.slot[i] == UINT32_MAX)
            half = NO_RUN;
        else if (half == NO_RUN)
            half--;
        buf_putc(out, (char)half);
        buf_putc(out, (char)(half >> 8));
    }
    put_number(out, a->nfacts);
    for (size_t i = 0; i < a->nfacts; i++) {
        put_number(out, a->facts[i] - last);
        last = a->facts[i];
    }
}

/* ---- reading -------------------------------------------------------------
 */

/* What is left of the bytes; `bad` where they ended too soon or say what
 * cannot be. */
struct reader {
    str rest;
    bool bad;
};

static uint8_t
take_byte(struct reader *r)
{
    uint8_t b;

    if (r->rest.n == 0) {
        r->bad = true;
        return 0;
    }
    b = (uint8_t)*r->rest.s;
    r->rest = str_cut(r->rest, 1, r->rest.n);
    return b;
}

static uint64_t
take_number(struct reader *r)
{
    uint64_t n = 0;
    uint8_t b = 0x80;

    for (int shift = 0; b & 0x80 && shift < 64; shift += 7) {
        b = take_byte(r);
        n |= (uint64_t)(b & 0x7F) << shift;
    }
    r->bad |= (b & 0x80) != 0;
    return n;
}

/* A number up to `most`. */
static uint64_t
take_up_to(struct reader *r, uint64_t most)
{
    uint64_t n = take_number(r);

    r->bad |= n > most;
    return r->bad ? 0 : n;
}

static uint32_t
take_word(struct reader *r)
{
    uint32_t n = 0;

    for (int i = 0; i < 4; i++)
        n |= (uint32_t)take_byte(r) << 8 * i;
    return n;
}

static float
take_float(struct reader *r)
{
    uint32_t n = take_word(r);
    float f;

    memcpy(&f, &n, sizeof f);
    return f;
}

static str
take_str(struct reader *r, struct arena *mem)
{
    size_t n = (size_t)take_up_to(r, r->rest.n);
    str s;

    /* the number itself took a byte or more */
    if (n > r->rest.n) {
        r->bad = true;
        n = 0;
    }
    s = arena_str(mem, str_cut(r->rest, 0, n));
    r->rest = str_cut(r->rest, n, r->rest.n);
    return s;
}

static struct day
take_day(struct reader *r)
{
    struct day d;

    d.year = (int16_t)take_up_to(r, UINT16_MAX);
    d.month = (uint8_t)take_up_to(r, 12);
    d.day = (uint8_t)take_up_to(r, 31);
    return d;
}

/* How many of what takes `bytes` or more each; they must be there. */
static size_t
take_count(struct reader *r, size_t bytes)
{
    return (size_t)take_up_to(r, r->rest.n / bytes);
}

/* One more than the last, by a difference. */
static uint32_t
take_next(struct reader *r, uint32_t last)
{
    return last + (uint32_t)take_up_to(r, UINT32_MAX - last);
}

static void
take_features(struct reader *r, struct article *a, struct arena *mem)
{
    uint32_t last = 0;

    a->nfeatures = take_count(r, 5);
    a->features = arena_new(mem, struct feature, a->nfeatures + 1);
    for (size_t i = 0; i < a->nfeatures; i++) {
        a->features[i].id = last = take_next(r, last);
        a->features[i].weight = take_float(r);
        r->bad |= last >> FEATURE_SHIFT == 0 ||
                  last >> FEATURE_SHIFT >= FEATURE_TYPES ||
                  last % (1u << FEATURE_SHIFT) >> FEATURE_BITS;
    }
}

static void
take_name_words(struct reader *r, struct article *a, struct arena *mem)
{
    a->nname_words = take_count(r, 10);
    a->name_words = arena_new(mem, struct name_word, a->nname_words + 1);
    for (size_t i = 0; i < a->nname_words; i++) {
        struct name_word *w = &a->name_words[i];

        w->fold = take_str(r, mem);
        w->mass = take_float(r);
        w->most = take_float(r);
        w->script = (uint8_t)take_up_to(r, SCRIPT_COUNT - 1);
    }
}

static void
leave_bare(struct article *a)
{
    a->nfeatures = a->nname_words = a->nfacts = 0;
    a->sketch.nruns = 0;
}

bool
unpack_about(str bytes, struct article *a, struct arena *mem)
{
    struct reader r = {bytes, false};

    a->content = take_word(&r);
    a->content |= (uint64_t)take_word(&r) << 32;
    a->path = take_str(&r, mem);
    a->given_id = take_str(&r, mem);
    a->url = take_str(&r, mem);
    a->published = take_str(&r, mem);
    day_parse(a->published, &a->day);
    a->anchor = take_day(&r);
    a->lang = (enum lang)take_up_to(&r, LANG_COUNT - 1);
    a->told_day = take_float(&r);
    a->told_season = take_float(&r);
    take_features(&r, a, mem);
    if (!r.bad)
        take_name_words(&r, a, mem);
    if (r.bad || r.rest.n)
        leave_bare(a);
    return !r.bad && r.rest.n == 0;
}

bool
unpack_portrait(str bytes, struct article *a, struct arena *mem)
{
    struct reader r = {bytes, false};
    uint32_t last = 0;

    a->sketch.nruns = (uint32_t)take_up_to(&r, UINT32_MAX);
    for (size_t i = 0; a->sketch.nruns && i < SKETCH_SLOTS; i++) {
        uint32_t half = take_byte(&r);

        half |= (uint32_t)take_byte(&r) << 8;
        a->sketch.slot[i] = half == NO_RUN ? UINT32_MAX : half;
    }
    a->nfacts = take_count(&r, 1);
    a->facts = arena_new(mem, uint32_t, a->nfacts + 1);
    for (size_t i = 0; i < a->nfacts; i++)
        a->facts[i] = last = take_next(&r, last);
    if (r.bad || r.rest.n)
        leave_bare(a);
    return !r.bad && r.rest.n == 0;
}
