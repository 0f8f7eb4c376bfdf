# Everything a developer runs. Needs only Git, make and Python >= 3.11; the rest comes into .venv.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
RUNS ?= 25000
ASSIGNMENT := 01-transposed-convolution

# The grader image; DOCKER_FLAGS may hold what a site needs, such as --network host or --build-arg https_proxy=...
TARGET ?= cpu
IMAGE ?= fcnkit:$(TARGET)
BASE_IMAGE ?= python:3.13-slim

# Universities' proxies have certificates of their own, which only the system knows.
export UV_SYSTEM_CERTS := 1

.DEFAULT_GOAL := help
.PHONY: help demo test quick docs hostile fuzz backends lint check prove practice-proof experiments anki-import web bench hostile-class throughput capacity image image-test wheel-test clean

help:  ## list these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: $(READY)  ## grade the example class and say where its pages are
	@$(BIN)/fcnkit grade $(ASSIGNMENT) examples/$(ASSIGNMENT) --out out/demo || test $$? -eq 1

test: $(READY)  ## run all tests
	$(BIN)/pytest -n auto --dist loadgroup --no-loadscope-reorder

docs: $(READY)  ## build the documentation into out/site, to be opened from disk
	NO_MKDOCS_2_WARNING=1 $(BIN)/uv run --frozen --group docs mkdocs build --strict --quiet
	@echo "Open out/site/index.html"

quick: $(READY)  ## run what tests within a minute: nothing that starts a process or needs Keras
	$(BIN)/pytest --quick -q -n auto --dist loadgroup

hostile: $(READY)  ## try every attack at every level of isolation: 15 minutes
	ALL_ATTACKS=1 $(BIN)/pytest tests/hostile

fuzz: $(READY)  ## fuzz intake, the wire, cells, answers, pages and tables: RUNS (25000) inputs each; and how time grows
	$(BIN)/uv sync --frozen --quiet --group fuzz
	@for target in tests/fuzz/corpus/*; do \
		$(BIN)/python tests/fuzz/fuzz.py $${target##*/} -runs=$(RUNS) -keep=1 || exit 1; done
	$(BIN)/python -W ignore tests/fuzz/growth.py

backends: $(READY)  ## grade 03 and 06 with JAX, and with PyTorch where it is installed: right and wrong answers, some minutes
	ALL_ANSWERS=1 $(BIN)/uv run --frozen --group backends pytest tests/backends

lint: $(READY)  ## style, types, import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test docs  ## what CI runs

prove: $(READY)  ## try 50 secrets, kill the grader 20 times in a class of 100, grade 1,000 with 100 bad ones, and all examples: 10 to 40 minutes
	FCNKIT_PROVE=1 $(BIN)/pytest -n auto --dist loadgroup --no-loadscope-reorder --durations=20 tests/end_to_end/test_interruptions.py tests/end_to_end/test_bad_submissions.py \
		tests/end_to_end/test_everybody.py tests/end_to_end/test_people.py tests/examples \
		tests/suites/test_fifty_secrets.py tests/suites/test_models_03.py tests/suites/test_builds_03.py tests/suites/test_separable_06.py tests/otter/test_same_marks.py tests/otter/test_bad_input.py \
		tests/end_to_end/test_shown_marks.py tests/grading/test_shown_cells.py tests/grading/test_time_for_all.py tests/grading/test_models.py tests/terminology/test_judge.py tests/roster \
		tests/examiner/test_oracles.py tests/suites/test_types.py tests/packaging/test_hand_out.py tests/packaging/test_student_notebook.py \
		tests/docs/test_worked_example.py tests/docs/test_tutorials.py tests/suites/test_wrong_answers_02.py tests/suites/test_wrong_answers_04.py \
		tests/practice/test_web_page.py tests/fuzz/test_fuzz.py tests/intake/test_every_file.py \
		tests/intake/test_hostile_bytes.py tests/intake/test_identities.py tests/intake/test_rosters_of_classes.py

practice-proof: $(READY)  ## prove 200 draws of every practice item, and 200 sets
	$(BIN)/python -m fcnkit.practice.validate

