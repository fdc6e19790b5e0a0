# Rows of a user are checked, kept, and read by every command until the file
# is deleted.
export SAMESTORY_ROWS=$PWD/own/words
tab=$(printf '\t')
cat > mine.tsv <<END
#concept${tab}class${tab}en${tab}ru
zorbing${tab}thing${tab}zorb${tab}зорб
ferry${tab}${tab}zorbliner${tab}
bad${tab}thing${tab}зорб${tab}
newzorb${tab}${tab}newzorb${tab}
END
"$BIN" lexicon add mine.tsv 2> err
[ $? -eq 3 ] || exit 1
grep -q 'mine.tsv:4: letters' err || { cat err; exit 1; }
grep -q 'mine.tsv: newzorb is a new concept and has no class' err || exit 1
grep -q "2 rows in $SAMESTORY_ROWS/lexicon.tsv" err || { cat err; exit 1; }

# a second file is merged with what is there
printf '#concept\ten\nzorbing\tzorber\n' > more.tsv
"$BIN" lexicon add more.tsv 2> /dev/null || exit 1
cat > want <<END
#concept${tab}class${tab}ru${tab}en
ferry${tab}thing${tab}${tab}zorbliner
zorbing${tab}thing${tab}зорб${tab}zorb|zorber
END
cmp want "$SAMESTORY_ROWS/lexicon.tsv" || exit 1

echo '{"id":"1","lang":"en","title":"","text":"Three zorbliners and four zorbers sank."}' > page.jsonl
read_it() { "$BIN" look --at=says page.jsonl | cut -f3 | grep -c 'ferry\|zorbing'; }
[ "$(read_it)" -eq 2 ] || exit 1
"$BIN" lexicon show зорбами > out || exit 1
grep -qF '"key":"zorbing","class":"thing","added":true,"words":{"ru":["зорб"],"en":["zorb","zorber"]}' out ||
    { cat out; exit 1; }
# every word of a concept, those of a user last; every concept of a word
"$BIN" lexicon show ferry > out || exit 1
grep -q '"en":\["ferry",.*,"zorbliner"\]' out || { cat out; exit 1; }
"$BIN" lexicon show ракета --format text > out || exit 1
grep -qx '    fr  missile, missiles' out || { cat out; exit 1; }
grep -c '^  concept' out | grep -qx 2 || { cat out; exit 1; }
"$BIN" lexicon show qqzorbqq > out 2> err
[ $? -eq 1 ] && grep -q 'qqzorbqq: not known' err || exit 1

# a line that is no row stops every command, by its number
echo 'junk' > "$SAMESTORY_ROWS/learned.tsv"
"$BIN" lang page.jsonl > out 2> err
[ $? -eq 4 ] && grep -q 'learned.tsv:1: ' err || { cat err; exit 1; }
rm "$SAMESTORY_ROWS/learned.tsv" "$SAMESTORY_ROWS/lexicon.tsv"
[ "$(read_it)" -eq 0 ] || exit 1

# --to keeps them elsewhere, where nothing reads them
"$BIN" lexicon add --to there.tsv more.tsv 2> err
[ $? -eq 3 ] && [ ! -e there.tsv ] || exit 1 # zorbing is new again
"$BIN" lexicon add --to there.tsv mine.tsv 2> /dev/null
[ -s there.tsv ] && [ ! -e "$SAMESTORY_ROWS/lexicon.tsv" ] || exit 1
"$BIN" lexicon frob x 2> err
[ $? -eq 2 ] || exit 1
