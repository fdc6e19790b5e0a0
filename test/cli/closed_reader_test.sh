#!/bin/sh
# When the reader has enough, the program ends quietly; what was written are
# whole lines.
bad=0
awk 'BEGIN { for (i = 0; i < 20000; i++) print "The mayor spoke to " i " people on Friday." }' > in
{ "$BIN" lang --jobs 4 in 2> err; echo "$?" > status; } | head -n 3 > out
[ "$(wc -l < out)" -eq 3 ] || { echo "not three lines"; bad=1; }
[ "$(grep -c '^{.*}$' out)" -eq 3 ] || { echo "a partial line"; bad=1; }
[ -s err ] && { echo "words on stderr:"; head -n 3 err; bad=1; }
case $(cat status) in
0 | 141) ;;
*) echo "exit $(cat status)"; bad=1 ;;
esac

# a whole document or nothing, also in a file: the old one stays until then
echo old > brief.json
"$BIN" brief --format json -o brief.json not-there 2> err
[ $? -eq 3 ] || { echo "brief -o: exit"; bad=1; }
grep -q '"stories":\[\]}' brief.json || { echo "brief -o wrote no brief"; bad=1; }
ls | grep -q 'brief.json.new' && { echo "a half file was left"; bad=1; }
exit $bad
