/*
 * name_nominative.c - the form under which a Russian or Ukrainian name is
 * told: "Олега Свиридова" is Олег Свиридов, "Курчатовского института"
 * Курчатовский институт.
 *
 * Of a person the given name tells sex and case, since the lexicon has its
 * plain form; the words behind follow it. Of a body or place the common word
 * at the end does. What neither tells stays as it is.
 */
#include "base/buf.h"
#include "evidence/name_parts.h"

#define SURE_CASED 75 /* a place of the lexicon in a case */

#define MOST_BYTES 120 /* of a label */

enum noun_case { CASE_OF, CASE_TO, CASE_WITH, CASE_IN };
enum sex { HE, SHE };

struct ending {
    const char *from, *to;
    uint8_t of_case, sex;
};

/* Endings of given names, longest first within a case. */
static const struct ending given_endings[] = {
    {"а", "", CASE_OF, HE},      {"я", "й", CASE_OF, HE},
    {"я", "ь", CASE_OF, HE},     {"ові", "", CASE_TO, HE},
    {"єві", "й", CASE_TO, HE},   {"у", "", CASE_TO, HE},
    {"ю", "й", CASE_TO, HE},     {"ю", "ь", CASE_TO, HE},
    {"ом", "", CASE_WITH, HE},   {"ем", "й", CASE_WITH, HE},
    {"єм", "й", CASE_WITH, HE},  {"ем", "ь", CASE_WITH, HE},
    {"ем", "", CASE_WITH, HE},   {"е", "", CASE_IN, HE},
    {"ы", "а", CASE_OF, SHE},    {"и", "а", CASE_OF, SHE},
    {"и", "я", CASE_OF, SHE},    {"і", "я", CASE_OF, SHE},
    {"ії", "ія", CASE_OF, SHE},  {"е", "а", CASE_TO, SHE},
    {"е", "я", CASE_TO, SHE},    {"і", "а", CASE_TO, SHE},
    {"у", "а", CASE_OF, SHE},    {"ю", "я", CASE_OF, SHE},
    {"ой", "а", CASE_WITH, SHE}, {"ою", "а", CASE_WITH, SHE},
    {"ей", "я", CASE_WITH, SHE}, {"ею", "я", CASE_WITH, SHE},
    {"єю", "я", CASE_WITH, SHE},
};

static bool
takes(enum lang lang)
{
    return lang == LANG_RU || lang == LANG_UK;
}

static bool
ends_any(str s, const char *const *any, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_ends(s, str_of(any[i])))
            return true;
    return false;
}

/* `word` with the ending `from` exchanged for `to`; n 0 where it has none. */
static str
exchanged(struct arena *mem, str word, const char *from, const char *to)
{
    str end = str_of(from);

    if (!str_ends(word, end) || word.n < end.n + 2)
        return (str){0};
    word.n -= end.n;
    return arena_printf(mem, "%.*s%s", STR_ARG(word), to);
}

/* The first of the endings (pairs of from and to) that the word has. */
static str
first_of(struct arena *mem, str word, const char *const (*pairs)[2], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        str s = exchanged(mem, word, pairs[i][0], pairs[i][1]);

        if (s.n)
            return s;
    }
    return word;
}

/* Свиридов-, Малинин-: an adjective of whose one is. */
static bool
owned(str word, str end)
{
    static const char *const whose[] = {"ов", "ев", "ёв", "ин", "ын",
                                        "їв", "ів", "єв", "ін"};

    if (!str_ends(word, end))
        return false;
    word.n -= end.n;
    return ends_any(word, whose, sizeof whose / sizeof *whose);
}

static str
his_surname(const struct namer *nm, str word, enum noun_case of_case,
            bool russian)
{
    static const char *const of[][2] = {
        {"кого", "кий"}, {"ого", "ый"}, {"его", "ий"}, {"ця", "ець"},
        {"ая", "ай"},    {"ея", "ей"},  {"оя", "ой"},  {"ия", "ий"},
        {"ія", "ій"},    {"я", "ь"},    {"а", ""},     {"ы", "а"}};
    static const char *const to[][2] = {
        {"кому", "кий"}, {"ому", "ый"}, {"ему", "ий"}, {"еві", "ь"},
        {"ові", ""},     {"аю", "ай"},  {"ею", "ей"},  {"ою", "ой"},
        {"ю", "ь"},      {"у", ""}};
    static const char *const with[][2] = {
        {"ким", "кий"}, {"аем", "ай"}, {"еем", "ей"}, {"оем", "ой"},
        {"ем", "ь"},    {"ом", ""},    {"им", "ий"},  {"ым", "ый"}};
    static const char *const in[][2] = {
        {"ком", "кий"}, {"ом", "ый"}, {"е", ""}};
    str s;

    if (of_case == CASE_OF)
        s = first_of(nm->mem, word, of, sizeof of / sizeof *of);
    else if (of_case == CASE_TO)
        s = first_of(nm->mem, word, to, sizeof to / sizeof *to);
    else if (of_case == CASE_IN)
        s = first_of(nm->mem, word, in, sizeof in / sizeof *in);
    else if (owned(word, STR("ым")) || owned(word, STR("им")))
        return (str){word.s, word.n - STR("ым").n};
    else
        s = first_of(nm->mem, word, with, sizeof with / sizeof *with);
    /* Ukrainian has no ы */
    if (!russian && str_ends(s, STR("ый")))
        s = exchanged(nm->mem, s, "ый", "ий");
    return s;
}

