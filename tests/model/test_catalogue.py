import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.diagnostics import Diagnostic, KitError
from kit.model.catalogue import load
from kit.model.schema import InspirationList, Method, RunSheet
from kit.model.schema.base import Content
from kit.model.text.spans import Text
from tests.small import change

SHIPPED = Path(__file__).parents[2] / "content"
FILES = sorted(
    str(path.relative_to(SHIPPED / "nl")) for path in (SHIPPED / "nl").rglob("*.yaml") if path.parent.name != "examples"
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content")
    shutil.copytree(SHIPPED / "nl", folder / "nl")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED / "nl", tmp_path / "nl")
    return tmp_path


def problems(folder: Path, language: str = "nl") -> list[Diagnostic]:
    with pytest.raises(KitError) as error:
        load(folder, language)
    return list(error.value.diagnostics)


def codes(folder: Path, language: str = "nl") -> list[str]:
    return [problem.code for problem in problems(folder, language)]


def test_the_shipped_content_is_right() -> None:
    catalogue = load(SHIPPED, "nl")
    assert catalogue.warnings == ()
    assert list(catalogue.sheets) == list(catalogue.kit.sheets)
    assert [sheet.name for sheet in catalogue.sheets.values()] == list(catalogue.kit.sheets)
    assert [pack.sheets for pack in catalogue.packs] == [catalogue.kit.sheets]
    assert [sheet.fragment for sheet in catalogue.sheets.values()] == ["c1", "c2", "p", "b", "i", "w", "d"]
    assert catalogue.kit.version.plain == "1.1"


def test_the_sectors_are_those_of_the_list() -> None:
    sectors = load(SHIPPED, "nl").sectors
    assert sectors.count == 22
    assert [[cluster.name.plain for cluster in sectors.column(number)] for number in (1, 2, 3, 4)] == [
        ["Kunst & cultuur"],
        ["Erfgoed", "Leren & vrije tijd"],
        ["Zorg & samenleven", "Werk & economie"],
        ["Omgeving & klimaat", "Andere"],
    ]
    printed = {sector.key: sector.printed_examples.plain for cluster in sectors.clusters for sector in cluster.sectors}
    assert printed["kunsten"] == (
        "beeldende kunst, muziek, podiumkunsten, circus en mengvormen; "
        "organisaties voor cultuureducatie, musea, galerijen, kunstonderwijs"
    )
    assert printed["amateurkunsten"] == (
        "beeldende kunst, muziek, podiumkunsten en mengvormen; veldorganisaties: Koor&Stem, VLAMO, KDO"
    )
    assert "De\u00a0Ambrassade" in printed["jeugd"]
    assert "en\u00a0-organisatie)" in printed["gezondheidszorg"]


def test_what_is_worked_out_is_filled_in() -> None:
    catalogue = load(SHIPPED, "nl")
    inspiration, method, run = (catalogue.sheets[name] for name in ("inspiratielijst", "werkwijze", "draaiboek"))
    assert isinstance(inspiration, InspirationList)
    assert isinstance(method, Method)
    assert isinstance(run, RunSheet)
    assert inspiration.subtitle.fill(aantal=22).plain.startswith("22 sectoren vol")
    assert run.timing.clock == ("0:00", "0:10", "0:25", "0:45", "1:10", "1:20", "1:45", "2:10", "2:30")
    assert catalogue.kit.version_line.fill(versie=catalogue.kit.version).plain == "versie 1.1 · {code}"


def texts(part: object) -> Iterator[Text]:
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from texts(item)
    elif isinstance(part, Content):
        for _, value in part:
            yield from texts(value)


def test_every_text_knows_its_place() -> None:
    catalogue = load(SHIPPED, "nl")
    parts = (catalogue.kit, catalogue.steps, catalogue.sectors, catalogue.packs, *catalogue.sheets.values())
    found = [text for part in parts for text in texts(part)]
    assert len(found) > 250
    for text in found:
        assert text.mark
        line = Path(text.mark.file).read_text(encoding="utf-8").splitlines()[text.mark.line - 1]
        start = line[text.mark.column - 1 :].lstrip("\"*|>'")
        assert not start or start.startswith(text.plain.replace("\u00a0", " ")[:6])


def test_another_language_is_another_folder(own: Path) -> None:
    (own / "nl").rename(own / "fr")
    assert load(own, "fr").language == "fr"


