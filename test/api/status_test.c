/*
 * status_test.c - stories made up by rule, in eight languages, whose main
 * figure is agreed, contradicted, refined or updated by construction: are
 * the four told apart?
 *
 * Each story has three pages in three languages: a place, a disaster, one
 * figure of three kinds, and two figures that never change. The expected
 * status follows from how the numbers were chosen, not from what the program
 * says.
 */
#include <math.h>
#include <samestory.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TONGUES   8
#define KINDS     3
#define ROUNDS    8 /* stories of each status and kind */
#define F1_LEAST  0.90
#define PAGES     3
#define MOST_TEXT 2048

enum status { AGREED, CONTRADICTED, REFINED, UPDATED, STATUSES };
static const char *const names[STATUSES] = {"agreed", "contradicted", "refined",
                                            "updated"};

struct tongue {
    const char *lang;
    const char *title;       /* place */
    const char *lead;        /* place */
    const char *fact[KINDS]; /* amount: killed, houses destroyed, evacuated */
    const char *rose[KINDS]; /* the same of a count that went on */
    const char *least;       /* number */
    const char *rest;        /* what never changes */
};

static const struct tongue tongues[TONGUES] = {
    {"en",
     "Flood sweeps through %s in Peru",
     "A flood swept through the town of %s in Peru on Sunday night after days "
     "of rain.",
     {"It killed %s people, mayor Rosa Quispe said.",
      "It destroyed %s houses, mayor Rosa Quispe said.",
      "Police evacuated %s residents, mayor Rosa Quispe said."},
     {"The death toll has risen to %s people, mayor Rosa Quispe said.",
      "The number of destroyed houses has risen to %s houses, mayor Rosa "
      "Quispe "
      "said.",
      "The number of evacuated residents has risen to %s residents, mayor Rosa "
      "Quispe said."},
     "at least %d",
     "The army sent 350 soldiers and 6 helicopters."},
    {"es",
     "Una inundación arrasa %s, en Perú",
     "Una inundación arrasó la localidad de %s, en Perú, en la noche del "
     "domingo tras días de lluvia.",
     {"Murieron %s personas, dijo la alcaldesa Rosa Quispe.",
      "Quedaron destruidas %s casas, dijo la alcaldesa Rosa Quispe.",
      "Fueron evacuados %s vecinos, dijo la alcaldesa Rosa Quispe."},
     {"El número de muertos aumentó a %s personas, dijo la alcaldesa Rosa "
      "Quispe.",
      "El número de casas destruidas aumentó a %s casas, dijo la alcaldesa "
      "Rosa "
      "Quispe.",
      "El número de evacuados aumentó a %s vecinos, dijo la alcaldesa Rosa "
      "Quispe."},
     "al menos %d",
     "El ejército envió 350 soldados y 6 helicópteros."},
    {"fr",
     "Une inondation ravage %s, au Pérou",
     "Une inondation a ravagé la ville de %s, au Pérou, dans la nuit de "
     "dimanche après plusieurs jours de pluie.",
     {"Elle a tué %s personnes, a dit la maire Rosa Quispe.",
      "Elle a détruit %s maisons, a dit la maire Rosa Quispe.",
      "La police a évacué %s habitants, a dit la maire Rosa Quispe."},
     {"Le bilan s'élève désormais à %s personnes tuées, a dit la maire Rosa "
      "Quispe.",
      "Le nombre de maisons détruites s'élève désormais à %s maisons, a dit la "
      "maire Rosa Quispe.",
      "Le nombre d'évacués s'élève désormais à %s habitants, a dit la maire "
      "Rosa Quispe."},
     "au moins %d",
     "L'armée a envoyé 350 soldats et 6 hélicoptères."},
    {"de",
     "Überschwemmung verwüstet %s in Peru",
     "Eine Überschwemmung hat am Sonntagabend nach tagelangem Regen die Stadt "
     "%s in Peru verwüstet.",
     {"Dabei wurden %s Menschen getötet, sagte Bürgermeisterin Rosa Quispe.",
      "Dabei wurden %s Häuser zerstört, sagte Bürgermeisterin Rosa Quispe.",
      "Die Polizei evakuierte %s Bewohner, sagte Bürgermeisterin Rosa Quispe."},
     {"Die Zahl der Todesopfer stieg auf %s Menschen, sagte Bürgermeisterin "
      "Rosa Quispe.",
      "Die Zahl der zerstörten Häuser stieg auf %s Häuser, sagte "
      "Bürgermeisterin Rosa Quispe.",
      "Die Zahl der evakuierten Bewohner stieg auf %s Bewohner, sagte "
      "Bürgermeisterin Rosa Quispe."},
     "mindestens %d",
     "Die Armee schickte 350 Soldaten und 6 Hubschrauber."},
    {"ru",
     "Наводнение в городе %s в Перу",
     "Наводнение обрушилось на город %s в Перу в ночь на воскресенье после "
     "нескольких дней дождя.",
     {"Погибли %s человек, сообщила мэр Роса Киспе.",
      "Разрушены %s домов, сообщила мэр Роса Киспе.",
      "Эвакуированы %s жителей, сообщила мэр Роса Киспе."},
     {"Число погибших возросло до %s человек, сообщила мэр Роса Киспе.",
      "Число разрушенных домов возросло до %s домов, сообщила мэр Роса Киспе.",
      "Число эвакуированных возросло до %s жителей, сообщила мэр Роса Киспе."},
     "не менее %d",
     "Армия направила 350 солдат и 6 вертолётов."},
    {"ar",
     "فيضان يجتاح بلدة %s في بيرو",
     "اجتاح فيضان بلدة %s في بيرو ليلة الأحد بعد أيام من الأمطار.",
     {"وقتل %s شخصا، حسبما قالت رئيسة البلدية روسا كيسبي.",
      "ودمر الفيضان %s منزلا، حسبما قالت رئيسة البلدية روسا كيسبي.",
      "وأجلت الشرطة %s ساكنا، حسبما قالت رئيسة البلدية روسا كيسبي."},
     {"وارتفعت حصيلة القتلى إلى %s شخصا، حسبما قالت رئيسة البلدية روسا كيسبي.",
      "وارتفع عدد المنازل المدمرة إلى %s منزلا، حسبما قالت رئيسة البلدية روسا "
      "كيسبي.",
      "وارتفع عدد الذين تم إجلاؤهم إلى %s ساكنا، حسبما قالت رئيسة البلدية روسا "
      "كيسبي."},
     "ما لا يقل عن %d",
     "وأرسل الجيش 350 جنديا و6 مروحيات."},
    {"it",
     "Un'alluvione devasta %s, in Perù",
     "Un'alluvione ha devastato la città di %s, in Perù, nella notte di "
     "domenica dopo giorni di pioggia.",
     {"Sono morte %s persone, ha detto la sindaca Rosa Quispe.",
      "Sono state distrutte %s case, ha detto la sindaca Rosa Quispe.",
      "La polizia ha evacuato %s abitanti, ha detto la sindaca Rosa Quispe."},
     {"Il bilancio è salito a %s persone morte, ha detto la sindaca Rosa "
      "Quispe.",
      "Il numero delle case distrutte è salito a %s case, ha detto la sindaca "
      "Rosa Quispe.",
      "Il numero degli evacuati è salito a %s abitanti, ha detto la sindaca "
      "Rosa Quispe."},
     "almeno %d",
     "L'esercito ha inviato 350 soldati e 6 elicotteri."},
    {"uk",
     "Повінь у місті %s у Перу",
     "Повінь накрила місто %s у Перу в ніч на неділю після кількох днів дощу.",
     {"Загинули %s людей, повідомила мер Роса Кіспе.",
      "Зруйновано %s будинків, повідомила мер Роса Кіспе.",
      "Евакуйовано %s мешканців, повідомила мер Роса Кіспе."},
     {"Кількість загиблих зросла до %s людей, повідомила мер Роса Кіспе.",
      "Кількість зруйнованих будинків зросла до %s будинків, повідомила мер "
      "Роса Кіспе.",
      "Кількість евакуйованих зросла до %s мешканців, повідомила мер Роса "
      "Кіспе."},
     "щонайменше %d",
     "Армія направила 350 солдатів і 6 вертольотів."},
};

