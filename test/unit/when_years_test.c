/*
 * when_years_test.c - decades and their ends, centuries, halves and quarters
 * of years, nights of two days, the letters of the Hebrew calendar.
 */
#include "when_seen.h"

/* A Wednesday. */
#define DAY "2023-08-16"

#define SEEN(lang, text, edtf)                                                 \
    CHECK_STR(str_of(range_from(DAY, LANG_##lang, text)), edtf)

static void
a_decade_begins_with_four_years_and_ends_with_three(void)
{
    SEEN(EN, "Prices rose in the early 1990s and fell again.", "1990/1993");
    SEEN(EN, "In the mid-1990s the plant employed many people.", "1994/1996");
    SEEN(EN, "By the late 1990s the company had closed the yard.", "1997/1999");
    SEEN(EN, "It was built in the early '80s by a local firm.", "1980/1983");
    SEEN(FR, "La ville s'est agrandie au début des années 1990 grâce au port.",
         "1990/1993");
    SEEN(FR, "La ville s'est agrandie à la fin des années 1990 grâce au port.",
         "1997/1999");
    SEEN(DE, "Die Preise stiegen Anfang der 1990er Jahre und fielen wieder.",
         "1990/1993");
    SEEN(DE, "Die Preise stiegen Ende der 90er Jahre und fielen wieder.",
         "1997/1999");
    SEEN(DE, "Die Preise stiegen Mitte der neunziger Jahre und fielen wieder.",
         "1994/1996");
    SEEN(ES,
         "Los precios subieron a principios de los años noventa y luego "
         "bajaron.",
         "1990/1993");
    SEEN(ES, "Los precios subieron a finales de los 90 y luego bajaron.",
         "1997/1999");
    SEEN(ES, "Los precios subieron a comienzos de los años 80 y luego bajaron.",
         "1980/1983");
    SEEN(RU, "Завод построили в начале 1990-х годов и закрыли.", "1990/1993");
    SEEN(RU, "Завод построили в конце 90-х и закрыли.", "1997/1999");
    SEEN(IT,
         "La fabbrica fu costruita all'inizio degli anni Novanta e poi chiusa.",
         "1990/1993");
    SEEN(IT, "La fabbrica fu costruita alla fine degli anni '90 e poi chiusa.",
         "1997/1999");
    SEEN(PT,
         "A fábrica foi construída no início dos anos 1990 e depois fechada.",
         "1990/1993");
    SEEN(
        PT,
        "A fábrica foi construída no final da década de 1990 e depois fechada.",
        "1997/1999");
    SEEN(AR, "بني المصنع في أوائل التسعينيات ثم أغلق.", "1990/1993");
    SEEN(FA, "کارخانه در اوایل دهه ۱۹۹۰ ساخته شد.", "1990/1993");
    SEEN(HE, "המפעל נבנה בתחילת שנות ה-90 ואחר כך נסגר.", "1990/1993");
    SEEN(HE, "המפעל נבנה בסוף שנות התשעים ואחר כך נסגר.", "1997/1999");
    SEEN(TR, "Fabrika 1990'ların başında kuruldu ve kapandı.", "1990/1993");
    SEEN(UK, "Завод збудували на початку 1990-х років і закрили.", "1990/1993");
    SEEN(PL, "Fabrykę zbudowano na początku lat 90. i zamknięto.", "1990/1993");
    SEEN(PL, "Fabrykę zbudowano na początku lat osiemdziesiątych i zamknięto.",
         "1980/1983");
    SEEN(NL, "De fabriek werd begin jaren negentig gebouwd en gesloten.",
         "1990/1993");
    SEEN(NL, "De fabriek werd eind jaren 90 gebouwd en gesloten.", "1997/1999");
    SEEN(
        EL,
        "Το εργοστάσιο χτίστηκε στις αρχές της δεκαετίας του 1990 και έκλεισε.",
        "1990/1993");
    SEEN(ID, "Pabrik itu dibangun pada awal 1990-an lalu ditutup.",
         "1990/1993");
    SEEN(HI, "कारखाना 1990 के दशक की शुरुआत में बना और बंद हुआ।", "1990/1993");
    SEEN(JA, "工場は1990年代初めに建てられ、後に閉鎖された。", "1990/1993");
    SEEN(JA, "工場は1990年代後半に建てられ、後に閉鎖された。", "1995/1999");
    SEEN(ZH, "工厂建于20世纪90年代初，后来关闭。", "1990/1993");
    SEEN(ZH, "工厂建于上世纪九十年代初，后来关闭。", "1990/1993");
    SEEN(ZH, "工厂建于1990年代末，后来关闭。", "1997/1999");
    SEEN(KO, "공장은 1990년대 초에 세워졌고 나중에 문을 닫았다.", "1990/1993");
}

static void
a_decade_is_told_in_figures_or_in_words(void)
{
    SEEN(FR, "La ville s'est agrandie dans les années 1990 grâce au port.",
         "199X");
    SEEN(FR, "La ville s'est agrandie dans les années 90 grâce au port.",
         "199X");
    SEEN(DE, "Die Preise stiegen in den Neunzigerjahren und fielen wieder.",
         "199X");
    SEEN(ES,
         "Los precios subieron en la década de los ochenta y luego bajaron.",
         "198X");
    SEEN(RU, "Завод построили в 90-е годы и закрыли.", "199X");
    SEEN(RU, "Завод построили в 1990-е и закрыли.", "199X");
    SEEN(RU, "Завод построили в девяностых годах и закрыли.", "199X");
    SEEN(PT, "A fábrica foi construída nos anos 80 e depois fechada.", "198X");
    SEEN(AR, "بني المصنع في تسعينيات القرن الماضي ثم أغلق.", "199X");
    SEEN(AR, "بني المصنع في الثمانينات ثم أغلق.", "198X");
    SEEN(FA, "کارخانه در دهه ۹۰ میلادی ساخته شد.", "199X");
    SEEN(TR, "Fabrika 90'lı yıllarda kuruldu ve kapandı.", "199X");
    SEEN(TR, "Fabrika 1980'li yıllarda kuruldu ve kapandı.", "198X");
    SEEN(UK, "Завод збудували в 90-ті роки і закрили.", "199X");
    SEEN(PL, "Fabrykę zbudowano w latach 90. i zamknięto.", "199X");
    SEEN(PL, "Fabrykę zbudowano w latach dziewięćdziesiątych i zamknięto.",
         "199X");
    SEEN(EL, "Το εργοστάσιο χτίστηκε τη δεκαετία του '80 και έκλεισε.", "198X");
    SEEN(ID, "Pabrik itu dibangun pada tahun 1980-an lalu ditutup.", "198X");
    SEEN(HI, "कारखाना नब्बे के दशक में बना और बंद हुआ।", "199X");
    SEEN(ZH, "工厂建于上世纪90年代，后来关闭。", "199X");
    SEEN(KO, "공장은 90년대에 세워졌고 나중에 문을 닫았다.", "199X");
}

static void
a_century_is_counted_from_one(void)
{
    SEEN(EN, "The church dates from the 19th century and was restored.",
         "18XX");
    SEEN(EN, "The church was built in the early 20th century.", "1900/1933");
    SEEN(FR, "L'église date du XIXe siècle et a été restaurée.", "18XX");
    SEEN(FR, "L'église date du 20e siècle et a été restaurée.", "19XX");
    SEEN(RU, "Церковь построили в XIX веке и закрыли.", "18XX");
    SEEN(RU, "Церковь построили в начале XX века и закрыли.", "1900/1933");
    SEEN(IT, "La chiesa fu costruita nel XIX secolo e poi chiusa.", "18XX");
    SEEN(AR, "بنيت الكنيسة في القرن التاسع عشر ثم أغلقت.", "18XX");
    SEEN(PL, "Kościół zbudowano w XIX wieku i zamknięto.", "18XX");
    SEEN(EL, "Η εκκλησία χτίστηκε τον 19ο αιώνα και έκλεισε.", "18XX");
    SEEN(HI, "चर्च 19वीं सदी में बना और बंद हुआ।", "18XX");
    SEEN(JA, "教会は19世紀に建てられた。", "18XX");
    SEEN(ZH, "教堂建于19世纪。", "18XX");
}

static void
half_of_a_year(void)
{
    SEEN(EN, "Sales fell in the second half of 2021, the bank said.",
         "2021-07/2021-12");
    SEEN(EN, "Sales fell in the first half of this year, the bank said.",
         "2023-01/2023-06");
    SEEN(FR, "Les ventes ont baissé au second semestre 2021, selon la banque.",
         "2021-07/2021-12");
    SEEN(DE, "Im zweiten Halbjahr 2021 fiel der Umsatz.", "2021-07/2021-12");
    SEEN(ES, "Las ventas cayeron en el segundo semestre de 2021.",
         "2021-07/2021-12");
    SEEN(ES, "Las ventas cayeron en la primera mitad de 2021.",
         "2021-01/2021-06");
    SEEN(IT, "Le vendite sono calate nel secondo semestre del 2021.",
         "2021-07/2021-12");
    SEEN(IT, "Le vendite sono calate nella prima metà del 2021.",
         "2021-01/2021-06");
    SEEN(PT, "As vendas caíram no segundo semestre de 2021.",
         "2021-07/2021-12");
    SEEN(AR, "انخفضت المبيعات في النصف الثاني من عام 2021 بحسب البنك.",
         "2021-07/2021-12");
    SEEN(HE, "המכירות ירדו במחצית השנייה של 2021, לפי הבנק.",
         "2021-07/2021-12");
    SEEN(TR, "Satışlar 2021'in ikinci yarısında düştü.", "2021-07/2021-12");
    SEEN(UK, "Продажі впали в другому півріччі 2021 року.", "2021-07/2021-12");
    SEEN(PL, "Sprzedaż spadła w drugiej połowie 2021 roku.", "2021-07/2021-12");
    SEEN(NL, "De verkoop daalde in de tweede helft van 2021.",
         "2021-07/2021-12");
    SEEN(EL, "Οι πωλήσεις έπεσαν το δεύτερο εξάμηνο του 2021.",
         "2021-07/2021-12");
    SEEN(ID, "Penjualan turun pada semester kedua 2021.", "2021-07/2021-12");
    SEEN(ZH, "2021年下半年销售额下降了。", "2021-07/2021-12");
    SEEN(KO, "2021년 하반기 매출이 줄었다.", "2021-07/2021-12");
}

static void
a_quarter_of_a_year(void)
{
    SEEN(FR,
         "Les ventes ont baissé au quatrième trimestre de 2022, selon la "
         "banque.",
         "2022-10/2022-12");
    SEEN(AR, "انخفضت المبيعات في الربع الأول من عام 2022 بحسب البنك.",
         "2022-01/2022-03");
    SEEN(FA, "فروش در سه‌ماهه دوم ۱۴۰۱ کاهش یافت.",
         "2022-06-22/2022-09-22");
    SEEN(HE, "המכירות ירדו ברבעון הראשון של 2022, לפי הבנק.",
         "2022-01/2022-03");
    SEEN(TR, "Satışlar 2022'nin ilk çeyreğinde düştü.", "2022-01/2022-03");
    SEEN(EL, "Οι πωλήσεις έπεσαν το πρώτο τρίμηνο του 2022.",
         "2022-01/2022-03");
    SEEN(ID, "Penjualan turun pada kuartal pertama 2022.", "2022-01/2022-03");
    SEEN(ID, "Penjualan turun pada kuartal II 2022.", "2022-04/2022-06");
    SEEN(HI, "बिक्री 2022 की पहली तिमाही में घटी।", "2022-01/2022-03");
    SEEN(ZH, "2022年第一季度销售额下降了。", "2022-01/2022-03");
    SEEN(ZH, "2022年一季度销售额下降了。", "2022-01/2022-03");
    SEEN(KO, "2022년 1분기 매출이 줄었다.", "2022-01/2022-03");
}

static void
an_end_of_a_month_stands_behind_it(void)
{
    SEEN(TR, "Karar Mart 2020'nin sonunda alındı.", "2020-03-21/2020-03-31");
    SEEN(JA, "決定は2020年3月末に下された。", "2020-03-21/2020-03-31");
    SEEN(JA, "決定は6月中旬に下された。", "2023-06-11/2023-06-20");
    SEEN(ZH, "决定于2020年3月底作出。", "2020-03-21/2020-03-31");
    SEEN(ZH, "决定于6月中旬作出。", "2023-06-11/2023-06-20");
    SEEN(KO, "결정은 6월 중순에 내려졌다.", "2023-06-11/2023-06-20");
}

static void
one_night_has_two_days(void)
{
    SEEN(DE, "In der Nacht vom 3. auf den 4. Mai brannte die Halle.",
         "2023-05-03/2023-05-04");
    SEEN(ES, "En la noche del 3 al 4 de mayo ardió la nave.",
         "2023-05-03/2023-05-04");
    SEEN(RU, "В ночь с 3 на 4 мая загорелся склад.", "2023-05-03/2023-05-04");
    SEEN(RU, "В ночь с воскресенья на понедельник загорелся склад.",
         "2023-08-13/2023-08-14");
    SEEN(IT, "Nella notte tra il 3 e il 4 maggio è bruciato il capannone.",
         "2023-05-03/2023-05-04");
    SEEN(UK, "У ніч з 3 на 4 травня загорівся склад.", "2023-05-03/2023-05-04");
    SEEN(PL, "W nocy z 3 na 4 maja spłonęła hala.", "2023-05-03/2023-05-04");
    SEEN(NL, "In de nacht van 3 op 4 mei brandde de loods af.",
         "2023-05-03/2023-05-04");
}

static void
hebrew_days_and_years_are_letters(void)
{
    SEEN(HE, "ההסכם נחתם בי\"ד בניסן תשפ\"ג בירושלים.", "2023-04-05");
    SEEN(HE, "ההסכם נחתם בא' בשבט תשפ\"ג בירושלים.", "2023-01-23");
    SEEN(HE, "ההסכם נחתם בכ״ט באלול ה׳תשפ״ב בירושלים.", "2022-09-25");
    SEEN(HE, "ההסכם נחתם בג' בתמוז תשפ\"ג בירושלים.", "2023-06-22");
}

static void
ages_scores_and_degrees_are_no_decades(void)
{
    SEEN(EN, "a man in his nineties sat there", "-");
    SEEN(EN, "it was in the low 90s at noon", "-");
    SEEN(AR, "رجل في الثمانينات من عمره", "-");
    SEEN(AR, "اعتقل أكثر من ستين رجلا", "-");
    SEEN(TR, "doksanlı yaşlarında bir adam", "-");
    SEEN(DE, "ein Mann in den Neunzigern", "-");
    SEEN(NL, "verloor met 1-2 op 3 mei 2022", "2022-05-03");
    SEEN(HE, "בית הספר ע\"ש בן גוריון", "-");
}

TEST_MAIN
{
    RUN(a_decade_begins_with_four_years_and_ends_with_three);
    RUN(a_decade_is_told_in_figures_or_in_words);
    RUN(a_century_is_counted_from_one);
    RUN(half_of_a_year);
    RUN(a_quarter_of_a_year);
    RUN(an_end_of_a_month_stands_behind_it);
    RUN(one_night_has_two_days);
    RUN(hebrew_days_and_years_are_letters);
    RUN(ages_scores_and_degrees_are_no_decades);
}
