/*
 * shown.c - the day that a page shows its readers as its own.
 *
 * It stands between the title and the first paragraph, or with the byline,
 * or in a line of its own about the two. What stands far above the title
 * tells the day of the visit, what stands below the article those of others.
 */
#include "article/page.h"

/* 2026-11, extraction set. */
#define HEAD_MOST      80  /* blocks between title and first paragraph */
#define HEAD_UNITS     160 /* of a line that is looked at */
#define ISSUED_UNITS   240
#define YEARLESS_UNITS 30
#define DAY_UNITS      6  /* the least that a day has */
#define DAY_ALONE      16 /* the most that a day and an hour have */
#define LABEL_WORDS    2  /* of a line that says what the next one is */
#define SIGNED_UNITS   60
#define HEAD_LEADS     2 /* paragraphs that may stand before it */
#define ABOUT_BEFORE   6 /* blocks above the title */
#define ABOUT_BEHIND   8 /* … before the first paragraph where none is known */

/* ---- the days of one line --------------------------------------------------
 */

/* Words that call a day that of a change, or of the entry of a member of a
 * forum; stems, as they are written. */
static const char *const changes[] = {
    "pdat",         "ktualis",     "ktuális",    "ctualis",   "ctualiz",
    "tualiz",       "ggiorn",      "odif",       "ndert",     "nderung",
    "ewerkt",       "ewijzigd",    "бновл",      "зменен",    "зменён",
    "новлен",       "мінен",       "ktualiz",    "aktualn",   "üncell",
    "روزرسان",      "ویرایش",      "حديث",       "수정",      "업데이트",
    "iperbaru",     "νημέρωσ",     "ροποπο",     "अपडेट",      "עודכן",
    "עדכון",        "ppdater",     "pdater",     "äivit",     "rissít",
    "edited",       "à jour",      "egistriert", "egistered", "oined:",
    "itglied seit", "ember since", "nscrit le"};

/* … that call it the day of publication. */
static const char *const issues[] = {
    "ublish",    "ublié",     "ublicad",    "ubblicat",  "ublicat",
    "ffentlich", "rschienen", "публикован", "публік",    "نشر",
    "发布",      "發佈",      "公開",       "掲載",      "게시",
    "입력",      "등록",      "publikasi",  "ayın",      "ublikowan",
    "ημοσ",      "प्रकाशित",   "פורסם",      "ubliceerd", "eplaatst",
    "ublicerad", "ulkaistu",  "osted on",   "gepostet",  "eingestellt",
    "انتشار",    "iterbitkan"};

#define SAYS(s, words) says(s, words, sizeof(words) / sizeof *(words))

static bool
says(str s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_find(s, str_of(words[i])) != SIZE_MAX)
            return true;
    return false;
}

static struct day
first_day(struct page *p, const struct raw *r)
{
    struct named_day d[6];

    return dates_of(p, r, d, 6) ? d[0].day : (struct day){0};
}

/* The line before this one may say what it is: "Updated:". */
static str
label_of(const struct page *p, const struct raw *r)
{
    return r > p->raws && r[-1].shape.words <= LABEL_WORDS &&
                   r[-1].shape.digits == 0
               ? r[-1].text
               : (str){0};
}

/* The first day of the line that is no change's, else the first one. */
static struct shown
line_shown(struct page *p, const struct raw *r)
{
    struct named_day d[6];
    size_t n = dates_of(p, r, d, 6);
    struct shown s = {0};

    for (size_t i = 0; i < n; i++) {
        bool changed = i == 0 && SAYS(label_of(p, r), changes);

        changed |= SAYS(
            str_cut(r->text, i ? d[i - 1].at.end : 0, d[i].at.start), changes);

        if (i == 0 || (s.changed && !changed)) {
            s.other = s.day;
            s.day = d[i].day;
            s.changed = changed;
        } else if (s.other.year == 0) {
            s.other = d[i].day;
        }
    }
    return s;
}

/* ---- where it stands --------------------------------------------------------
 */

/* Lines that may tell it: no paragraph, no caption, not the foot of the page.
 * A link to an article beside it bears the day of that one. */
static bool
may_tell(struct page *p, const struct raw *r, bool body)
{
    if (r->shape.digits < 3 || r->shape.units > HEAD_UNITS || r->shape.rights ||
        r->shape.archive)
        return false;
    if (r->kind == BLOCK_BYLINE)
        return true;
    if (r->kind == BLOCK_CAPTION ||
        (r->kind == BLOCK_HEADING && SAYS(label_of(p, r), issues)))
        return r->shape.units <= DAY_ALONE && dates_line(p, r);
    if (r->kind != BLOCK_CHROME && r->kind != BLOCK_SUBTITLE)
        return false;
    /* the day of a line of links is no link itself */
    return body || r->linked + DAY_UNITS > r->shape.units
               ? dates_line(p, r)
               : !shape_prose(&r->shape);
}

/* Where the head of the article begins: at its title, else some blocks before
 * its first paragraph. */
static size_t
head_first(const struct page *p)
{
    size_t body = 0;

    if (p->title != SIZE_MAX)
        return p->title;
    while (body < p->nraws && p->raws[body].kind != BLOCK_BODY)
        body++;
    return body > ABOUT_BEHIND ? body - ABOUT_BEHIND : 0;
}

/* A line of its own just above the title: a blog's. */
static bool
tops(struct page *p)
{
    const struct raw *r;

    if (p->title == SIZE_MAX || p->title == 0)
        return false;
    r = &p->raws[p->title - 1];
    return (r->kind == BLOCK_BYLINE || r->kind == BLOCK_CHROME) &&
           dates_line(p, r);
}

