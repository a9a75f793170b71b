# Duly. `make run` and `make test` do all the set-up on Debian and Ubuntu; elsewhere they say what is missing.
SWIFT ?= swift
PREFIX ?= /usr/local
BENCH_FOLDER ?= $(or $(TMPDIR),/tmp)/duly-bench

# One optimised build for `make run`, `make install`, `make bench` and `make torture`. It carries the language's library
# within it: it starts sooner, and runs where no Swift is.
OPTIMISED = -c release --static-swift-stdlib --scratch-path .build-release
BUILT = .build-release/release

TESTED = -c release -Xswiftc -enable-testing --scratch-path .build-test

# What the program is built on, and what its tests drive it with.
BUILD_PACKAGES = libncurses-dev libcsv-dev libsqlite3-dev zlib1g-dev libexpat1-dev libssl-dev $(TELEPHONE_PACKAGES)
# Reads telephone numbers; linked statically, with what it is built on.
TELEPHONE_PACKAGES = libphonenumber-dev libprotobuf-dev libabsl-dev libicu-dev
TORTURE_PACKAGES = python3 gcc libc6-dev
TEST_PACKAGES = tmux sqlite3 python3-icalendar $(TORTURE_PACKAGES)
BENCH_PACKAGES = git sqlite3 tig newsboat

# The fuzzer's library, where the toolchain has one, and for how long it looks.
FUZZER = $(firstword $(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift/clang/lib/linux/libclang_rt.fuzzer_no_main-$(shell uname -m).a))
FUZZ_SECONDS ?= 600

.PHONY: run check recognition docs format test fuzz torture sanitize bench install uninstall clean \
  set-up-build set-up-test set-up-bench set-up-torture

# How often `make torture` kills the program; a fault that was found is seen again with its seed.
KILLS ?= 500
FAULTS ?= 60
SEED ?= $(shell date +%s)

# Opens the workstation on a demo book, made afresh for today.
run: set-up-build
	$(SWIFT) build --product duly $(OPTIMISED)
	$(BUILT)/duly demo

# The quick loop: an unoptimised build and the tests of what doesn't start programs. FILTER takes names of tests.
QUICK_TESTS = FilesTests|HashingTests|SheetsTests|ReceivablesTests|ExchangeTests|SettingsTests|$(DESK_TESTS)
DESK_TESTS = TerminalTests|WorkstationTests|RuntimeTests
FILTER ?= ^($(QUICK_TESTS))\.
check: set-up-build
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --filter "$(FILTER)"

# How many exports of Tests/Extracts are read rightly, asked about, wrong, and silently wrong.
recognition: set-up-build
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --filter RecognitionTests

# The documentation of the library targets, from their docstrings, in .build-docs; a warning is an error.
docs: set-up-build
	$(SWIFT) build
	python3 .ci/docs.py $(SWIFT)

# Formats all sources; `make test` refuses what isn't formatted.
FORMATTED = --recursive --parallel --configuration .swift-format Sources Tests Package.swift
format:
	$(SWIFT) format --in-place $(FORMATTED)

# Optimised, as it is installed: an optimiser has lost figures that an unoptimised build kept.
test: set-up-build set-up-test
	$(SWIFT) format lint --strict $(FORMATTED)
	python3 .ci/docstrings.py
	$(SWIFT) build --build-tests $(TESTED)
	$(SWIFT) test --skip-build $(TESTED)
	DULY_FUZZ_SECONDS=10 $(SWIFT) test --skip-build $(TESTED) --filter "^FuzzTests\.SeededFuzzTests"
	python3 Tests/Torture/torture.py --duly .build-test/release/duly --kills 40 --faults 3

