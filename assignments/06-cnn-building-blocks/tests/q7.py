from otter.test_files import test_case

OK_FORMAT = False

name = "q7"
points = 12

@test_case(points=None, hidden=False)
def test_architectures(LANG, np, architectures):
    from fcnlab import Check

    def letters(text):
        return ''.join(str(text).lower().replace('\xd7', 'x').replace('-', '').split()).removesuffix('s')
    korean = '\ud569\uc131\uacf1\uacfc \ud480\ub9c1|ReLU\uc640 GPU|\ubcd1\ub82c \ucee4\ub110|\ub098\ub780\ud55c \ucee4\ub110|3\xd73 \uc313\uae30|\uc794\ucc28 \uc5f0\uacb0|\uc2a4\ud0b5 \uc5f0\uacb0|\uae4a\uc774\ubcc4 \ubd84\ub9ac \ud569\uc131\uacf1'
    korean += '|\ubc00\uc9d1 \uc5f0\uacb0|Dense \uce35\ub9cc'
    english = 'convolution and pooling|ReLU and GPUs|parallel kernels|stacked 3\xd73|residual connection|skip connection'
    more = 'depthwise separable convolution|dense connections|Dense layers only'
    words = {letters(word) for word in f'{korean}|{english}|{more}'.split('|')}
    check = Check(LANG, name='architectures')
    check.require(isinstance(architectures, dict) and len(architectures) >= 8, ko='\ub515\uc154\ub108\ub9ac\ub97c \uadf8\ub300\ub85c \ub450\uace0 `...` \uc790\ub9ac\ub9cc \ucc44\uc6b0\uc138\uc694.', en='keep the dict, and replace each `...`.')
    for name, answer in architectures.items():
        check.require(answer is not ..., ko=f'{name}: \uc544\uc9c1 \ub2f5\ud558\uc9c0 \uc54a\uc558\uc2b5\ub2c8\ub2e4.', en=f'{name} is not answered yet.')
        check.require(isinstance(answer, tuple) and len(answer) == 3, ko=f'{name}: `(\uc5f0\ub3c4, \uc544\uc774\ub514\uc5b4, \ud30c\ub77c\ubbf8\ud130 \uc218)` \ud29c\ud50c\ub85c \uc4f0\uc138\uc694.', en=f'{name}: write a tuple `(year, idea, parameters)`.')
        check.require(all((type(each) is not bool and isinstance(each, int | float | np.number) for each in answer[::2])), ko=f'{name}: \uc5f0\ub3c4\uc640 \ud30c\ub77c\ubbf8\ud130 \uc218\ub294 \ub530\uc634\ud45c \uc5c6\ub294 \uc22b\uc790\ub85c \uc4f0\uc138\uc694.', en=f'{name}: write the year and the parameters as numbers, without quotes.')
        check.require(letters(answer[1]) in words, ko=f'{name}: \uc544\uc774\ub514\uc5b4 {answer[1]!r}: \ub0b1\ub9d0 \ubaa9\ub85d\uc5d0 \uc5c6\uc2b5\ub2c8\ub2e4. \ubaa9\ub85d\uc758 \ub9d0\uc744 \uadf8\ub300\ub85c \uc4f0\uc138\uc694.', en=f'{name}: the idea {answer[1]!r} is not in the word list. Write the words as they stand there.')

