from otter.test_files import test_case

OK_FORMAT = False

name = "q3"
points = 20

@test_case(points=None, hidden=False)
def test_fill_batch(LANG, np, fill_batch):
    from fcnlab import Check
    check = Check(LANG, fill_batch, 'fill_batch')
    images = np.zeros((2, 1, 2, 1))
    returned, _ = check.run(images, samples=[np.full((1, 2, 1), 5)])
    check.require(images.any(), ko='`images`\uac00 \uadf8\ub300\ub85c\uc785\ub2c8\ub2e4. `...`\uc744 \ucc44\uc6e0\ub098\uc694? \uc0c8 \ubc30\uc5f4\uc744 \ub9cc\ub4e4\uc9c0 \ub9d0\uace0 `images[i]`\uc5d0 \uc368 \ub123\uc73c\uc138\uc694.', en='`images` is still as it was. Is the `...` filled in? Write into `images[i]` instead of making a new array.')
    check.same(images[:, 0, :, 0], np.array([[5, 5], [0, 0]]))
    check.require(returned is None or returned is images, ko='\ub3cc\ub824\uc900 \uac83\uc774 `images` \uc790\uccb4\uac00 \uc544\ub2d9\ub2c8\ub2e4. \uc77c\ubd80\ub098 \ubcf5\uc0ac\ubcf8 \ub300\uc2e0 `images`\ub97c \ub3cc\ub824\uc8fc\uac70\ub098, `return`\uc744 \uc4f0\uc9c0 \ub9c8\uc138\uc694.', en='what came back is not `images`. Return `images` itself, no part and no copy of it, or leave out `return`.')

