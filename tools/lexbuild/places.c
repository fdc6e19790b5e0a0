/*
 * places.c - countries from ICU's territory names, cities from the table
 * of libgeonames (read out of its file, never linked) with the names of
 * libgeonames-common, our own rows for demonyms and for what those lack.
 */
#include "lexbuild.h"

#include "base/buf.h"

#include <elf.h>
#include <gio/gio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* A city of fewer people is found by its capital letter or not at all. */
#define CITY_LEAST      100000
#define CITY_EVERYWHERE 500000 /* its English name counts in every language */

static bool
caseless(str words)
{
    while (words.n) {
        uint32_t c = utf8_next(&words);

        if (utf8_upper(c))
            return false;
    }
    return true;
}

static void
put_place(struct build *b, str name, enum lang lang, uint32_t id,
          enum sense_kind kind)
{
    struct lex_entry e = {.id = id, .kind = (uint8_t)kind};
    enum put_how how = inflects(lang) ? PUT_BOTH : PUT_EXACT;

    name = str_trim(name);
    if (name.n == 0)
        return;
    e.flags = kind == SENSE_PLACE || !caseless(name) ? name_flags(name) : 0;
    /* without capitals a common word is no place */
    if (e.flags == 0 && kind == SENSE_PLACE &&
        (has(b, name, lang, SENSE_CONCEPT) ||
         has(b, name, lang, SENSE_FUNCTION) ||
         has(b, name, lang, SENSE_NUMBER) || has(b, name, lang, SENSE_MONTH)))
        return;
    if (kind == SENSE_PLACE && utf8_count(name) < 2 && lang != LANG_JA &&
        lang != LANG_ZH)
        return;
    /* what any language reads needs no second key */
    if (lang != LANG_UND && how == PUT_EXACT && kind == SENSE_PLACE &&
        known(b, name, e))
        return;
    if (kind == SENSE_DEMONYM)
        how = lang == LANG_AR || lang == LANG_HE ? PUT_EXACT : PUT_BOTH;
    put(b, name, lang, how, e);
}

static uint32_t
new_place(struct build *b, str name, const char *iso, enum place_kind kind)
{
    struct lex_place p = {
        .name = text_at(b, name), .kind = kind, .lat = NAN, .lon = NAN};

    if (iso)
        memcpy(p.iso, iso, 2);
    b->places = arena_grow(b->mem, b->places, b->nplaces, sizeof *b->places);
    b->places[b->nplaces++] = p;
    return (uint32_t)b->nplaces;
}

/* "Myanmar (Burma)", "Macao SAR China": what all call it. */
static str
plain(str name)
{
    size_t cut = str_find(name, STR(" ("));

    if (cut == SIZE_MAX)
        cut = str_find(name, STR(" SAR "));
    return cut == SIZE_MAX ? name : (str){name.s, cut};
}

static void
countries(struct build *b)
{
    const char *const *codes = uloc_getISOCountries();

    for (int i = 0; codes[i]; i++) {
        uint32_t id = 0;

        for (int lang = 0; lang < LANG_COUNT; lang++) {
            UErrorCode status = U_ZERO_ERROR;
            enum lang l = lang ? (enum lang)lang : LANG_EN;
            char of[16], z[400];
            UChar wide[128];
            int32_t n;

            snprintf(of, sizeof of, "und_%s", codes[i]);
            n = uloc_getDisplayCountry(of, lang_code(l), wide, 128, &status);
            if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING)
                continue;
            u_strToUTF8(z, sizeof z, &n, wide, n, &status);
            if (U_FAILURE(status) || n == 2)
                continue;
            if (lang == 0) {
                id = new_place(b, plain((str){z, (size_t)n}), codes[i],
                               PLACE_COUNTRY);
                b->places[id - 1].country = id;
                *table_at(b->place_of, str_of(codes[i]), NULL) = id;
            }
            if (id)
                put_place(b, (str){z, (size_t)n}, (enum lang)lang, id,
                          SENSE_PLACE);
        }
    }
}

/* ---- cities ---------------------------------------------------------- */

