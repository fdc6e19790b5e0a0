#!/bin/sh
# A store that is none, or a later version's, is refused and left alone.
bad=0
page=$ROOT/examples/stories/03-karaburc-museum/a1.txt
refused() { # file words
    cp "$1" before
    "$BIN" add --store "$1" "$page" > out 2> err
    [ $? -eq 4 ] || { echo "$1: not refused"; bad=1; }
    [ -s out ] && { echo "$1: words on stdout"; bad=1; }
    [ "$(wc -l < err)" -eq 1 ] || { echo "$1: not one line"; cat err; bad=1; }
    grep -q "$2" err || { echo "$1: no '$2' in:"; cat err; bad=1; }
    cmp -s "$1" before || { echo "$1 was changed"; bad=1; }
}
printf 'My diary. Today I wrote nothing, and tomorrow I shall write more of it.\n' > diary.txt
refused diary.txt 'diary.txt'

# the version stands in bytes 60 to 63 of the file (SQLite's user_version)
"$BIN" add --store later.db "$page" > /dev/null || exit 1
rm -f later.db-wal later.db-shm
printf '\000\000\003\347' | dd of=later.db bs=1 seek=60 conv=notrunc 2> /dev/null
refused later.db 'later'

# a torn file is told of, not crashed on
"$BIN" add --store torn.db "$page" > /dev/null || exit 1
rm -f torn.db-wal torn.db-shm
head -c 9000 /dev/zero | tr '\0' 'x' | dd of=torn.db bs=1 seek=4096 conv=notrunc 2> /dev/null
"$BIN" find --store torn.db museum > out 2> err
status=$?
[ "$status" -eq 4 ] || [ "$status" -eq 1 ] || { echo "torn.db: exit $status"; cat err; bad=1; }
exit $bad
