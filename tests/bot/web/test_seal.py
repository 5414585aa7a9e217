"""What this server signs, and recognises again."""

from __future__ import annotations

import pytest

from bot.web.seal import Seal

SEAL = Seal(b"k" * 32)


def test_a_token_is_good_for_its_purpose_at_this_server_alone() -> None:
    token = SEAL.token("ABCDEF")
    assert SEAL.recognises(token, "ABCDEF")
    assert not SEAL.recognises(token, "GHJKMN")
    assert not Seal(b"l" * 32).recognises(token, "ABCDEF")
    assert not SEAL.recognises(SEAL.nonce("ABCDEF"), "ABCDEF"), "a nonce is no token"


@pytest.mark.parametrize("forged", ["", ".", "x", "x.", ".y", "x.y", "å.ö", "\ud800.y", "x" * 5000])
def test_what_nobody_signed_is_refused_without_a_failure(forged: str) -> None:
    assert not SEAL.recognises(forged, "ABCDEF")
    assert SEAL.once(forged, "token", ["next"]) is None
    assert SEAL.opened(forged, "kept") is None


def test_a_form_is_the_same_only_with_the_same_content_in_the_same_browser() -> None:
    nonce = SEAL.nonce("mine")
    once = SEAL.once(nonce, "mine", ["next", "4"])
    assert once is not None
    assert once == SEAL.once(nonce, "mine", ["next", "4"])
    assert once != SEAL.once(nonce, "mine", ["next", "3"])
    assert once != SEAL.once(nonce, "mine", ["next4", ""]), "where a field ends matters"
    assert SEAL.once(nonce, "yours", ["next", "4"]) is None


def test_a_changed_text_is_noticed_and_cookies_of_earlier_versions_stay_good() -> None:
    sealed = "hej å.-zOAxNAn0sFJUvtuSfrYpgQKw_dFJXLeiWiwWv6eFN0"
    assert SEAL.closed("hej å", "x") == sealed
    assert SEAL.opened(sealed, "x") == "hej å"
    assert SEAL.opened(sealed.replace("hej", "nej"), "x") is None
    assert SEAL.opened(sealed, "y") is None