static const char *const places[] = {"Huaraz",   "Trujillo", "Ayacucho",
                                     "Arequipa", "Tacna",    "Cajamarca"};

static unsigned seed = 7;

static unsigned
draw(unsigned most)
{
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % most;
}

/* The numbers of a story: its first page's and how the others differ. */
static void
choose(enum status s, int round, int number[PAGES], bool least[PAGES],
       int day[PAGES])
{
    int base = 13 + (int)draw(70);

    for (int p = 0; p < PAGES; p++) {
        number[p] = base;
        least[p] = false;
        day[p] = 10;
    }
    switch (s) {
    case AGREED: /* one number; a bound that it just holds */
        least[1] = round % 2;
        day[2] += round % 2;
        break;
    case CONTRADICTED: /* one day, one page against two */
        number[1 + round % 2] += 3 + (int)draw(9);
        break;
    case REFINED: /* a bound that leaves room for the count */
        number[round % PAGES] -= 4 + (int)draw(4);
        least[round % PAGES] = true;
        break;
    default: /* it grows from day to day, and says so or takes its time */
        number[1] += 3 + (int)draw(5);
        number[2] = number[1] + 3 + (int)draw(5);
        day[1] += 1 + round % 2;
        day[2] += 2 + round % 2 * 2;
    }
}

