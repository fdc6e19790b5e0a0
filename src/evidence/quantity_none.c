/*
 * quantity_none.c - numbers that count nothing: years, clock times,
 * labels, model names, footnote marks, articles that look like one.
 */
#include "evidence/quantity_parts.h"

#include <math.h>

#define YEAR_LEAST  1900 /* four bare digits between are a year */
#define YEAR_MOST   2100
#define SOLAR_LEAST 1300 /* the same in the Persian and Hijri calendars */
#define SOLAR_MOST  1460
#define CODE_LEAST  1e7 /* bare digits from here on are no count */

static bool
script_of_names(const struct word *w)
{
    return w->script == SCRIPT_LATIN || w->script == SCRIPT_CYRILLIC ||
           w->script == SCRIPT_GREEK;
}

static bool
known(const struct count *c)
{
    return c->toll || c->counted || c->unit || c->times || c->counter ||
           c->country;
}

/* ---- what the signs around it say ------------------------------------- */

static bool
part_of_a_code(const struct finder *f, const struct count *c)
{
    const struct word *w = &f->w[c->num];
    size_t n = c->num, e = c->num_end;

    if (w->kind != WORD_NUMBER)
        return false;
    if (w->fold.n > 1 && w->fold.s[0] == '0' && w->fold.s[1] != '.' &&
        w->fold.s[1] != ',')
        return true;
    if (quantity_glued(f, n) && n > 0) {
        const struct word *b = &f->w[n - 1];

        /* the third minute on top: 90+3 */
        if (quantity_mark_is(f, n - 1, "+") && n > 1 &&
            f->w[n - 2].kind == WORD_NUMBER)
            return true;
        if (quantity_mark_is(f, n - 1, "/#@_=&.№§:*")) {
            /* "Giriş:3" may count, "14:20" does not */
            if (!quantity_mark_is(f, n - 1, ":.") ||
                (n > 1 && quantity_glued(f, n - 1) &&
                 f->w[n - 2].kind == WORD_NUMBER) ||
                quantity_mark_is(f, n - 1, "."))
                return true;
        }
        if (b->kind == WORD_LETTERS && script_of_names(b) &&
            !(b->shape & SHAPE_CLITIC) && c->first == c->num &&
            w->lang != LANG_ZH && w->lang != LANG_JA && w->lang != LANG_KO)
            return true;
        /* a footnote mark: »1 */
        if (quantity_mark_is(f, n - 1, "»”\"’") && !quantity_han(f, n) &&
            n > 1 && quantity_glued(f, n - 1))
            return true;
        /* F-16, COVID-19; Hebrew ל-50 is "to 50" */
        if (quantity_mark_is(f, n - 1, "-‐‑–") && n > 1 &&
            quantity_glued(f, n - 1) && f->w[n - 2].kind == WORD_LETTERS &&
            f->w[n - 2].lang != LANG_HE && f->w[n - 2].lang != LANG_AR)
            return true;
    }
    if (e < f->nwords && quantity_glued(f, e)) {
        const struct word *a = &f->w[e];
        bool more = e + 1 < f->nwords && quantity_glued(f, e + 1);

        if (quantity_mark_is(f, e, "/:_@=") && more &&
            (f->w[e + 1].kind == WORD_NUMBER || !quantity_mark_is(f, e, "/:")))
            return true;
        if (quantity_mark_is(f, e, "-‐‑") && more &&
            f->w[e + 1].kind == WORD_LETTERS && c->end == e && c->head != e + 1)
            return true;
        if (a->kind == WORD_LETTERS && script_of_names(a) &&
            !(a->shape & SHAPE_CLITIC) && c->end == e && c->head != e &&
            !c->counter)
            return true;
    }
    return c->digits && !known(c) && w->fold.n >= 7 && c->max >= CODE_LEAST &&
           c->num_end == c->num + 1 && str_find(w->fold, STR(",")) == SIZE_MAX;
}

static bool
line_number(const struct finder *f, const struct count *c)
{
    const struct word *w = &f->w[c->num];

    if (!(w->shape & SHAPE_LINE) || !c->digits)
        return false;
    if (quantity_mark_is(f, c->num_end, ".)）、") && !c->unit)
        return true;
    /* the mark of a footnote; in a headline 1 would be a word */
    return c->min == 1 && !c->unit && !c->counter && w->fold.n == 1;
}

