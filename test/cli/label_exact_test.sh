#!/bin/sh
# A word that only shares its stem with a concept qualifies no figure: a ship
# named Vrouwe is no woman.
cat > pages.jsonl <<'J'
{"title": "Schip ligt vast in Dorvan", "lang": "nl", "date": "2026-03-04", "text": "In de haven van Dorvan wacht sinds dinsdag de Vrouwe Margriet met 300 ton aardappelen, zei de havenmeester."}
J
"$BIN" brief --format json pages.jsonl > out
grep -o '"label":"[^"]*","status"' out > labels
grep -q 'potato' labels && ! grep -q 'woman' labels || { cat labels; exit 1; }
