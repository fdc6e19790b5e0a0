#!/bin/sh
# lang, evidence and match give a line for each line, in its order, however
# many threads work on them; also for a line they cannot answer.
bad=0
awk 'BEGIN {
    for (i = 1; i <= 400; i++)
        print (i % 3 == 0) ? "Le maire a parlé à " i " personnes." : \
              (i % 3 == 1) ? "The mayor spoke to " i " people." : \
                             "Мэр обратился к " i " людям."
}' > in
for verb in lang evidence; do
    "$BIN" $verb --jobs 8 in > many || { echo "$verb: exit"; bad=1; }
    "$BIN" $verb --jobs 1 in > one
    cmp -s one many || { echo "$verb: threads change the answer"; bad=1; }
    [ "$(wc -l < many)" -eq 400 ] || { echo "$verb: lines"; bad=1; }
done
"$BIN" evidence --kind quantity --jobs 8 in |
    awk -v bad=0 '!index($0, "\"min\":" NR ",") { bad++ } END { exit bad > 4 }' ||
    { echo "evidence: not in order"; bad=1; }

# standard input, an empty line, no newline at the end
printf 'Guten Morgen, liebe Leserinnen.\n\nBuenos días a todos los lectores.' |
    "$BIN" lang > out || { echo "lang: exit"; bad=1; }
[ "$(wc -l < out)" -eq 3 ] || { echo "lang: not three lines"; bad=1; }
sed -n 1p out | grep -q '"lang":"de"' || { echo "lang: de"; bad=1; }
sed -n 3p out | grep -q '"lang":"es"' || { echo "lang: es"; bad=1; }

printf 'Anna Berg\tАнна Берг\nno tab here\nTokyo\t東京\n' > pairs
"$BIN" match pairs > out 2> err
[ $? -eq 3 ] || { echo "match: exit"; bad=1; }
[ "$(wc -l < out)" -eq 3 ] || { echo "match: not three lines"; bad=1; }
sed -n 2p out | grep -q '"error"' || { echo "match: no error in line 2"; bad=1; }
grep -q 'pairs:2: ' err || { echo "match: line 2 is not named"; bad=1; }

# --kind and --ref
printf 'The mayor, Anna Berg, met 14 people on Friday.\n' > line
"$BIN" evidence --kind date --ref 2021-07-28 line > out
grep -q '"date":"2021-07-23"' out || { echo "evidence --ref:"; cat out; bad=1; }
grep -q '"quantities"' out && { echo "evidence --kind"; bad=1; }
# offsets lead back to the words
"$BIN" evidence --kind quantity line | grep -q '"start":26,"end":35,"text":"14 people"' ||
    { echo "evidence: offsets"; bad=1; }
exit $bad
