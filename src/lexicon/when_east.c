/*
 * when_east.c - dates of Chinese, Japanese and Korean: the year first, each
 * number with its sign behind it.
 */
#include "lexicon/day.h"
#include "lexicon/when_rules.h"

#define YEAR_SIGN  0x5E74 /* 年 */
#define MONTH_SIGN 0x6708 /* 月 */
#define DAY_SIGN   0x65E5 /* 日 */

static bool
han(const struct scan *s, size_t i, uint32_t c)
{
    return scan_char(s, i) == c;
}

/*
 * A number's sign: the Han character, or the Korean syllable with its
 * particle. Returns the word behind.
 */
enum sign { SIGN_YEAR, SIGN_MONTH, SIGN_DAY };

static size_t
sign_at(const struct scan *s, size_t i, enum sign sign, bool *until)
{
    static const uint32_t signs[] = {YEAR_SIGN, MONTH_SIGN, DAY_SIGN};
    static const char *const korean[] = {"년", "월", "일"};
    static const char *const particles[] = {
        "",       "에",     "에는",   "부터",   "까지",   "의",   "은",
        "는",     "이",     "가",     "을",     "를",     "로",   "도",
        "과",     "와",     "엔",     "께",     "경",     "자로", "에도",
        "부터는", "까지는", "까지를", "까지도", "쯤",     "말",   "초",
        "이다",   "이었다", "이며",   "이고",   "이라고", NULL};
    const struct word *w = scan_word(s, i);
    str rest;

    if (!w)
        return 0;
    if (han(s, i, signs[sign]))
        return i + 1;
    if (sign == SIGN_DAY && (han(s, i, 0x53F7) || han(s, i, 0x865F)))
        return i + 1; /* 号 號 */
    if (w->script != SCRIPT_HANGUL ||
        !str_starts(w->fold, str_of(korean[sign])))
        return 0;
    rest = str_cut(w->fold, 3, w->fold.n);
    for (int p = 0; particles[p]; p++)
        if (str_is(rest, particles[p])) {
            *until |= str_starts(rest, STR("까지"));
            return i + 1;
        }
    return 0;
}

/* Behind a sign: what makes it a length or a number of something. */
static bool
is_length(const struct scan *s, size_t i)
{
    /* 前場, 後場: the two sessions of a trading day */
    if (scan_char(s, i + 1) == 0x5834 || scan_char(s, i + 1) == 0x573A)
        return false;
    /* 24日前后: about that day */
    if (scan_char(s, i) == 0x524D &&
        (scan_char(s, i + 1) == 0x540E || scan_char(s, i + 1) == 0x5F8C))
        return false;
    switch (scan_char(s, i)) {
    case 0x534A: /* 半, but 半ば */
        return scan_char(s, i + 1) != 0x3070;
    case 0x3054: /* ごと, but ごろ */
        return scan_char(s, i + 1) != 0x308D;
    case 0x9593:
    case 0x95F4: /* 間 间 */
    case 0x4EE5: /* 以 */
    case 0x5185: /* 内 */
    case 0x76EE: /* 目 */
    case 0x5206: /* 分 */
    case 0x9023:
    case 0x8FDE: /* 連 连 */
    case 0x3076: /* ぶ */
    case 0x4EE3: /* 代 */
    case 0x5F31: /* 弱 */
    case 0x53F7:
    case 0x865F: /* 号 號 */
    case 0x5F8C:
    case 0x540E: /* 後 后 */
    case 0x524D: /* 前 */
    case 0x6765: /* 来 */
        /* 以来, 以後, 以降: since then, a date yet */
        if (scan_char(s, i) == 0x4EE5)
            return scan_char(s, i + 1) == 0x5185 ||
                   scan_char(s, i + 1) == 0x4E0A;
        return true;
    default:
        return scan_is(s, i, "동안") || scan_is(s, i, "만에") ||
               scan_is(s, i, "전") || scan_is(s, i, "후") ||
               scan_is(s, i, "간");
    }
}

/* ---- years ------------------------------------------------------------------
 */

