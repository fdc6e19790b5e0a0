#!/bin/sh
# Pages made to hurt: each ends with a verdict, an article or a reason why
# there is none, and none hangs (what each costs is told in bench/RESULTS.md).
bad=0

page() { # what stands in the body, on standard input
    printf '<!DOCTYPE html><html><head><title>Harbour wall gives way</title></head><body>'
    cat
    printf '<p>The old wall of the harbour gave way in the night, and the market stood under water until noon.</p></body></html>'
}
many() { # count words
    awk -v n="$1" -v s="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", s }'
}

many 60000 '<div><b><i><font>' | page > deep.html
many 20000 '<b><p>x<i></b>' | page > misnested.html
{ printf '<div '; awk 'BEGIN { for (i = 0; i < 100000; i++) printf "a%d=\"%d\" ", i, i }'; printf '>'; } | page > attributes.html
{ printf '<p class="'; many 3000000 'x '; } | page > endless_tag.html
many 500000 '&amp;&lt;&#x41;&notanentity;' | page > entities.html
many 300000 '<script>' | page > scripts.html
many 300000 '<!-- <!' | page > comments.html
many 300000 '<svg><' | page > drawings.html
many 100000 '<a rel="author" class="author byline">Ann Lee' | page > authors.html
{ printf '<script type="application/ld+json">'; many 500000 '{"@graph":['; printf '</script>'; } | page > graph.html
many 200000 '<script type="application/ld+json">{"@type":"Article"' | page > json.html
many 100000 '<table><tr><td>x' | page > tables.html
{ many 300000 '<p>'; many 300000 '</div>'; } | page > ends.html
# states of scripts: a text that stands for a million names, objects without an
# end, rows that name each other
state() { printf '<!DOCTYPE html><html><head><title>Harbour wall gives way</title></head><body><script>'; cat; printf '</script></body></html>'; }
{ printf 'window.__NUXT__=(function(a){return {body:['; many 1000000 'a,'; printf 'a]}}("'; many 20000 'many words here. '; printf '"));'; } | state > state_function.html
many 500000 'window.__X= {' | state > state_open.html
many 300000 'window.__X= {a:["' | state > state_quotes.html
{ printf 'self.__next_f.push([1,"'; many 60000 '1:[\\"$\\",\\"p\\",null,{\\"children\\":\\"$2\\"}]\\n2:T4,word'; printf '"])'; } | state > state_rows.html
# 200 MB, mostly one line; the limit on the size of a page lets it in
{ many 13000000 'Water rose a lot '; } | page > huge.html

for f in *.html; do
    ( ulimit -t "${HANG_SECONDS:-10}"; timeout 120 "$BIN" clean --jobs 1 --max-bytes 300M "$f" > out 2> err )
    status=$?
    case $status in
    0) [ "$(wc -l < out)" -eq 1 ] || { echo "$f: no article"; bad=1; } ;;
    3) grep -q "^samestory: $f: " err || { echo "$f: no reason"; bad=1; } ;;
    *) echo "$f: exit $status"; head -n 2 err; bad=1 ;;
    esac
done
exit $bad
