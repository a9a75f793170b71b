# Duly. `make run` and `make test` do all the set-up on Debian and Ubuntu; elsewhere they say what is missing.
SWIFT ?= swift
PREFIX ?= /usr/local
BENCH_FOLDER ?= $(or $(TMPDIR),/tmp)/duly-bench

# The installed program carries the language's library within it: it starts sooner, and runs where no Swift is.
INSTALLED = --static-swift-stdlib --scratch-path .build-static

TESTED = -c release -Xswiftc -enable-testing --scratch-path .build-test

# What the program is built on, and what its tests drive it with.
BUILD_PACKAGES = libncurses-dev libcsv-dev libsqlite3-dev zlib1g-dev $(TELEPHONE_PACKAGES)
# Reads telephone numbers; linked statically, with what it is built on.
TELEPHONE_PACKAGES = libphonenumber-dev libprotobuf-dev libabsl-dev libicu-dev
TEST_PACKAGES = tmux sqlite3
BENCH_PACKAGES = git sqlite3 tig newsboat

# The fuzzer's library, where the toolchain has one, and for how long it looks.
FUZZER = $(firstword $(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift/clang/lib/linux/libclang_rt.fuzzer_no_main-$(shell uname -m).a))
FUZZ_SECONDS ?= 600

.PHONY: run test fuzz bench install uninstall clean set-up-build set-up-test set-up-bench

# Opens the workstation on a demo book, made afresh for today.
run: set-up-build
	$(SWIFT) build -c release --product duly
	.build/release/duly demo

# Optimised, as it is installed: an optimiser has lost figures that an unoptimised build kept.
test: set-up-build set-up-test
	$(SWIFT) build --build-tests $(TESTED)
	$(SWIFT) test --skip-build $(TESTED)
	@if [ -n "$(FUZZER)" ]; then $(MAKE) --no-print-directory fuzz FUZZ_SECONDS=20; \
	  else echo "Skipped: fuzzing the import, for this toolchain has no fuzzer library. Its corpus was replayed."; fi

# Looks for bytes that an import stumbles over; what it finds goes into Tests/Fuzz/Corpus together with the mending.
fuzz: set-up-build
	@[ -n "$(FUZZER)" ] || { echo "This toolchain has no fuzzer library (libclang_rt.fuzzer_no_main)." >&2; exit 1; }
	DULY_FUZZ=1 $(SWIFT) build -c release --scratch-path .build-fuzz --product ImportFuzzer -Xlinker $(FUZZER) -Xlinker -lstdc++
	@mkdir -p .build-fuzz/seen .build-fuzz/found
	.build-fuzz/release/ImportFuzzer .build-fuzz/seen Tests/Fuzz/Corpus -dict=Tests/Fuzz/import.dict \
	  -artifact_prefix=.build-fuzz/found/ -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
	  -print_final_stats=1 -verbosity=0

# Prints the budgets of the design beside what is measured, on a book of 100,000 accounts.
bench: set-up-build set-up-bench
	$(SWIFT) build -c release --product duly
	$(SWIFT) build -c release --product BookBench
	$(SWIFT) build -c release --product duly $(INSTALLED)
	python3 Tests/Bench/bench.py --built .build/release --installed .build-static/release/duly --folder $(BENCH_FOLDER)

install: set-up-build
	$(SWIFT) build -c release --product duly $(INSTALLED)
	install -D -m 755 .build-static/release/duly $(DESTDIR)$(PREFIX)/bin/duly

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/duly

clean:
	rm -rf .build .build-static .build-test .build-fuzz

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

set-up-bench:
	$(call set_up,$(BENCH_PACKAGES))
