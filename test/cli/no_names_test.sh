# Of 300 sentences in 20 languages that name nobody, at most 5 seem to.
found=0
for f in "$ROOT"/test/no_names/*.txt; do
    n=$("$BIN" evidence --kind name "$f" | grep -o '"start":' | wc -l)
    found=$((found + n))
done
[ "$(cat "$ROOT"/test/no_names/*.txt | wc -l)" -eq 300 ] || exit 1
[ "$found" -le 5 ] || { echo "$found names found"; exit 1; }
