#!/usr/bin/env bash
# Playwright 1.65 opens no page any more in the Firefox ESR of today
#
# Package:  playwright 1.65.2, beside 1.64.1; Firefox ESR 153 as Debian has it, no build of Playwright's own
# A guess:  firefox.launch(channel="moz-firefox", executable_path=...) drives the Firefox that is installed over WebDriver
#           BiDi, and goes on doing so in a minor version; a wish that nobody has is not sent.
# Happens:  new_page() fails. Playwright now always sends emulation.setMediaFeaturesOverride, also where no color_scheme or
#           reduced_motion was asked for; Firefox 153 does not know the command, and the error ends the page.
# Seen:     1.64.1 opens a page and reads its title; 1.65.2 raises an error that names the command.
# Way out:  playwright<1.65, until the ESR knows the command.
# Needs:    firefox-esr on the path, which a package index cannot give.
# Exit:     0 as described, 1 no longer so, 2 the packages could not be installed, or there is no firefox-esr.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v firefox-esr >/dev/null || { echo "no firefox-esr here: apt-get install firefox-esr" >&2; exit 2; }
for version in 1.64.1 1.65.2; do
  { python3 -m venv "$version" && "$version/bin/python" -m pip install -q "playwright==$version"; } >log 2>&1 ||
    { cat log >&2; exit 2; }
done

cat >open.py <<'PYTHON'
import shutil
from importlib.metadata import version

from playwright.sync_api import Error, sync_playwright

with sync_playwright() as running:
    browser = running.firefox.launch(channel="moz-firefox", executable_path=shutil.which("firefox-esr"))
    try:
        page = browser.new_page()
        page.goto("data:text/html,<title>here</title>")
        said = page.title()
    except Error as problem:
        said = next((line for line in str(problem).splitlines() if "setMediaFeaturesOverride" in line), str(problem))
    print(f"playwright {version('playwright')}, Firefox {browser.version}: {said}")
    browser.close()
PYTHON
old=$(1.64.1/bin/python open.py)
new=$(1.65.2/bin/python open.py)
printf '%s\n' "$old" "$new"
case "$old" in *": here") ;; *) echo "no longer so"; exit 1 ;; esac
case "$new" in *setMediaFeaturesOverride*) ;; *) echo "no longer so"; exit 1 ;; esac
echo "as described: 1.65 asks Firefox for a command that it does not know"