/* The bytes of the table inside the shared object; NULL where absent. */
static GVariant *
city_table(void)
{
    static const char *const paths[] = {
        "/usr/lib/x86_64-linux-gnu/libgeonames.so.0",
        "/usr/lib/aarch64-linux-gnu/libgeonames.so.0",
        "/usr/lib/libgeonames.so.0", NULL};
    gchar *file = NULL;
    gsize n = 0;
    const char *base;
    const Elf64_Ehdr *head;
    const Elf64_Shdr *sections;

    for (int i = 0; paths[i] && !file; i++)
        g_file_get_contents(paths[i], &file, &n, NULL);
    if (!file || n < sizeof *head)
        return NULL;
    base = file;
    head = (const Elf64_Ehdr *)(const void *)base;
    if (head->e_shoff + head->e_shnum * sizeof *sections > n)
        return NULL;
    sections = (const Elf64_Shdr *)(const void *)(base + head->e_shoff);
    for (int i = 0; i < head->e_shnum; i++) {
        const Elf64_Shdr *s = &sections[i];
        const char *name =
            base + sections[head->e_shstrndx].sh_offset + s->sh_name;
        GBytes *bytes, *table;
        GResource *r;

        if (strcmp(name, ".gresource.geonames") != 0)
            continue;
        bytes = g_bytes_new(base + s->sh_offset, s->sh_size);
        r = g_resource_new_from_data(bytes, NULL);
        table = r ? g_resource_lookup_data(
                        r, "/com/lomiri/geonames/cities.compiled", 0, NULL)
                  : NULL;
        return table ? g_variant_new_from_bytes(G_VARIANT_TYPE("a(sssssssudd)"),
                                                table, FALSE)
                     : NULL;
    }
    return NULL;
}

struct catalogue {
    str bytes;
    uint32_t n, ids, texts;
};

static uint32_t
word32(str b, size_t at)
{
    uint32_t v = 0;

    if (at + 4 <= b.n)
        memcpy(&v, b.s + at, 4);
    return v;
}

/* A string of a .mo file: table entry of length and offset. */
static str
mo_text(const struct catalogue *c, uint32_t table, uint32_t i)
{
    uint32_t len = word32(c->bytes, table + 8 * (size_t)i);
    uint32_t at = word32(c->bytes, table + 8 * (size_t)i + 4);

    return str_cut(c->bytes, at, (size_t)at + len);
}

static bool
catalogue_open(struct catalogue *c, enum lang lang)
{
    char path[200];
    gchar *file = NULL;
    gsize n = 0;

    snprintf(path, sizeof path, "/usr/share/locale/%s/LC_MESSAGES/geonames.mo",
             lang_code(lang));
    if (!g_file_get_contents(path, &file, &n, NULL))
        return false;
    c->bytes = (str){file, n};
    if (word32(c->bytes, 0) != 0x950412de)
        return false;
    c->n = word32(c->bytes, 8);
    c->ids = word32(c->bytes, 12);
    c->texts = word32(c->bytes, 16);
    return true;
}

static str
catalogue_get(const struct catalogue *c, str id)
{
    uint32_t low = 0, high = c->n;

    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        int order = str_cmp(mo_text(c, c->ids, mid), id);

        if (order == 0)
            return mo_text(c, c->texts, mid);
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return (str){0};
}

struct city {
    const char *id, *name, *iso;
    guint32 population;
    double lat, lon;
};

static int
by_population(const void *a, const void *b)
{
    const struct city *x = a, *y = b;

    if (x->population != y->population)
        return x->population < y->population ? 1 : -1;
    return strcmp(x->id, y->id);
}

/* 泉州市 is 泉州 as well; empty where no word for "city" ends the name. */
static str
without_city(str name, enum lang lang)
{
    str city = lang == LANG_ZH || lang == LANG_JA ? STR("市")
               : lang == LANG_KO                  ? STR("시")
                                                  : (str){0};

    if (city.n && str_ends(name, city) && utf8_count(name) >= 3)
        return str_cut(name, 0, name.n - city.n);
    return (str){0};
}

