#!/bin/sh
# A story is headed by a page that knows the last count of a toll that grew,
# and no day of its timeline is told by what somebody said in a quote.
bad=0
page() { # date title text
    printf '{"date": "%s", "lang": "fr", "title": "%s", "text": "%s"}\n' "$1" "$2" "$3"
}
{
    page 2025-05-09 "Inondation à Arvesk : six morts" \
        "Une inondation a tué six personnes vendredi dans le district d'Arvesk. La gouverneure Nurana Alp s'est rendue sur place."
    page 2025-05-10 "Inondation à Arvesk : neuf morts" \
        "« Nous reviendrons demain avec des pelles », a dit Nurana Alp. Une inondation a tué neuf personnes vendredi dans le district d'Arvesk, selon un nouveau bilan."
    page 2025-05-11 "Arvesk compte onze morts après la crue" \
        "L'inondation de vendredi dans le district d'Arvesk a tué onze personnes, a dit dimanche la gouverneure Nurana Alp. Les recherches ont pris fin le 11 mai."
} > flood.jsonl
"$BIN" brief --format text flood.jsonl > brief 2>&1
head -1 brief | grep -q '^Arvesk compte onze morts' || bad=1
grep '^  11 May 2025' brief | grep -q 'inondation de vendredi\|recherches' || bad=1
grep '^  11 May 2025' brief | grep -q 'Nous reviendrons' && bad=1
[ $bad = 0 ] || cat brief
exit $bad