/* ---- dates, clock times ----------------------------------------------- */

/* Indonesian "Lima rumah …", five houses: no city, where a sentence begins and
 * what is counted follows. */
static bool
opens(const struct finder *f, const struct count *c)
{
    const struct sense *s = quantity_noun_at(f, c->num_end);

    return f->w[c->num].lang == LANG_ID && !c->digits && c->counted &&
           c->head == c->num_end && s && s->exact &&
           quantity_sentence_start(f, c->num) == c->num;
}

static bool
dated(const struct finder *f, const struct count *c)
{
    for (size_t i = c->num; i < c->num_end; i++)
        if (f->taken[i] == TAKEN_DATE)
            return true;
    for (size_t i = c->num; i < c->num_end; i++)
        if (f->taken[i] == TAKEN_NAME && !c->unit && !opens(f, c))
            return true;
    /* "in the sixties and seventies": a decade behind a decade */
    if (!c->digits && !c->unit && !c->counted && c->num > 0 &&
        fmod(c->min, 10) == 0 && c->min >= 20 && c->max <= 90 &&
        f->taken[c->num - 1] == TAKEN_DATE)
        return true;
    if (reading_sense(f->r, c->num_end, SENSE_MONTH) && c->max <= 31)
        return true;
    return c->num > 0 && !known(c) && c->max <= 31 &&
           reading_sense(f->r, c->num - 1, SENSE_MONTH) != NULL;
}

static bool
bare_digits(const struct finder *f, const struct count *c)
{
    const struct word *w = &f->w[c->num];

    for (size_t i = 0; i < w->fold.n; i++)
        if (w->fold.s[i] < '0' || w->fold.s[i] > '9')
            return false;
    return c->digits && w->kind == WORD_NUMBER && w->fold.n == 4;
}

static bool
year(const struct finder *f, const struct count *c)
{
    enum concept_class cls = lexicon_class(f->lx, c->counted);
    double v = isinf(c->min) ? c->max : c->min;
    bool solar = f->w[c->num].lang == LANG_FA || f->w[c->num].lang == LANG_AR;

    if (!bare_digits(f, c) || (c->num_end > c->num + 1 && !c->range))
        return false;
    if (!((v >= YEAR_LEAST && v <= YEAR_MOST) ||
          (solar && v >= SOLAR_LEAST && v <= SOLAR_MOST)))
        return false;
    if (c->unit)
        return c->unit == f->id[KEY_YEAR] || c->unit == f->id[KEY_MONTH];
    if (c->counter || c->times || (c->bound && c->counted))
        return false;
    /* "© 2018 Casa Alta": the year of a right, and who holds it */
    if (c->num > 0 && (quantity_mark_is(f, c->num - 1, "©") ||
                       str_is(f->w[c->num - 1].fold, "copyright")))
        return true;
    /* "1900 obiektów": a round number right before a thing known for it */
    if (fmod(v, 100) == 0 && c->counted && c->head == c->num_end &&
        quantity_noun_at(f, c->head) && quantity_noun_at(f, c->head)->exact &&
        (!quantity_capital(f, c->head) || f->w[c->head].lang == LANG_DE))
        return false;
    /* "2000 soldiers", with nothing between */
    return !(cls == CLASS_PERSON || cls == CLASS_ROLE) ||
           c->head != c->num_end || v >= YEAR_LEAST + 80 ||
           !quantity_noun_at(f, c->head)->exact;
}

/* ---- labels ----------------------------------------------------------- */

