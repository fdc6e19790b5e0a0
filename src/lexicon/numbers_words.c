/*
 * numbers_words.c - number words put together, by one grammar for all
 * languages.
 *
 * A group is a value below a thousand: units add to tens, tens to hundreds,
 * "hundred" multiplies. Words for powers of a thousand close a group, each
 * smaller than the one before; what follows the last of them is added. Words
 * that are grown together ("zweitausendzwölf", "yirmidokuz") are taken
 * apart first, into words that the lexicon has.
 */
#include "lexicon/numbers_words.h"

#include "text/utf8.h"

#include <math.h>

#define MOST_WORDS  24
#define MOST_PIECES 12 /* of a word grown together */
#define MOST_PIECE  48 /* bytes of one */

/* ---- one word ------------------------------------------------------------ */

struct token {
    double value, nth; /* -1: it is none */
    unsigned power;
    size_t nwords;
};

static const struct word *
word_at(const struct number_scan *p, size_t i)
{
    return i < p->end ? &p->r->w.words[i] : NULL;
}

/* What a string that stands for itself says. */
static struct token
token_of(const struct number_scan *p, str fold)
{
    static const enum sense_kind kinds[] = {SENSE_NUMBER, SENSE_ORDINAL};
    struct token t = {-1, -1, 0, 1};

    t.power = lexicon_find(p->lx, fold, p->lang, SENSE_MULTIPLIER, 0);
    for (int k = 0; k < 2; k++) {
        uint32_t id = lexicon_find(p->lx, fold, p->lang, kinds[k], 0);

        if (id)
            *(k ? &t.nth : &t.value) = id;
    }
    return t;
}

/* What the word says; inside of a longer phrase, what it says alone. */
static struct token
token_at(const struct number_scan *p, size_t i)
{
    struct token t = {-1, -1, 0, 1};
    const struct sense *s;

    if (i >= p->end)
        return t;
    /* inside of a phrase, or where one begins */
    if (word_at(p, i)->kind == WORD_LETTERS &&
        (p->r->sense_at[i] == p->r->sense_at[i + 1]
             ? i > p->at
             : p->r->senses[p->r->sense_at[i]].nwords > 1 &&
                   p->r->senses[p->r->sense_at[i]].kind == SENSE_CONCEPT)) {
        t = token_of(p, word_at(p, i)->fold);
        if (t.value >= 0 || t.nth >= 0 || t.power)
            return t;
    }
    if ((s = reading_sense(p->r, i, SENSE_NUMBER))) {
        t.value = s->id;
        t.nwords = s->nwords;
    }
    s = reading_sense(p->r, i, SENSE_ORDINAL);
    if (s && (t.value < 0 || s->nwords == t.nwords)) {
        t.nth = s->id;
        t.nwords = s->nwords;
    }
    s = reading_sense(p->r, i, SENSE_MULTIPLIER);
    if (s && (t.value < 0 || s->nwords == t.nwords)) {
        t.power = s->id;
        t.nwords = s->nwords;
    }
    return t;
}

/* ---- joining ------------------------------------------------------------- */

static bool
connector(str fold, enum lang lang)
{
    static const struct {
        enum lang lang;
        const char *word;
    } list[] = {{LANG_EN, "and"}, {LANG_ES, "y"},  {LANG_PT, "e"},
                {LANG_GL, "e"},   {LANG_IT, "e"},  {LANG_FR, "et"},
                {LANG_RO, "si"},  {LANG_CA, "i"},  {LANG_AR, "و"},
                {LANG_FA, "و"},   {LANG_UR, "و"},  {LANG_EL, "και"},
                {LANG_DE, "und"}, {LANG_NL, "en"}, {LANG_DA, "og"},
                {LANG_NO, "og"},  {LANG_PL, "i"},  {LANG_HR, "i"},
                {LANG_SR, "i"},   {LANG_BG, "и"},  {LANG_SW, "na"}};

    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (list[i].lang == lang && str_is(fold, list[i].word))
            return true;
    return false;
}

