/* filter_text.c - one line of text in, one line of JSON out. */
#include "base/json.h"
#include "engine/engine.h"
#include "evidence/find.h"
#include "lexicon/likeness.h"
#include "lexicon/numeral.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void
lang_json(str text, struct arena *mem, struct buf *out)
{
    struct json_writer w = {out, false};
    size_t n;
    struct lang_span *spans = lang_spans(text, LANG_UND, mem, &n);

    json_open(&w, '{');
    json_key(&w, "lang");
    json_z(&w, lang_code(lang_most(spans, n)));
    json_key(&w, "spans");
    json_open(&w, '[');
    for (size_t i = 0; i < n; i++) {
        json_open(&w, '{');
        json_key(&w, "start");
        json_num(&w, spans[i].at.start);
        json_key(&w, "end");
        json_num(&w, spans[i].at.end);
        json_key(&w, "lang");
        json_z(&w, lang_code(spans[i].lang));
        json_close(&w, '}');
    }
    json_close(&w, ']');
    json_close(&w, '}');
}

static void
mark_open(struct json_writer *w, const struct article *a, span at)
{
    json_open(w, '{');
    json_key(w, "start");
    json_num(w, at.start);
    json_key(w, "end");
    json_num(w, at.end);
    json_key(w, "text");
    json_str(w, article_words(a, at));
}

static void
names_json(const struct lexicon *lx, const struct article *a,
           struct json_writer *w)
{
    json_key(w, "names");
    json_open(w, '[');
    for (size_t i = 0; i < a->nnames; i++) {
        const struct name_mark *n = &a->names[i];

        if (n->sure < NAME_SURE)
            continue;
        mark_open(w, a, n->at);
        json_key(w, "kind");
        json_z(w, n->kind == NAME_OTHER ? NULL : name_kind_name(n->kind));
        json_key(w, "label");
        json_str(w, n->known_kind == SENSE_PLACE
                        ? lexicon_place(lx, n->known).name
                    : n->known_kind == SENSE_BODY ? lexicon_body(lx, n->known)
                                                  : n->label);
        if (n->role) {
            json_key(w, "role");
            json_str(w, lexicon_key(lx, n->role));
        }
        json_close(w, '}');
    }
    json_close(w, ']');
}

static const char *
relative_words(const struct when *w, char *out, size_t room)
{
    static const char *const units[] = {"", "day", "week", "month", "year"};
    static const char *const days[] = {"",          "Monday",   "Tuesday",
                                       "Wednesday", "Thursday", "Friday",
                                       "Saturday",  "Sunday"};

    if (w->plus_months || w->plus_days)
        return NULL;
    if (w->unit && w->unit <= WHEN_YEAR)
        snprintf(out, room, "%+d %s", w->offset, units[w->unit]);
    else if (w->weekday && w->weekday <= 7 && !w->date.day)
        snprintf(out, room, "%s%s",
                 w->toward < 0   ? "last "
                 : w->toward > 0 ? "next "
                                 : "",
                 days[w->weekday]);
    else
        return NULL;
    return out;
}

