"""The package around the questions of a QTI zip: what is in it, and the quiz's settings in Canvas."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markupsafe import Markup

from fcnkit.practice.document import PracticeSet
from fcnkit.practice.item_texts import MESSAGES
from fcnkit.practice.writers.lms_common import set_title
from fcnkit.practice.writers.xml_tree import node
from fcnkit.text import Lang

FOLDER = "images"
"""Where the pictures lie."""
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_QUIZ = "http://canvas.instructure.com/xsd/cccv1p0"


def manifest(ident: str, pictures: Iterable[str]) -> Element:
    """What the zip holds: the questions, the settings and the pictures, by their names in `FOLDER`."""
    resources = node(
        "resources",
        node(
            "resource",
            node("file", href=f"{ident}/{ident}.xml"),
            node("dependency", identifierref=f"{ident}-meta"),
            identifier=ident,
            type="imsqti_xmlv1p2",
        ),
        _resource(
            f"{ident}-meta",
            f"{ident}/assessment_meta.xml",
            "associatedcontent/imscc_xmlv1p1/learning-application-resource",
        ),
        *(_resource(name.partition(".")[0], f"{FOLDER}/{name}", "webcontent") for name in pictures),
    )
    about = node("metadata", node("schema", "IMS Content"), node("schemaversion", "1.1.3"))
    return node("manifest", about, node("organizations"), resources, identifier=f"{ident}-manifest", xmlns=_PACKAGE)


def _resource(identifier: str, href: str, kind: str) -> Element:
    return node("resource", node("file", href=href), identifier=identifier, type=kind, href=href)


def settings(practice_set: PracticeSet, ident: str, lang: Lang) -> Element:
    """The quiz's settings in Canvas: for practice, as often as wanted, unpublished until the instructor has seen it."""
    points = MESSAGES["points"].format(points=practice_set.points)
    minutes = MESSAGES["minutes"].format(minutes=practice_set.minutes)
    said = {
        "title": set_title(practice_set, lang),
        "description": Markup("<p>{} · {}</p>").format(points[lang], minutes[lang]),
        "quiz_type": "practice_quiz",
        "points_possible": str(practice_set.points),
        "allowed_attempts": "-1",
        "shuffle_answers": "false",
        "show_correct_answers": "true",
        "one_question_at_a_time": "false",
        "available": "false",
    }
    return node("quiz", *(node(name, value) for name, value in said.items()), identifier=ident, xmlns=_QUIZ)
