/* dates.c - whole days that a short line names, by lexicon/when. */
#include "article/page.h"

#include <string.h>

#define MOST_BYTES 1500 /* of a line that is searched for dates */

size_t
dates_in(struct page *p, str line, enum lang lang, struct named_day *out,
         size_t most)
{
    struct arena *mem = arena_open();
    struct lang_span at;
    struct reading r = {0};
    size_t n = 0;

    line = str_cut(line, 0, MOST_BYTES);
    at = (struct lang_span){{0, (uint32_t)line.n}, lang};
    segment(&r.w, line, &at, 1, p->stemmer, mem);
    lexicon_read(p->lx, &r, mem);
    for (size_t i = 0; i < r.w.nwords && n < most;) {
        struct when_mark m;

        memset(&m, 0, sizeof m);
        if (!when_at(p->lx, &r, i, &m) || m.nwords == 0) {
            i++;
            continue;
        }
        if (m.when.date.month && m.when.date.day && m.when.unit == WHEN_NONE &&
            !m.is_range)
            out[n++] = (struct named_day){
                .day = m.when.date,
                .at = {r.w.words[m.word].start,
                       r.w.words[m.word + m.nwords - 1].end},
                .other = m.when.calendar != CALENDAR_GREGORIAN,
            };
        i = m.word + m.nwords > i ? m.word + m.nwords : i + 1;
    }
    arena_close(mem);
    return n;
}

/* A date line has little besides the date: a source, an hour, a name. */
#define DATE_LINE_UNITS 110
#define DATE_LINE_SHARE 4 /* dates and digits are one unit in so many */

bool
dates_line(struct page *p, const struct raw *r)
{
    struct named_day d[6];
    uint32_t told = r->shape.digits;
    bool whole = false;
    size_t n;

    if (r->shape.digits < 3 || r->shape.units > DATE_LINE_UNITS ||
        shape_prose(&r->shape))
        return false;
    n = dates_in(p, r->text, r->lang, d, 6);
    for (size_t i = 0; i < n; i++) {
        struct shape s;

        if (d[i].day.year == 0)
            continue;
        shape_of(NULL, str_cut(r->text, d[i].at.start, d[i].at.end), &s);
        told += s.units - s.digits;
        whole = true;
    }
    return whole && told * DATE_LINE_SHARE >= r->shape.units;
}
