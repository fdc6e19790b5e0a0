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
