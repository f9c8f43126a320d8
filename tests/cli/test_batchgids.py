"""The walk past all steps of a batch, behind a real terminal: what is asked, and that stopping loses nothing."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

pytestmark = pytest.mark.lang
LOOP = [sys.executable, "-m", "toegang_cli", "beschikking", "batch", "-g", "zwolle", "--processen", "1"]


def loop(*antwoorden: str) -> tuple[int, str]:
    """Walk with these answers typed on a terminal; returns the exit code and everything that was said."""
    baas, slaaf = pty.openpty()
    try:
        os.write(baas, "".join(f"{antwoord}\n" for antwoord in antwoorden).encode())
        klaar = subprocess.run(
            LOOP, stdin=slaaf, capture_output=True, text=True, check=False, timeout=300, env=dict(os.environ)
        )
    finally:
        os.close(baas)
        os.close(slaaf)
    return klaar.returncode, klaar.stdout + klaar.stderr


def test_a_person_walks_from_the_selection_to_the_post_and_may_stop_between(brenger):
    brenger("batch")
    code, tekst = loop("ja", "nee")
    assert code == 0
    assert "Stap 1 van 6" in tekst
    assert "Gestopt; er gaat niets verloren" in tekst
    # taken up where it was; a number that is none is asked again
    code, tekst = loop("ja", "ja", "ja", "twee", "2", "ja", "ja", "nee")
    assert code == 0, tekst
    assert "is gecontroleerd. Daarmee verdergaan?" in tekst
    assert "Dit is geen aantal" in tekst
    assert "2 gekozen = 2 gemaakt" in tekst
    assert "Scheidingsblad" not in tekst
    code, tekst = loop("ja", "ja", "2")
    assert code == 0, tekst
    assert "Groep c5: 2 brieven verzonden" in tekst
    assert "Bezwaar kan tot en met" in tekst


def test_a_wrong_number_approves_nothing(brenger):
    brenger("batch")
    code, tekst = loop("ja", "ja", "ja", "3")
    assert code == 2
    assert "U noemt 3 brieven" in tekst
