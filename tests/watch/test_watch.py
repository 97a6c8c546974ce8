"""`kit watch` as its users meet it: a process that they leave running while they edit, break and mend."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from kit.messages.catalogue import Messages
from kit.watch.server import LivePage, State
from kit.watch.watch import Order, Watch
from tests.small import change, drop, small_kit, tree

PATIENCE = 60
TITLE = "title: Bouw je netwerk uit"


class Running:
    """The command, running; what it says is read line by line."""

    def __init__(self, place: Path, *options: str) -> None:
        self.content, self.out = small_kit(place / "content"), place / "out"
        command = ["-c", "from kit.__main__ import main; main()", "watch", "--content", str(self.content)]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        self.process = subprocess.Popen(
            [sys.executable, *command, "--out", str(self.out), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**kept, "KIT_LANG": "nl", "BROWSER": f"{sys.executable} -c pass"},
            encoding="utf-8",
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, *ends: str) -> list[str]:
        """What it says up to a line that begins so."""
        said: list[str] = []
        while not said or not said[-1].startswith(ends):
            said.append(self._lines.get(timeout=PATIENCE))
        return said

    def quiet(self, seconds: float = 1) -> bool:
        """Whether it says nothing for a while."""
        time.sleep(seconds)
        return self._lines.empty()

    def file(self, *parts: str) -> Path:
        return self.content.joinpath("nl", *parts)

    def text(self, sheet: str) -> str:
        """What is on the first page of a sheet, as another library reads it."""
        file = self.out / "nl" / "sheets" / f"{sheet}.pdf"
        page = pypdfium2.PdfDocument(file.read_bytes())[0]
        found: str = page.get_textpage().get_text_bounded()
        return found

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    yield from started(tmp_path)


def started(place: Path, *options: str) -> Iterator[Running]:
    found = Running(place, *options)
    try:
        found.until("Samen ")
        yield found
    finally:
        found.process.kill()
        found.process.wait()


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C of another process")


def test_a_saved_word_is_in_the_pdf_and_only_its_sheet_and_pack_are_remade(running: Running) -> None:
    change(running.file("sheets", "canvas-2.yaml"), "title: Over", "title: Hop over")
    said = running.until("Samen ")
    assert said[0].endswith("bewaard: canvas-2.yaml")
    assert [line.split(":")[0] for line in said[1:-1]] == ["canvas-2", "volledig"]
    assert "," in said[1] and said[1].endswith(" s")
    assert "Hop over" in running.text("canvas-2")
    assert running.stop() == 0
    assert running.until("Gestopt.") == ["Gestopt."]


def test_what_is_broken_is_shown_the_last_good_files_stay_and_it_recovers(running: Running) -> None:
    good = tree(running.out)
    file = running.file("sheets", "canvas-2.yaml")
    text = file.read_text(encoding="utf-8")
    for broken in (text[: len(text) // 2], "", "\0", "a: [", "\ufffe", "layout: {x: " * 40):
        file.write_text(broken, encoding="utf-8")
        said = running.until("De pdf's van de vorige keer")
        assert any(line.startswith(f"{file}:") for line in said), said
        assert not any("Traceback" in line for line in said)
        assert tree(running.out) == good
    file.write_text(text, encoding="utf-8")
    assert running.until("Op papier is niets")[-2:] == ["De fouten zijn weg.", "Op papier is niets veranderd."]
    assert tree(running.out) == good


def test_a_folder_that_goes_and_a_file_with_another_name_come_back(running: Running) -> None:
    good = tree(running.out)
    for path in (running.file(), running.file("sheets"), running.content, running.file("sheets", "canvas-1.yaml")):
        away = running.content.parent / "away"
        path.rename(away)
        running.until("De pdf's van de vorige keer")
        assert tree(running.out) == good
        away.rename(path)
        running.until("Op papier is niets")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="who may do all may read all")
def test_a_file_without_rights(running: Running) -> None:
    file = running.file("steps.yaml")
    file.chmod(0)
    running.until("De pdf's van de vorige keer")
    file.chmod(0o600)
    running.until("Op papier is niets")


def test_editors_that_save_in_steps_give_one_build(running: Running) -> None:
    file = running.file("sheets", "canvas-2.yaml")
    text = file.read_text(encoding="utf-8")
    for i in range(5):
        (file.parent / ".canvas-2.yaml.swp").write_text("x")
        beside = file.with_suffix(".new~")
        beside.write_text(text.replace("title: Over", f"title: {i} over"), encoding="utf-8")
        file.write_text("")
        beside.replace(file)
    assert sum("bewaard" in line for line in running.until("Samen ")) == 1
    assert running.quiet()
    assert "4 over" in running.text("canvas-2")


def test_the_page_shows_the_sheets_and_what_is_wrong_and_is_for_this_machine(tmp_path: Path) -> None:
    for running in served(tmp_path):
        address = running.address
        page = get(address)
        pictures = [part.split('"')[0] for part in page.split('src="/')[2:]]
        assert len(pictures) == 2
        for picture in pictures:
            assert get(address + picture, raw=True)[:4] == b"\x89PNG"
        port = address.rsplit(":", 1)[1].strip("/")
        assert status(address, Host=f"localhost:{port}") == 200
        for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", "", f"127.0.0.1:{port}.evil.example"):
            assert status(address, Host=host) == 403
            assert status(address + pictures[0], Host=host) == 403
        for path in ("../../etc/passwd", "%2e%2e/kit.yaml", "page.html", "page.py", pictures[0] + "x"):
            assert status(address + path) == 404
        with urllib.request.urlopen(address + "events", timeout=PATIENCE) as events:
            assert events.readline().startswith(b"data:")
            change(running.file("sheets", "canvas-2.yaml"), "layout: canvas_2", "layout: <script>alert(1)</script>")
            events.readline()
            assert events.readline().startswith(b"data:")
        page = get(address)
        assert "alert(1)" in page
        assert "<script>alert" not in page
        assert 'class="wrong"' in page
        assert [part.split('"')[0] for part in page.split('src="/')[2:]] == pictures


def test_whoever_waits_for_a_build_hears_of_it_at_once() -> None:
    live_page, heard = LivePage(Messages.load("en")), threading.Event()

    def listen() -> None:
        live_page.wait(0, 1000)
        heard.set()

    threading.Thread(target=listen, daemon=True).start()
    assert not heard.wait(0.2)
    live_page.publish(State())
    assert heard.wait(PATIENCE)


def test_a_sheet_that_is_taken_out_of_the_kit_is_no_longer_shown(tmp_path: Path) -> None:
    content = small_kit(tmp_path / "content")
    watch = Watch(Order((), content, tmp_path / "out"))
    assert watch.shown() == ()
    assert {one.name for one in watch.rebuild().made} == {"canvas-1", "canvas-2", "volledig"}
    assert [sheet.name for sheet in watch.shown()] == ["canvas-1", "canvas-2"]
    for file in ("kit.yaml", "packs.yaml"):
        drop(content / "nl" / file, "- canvas-2")
    shares = (content / "nl" / "packs.yaml").read_text(encoding="utf-8").splitlines()
    drop(content / "nl" / "packs.yaml", *(line.strip() for line in shares if "sheet: canvas-2" in line))
    (content / "nl" / "sheets" / "canvas-2.yaml").unlink()
    rebuild = watch.rebuild(frozenset("x"))
    assert not rebuild.failed, rebuild.notes
    assert [sheet.name for sheet in watch.shown()] == ["canvas-1"]


class Served(Running):
    address = ""


def served(place: Path) -> Iterator[Served]:
    found = Served(place, "--open")
    try:
        found.address = found.until("Alle bladen")[-1].split(" ")[-1]
        found.until("Samen ")
        # The page is told of the build just after the terminal.
        found.quiet(0.3)
        yield found
    finally:
        found.process.kill()
        found.process.wait()


def get(address: str, *, raw: bool = False) -> Any:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        found: bytes = answer.read()
    return found if raw else found.decode()


def status(address: str, **heads: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=heads), timeout=PATIENCE) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
