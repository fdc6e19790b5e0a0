#!/bin/sh
# nearest, pairs, and stories in languages that have no lexicon.
bad=0
fault() { echo "$*"; bad=1; }

cat > in.jsonl <<'X'
{"id":"en","lang":"en","date":"2026-05-12","title":"Dam at Quillamarca gives way, six dead","text":"A tailings dam at the Quillamarca copper mine in Peru gave way on Tuesday, killing six workers and burying 2,340 houses, Mayor Fortunato Lliuyac said."}
{"id":"da","lang":"da","date":"2026-05-12","title":"Dæmning ved Quillamarca brast","text":"En dæmning ved kobberminen Quillamarca i Peru brast tirsdag; seks arbejdere omkom og 2.340 huse blev begravet, sagde borgmester Fortunato Lliuyac."}
{"id":"da2","lang":"da","date":"2026-05-12","title":"Norlund Bank hæver renten","text":"Norlund Bank hævede sin styringsrente med et kvart procentpoint til 4,25 procent for at bekæmpe inflationen, sagde formand Henrik Solvang."}
{"id":"bank","lang":"en","date":"2026-05-12","title":"Norlund Bank lifts its key rate","text":"Norlund Bank raised its key interest rate by a quarter point to 4.25 percent to fight inflation, chair Henrik Solvang said."}
X
"$BIN" nearest --lang en in.jsonl > near || fault "nearest: exit"
[ "$(wc -l < near)" -eq 4 ] || fault "nearest: not a line an article"
grep -q '^{"id":"da","nearest":\[{"id":"en",' near || fault "names and numbers do not find the dam: $(grep '"da"' near)"
grep -q '^{"id":"da2","nearest":\[{"id":"bank",' near || fault "names and numbers do not find the bank: $(grep '"da2"' near)"
grep -q '"nearest":\[[^]]*"id":"da"' near && fault "--lang en tells a Danish article"

cat > pairs.jsonl <<'X'
{"id":1,"title1":"Dam gives way","text1":"The dam at Quillamarca gave way, killing six workers.","lang1":"en","title2":"Six dead at Quillamarca","text2":"Six workers died as the Quillamarca dam gave way.","lang2":"en"}
no json

{"id":"two","title1":"Dam gives way","text1":"The dam at Quillamarca gave way, killing six workers.","lang1":"en","title2":"Bank lifts rate","text2":"Norlund Bank raised its key rate to fight inflation.","lang2":"en"}
{"id":"empty"}
X
"$BIN" pairs pairs.jsonl > out 2> err
[ $? -eq 3 ] || fault "pairs: exit"
grep -q 'pairs.jsonl.*line 2' err || fault "pairs: the bad line is not named: $(cat err)"
[ "$(wc -l < out)" -eq 3 ] || fault "pairs: not 3 answers"
grep -q '^{"id":1,"score":0\.[0-9]*,"same":true}$' out || fault "pairs: $(head -n 1 out)"
grep -q '^{"id":"two","score":0[.0-9]*,"same":false}$' out || fault "pairs: $(sed -n 2p out)"
grep -q '^{"id":"empty","score":0,"same":false}$' out || fault "pairs: $(sed -n 3p out)"
"$BIN" pairs not-there 2> err; [ $? -eq 3 ] || fault "pairs of no file: exit"
exit $bad
