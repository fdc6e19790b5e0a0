/*
 * json.h - JSON in and out. Writing is by buf; reading goes through cJSON,
 * which only json.c knows. Depth and size are bounded at the door.
 */
#ifndef SAMESTORY_BASE_JSON_H
#define SAMESTORY_BASE_JSON_H

#include "arena.h"
#include "buf.h"

/*
 * A writer that puts the commas. Keys and strings are escaped; bytes that
 * are not UTF-8 become U+FFFD. Example:
 *     json_open(&w, '{'); json_key(&w, "id"); json_str(&w, id);
 *     json_close(&w, '}');
 */
struct json_writer {
    struct buf *out;
    bool comma; /* something stands before at this level */
};

void json_open(struct json_writer *, char bracket); /* '{' or '[' */
void json_close(struct json_writer *, char bracket);
void json_key(struct json_writer *, const char *);
void json_str(struct json_writer *, str);
void json_z(struct json_writer *, const char *); /* NULL: null */
/* The shortest decimal that reads back the same; null where not finite. */
void json_num(struct json_writer *, double);
void json_bool(struct json_writer *, bool);
void json_null(struct json_writer *);
void json_raw(struct json_writer *, str); /* JSON already */

/* A parsed value; lives until json_free. NULL where it is not JSON. */
struct json;
#define JSON_MOST_DEPTH 200
struct json *json_parse(str);
void json_free(struct json *);

/* Of an object; NULL where there is none (or j is NULL or no object). */
const struct json *json_get(const struct json *, const char *key);
/* Elements of an array or members of an object, in order. */
const struct json *json_first(const struct json *);
const struct json *json_next(const struct json *);
str json_name(const struct json *); /* its key in the object it stands in */
/* (str){0} where it is no string. */
str json_text(const struct json *);
/* The text of the field `name` with a number behind it, as in "text2". */
str json_text_nth(const struct json *, const char *name, size_t nth);
bool json_is_array(const struct json *);
bool json_is_object(const struct json *);
bool json_number(const struct json *, double *out);
/* Prints a value back, compact. */
void json_print(const struct json *, struct buf *out);

#endif
