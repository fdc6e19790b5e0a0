# Words are learned from texts in two languages into a file of their own,
# which every command reads until it is deleted.
export SAMESTORY_ROWS=$PWD/own
cat > both.tsv <<'END'
#ru	en
зорболёт и солдаты	a ferry and soldiers
зорболёт и фробник	the ferry with frobnik
фробник и солдаты	frobnik and soldiers
ещё зорболёт	one more ferry
ещё фробник	more frobnik
END
"$BIN" lexicon learn --lang ru both.tsv 2> err || { cat err; exit 1; }
printf '#concept\tclass\tru\ten\n+frobnik\tverb\tфробник\tfrobnik\nferry\tthing\tзорболёт\t\n' |
    cmp - own/learned.tsv || { cat own/learned.tsv; exit 1; }
"$BIN" lexicon show зорболётом | grep -q '"key":"ferry"' || exit 1

# learning anew starts from the shipped words: the same again
"$BIN" lexicon learn --lang ru --to again.tsv both.tsv 2> /dev/null || exit 1
cmp own/learned.tsv again.tsv || exit 1
rm own/learned.tsv
"$BIN" lexicon show зорболёт 2> /dev/null && exit 1

# of what says nothing of the two languages each file is named
"$BIN" lexicon learn --lang ar both.tsv 2> err
[ $? -eq 3 ] && grep -q 'both.tsv: no texts of these two languages' err || exit 1
[ ! -e own/learned.tsv ] || exit 1
echo 'no	pair' > few.tsv
"$BIN" lexicon learn --lang ar few.tsv 2> err
[ $? -eq 1 ] && grep -q 'nothing was learned' err || exit 1
"$BIN" lexicon learn --lang xx few.tsv 2> err
[ $? -eq 2 ] || exit 1
"$BIN" lexicon learn few.tsv 2> err
[ $? -eq 2 ] || exit 1

# a store is only learned from where it is asked for; two pages are no three
# events
"$BIN" add --store s.db both.tsv > /dev/null 2>&1
"$BIN" lexicon learn --from-store --store s.db 2> err
[ $? -eq 1 ] && grep -q 'nothing was learned' err || { cat err; exit 1; }
"$BIN" lexicon learn --from-store --store missing.db 2> err
[ $? -eq 4 ] || exit 1