/* 令和5年, 平成, 昭和, 民国: the year before their first. */
static size_t
era_at(const struct scan *s, size_t i, int *before)
{
    static const struct {
        uint32_t a, b;
        int before;
    } eras[] = {{0x4EE4, 0x548C, 2018}, {0x5E73, 0x6210, 1988},
                {0x662D, 0x548C, 1925}, {0x5927, 0x6B63, 1911},
                {0x6C11, 0x56FD, 1911}, {0x6C11, 0x570B, 1911},
                {0x660E, 0x6CBB, 1867}}; /* 明治 */

    for (size_t k = 0; k < sizeof eras / sizeof *eras; k++)
        if (han(s, i, eras[k].a) && han(s, i + 1, eras[k].b)) {
            *before = eras[k].before;
            return i + 2;
        }
    return 0;
}

/* Whether a year of two digits is the second end of "2014~19年". */
static bool
short_year(const struct scan *s, size_t i, int value, int *year)
{
    struct scan back = *s;
    uint32_t c;
    int first;

    if (i < 2 || s->r->w.words[i].shape & SHAPE_LINE)
        return false;
    back.end = i + 1;
    c = scan_char(&back, i - 1);
    if ((c != '~' && c != '-' && c != 0x301C && c != 0xFF5E && c != 0x2013) ||
        scan_digits(&back, i - 2, &first) != 4 || first < WHEN_FIRST_YEAR ||
        first > WHEN_LAST_YEAR || value <= first % 100)
        return false;
    *year = first - first % 100 + value;
    return true;
}

/* The year: said, counted from now, or by era. */
static size_t
year_part(const struct scan *s, size_t i, struct when *w, bool *until)
{
    size_t k = i, digits = 0, behind;
    int v = 0, before = 0;
    uint64_t cue = scan_cue(s, i, &behind);

    if (cue & (CUE(LAST_YEAR) | CUE(THIS_YEAR) | CUE(NEXT_YEAR) |
               CUE(TWO_YEARS_AGO))) {
        w->unit = WHEN_YEAR;
        w->offset = cue & CUE(LAST_YEAR)       ? -1
                    : cue & CUE(NEXT_YEAR)     ? 1
                    : cue & CUE(TWO_YEARS_AGO) ? -2
                                               : 0;
        return behind;
    }
    if (era_at(s, i, &before))
        k = era_at(s, i, &before);
    if (before && han(s, k, 0x5143)) { /* 元: the first */
        v = 1;
        k++;
        digits = 1;
    } else {
        k = scan_han(s, k, &v, &digits);
    }
    if (k == 0)
        return 0;
    if (before && v <= 150)
        v += before;
    else if (digits == 2 && short_year(s, i, v, &v))
        ;
    else if (digits != 4 || !scan_old_year(v))
        return 0;
    else if ((scan_char(s, k) == '~' || scan_char(s, k) == 0x301C ||
              scan_char(s, k) == 0xFF5E) &&
             scan_digits(s, k + 1, &before) && han(s, k + 2, YEAR_SIGN)) {
        w->date.year = (int16_t)v; /* the first end has no sign of its own */
        return k;
    }
    k = sign_at(s, k, SIGN_YEAR, until);
    if (k == 0 || is_length(s, k))
        return 0;
    w->date.year = (int16_t)v;
    return k;
}

/* ---- months and days
 * ---------------------------------------------------------- */

