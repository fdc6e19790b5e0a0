-- schema.sql - what the store remembers. A new version is a new step at the
-- end; steps are never changed. user_version counts the steps taken.

-- step 1
CREATE TABLE article (
    id          INTEGER PRIMARY KEY,
    content     INTEGER NOT NULL,        -- hash of text
    path        TEXT NOT NULL,
    given_id    TEXT NOT NULL DEFAULT '',
    url         TEXT NOT NULL DEFAULT '',
    title       TEXT NOT NULL DEFAULT '',
    byline      TEXT NOT NULL DEFAULT '[]',
    agency      TEXT NOT NULL DEFAULT '',
    site        TEXT NOT NULL DEFAULT '',
    published   TEXT NOT NULL DEFAULT '',
    published_from INTEGER NOT NULL DEFAULT 0,
    anchor      TEXT NOT NULL DEFAULT '',
    lang        TEXT NOT NULL DEFAULT 'und',
    text        TEXT NOT NULL,
    blocks      TEXT NOT NULL,           -- JSON: [kind, lang, kept, start, end or words]
    extra       TEXT NOT NULL DEFAULT '',
    story       INTEGER,                 -- NULL: not placed yet
    voice       INTEGER
);
CREATE UNIQUE INDEX article_same ON article (content, url, path);
CREATE INDEX article_story ON article (story);
CREATE INDEX article_day ON article (published);

CREATE TABLE story (
    id          INTEGER PRIMARY KEY,
    merged_into INTEGER REFERENCES story (id)  -- look there
);

CREATE VIRTUAL TABLE words USING fts5 (
    terms, meanings, content='',
    tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
);
