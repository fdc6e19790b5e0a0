/*
 * stem_plural.c - Slavic genitive plurals with a vowel that the other forms
 * of the word lack: деревень of деревня, палаток of палатка, lalek of lalka.
 * Behind a number of five and more it is the form that news uses most, and no
 * stemmer of endings brings the two together.
 */
#include "text/stem.h"
#include "text/utf8.h"

#include <string.h>

#define PLURAL_MOST  64 /* bytes of a word; longer ones are left alone */
#define PLURAL_LEAST 5  /* characters of the word as it stands */

size_t
stem_plural(str folded, enum lang lang, struct arena *mem, str *out,
            size_t most)
{
    /* as fold.h leaves them: no й, no ó */
    static const struct {
        enum lang lang;
        const char *plural, *single;
    } rows[] = {
        {LANG_RU, "ок", "ка"},   {LANG_RU, "ек", "ка"},  {LANG_RU, "ек", "ика"},
        {LANG_RU, "ек", "ько"},  {LANG_RU, "ень", "ня"}, {LANG_RU, "ен", "ня"},
        {LANG_RU, "ен", "на"},   {LANG_RU, "ель", "ля"}, {LANG_RU, "ер", "ра"},
        {LANG_RU, "он", "но"},   {LANG_RU, "ем", "ьмо"}, {LANG_RU, "еб", "ьба"},
        {LANG_UK, "иок", "ика"}, {LANG_UK, "ок", "ка"},  {LANG_UK, "ень", "ня"},
        {LANG_UK, "ен", "на"},   {LANG_UK, "ель", "ля"}, {LANG_UK, "он", "но"},
        {LANG_UK, "іл", "ола"},  {LANG_UK, "іл", "ело"}, {LANG_UK, "іб", "оба"},
        {LANG_PL, "ek", "ka"},   {LANG_PL, "en", "na"},  {LANG_PL, "en", "nia"},
    };
    size_t n = 0;

    if ((lang != LANG_RU && lang != LANG_UK && lang != LANG_PL) ||
        folded.n > PLURAL_MOST || utf8_count(folded) < PLURAL_LEAST)
        return 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows && n < most; i++) {
        str tail, single;
        char whole[PLURAL_MOST + 8];

        if (rows[i].lang != lang)
            continue;
        tail = str_of(rows[i].plural);
        if (!str_ends(folded, tail))
            continue;
        single = str_of(rows[i].single);
        memcpy(whole, folded.s, folded.n - tail.n);
        memcpy(whole + folded.n - tail.n, single.s, single.n);
        out[n++] = arena_str(mem, (str){whole, folded.n - tail.n + single.n});
    }
    return n;
}
