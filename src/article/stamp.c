/*
 * stamp.c - days that stand in addresses and in the scripts of a page.
 */
#include "article/page.h"

/* The numbers at the start of s, parted by / - or _ or, for eight digits, by
 * nothing; true where they are a day. */
static bool
digits_day(str s, struct day *day)
{
    unsigned v[3] = {0};
    size_t len[3] = {0}, i = 0;

    for (int k = 0; k < 3; k++) {
        while (i < s.n && len[k] < 8 && s.s[i] >= '0' && s.s[i] <= '9') {
            v[k] = v[k] * 10 + (unsigned)(s.s[i++] - '0');
            len[k]++;
        }
        if (k == 0 && len[0] == 8) {
            *day = (struct day){(int16_t)(v[0] / 10000 % 10000),
                                (uint8_t)(v[0] / 100 % 100),
                                (uint8_t)(v[0] % 100)};
            return day_sound(*day);
        }
        if (k == 2)
            break;
        if (i >= s.n || (s.s[i] != '/' && s.s[i] != '-' && s.s[i] != '_'))
            return false;
        i++;
    }
    if (len[1] == 0 || len[1] > 2 || (len[0] == 4) == (len[2] == 4) ||
        len[0] == 0 || len[0] > 4 || len[2] == 0 || len[2] > 4)
        return false;
    if (len[2] == 4) { /* day first, but where it cannot be */
        unsigned y = v[2];

        v[2] = v[1] > 12 ? v[1] : v[0];
        v[1] = v[1] > 12 ? v[0] : v[1];
        v[0] = y;
    } else if (len[2] > 2) {
        return false;
    }
    *day = (struct day){(int16_t)v[0], (uint8_t)(v[1] % 100),
                        (uint8_t)(v[2] % 100)};
    return day_sound(*day);
}

/* /2023/11/16/, /2023-11-16, /20231116, /16-11-2023-… in an address; of an
 * archive's address that of the page it holds. */
struct day
stamp_url(str url)
{
    struct day day;
    size_t at;

    while ((at = str_find(url, STR("://"))) != SIZE_MAX)
        url = str_cut(url, at + 3, url.n);
    for (size_t i = 0; i + 8 < url.n; i++)
        if ((url.s[i] == '/' || url.s[i] == '-' || url.s[i] == '_') &&
            url.s[i + 1] >= '0' && url.s[i + 1] <= '9' &&
            digits_day(str_cut(url, i + 1, url.n), &day))
            return day;
    return (struct day){0};
}

bool
stamp_compact(str s, struct day *day)
{
    size_t n = 0;

    while (n < s.n && s.s[n] >= '0' && s.s[n] <= '9')
        n++;
    return n == 8 && digits_day(s, day);
}

/* ---- figures apart --------------------------------------------------------
 */

/* The number at *i of at most four digits, none before it; its digits. */
static size_t
number(str s, size_t *i, unsigned *v)
{
    size_t n = 0;

    for (*v = 0; *i < s.n && s.s[*i] >= '0' && s.s[*i] <= '9' && n < 5; n++)
        *v = *v * 10 + (unsigned)(s.s[(*i)++] - '0');
    return n;
}

/* The mark between two numbers, with blanks about it; 0: none. */
static uint32_t
mark_at(str s, size_t *i)
{
    uint32_t mark = 0;

    while (*i < s.n) {
        str rest = str_cut(s, *i, s.n);
        uint32_t c = utf8_next(&rest);

        if (c == '.' || c == '|' || c == '/') {
            if (mark)
                return 0;
            mark = c;
        } else if (!utf8_space(c)) {
            break;
        }
        *i = s.n - rest.n;
    }
    return mark;
}

size_t
stamp_figures(str line, struct named_day *d)
{
    for (size_t i = 0; i < line.n; i++) {
        size_t at = i, n[3];
        unsigned v[3];
        uint32_t a, b;

        if (line.s[i] < '0' || line.s[i] > '9' ||
            (i && ((line.s[i - 1] >= '0' && line.s[i - 1] <= '9') ||
                   line.s[i - 1] == '.')))
            continue;
        n[0] = number(line, &at, &v[0]);
        a = mark_at(line, &at);
        n[1] = number(line, &at, &v[1]);
        b = mark_at(line, &at);
        n[2] = number(line, &at, &v[2]);
        if (!a || a != b || n[0] == 0 || n[0] > 2 || n[1] == 0 || n[1] > 2 ||
            !(n[2] == 4 || (n[2] == 2 && a == '.')))
            continue;
        d->day = (struct day){(int16_t)(n[2] == 4 ? v[2] : 2000 + v[2]),
                              (uint8_t)v[1], (uint8_t)v[0]};
        d->at = (span){(uint32_t)i, (uint32_t)at};
        d->other = false;
        if (day_sound(d->day))
            return 1;
    }
    return 0;
}

/* ---- state in scripts ------------------------------------------------------
 */

/* The value behind a key of JSON or of a script: past quotes, backslashes,
 * blanks and one colon or equals sign. */
static str
behind_key(str s)
{
    bool sign = false;
    size_t i = 0;

    for (; i < s.n && i < 12; i++) {
        char c = s.s[i];

        if ((c == ':' || c == '=') && !sign)
            sign = true;
        else if (c != '"' && c != '\'' && c != '\\' && c != ' ')
            break;
    }
    return sign ? str_cut(s, i, i + 40) : (str){0};
}

static bool
word_byte(char c)
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_';
}

/*
 * "datePublished": "2024-…", publish_date = '2024/…': what a page keeps for
 * its scripts. Asked for only where nothing else tells a day, for it may be
 * that of another article.
 */
struct day
stamp_state(str bytes, str *value)
{
    size_t at = 0, hit;

    while ((hit = str_find(str_cut(bytes, at, bytes.n), STR("ubli"))) !=
           SIZE_MAX) {
        size_t from = at + hit, to = from;
        struct day day;
        str key;

        while (from && word_byte(bytes.s[from - 1]) && at + hit - from < 40)
            from--;
        while (to < bytes.n && word_byte(bytes.s[to]) && to - from < 60)
            to++;
        at = to;
        key = str_cut(bytes, from, to);
        if (str_find_nocase(key, STR("date")) == SIZE_MAX &&
            str_find_nocase(key, STR("time")) == SIZE_MAX &&
            !str_ends(key, STR("_at")) && !str_ends(key, STR("At")))
            continue;
        *value = behind_key(str_cut(bytes, to, bytes.n));
        if (digits_day(*value, &day))
            return day;
    }
    return (struct day){0};
}
