"""Settings: `config.toml`, then `DALALAB_<SECTION>__<KEY>`, then the command line. Secrets: environment only."""

from __future__ import annotations

import datetime as dt
import difflib
import os
import re
import tomllib
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.refusing import refused
from surveys.errors import ConfigError
from surveys.files import unreadable

SECRETS = {
    "token": "DALALAB_TELEGRAM_TOKEN",
    "webhook_secret": "DALALAB_TELEGRAM_WEBHOOK_SECRET",
    "secret_key": "DALALAB_SECRET_KEY",
}


_EXPECTED = {
    "int_parsing": "whole",
    "int_type": "whole",
    "int_from_float": "whole",
    "float_parsing": "number",
    "float_type": "number",
    "bool_parsing": "truth",
    "bool_type": "truth",
    "string_type": "text",
    "literal_error": "choice",
    "greater_than": "above",
    "greater_than_equal": "least",
    "less_than_equal": "most",
    "value_error": "example",
}
"""What a setting should have been, by what was wrong with it; a validator of our own raises its example."""


class Section(BaseModel):
    """One table of `config.toml`; a key it does not know is an error."""

    model_config = ConfigDict(extra="forbid")


class WebSettings(Section):
    """Where the pages are served."""

    host: str = "0.0.0.0"  # noqa: S104 - phones in the room must reach it
    port: int = Field(default=8000, ge=0, le=65535)
    public_url: str | None = None
    tiles: str = ""
    tiles_attribution: str = ""
    licence: str = ""
    """What geographic files say about being used again; empty: nothing is said."""

    @field_validator("tiles")
    @classmethod
    def _a_pattern(cls, value: str) -> str:
        parts = urlsplit(value)
        named = all(part in value for part in ("{z}", "{x}", "{y}"))
        if value and not (parts.scheme in {"http", "https"} and parts.netloc and named):
            raise ValueError("https://karta.kommunen.se/{z}/{x}/{y}.png")
        return value

    @field_validator("public_url")
    @classmethod
    def _an_address(cls, value: str | None) -> str | None:
        if not value:
            return None
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise ValueError("https://fraga.kommunen.se")
        return value.rstrip("/")


class AccessibilitySettings(Section):
    """What the accessibility statement says about the organisation behind the pages (L18)."""

    organisation: str = ""
    email: str = ""
    phone: str = ""
    reply_days: int = Field(default=0, ge=0, le=60)
    status: Literal["fully", "partly", "not"] = "partly"
    faults: list[str] = []
    assessed: dt.date = dt.date(2026, 11, 28)
    assessed_by: str = ""
    published: dt.date = dt.date(2026, 11, 28)


class TelegramSettings(Section):
    """The Telegram channel; it runs when there is a token."""

    api_base: str = "https://api.telegram.org"
    mode: Literal["polling", "webhook"] = "polling"
    poll_timeout: int = Field(default=25, ge=0, le=50)
    country: str = "Förenade Arabemiraten"
    messages_per_second: float = Field(default=30, ge=0)
    messages_per_second_and_chat: float = Field(default=1, ge=0)
    reminder_hours: float = Field(default=24, ge=0)
    time_zone: str = "Europe/Stockholm"
    token: SecretStr | None = None
    webhook_secret: SecretStr | None = None

    @field_validator("time_zone")
    @classmethod
    def _a_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("Europe/Stockholm")
        return value


class StoreSettings(Section):
    """Which database; SQLite by file, PostgreSQL by address."""

    url: str = "sqlite:///data/dalalab.sqlite"


class SurveySettings(Section):
    """Defaults of new surveys."""

    language: str = "sv"
    clock_seconds: float = Field(default=5, gt=0)


class OpinionSettings(Section):
    """When opinion groups are looked for."""

    least_voters: int = Field(default=50, ge=12)


