"""The words around every view of the digital edition: bar, foot, notices."""

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain


class Navigation(Content):
    """The name of each view in the bar; ``label`` is that of the bar itself."""

    label: Plain
    overview: Plain
    c1: Plain
    b: Plain
    p: Plain
    c2: Plain
    i: Plain
    w: Plain
    d: Plain
    k: Plain


class Foot(Content):
    """What stands at the foot of the page."""

    privacy: Plain
    licence: Plain


class Frame(Content):
    """What stands around every view. ``no_script``: for a browser without scripts."""

    skip: Plain
    description: Plain
    no_script: Plain
    navigation: Navigation
    foot: Foot