/* Whether v can stand behind cur in one number: 100 and 20, 20 and 5. */
static bool
adds(double cur, double v, enum lang lang)
{
    double tens = fmod(cur, 100);

    if (cur == 0)
        return true;
    if (v >= 100)
        return fmod(cur, 1000) == 0 && v < 1000;
    if (tens == 0)
        return true;
    if (v < 10 && tens >= 20 && fmod(tens, 10) == 0)
        return true;
    /* soixante-dix, quatre-vingt-onze */
    if (lang == LANG_FR && (tens == 60 || tens == 80))
        return v < 20;
    if (lang == LANG_FR && tens == 4 && v == 20)
        return true;
    /* 열하나, десять: tens and units in languages that count so */
    if (v < 10 && tens == 10)
        return lang == LANG_KO || lang == LANG_VI || lang == LANG_TR ||
               lang == LANG_TH || lang == LANG_KA || lang == LANG_MY ||
               lang == LANG_KM || lang == LANG_MN;
    /* Arabic says the units first: five and twenty */
    return (lang == LANG_AR || lang == LANG_UR) && tens < 10 && v >= 20 &&
           fmod(v, 10) == 0;
}

static double
sum_of(double cur, double v, enum lang lang)
{
    return lang == LANG_FR && fmod(cur, 100) == 4 && v == 20 ? cur - 4 + 80
                                                             : cur + v;
}

/* A connector or a hyphen between two parts of a number; how many words. */
static size_t
joint(const struct number_scan *p, size_t i)
{
    const struct word *w = word_at(p, i), *next = word_at(p, i + 1);

    if (!w || !next || (w->shape & SHAPE_LINE))
        return 0;
    if (str_is(w->fold, "-"))
        return !(w->shape & SHAPE_SPACE) && !(next->shape & SHAPE_SPACE);
    return connector(w->fold, p->lang);
}

/* ---- groups -------------------------------------------------------------- */

/* "seven hundredth", "пяти|сотый": an ordinal that multiplies. */
static bool
nth_power(double nth, double cur)
{
    return (nth == 100 && cur > 0 && cur < 100 && cur != 10) ||
           (nth >= 1000 && cur > 0);
}

/*
 * A value below 1000. Returns the word behind it, 0 where there is none.
 * *ordinal: its last word was one.
 */
static size_t
group(const struct number_scan *p, size_t i, double *value, bool *ordinal)
{
    double cur = 0;
    size_t k = i, end = 0;

    while (k < p->end && k - i < MOST_WORDS) {
        struct token t = token_at(p, k);
        struct token next = token_at(p, k + t.nwords);
        bool open = cur < 100 || next.power != 2;

        if (*ordinal && t.nth < 0)
            break;
        if (t.power == 2 && end && cur > 0 && cur < 100 && end <= k) {
            cur *= 100;
        } else if (!*ordinal && t.value >= 0 && t.value < 1000 && open &&
                   adds(cur, t.value, p->lang) && (!end || t.value > 0)) {
            cur = sum_of(cur, t.value, p->lang);
        } else if (t.nth >= 0 && t.nth < 1000 &&
                   (nth_power(t.nth, cur) || adds(cur, t.nth, p->lang))) {
            cur = nth_power(t.nth, cur) ? cur * t.nth : cur + t.nth;
            *ordinal = true;
        } else if (end && k == end && !*ordinal && joint(p, k)) {
            bool hyphen = str_is(word_at(p, k)->fold, "-");
            struct token after = token_at(p, k + 1);
            double v = after.value >= 0 ? after.value : after.nth;

            if (hyphen && after.power == 2 && cur < 100) {
                k++;
                continue;
            }
            if (v <= 0 || !adds(cur, v, p->lang) || cur == 0 ||
                (hyphen && cur < 20 && p->lang != LANG_FR) ||
                (!hyphen && after.value < 0 && cur < 100 && p->lang != LANG_FA))
                break;
            k++;
            continue;
        } else {
            break;
        }
        end = k += t.nwords;
    }
    *value = cur;
    return end;
}

/* Powers of a thousand behind a group; *scale is what they multiply to. */
static size_t
powers(const struct number_scan *p, size_t i, double *scale, bool *ordinal)
{
    for (int most = 0; most < 3 && !*ordinal; most++) {
        struct token t = token_at(p, i);
        size_t skip = 0;

        if (t.power < 3 && t.nth < 1000 && joint(p, i) &&
            str_is(word_at(p, i)->fold, "-")) {
            skip = 1;
            t = token_at(p, i + 1);
        }
        if (t.power >= 3) {
            *scale *= pow(10, t.power);
        } else if (t.nth >= 1000) {
            *scale *= t.nth;
            *ordinal = true;
        } else {
            break;
        }
        i += skip + t.nwords;
    }
    return i;
}

