/* json.c - writing by buf, reading by cJSON. */
#include "base/json.h"

#include <cJSON.h>
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
comma(struct json_writer *w)
{
    if (w->comma)
        buf_putc(w->out, ',');
    w->comma = true;
}

void
json_open(struct json_writer *w, char bracket)
{
    comma(w);
    buf_putc(w->out, bracket);
    w->comma = false;
}

void
json_close(struct json_writer *w, char bracket)
{
    buf_putc(w->out, bracket);
    w->comma = true;
}

void
json_key(struct json_writer *w, const char *key)
{
    json_z(w, key);
    buf_putc(w->out, ':');
    w->comma = false;
}

/* How many bytes of a well-formed character stand at s; 0: it is none. */
static size_t
well_formed(const unsigned char *s, size_t n)
{
    size_t len = s[0] < 0x80             ? 1
                 : (s[0] & 0xE0) == 0xC0 ? 2
                 : (s[0] & 0xF0) == 0xE0 ? 3
                 : (s[0] & 0xF8) == 0xF0 ? 4
                                         : 0;

    if (len == 0 || len > n || (len == 2 && s[0] < 0xC2) ||
        (len == 3 && s[0] == 0xE0 && s[1] < 0xA0) ||
        (len == 3 && s[0] == 0xED && s[1] > 0x9F) ||
        (len == 4 && s[0] == 0xF0 && s[1] < 0x90) ||
        (len == 4 && (s[0] > 0xF4 || (s[0] == 0xF4 && s[1] > 0x8F))))
        return 0;
    for (size_t i = 1; i < len; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    return len;
}

static bool
as_it_is(unsigned char c)
{
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

void
json_str(struct json_writer *w, str s)
{
    comma(w);
    buf_putc(w->out, '"');
    while (s.n) {
        size_t run = 0, len = 1;
        unsigned char c;

        while (run < s.n && as_it_is((unsigned char)s.s[run]))
            run++;
        buf_put(w->out, str_cut(s, 0, run));
        s = str_cut(s, run, s.n);
        if (s.n == 0)
            break;
        c = (unsigned char)s.s[0];
        if (c == '"' || c == '\\') {
            buf_putc(w->out, '\\');
            buf_putc(w->out, (char)c);
        } else if (c == '\n') {
            buf_putz(w->out, "\\n");
        } else if (c == '\t') {
            buf_putz(w->out, "\\t");
        } else if (c == '\r') {
            buf_putz(w->out, "\\r");
        } else if (c < 0x20 || c == 0x7F) {
            buf_printf(w->out, "\\u%04x", c);
        } else {
            len = well_formed((const unsigned char *)s.s, s.n);
            if (len)
                buf_put(w->out, (str){s.s, len});
            else
                buf_putz(w->out, "\xEF\xBF\xBD");
            if (len == 0)
                len = 1;
        }
        s = (str){s.s + len, s.n - len};
    }
    buf_putc(w->out, '"');
}

void
json_z(struct json_writer *w, const char *z)
{
    if (z)
        json_str(w, str_of(z));
    else
        json_null(w);
}

/* A whole number, as "%.0f" would have it. */
static void
whole_put(struct buf *out, double v)
{
    char z[24], *p = z + sizeof z;
    uint64_t n = (uint64_t)fabs(v);

    do
        *--p = (char)('0' + n % 10);
    while ((n /= 10));
    if (signbit(v))
        *--p = '-';
    buf_put(out, (str){p, (size_t)(z + sizeof z - p)});
}

/* A number of at most six decimals, the fewest that are it: a whole number
 * by a power of ten is rounded as reading the decimals would be. False where
 * that is not v. */
static bool
decimals_put(struct buf *out, double v)
{
    char z[24];
    double size = fabs(v), power = 1;

    if (size < 1e-3 || size >= 1e6)
        return false;
    for (int decimals = 1; decimals <= 6; decimals++) {
        double whole = round(size * (power *= 10));
        uint64_t digits = (uint64_t)whole;
        size_t at = sizeof z;

        if (whole / power != size)
            continue;
        for (int i = 0; i <= decimals || digits; i++) {
            if (i == decimals)
                z[--at] = '.';
            z[--at] = (char)('0' + digits % 10);
            digits /= 10;
        }
        if (v < 0)
            z[--at] = '-';
        buf_put(out, (str){z + at, sizeof z - at});
        return true;
    }
    return false;
}

void
json_num(struct json_writer *w, double v)
{
    char z[40];

    if (!isfinite(v)) {
        json_null(w);
        return;
    }
    comma(w);
    if (fabs(v) < 1e15 && v == floor(v)) {
        whole_put(w->out, v);
        return;
    }
    if (decimals_put(w->out, v))
        return;
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(z, sizeof z, "%.*g", digits, v);
        if (strtod(z, NULL) == v)
            break;
    }
    buf_putz(w->out, z);
}

void
json_bool(struct json_writer *w, bool v)
{
    comma(w);
    buf_putz(w->out, v ? "true" : "false");
}

void
json_null(struct json_writer *w)
{
    comma(w);
    buf_putz(w->out, "null");
}

void
json_raw(struct json_writer *w, str json)
{
    comma(w);
    buf_put(w->out, json);
}

/* ---- reading --------------------------------------------------------- */

/*
 * cJSON's own limit of nesting is 1000 calls deep; ours is lower, so that
 * small stacks of threads hold. Brackets inside strings do not count.
 */
static bool
too_deep(str s)
{
    size_t depth = 0;
    bool in_string = false;

    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];

        if (in_string) {
            if (c == '\\')
                i++;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > JSON_MOST_DEPTH)
                return true;
        } else if ((c == ']' || c == '}') && depth) {
            depth--;
        }
    }
    return false;
}

