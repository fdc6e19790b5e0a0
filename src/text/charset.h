/*
 * charset.h - any bytes to UTF-8 NFC.
 *
 * Order of belief: byte order mark, the transport's word, the document's
 * own declaration, validity as UTF-8, ICU's detector on the first 4 KB.
 * Never fails: what cannot be read becomes U+FFFD. NUL and other control
 * characters but tab, newline and form feed become spaces; CR LF and CR
 * become newlines.
 */
#ifndef SAMESTORY_TEXT_CHARSET_H
#define SAMESTORY_TEXT_CHARSET_H

#include "base/arena.h"

/* declared: a charset name from HTTP or meta, or the empty str. */
str charset_to_utf8(str bytes, str declared, struct arena *);
/* Whether the bytes are likely no text at all (pictures, archives). */
bool charset_binary(str bytes);
/* NFC of text that is UTF-8 already; the same memory where it was NFC. */
str charset_nfc(str text, struct arena *);

#endif