experiments: $(READY)  ## train again, with three seeds each, what assignments say of trained networks, and fail where one falls short: many minutes
	@rm -rf out/reproduced
	@failed=0; \
	$(BIN)/python examples/experiments/train_detector.py --only detector || failed=1; \
	$(BIN)/python examples/experiments/train_upsampling.py || failed=1; \
	$(BIN)/python examples/experiments/train_fcn.py compare --which reference transfer --out out/reproduced || failed=1; \
	exit $$failed

anki-import: $(READY)  ## let Anki itself import our decks, twice
	$(BIN)/uv run --frozen --group anki pytest tests/practice/test_anki.py

web: $(READY)  ## build the practice page's script from web/src, check its types, and try it in Node.js and a browser
	npm --prefix web ci --ignore-scripts --no-audit --no-fund
	npm --prefix web run build
	$(BIN)/pytest -n 0 tests/practice/test_web_script.py

bench: $(READY)  ## time grading: one submission, classes, what isolation, going on after errors and Otter's way add; pages of a class of 500; 100 practice sets, their page in a browser, and how they are guessed
	$(BIN)/python benchmarks/grading.py
	$(BIN)/python benchmarks/scaling.py
	$(BIN)/python benchmarks/first_result.py
	$(BIN)/python benchmarks/isolation.py
	$(BIN)/python benchmarks/cells.py
	$(BIN)/python benchmarks/otter.py
	$(BIN)/python benchmarks/real_notebooks.py
	$(BIN)/python benchmarks/practice.py
	$(BIN)/python benchmarks/practice_page.py
	$(BIN)/python benchmarks/practice_cues.py
	$(BIN)/python benchmarks/pages.py
	$(BIN)/python benchmarks/cluster.py

hostile-class: $(READY)  ## time classes of submissions that all do their worst; options in ARGS, such as ARGS="--copies 10"
	$(BIN)/python benchmarks/hostile.py $(ARGS)

throughput: $(READY)  ## the same classes through Otter, nbgrader and fcnkit; options in ARGS, such as ARGS="--size 40"
	$(BIN)/uv run --frozen --group bench python benchmarks/throughput.py $(ARGS)

capacity: $(READY)  ## how many graders a class needs to be graded in time
	$(BIN)/python benchmarks/capacity.py --assignment $(ASSIGNMENT)

image:  ## build the grader image; TARGET=cuda has CUDA's libraries in it
	docker build -f autograder/container/Dockerfile --target $(TARGET) --build-arg BASE_IMAGE=$(BASE_IMAGE) \
		$(DOCKER_FLAGS) -t $(IMAGE) .

image-test: $(READY)  ## build the image from a clean clone, and grade the example class in it without network
	$(BIN)/pytest tests/container/image.py -s -rs

wheel-test: $(READY)  ## build the wheel, install it far from any checkout, and make and grade a course with it
	$(BIN)/pytest tests/packaging/wheel.py

clean:  ## remove what these targets made
	rm -rf .venv out dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Python 3.11 and 3.12 read _fcnkit.pth in the locale's encoding, and LC_ALL may be C where the folder's name is Korean. Where
# it is EUC-KR, only PYTHONUTF8=1 helps: docs/how-to/grade-a-class.md says so.
# It is written anew: what uv put there is a hard link into its cache, from which it makes other environments.
$(READY): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; say which with: make PYTHON=python3.12 ..."; \
		echo "Python 3.11 이상이 필요합니다. 있는 것을 이렇게 지정하세요: make PYTHON=python3.12 ..."; exit 1; }
	@test -x $(BIN)/uv || { $(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet uv; } || \
		{ echo "No virtual environment could be made; on Debian and Ubuntu: apt install python3-venv"; \
		echo "가상 환경을 만들지 못했습니다. Debian과 Ubuntu에서는 apt install python3-venv를 실행하세요."; exit 1; }
	@echo "Setting up .venv, once: TensorFlow and all, 3.5 GB; some minutes, by your connection"
	@echo "처음 한 번 .venv에 TensorFlow까지 모두 설치합니다(3.5GB). 인터넷 속도에 따라 몇 분 걸립니다."
	@LC_ALL=C.UTF-8 $(BIN)/uv sync --frozen --quiet --compile-bytecode
	@for each in .venv/lib/python3*/site-packages; do rm -f $$each/_fcnkit.pth; printf '../../../..\n../../../../shared\n' > $$each/_fcnkit.pth; done
	@$(BIN)/python -m compileall -q fcnkit shared autograder # students' processes cannot keep what they compile
	@touch $@