static void
cities(struct build *b)
{
    GVariant *table = city_table();
    struct catalogue cat[LANG_COUNT];
    bool open[LANG_COUNT];
    struct city *list;
    size_t n = 0, all;

    if (!table) {
        fault(b, "the table of libgeonames0 is not on this machine");
        return;
    }
    all = g_variant_n_children(table);
    list = arena_new(b->mem, struct city, all);
    for (size_t i = 0; i < all; i++) {
        GVariant *row = g_variant_get_child_value(table, i);
        struct city c;
        const char *skip;

        g_variant_get(row, "(&s&s&s&s&s&s&sudd)", &c.id, &c.name, &skip, &skip,
                      &c.iso, &skip, &skip, &c.population, &c.lat, &c.lon);
        if (c.population >= CITY_LEAST)
            list[n++] = c;
    }
    qsort(list, n, sizeof *list, by_population);
    for (int lang = 1; lang < LANG_COUNT; lang++)
        open[lang] = catalogue_open(&cat[lang], (enum lang)lang);
    for (size_t i = 0; i < n; i++) {
        const struct city *c = &list[i];
        str name = str_of(c->name), key;
        const uint32_t *country = table_get(b->place_of, str_of(c->iso));
        uint32_t id = new_place(b, name, c->iso, PLACE_CITY);
        struct lex_place *p = &b->places[id - 1];
        bool found;
        uint32_t *at;

        p->population = c->population;
        p->lat = (float)c->lat;
        p->lon = (float)c->lon;
        p->country = country ? *country : 0;
        key = arena_printf(b->mem, "@%s", c->name);
        at = table_at(b->place_of, key, &found);
        if (!found)
            *at = id;
        put_place(b, name,
                  c->population >= CITY_EVERYWHERE ? LANG_UND : LANG_EN, id,
                  SENSE_PLACE);
        for (int lang = 1; lang < LANG_COUNT; lang++) {
            str local = open[lang] ? catalogue_get(&cat[lang], str_of(c->id))
                                   : (str){0};

            if (local.n == 0 && lang > LANG_LEXICON)
                continue;
            put_place(b, local, (enum lang)lang, id, SENSE_PLACE);
            put_place(b, without_city(local, (enum lang)lang), (enum lang)lang,
                      id, SENSE_PLACE);
        }
    }
}

/* ---- our own rows ---------------------------------------------------- */

static void
rows(struct build *b, const char *dir, const char *file, enum sense_kind kind)
{
    str rest = slurp(b, dir, file), line, col[LEX_COLUMNS + 3], alt;

    while (str_next(&rest, '\n', &line)) {
        const uint32_t *at;
        uint32_t id;

        if (line.n == 0 || line.s[0] == '#')
            continue;
        if (columns(line, col, LEX_COLUMNS + 3) != LEX_COLUMNS + 1) {
            fault(b, "%s: columns of %.*s", file, STR_ARG(col[0]));
            continue;
        }
        at = table_get(b->place_of, col[0]);
        for (str names = col[LANG_EN];
             !at && col[0].s[0] == '@' && str_next(&names, '|', &alt);)
            at = table_get(b->place_of,
                           arena_printf(b->mem, "@%.*s", STR_ARG(alt)));
        if (at) {
            id = *at;
        } else if (col[0].s[0] == '@') {
            id = new_place(b, str_cut(col[0], 1, col[0].n), NULL, PLACE_AREA);
            *table_at(b->place_of, col[0], NULL) = id;
        } else if (str_is(col[0], "EU") || str_is(col[0], "XK")) {
            id = new_place(
                b, str_is(col[0], "EU") ? STR("European Union") : STR("Kosovo"),
                col[0].s, PLACE_COUNTRY);
            b->places[id - 1].country = id;
            *table_at(b->place_of, col[0], NULL) = id;
        } else {
            fault(b, "%s: no place %.*s", file, STR_ARG(col[0]));
            continue;
        }
        for (int i = 0; i < LEX_COLUMNS; i++)
            while (str_next(&col[i + 1], '|', &alt)) {
                put_place(b, alt, (enum lang)(i + 1), id, kind);
                if (i + 1 == LANG_AR && kind == SENSE_DEMONYM)
                    put_place(b, arena_printf(b->mem, "ال%.*s", STR_ARG(alt)),
                              LANG_AR, id, kind);
                if (i + 1 == LANG_EN && kind == SENSE_PLACE)
                    put_place(b, alt, LANG_UND, id, kind);
            }
    }
}

void
read_places(struct build *b, const char *dir)
{
    countries(b);
    cities(b);
    rows(b, dir, "places/aliases.tsv", SENSE_PLACE);
    rows(b, dir, "places/regions.tsv", SENSE_PLACE);
    rows(b, dir, "places/demonyms.tsv", SENSE_DEMONYM);
}
