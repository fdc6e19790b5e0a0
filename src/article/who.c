/*
 * who.c - what the words of a byline are: a given name, a desk, an agency, an
 * account of a publishing system.
 */
#include "article/who.h"

#include "text/fold.h"

#define GIVEN_PLACE 2 /* a given name is one of the first words */
#define HOUSE_LEAST 3 /* letters of a short name */
#define HOUSE_MOST  6
#define WHO_DESK    48 /* bytes of a desk's name with its paper's */

bool
who_joint(str word)
{
    static const char *const words[] = {"und", "and", "et",  "y",  "e", "i",
                                        "og",  "en",  "och", "ve", "и", "і",
                                        "dan", "&",   "και", "و"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(word, words[i]))
            return true;
    return false;
}

bool
who_goes_on(str rest)
{
    static const char *const words[] = {"für", "fuer", "for", "pour", "para",
                                        "per", "voor", "dla", "för",  "ist",
                                        "is",  "of",   "by",  "mon",  "gegen"};
    str word;

    rest = str_trim(rest);
    if (!str_next(&rest, ' ', &word))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(word, words[i]))
            return true;
    return false;
}

/* "von", "de la", "bin": small words that stand inside names. */
bool
who_particle(const struct page *p, str word)
{
    static const char *const not_so[] = {"am", "an", "at", "im", "in",
                                         "on", "as", "es", "er", "us"};
    str f;

    for (size_t i = 0; i < sizeof not_so / sizeof *not_so; i++)
        if (str_is(word, not_so[i]))
            return false;
    f = fold_word(word, LANG_UND, p->mem);
    return lexicon_has(p->lx, f, p->a->lang, SENSE_PARTICLE) ||
           lexicon_has(p->lx, f, LANG_EN, SENSE_PARTICLE);
}

struct who
who_look(const struct page *p, str name)
{
    const enum lang langs[] = {p->a->lang, LANG_EN};
    const uint32_t heads = 1u << HEAD_ORG | 1u << HEAD_FIRM;
    struct who l = {0};
    str word;

    while (str_next(&name, ' ', &word)) {
        str f = fold_word(str_trim(word), LANG_UND, p->mem);

        if (f.n == 0)
            continue;
        l.words++;
        for (size_t i = 0; i < 2; i++) {
            l.given |= l.words <= GIVEN_PLACE &&
                       lexicon_has(p->lx, f, langs[i], SENSE_GIVEN);
            l.org |= lexicon_find(p->lx, f, langs[i], SENSE_HEAD, heads) != 0;
            l.day |= lexicon_has(p->lx, f, langs[i], SENSE_WEEKDAY) ||
                     lexicon_has(p->lx, f, langs[i], SENSE_MONTH);
        }
    }
    l.day &= !l.given;
    return l;
}

bool
who_function(const struct page *p, str word)
{
    str f = fold_word(word, LANG_UND, p->mem);

    return lexicon_has(p->lx, f, p->a->lang, SENSE_FUNCTION) ||
           lexicon_has(p->lx, f, LANG_EN, SENSE_FUNCTION);
}

bool
who_place(const struct page *p, str s)
{
    str f = fold_word(s, LANG_UND, p->mem);

    return lexicon_has(p->lx, f, p->a->lang, SENSE_PLACE) ||
           lexicon_has(p->lx, f, LANG_EN, SENSE_PLACE);
}

/* Is one of the agencies that papers name for an author. */
bool
who_agency(str s)
{
    static const char *const names[] = {"AP",
                                        "AFP",
                                        "Reuters",
                                        "dpa",
                                        "dpa-AFX",
                                        "EFE",
                                        "ANSA",
                                        "APA",
                                        "SDA",
                                        "Keystone-SDA",
                                        "PAP",
                                        "TASS",
                                        "ТАСС",
                                        "Interfax",
                                        "Интерфакс",
                                        "Xinhua",
                                        "新华社",
                                        "新華社",
                                        "Kyodo",
                                        "共同通信",
                                        "Jiji",
                                        "時事通信",
                                        "Yonhap",
                                        "연합뉴스",
                                        "PTI",
                                        "IANS",
                                        "ANI",
                                        "UPI",
                                        "Anadolu",
                                        "AA",
                                        "IRNA",
                                        "MTI",
                                        "Belga",
                                        "ANP",
                                        "NTB",
                                        "TT",
                                        "Ritzau",
                                        "Lusa",
                                        "Notimex",
                                        "Antara",
                                        "Ukrinform",
                                        "epd",
                                        "KNA",
                                        "SID",
                                        "sda",
                                        "kathpress",
                                        "AAP",
                                        "CNA",
                                        "Télam",
                                        "Europa Press",
                                        "PA Media",
                                        "Agencies",
                                        "Agenturen",
                                        "Agencias",
                                        "Associated Press",
                                        "Agence France-Presse",
                                        "РИА Новости",
                                        "Укринформ",
                                        "İHA",
                                        "DHA"};

    if (str_starts(s, STR("Agencia ")) || str_starts(s, STR("Agence ")) ||
        str_starts(s, STR("Agentur ")))
        s = str_cut(s, str_find(s, STR(" ")) + 1, s.n);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_nocase(s, str_of(names[i])))
            return true;
    return false;
}

