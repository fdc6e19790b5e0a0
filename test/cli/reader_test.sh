#!/bin/sh
# Labels of figures are in the language that the reader asks for, and a
# language the lexicon lacks is refused by name.
set -u
cat > pages.jsonl <<'J'
{"title": "Fire in Dorvan", "lang": "en", "published": "2026-03-04", "text": "A fire killed 14 people in the town of Dorvan on Tuesday, police said. Forty rescuers were at the scene for nine hours."}
J
bad=0
label() { "$BIN" brief --format json "$@" pages.jsonl | grep -o '"label":"[^"]*","status"' | head -1; }
[ "$(label)" = '"label":"people killed","status"' ] || { echo "english: $(label)"; bad=1; }
[ "$(label --reader de)" = '"label":"Menschen, Tote","status"' ] || { echo "german: $(label --reader de)"; bad=1; }
"$BIN" brief --reader vi pages.jsonl > out 2> err && { echo "vi was taken"; bad=1; }
grep -q 'no labels in vi' err || { echo "vi: $(cat err)"; bad=1; }
exit $bad