static void
write_page(FILE *f, int page, const struct tongue *t, const char *place,
           int kind, int number, bool least, int day, bool rose)
{
    char title[256], lead[512], amount[64], fact[512];

    snprintf(title, sizeof title, t->title, place);
    snprintf(lead, sizeof lead, t->lead, place);
    snprintf(amount, sizeof amount, least ? t->least : "%d", number);
    snprintf(fact, sizeof fact, rose ? t->rose[kind] : t->fact[kind], amount);
    fprintf(f,
            "{\"id\":\"p%d\",\"date\":\"2025-03-%d\",\"lang\":\"%s\","
            "\"title\":\"%s\",\"text\":\"%s %s %s\"}\n",
            page, day, t->lang, title, lead, fact, t->rest);
}

/* The status of the figure that holds most of the readings asked for. */
static int
read_status(const struct samestory_brief *b, const int number[PAGES])
{
    const struct samestory_quantity *best = NULL;
    size_t most = 0;

    for (size_t s = 0; s < b->nstories; s++)
        for (size_t i = 0; i < b->stories[s].nquantities; i++) {
            const struct samestory_quantity *q = &b->stories[s].quantities[i];
            size_t n = 0;

            for (size_t k = 0; k < q->nreadings; k++)
                for (int p = 0; p < PAGES; p++)
                    if (q->readings[k].min == number[p]) {
                        n++;
                        break;
                    }
            if (n > most) {
                most = n;
                best = q;
            }
        }
    for (int s = 0; best && s < STATUSES; s++)
        if (strcmp(best->status, names[s]) == 0)
            return s;
    return -1;
}

static int
tell(const char *path, const int number[PAGES])
{
    const struct samestory_brief *b = NULL;
    struct samestory *e;
    int s = -1;

    if (samestory_open(&e, NULL) == SAMESTORY_OK &&
        samestory_add(e, &path, 1, NULL, NULL) == SAMESTORY_OK &&
        samestory_tell(e, NULL, &b) == SAMESTORY_OK)
        s = read_status(b, number);
    samestory_free(b);
    samestory_close(e);
    return s;
}

static int
tell_story(const char *path, enum status s, int kind, int round)
{
    int number[PAGES], day[PAGES];
    bool least[PAGES];
    const char *place = places[draw(sizeof places / sizeof *places)];
    FILE *f = fopen(path, "w");

    if (!f)
        return -1;
    choose(s, round, number, least, day);
    for (int p = 0; p < PAGES; p++)
        write_page(f, p, &tongues[(round + p * 3) % TONGUES], place, kind,
                   number[p], least[p], day[p], s == UPDATED && p > 0);
    fclose(f);
    return tell(path, number);
}

static double
macro_f1(int seen[STATUSES][STATUSES + 1])
{
    double sum = 0;

    for (int s = 0; s < STATUSES; s++) {
        int right = seen[s][s], said = 0, meant = 0;

        for (int o = 0; o < STATUSES; o++)
            said += seen[o][s];
        for (int o = 0; o <= STATUSES; o++)
            meant += seen[s][o];
        sum += said + meant ? 2.0 * right / (said + meant) : 0;
    }
    return sum / STATUSES;
}

int
main(void)
{
    char path[] = "/tmp/samestory-status-XXXXXX.jsonl";
    int seen[STATUSES][STATUSES + 1] = {{0}}; /* the last: none of them */
    int fd = mkstemps(path, 6);
    double f1;

    if (fd < 0)
        return 1;
    close(fd);
    for (int s = 0; s < STATUSES; s++)
        for (int kind = 0; kind < KINDS; kind++)
            for (int round = 0; round < ROUNDS; round++) {
                int got = tell_story(path, (enum status)s, kind, round);

                seen[s][got < 0 ? STATUSES : got]++;
                if (got != s && getenv("SHOW_MISSES"))
                    printf("%s kind %d round %d: %s\n", names[s], kind, round,
                           got < 0 ? "none" : names[got]);
            }
    remove(path);
    f1 = macro_f1(seen);
    if (f1 < F1_LEAST || getenv("SHOW_MISSES")) {
        printf("macro-F1 %.3f\n", f1);
        for (int s = 0; s < STATUSES; s++) {
            printf("%-13s", names[s]);
            for (int o = 0; o <= STATUSES; o++)
                printf(" %3d", seen[s][o]);
            printf("\n");
        }
    }
    printf("%d passed, %d failed\n", f1 >= F1_LEAST, f1 < F1_LEAST);
    return f1 < F1_LEAST;
}
