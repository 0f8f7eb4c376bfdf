"""Question 7: when well-known networks came, what was new about them, and how large they are; each by itself."""

from collections.abc import Callable

from fcnkit.suite import Student, Text, Variable, check

from .functions import IDEAS, PARAMETERS, YEARS

POINTS = 0.5
"""For each of the three things to be said of each of the eight networks."""


def year(network: str) -> Callable[[Student], None]:
    return _asks(YEARS, network, Text(ko=f"{network}: 연도", en=f"{network}: year"))


def idea(network: str) -> Callable[[Student], None]:
    return _asks(IDEAS, network, Text(ko=f"{network}: 아이디어", en=f"{network}: idea"))


def size(network: str) -> Callable[[Student], None]:
    return _asks(PARAMETERS, network, Text(ko=f"{network}: 파라미터 수", en=f"{network}: parameters"))


def _asks(variable: Variable, network: str, title: Text) -> Callable[[Student], None]:
    @check("q7", points=POINTS, title=title)
    def test(student: Student) -> None:
        student.assert_entry(variable, network)

    return test


test_lenet_year, test_lenet_idea, test_lenet_size = year("LeNet-5"), idea("LeNet-5"), size("LeNet-5")
test_alexnet_year, test_alexnet_idea, test_alexnet_size = year("AlexNet"), idea("AlexNet"), size("AlexNet")
test_googlenet_year, test_googlenet_idea, test_googlenet_size = year("GoogLeNet"), idea("GoogLeNet"), size("GoogLeNet")
test_vgg16_year, test_vgg16_idea, test_vgg16_size = year("VGG16"), idea("VGG16"), size("VGG16")
test_resnet_year, test_resnet_idea, test_resnet_size = year("ResNet50"), idea("ResNet50"), size("ResNet50")
test_xception_year, test_xception_idea, test_xception_size = year("Xception"), idea("Xception"), size("Xception")
test_mobilenet_year, test_mobilenet_idea, test_mobilenet_size = year("MobileNet"), idea("MobileNet"), size("MobileNet")
test_densenet_year, test_densenet_idea, test_densenet_size = (
    year("DenseNet121"),
    idea("DenseNet121"),
    size("DenseNet121"),
)
