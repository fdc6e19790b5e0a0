/* state_js.c - JavaScript that holds data and does next to nothing. */
#include "article/state.h"
#include "base/table.h"

#include <string.h>

/* What the parameters of the function around stand for, as JSON. */
struct names {
    struct table *index; /* name -> index + 1 */
    str *json;
    size_t n;
};

struct js {
    str in;
    size_t at;
    const struct names *names; /* or NULL */
    struct json_writer w;
    struct buf words; /* the string or key at hand */
    size_t most;      /* bytes of the answer */
};

static char
here(const struct js *j)
{
    return j->at < j->in.n ? j->in.s[j->at] : '\0';
}

static str
rest(const struct js *j)
{
    return str_cut(j->in, j->at, j->in.n);
}

static bool
name_byte(char c)
{
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9') ||
           c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

/* White space and remarks. */
static void
blanks(struct js *j)
{
    while (j->at < j->in.n) {
        char c = here(j);

        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            j->at++;
        } else if (str_starts(rest(j), STR("/*"))) {
            size_t end = str_find(rest(j), STR("*/"));

            j->at = end == SIZE_MAX ? j->in.n : j->at + end + 2;
        } else if (str_starts(rest(j), STR("//"))) {
            const char *end = memchr(j->in.s + j->at, '\n', j->in.n - j->at);

            j->at = end ? (size_t)(end - j->in.s) : j->in.n;
        } else {
            return;
        }
    }
}

/* Hexadecimal digits, `n` of them; SIZE_MAX where they are none. */
static size_t
hex(str s, size_t n)
{
    size_t value = 0;

    if (s.n < n || n == 0)
        return SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        char c = s.s[i], low = (char)(c | 32);

        if (c >= '0' && c <= '9')
            value = value * 16 + (size_t)(c - '0');
        else if (low >= 'a' && low <= 'f')
            value = value * 16 + (size_t)(low - 'a') + 10;
        else
            return SIZE_MAX;
    }
    return value;
}

/* \uD83D\uDE00, \u{1F600}, \u00E9: behind the "u". How many bytes it takes. */
static size_t
unicode(str s, struct buf *out)
{
    size_t n = 4, c, low;

    if (s.n && s.s[0] == '{') {
        size_t end = str_find(str_cut(s, 0, 8), STR("}"));

        c = end == SIZE_MAX ? SIZE_MAX : hex(str_cut(s, 1, end), end - 1);
        n = c == SIZE_MAX ? 0 : end + 1;
    } else {
        c = hex(s, 4);
        low = c >= 0xD800 && c < 0xDC00 && s.n >= 10 && s.s[4] == '\\' &&
                      s.s[5] == 'u'
                  ? hex(str_cut(s, 6, 10), 4)
                  : SIZE_MAX;
        if (low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            n = 10;
        }
    }
    if (c == SIZE_MAX)
        return 0;
    buf_utf8(out, c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? 0xFFFD
                                                              : (uint32_t)c);
    return n;
}

/* One escape, behind its backslash. */
static void
escape(struct js *j)
{
    static const char from[] = "nrtbfv0", to[] = "\n\r\t   ";
    char c = here(j);
    const char *known = c ? strchr(from, c) : NULL;
    size_t value;

    j->at += j->at < j->in.n;
    if (c == 'u') {
        j->at += unicode(rest(j), &j->words);
    } else if (c == 'x') {
        value = hex(rest(j), 2);
        if (value != SIZE_MAX) {
            buf_utf8(&j->words, (uint32_t)value);
            j->at += 2;
        }
    } else if (known && known[0] != '0') {
        buf_putc(&j->words, to[known - from]);
    } else if (c != '\n' && c != '0' && c) {
        buf_putc(&j->words, c);
    }
}

/* A string in quotes of its own kind, into `words`. */
static void
read_string(struct js *j)
{
    char quote = here(j);

    buf_clear(&j->words);
    for (j->at++; j->at < j->in.n && here(j) != quote;) {
        char c = here(j);

        j->at++;
        if (c == '\\')
            escape(j);
        else
            buf_putc(&j->words, c);
    }
    j->at += j->at < j->in.n;
}