static cJSON *
node(const struct json *j)
{
    return (cJSON *)(uintptr_t)j;
}

struct json *
json_parse(str s)
{
    const char *end = NULL;
    cJSON *j;

    if (too_deep(s))
        return NULL;
    j = cJSON_ParseWithLengthOpts(s.s, s.n, &end, 0);
    if (!j)
        return NULL;
    for (; end < s.s + s.n; end++)
        if (!isspace((unsigned char)*end)) {
            cJSON_Delete(j);
            return NULL;
        }
    return (struct json *)j;
}

void
json_free(struct json *j)
{
    cJSON_Delete((cJSON *)j);
}

const struct json *
json_get(const struct json *j, const char *key)
{
    if (!j || !cJSON_IsObject(node(j)))
        return NULL;
    return (const struct json *)cJSON_GetObjectItemCaseSensitive(node(j), key);
}

const struct json *
json_first(const struct json *j)
{
    return j && (json_is_array(j) || json_is_object(j))
               ? (const struct json *)node(j)->child
               : NULL;
}

const struct json *
json_next(const struct json *j)
{
    return j ? (const struct json *)node(j)->next : NULL;
}

str
json_name(const struct json *j)
{
    return j ? str_of(node(j)->string) : (str){0};
}

str
json_text(const struct json *j)
{
    return j && cJSON_IsString(node(j)) ? str_of(node(j)->valuestring)
                                        : (str){0};
}

str
json_text_nth(const struct json *j, const char *name, size_t nth)
{
    char key[32];

    snprintf(key, sizeof key, "%s%zu", name, nth);
    return json_text(json_get(j, key));
}

bool
json_is_array(const struct json *j)
{
    return j && cJSON_IsArray(node(j));
}

bool
json_is_object(const struct json *j)
{
    return j && cJSON_IsObject(node(j));
}

bool
json_number(const struct json *j, double *out)
{
    if (!j || !cJSON_IsNumber(node(j)))
        return false;
    *out = node(j)->valuedouble;
    return true;
}

void
json_print(const struct json *j, struct buf *out)
{
    char *z = j ? cJSON_PrintUnformatted(node(j)) : NULL;

    buf_putz(out, z ? z : "null");
    cJSON_free(z);
}