static void
dates_json(const struct article *a, struct day ref, struct json_writer *w)
{
    char edtf[40], words[48], time[16];
    struct when_days days;

    json_key(w, "dates");
    json_open(w, '[');
    for (size_t i = 0; i < a->ndates; i++) {
        const struct date_mark *d = &a->dates[i];

        mark_open(w, a, d->at);
        json_key(w, "date");
        json_z(w, when_edtf(&d->when, d->is_range ? &d->until : NULL, ref,
                            d->tense, edtf));
        if (d->is_range) {
            const char *end = strchr(edtf, '/');

            json_key(w, "until");
            json_z(w, end ? end + 1 : edtf);
        }
        if (d->timed) {
            json_key(w, "time");
            json_z(w, when_clock_iso(&d->clock, time));
        }
        when_days(&d->when, ref, d->tense, &days);
        if (days.about || when_guessed(&d->when)) {
            json_key(w, days.about ? "about" : "guess");
            json_bool(w, true);
        }
        json_key(w, "relative");
        json_z(w, relative_words(&d->when, words, sizeof words));
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void
quantities_json(const struct lexicon *lx, const struct article *a,
                struct json_writer *w)
{
    json_key(w, "quantities");
    json_open(w, '[');
    for (size_t i = 0; i < a->nquantities; i++) {
        const struct quantity_mark *q = &a->quantities[i];

        mark_open(w, a, q->at);
        json_key(w, "min");
        json_num(w, q->min);
        json_key(w, "max");
        json_num(w, q->max);
        json_key(w, "approx");
        json_bool(w, q->approx);
        json_key(w, "unit");
        json_str(w, q->unit      ? lexicon_key(lx, q->unit)
                    : q->counted ? lexicon_key(lx, q->counted)
                                 : q->noun);
        json_key(w, "state");
        if (q->state)
            json_str(w, lexicon_key(lx, q->state));
        else
            json_null(w);
        json_key(w, "of_them");
        json_bool(w, q->partitive);
        json_close(w, '}');
    }
    json_close(w, ']');
}

/* Every numeral, also those that count nothing. */
static void
numbers_json(const struct lexicon *lx, const struct article *a,
             struct json_writer *w)
{
    size_t n;
    const struct number *all = numeral_all(lx, &a->read, a->mem, &n);

    json_key(w, "numbers");
    json_open(w, '[');
    for (size_t i = 0; i < n; i++) {
        const struct word *first = &a->read.w.words[all[i].word];
        span at = {first->start, first[all[i].nwords - 1].end};

        mark_open(w, a, at);
        json_key(w, "value");
        json_num(w, all[i].value);
        json_key(w, "ordinal");
        json_bool(w, all[i].ordinal);
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void
quotes_json(const struct article *a, struct json_writer *w)
{
    json_key(w, "quotes");
    json_open(w, '[');
    for (size_t i = 0; i < a->nquotes; i++) {
        const struct quote_mark *q = &a->quotes[i];

        mark_open(w, a, q->at);
        json_key(w, "speaker");
        if (q->speaker >= 0)
            json_str(w, a->names[q->speaker].label);
        else if (q->speaker_words.end > q->speaker_words.start)
            json_str(w, article_words(a, q->speaker_words));
        else
            json_null(w);
        json_close(w, '}');
    }
    json_close(w, ']');
}

/* Numerals alone must be asked for. */
static bool
wanted(const char *kinds, const char *kind)
{
    str rest = str_of(kinds), one;

    if (!kinds)
        return strcmp(kind, "number") != 0;
    while (str_next(&rest, ',', &one))
        if (str_is(str_trim(one), kind))
            return true;
    return false;
}

static void
evidence_json(const struct lexicon *lx, str text,
              const struct samestory_text_options *o, struct buf *out)
{
    struct article *a = article_new();
    struct stemmer *stemmer = lexicon_stemmer(lx);
    enum lang hint = o && o->lang ? lang_of(str_of(o->lang)) : LANG_UND;
    struct json_writer w = {out, false};
    struct lang_span *langs;
    struct day ref = {0};
    size_t n;

    /* a line is a body of one block */
    a->text = arena_str(a->mem, text);
    langs = lang_spans(a->text, hint, a->mem, &n);
    if (hint != LANG_UND)
        for (size_t i = 0; i < n; i++)
            langs[i].lang = hint;
    a->lang = lang_most(langs, n);
    a->blocks = arena_new(a->mem, struct block, 1);
    a->blocks[0] = (struct block){.kind = BLOCK_BODY,
                                  .lang = a->lang,
                                  .text = a->text,
                                  .kept = true,
                                  .at = {0, (uint32_t)a->text.n}};
    a->nblocks = 1;
    segment(&a->read.w, a->text, langs, n, stemmer, a->mem);
    lexicon_read_by(lx, stemmer, &a->read, a->mem);
    if (o && o->ref)
        day_parse(str_of(o->ref), &ref);
    a->day = a->anchor = ref;
    evidence_find(lx, a);
    json_open(&w, '{');
    if (wanted(o ? o->kinds : NULL, "name"))
        names_json(lx, a, &w);
    if (wanted(o ? o->kinds : NULL, "date"))
        dates_json(a, ref, &w);
    if (wanted(o ? o->kinds : NULL, "quantity"))
        quantities_json(lx, a, &w);
    if (wanted(o ? o->kinds : NULL, "quote"))
        quotes_json(a, &w);
    if (wanted(o ? o->kinds : NULL, "number"))
        numbers_json(lx, a, &w);
    json_close(&w, '}');
    lexicon_stemmer_back(lx, stemmer);
    article_free(a);
}

static double
match(const struct lexicon *lx, str a, str b)
{
    double by_sound = likeness(lx, a, b);

    if (by_sound < 1 && likeness_known(lx, a, b))
        return 1;
    if (by_sound >= LIKENESS_TITLED && by_sound < LIKENESS_SAME) {
        str x = likeness_untitled(lx, a), y = likeness_untitled(lx, b);

        if (x.n + y.n < a.n + b.n)
            by_sound = likeness(lx, x, y);
    }
    return by_sound < LIKENESS_NICKNAMED && likeness_nicknamed(lx, a, b)
               ? LIKENESS_NICKNAMED
               : by_sound;
}

double
samestory_match(struct samestory *e, const char *a, const char *b)
{
    return e->lexicon ? match(e->lexicon, str_of(a), str_of(b)) : 0;
}

static bool
match_json(const struct lexicon *lx, str line, struct buf *out)
{
    struct json_writer w = {out, false};
    str a, rest = line;

    if (!str_next(&rest, '\t', &a) || a.n == line.n)
        return false;
    json_open(&w, '{');
    json_key(&w, "a");
    json_str(&w, a);
    json_key(&w, "b");
    json_str(&w, rest);
    json_key(&w, "score");
    json_num(&w, round(match(lx, a, rest) * 1e4) / 1e4);
    json_close(&w, '}');
    return true;
}

enum samestory_status
samestory_filter_text(struct samestory *e, const char *verb, const char *text,
                      size_t n, const struct samestory_text_options *o,
                      const char **out)
{
    struct buf b = {0};
    str line = {text, n};
    struct arena *mem;
    char *answer;
    enum samestory_status status = SAMESTORY_OK;

    *out = NULL;
    if (!e->lexicon || n > e->most_bytes)
        return e->lexicon ? SAMESTORY_INPUT : SAMESTORY_USAGE;
    if (strcmp(verb, "lang") == 0) {
        struct arena *tmp = arena_open();

        lang_json(line, tmp, &b);
        arena_close(tmp);
    } else if (strcmp(verb, "evidence") == 0) {
        evidence_json(e->lexicon, line, o, &b);
    } else if (strcmp(verb, "match") == 0) {
        if (!match_json(e->lexicon, line, &b))
            status = SAMESTORY_INPUT;
    } else {
        status = SAMESTORY_USAGE;
    }
    if (status == SAMESTORY_OK) {
        mem = answer_open(b.n + 1, (void **)&answer);
        memcpy(answer, b.s, b.n + 1);
        (void)mem;
        *out = answer;
    }
    buf_free(&b);
    return status;
}
