"""Pictures, files, recordings and places; and fetching what people sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.botapi.chats import Message
from bot.botapi.markup import checked_caption
from bot.botapi.methods.registry import Fields, method, number, structure, writable
from bot.botapi.methods.sending import appear, post
from bot.botapi.refusals import Refused, bad

if TYPE_CHECKING:
    from bot.botapi.world import World

LARGEST_DOWNLOAD = 20 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_UPLOAD = 50 * 1024 * 1024
DIE = 4
"""What every die shows: nothing here is left to chance."""


def content_of(fields: Fields, name: str) -> bytes | None:
    """The bytes of an uploaded file, read once; None when the field names a file by its id."""
    given = fields[name]
    if isinstance(given, str) and given.startswith("attach://"):
        given = fields.get(given.removeprefix("attach://"), "")
    if isinstance(given, str | int):
        return None
    if isinstance(given, bytes):
        return given
    given.file.seek(0)
    body: bytes = given.file.read()
    return body


def stored(world: World, fields: Fields, name: str, kind: str) -> tuple[str, bytes]:
    """A file's id and its bytes, of what is uploaded now or was before."""
    body = content_of(fields, name)
    if body is None:
        file_id = str(fields[name])
        if file_id not in world.files:
            raise bad("wrong file identifier/HTTP URL specified")
        return file_id, world.files[file_id]
    if not body:
        raise bad("file must be non-empty")
    if len(body) > LARGEST_UPLOAD:
        raise Refused(413, "Request Entity Too Large")
    file_id = f"{kind}{world.serial()}"
    world.files[file_id] = body
    return file_id, body


def described(file_id: str, body: bytes, **more: Any) -> dict[str, Any]:
    """A file as messages name it."""
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(body), **more}


def photo_sizes(file_id: str, body: bytes) -> list[dict[str, Any]]:
    """A picture in two sizes, the smaller one first."""
    small = described(f"{file_id}s", b"", width=90, height=60)
    return [small, described(file_id, body, width=1280, height=853)]


def pictured(world: World, fields: Fields, name: str = "photo") -> Message:
    """A message that is a picture, with its caption."""
    file_id, body = stored(world, fields, name, "photo")
    if len(body) > LARGEST_PHOTO:
        raise bad("file is too big for a photo")
    content = {"photo": photo_sizes(file_id, body)}
    return _captioned(fields, "(photo)", content, photo=body)


def _captioned(
    fields: Fields, word: str, content: dict[str, Any], *, photo: bytes | None = None
) -> Message:
    caption, entities = checked_caption(fields)
    return Message(
        0, True, caption or word, str(fields.get("caption") or ""),
        photo=photo, caption=caption, content=content, entities=entities,
    )  # fmt: skip


@method
async def send_photo(world: World, fields: Fields) -> Any:
    """A picture with a caption and buttons."""
    return post(world, writable(world, fields), fields, pictured(world, fields))


@method
async def send_document(world: World, fields: Fields) -> Any:
    """A file."""
    chat = writable(world, fields)
    file_id, body = stored(world, fields, "document", "document")
    name = getattr(fields["document"], "filename", None) or "file"
    content = {"document": described(file_id, body, file_name=name)}
    return post(world, chat, fields, _captioned(fields, f"({name})", content))


@method
async def send_voice(world: World, fields: Fields) -> Any:
    """A recording; a person sees its length and a button to play it."""
    chat = writable(world, fields)
    file_id, body = stored(world, fields, "voice", "voice")
    voice = described(file_id, body, duration=number(fields, "duration", 1), mime_type="audio/ogg")
    return post(world, chat, fields, _captioned(fields, "(voice)", {"voice": voice}))


@method
async def send_location(world: World, fields: Fields) -> Any:
    """A pin on the map."""
    chat = writable(world, fields)
    return post(
        world, chat, fields, Message(0, True, "(location)", content={"location": _place(fields)})
    )


@method
async def send_venue(world: World, fields: Fields) -> Any:
    """A pin with a name and an address."""
    chat = writable(world, fields)
    venue = {"location": _place(fields), "title": fields["title"], "address": fields["address"]}
    content = {"location": venue["location"], "venue": venue}
    return post(world, chat, fields, Message(0, True, f"({fields['title']})", content=content))


def _place(fields: Fields) -> dict[str, float]:
    latitude, longitude = float(fields["latitude"]), float(fields["longitude"])
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise bad("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}


@method
async def send_dice(world: World, fields: Fields) -> Any:
    """A die, which always falls on the same side."""
    chat = writable(world, fields)
    emoji = str(fields.get("emoji") or "🎲")
    content = {"dice": {"emoji": emoji, "value": DIE}}
    return post(world, chat, fields, Message(0, True, emoji, content=content))


@method
async def send_media_group(world: World, fields: Fields) -> Any:
    """2 to 10 pictures that belong together; each is a message."""
    chat = writable(world, fields)
    media = structure(fields, "media") or []
    if not 2 <= len(media) <= 10:
        raise bad("wrong number of items in media group: there must be 2-10 of them")
    group = f"group{world.serial()}"
    messages = [pictured(world, {**fields, **one}, "media") for one in media]
    for message in messages:
        message.content["media_group_id"] = group
    return [appear(world, chat, message) for message in messages]


@method
async def get_file(world: World, fields: Fields) -> Any:
    """Where a file can be fetched: up to 20 MB."""
    file_id = str(fields["file_id"])
    if file_id not in world.files:
        raise bad("wrong file_id or the file is temporarily unavailable")
    body = world.files[file_id]
    if len(body) > LARGEST_DOWNLOAD:
        raise bad("file is too big")
    return described(file_id, body, file_path=f"files/{file_id}")