static size_t
month_part(const struct scan *s, size_t i, struct when *w, bool *until)
{
    size_t digits, behind, k;
    int v;
    uint64_t cue = scan_cue(s, i, &behind);

    if (cue & (CUE(LAST_MONTH) | CUE(THIS_MONTH) | CUE(NEXT_MONTH)) &&
        !w->unit && !w->date.year) {
        w->unit = WHEN_MONTH;
        w->offset = cue & CUE(LAST_MONTH) ? -1 : cue & CUE(NEXT_MONTH) ? 1 : 0;
        return behind;
    }
    k = scan_han(s, i, &v, &digits);
    if (k == 0 || digits > 2 || v < 1 || v > 12)
        return 0;
    /* 懲役6年9月: a length */
    if (i > s->begin
            ? false
            : i > 0 && !(s->r->w.words[i].shape & SHAPE_LINE) &&
                  han(&(struct scan){.lx = s->lx, .r = s->r, .end = s->end},
                      i - 1, YEAR_SIGN))
        return 0;
    k = sign_at(s, k, SIGN_MONTH, until);
    if (k == 0 || is_length(s, k))
        return 0;
    w->date.month = (uint8_t)v;
    if (han(s, k, 0x4EFD)) /* 份 */
        k++;
    return k;
}

/* Whether the word is a sign that parts the ends of a range. */
static bool
ranged(const struct scan *s, size_t i)
{
    uint32_t c = scan_char(s, i);

    return c == '~' || c == '-' || c == 0x301C || c == 0xFF5E || c == 0x2013 ||
           c == 0x2014;
}

/* 19日かかった, 19日がかりで, 19日を要した, 19일 걸렸다: how long it took. */
static bool
took(const struct scan *s, size_t i)
{
    static const uint32_t said[][2] = {
        {0x304B, 0x304B}, {0x304C, 0x304B}, /* かか, がか */
        {0x3092, 0x8981}, {0x3092, 0x8CBB}, /* を要, を費 */
        {0x304C, 0x7D4C}, {0x3082, 0x304B}, /* が経, もか */
    };
    const struct word *w = scan_word(s, i);

    if (w && s->lang == LANG_KO)
        return str_starts(w->fold, STR("걸렸")) ||
               str_starts(w->fold, STR("걸린")) ||
               str_starts(w->fold, STR("걸려"));
    for (size_t k = 0; s->lang == LANG_JA && k < sizeof said / sizeof *said;
         k++)
        if (scan_char(s, i) == said[k][0] && scan_char(s, i + 1) == said[k][1])
            return true;
    return false;
}

static size_t
day_part(const struct scan *s, size_t i, struct when *w, bool *until)
{
    size_t digits, k;
    int v;

    k = scan_han(s, i, &v, &digits);
    if (k == 0 || digits > 2 || v < 1 || v > 31)
        return 0;
    /* "4~6日": days long as often as days of a month */
    if (i == s->begin && i > 0 && !scan_space(s, i) &&
        s->r->w.words[i - 1].kind == WORD_MARK && ranged(s, i - 1))
        return 0;
    /* "8号" alone is a number eight */
    if (!w->date.month && (han(s, k, 0x53F7) || han(s, k, 0x865F)))
        return 0;
    k = sign_at(s, k, SIGN_DAY, until);
    if (k == 0 || (!w->date.month && took(s, k)) ||
        (is_length(s, k) && !(w->date.month && scan_char(s, k) == 0x524D)))
        return 0; /* "5日前" is a length, "4月5日前" is not */
    w->date.day = (uint8_t)v;
    return k;
}

/* ---- weekdays
 * -------------------------------------------------------------------- */

/* 一 to 六, 日, 天 behind 上周; 月 to 日 in brackets. */
static uint8_t
weekday_sign(uint32_t c)
{
    static const uint32_t chinese[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                       0x4E94, 0x516D, 0x65E5};
    static const uint32_t japanese[] = {0x6708, 0x706B, 0x6C34, 0x6728,
                                        0x91D1, 0x571F, 0x65E5};

    for (uint8_t i = 0; i < 7; i++)
        if (chinese[i] == c || japanese[i] == c)
            return (uint8_t)(i + 1);
    return c == 0x5929 ? 7 : 0; /* 天 */
}