def test_letters_may_come_from_a_folder_in_the_content(own: Path) -> None:
    (own / "nl" / "letters").mkdir()
    (own / "nl" / "letters" / "A.TTF").touch()
    kit = own / "nl" / "kit.yaml"
    kit.write_text(kit.read_text(encoding="utf-8") + "fonts: letters\n", encoding="utf-8")
    assert load(own, "nl").fonts == own / "nl" / "letters"


def test_a_font_of_all_weights_in_one_is_refused(own: Path) -> None:
    (own / "nl" / "letters").mkdir()
    change(own / "nl" / "kit.yaml", "breakpoints:", "fonts: letters\nbreakpoints:")
    tables = b"".join(tag + bytes(12) for tag in (b"cmap", b"fvar", b"glyf"))
    (own / "nl" / "letters" / "A.ttf").write_bytes(b"\0\1\0\0\0\3" + bytes(6) + tables)
    with pytest.raises(KitError) as caught:
        load(own, "nl", ["A.ttf"])
    assert [(one.code, one.values["list"]) for one in caught.value.diagnostics] == [("fonts-variable", "A.ttf")]


def test_a_folder_that_is_not_content(own: Path) -> None:
    (own / "empty").mkdir()
    (own / "file").touch()
    (own / "half" / "nl").mkdir(parents=True)
    assert codes(own / "nothing") == ["content-missing"]
    assert codes(own / "empty") == ["content-none"]
    assert codes(own / "half") == ["content-none"]
    assert codes(own / "file") == ["content-is-file"]
    assert codes(own / "nl") == ["content-one-too-deep"]
    assert codes(own, "fr") == ["language-missing"]


def test_the_hint_names_the_folder_that_is_meant(own: Path) -> None:
    assert problems(own / "nl")[0].values["parent"] == str(own)
    assert problems(own, "fr")[0].values["known"] == "nl"


@pytest.mark.parametrize("file", ["kit.yaml", "steps.yaml", "sectors.yaml", "packs.yaml"])
def test_a_file_that_is_missing(file: str, own: Path) -> None:
    (own / "nl" / file).unlink()
    assert codes(own) == ["file-missing"]


def test_all_sheets_missing(own: Path) -> None:
    shutil.rmtree(own / "nl" / "sheets")
    assert codes(own) == ["sheet-file-missing"] * 7


def test_two_loads_are_equal() -> None:
    assert load(SHIPPED, "nl") == replace(load(SHIPPED, "nl"))


def damaged(folder: Path, file: str, raw: bytes) -> list[Diagnostic]:
    """The problems of the content with one file replaced; the file is put back."""
    path = folder / "nl" / file
    kept = path.read_bytes()
    path.write_bytes(raw)
    try:
        return list(load(folder, "nl").warnings)
    except KitError as error:
        return list(error.diagnostics)
    finally:
        path.write_bytes(kept)


def assert_in_place(folder: Path, file: str, raw: bytes, found: list[Diagnostic]) -> None:
    lines = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in found:
        mark = problem.mark
        if mark and mark.file == str(folder / "nl" / file):
            assert 1 <= mark.line <= len(lines), problem
            assert 1 <= mark.column <= len(lines[mark.line - 1]) + 1, problem


SOME = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SOME
@given(file=st.sampled_from(FILES), start=st.floats(0, 1), length=st.integers(0, 200), new=st.binary(max_size=8))
def test_any_damage_is_told_and_in_its_place(copy: Path, file: str, start: float, length: int, new: bytes) -> None:
    raw = (copy / "nl" / file).read_bytes()
    place = int(start * len(raw))
    changed = raw[:place] + new + raw[place + length :]
    assert_in_place(copy, file, changed, damaged(copy, file, changed))


@SOME
@given(
    file=st.sampled_from(FILES),
    start=st.floats(0, 1),
    new=st.text(alphabet="ab:- \n\t*&!{}[]\"'|>#%@`\\,?~é\ufeff\u2028\U0001f600", min_size=1, max_size=12),
)
def test_any_typing_is_told_and_in_its_place(copy: Path, file: str, start: float, new: str) -> None:
    text = (copy / "nl" / file).read_text(encoding="utf-8")
    place = int(start * len(text))
    raw = (text[:place] + new + text[place:]).encode()
    assert_in_place(copy, file, raw, damaged(copy, file, raw))
