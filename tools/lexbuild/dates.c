/*
 * dates.c - names of months and weekdays in every locale of ICU, in four
 * calendars, and a few the locales leave out.
 */
#include "lexbuild.h"

#include "lexicon/holiday.h"

#include <stdio.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* Not worth a key: numerals ("8月" is read as number + 月), single letters. */
static bool
usable(str name)
{
    str rest = name;
    size_t letters = 0;

    while (rest.n) {
        uint32_t c = utf8_next(&rest);

        if (utf8_digit(c) >= 0)
            return false;
        letters += utf8_letter(c);
    }
    return letters >= 2;
}

/* Names with the endings that say "on", "in", "of". */
static void
inflected(struct build *b, str name, enum lang lang, struct lex_entry e)
{
    static const struct {
        enum lang lang;
        const char *endings;
    } list[] = {
        {LANG_HU, "i|it|n|on|en|ön|án|én|ban|ben|ra|re|től|tól|ig|t|ot|et|a|e"},
        {LANG_FI, "na|nä|ssa|ta|n|sta|hun"}};
    str rest, ending;

    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        if (list[i].lang != lang)
            continue;
        rest = str_of(list[i].endings);
        while (str_next(&rest, '|', &ending))
            put(b,
                arena_printf(b->mem, "%.*s%.*s", STR_ARG(name),
                             STR_ARG(ending)),
                lang, PUT_EXACT, e);
    }
}

/* Short names of weekdays are other words as often: numbered apart. */
#define SHORT_WEEKDAY 8

static void
symbols(struct build *b, const char *locale, enum lang lang,
        enum calendar calendar, UDateFormatSymbolType type, bool months)
{
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *f =
        udat_open(UDAT_FULL, UDAT_FULL, locale, NULL, 0, NULL, 0, &status);
    int32_t n;

    if (U_FAILURE(status))
        return;
    n = udat_countSymbols(f, type);
    for (int32_t i = months ? 0 : 1; i < n; i++) {
        UChar wide[128];
        char z[384];
        int32_t len;
        uint32_t id;

        status = U_ZERO_ERROR;
        len = udat_getSymbols(f, type, i, wide, 128, &status);
        u_strToUTF8(z, sizeof z, &len, wide, len, &status);
        if (U_FAILURE(status) || !usable((str){z, (size_t)len}))
            continue;
        if (len && z[len - 1] == '.')
            len--;
        /* ICU counts weekdays from Sunday = 1 */
        id = months ? (uint32_t)calendar << 8 | (uint32_t)(i + 1)
                    : (uint32_t)(i == 1 ? 7 : i - 1) +
                          (type == UDAT_SHORT_WEEKDAYS ? SHORT_WEEKDAY : 0);
        put(b, (str){z, (size_t)len}, lang, PUT_EXACT,
            (struct lex_entry){.id = id,
                               .kind = months ? SENSE_MONTH : SENSE_WEEKDAY});
        if (len > 4 && type != UDAT_SHORT_WEEKDAYS && type != UDAT_SHORT_MONTHS)
            inflected(b, (str){z, (size_t)len}, lang,
                      (struct lex_entry){.id = id,
                                         .kind = months ? SENSE_MONTH
                                                        : SENSE_WEEKDAY});
    }
    udat_close(f);
}