static bool
label(const struct finder *f, const struct count *c)
{
    const struct word *b;
    size_t n;

    if (c->toll)
        return false; /* "the injured number 31" */
    if (c->unit)
        return false;
    if (quantity_key_at(f, c->num_end, KEY_LABEL_AFTER, &n) && !c->counter &&
        (quantity_glued(f, c->num_end) || quantity_han(f, c->num)) &&
        !(f->w[c->num_end].shape & SHAPE_CLITIC))
        return true;
    if (c->first != c->num || c->num == 0 || f->w[c->num].shape & SHAPE_LINE ||
        f->w[c->num - 1].sentence != f->w[c->num].sentence)
        return false;
    if ((c->digits || c->head == NO_WORD) &&
        quantity_key_ends(f, c->num, KEY_LABEL_BEFORE, &n))
        return true;
    if (quantity_mark_is(f, c->num - 1, ".#№") && c->digits &&
        quantity_key_ends(f, c->num - 1, KEY_LABEL_BEFORE, &n))
        return true;
    /* "Falcon 9 rocket", "Boeing 737"; but "Jakarta - Sebanyak 28 pekerja" */
    b = &f->w[c->num - 1];
    if (c->num > 1 && f->taken[c->num - 1] != TAKEN_NAME &&
        quantity_mark_is(f, c->num - 2, "-–—―") && b->shape & SHAPE_SPACE)
        return false;
    return c->digits && b->kind == WORD_LETTERS && script_of_names(b) &&
           quantity_capital(f, c->num - 1) && !(b->shape & SHAPE_FIRST) &&
           b->lang != LANG_DE && !c->counter && !c->range &&
           !reading_sense(f->r, c->num - 1, SENSE_PLACE) &&
           !reading_sense(f->r, c->num - 1, SENSE_FUNCTION) &&
           !reading_sense(f->r, c->num - 1, SENSE_WEEKDAY) &&
           !reading_sense(f->r, c->num - 1, SENSE_DEMONYM) &&
           !quantity_noun_at(f, c->num - 1);
}

/* The value in brackets is the one before in another unit; a currency is
 * told, as rates differ. */
static bool
in_brackets(const struct finder *f, const struct count *c)
{
    const struct sense *unit = NULL;

    if (c->first == 0 || !quantity_mark_is(f, c->first - 1, "(（") ||
        lexicon_class(f->lx, c->unit) == CLASS_MONEY)
        return false;
    if (!c->unit)
        return quantity_mark_is(f, c->end, ")）") && c->digits;
    for (size_t back = 2; back <= 5 && back <= c->first && !unit; back++) {
        unit = quantity_unit_at(f, c->first - back);
        if (unit && unit->nwords != back - 1)
            unit = NULL;
    }
    return unit != NULL;
}

/* ---- one, ordinals ---------------------------------------------------- */

/* "über ein Gerüst": across one, not more than one. */
static bool
across_one(const struct finder *f, const struct count *c)
{
    static const char *const words[] = {"uber", "über", "over", "sobre",
                                        "oltre"};

    for (size_t i = 0;
         c->first + 1 == c->num && !c->unit && i < sizeof words / sizeof *words;
         i++)
        if (str_is(f->w[c->first].fold, words[i]))
            return true;
    return false;
}

/* "One" is an article or a pronoun unless it measures or counts people. */
static bool
article(const struct finder *f, const struct count *c)
{
    enum concept_class cls = lexicon_class(f->lx, c->counted);
    enum lang lang = (enum lang)f->w[c->num].lang;

    if (!c->one)
        return false;
    if (c->min != c->max)
        return across_one(f, c) || (!c->unit && cls != CLASS_PERSON &&
                                    cls != CLASS_ROLE && cls != CLASS_THING);
    if (c->unit && (c->unit == f->id[KEY_MAGNITUDE] ||
                    c->unit == f->id[KEY_QUAKE_MAGNITUDE]))
        return true; /* "met een kracht van" */
    if (c->unit)
        return (c->unit == f->id[KEY_DAY] && c->min == c->max) ||
               (c->unit == f->id[KEY_YEAR] && lang != LANG_EN) ||
               c->unit == f->id[KEY_SECOND];
    return lang != LANG_EN || c->partitive || c->elliptic ||
           (cls != CLASS_PERSON && cls != CLASS_ROLE && cls != CLASS_THING);
}

