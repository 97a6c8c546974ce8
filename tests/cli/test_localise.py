"""Click's own sentences: none of them is heard, whatever is typed wrongly."""

from collections.abc import Iterator

import click
import pytest

from kit.cli import app, localise
from kit.messages.catalogue import Messages

DUTCH = Messages.load("nl")
GROUP = app.command(DUTCH)


def every_option() -> Iterator[tuple[str, click.Option]]:
    for name, command in GROUP.commands.items():
        yield from ((name, param) for param in command.params if isinstance(param, click.Option))


def told(*arguments: str) -> str:
    """The code of what is wrong with a use of the command."""
    with pytest.raises(click.UsageError) as caught:
        app.command(DUTCH).main(arguments, "kit", standalone_mode=False, obj=DUTCH)
    return localise.wrong_use(caught.value, GROUP).code


@pytest.mark.parametrize(
    ("command", "option"), [pytest.param(*one, id=f"{one[0]} {one[1].opts[0]}") for one in every_option()]
)
def test_every_wrong_value_of_every_option_is_said_in_our_words(command: str, option: click.Option) -> None:
    name = option.opts[0]
    if option.is_flag:
        assert told(command, f"{name}=x") == "usage-takes-no-value"
        return
    assert told(command, name) == "usage-needs-value"
    if not isinstance(option.type, click.types.StringParamType):
        assert told(command, f"{name}=") == "usage-needs-value"
    if isinstance(option.type, localise.Choice):
        assert told(command, name, "x") == "usage-bad-choice"
    elif isinstance(option.type, localise.Number):
        assert {told(command, name, value) for value in ("x", "1.5", "-1", "99999")} == {"usage-bad-number"}
    elif isinstance(option.type, localise.Shift | localise.Day | localise.Time):
        assert told(command, name, "x") in {"usage-bad-shift", "usage-bad-day", "usage-bad-time"}
    elif isinstance(option.type, localise.Address):
        assert {told(command, name, value) for value in ("x", "ftp://a.be/", "https://a.be/#c1")} == {
            "usage-bad-address"
        }
    elif isinstance(option.type, localise.File):
        assert told(command, name, "/") == "usage-bad-file"
    else:
        assert isinstance(option.type, localise.Folder | click.types.StringParamType), "a type that has no words"


@pytest.mark.parametrize("option", ["--participants", "--place", "--venue", "--facilitator"])
def test_a_name_is_more_than_spaces(option: str) -> None:
    assert told("pack", option, "  ") == "usage-needs-value"


def test_every_argument_is_of_a_type_that_has_words() -> None:
    types = {
        type(param.type)
        for command in GROUP.commands.values()
        for param in command.params
        if isinstance(param, click.Argument)
    }
    assert types <= {localise.Folder, localise.File, click.types.StringParamType}
    assert told("pack", "/") == "usage-bad-file"


def test_of_what_goes_wrong_with_use_click_raises_nothing_that_has_no_words() -> None:
    def under(error: type[click.UsageError]) -> set[str]:
        return {one.__name__ for one in error.__subclasses__() if one.__module__.startswith("click.")}

    # Not BadArgumentUsage: it is for arguments of which there must be two or more. NoArgsIsHelpError shows the help.
    kinds = {"BadParameter", "NoSuchOption", "NoSuchCommand", "BadOptionUsage", "BadArgumentUsage", "NoArgsIsHelpError"}
    assert under(click.UsageError) == kinds
    assert under(click.BadParameter) == {"MissingParameter"}
    assert all(param.nargs in (1, -1) for command in GROUP.commands.values() for param in command.params)


def test_an_old_bash_is_told_in_our_words(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("_KIT_COMPLETE", "bash_source")
    with pytest.raises(SystemExit):
        GROUP.main([], "kit", standalone_mode=False, obj=DUTCH)
    said, complaint = capsys.readouterr()
    assert "_kit_completion" in said
    assert complaint == DUTCH.say("completion-old-bash") + "\n"