/* Short month and day names only where they cannot be other words. */
static void
locale(struct build *b, const char *name, enum lang lang)
{
    static const struct {
        const char *key;
        enum calendar calendar;
    } calendars[] = {{"gregorian", CALENDAR_GREGORIAN},
                     {"persian", CALENDAR_PERSIAN},
                     {"islamic-civil", CALENDAR_HIJRI},
                     {"hebrew", CALENDAR_HEBREW}};
    char with[128];

    for (int i = 0; i < 4; i++) {
        bool wide =
            i == 0 || lang == LANG_EN || (i == 1 && lang == LANG_FA) ||
            (i == 2 && (lang == LANG_AR || lang == LANG_FA || lang == LANG_TR ||
                        lang == LANG_ID || lang == LANG_UR)) ||
            (i == 3 && lang == LANG_HE);

        if (!wide || strlen(name) > 64)
            continue;
        snprintf(with, sizeof with, "%s@calendar=%s", name, calendars[i].key);
        symbols(b, with, lang, calendars[i].calendar, UDAT_MONTHS, true);
        symbols(b, with, lang, calendars[i].calendar, UDAT_STANDALONE_MONTHS,
                true);
        if (i == 0) {
            symbols(b, with, lang, CALENDAR_GREGORIAN, UDAT_SHORT_MONTHS, true);
            symbols(b, with, lang, CALENDAR_GREGORIAN, UDAT_WEEKDAYS, false);
            symbols(b, with, lang, CALENDAR_GREGORIAN, UDAT_STANDALONE_WEEKDAYS,
                    false);
            symbols(b, with, lang, CALENDAR_GREGORIAN, UDAT_SHORT_WEEKDAYS,
                    false);
        }
    }
}

/* Forms of daily news that the locales do not hold. */
static const struct {
    enum lang lang;
    bool month;
    uint32_t id;
    const char *words;
} extra[] = {{LANG_EN, true, 1, "Jan"},
             {LANG_EN, true, 2, "Feb"},
             {LANG_EN, true, 8, "Aug"},
             {LANG_EN, true, 9, "Sept|Sep"},
             {LANG_EN, true, 10, "Oct"},
             {LANG_EN, true, 11, "Nov"},
             {LANG_EN, true, 12, "Dec"},
             {LANG_ZH, false, 1, "周一|星期一|礼拜一|週一"},
             {LANG_ZH, false, 2, "周二|星期二|礼拜二|週二"},
             {LANG_ZH, false, 3, "周三|星期三|礼拜三|週三"},
             {LANG_ZH, false, 4, "周四|星期四|礼拜四|週四"},
             {LANG_ZH, false, 5, "周五|星期五|礼拜五|週五"},
             {LANG_ZH, false, 6, "周六|星期六|礼拜六|週六"},
             {LANG_ZH, false, 7, "周日|星期日|星期天|礼拜天|週日"},
             {LANG_JA, false, 1, "月曜|月曜日"},
             {LANG_JA, false, 2, "火曜|火曜日"},
             {LANG_JA, false, 3, "水曜|水曜日"},
             {LANG_JA, false, 4, "木曜|木曜日"},
             {LANG_JA, false, 5, "金曜|金曜日"},
             {LANG_JA, false, 6, "土曜|土曜日"},
             {LANG_JA, false, 7, "日曜|日曜日"},
             {LANG_RU, false, 1, "понедельника|понедельнику|понедельником"},
             {LANG_RU, false, 2, "вторника|вторнику|вторником"},
             {LANG_RU, false, 3, "среду|среды|среде"},
             {LANG_RU, false, 4, "четверга|четвергу|четвергом"},
             {LANG_RU, false, 5, "пятницу|пятницы|пятнице"},
             {LANG_RU, false, 6, "субботу|субботы|субботе"},
             {LANG_RU, false, 7, "воскресенья|воскресенью"},
             {LANG_RU, true, 1, "январе"},
             {LANG_RU, true, 2, "феврале"},
             {LANG_RU, true, 3, "марте"},
             {LANG_RU, true, 4, "апреле"},
             {LANG_RU, true, 5, "мае"},
             {LANG_RU, true, 6, "июне|июню"},
             {LANG_RU, true, 7, "июле|июлю"},
             {LANG_RU, true, 8, "августе"},
             {LANG_RU, true, 9, "сентябре"},
             {LANG_RU, true, 10, "октябре"},
             {LANG_RU, true, 11, "ноябре"},
             {LANG_RU, true, 12, "декабре"},
             {LANG_UK, false, 3, "середу|середи"},
             {LANG_UK, false, 5, "п'ятницю"},
             {LANG_UK, false, 6, "суботу"},
             {LANG_UK, false, 7, "неділю"},
             {LANG_UK, true, 1, "січні"},
             {LANG_UK, true, 2, "лютому"},
             {LANG_UK, true, 3, "березні"},
             {LANG_UK, true, 4, "квітні"},
             {LANG_UK, true, 5, "травні"},
             {LANG_UK, true, 6, "червні"},
             {LANG_UK, true, 7, "липні"},
             {LANG_UK, true, 8, "серпні"},
             {LANG_UK, true, 9, "вересні"},
             {LANG_UK, true, 10, "жовтні"},
             {LANG_UK, true, 11, "листопаді"},
             {LANG_UK, true, 12, "грудні"},
             {LANG_PL, false, 3, "środę|środy"},
             {LANG_PL, false, 6, "sobotę"},
             {LANG_PL, false, 7, "niedzielę"},
             {LANG_PL, true, 1, "styczniu"},
             {LANG_PL, true, 2, "lutym"},
             {LANG_PL, true, 3, "marcu"},
             {LANG_PL, true, 4, "kwietniu"},
             {LANG_PL, true, 5, "maju"},
             {LANG_PL, true, 6, "czerwcu"},
             {LANG_PL, true, 7, "lipcu"},
             {LANG_PL, true, 8, "sierpniu"},
             {LANG_PL, true, 9, "wrześniu"},
             {LANG_PL, true, 10, "październiku"},
             {LANG_PL, true, 11, "listopadzie"},
             {LANG_PL, true, 12, "grudniu"},
             {LANG_AR, false, 1, "الاثنين|الإثنين"},
             {LANG_AR, false, 3, "الأربعاء|الاربعاء"},
             {LANG_AR, true, 1, "كانون الثاني"},
             {LANG_AR, true, 2, "شباط"},
             {LANG_AR, true, 3, "آذار"},
             {LANG_AR, true, 4, "نيسان"},
             {LANG_AR, true, 5, "أيار"},
             {LANG_AR, true, 6, "حزيران"},
             {LANG_AR, true, 7, "تموز"},
             {LANG_AR, true, 8, "آب"},
             {LANG_AR, true, 9, "أيلول"},
             {LANG_AR, true, 10, "تشرين الأول"},
             {LANG_AR, true, 11, "تشرين الثاني"},
             {LANG_AR, true, 12, "كانون الأول"},
             {LANG_FA, false, 2, "سه‌شنبه|سه شنبه"},
             {LANG_FA, false, 4, "پنج‌شنبه|پنجشنبه"},
             {LANG_FA, false, 3, "چهارشنبه|چهار شنبه"},
             {LANG_FA, false, 1, "دوشنبه"},
             {LANG_FA, false, 7, "یکشنبه|یک‌شنبه"},
             {LANG_FA, false, 6, "شنبه"},
             {LANG_FA, false, 5, "جمعه"},
             {LANG_UND, false, 0, NULL}};

