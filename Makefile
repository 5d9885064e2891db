# What a person types. Each target does everything it needs on a fresh Debian or Ubuntu with a Swift
# toolchain: missing system packages are installed, or named when there is no root.

PREFIX ?= /usr/local
DESTDIR ?=
REPORT ?= Examples/kestrel-bridge/harbour-herald.txt
FUZZ_SECONDS ?= 30
DIST ?= .build/dist
REPORTS ?= Examples/kestrel-bridge

# The program as it is installed: one file, the Swift run-time library inside.
PROGRAM := .build/release/quoth
RELEASE := swift build -c release --static-swift-stdlib --product quoth

# Tests and checks share one optimised build, since the encoder is slow without.
export TEST_BUILD := -c release -Xswiftc -enable-testing --scratch-path .build/tests

.PHONY: help demo build test lint check install dist fuzz bench weights documentation clean packages

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## Build, then read a report (REPORT=FILE)
	@echo '$$ quoth read $(REPORT)'
	@$(PROGRAM) read --format brief $(REPORT)

build: packages ## Build the program
	@$(RELEASE)

$(PROGRAM):
	@$(MAKE) build

test: packages ## Build, then run every test
	swift test $(TEST_BUILD) --disable-xctest

lint: packages ## Format, memory, import and path checks
	Tools/lint.sh

check: test lint ## What has to pass before a change lands

# Builds only when there is no program yet, so that root needs no Swift toolchain.
install: $(PROGRAM) ## Put program, model, lexicons, man page and completions in place (PREFIX, DESTDIR)
	Tools/install.sh $(PROGRAM) "$(DESTDIR)" "$(PREFIX)"

dist: build ## Pack one archive that runs where only the C libraries are (DIST=FOLDER)
	Tools/dist.sh $(PROGRAM) $(DIST)
	Tools/check-dist.sh $(DIST)/quoth-*.tar.gz

fuzz: packages ## Fuzz each parser for FUZZ_SECONDS
	Tools/fuzz.sh $(FUZZ_SECONDS)

bench: build ## Measure speed and memory against spaCy (REPORTS=FOLDER)
	Benchmarks/run.sh $(PROGRAM) $(REPORTS)

weights: ## Train the model and write Models/english (CORPORA=FOLDER SCORER=FILE VERSION=X.Y.Z)
	Tools/train.sh $(CORPORA) $(SCORER) $(VERSION)

documentation: build ## Run the examples of the documentation again, and take the picture (needs Chromium)
	Tools/documentation.sh $(PROGRAM)

clean: ## Remove what was built
	swift package clean
	rm -rf .build/tests .build/fuzz

packages:
	@Tools/packages.sh ensure
