/*
 * when_scan.c - what a word is to the readers of dates: its character, its
 * cues, a number, a year.
 */
#include "lexicon/day.h"
#include "lexicon/when_rules.h"

const struct word *
scan_word(const struct scan *s, size_t i)
{
    return i < s->end ? &s->r->w.words[i] : NULL;
}

uint32_t
scan_char(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);
    str rest;
    uint32_t c;

    if (!w)
        return 0;
    rest = str_cut(s->r->w.text, w->start, w->end);
    c = rest.n ? utf8_next(&rest) : 0;
    return rest.n ? 0 : c;
}

bool
scan_space(const struct scan *s, size_t i)
{
    const struct word *w = scan_word(s, i);

    return !w || w->shape & SHAPE_SPACE;
}

uint64_t
scan_cue(const struct scan *s, size_t i, size_t *behind)
{
    size_t n = 0;
    uint64_t set = 0;

    if (i == s->begin && s->known) {
        set = s->cue;
        n = s->cue_words;
    } else if (i < s->end) {
        set = cue_at(s->lx, s->r, i, &n);
    }

    if (i + n > s->end)
        set = 0;
    if (behind)
        *behind = set ? i + n : i;
    return set;
}

uint64_t
scan_before(const struct scan *s, size_t i)
{
    return i == s->begin && s->known ? s->before
                                     : cue_before(s->lx, s->r, i, NULL);
}

bool
scan_is(const struct scan *s, size_t i, const char *fold)
{
    const struct word *w = scan_word(s, i);

    return w && str_is(w->fold, fold);
}

_Static_assert(TAG_COUNT - CUE_COUNT <= 64, "tags are a set of 64 bits");

uint64_t
scan_tags(const struct scan *s, size_t i)
{
    uint64_t set = 0;

    for (size_t k = s->r->sense_at[i]; k < s->r->sense_at[i + 1]; k++) {
        uint8_t tag = s->r->senses[k].kind == SENSE_CONCEPT
                          ? lexicon_tag(s->lx, s->r->senses[k].id)
                          : 0;

        if (tag > CUE_COUNT && tag <= TAG_COUNT)
            set |= UINT64_C(1) << (tag - 1 - CUE_COUNT);
    }
    return set;
}

bool
scan_key(const struct scan *s, size_t i, enum tag key, size_t *behind)
{
    if (i >= s->end || !(s->r->begins[i].classes & BEGINS_TAGGED))
        return false;
    if (i == s->begin && s->known &&
        !(s->tags & UINT64_C(1) << ((unsigned)key - CUE_COUNT)))
        return false;
    for (size_t k = s->r->sense_at[i]; k < s->r->sense_at[i + 1]; k++) {
        const struct sense *found = &s->r->senses[k];

        if (found->kind == SENSE_CONCEPT &&
            lexicon_tag(s->lx, found->id) == key + 1 &&
            i + found->nwords <= s->end) {
            if (behind)
                *behind = i + found->nwords;
            return true;
        }
    }
    return false;
}

bool
scan_key_before(const struct scan *s, size_t i, enum tag key)
{
    struct scan back = *s;
    size_t behind;

    back.end = i;
    for (size_t n = 1; n <= 3 && n <= i; n++) {
        if (s->r->w.words[i - n + 1].shape & SHAPE_LINE &&
            i - n + 1 < s->r->w.nwords)
            return false;
        if (scan_key(&back, i - n, key, &behind) && behind == i)
            return true;
    }
    return false;
}

size_t
scan_digits(const struct scan *s, size_t i, int *value)
{
    const struct word *w = scan_word(s, i);

    if (!w || w->kind != WORD_NUMBER || w->fold.n == 0 || w->fold.n > 4)
        return 0;
    *value = 0;
    for (size_t k = 0; k < w->fold.n; k++) {
        if (w->fold.s[k] < '0' || w->fold.s[k] > '9')
            return 0;
        *value = *value * 10 + (w->fold.s[k] - '0');
    }
    return w->fold.n;
}

size_t
scan_small(const struct scan *s, size_t i, int *value)
{
    const struct sense *n;

    if (scan_digits(s, i, value))
        return *value <= 500 ? i + 1 : 0;
    n = i < s->end ? reading_sense(s->r, i, SENSE_NUMBER) : NULL;
    if (!n || n->id == 0 || n->id > 100 || i + n->nwords > s->end)
        return 0;
    *value = (int)n->id;
    return i + n->nwords;
}

static int
han_digit(uint32_t c)
{
    static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                      0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};

    if (c == 0x4E24 || c == 0x5169) /* 两 兩 */
        return 2;
    for (int d = 0; d < 10; d++)
        if (digits[d] == c)
            return d;
    return c == 0x96F6 || c == 0x25CB ? 0 : -1; /* 零 ○ */
}

size_t
scan_han(const struct scan *s, size_t i, int *value, size_t *digits)
{
    int v = 0, d;
    size_t k = i;
    bool ten = false;

    *digits = scan_digits(s, i, value);
    if (*digits)
        return i + 1;
    for (; k < s->end && k - i < 4; k++) {
        uint32_t c = scan_char(s, k);

        d = han_digit(c);
        if (c == 0x5341) { /* 十 */
            if (ten)
                return 0;
            ten = true;
            v = v ? v * 10 : 10;
        } else if (d >= 0) {
            v = ten ? v + d : v * 10 + d;
        } else {
            break;
        }
    }
    if (k == i)
        return 0;
    *value = v;
    *digits = ten ? 2 : k - i;
    return k;
}

bool
scan_old_year(int year)
{
    if (year >= WHEN_FIRST_YEAR)
        return year <= WHEN_LAST_YEAR;
    return year >= WHEN_OLDEST_YEAR && year % 50 != 0;
}

bool
scan_year(const struct scan *s, size_t i, uint8_t *calendar, int *year)
{
    enum lang lang;
    int v;
    bool hijri;

    if (scan_digits(s, i, &v) != 4)
        return false;
    lang = (enum lang)scan_word(s, i)->lang;
    hijri = (scan_cue(s, i + 1, NULL) & CUE(HIJRI)) != 0;
    switch (*calendar) {
    case CALENDAR_PERSIAN:
        if (v < 1250 || v > 1500)
            break;
        *year = v;
        return true;
    case CALENDAR_HIJRI:
        if (v < 1250 || v > 1550)
            break;
        *year = v;
        return true;
    case CALENDAR_HEBREW:
        *year = v;
        return v > 5560 && v < 5900;
    default:
        if (hijri && v >= 1250 && v <= 1550) {
            *calendar = CALENDAR_HIJRI;
            *year = v;
            return true;
        }
        if (lang == LANG_TH && v >= 2400 && v <= 2650)
            v -= 543; /* the Buddhist era */
        break;
    }
    /* "سال ۱۴۰۱": a Persian year by its size alone, in Persian */
    if (lang == LANG_FA && v >= 1300 && v <= 1450 &&
        *calendar != CALENDAR_HIJRI) {
        *calendar = CALENDAR_PERSIAN;
        *year = v;
        return true;
    }
    *year = v;
    if (v < WHEN_FIRST_YEAR || v > WHEN_LAST_YEAR)
        return false;
    *calendar = CALENDAR_GREGORIAN;
    return true;
}
