# samestory: plain GNU make, not recursive. `make help` tells the targets.

BUILD   ?= build
PREFIX  ?= /usr/local
CC      ?= cc
CXX     ?= c++
VERSION := 0.3.0

PKGS    := icu-i18n icu-uc libxml-2.0 sqlite3 libcjson zlib
DEPFLAGS = -MMD -MP
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
OPT     ?= -O2 -g
SAN     ?=
WERROR  ?=
CPPFLAGS += -Isrc -Iinclude -D_GNU_SOURCE \
	-DSAMESTORY_DATADIR='"$(PREFIX)/share/samestory"' \
	$(shell pkg-config --cflags $(PKGS))
CFLAGS  += -std=c11 $(OPT) $(WARN) $(WERROR) -fPIC -fvisibility=hidden $(SAN)
CXXFLAGS += $(OPT) -Wall -Wextra -fPIC -fvisibility=hidden -fno-rtti \
	-fno-exceptions $(SAN)
LDLIBS  := $(shell pkg-config --libs $(PKGS)) -lstemmer -lcld2 -lstdc++ \
	-lpthread -lm
LDFLAGS += $(SAN)

ROOMS   := base text lexicon record source article evidence twin story brief \
	store learn engine
LIBSRC  := $(sort $(foreach r,$(ROOMS),$(wildcard src/$(r)/*.c)))
LIBCXX  := $(wildcard src/text/*.cc)
APPSRC  := $(sort $(wildcard src/app/*.c))
LIBOBJ  := $(LIBSRC:%.c=$(BUILD)/%.o) $(LIBCXX:%.cc=$(BUILD)/%.o)
APPOBJ  := $(APPSRC:%.c=$(BUILD)/%.o)
# with the folders: a file that is gone makes its folder newer
DATA    := $(shell find data -type f -o -type d 2>/dev/null)
WEB     := $(wildcard web/*)

LEX     := $(BUILD)/samestory.lex
BIN     := $(BUILD)/samestory

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:

all: samestory $(LEX) $(BUILD)/libsamestory.so.0

samestory: $(BIN)
	@cp $< $@.new && mv $@.new $@

$(BIN): $(APPOBJ) $(BUILD)/libsamestory.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/libsamestory.a: $(LIBOBJ)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/libsamestory.so: $(LIBOBJ) src/engine/samestory.map
	$(CC) -shared $(LDFLAGS) -Wl,-soname,libsamestory.so.0 -Wl,-z,defs \
		-Wl,--version-script=src/engine/samestory.map \
		-o $@ $(LIBOBJ) $(LDLIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(DEPFLAGS) $(CFLAGS) -c -o $@ $<

$(BUILD)/%.o: %.cc
	@mkdir -p $(@D)
	$(CXX) $(CPPFLAGS) $(DEPFLAGS) $(CXXFLAGS) -c -o $@ $<

# SQL as one C string.
$(BUILD)/src/store/schema.inc: src/store/schema.sql
	@mkdir -p $(@D)
	sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/.*/"&\\n"/' $< > $@

$(BUILD)/src/store/store.o: $(BUILD)/src/store/schema.inc
$(BUILD)/src/store/store.o: CPPFLAGS += -I$(BUILD)/src/store

# Learned costs of sounds as C strings, a row each.
$(BUILD)/src/lexicon/%.inc: data/names/%.txt
	@mkdir -p $(@D)
	sed -e '/^# /d' -e 's/.*/"&",/' $< > $@

$(BUILD)/src/lexicon/sound_costs.o: $(BUILD)/src/lexicon/sounds.inc \
		$(BUILD)/src/lexicon/sounds_paired.inc
$(BUILD)/src/lexicon/sound_costs.o: CPPFLAGS += -I$(BUILD)/src/lexicon

# What characters are, as ICU has it: a row of 16.
$(BUILD)/classes: $(BUILD)/tools/classes/main.o $(BUILD)/src/text/utf8_wide.o
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/src/text/classes.inc: $(BUILD)/classes
	$< > $@

$(BUILD)/src/text/utf8_class.o: $(BUILD)/src/text/classes.inc
$(BUILD)/src/text/utf8_class.o: CPPFLAGS += -I$(BUILD)/src/text

# Learned costs of pairs of steps: for each former step where its pairs begin,
# the latter steps, the costs.
$(BUILD)/src/lexicon/steps.inc: data/names/steps.txt tools/steps.awk
	@mkdir -p $(@D)
	awk -f tools/steps.awk $< > $@

$(BUILD)/src/lexicon/sound_steps.o: $(BUILD)/src/lexicon/steps.inc
$(BUILD)/src/lexicon/sound_steps.o: CPPFLAGS += -I$(BUILD)/src/lexicon

# Everything below text/ and lexicon/ that the lexicon builder shares.
LEXOBJ := $(filter $(BUILD)/src/base/% $(BUILD)/src/text/% \
	$(BUILD)/src/lexicon/holiday_rule.o,$(LIBOBJ))

$(BUILD)/tools/lexbuild/places.o: CPPFLAGS += $(shell pkg-config --cflags gio-2.0)

$(BUILD)/lexbuild: $(patsubst %.c,$(BUILD)/%.o,$(wildcard tools/lexbuild/*.c)) $(LEXOBJ)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) \
		$(shell pkg-config --libs gio-2.0)

$(LEX): $(BUILD)/lexbuild $(DATA)
	$(BUILD)/lexbuild data $@

# Learns the costs again: $(BUILD)/learn_names $(LEX) FOLDER data/names
$(BUILD)/learn_names: $(patsubst %.c,$(BUILD)/%.o,$(wildcard tools/learn_names/*.c)) \
		$(BUILD)/libsamestory.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# How much of the words of a text the lexicon knows: tools/lint-lexicon --cover
$(BUILD)/cover: $(patsubst %.c,$(BUILD)/%.o,$(wildcard tools/cover/*.c)) \
		$(BUILD)/libsamestory.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# One name among a million: build/bench/search
$(BUILD)/bench/search: $(BUILD)/bench/search.o $(BUILD)/libsamestory.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# ---- tests ---------------------------------------------------------------

UNIT    := $(patsubst %.c,$(BUILD)/%,$(wildcard test/unit/*_test.c))
API     := $(patsubst %.c,$(BUILD)/%,$(wildcard test/api/*_test.c))

# Unit tests see the rooms; what they link is the static library.
$(BUILD)/test/unit/%_test: $(BUILD)/test/unit/%_test.o $(BUILD)/test/lexicon.o \
		$(BUILD)/libsamestory.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# Library tests see the public header alone, and the shared library; a
# sanitizer's runtime is at home in a program only.
ifeq ($(SAN),)
SHARED  := $(BUILD)/libsamestory.so.0
$(BUILD)/test/api/%_test: $(BUILD)/test/api/%_test.o $(SHARED)
	$(CC) $(LDFLAGS) -o $@ $< -L$(BUILD) -Wl,-rpath,'$$ORIGIN/../..' \
		-lsamestory -lm
else
$(BUILD)/test/api/%_test: $(BUILD)/test/api/%_test.o $(BUILD)/libsamestory.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)
endif

$(BUILD)/libsamestory.so.0: $(BUILD)/libsamestory.so
	ln -sf libsamestory.so $@

$(BUILD)/test/%.o: CPPFLAGS += -Itest
.PRECIOUS: $(BUILD)/test/unit/%.o $(BUILD)/test/api/%.o

test-programs: $(UNIT) $(API) $(BUILD)/cover

# Everything that is compiled, without what is made with it.
programs: $(BIN) $(BUILD)/lexbuild $(BUILD)/learn_names \
		$(BUILD)/bench/search $(SHARED) test-programs

test: all test-programs
	@test/run $(BUILD)

demo: all
	@tools/demo

# ---- checks --------------------------------------------------------------

CSRC    := $(shell find src test fuzz tools bench docs examples -name '*.[ch]' 2>/dev/null | sort)

check: check-format check-floors check-lexicon check-clang check-cppcheck \
		check-asan check-tsan
	@echo "check: all well"

check-format:
	clang-format --dry-run --Werror $(CSRC)

check-floors:
	tools/floors

check-lexicon: all
	LEXBUILD=$(BUILD)/lexbuild tools/lint-lexicon data

# Both compilers, warnings are errors.
check-gcc:
	$(MAKE) -s BUILD=build/gcc CC=gcc CXX=g++ WERROR=-Werror OPT=-O1 programs
check-clang: check-gcc
	$(MAKE) -s BUILD=build/clang CC=clang CXX=clang++ WERROR=-Werror OPT=-O0 programs

check-cppcheck: $(BUILD)/src/store/schema.inc $(BUILD)/src/lexicon/sounds.inc \
		$(BUILD)/src/lexicon/sounds_paired.inc $(BUILD)/src/lexicon/steps.inc \
		$(BUILD)/src/text/classes.inc
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,portability \
		--inline-suppr --suppress=missingIncludeSystem -Isrc -Iinclude \
		-I$(BUILD)/src/store -I$(BUILD)/src/lexicon -I$(BUILD)/src/text -D__GNUC__=12 -j2 src

# Sanitized programs read the lexicon of the plain build.
check-asan: $(LEX)
	$(MAKE) -s BUILD=build/asan CC=clang CXX=clang++ OPT='-O1 -g' \
		SAN='-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer' \
		programs
	SAMESTORY_DATA=$(abspath $(LEX)) ASAN_OPTIONS=detect_leaks=1 HANG_SECONDS=100 \
		test/run build/asan

check-tsan: $(LEX)
	$(MAKE) -s BUILD=build/tsan CC=clang CXX=clang++ OPT='-O1 -g' \
		SAN='-fsanitize=thread' build/tsan/samestory
	SAMESTORY_DATA=$(LEX) TSAN_OPTIONS=halt_on_error=1 \
		build/tsan/samestory brief --jobs 8 --format json \
		examples/stories > /dev/null
	SAMESTORY_DATA=$(LEX) TSAN_OPTIONS=halt_on_error=1 \
		build/tsan/samestory evidence --jobs 8 \
		examples/stories/*/*.txt > /dev/null

# ---- fuzzing: make fuzz SECONDS=600 --------------------------------------

FUZZ    := $(patsubst fuzz/%.c,build/fuzz/%,$(wildcard fuzz/fuzz_*.c))
SECONDS ?= 60

ifneq ($(BUILD),build/fuzzobj)
build/fuzzobj/libsamestory.a: FORCE
	$(MAKE) -s BUILD=build/fuzzobj CC=clang CXX=clang++ OPT='-O1 -g' \
		SAN='-fsanitize=address,undefined,fuzzer-no-link' $@
endif

build/fuzz/%: fuzz/%.c build/fuzzobj/libsamestory.a $(LEX)
	@mkdir -p $(@D)
	clang $(CPPFLAGS) -Itest -std=c11 -O1 -g -fsanitize=address,undefined,fuzzer \
		-o $@ $< test/lexicon.c build/fuzzobj/libsamestory.a $(LDLIBS)

fuzz: $(FUZZ)
	@for f in $(FUZZ); do tools/fuzz $$f $(SECONDS) || exit 1; done

# ---- measuring -----------------------------------------------------------

# make bench AREA=dates|numbers|claims PACKS=DIR: public test sets alone
bench: all
	$(if $(AREA),bench/packs.py $(AREA),bench/run)

# Fits the weights of story/ on labelled sets and prints them:
# build/fit_story SHARED PACK
$(BUILD)/fit_story: $(patsubst %.c,$(BUILD)/%.o,$(wildcard tools/fit_story/*.c)) \
		$(BUILD)/libsamestory.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# Sketch and lookup of copies at a million articles; a minute, 1 GB.
$(BUILD)/bench/%: bench/%.c $(BUILD)/libsamestory.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

bench-twin: $(BUILD)/bench/twin
	$<

# ---- installing ----------------------------------------------------------

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig \
		$(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/share/samestory \
		$(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/samestory
	install -m 644 $(BUILD)/libsamestory.a $(DESTDIR)$(PREFIX)/lib/
	install -m 755 $(BUILD)/libsamestory.so $(DESTDIR)$(PREFIX)/lib/libsamestory.so.0
	ln -sf libsamestory.so.0 $(DESTDIR)$(PREFIX)/lib/libsamestory.so
	install -m 644 include/samestory.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 $(LEX) $(DESTDIR)$(PREFIX)/share/samestory/
	install -m 644 docs/samestory.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' \
		tools/samestory.pc.in > $(DESTDIR)$(PREFIX)/lib/pkgconfig/samestory.pc

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

clean:
	rm -rf build samestory demo.html

help:
	@echo "make [all|demo|test|check|fuzz|bench|install|clean]"

.PHONY: all demo test test-programs programs check check-format check-floors \
	check-lexicon check-gcc check-clang check-cppcheck check-asan check-tsan \
	fuzz bench bench-twin install clean help FORCE