# Looks for bytes that a reader stumbles over, for FUZZ_SECONDS each: files to import, typed words and users' files,
# note lines, key input. By hand, for it needs a build of its own; what it finds goes into the corpus together with the
# mending.
FUZZ_TARGETS ?= import words notes keys
CORPUS_import = Corpus -dict=Tests/Fuzz/import.dict -max_len=4096
CORPUS_words = WordCorpus -max_len=2048
CORPUS_notes = NoteCorpus -max_len=512
CORPUS_keys = KeyCorpus -max_len=512
fuzz: set-up-build
	@[ -n "$(FUZZER)" ] || { echo "This toolchain has no fuzzer library (libclang_rt.fuzzer_no_main)." >&2; exit 1; }
	DULY_FUZZ=1 $(SWIFT) build -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --product Fuzzer \
	  -Xlinker $(FUZZER) -Xlinker -lstdc++
	@mkdir -p .build-fuzz/found
	@$(foreach target,$(FUZZ_TARGETS),mkdir -p .build-fuzz/seen-$(target) && echo "Fuzzing: $(target)" && \
	  DULY_FUZZ_TARGET=$(target) .build-fuzz/release/Fuzzer .build-fuzz/seen-$(target) Tests/Fuzz/$(CORPUS_$(target)) \
	  -artifact_prefix=.build-fuzz/found/$(target)- -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 \
	  -print_final_stats=1 -verbosity=0 &&) true

# Kills the program, fails its calls, breaks its log, feeds it hostile text: nothing may be lost, half-written or let
# through.
torture: set-up-build set-up-torture
	$(SWIFT) build --product duly $(OPTIMISED)
	python3 Tests/Torture/torture.py --duly $(BUILT)/duly --kills $(KILLS) --faults $(FAULTS) --seed $(SEED)

# The tests of the targets that don't start programs, under the sanitizers of addresses and of threads. Tests that start
# the program see it without: a sanitizer's memory doesn't fit beside its limits. What the toolchain can't do is in
# Tests/Sanitizers, each with its reason. By hand: on two busy cores a build takes 15 minutes, and a run more than nine.
SANITIZED = --filter "^($(QUICK_TESTS)|FileStoreTests)\."
sanitize: set-up-build set-up-test
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Sanitizers/leaks.txt \
	  $(SWIFT) test --sanitize address --scratch-path .build-address $(SANITIZED)
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Sanitizers/races.txt \
	  $(SWIFT) test --sanitize thread --scratch-path .build-thread $(SANITIZED)

# Prints the budgets of the design beside what is measured, on a book of 100,000 accounts.
bench: set-up-build set-up-bench
	$(SWIFT) build --product duly $(OPTIMISED)
	$(SWIFT) build --product BookBench $(OPTIMISED)
	python3 Tests/Bench/bench.py --built $(BUILT) --installed $(BUILT)/duly --folder $(BENCH_FOLDER)

install: set-up-build
	$(SWIFT) build --product duly $(OPTIMISED)
	install -D -s -m 755 $(BUILT)/duly $(DESTDIR)$(PREFIX)/bin/duly

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/duly

clean:
	rm -rf .build .build-release .build-test .build-fuzz .build-address .build-thread .build-docs

# Installs the system packages that are missing, or says which they are.
define set_up
	@command -v $(SWIFT) >/dev/null || { echo "Missing: Swift 6.2 or newer. Get it at swift.org/install, then run make again." >&2; exit 1; }
	@missing=""; for package in $(1); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "ok installed" || missing="$$missing $$package"; done; \
	[ -z "$$missing" ] && exit 0; \
	if ! command -v apt-get >/dev/null; then \
	  echo "Missing, by their Debian names:$$missing. This is no Debian or Ubuntu: install what your system calls them, then build with 'swift build'." >&2; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then sudo=""; elif sudo -n true 2>/dev/null; then sudo="sudo"; else \
	  echo "Missing:$$missing. Only root may install them; run: sudo apt-get install$$missing" >&2; exit 1; fi; \
	echo "Installing$$missing"; \
	$$sudo apt-get install -y --no-install-recommends $$missing >/dev/null 2>&1 || { \
	  $$sudo apt-get update >/dev/null 2>&1; \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing >/dev/null || { \
	    echo "Missing:$$missing. apt-get could not install them; see above." >&2; exit 1; }; }
endef

set-up-build:
	$(call set_up,$(BUILD_PACKAGES))

set-up-test:
	$(call set_up,$(TEST_PACKAGES))

set-up-torture:
	$(call set_up,$(TORTURE_PACKAGES))

set-up-bench:
	$(call set_up,$(BENCH_PACKAGES))