/* Desks that sign as authors do, alone or with their paper's name. */
bool
who_desk(str s)
{
    static const char *const names[] = {
        "Redaktion",     "Redacción",    "Rédaction",    "La rédaction",
        "Redazione",     "La redazione", "Redação",      "Da redação",
        "Redakcja",      "Redactie",     "Редакция",     "Редакція",
        "Haber Merkezi", "Newsroom",     "Staff Writer", "Staff Reporter",
        "News Desk",     "Web Desk",     "Redaktionen",  "Toimitus",
        "هيئة التحرير",  "التحرير",      "编辑部",       "編集部",
        "편집부",        "Σύνταξη",      "מערכת",        "Redaksi"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        str name = str_of(names[i]);

        if (str_starts_nocase(s, name) &&
            (s.n == name.n || (s.s[name.n] == ' ' && s.n < WHO_DESK)))
            return true;
    }
    return false;
}

bool
who_staff(str s)
{
    static const char *const marks[] = {"redak", "redac",    "redaz", "rédac",
                                        "staff", "newsroom", "редак"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_find_nocase(s, str_of(marks[i])) != SIZE_MAX)
            return true;
    return false;
}

/* What systems of publishing put where no name was given. */
bool
who_account(str s)
{
    static const char *const accounts[] = {
        "admin",     "administrator",  "super user",   "superuser", "root",
        "no author", "author",         "editor",       "user",      "webmaster",
        "unknown",   "anonymous",      "guest",        "wordpress", "null",
        "undefined", "none",           "autor",        "default",   "publisher",
        "authors",   "wordpressadmin", "contributors", "anónimo",   "anônimo",
        "anonyme",   "anonym",         "аноним",       "анонім",    "匿名",
        "red.",      "redazionale"};

    for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++)
        if (str_eq_nocase(s, str_of(accounts[i])))
            return true;
    return false;
}

/* "example.org": an address in place of a name. */
static bool
is_host(str s)
{
    size_t dot = s.n;

    while (dot && s.s[dot - 1] != '.')
        dot--;
    return dot > 1 && s.n - dot >= 2 && s.n - dot <= 4 &&
           str_find(s, STR(" ")) == SIZE_MAX &&
           (str_find(s, STR(".")) + 1 == dot || str_starts(s, STR("www.")));
}

/* Names of firms and addresses of sites. */
bool
who_firm(str s)
{
    static const char *const marks[] = {"GmbH", " AG",   " e.V", " e. V",
                                        " Ltd", " Inc.", " LLC", "www."};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_find(s, str_of(marks[i])) != SIZE_MAX)
            return true;
    return is_host(s);
}

/* "Editor: Ann Lee": who saw to it did not write it. */
bool
who_editor(str s)
{
    static const char *const roles[] = {
        "责任编辑", "責任編輯", "责编",     "编辑",     "編輯",     "Editor",
        "Edited",   "Editing",  "Editör",   "Редактор", "Redaktor", "翻訳",
        "محرر",     "편집",     "Revisado", "Reviewed", "Geprüft",  "Foto"};

    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (str_starts(s, str_of(roles[i])))
            return true;
    return false;
}

bool
who_nobody(const struct page *p, str s)
{
    static const char *const articles[] = {"The ", "Die ", "Les ", "Los ",
                                           "Las "};
    size_t words = 0, forms = 0, function = 0;
    str word;

    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (str_starts(s, str_of(articles[i])))
            return true;
    while (str_next(&s, ' ', &word)) {
        words++;
        forms += word.n > 2 && str_find(word, STR(".")) == word.n - 1;
        function += who_function(p, word) && !who_particle(p, word);
    }
    return forms == words || function >= 2;
}

/* "Deutsches Rotes Kreuz" for DRK, "RTL Online" for RTL: its capitals or its
 * first word. */
static bool
short_for(str name, str house)
{
    char capitals[HOUSE_MOST];
    size_t n = 0;

    if (house.n < HOUSE_LEAST || house.n > HOUSE_MOST || name.n <= house.n)
        return false;
    if (str_starts_nocase(name, house) && name.s[house.n] == ' ')
        return true;
    for (size_t i = 0; i < name.n && n < HOUSE_MOST; i++)
        if (name.s[i] >= 'A' && name.s[i] <= 'Z')
            capitals[n++] = name.s[i];
    return str_eq_nocase((str){capitals, n}, house);
}

bool
who_house(const struct page *p, str name)
{
    str site = p->meta.site, first = {0}, rest;

    str_next(&site, ' ', &first);
    for (rest = first; rest.n;)
        if (!utf8_upper(utf8_next(&rest)))
            first = (str){0}; /* a word, and no short form */
    return str_find(name, STR(" ")) != SIZE_MAX && !who_staff(name) &&
           !who_look(p, name).given &&
           (short_for(name, title_host(p)) || short_for(name, first));
}

bool
who_explained(str rest)
{
    rest = str_trim(rest);

    return str_starts(rest, STR("- ")) || str_starts(rest, STR("| ")) ||
           str_starts(rest, STR("\xE2\x80\x93 ")) ||
           str_starts(rest, STR("\xE2\x80\x94 "));
}
