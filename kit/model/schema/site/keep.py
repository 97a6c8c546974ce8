"""The words of the page that keeps, shares and erases, and of its notices."""

from typing import Annotated

from kit.model.schema.base import Content, Counted
from kit.model.schema.fields import Plain, words
from kit.model.text.spans import Text


class Part(Content):
    """A part of the page: its head, what it does, and its button."""

    head: Plain
    hint: Plain


class Save(Part):
    """Saving as a file. ``later``: why somebody would; ``too_large``: what could not be opened again."""

    button: Plain
    done: Plain
    later: Plain
    too_large: Plain


class Passing(Content):
    """How it is said that all is saved where that ends with the window; ``note`` says more where there is room."""

    short: Plain
    long: Plain
    note: Plain


class Private(Content):
    """What is said in a private window, by the states of the frame."""

    nothing: Passing
    saved: Passing
    offline: Passing


class Lasting(Content):
    """Whether the browser promises to keep what was typed: why to ask it, and what it answered."""

    why: Plain
    button: Plain
    done: Plain
    refused: Plain


class Open(Part):
    """Opening a file: what is in it, and what can be done with that."""

    button: Plain
    found: Plain
    changed: Annotated[Text, words("datum")]
    nothing: Plain
    replace: Plain
    add: Plain
    cancel: Plain
    replaced: Plain


class Causes(Content):
    """Why something cannot be opened, by the fault that was found."""

    incomplete: Plain
    foreign: Plain
    foreign_link: Plain
    large: Plain
    newer: Plain
    many: Plain
    unreadable: Plain
    old_browser: Plain


class Refused(Content):
    """A file or a link that cannot be opened: the cause, and that nothing was lost."""

    file: Plain
    link: Plain
    this_link: Plain
    named: Annotated[Text, words("naam", "oorzaak")]
    quoted: Annotated[Text, words("naam")]
    causes: Causes
    unchanged: Plain
    another: Plain
    away: Plain


class Share(Part):
    """Sharing a link, and why there is none."""

    to_clipboard: Plain
    send: Plain
    copied: Plain
    by_hand: Plain
    too_long: Plain
    empty: Plain
    old: Plain


class Forms(Content):
    """What sizes of paper are called."""

    a3l: Plain
    a4l: Plain
    a4p: Plain


class Print(Part):
    """Printing: which sheets, on which paper, in which edition; or as a file."""

    button: Plain
    title: Plain
    sheets: Plain
    paper: Plain
    a4: Plain
    a3: Plain
    edition: Plain
    colour: Plain
    grey: Plain
    low_ink: Plain
    true_size: Plain
    nothing: Plain
    go: Plain
    pdf_hint: Plain
    pdf: Plain
    saved: Plain
    one_size: Annotated[Text, words("vorm")]
    go_size: Annotated[Text, words("vorm")]
    choose: Annotated[Text, words("vorm")]
    forms: Forms
    failed: Plain


class Columns(Content):
    """The heads of the columns of the table, in the order of the card."""

    name: Plain
    municipality: Plain
    sector: Plain
    over_local: Plain
    over_border: Plain
    idea: Plain
    belongs: Plain
    who: Plain
    when: Plain


class Table(Part):
    """The cards as a table."""

    button: Plain
    done: Plain
    empty: Plain
    file_name: Plain
    columns: Columns
    yes: Plain
    no: Plain
    limit: Plain
    strength: Plain


class Erase(Part):
    """Erasing, and what then stands in the place of the button."""

    button: Plain
    empty: Plain
    gone: Plain
    until: Plain
    link: Plain
    still: Plain
    back: Plain
    returned: Plain


class Link(Content):
    """A link that is opened, on an empty device and on one that holds a network."""

    title: Plain
    go_on: Plain
    only_look: Plain
    already: Plain
    look: Plain
    add: Plain
    replace: Plain
    close: Plain
    replaced: Plain
    looking: Plain
    back: Plain
    back_empty: Plain
    not_now: Plain


class SheetsSame(Content):
    """Which sheets stayed as they were: of one, and of more."""

    one: Annotated[Text, words("bladen")]
    many: Annotated[Text, words("bladen")]


class Newer(Content):
    """What is told to who has an older sheet on paper."""

    head: Plain
    versions: Annotated[Text, words("oud", "nieuw")]
    this_changed: Plain
    also_changed: Annotated[Text, words("bladen")]
    same: SheetsSame
    show: Plain
    close: Plain
    other_edition: Plain
    title: Plain
    changed_head: Plain
    same_head: Plain
    print: Annotated[Text, words("nieuw")]


class Keep(Content):
    """What stands where somebody keeps and shares a network."""

    title: Plain
    no_account: Plain
    save: Save
    file_name: Plain
    private: Private
    lasting: Lasting
    open: Open
    added: Counted
    none_added: Plain
    skipped: Counted
    no_room: Counted
    refused: Refused
    share: Share
    print: Print
    table: Table
    erase: Erase
    nameless: Plain
    cards: Counted
    link: Link
    newer: Newer
