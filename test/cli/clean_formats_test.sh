#!/bin/sh
# `clean` as lines, text, Markdown and HTML, with links and without, and the
# two directions of its judgement.
bad=0
cat > page.html <<'X'
<html lang="en"><head><base href="https://orr.example/news/"><title>Mill to close</title></head><body><nav><a href="/">Home</a></nav><main><h1>Mill to close</h1>
<p>  <a href="mill.html"> The paper mill </a> at Orr will close in June, and <a href="https://union.example/?a=1&amp;b=(2)">two hundred &amp; ten people</a> will lose their work, <a href="javascript:x()">they say</a>.</p>
<h2>No *buyer* yet</h2>
<blockquote>Every ton of <a href="/paper">paper</a> has been a loss since the autumn, and nobody wants to buy losses.</blockquote>
<p>Its owner <a href="#top">said</a> so on Friday, when the workers came together in the yard of the mill to hear him speak.</p>
<ul><li>One line</li></ul><div>and another one amid the prose, of no great length</div>
<p>The town will help to find new work for those who lose theirs, the mayor told the Orr Gazette on Friday.</p></main></body></html>
X
same() { # what, in file "want"
    diff want out > difference || { echo "$1:"; cat difference; bad=1; }
}

"$BIN" clean --with-links --format md page.html > out
cat > want <<'X'
# Mill to close

[The paper mill](https://orr.example/news/mill.html) at Orr will close in June, and [two hundred & ten people](https://union.example/?a=1&b=%282%29) will lose their work, they say.

## No \*buyer\* yet

> Every ton of [paper](https://orr.example/paper) has been a loss since the autumn, and nobody wants to buy losses.

Its owner said so on Friday, when the workers came together in the yard of the mill to hear him speak.

One line

and another one amid the prose, of no great length

The town will help to find new work for those who lose theirs, the mayor told the Orr Gazette on Friday.

X
same "md with links"
"$BIN" clean --format md page.html > out
sed -e 's/\[\([^]]*\)\]([^)]*)/\1/g' want > plain && mv plain want
same "md"

"$BIN" clean --with-links --format html page.html > out
cat > want <<'X'
<article lang="en">
<h1>Mill to close</h1>
<p><a href="https://orr.example/news/mill.html">The paper mill</a> at Orr will close in June, and <a href="https://union.example/?a=1&amp;b=%282%29">two hundred &amp; ten people</a> will lose their work, they say.</p>
<h2>No *buyer* yet</h2>
<blockquote>Every ton of <a href="https://orr.example/paper">paper</a> has been a loss since the autumn, and nobody wants to buy losses.</blockquote>
<p>Its owner said so on Friday, when the workers came together in the yard of the mill to hear him speak.</p>
<p>One line</p>
<p>and another one amid the prose, of no great length</p>
<p>The town will help to find new work for those who lose theirs, the mayor told the Orr Gazette on Friday.</p>
</article>
X
same "html with links"
"$BIN" clean --format html page.html > out
sed -e 's/<a [^>]*>//g' -e 's/<.a>//g' want > plain && mv plain want
same "html"

# in lines the links are there where they are asked for alone, and their bytes
# are those of their words
"$BIN" clean page.html | grep -q '"links"' && { echo "links unasked"; bad=1; }
"$BIN" clean --with-links page.html > out
for part in \
    '"links":[{"start":0,"end":14,"text":"The paper mill","url":"https://orr.example/news/mill.html"},{"start":46,"end":70,' \
    '{"kind":"chrome","lang":"en","text":"Home","links":[{"start":0,"end":4,"text":"Home","url":"https://orr.example/"}]}' \
    '"links":[]'; do
    grep -qF -- "$part" out || { echo "jsonl: no $part"; bad=1; }
done
grep -qF javascript: out && { echo "a script is no link"; bad=1; }

# a base that is a script leads nowhere
sed 's|<base href="[^"]*">|<base href="javascript:a/">|' page.html > base.html
"$BIN" clean --with-links base.html | grep -q 'javascript:' && { echo "a script by way of the base"; bad=1; }

# rather too little, rather too much
"$BIN" clean --format text --precision page.html | grep -q 'another one' && { echo "--precision keeps a loose line"; bad=1; }
"$BIN" clean --format text --precision page.html | grep -q 'The town will help' || { echo "--precision drops prose"; bad=1; }
"$BIN" clean --format text --recall --with-links page.html | grep -q 'another one' || { echo "--recall drops a line"; bad=1; }
sed 's|<main>|<main><div class="sidebar"><p>Words in a bar at the side are no article, unless one would rather have too much of it.</p></div>|' page.html > side.html
"$BIN" clean --format text side.html | grep -q 'bar at the side' && { echo "a side bar is kept"; bad=1; }
"$BIN" clean --format text --recall side.html | grep -q 'bar at the side' || { echo "--recall drops a side bar"; bad=1; }
exit $bad
