#!/bin/sh
# The four formats of a brief, and no markup out of hostile pages.
bad=0
dir=$ROOT/examples/stories/03-karaburc-museum
for f in text json html md; do
    "$BIN" brief --format $f "$dir"/*.txt > out.$f 2> err || { echo "$f: exit"; cat err; bad=1; }
    [ -s out.$f ] || { echo "$f: nothing"; bad=1; }
    "$BIN" brief -f $f -o file.$f "$dir"/*.txt || { echo "$f -o: exit"; bad=1; }
    cmp -s out.$f file.$f || { echo "$f: -o gives other bytes"; bad=1; }
    iconv -f UTF-8 -t UTF-8 out.$f > /dev/null || { echo "$f: no UTF-8"; bad=1; }
done
grep -q "$(printf '\033')" out.text && { echo "text: colour into a file"; bad=1; }
"$BIN" brief --full --format text "$dir"/*.txt > full.text
[ "$(wc -c < full.text)" -ge "$(wc -c < out.text)" ] || { echo "--full is shorter"; bad=1; }
[ "$(wc -l < out.json)" -eq 1 ] || { echo "json: not one line"; bad=1; }
grep -q '^{"schema":"samestory.brief/1","articles":\[{"id":"a1",' out.json || { echo "json: head"; bad=1; }
grep -qi '^<!doctype html>' out.html || { echo "html: no doctype"; bad=1; }
# one file that needs nothing else
grep -qiE '(src|href)="?(https?:)?//' out.html && grep -qiE '<(script|link|img)[^>]*(src|href)="?(https?:)?//' out.html &&
    { echo "html: fetches something"; bad=1; }

cat > evil.jsonl <<'X'
{"id":"<b>1","title":"<script>alert(1)</script> Dam \"breaks\" & 17 die","url":"javascript:alert(1)","source":"<img src=x onerror=alert(2)>","text":"ROME, July 26 (AP) — The dam broke on Monday, killing 17 people, said Mayor Anna <i>Berg</i>. \"It is </script><svg onload=alert(3)> a disaster,\" said Anna Berg. Some 40 houses were lost."}
{"id":"2\"'>","title":"Dam breaks, 19 die <!-- ","url":"https://x.example/\"><script>alert(4)</script>","text":"ROME, July 27 — The dam broke on Monday, killing 19 people, Mayor Anna Berg said. Some 40 houses were lost in <iframe src=//evil.example>Rome</iframe>. \u202eevil\u0007 \u001b[2J"}
X
for f in text json html md; do
    "$BIN" brief --full --format $f evil.jsonl > evil.$f 2> err || { echo "evil $f: exit"; cat err; bad=1; }
    tr -d '\n\t\040-\377' < evil.$f | grep -q . && { echo "evil $f: control characters"; bad=1; }
done
grep -qiE '<(script|svg|iframe|img|i|b)[ >]' evil.html && grep -qiE '<script>alert|<svg|<iframe|<img|<i>Berg|<b>1' evil.html &&
    { echo "html: markup of a page went through"; grep -oiE '.{20}(<script>alert|<svg|<iframe|<img|<i>Berg|<b>1).{20}' evil.html | head -n 5; bad=1; }
grep -qiE 'href="?javascript:' evil.html && { echo "html: javascript link"; bad=1; }
# in Markdown a mark behind a backslash is none
sed "s,\\\\<,,g" evil.md | grep -nE "<(script|svg|iframe|img)" && { echo "md: markup of a page went through"; bad=1; }
exit $bad
