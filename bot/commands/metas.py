"""`meta`: what comes back across surveys."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.common import Console, read_bytes, require_report_language, write_file
from bot.commands.telling import told
from bot.metas import FORMATS, MetaRequest, surveys_in, write_meta

if TYPE_CHECKING:
    from bot.config import Settings


async def meta(
    settings: Settings,
    console: Console,
    codes: list[str],
    *,
    series: str | None,
    form: str,
    language: str,
    output: str | None,
    template: Path | None,
) -> None:
    """Writes the analysis to a file; JSON to stdout where no file is named."""
    if form not in FORMATS:
        known = ", ".join(FORMATS)
        raise console.refused("cli-format-unknown", format=form, known=known)
    if bool(codes) == bool(series):
        raise console.refused("cli-meta-which")
    require_report_language(console, language)
    if template is not None and form != "pptx":
        raise console.refused("refused-template")
    own = None if template is None else read_bytes(template)
    request = MetaRequest(language, form, tuple(codes), series, own)
    made = await told(
        settings,
        lambda store: surveys_in(store, request),
        lambda store: write_meta(store, request),
    )
    if output == "-" or (output is None and form == "json"):
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
        return
    path = Path(output or f"meta.{form}")
    await asyncio.to_thread(write_file, path, made)
    console.tell("cli-report-written", path=str(path))