static str
her_surname(const struct namer *nm, str word, enum noun_case of_case,
            bool russian)
{
    if (!russian)
        return of_case == CASE_OF && str_ends(word, STR("ої"))
                   ? exchanged(nm->mem, word, "ої", "а")
               : of_case == CASE_TO && str_ends(word, STR("ій"))
                   ? exchanged(nm->mem, word, "ій", "а")
                   : word;
    if (owned(word, STR("ой")))
        return exchanged(nm->mem, word, "ой", "а");
    if (owned(word, STR("у")))
        return exchanged(nm->mem, word, "у", "а");
    if (str_ends(word, STR("ской")) || str_ends(word, STR("цкой")))
        return exchanged(nm->mem, word, "ой", "ая");
    return word;
}

/* Whether the first word is a given name in a case, and which. */
static bool
given_case(const struct namer *nm, uint32_t i, struct ending *found, str *plain)
{
    enum lang lang = (enum lang)nm->w[i].lang;
    const struct word *w = &nm->w[i];

    if (name_exact_given(nm, i))
        return false;
    for (size_t k = 0; k < sizeof given_endings / sizeof *given_endings; k++) {
        const struct ending *e = &given_endings[k];
        str s = exchanged(nm->mem, w->fold, e->from, e->to);

        if (s.n == 0 || !lexicon_has(nm->lx, s, lang, SENSE_GIVEN))
            continue;
        *found = *e;
        *plain = exchanged(nm->mem, name_text(nm, i), e->from, e->to);
        return plain->n > 0;
    }
    return false;
}

/*
 * The title before a name tells as much where the lexicon lacks the given
 * name: премьера, економістки.
 */
static bool
titled_case(const struct namer *nm, uint32_t i, struct ending *found,
            str *plain)
{
    static const struct ending titles[] = {
        {"а", "", CASE_OF, HE},     {"я", "ь", CASE_OF, HE},
        {"у", "", CASE_TO, HE},     {"ю", "ь", CASE_TO, HE},
        {"ом", "", CASE_WITH, HE},  {"ем", "ь", CASE_WITH, HE},
        {"ки", "ка", CASE_OF, SHE}, {"ке", "ка", CASE_TO, SHE},
        {"ці", "ка", CASE_TO, SHE}, {"кой", "ка", CASE_WITH, SHE}};
    const struct word *title = i > 0 ? &nm->w[i - 1] : NULL;

    if (!title || title->sentence != nm->w[i].sentence)
        return false;
    for (size_t k = 0; k < sizeof titles / sizeof *titles; k++) {
        const struct ending *e = &titles[k];
        str s = exchanged(nm->mem, title->fold, e->from, e->to);

        if (s.n == 0 ||
            !lexicon_find(nm->lx, s, (enum lang)title->lang, SENSE_CONCEPT,
                          1u << CLASS_ROLE | 1u << CLASS_PERSON))
            continue;
        *found = *e;
        for (size_t g = 0; g < sizeof given_endings / sizeof *given_endings;
             g++) {
            const struct ending *n = &given_endings[g];

            if (n->sex != e->sex || n->of_case != e->of_case)
                continue;
            *plain = exchanged(nm->mem, name_text(nm, i), n->from, n->to);
            if (plain->n)
                return true;
        }
    }
    return false;
}

static void
person(const struct namer *nm, struct name_mark *m)
{
    uint32_t end = m->word + m->nwords;
    struct ending e;
    struct buf out = {0};
    str plain;

    if (m->nwords < 2 || m->nwords > 3 ||
        (!given_case(nm, m->word, &e, &plain) &&
         !titled_case(nm, m->word, &e, &plain)))
        return;
    buf_put(&out, plain);
    for (uint32_t i = m->word + 1; i < end; i++) {
        bool russian = nm->w[i].lang == LANG_RU;
        str word = name_text(nm, i);

        if (nm->w[i].kind != WORD_LETTERS || !(nm->w[i].shape & SHAPE_SPACE)) {
            buf_free(&out);
            return;
        }
        buf_putc(&out, ' ');
        buf_put(&out, e.sex == SHE ? her_surname(nm, word, e.of_case, russian)
                                   : his_surname(nm, word, e.of_case, russian));
    }
    if (out.n <= MOST_BYTES)
        m->label = arena_str(nm->mem, buf_str(&out));
    buf_free(&out);
}