static str
read_name(struct js *j)
{
    size_t from = j->at;

    while (j->at < j->in.n && name_byte(here(j)))
        j->at++;
    return str_cut(j->in, from, j->at);
}

/* Goes to the comma or the bracket that ends what is at hand. */
static void
pass(struct js *j)
{
    size_t depth = 0;

    while (j->at < j->in.n) {
        char c = here(j);

        if (c == '"' || c == '\'' || c == '`') {
            read_string(j);
            continue;
        }
        if (depth == 0 && (c == ',' || c == ';'))
            return;
        if (c == '(' || c == '[' || c == '{')
            depth++;
        if (c == ')' || c == ']' || c == '}') {
            if (depth == 0)
                return;
            depth--;
        }
        j->at++;
    }
}

static bool
ended(const struct js *j)
{
    char c = here(j);

    return c == ',' || c == ']' || c == '}' || c == ')' || c == ';' ||
           j->at >= j->in.n;
}

/* What a name stands for. */
static void
named(struct js *j, str name)
{
    const uint32_t *at;

    blanks(j);
    if (!ended(j)) {
        pass(j);
        json_null(&j->w);
    } else if (str_is(name, "true") || str_is(name, "false")) {
        json_bool(&j->w, name.s[0] == 't');
    } else {
        at = j->names ? table_get(j->names->index, name) : NULL;
        if (at && *at <= j->names->n && j->names->json[*at - 1].n)
            json_raw(&j->w, j->names->json[*at - 1]);
        else
            json_null(&j->w);
    }
}

static void
read_number(struct js *j)
{
    static const char digits[] = "+-.0123456789eE";
    char number[32];
    size_t n = 0;

    while (j->at < j->in.n && n + 1 < sizeof number && strchr(digits, here(j)))
        number[n++] = j->in.s[j->at++];
    number[n] = '\0';
    blanks(j);
    if (ended(j)) {
        /* ".5" is no JSON: written anew */
        double value = 0;
        struct json *v;

        if (number[0] == '.') {
            memmove(number + 1, number, n < 31 ? n + 1 : 31);
            number[0] = '0';
            number[31] = '\0';
        }
        v = json_parse(str_of(number));
        if (json_number(v, &value))
            json_num(&j->w, value);
        else
            json_null(&j->w);
        json_free(v);
        return;
    }
    pass(j);
    json_null(&j->w);
}

static void value(struct js *, int depth);

static void
members(struct js *j, int depth)
{
    json_open(&j->w, '{');
    for (j->at++;;) {
        char c;

        blanks(j);
        c = here(j);
        if (c == '}' || j->at >= j->in.n)
            break;
        if (c == ',') {
            j->at++;
            continue;
        }
        if (c == '"' || c == '\'') {
            read_string(j);
        } else {
            str name = read_name(j);

            if (name.n == 0) {
                pass(j); /* a computed key, a spread */
                if (here(j) != ',' && here(j) != '}')
                    break;
                continue;
            }
            buf_clear(&j->words);
            buf_put(&j->words, name);
        }
        blanks(j);
        if (here(j) != ':') {
            pass(j); /* {a}, a method */
            if (here(j) != ',' && here(j) != '}')
                break;
            continue;
        }
        j->at++;
        json_key(&j->w, j->words.n ? j->words.s : "");
        value(j, depth + 1);
    }
    j->at += j->at < j->in.n;
    json_close(&j->w, '}');
}

static void
elements(struct js *j, int depth)
{
    json_open(&j->w, '[');
    for (j->at++;;) {
        blanks(j);
        if (here(j) == ',') {
            j->at++;
            continue;
        }
        if (ended(j))
            break;
        value(j, depth + 1);
    }
    j->at += here(j) == ']';
    json_close(&j->w, ']');
}

