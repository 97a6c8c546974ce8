"""The words around every view of the digital edition: bar, foot, saved state, messages."""

from typing import Annotated

from kit.model.schema.base import Content
from kit.model.schema.fields import Plain, words
from kit.model.text.spans import Text


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


class State(Content):
    """How it is said whether all is saved: on a narrow screen, and on a wider one."""

    short: Plain
    long: Plain


class Blocked(State):
    """The same where nothing is saved; ``alert`` is read aloud at once."""

    alert: Plain


class States(Content):
    """Whether all is saved."""

    nothing: State
    saved: State
    busy: State
    blocked: Blocked
    newer: Blocked
    offline: State
    looking: State


class Next(Content):
    """The link at the foot of a sheet, by the sheet it leads to."""

    b: Plain
    p: Plain
    c2: Plain
    k: Plain


class Frame(Content):
    """What stands around every view. ``no_script``: for a browser without scripts; ``from_disk``: without a server."""

    skip: Plain
    description: Plain
    no_script: Plain
    from_disk: Plain
    navigation: Navigation
    foot: Foot
    states: States
    next: Next
    conjunction: Plain
    close: Plain
    close_note: Plain
    undo: Plain
    undone: Plain
    full: Annotated[Text, words("n")]
    other_tab: Plain
    not_loaded: Plain
    offline_ready: Plain
    newer_site: Plain
    reload: Plain