/* Ordinals count only what happens again and again. */
static bool
idle_ordinal(const struct finder *f, struct count *c)
{
    const struct word *h;

    if (!c->ordinal)
        return false;
    if (c->unit || c->elliptic || c->partitive)
        return true;
    /* الهجوم الثاني عشر: the noun stands before */
    for (size_t back = 1; back <= 3 && back <= c->first; back++) {
        const struct sense *s = quantity_noun_at(f, c->first - back);

        if (s && s->nwords == back && s->cls == CLASS_ACT &&
            (f->w[c->num].lang == LANG_AR || f->w[c->num].lang == LANG_HE ||
             f->w[c->num].lang == LANG_FA || f->w[c->num].lang == LANG_ID)) {
            c->counted = s->id;
            c->head = c->left = c->first - back;
            c->right = c->end;
            return false;
        }
    }
    if (c->head == NO_WORD || c->head < c->num ||
        lexicon_class(f->lx, c->counted) != CLASS_ACT || c->head > c->end + 1)
        return true;
    h = &f->w[c->head];
    return script_of_names(h) && quantity_capital(f, c->head) &&
           h->lang != LANG_DE;
}

/* ---- bare numbers ----------------------------------------------------- */

/* "five were missing", "погибли девять": a state next to it. */
static bool
state_beside(const struct finder *f, const struct count *c)
{
    size_t n, at = c->end;
    uint32_t state;

    for (int i = 0, odd = 0; i < 4 && at < f->nwords; i++, at++) {
        if (quantity_state_at(f, at, &state, &n))
            return true;
        /* "five were STILL missing" */
        if (!quantity_function(f, at) && !(f->w[at].shape & SHAPE_CLITIC) &&
            (f->w[at].kind != WORD_LETTERS || odd++))
            break;
    }
    for (size_t back = 1; back <= 4 && back <= c->first; back++)
        if (quantity_state_at(f, c->first - back, &state, &n) && n >= back)
            return true;
    return false;
}

static bool
bare(const struct finder *f, const struct count *c)
{
    if (known(c) || c->persons)
        return false;
    if (c->head != NO_WORD) {
        const struct word *h = &f->w[c->head];

        if (h->kind != WORD_LETTERS ||
            (quantity_han(f, c->head) && h->script != SCRIPT_KATAKANA))
            return c->min == floor(c->min) || !c->digits;
        /* an unknown word with a capital is likelier a name */
        return script_of_names(h) && quantity_capital(f, c->head) &&
               h->lang != LANG_DE && !c->bound &&
               (c->digits || f->w[c->num].shape & SHAPE_CAPITAL);
    }
    if (c->partitive || c->elliptic || c->bound)
        return c->min == 1 && c->max == 1;
    if (state_beside(f, c))
        return c->min == 1 && c->max == 1;
    return c->min == floor(c->min) || isinf(c->min) || !c->digits;
}

/* 19日かかった, 19日を要した: how long it took, no day of the month. */
static bool
took(const struct finder *f, size_t at)
{
    static const char *const said[][2] = {{"か", "か"}, {"が", "か"},
                                          {"を", "要"}, {"を", "費"},
                                          {"が", "経"}, {"も", "か"}};

    for (size_t i = 0; at + 1 < f->nwords && i < sizeof said / sizeof *said;
         i++)
        if (str_is(f->w[at].fold, said[i][0]) &&
            str_starts(f->w[at + 1].fold, str_of(said[i][1])))
            return true;
    return false;
}

