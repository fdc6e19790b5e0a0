# samestory: plain GNU make, not recursive. `make help` tells the targets.

BUILD   ?= build
PREFIX  ?= /usr/local
CC      ?= cc
CXX     ?= c++
VERSION := 0.1.0

PKGS    := icu-i18n icu-uc libxml-2.0 sqlite3 libcjson libdeflate zlib
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
	store engine
LIBSRC  := $(sort $(foreach r,$(ROOMS),$(wildcard src/$(r)/*.c)))
LIBCXX  := $(wildcard src/text/*.cc)
APPSRC  := $(sort $(wildcard src/app/*.c))
LIBOBJ  := $(LIBSRC:%.c=$(BUILD)/%.o) $(LIBCXX:%.cc=$(BUILD)/%.o)
APPOBJ  := $(APPSRC:%.c=$(BUILD)/%.o)
DATA    := $(shell find data -type f 2>/dev/null)
WEB     := $(wildcard web/*)

LEX     := $(BUILD)/samestory.lex
BIN     := $(BUILD)/samestory

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:

all: samestory $(LEX) $(BUILD)/libsamestory.so

samestory: $(BIN)
	@cp $< $@.new && mv $@.new $@

$(BIN): $(APPOBJ) $(BUILD)/libsamestory.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/libsamestory.a: $(LIBOBJ)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/libsamestory.so: $(LIBOBJ) src/engine/samestory.map
	$(CC) -shared $(LDFLAGS) -Wl,-soname,libsamestory.so.0 \
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

# Everything below text/ and lexicon/ that the lexicon builder shares.
LEXOBJ := $(filter $(BUILD)/src/base/% $(BUILD)/src/text/%,$(LIBOBJ))

$(BUILD)/tools/lexbuild/places.o: CPPFLAGS += $(shell pkg-config --cflags gio-2.0)

$(BUILD)/lexbuild: $(patsubst %.c,$(BUILD)/%.o,$(wildcard tools/lexbuild/*.c)) $(LEXOBJ)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) \
		$(shell pkg-config --libs gio-2.0)

$(LEX): $(BUILD)/lexbuild $(DATA)
	$(BUILD)/lexbuild data $@

-include $(LIBOBJ:.o=.d) $(APPOBJ:.o=.d) $(wildcard $(BUILD)/*/*.d $(BUILD)/*/*/*.d)

clean:
	rm -rf build samestory demo.html

.PHONY: all clean