/* "nine thousand, nine hundred": a comma between the groups. */
static size_t
comma(const struct number_scan *p, size_t i)
{
    struct token next = token_at(p, i + 1);

    return word_at(p, i) && str_is(word_at(p, i)->fold, ",") &&
           !(word_at(p, i)->shape & SHAPE_SPACE) && p->lang == LANG_EN &&
           next.value >= 1 &&
           (next.value >= 100 || token_at(p, i + 1 + next.nwords).power == 2);
}

/*
 * Sino-Korean numerals are written as one word, sign by sign like Han ones:
 * 칠십오만. Words of one syllable, and those without a multiplier, are other
 * words as often.
 */
static bool
hangul(str word, double *value)
{
    static const struct {
        const char *sign;
        double value;
    } signs[] = {{"일", 1},   {"이", 2},    {"삼", 3},   {"사", 4},
                 {"오", 5},   {"육", 6},    {"륙", 6},   {"칠", 7},
                 {"팔", 8},   {"구", 9},    {"영", 0},   {"십", 10},
                 {"백", 100}, {"천", 1000}, {"만", 1e4}, {"억", 1e8},
                 {"조", 1e12}};
    double total = 0, section = 0, digit = -1;
    size_t multipliers = 0;

    if (word.n < 6 || word.n > 72 || word.n % 3)
        return false;
    for (size_t i = 0; i < word.n; i += 3) {
        double v = -1;

        for (size_t k = 0; k < sizeof signs / sizeof *signs && v < 0; k++)
            if (str_is(str_cut(word, i, i + 3), signs[k].sign))
                v = signs[k].value;
        if (v < 0 || (v < 10 && digit >= 0))
            return false;
        if (v < 10) {
            digit = v;
            continue;
        }
        multipliers++;
        if (v < 1e4) {
            section += (digit < 0 ? 1 : digit) * v;
        } else {
            section += digit < 0 ? 0 : digit;
            total += (section > 0 ? section : 1) * v;
            section = 0;
        }
        digit = -1;
    }
    *value = total + section + (digit < 0 ? 0 : digit);
    return multipliers > 0;
}

/* ---- words grown together ------------------------------------------------ */

/* Languages that write numbers as one word, and what such a word holds. */
static bool
may_be_glued(str fold, enum lang lang)
{
    static const struct {
        enum lang lang;
        const char *part;
    } parts[] = {
        {LANG_DE, "tausend"},  {LANG_DE, "hundert"}, {LANG_NL, "duizend"},
        {LANG_NL, "honderd"},  {LANG_IT, "mila"},    {LANG_IT, "mille"},
        {LANG_IT, "cento"},    {LANG_SV, "tusen"},   {LANG_SV, "hundra"},
        {LANG_NO, "tusen"},    {LANG_NO, "hundre"},  {LANG_DA, "tusind"},
        {LANG_DA, "hundrede"}, {LANG_HU, "ezer"},    {LANG_HU, "szaz"},
        {LANG_FI, "tuhat"},    {LANG_FI, "sata"},    {LANG_NO, "tti"},
        {LANG_NO, "tini"},     {LANG_NO, "firti"},   {LANG_NO, "femti"},
        {LANG_NO, "seksti"},   {LANG_NO, "sytti"},   {LANG_NO, "atti"},
        {LANG_TR, "on"},       {LANG_TR, "yirmi"},   {LANG_TR, "otuz"},
        {LANG_TR, "kirk"},     {LANG_TR, "kırk"},    {LANG_TR, "elli"},
        {LANG_TR, "altmis"},   {LANG_TR, "altmış"},  {LANG_TR, "yetmis"},
        {LANG_TR, "yetmiş"},   {LANG_TR, "seksen"},  {LANG_TR, "doksan"},
        {LANG_TR, "yuz"},      {LANG_TR, "yüz"},     {LANG_TR, "bin"},
        {LANG_KO, "열"},       {LANG_KO, "스물"},    {LANG_KO, "서른"},
        {LANG_KO, "마흔"},     {LANG_KO, "쉰"},      {LANG_KO, "예순"},
        {LANG_KO, "일흔"},     {LANG_KO, "여든"},    {LANG_KO, "아흔"}};
    bool front = lang == LANG_TR || lang == LANG_KO;

    switch (lang) {
    case LANG_DE:
    case LANG_NL:
    case LANG_IT:
    case LANG_SV:
    case LANG_NO:
    case LANG_DA:
    case LANG_HU:
    case LANG_FI:
    case LANG_TR:
    case LANG_KO:
        break;
    default:
        return false;
    }
    if (fold.n < 5 || fold.n > MOST_PIECE * 4)
        return false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        str part = str_of(parts[i].part);

        if (parts[i].lang != lang)
            continue;
        if (str_starts(fold, part) ||
            (!front && str_find(fold, part) != SIZE_MAX))
            return true;
        /* ikibin, üçyüz */
        if (lang == LANG_TR && part.n <= 4 &&
            (str_is(part, "bin") || str_is(part, "yuz") ||
             str_is(part, "yüz")) &&
            str_find(fold, part) != SIZE_MAX)
            return true;
    }
    return false;
}

