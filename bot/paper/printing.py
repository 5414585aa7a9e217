"""Paper as a file: PDF, set by Typst with fonts that travel with the program; nothing is fetched."""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any


def pdf(form: dict[str, Any], template: str = "form") -> bytes:
    """A form, or what another of our templates sets (`poster`), as an A4 PDF."""
    import matplotlib as mpl
    import typst

    fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
    with as_file(files("bot.paper") / f"{template}.typ") as file:
        made: bytes = typst.compile(
            str(file),
            format="pdf",
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"form": json.dumps(form, ensure_ascii=False)},
        )
    return made