/* "(金)", "（金曜日）", "(금)" behind a day. */
static size_t
bracketed(const struct scan *s, size_t i, struct when *w)
{
    static const char *const korean[] = {"월", "화", "수", "목",
                                         "금", "토", "일"};
    uint32_t c = scan_char(s, i);
    uint8_t day;

    if (c != '(' && c != 0xFF08)
        return i;
    day = weekday_sign(scan_char(s, i + 1));
    for (uint8_t k = 0; k < 7; k++)
        if (scan_is(s, i + 1, korean[k]))
            day = (uint8_t)(k + 1);
    if (day == 0)
        return i;
    i += 2;
    while (i < s->end && (han(s, i, 0x66DC) || han(s, i, DAY_SIGN)))
        i++;
    if (scan_char(s, i) != ')' && scan_char(s, i) != 0xFF09)
        return i;
    w->weekday = day;
    return i + 1;
}

/* 上周五, 下星期一: the day of a week counted from this one. */
static size_t
week_and_day(const struct scan *s, size_t i, struct when *w)
{
    size_t behind;
    uint64_t cue = scan_cue(s, i, &behind);
    uint8_t day;

    if (!(cue & (CUE(LAST_WEEK) | CUE(THIS_WEEK) | CUE(NEXT_WEEK))) ||
        s->lang != LANG_ZH)
        return 0;
    day = weekday_sign(scan_char(s, behind));
    if (day == 0)
        return 0;
    w->unit = WHEN_WEEK;
    w->offset = cue & CUE(LAST_WEEK) ? -1 : cue & CUE(NEXT_WEEK) ? 1 : 0;
    w->weekday = day;
    return behind + 1;
}

/* ---- the rule
 * ---------------------------------------------------------------------- */

/* The second end of "7月26日至28日", "8~9日". */
static void
range_end(const struct scan *s, size_t *k, struct when_mark *m)
{
    uint32_t c = scan_char(s, *k);
    bool until = false;
    struct when end = m->when;
    size_t behind, next = *k + 1;

    if (s->lang == LANG_JA && scan_char(s, *k) == 0x304B &&
        scan_char(s, *k + 1) == 0x3089)
        next = *k + 2; /* から */
    else if (s->lang == LANG_KO && scan_is(s, *k, "부터"))
        next = *k + 1;
    else if (c != 0x81F3 && c != '~' && c != '-' && c != 0x301C &&
             c != 0xFF5E && c != 0x2014 && c != 0x2013)
        return;
    behind = day_part(s, next, &end, &until);
    if (behind == 0 || end.date.day <= m->when.date.day)
        return;
    m->until = end;
    m->is_range = true;
    *k = behind;
}

size_t
rule_east(const struct scan *s, size_t i, struct when_mark *m)
{
    bool until = false, year, month, day = false, this = false;
    int8_t toward = 0;
    size_t k = i, behind;
    uint64_t step;
    struct when *w = &m->when;

    if (s->lang != LANG_ZH && s->lang != LANG_JA && s->lang != LANG_KO)
        return 0;
    behind = week_and_day(s, i, w);
    if (behind)
        return behind;
    step = scan_cue(s, i, &behind);
    if (step & (CUE(LAST) | CUE(NEXT) | CUE(THIS)) && s->lang == LANG_KO &&
        !str_starts(scan_word(s, i)->fold, STR("지난해"))) {
        /* 지난 8일, 오는 15일 */
        toward = step & CUE(LAST) ? -1 : step & CUE(NEXT) ? 1 : 0;
        this = toward == 0;
        k = behind;
    }
    behind = year_part(s, k, w, &until);
    year = behind != 0;
    k = year ? behind : k;
    if (year && han(s, k, 0x306E)) /* の */
        k++;
    behind = month_part(s, k, w, &until);
    month = behind != 0;
    k = month ? behind : k;
    if (!year || month) {
        behind = day_part(s, k, w, &until);
        day = behind != 0;
        k = day ? behind : k;
    }
    if (!year && !month && !day)
        return 0;
    if (w->date.day && w->date.month && w->date.year && !day_real(w->date))
        return 0;
    if (day) {
        range_end(s, &k, m);
        k = bracketed(s, k, w);
    }
    if (this && month && !w->unit && !w->date.year)
        w->unit = WHEN_YEAR; /* 올 4월: of this year */
    if (!w->unit && !w->date.year)
        w->toward = toward;
    return k;
}
