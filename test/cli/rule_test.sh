#!/bin/sh
# why, pin, part: what joined two articles is told; a person's word holds.
bad=0
fault() { echo "$*"; bad=1; }
S() { verb=$1; shift; "$BIN" "$verb" --store s.db "$@"; }
story() { S why "$1" "$2" | sed 's/.*"joined":\([a-z]*\),"by":"\([a-z]*\)".*/\1 \2/'; }

cat > in.jsonl <<'X'
{"id":"1","lang":"en","date":"2026-05-12","title":"Dam at Quillamarca gives way, six dead","text":"A tailings dam at the Quillamarca copper mine in Peru gave way on Tuesday, killing six workers and burying 24 houses, Mayor Fortunato Lliuyac said."}
{"id":"2","lang":"es","date":"2026-05-12","title":"Seis muertos al ceder una presa en Quillamarca","text":"Una presa de relaves de la mina de cobre de Quillamarca, en Perú, cedió el martes; seis trabajadores murieron y 24 casas quedaron sepultadas, dijo el alcalde Fortunato Lliuyac."}
{"id":"3","lang":"en","date":"2026-05-12","title":"Norlund Bank lifts its key rate","text":"Norlund Bank raised its key interest rate by a quarter point to 4.25 percent to fight inflation, chair Henrik Solvang said."}
X
S add in.jsonl > /dev/null || fault "add"
[ "$(story a1 a2)" = "true score" ] || fault "the dam is not one story: $(story a1 a2)"
[ "$(story a1 a3)" = "false score" ] || fault "the bank is the dam: $(story a1 a3)"
# the terms add up to the odds
S why a1 a2 | grep -o '"adds":[-0-9.]*\|"odds":[-0-9.]*' | awk -F: '
    $1 ~ /odds/ { odds = $2 } $1 ~ /adds/ { sum += $2 }
    END { d = sum - odds; exit !(d < 0.01 && d > -0.01) }' || fault "terms do not add up"
S why --format text a1 a2 | grep -qi 'quillamarca' || fault "no Quillamarca in words"

S part a1 a2 || fault "part: exit"
[ "$(story a1 a2)" = "false part" ] || fault "parted, yet $(story a1 a2)"
S pin a1 a3 || fault "pin: exit"
[ "$(story a3 a1)" = "true pin" ] || fault "pinned, yet $(story a1 a3)"
# for ever: more articles come in
sed 's/"id":"1"/"id":"4"/; s/gave way/has given way/; s/Mayor/its mayor,/' in.jsonl | head -n 1 | S add - > /dev/null
[ "$(story a1 a2)" = "false part" ] || fault "the part was forgotten"
[ "$(story a1 a3)" = "true pin" ] || fault "the pin was forgotten"
# taken back
S pin a1 a2 || fault "pin after part"
[ "$(story a1 a2)" = "true pin" ] || fault "the later word does not hold"

S why a1 a99 2> /dev/null; [ $? -eq 1 ] || fault "why of nothing: exit $?"
S why a1 2> /dev/null; [ $? -eq 2 ] || fault "why of one: exit"
S pin a1 a1 2> /dev/null; [ $? -eq 2 ] || fault "pin of one with itself"
exit $bad