/* The plain form of the common word i at the end of a name. */
static str
plain_head(const struct namer *nm, uint32_t i)
{
    static const char *const pairs[][2] = {
        {"а", ""},  {"у", ""},  {"ом", ""},  {"е", ""},    {"і", ""},
        {"ы", "а"}, {"и", "а"}, {"е", "а"},  {"у", "а"},   {"ой", "а"},
        {"я", "ь"}, {"ю", "ь"}, {"и", "ия"}, {"ии", "ия"}, {"ії", "ія"}};
    enum lang lang = (enum lang)nm->w[i].lang;

    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
        str s = exchanged(nm->mem, nm->w[i].fold, pairs[k][0], pairs[k][1]);

        if (s.n && (lexicon_has(nm->lx, s, lang, SENSE_HEAD) ||
                    lexicon_find(nm->lx, s, lang, SENSE_CONCEPT,
                                 1u << CLASS_BODY | 1u << CLASS_PLACE)))
            return exchanged(nm->mem, name_text(nm, i), pairs[k][0],
                             pairs[k][1]);
    }
    return (str){0};
}

/* "Салтовскому району": an adjective and the common word behind it. */
static void
described(const struct namer *nm, struct name_mark *m)
{
    static const char *const his[][2] = {
        {"кого", "кий"}, {"кому", "кий"}, {"ким", "кий"}, {"ком", "кий"},
        {"ого", "ый"},   {"ому", "ый"},   {"ым", "ый"},   {"ом", "ый"}};
    static const char *const her[][2] = {
        {"ой", "ая"}, {"ої", "а"}, {"ій", "а"}, {"ую", "ая"}};
    uint32_t i = m->word;
    str head, word = name_text(nm, i), plain;

    if (m->nwords != 2 || nm->w[i].kind != WORD_LETTERS ||
        nm->w[i + 1].kind != WORD_LETTERS)
        return;
    head = plain_head(nm, i + 1);
    if (head.n == 0)
        return;
    plain = str_ends(head, STR("а")) || str_ends(head, STR("я"))
                ? first_of(nm->mem, word, her, sizeof her / sizeof *her)
                : first_of(nm->mem, word, his, sizeof his / sizeof *his);
    if (plain.s == word.s)
        return;
    if (nm->w[i].lang == LANG_UK && str_ends(plain, STR("ый")))
        plain = exchanged(nm->mem, plain, "ый", "ий");
    m->label =
        arena_printf(nm->mem, "%.*s %.*s", STR_ARG(plain), STR_ARG(head));
}

/* "в Месопотамии", "под Хоем": what ending and preposition leave open to one
 * form alone. */
static void
place(const struct namer *nm, struct name_mark *m)
{
    static const char *const lands[][2] = {{"ии", "ия"}, {"ії", "ія"}};
    static const char *const before[] = {"под", "над", "за", "перед", "під"};
    static const char *const with[][2] = {{"аем", "ай"},
                                          {"оем", "ой"},
                                          {"еем", "ей"},
                                          {"ском", "ск"},
                                          {"градом", "град"}};
    str word = name_text(nm, m->word);

    if (m->nwords != 1 || m->known)
        return;
    m->label = first_of(nm->mem, m->label, lands, sizeof lands / sizeof *lands);
    if (m->word == 0 || !str_eq(m->label, word))
        return;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (str_is(nm->w[m->word - 1].fold, before[i]))
            m->label =
                first_of(nm->mem, word, with, sizeof with / sizeof *with);
}

/*
 * "Харькове", "в Ростове": -ов is an ending as well, so that such towns and
 * their cases have other stems.
 */
static void
town(const struct namer *nm, struct name_mark *m)
{
    static const char *const cases[] = {"а", "у", "ом", "е", "ым", "і", "ові"};
    str word = nm->w[m->word].fold;
    uint32_t id;

    for (size_t i = 0; i < sizeof cases / sizeof *cases && !m->known; i++) {
        str s = exchanged(nm->mem, word, cases[i], "");

        if (s.n == 0 || !owned(s, STR("")))
            continue;
        id = lexicon_find(nm->lx, s, (enum lang)m->lang, SENSE_PLACE, 0);
        if (id == 0)
            continue;
        m->known = id;
        m->known_kind = SENSE_PLACE;
        m->kind = NAME_PLACE;
        if (m->sure < SURE_CASED)
            m->sure = SURE_CASED;
    }
}

/* Puts the label of a mark into its plain form, where that can be told. */
void
name_nominative(const struct namer *nm, struct name_mark *m)
{
    if (!takes((enum lang)m->lang) || nm->w[m->word].shape & SHAPE_ALL_CAPS ||
        m->known)
        return;
    if (m->kind == NAME_PERSON)
        person(nm, m);
    else if (m->kind == NAME_ORG || m->kind == NAME_PLACE)
        described(nm, m);
    if (m->nwords == 1 && m->kind != NAME_PERSON && !m->known)
        town(nm, m);
    if (m->kind == NAME_PLACE || m->kind == NAME_OTHER)
        place(nm, m);
}