/* The longest piece at the front that a number is made of. */
static size_t
piece(const struct number_scan *p, str rest, struct token *out)
{
    size_t longest = rest.n < MOST_PIECE ? rest.n : MOST_PIECE;
    static const char *const links[] = {"und", "ën", "en", "e", "og"};

    for (size_t n = longest; n >= 2; n--) {
        if (n < rest.n && ((unsigned char)rest.s[n] & 0xC0) == 0x80)
            continue;
        *out = token_of(p, str_cut(rest, 0, n));
        if (out->value >= 0 || out->nth >= 0 || out->power)
            return n;
    }
    *out = (struct token){-1, -1, 0, 0};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (str_starts(rest, str_of(links[i])))
            return str_of(links[i]).n;
    return 0;
}

static bool
glued(const struct number_scan *p, size_t at, double *value, bool *ordinal)
{
    const struct word *w = word_at(p, at);
    double total = 0, cur = 0, least = 1e18;
    str rest;
    int pieces = 0;

    if (!w || w->kind != WORD_LETTERS)
        return false;
    if (p->lang == LANG_KO && hangul(w->fold, value))
        return true;
    if (!may_be_glued(w->fold, p->lang))
        return false;
    rest = w->fold;
    *ordinal = false;
    while (rest.n) {
        struct token t;
        size_t n = piece(p, rest, &t);

        if (n == 0 || *ordinal || ++pieces > MOST_PIECES ||
            (t.nwords == 0 && pieces == 1))
            return false;
        rest = str_cut(rest, n, rest.n);
        if (t.nwords == 0 && rest.n == 0)
            return false; /* Tausende: thousands */
        if (t.nwords == 0)
            continue;
        if (t.power == 2 && cur > 0 && cur < 100) {
            cur *= 100;
        } else if (t.power >= 3 && pow(10, t.power) < least &&
                   (cur > 0 || total == 0)) {
            least = pow(10, t.power);
            total += (cur > 0 ? cur : 1) * least;
            cur = 0;
        } else if (t.value >= 1000 && total == 0 && cur == 0) {
            total = t.value;
            least = 1000;
        } else if (t.value >= 0 && t.value < 1000 &&
                   adds(cur, t.value, p->lang)) {
            cur += t.value;
        } else if (t.nth >= 0 &&
                   (nth_power(t.nth, cur) || adds(cur, t.nth, p->lang))) {
            cur = nth_power(t.nth, cur) ? cur * t.nth : cur + t.nth;
            *ordinal = true;
        } else {
            return false;
        }
    }
    *value = total + cur;
    return pieces > 1 && *value > 0;
}

/* ---- the whole ----------------------------------------------------------- */

size_t
number_words(const struct number_scan *p, double *value, bool *ordinal)
{
    double total = 0, least = 1e18;
    size_t i = p->at, end = p->at;

    *ordinal = false;
    while (i < p->end && i - p->at < MOST_WORDS) {
        double v = 0, scale = 1;
        bool nth = false;
        size_t k = group(p, i, &v, &nth), j;

        if (k == 0) {
            struct token t = token_at(p, i);
            double own = t.value >= 1000 ? t.value : t.nth >= 1000 ? t.nth : 0;

            if (own == 0 && end > p->at && t.power >= 3)
                own = pow(10, t.power);
            if (own == 0 && !glued(p, i, &own, &nth))
                break;
            while (own >= 1000 && fmod(own, scale * 1000) == 0)
                scale *= 1000;
            v = own / scale;
            nth |= t.value < 1000 && t.nth >= 1000;
            k = i + t.nwords;
        }
        j = powers(p, k, &scale, &nth);
        if (total > 0 && (scale >= least || v * scale >= least))
            break;
        total += v * scale;
        end = j;
        *ordinal = nth;
        least = scale;
        if (nth || (scale < 1000 && p->lang != LANG_KO))
            break;
        i = end + (comma(p, end) ? 1 : joint(p, end));
    }
    *value = total;
    return end;
}
