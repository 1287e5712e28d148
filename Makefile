# The menu. `make` alone prints it.
SHELL := /bin/bash
ARTICLES ?= Examples
LEDGER ?= .build/run/ledger.sqlite
PORT ?= 8080
# With Swift's own libraries inside, where the toolchain has them to link: a program starts a fifth sooner, and runs
# where there is no Swift.
INSIDE := $(wildcard $(dir $(realpath $(shell command -v swift)))../lib/swift_static/linux/libFoundation.a)
RELEASE := swift build -c release $(if $(INSIDE),--static-swift-stdlib)
CASUS := .build/release/casus
WORKSHOP := .build/release/Workshop

.PHONY: help setup build run serve test browser score measure fuzz format check screenshots clean

help:                 ## print this menu
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

setup:                ## install the system packages that are missing
	@Scripts/setup

build: setup          ## build the command in release
	$(RELEASE) --product casus

run: build            ## read ARTICLES (default: the examples), print the brief
	@mkdir -p $(dir $(LEDGER)); rm -f $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm
	@$(CASUS) read $(ARTICLES) --ledger $(LEDGER) || [ $$? -eq 2 ]
	@$(CASUS) brief --ledger $(LEDGER)
	@printf '\nThe evidence page:  make serve   (then open http://localhost:$(PORT))\n'
	@printf 'Your own articles:  make run ARTICLES=folder\n'

serve: build          ## open the dashboard on what `make run` has read
	$(CASUS) serve --ledger $(LEDGER) --port $(PORT)

test: setup           ## build and run every test
	Scripts/test

browser: setup        ## walk the pages in a real browser, over the examples
	Scripts/setup --browser
	swift build --product casus
	Scripts/browser-tests

score: setup          ## print the scoreboard and hold it against the floors
	$(RELEASE) --product Workshop
	$(WORKSHOP) evaluate --check
	$(WORKSHOP) evaluate language --check

measure: setup        ## measure speed and memory in release
	$(RELEASE) --product Workshop
	$(WORKSHOP) measure
	for language in en uk ru de; do $(WORKSHOP) measure language $$language; done

fuzz: setup           ## feed the language engine with arbitrary bytes for SECONDS (600)
	SECONDS_LONG=$(or $(SECONDS),600) Scripts/fuzz

format:               ## write the house's format
	swift format --in-place --recursive --parallel Package.swift Sources Tests

check: setup          ## what continuous integration runs
	.ci/run

screenshots: build    ## photograph the pages in headless Chromium
	Scripts/screenshots $(LEDGER)

clean:                ## remove what was built
	rm -rf .build