/* One value, whatever it is; goes to the comma or bracket behind it. */
static void
value(struct js *j, int depth)
{
    size_t from;
    char c;

    blanks(j);
    from = j->at;
    c = here(j);
    if (depth >= STATE_MOST_DEPTH || j->w.out->n > j->most) {
        json_null(&j->w);
    } else if (c == '{') {
        members(j, depth);
    } else if (c == '[') {
        elements(j, depth);
    } else if (c == '"' || c == '\'' || c == '`') {
        read_string(j);
        json_str(&j->w, buf_str(&j->words));
    } else if (c == '!' && j->at + 1 < j->in.n) {
        json_bool(&j->w, j->in.s[j->at + 1] == '0');
    } else if ((c >= '0' && c <= '9') || c == '-' || c == '.') {
        read_number(j);
    } else {
        str name = read_name(j);

        if (name.n)
            named(j, name);
        else
            json_null(&j->w);
    }
    blanks(j);
    if (!ended(j) || j->at == from)
        pass(j);
}

static size_t
convert(str script, const struct names *names, struct buf *out)
{
    struct js j = {.in = script,
                   .names = names,
                   .w = {out, false},
                   .most = out->n + STATE_MOST_BYTES};

    value(&j, 0);
    buf_free(&j.words);
    return j.at;
}

size_t
state_literal(str script, struct buf *out)
{
    str s = str_trim(str_cut(script, 0, 64));

    if (s.n == 0 || (s.s[0] != '{' && s.s[0] != '['))
        return 0;
    return convert(script, NULL, out);
}

/* ---- functions that are called at once ------------------------------------
 */

/* Takes the bracket at hand; false where another character stands there. */
static bool
bracket(struct js *j, char c)
{
    blanks(j);
    if (here(j) != c)
        return false;
    j->at++;
    return true;
}

static bool
parameters(struct js *j, struct names *names)
{
    while (!bracket(j, ')')) {
        str name = read_name(j);
        uint32_t *at;

        if (name.n == 0)
            return false;
        at = table_at(names->index, name, NULL);
        *at = (uint32_t)++names->n;
        blanks(j);
        if (here(j) == ',')
            j->at++;
    }
    return true;
}

static void
arguments(struct js *j, struct names *names, struct arena *mem)
{
    size_t n = 0;

    names->json = arena_new(mem, str, names->n + 1);
    while (n < names->n && !bracket(j, ')') && j->at < j->in.n) {
        struct buf one = {0};

        j->at += convert(rest(j), NULL, &one);
        names->json[n++] = arena_str(mem, buf_str(&one));
        buf_free(&one);
        j->at += here(j) == ',';
    }
}

/* The objects that are returned or assigned. */
static void
objects(str body, const struct names *names, struct buf *out)
{
    struct json_writer w = {out, false};
    size_t most = out->n + STATE_MOST_BYTES, at = 0;

    json_open(&w, '[');
    while (at < body.n && out->n < most) {
        const char *hit = memchr(body.s + at, '{', body.n - at);
        str before;
        struct buf one = {0};

        if (!hit)
            break;
        at = (size_t)(hit - body.s);
        before = str_trim(str_cut(body, at > 16 ? at - 16 : 0, at));
        if (!str_ends(before, STR("=")) && !str_ends(before, STR("return"))) {
            at++;
            continue;
        }
        at += convert(str_cut(body, at, body.n), names, &one);
        json_raw(&w, buf_str(&one));
        buf_free(&one);
    }
    json_close(&w, ']');
}

bool
state_function(str script, struct buf *out)
{
    struct js j = {.in = script};
    struct names names = {.index = table_open()};
    struct arena *mem = arena_open();
    size_t from = 0, to = 0;
    bool ok = false;

    while (bracket(&j, '('))
        ;
    if (!str_is(read_name(&j), "function") || !bracket(&j, '(') ||
        !parameters(&j, &names) || !bracket(&j, '{'))
        goto done;
    from = j.at;
    while (pass(&j), here(&j) == ',' || here(&j) == ';')
        j.at++;
    to = j.at;
    if (!bracket(&j, '}'))
        goto done;
    bracket(&j, ')');
    if (!bracket(&j, '('))
        goto done;
    arguments(&j, &names, mem);
    objects(str_cut(script, from, to), &names, out);
    ok = true;
done:
    buf_free(&j.words);
    arena_close(mem);
    table_close(names.index);
    return ok;
}