/* 9日 is a day of the month, 47日 are days; 村沢健二元 is no money. */
static bool
han_signs(const struct finder *f, const struct count *c)
{
    if (!quantity_han(f, c->num) || c->range)
        return false;
    if (c->unit && c->unit == f->id[KEY_DAY] && c->max <= 31 && !c->bound &&
        !took(f, c->end) &&
        (str_is(f->w[c->end - 1].fold, "日") ||
         str_is(f->w[c->end - 1].fold, "号") ||
         str_is(f->w[c->end - 1].fold, "號")))
        return true;
    /* 前四名: the best four of any number; 两位数: figures of two digits */
    if (c->num > 0 && f->w[c->num].lang == LANG_ZH && c->max < 100 &&
        str_is(f->w[c->num - 1].fold, "前") && c->persons)
        return true;
    if (c->end < f->nwords && c->max < 10 && str_is(f->w[c->end].fold, "数") &&
        quantity_glued(f, c->end))
        return true;
    /* 长征七号遥十一: the eleventh flight */
    if (c->num > 0 && str_is(f->w[c->num - 1].fold, "遥"))
        return true;
    /* 四分之一决赛: a quarter-final */
    if (c->num_end < f->nwords && c->unit == f->id[KEY_PERCENT] &&
        (str_is(f->w[c->num_end].fold, "决") ||
         str_is(f->w[c->num_end].fold, "決")))
        return true;
    /* 三方合作: of three sides */
    if (c->end < f->nwords && c->max < 10 && f->w[c->num].lang == LANG_ZH &&
        !c->counter && !c->unit && str_is(f->w[c->num_end].fold, "方"))
        return true;
    /* 順位を四つ上げた: nothing is named that it counts */
    if (c->counter && !c->counted && !c->noun.n && !c->partitive &&
        !c->elliptic && str_is(f->w[c->end - 1].fold, "つ"))
        return true;
    /* ボーイング787ドリームライナー: a model */
    if (c->digits && !c->counter && !c->unit && c->num > 0 &&
        quantity_glued(f, c->num) &&
        f->w[c->num - 1].script == SCRIPT_KATAKANA &&
        quantity_glued(f, c->num_end) &&
        f->w[c->num_end].script == SCRIPT_KATAKANA)
        return true;
    /* 2枚目: the second */
    if (c->counter && c->end < f->nwords && str_is(f->w[c->end].fold, "目"))
        return true;
    return !c->digits && lexicon_class(f->lx, c->unit) == CLASS_MONEY &&
           f->w[c->num].lang == LANG_JA && quantity_glued(f, c->num) &&
           f->w[c->num - 1].script == SCRIPT_HAN;
}

/* 60세 ("60 years old", not three), 2공장 (plant 2), "twice-yearly". */
static bool
half_a_word(const struct finder *f, const struct count *c)
{
    const struct sense *noun;

    static const char *const sino[] = {"일", "이", "삼", "사", "오",
                                       "육", "칠", "팔", "구"};
    size_t e = c->num_end;

    if (c->times && c->vague && quantity_mark_is(f, e, "-") &&
        quantity_glued(f, e))
        return true;
    /* a two-time champion */
    if (f->w[c->num].lang == LANG_EN && quantity_mark_is(f, e, "-") &&
        quantity_glued(f, e) && e + 1 < f->nwords &&
        str_is(f->w[e + 1].fold, "time"))
        return true;
    /* दोनों बदल सकते हैं: both can change */
    noun = c->head != NO_WORD ? quantity_noun_at(f, c->head) : NULL;
    if (str_is(f->w[c->num].fold, "दोनों") && noun && !noun->exact &&
        noun->cls == CLASS_ACT)
        return true;
    if (f->w[c->num].lang != LANG_KO)
        return false;
    if (e < f->nwords && str_starts(f->w[e].fold, STR("번째")) && !c->counted)
        return true; /* 두 번째입니다: the second time */
    if (!c->digits && c->num > 0 && quantity_glued(f, c->num) &&
        f->w[c->num - 1].kind == WORD_NUMBER)
        return true;
    /* 이 정당, this party: such numerals stand with units alone */
    if (!c->digits && !c->unit && !c->counter && c->num_end == c->num + 1)
        for (size_t i = 0; i < sizeof sino / sizeof *sino; i++)
            if (str_starts(f->w[c->num].fold, str_of(sino[i])) &&
                c->max < 10) /* 이를: it, as an object */
                return true;
    return c->digits && e < f->nwords && quantity_glued(f, e) &&
           f->w[e].kind == WORD_LETTERS && !c->counter && !c->unit &&
           (!c->counted || c->counted != f->id[KEY_VOTE]) && c->max < 10;
}

bool
quantity_none(const struct finder *f, struct count *c)
{
    if (c->dual)
        return f->taken[c->num] != 0;
    if (c->max == 0 && !c->unit)
        return true;
    if (c->aged)
        return dated(f, c);
    return c->none || dated(f, c) || half_a_word(f, c) ||
           part_of_a_code(f, c) || line_number(f, c) || year(f, c) ||
           quantity_clock(f, c) || han_signs(f, c) || label(f, c) ||
           in_brackets(f, c) || article(f, c) || idle_ordinal(f, c) ||
           bare(f, c);
}