class LogSettings(Section):
    """What is written to standard error."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class Settings(BaseSettings):
    """Everything that can be set."""

    model_config = SettingsConfigDict(
        env_prefix="DALALAB_", env_nested_delimiter="__", extra="forbid", env_ignore_empty=True
    )

    web: WebSettings = WebSettings()
    accessibility: AccessibilitySettings = AccessibilitySettings()
    telegram: TelegramSettings = TelegramSettings()
    store: StoreSettings = StoreSettings()
    survey: SurveySettings = SurveySettings()
    opinion: OpinionSettings = OpinionSettings()
    log: LogSettings = LogSettings()
    secret_key: SecretStr | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the file; the file is handed in as init settings."""
        return (env_settings, init_settings)

    @property
    def sqlite_file(self) -> Path | None:
        """The SQLite file, None when the store is elsewhere."""
        scheme, _, path = self.store.url.partition(":///")
        return Path(path) if scheme.split("+")[0] == "sqlite" else None

    @property
    def instance(self) -> Path:
        """What the files of a running server are called: the database's path without its ending.

        Two servers with databases in one folder do not get in each other's way.
        """
        file = self.sqlite_file
        return file.with_suffix("") if file is not None else self.data_directory / "postgresql"

    @property
    def data_directory(self) -> Path:
        """Where the secret key lies: beside the SQLite file, else `data`."""
        return self.sqlite_file.parent if self.sqlite_file is not None else Path("data")

    @property
    def recordings(self) -> Path:
        """Where recordings of questions lie, a folder for each survey."""
        return self.instance.with_name(f"{self.instance.name}.recordings")


def load_settings(file: Path | None, **overrides: Any) -> Settings:
    """The settings in force.

    Args:
        file: a configuration file; None takes `config.toml` of the working directory when there is one.
        overrides: `section__key=value` from the command line; None means not given.

    Raises:
        ConfigError: a key is unknown, a value is wrong, or a secret stands in the file.
    """
    written = _read(file)
    _refuse_secrets(written)
    _refuse_unknown_environment()
    try:
        settings = Settings(**written)
        for name, value in overrides.items():
            if value is not None:
                section, key = name.split("__")
                current = getattr(settings, section)
                changed = type(current).model_validate({**current.model_dump(), key: value})
                setattr(settings, section, changed)
    except ValidationError as error:
        raise ConfigError.all_of(_told(error)) from None
    return _with_secrets(settings)


def _read(file: Path | None) -> dict[str, Any]:
    path = file or Path("config.toml")
    if file is None and not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"\(at line (\d+)", str(error))
        raise refused("refused-toml", file=path.name, line=line[1] if line else "?") from None
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(path.name, error) from None


def _refuse_secrets(written: dict[str, Any]) -> None:
    places = [written, *(table for table in written.values() if isinstance(table, dict))]
    for table in places:
        for name, variable in SECRETS.items():
            if name in table:
                raise refused("refused-secret-in-file", name=name, variable=variable)


def _refuse_unknown_environment() -> None:
    """A misspelt DALALAB_WEB__PROT would otherwise be ignored in silence."""
    known = set(SECRETS.values())
    for section, field in Settings.model_fields.items():
        model = field.annotation
        if isinstance(model, type) and issubclass(model, Section):
            known |= {f"DALALAB_{section}__{key}".upper() for key in model.model_fields}
    for name in os.environ:
        if name.startswith("DALALAB_") and "__" in name and name.upper() not in known:
            near = difflib.get_close_matches(name.upper(), sorted(known), n=1)
            raise refused("refused-no-setting", name=name, near=near[0] if near else "none")


def _with_secrets(settings: Settings) -> Settings:
    telegram = {
        name: os.environ[SECRETS[name]]
        for name in ("token", "webhook_secret")
        if os.environ.get(SECRETS[name])
    }
    if telegram:
        current = settings.telegram.model_dump()
        settings.telegram = TelegramSettings.model_validate({**current, **telegram})
    if settings.telegram.mode == "webhook" and settings.telegram.token is not None:
        _check_webhook(settings)
    return settings


def _check_webhook(settings: Settings) -> None:
    if settings.telegram.webhook_secret is None:
        raise refused("refused-webhook-secret")
    if settings.web.public_url is None:
        raise refused("refused-webhook-address")


def _told(error: ValidationError) -> list[ConfigError]:
    """Every problem, with what to do."""
    found = []
    for details in error.errors(include_url=False, include_input=False):
        name = ".".join(str(part) for part in details["loc"])
        if details["type"] == "extra_forbidden":
            near = difflib.get_close_matches(name, _known_names(), n=1)
            found.append(refused("refused-no-setting", name=name, near=near[0] if near else "none"))
            continue
        limit = next(iter(details.get("ctx", {}).values()), "")
        kind = _EXPECTED.get(details["type"], "other")
        told = str(limit).replace(" or ", ", ")
        found.append(refused("refused-setting", name=name, kind=kind, limit=told))
    return found


def _known_names() -> list[str]:
    names = []
    for section, field in Settings.model_fields.items():
        model = field.annotation
        names.append(section)
        if isinstance(model, type) and issubclass(model, Section):
            names += [f"{section}.{key}" for key in model.model_fields]
    return names
