# %% [raw]
# # ASSIGNMENT CONFIG

# %% [markdown] lang="ko"
# # 용어 퀴즈
#
# 용어를 모르면 강의를 알아듣기도, 동료와 이야기하기도 어렵습니다. 그래서 이 퀴즈는 **책과 자료를 덮고** 풉니다. 검색도,
# 메모도, 인공지능의 도움도 없이 지금 알고 있는 것만으로 답해 보세요.
#
# | | 무엇을 하나요 | 문제 | 점수 |
# | --- | --- | ---: | ---: |
# | 1부 | 알맞은 것을 고릅니다 | 8 | {{ points.q1 }} |
# | 2부 | 용어를 씁니다 | 6 | {{ points.q2 }} |
# | 3부 | 용어와 설명을 짝짓습니다 | 6 | {{ points.q3 }} |
#
# - 문제를 읽고 맨 아래의 **답안지** 셀에 답을 쓰세요. 키는 그대로 두고 `...` 자리에 따옴표로 감싼 문자열을 씁니다.
# - 1부와 3부는 **기호 하나**로 답합니다. 예를 들면 `"a"`입니다.
# - 2부는 **한국어나 영어** 가운데 편한 쪽으로 쓰세요. 대소문자, 띄어쓰기, 하이픈은 따지지 않고, 뜻이 바뀌지 않는 작은
#   오타도 맞은 것으로 합니다. 답은 용어 하나만 씁니다.
# - 틀린 답에 감점은 없습니다. 모르는 문제는 `...`로 남겨 두어도 됩니다.

# %% [markdown] lang="en"
# # Terminology quiz
#
# You cannot follow a lecture or talk to colleagues without the terms. That is why this quiz is **closed book**:
# no search, no notes, no help from an AI, just what you know right now.
#
# | | What you do | Questions | Points |
# | --- | --- | ---: | ---: |
# | Part 1 | choose what fits | 8 | {{ points.q1 }} |
# | Part 2 | write terms down | 6 | {{ points.q2 }} |
# | Part 3 | match terms and descriptions | 6 | {{ points.q3 }} |
#
# - Read the questions, and write your answers into the **answer sheet**, the cell at the end. Keep its keys, and put a
#   string, in quotes, in place of each `...`.
# - Parts 1 and 3 are answered with **one letter**, such as `"a"`.
# - Answer part 2 in **English or Korean**, as you like. Case, spaces and hyphens do not count, nor do typos that do not
#   change what is meant. Write one term only.
# - There is no penalty for wrong answers. Where you do not know, you may leave `...`.

# %%
import sys

sys.path.append("../../shared")

# %% lang="ko"
LANG = "ko"  # 그림과 검사가 쓰는 언어

# %% lang="en"
LANG = "en"  # the language of pictures and checks

# %% [markdown] lang="ko"
# ## 1부. 고르기 (10분)
#
# 가장 알맞은 것을 하나 고르세요.

# %% [markdown] lang="en"
# ## Part 1. Choose (10 minutes)
#
# Choose the one that fits best.

# %% [markdown]
# {{ quiz.choices }}

# %% [markdown] lang="ko"
# ## 2부. 쓰기 (10분)
#
# 용어를 한국어나 영어로 쓰세요.

# %% [markdown] lang="en"
# ## Part 2. Write (10 minutes)
#
# Write the term down, in English or Korean.

# %% [markdown]
# {{ quiz.writings }}

# %% [markdown] lang="ko"
# ## 3부. 짝짓기 (10분)
#
# 용어마다 맞는 설명을 찾아 그 기호를 쓰세요. 용어와 설명은 하나씩 짝이 맞습니다.

# %% [markdown] lang="en"
# ## Part 3. Match (10 minutes)
#
# Find the description of each term, and write down its letter. No description is left over.

# %% [markdown]
# {{ quiz.matching }}

# %% [markdown] lang="ko"
# ## 답안지
#
# 여기에 모든 답을 쓰고 셀을 실행하세요. 그 아래의 검사는 답의 **형식**만 살펴봅니다. 통과했다고 해서 답이 맞았다는 뜻은
# 아닙니다.

# %% [markdown] lang="en"
# ## Answer sheet
#
# Write all your answers here and run the cell. The checks below it look at the **form** of your answers only: when they
# pass, that does not mean that the answers are right.

# %% [raw]
# # BEGIN QUESTION
# name: q1

# %% [raw]
# # BEGIN SOLUTION

# %% tags=["quiz-answers"]
# BEGIN SOLUTION NO PROMPT
answers = {{quiz.right}}
# END SOLUTION
""" # BEGIN PROMPT
answers = {{ quiz.blank }}
"""  # END PROMPT

# %% [raw]
# # END SOLUTION

# %% [raw]
# # BEGIN TESTS


# %%
def test_part_1_is_answered_with_letters(LANG, answers):
    from fcnlab import Check

    Check(LANG, name="answers").letters(answers, [f"1.{number}" for number in range(1, 9)], "abcd")


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [raw]
# # BEGIN QUESTION
# name: q2

# %% [raw]
# # BEGIN TESTS


# %%
def test_part_2_is_answered_with_text(LANG, answers):
    from fcnlab import Check

    Check(LANG, name="answers").strings(answers, [f"2.{number}" for number in range(1, 7)])


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [raw]
# # BEGIN QUESTION
# name: q3

# %% [raw]
# # BEGIN TESTS


# %%
def test_part_3_is_answered_with_letters(LANG, answers):
    from fcnlab import Check

    Check(LANG, name="answers").letters(answers, [f"3.{number}" for number in range(1, 7)], "abcdef")


# %% [raw]
# # END TESTS

# %% [raw]
# # END QUESTION

# %% [markdown] lang="ko"
# ## 내고 나서 (채점하지 않습니다, 10분)
#
# 이제 용어집을 펴도 됩니다.
#
# - **왜 그럴까요?** 확신이 없던 용어를 하나 골라, 무엇과 헷갈렸고 그것이 왜 다른지 한 문장으로 말해 보세요. 용어집의
#   **≠** 뒤에 있는 이유와, 나중에 받을 채점 결과의 설명과 견주어 보세요.
# - **더 해 보기.** 이 퀴즈에 나오지 않은 용어 다섯 개를 골라, 용어의 이름을 말하지 않고 친구에게 설명해 보세요. 친구가
#   용어를 맞히면 성공입니다.

# %% [markdown] lang="en"
# ## Once you have handed in (not graded, 10 minutes)
#
# Now you may open the sheet of terms.
#
# - **Why?** Take a term that you were not sure of, and say in one sentence what you mixed it up with and why the two
#   differ. Compare that with the reason after **≠** in the sheet, and with what your result says later.
# - **Stretch goal.** Choose five terms that this quiz did not ask for, and explain them to a friend without saying
#   their names. You have done it when your friend guesses the terms.