void
make_dates(struct build *b)
{
    int32_t n = uloc_countAvailable();

    for (int32_t i = 0; i < n; i++) {
        const char *name = uloc_getAvailable(i);
        enum lang lang = lang_of(str_of(name));

        if (lang != LANG_UND)
            locale(b, name, lang);
    }
    for (int i = 0; extra[i].words; i++) {
        str rest = str_of(extra[i].words), alt;

        while (str_next(&rest, '|', &alt))
            put(b, alt, extra[i].lang, PUT_EXACT,
                (struct lex_entry){.id = extra[i].id,
                                   .kind = extra[i].month ? SENSE_MONTH
                                                          : SENSE_WEEKDAY});
    }
}

/* data/words/holidays.tsv: what feasts are called. */
void
make_holidays(struct build *b, const char *dir)
{
    str rest = slurp(b, dir, "words/holidays.tsv"), line, col[3], alt;

    while (str_next(&rest, '\n', &line)) {
        struct lex_entry e = {.kind = SENSE_HOLIDAY};
        enum lang lang;

        if (line.n == 0 || line.s[0] == '#')
            continue;
        lang = lang_of(columns(line, col, 3) == 3 ? col[0] : (str){0});
        e.id = lang == LANG_UND ? 0 : holiday_rule(col[1]);
        if (e.id == 0) {
            fault(b, "holidays.tsv: %.*s", STR_ARG(line));
            continue;
        }
        while (str_next(&col[2], '|', &alt))
            put(b, alt, lang, PUT_EXACT, e);
    }
}