struct shown
shown_head(struct page *p)
{
    struct shown s = {0}, changed = {0}, loose = {0};
    size_t body = 0, first = head_first(p);

    if (tops(p)) {
        s = line_shown(p, &p->raws[p->title - 1]);
        if (s.day.year && !s.changed)
            return s;
    }
    for (size_t i = first; i < p->nraws && i < first + HEAD_MOST; i++) {
        const struct raw *r = &p->raws[i];

        body += r->kind == BLOCK_BODY;
        if (body > HEAD_LEADS)
            break;
        if (i == p->title || !may_tell(p, r, body > 0))
            continue;
        s = line_shown(p, r);
        if (s.day.year == 0)
            continue;
        if (s.changed)
            changed = changed.day.year ? changed : s;
        else if (r->kind == BLOCK_BYLINE || dates_line(p, r))
            return s;
        else
            loose = loose.day.year ? loose : s;
    }
    return loose.day.year ? loose : changed;
}

struct day
shown_yearless(struct page *p)
{
    size_t body = 0;

    for (size_t i = head_first(p); i < p->nraws && body <= HEAD_LEADS; i++) {
        const struct raw *r = &p->raws[i];
        struct named_day d[2];

        body += r->kind == BLOCK_BODY;
        if ((r->kind == BLOCK_BYLINE ||
             (r->kind == BLOCK_CHROME && body == 0)) &&
            r->shape.digits && r->shape.units <= YEARLESS_UNITS &&
            !r->shape.rights && dates_in(p, r->text, r->lang, d, 2) == 1 &&
            d[0].day.year == 0)
            return d[0].day;
    }
    return (struct day){0};
}

/* The first of the lines that say the title. */
static size_t
title_first(const struct page *p)
{
    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind == BLOCK_TITLE)
            return i;
    return 0;
}

/* The line above the title that is the nearest to it. */
static struct day
above_day(struct page *p)
{
    struct day d;

    for (size_t i = p->title == SIZE_MAX ? 0 : p->title, n = 0;
         i-- > 0 && n < ABOUT_BEFORE; n++)
        if (may_tell(p, &p->raws[i], false) &&
            (d = first_day(p, &p->raws[i])).year)
            return d;
    return (struct day){0};
}

struct day
shown_byline(struct page *p)
{
    size_t i = p->html ? title_first(p) : 0;
    struct shown s, changed = {0};

    if (p->html && tops(p) &&
        (s.day = first_day(p, &p->raws[p->title - 1])).year)
        return s.day;
    if (p->html && (s = shown_head(p)).day.year)
        return s.day;
    if (p->html && (s.day = listed_day(p)).year)
        return s.day;
    if (p->html && (s.day = above_day(p)).year)
        return s.day;
    for (; i < p->nraws; i++) {
        if (p->raws[i].kind != BLOCK_BYLINE)
            continue;
        s = line_shown(p, &p->raws[i]);
        if (s.day.year && !s.changed)
            return s.day;
        if (s.day.year && changed.day.year == 0)
            changed = s;
    }
    return changed.day;
}

/* The one day that all date lines from the title to behind the body name;
 * above it stands the day of the visit, and a line of rights is the site's.
 * Two days are a list, and none of them the page's. */
#define BODY_BEHIND 3 /* blocks; 2026-11, extraction set */

static struct day
only_day(struct page *p)
{
    struct day only = {0};
    size_t end = 0;

    for (size_t i = 0; i < p->nraws; i++)
        if (p->raws[i].kind == BLOCK_BODY)
            end = i + 1 + BODY_BEHIND;
    for (size_t i = p->title; i < p->nraws && i < end; i++) {
        const struct raw *r = &p->raws[i];
        struct day d;

        if (r->kind != BLOCK_CHROME || r->shape.rights || r->shape.archive ||
            !dates_line(p, r))
            continue;
        d = first_day(p, r);
        if (d.year && only.year && day_number(d) != day_number(only))
            return (struct day){0};
        if (d.year)
            only = d;
    }
    return only;
}

/* The day behind a word that calls it the day of publication. */
static struct day
issued_day(struct page *p)
{
    for (size_t i = 0; i < p->nraws; i++) {
        const struct raw *r = &p->raws[i];
        struct shown s;

        if (r->kind != BLOCK_CHROME || r->shape.digits < 3 ||
            r->shape.units > ISSUED_UNITS ||
            !(r->shape.chrome == CHROME_BYLINE || SAYS(r->text, issues)))
            continue;
        s = line_shown(p, r);
        if (s.day.year && !s.changed)
            return s.day;
    }
    return (struct day){0};
}

/* "Ann Lee, 10 September 2017" as the last paragraph: a letter's. */
static struct day
signed_day(struct page *p)
{
    for (size_t i = p->nraws; i-- > 0;) {
        const struct raw *r = &p->raws[i];

        if (r->kind == BLOCK_BODY)
            return r->shape.units <= SIGNED_UNITS && dates_line(p, r)
                       ? first_day(p, r)
                       : (struct day){0};
    }
    return (struct day){0};
}

/* "08.11.2021 | Mill opens": that of the title in one of its lines. */
static struct day
title_day(struct page *p)
{
    struct day d = {0};

    for (size_t i = 0; i < p->nraws && d.year == 0; i++)
        if (i == p->title || p->raws[i].kind == BLOCK_TITLE)
            d = first_day(p, &p->raws[i]);
    return d;
}

struct day
shown_frame(struct page *p)
{
    struct day d = issued_day(p);

    if (d.year == 0)
        d = signed_day(p);
    if (d.year == 0)
        d = only_day(p);
    return d.year ? d : title_day(p);
}
