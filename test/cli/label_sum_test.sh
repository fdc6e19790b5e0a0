#!/bin/sh
# An amount of money is labelled with what the pages that say so call it, though
# other pages tell the sum alone.
cat > pages.jsonl <<'J'
{"id": "a", "title": "Flood in Dorvan", "lang": "en", "date": "2026-03-04", "text": "A flood hit Dorvan on Tuesday. The government released 75 million euros in aid."}
{"id": "b", "title": "Überschwemmung in Dorvan", "lang": "de", "date": "2026-03-04", "text": "Eine Überschwemmung traf am Dienstag Dorvan. Die Regierung gab 75 Millionen Euro Hilfe frei."}
{"id": "c", "title": "Inondation à Dorvan", "lang": "fr", "date": "2026-03-04", "text": "Une inondation a touché Dorvan mardi. Le gouvernement a débloqué 75 millions d'euros."}
{"id": "d", "title": "Alluvione a Dorvan", "lang": "it", "date": "2026-03-04", "text": "Un'alluvione ha colpito Dorvan martedì. Il governo ha stanziato 75 milioni di euro."}
J
"$BIN" brief --format json pages.jsonl > out
grep -o '"label":"[^"]*","status"' out > labels
grep -q '"aid, euro' labels || { cat labels; exit 1; }
