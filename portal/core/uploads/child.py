"""The only code that opens what strangers made; it runs as a process of its own, and may die.

Both sites use it: the portal for what it publishes, casework for what belongs to a case.

`python -I child.py COMMAND FILE EXTENSION OUTPUT`, with the limits below set before anything is
read. It imports nothing of ours and writes its findings as JSON lines to standard output:

    inspect  what the file is, and OUTPUT: the same file without its author's name
    read     a line for each page of text, as they are read, so that a kill loses only the rest

A refusal is a finding (`{"refusal": …}`), a file that cannot be understood another (`problem`).
"""

from __future__ import annotations

import csv
import io
import json
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

MEGABYTE = 1024 * 1024
CPU_SECONDS = {"inspect": 20, "read": 120}
MEMORY = {"inspect": 1024 * MEGABYTE, "read": 2048 * MEGABYTE}  # address space
OUTPUT_BYTES = 200 * MEGABYTE

MAX_MEMBERS = 200  # of a zip-based file (security control 50)
MAX_UNPACKED = 100 * MEGABYTE
MAX_PIXELS = 40_000_000
MAX_PAGES = 3_000
MAX_PAGE_CHARACTERS = 200_000
MAX_OBJECTS = 300_000
TABLE_ROWS = 51  # with the heading
TABLE_COLUMNS = 40
CELL_CHARACTERS = 200
TAIL = 64  # bytes that some programs leave behind the end of a file

Finding = dict[str, Any]


class Refused(Exception):
    """The file may not be kept; the message is for the editor."""


def main() -> int:
    """Limit this process, run the command, print its findings."""
    command, source, extension, target = sys.argv[1:5]
    limit(command)
    content = Path(source).read_bytes()
    try:
        for finding in COMMANDS[command](content, extension, Path(target)):
            print(json.dumps(finding), flush=True)  # noqa: T201 -- read by the parent
    except Refused as refusal:
        print(json.dumps({"refusal": str(refusal)}))  # noqa: T201 -- read by the parent
    return 0


def limit(command: str) -> None:
    """Time, memory and output that this process may use; the system enforces them."""
    seconds = CPU_SECONDS[command]
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY[command], MEMORY[command]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT_BYTES, OUTPUT_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


# What a file is ---------------------------------------------------------------------------------


def inspect(content: bytes, extension: str, target: Path) -> Iterator[Finding]:
    """One finding: `pages`, `warnings`, `problem`; OUTPUT is written where the file was cleaned."""
    yield INSPECTORS[extension](content, extension, target)


def inspect_pdf(content: bytes, extension: str, target: Path) -> Finding:
    """Refuse active content; take out the author; look for what a screen reader needs."""
    _refuse_second_file(content, content.rfind(b"%%EOF") + 5 if b"%%EOF" in content else 0)
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            refuse_active_words(content)
            return {"problem": "encrypted"}
        objects = list(_objects(reader))
        pages = len(reader.pages)
    except Refused:
        raise
    except Exception:
        refuse_active_words(content)
        return {"problem": "broken"}
    for thing in objects:
        _refuse_active(thing)
    finding: Finding = {"pages": pages, "warnings": _pdf_warnings(reader)}
    if _is_signed(reader):
        finding["warnings"].append(
            "The PDF is signed, so its author's name was left in: taking it out would break the "
            "signature."
        )
        return finding
    try:
        _write_without_author(reader, target)
    except Exception:
        finding["warnings"].append("The author's name could not be taken out of the PDF.")
    return finding


ACTIVE_KEYS = {"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent"}
ACTIVE_ACTIONS = {
    "/JavaScript": "JavaScript",
    "/Launch": "a command that starts a program",
    "/SubmitForm": "a form that sends what is typed",
    "/ImportData": "a command that imports data",
    "/GoToE": "a link into an embedded file",
    "/Rendition": "embedded media",
    "/RichMediaExecute": "embedded media",
}
ACTIVE_TYPES = {
    "/EmbeddedFile": "an embedded file",
    "/RichMedia": "embedded media",
    "/FileAttachment": "an embedded file",
}
KEY_MEANS = {
    "/JS": "JavaScript",
    "/JavaScript": "JavaScript",
    "/EmbeddedFiles": "an embedded file",
    "/EF": "an embedded file",
    "/XFA": "a form with a program in it",
    "/RichMediaContent": "embedded media",
}
ADVICE = "Print it to a new PDF (“Save as PDF”) and upload that one."


def _objects(reader: Any) -> Iterator[Any]:
    """Every indirect object, referred to or not, packed or not."""
    numbers = {
        (number, generation) for generation, table in reader.xref.items() for number in table
    }
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MAX_OBJECTS:
        raise ValueError("too many objects")
    from pypdf.generic import IndirectObject

    for number, generation in sorted(numbers):
        try:
            yield reader.get_object(IndirectObject(number, generation, reader))
        except RecursionError:
            raise
        except Exception:  # noqa: S112 -- one broken object; PDF programs pass over it as well
            continue
    yield reader.trailer


def _refuse_active(thing: Any) -> None:
    waiting, seen = [thing], 0
    while waiting:
        current = waiting.pop()
        seen += 1
        if seen > MAX_OBJECTS:
            raise Refused("This PDF is nested too deeply to be examined. " + ADVICE)
        if isinstance(current, dict):
            _refuse_active_dictionary(current)
            waiting += [dict.__getitem__(current, key) for key in current]
        elif isinstance(current, list):
            waiting += list(list.__iter__(current))


def _refuse_active_dictionary(dictionary: dict[Any, Any]) -> None:
    found = [KEY_MEANS[str(key)] for key in dictionary if str(key) in ACTIVE_KEYS]
    action = dict.get(dictionary, "/S")
    kinds = (dict.get(dictionary, "/Type"), dict.get(dictionary, "/Subtype"))
    if isinstance(action, str) and str(action) in ACTIVE_ACTIONS:
        found.append(ACTIVE_ACTIONS[str(action)])
    found += [ACTIVE_TYPES[str(k)] for k in kinds if isinstance(k, str) and str(k) in ACTIVE_TYPES]
    if found:
        raise Refused(f"This PDF contains {found[0]}, which we do not give to readers. {ADVICE}")


ACTIVE_WORDS = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm)\b")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def refuse_active_words(content: bytes) -> None:
    """For a PDF whose structure cannot be read: look for the words themselves."""
    plain = ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), content)
    if found := ACTIVE_WORDS.search(plain):
        word = found[1].decode()
        raise Refused(
            f"This PDF cannot be read, and the word “{word}” in it points to active content, "
            f"which we do not give to readers. {ADVICE}"
        )


def _pdf_warnings(reader: Any) -> list[str]:
    root = reader.trailer["/Root"]
    title = (reader.metadata or {}).get("/Title", "")
    marks = root.get("/MarkInfo") or {}
    checks = (
        (
            str(title or "").strip(),
            "The PDF has no title: a screen reader announces its file name.",
        ),
        (root.get("/Lang"), "The PDF does not say its language: it may be read out wrongly."),
        (marks.get("/Marked"), "The PDF is not tagged: its headings and tables cannot be heard."),
    )
    return [warning for holds, warning in checks if not holds]


def _is_signed(reader: Any) -> bool:
    form = reader.trailer["/Root"].get("/AcroForm") or {}
    return bool(int(form.get("/SigFlags", 0) or 0) & 1)


def _write_without_author(reader: Any, target: Path) -> None:
    from pypdf import PdfWriter
    from pypdf.generic import NameObject

    writer = PdfWriter(clone_from=reader)
    title = (reader.metadata or {}).get("/Title")
    writer.metadata = {NameObject("/Title"): title} if title else None
    root = writer._root_object
    if "/Metadata" in root:
        del root["/Metadata"]  # the author's name stands there as well
    with target.open("wb") as file:
        writer.write(file)


OFFICE_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
OFFICE_ACTIVE = re.compile(
    r"vbaproject|vbadata|/activex/|/embeddings/.*\.(bin|exe|vbs|js)$", re.IGNORECASE
)
PERSONAL = re.compile(rb"<(dc:creator|cp:lastModifiedBy|Manager|Company)>[^<]*</\1>", re.IGNORECASE)


def inspect_office(content: bytes, extension: str, target: Path) -> Finding:
    """Refuse macros, bombs and anything that is no Word or Excel file; take out the author, and
    what its pictures say of their place and camera."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        raise Refused(_not_a(extension)) from None
    _refuse_members(members)
    names = {member.filename for member in members}
    if "[Content_Types].xml" not in names or OFFICE_PARTS[extension] not in names:
        raise Refused(_not_a(extension))
    try:
        parts = {member.filename: _unpacked(archive, member) for member in members}
    except Refused:
        raise
    except Exception:
        raise Refused(_not_a(extension)) from None
    if b"macroEnabled" in parts["[Content_Types].xml"]:
        raise Refused("This file has macros in it. Save it without macros and upload that one.")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as cleaned:
        for name, part in parts.items():
            is_about = name.startswith("docProps/")
            entry = zipfile.ZipInfo(name)  # dated 1980: the day of writing is nobody's business
            entry.compress_type = zipfile.ZIP_DEFLATED
            cleaned.writestr(
                entry, PERSONAL.sub(rb"<\1></\1>", part) if is_about else _without_place(part)
            )
    return {"fine": True}


PICTURE_STARTS = {
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "png": re.compile(rb"\x89PNG"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "tiff": re.compile(rb"II\*\0|MM\0\*"),
}
# What a picture may say of itself; anything else is drawn away.
SAYS_NOTHING = {
    "dpi", "gamma", "transparency", "interlace", "aspect", "icc_profile", "chromaticity", "srgb",
    "jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform",
    "progressive", "progression", "loop", "background", "timestamp", "duration", "default_image",
}  # fmt: skip
TIFF_SAYS = {270, 271, 272, 700, 33723, 34377, 34665, 34853}  # words, camera, XMP, IPTC, place


def _without_place(part: bytes) -> bytes:
    """A part of an office file; a picture that says where and with what it was taken is redrawn."""
    kind = next((kind for kind, start in PICTURE_STARTS.items() if start.match(part)), None)
    if kind is None:
        return part
    try:
        if not _says_something(part, kind):
            return part
        if kind != "tiff":
            return _redrawn(part, kind)
    except Refused:
        raise
    except Exception:
        raise Refused("A picture in this file is damaged. Put it in afresh.") from None
    raise Refused(
        "A TIFF picture in this file says where or with what it was taken. Change it to JPG or PNG."
    )


def _says_something(picture: bytes, kind: str) -> bool:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with Image.open(io.BytesIO(picture), formats=[IMAGE_FORMATS[kind]]) as image:
        if kind == "tiff":
            return bool(set(image.getexif()) & TIFF_SAYS)
        image.load()  # what a PNG says may stand behind its points
        return bool(set(image.info) - SAYS_NOTHING)


def _refuse_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise Refused(f"This file is packed from more than {MAX_MEMBERS} parts. Save it afresh.")
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Refused("This file unpacks to more than 100 MB. Save it with smaller pictures.")
    for member in members:
        name = member.filename
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise Refused("This file has parts that would be written outside it. Save it afresh.")
        if member.flag_bits & 1:
            raise Refused("This file is locked with a password. Save it without one.")
        if OFFICE_ACTIVE.search("/" + name):
            raise Refused("This file has macros or programs in it. Save it without them.")


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as part:
        content = part.read(member.file_size + 1)  # never more than the heading admits
    if len(content) != member.file_size:
        raise Refused("This file says less than the truth about its size. Save it afresh.")
    if re.search(rb"<!(DOCTYPE|ENTITY)", content[:4096], re.IGNORECASE):
        raise Refused("This file defines entities of its own, as no office program does.")
    return content


MARKUP = re.compile(r"\s*(<!doctype|<html|<script|<svg|<\?xml|<body|<\?php)", re.IGNORECASE)
FORMULA = re.compile(r"\s*([=@]|[+-].*[A-Za-z]\w*[(!|])")


def inspect_csv(content: bytes, extension: str, target: Path) -> Finding:
    """Refuse what is no table, and cells that a spreadsheet would run."""
    text = decoded(content)
    if MARKUP.match(text[:1024]):
        raise Refused("This is a web page, not a CSV file. Export the table as CSV.")
    try:
        csv.field_size_limit(MEGABYTE)
        for number, row in enumerate(csv.reader(io.StringIO(text, newline="")), 1):
            if any(FORMULA.match(cell) for cell in row if cell[:1] in "=@+- \t"):
                raise Refused(
                    f"Line {number} has a cell that starts like a formula. Spreadsheets would run "
                    "it; write it as plain text or as a number."
                )
    except csv.Error as error:
        raise Refused(f"This cannot be read as CSV ({error}). Export the table afresh.") from None
    return {"fine": True}


def decoded(content: bytes) -> str:
    """The text of a CSV: UTF-8, or else the encoding of western Windows."""
    if b"\0" in content:
        raise Refused(_not_a("csv"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        strange = sum((ord(c) < 32 and c not in "\r\n\t") or c == "\ufffd" for c in text)
        if strange > len(text) / 100:
            raise Refused(_not_a("csv")) from None
        return text


def inspect_image(content: bytes, extension: str, target: Path) -> Finding:
    """Draw the picture afresh: place, camera and whatever hid behind it stay out."""
    _refuse_second_file(content, _end_of_image(content, extension))
    try:
        target.write_bytes(_redrawn(content, extension))
    except Refused:
        raise
    except Exception:
        raise Refused(_not_a(extension)) from None
    return {"fine": True}


def _redrawn(content: bytes, extension: str) -> bytes:
    """The points of a picture and its colours, upright, and nothing else."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    drawn = io.BytesIO()
    with Image.open(io.BytesIO(content), formats=[IMAGE_FORMATS[extension]]) as image:
        width, height = image.size
        if width * height > MAX_PIXELS:
            raise Refused("This picture has more than 40 million points. Make it smaller.")
        image.load()
        upright = ImageOps.exif_transpose(image)
    kept = {name: upright.info.get(name) for name in ("icc_profile", "transparency")}
    upright.info = {}
    options: dict[str, Any] = {"quality": 90} if extension != "png" else {"optimize": False}
    options |= {name: value for name, value in kept.items() if value is not None}
    upright.save(drawn, IMAGE_FORMATS[extension], **options)
    return drawn.getvalue()


IMAGE_FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "tiff": "TIFF"}


def _end_of_image(content: bytes, extension: str) -> int:
    """The first byte behind the picture; 0 where the picture has no end."""
    if extension == "png":
        return content.rfind(b"IEND") + 8 if b"IEND" in content else 0
    if extension == "webp":
        return int.from_bytes(content[4:8], "little") + 8
    return content.rfind(b"\xff\xd9") + 2 if b"\xff\xd9" in content else 0


def _refuse_second_file(content: bytes, end: int) -> None:
    if not end:
        return  # it is cut off, and judged by those who read it
    if b"PK\x05\x06" in content[max(end, len(content) - 70_000) :] or len(content) - end > 4096:
        raise Refused("There is a second file hidden behind this one. Save it afresh.")


# Sound: the frames and nothing else, since a telephone writes its place into the file -----------


MPEG_BITRATES = {  # kbit/s by the header's four bits; layer 3 of versions 1, and 2 with 2.5
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
MPEG_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
MIN_FRAMES = 8


def inspect_mp3(content: bytes, extension: str, target: Path) -> Finding:
    """Keep the sound's frames; titles, pictures and places before and behind them stay out."""
    start = _behind_id3(content)
    end, frames = start, 0
    while size := _frame_size(content, end):
        end, frames = end + size, frames + 1
    end = min(end, len(content))
    rest = content[end:]
    if frames < MIN_FRAMES:
        raise Refused(_not_a(extension))
    is_tag = rest[:3] == b"TAG" or rest[:8] in (b"APETAGEX", b"LYRICSBE") or not rest.strip(b"\0")
    if not is_tag or len(rest) > MEGABYTE or b"PK\x05\x06" in rest:
        raise Refused("There is something else behind the sound in this file. Save it afresh.")
    target.write_bytes(content[start:end])
    return {"fine": True}


def _behind_id3(content: bytes) -> int:
    start = 0
    while content[start : start + 3] == b"ID3" and len(content) >= start + 10:
        size = 0
        for byte in content[start + 6 : start + 10]:
            size = size << 7 | byte & 0x7F
        start += 10 + size
    return start


def _frame_size(content: bytes, at: int) -> int:
    """Bytes of the layer 3 frame that begins here; 0 where none does."""
    head = content[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate = head[1] >> 3 & 3, head[2] >> 2 & 3
    if version not in MPEG_RATES or rate == 3 or head[2] >> 4 in (0, 15):
        return 0
    bitrate = MPEG_BITRATES[1 if version == 3 else 2][head[2] >> 4] * 1000
    samples = 144 if version == 3 else 72
    return samples * bitrate // MPEG_RATES[version][rate] + (head[2] >> 1 & 1)


M4A_PARENTS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf"}
M4A_PRIVATE = {b"udta", b"meta", b"uuid", b"loci", b"cprt", b"skip", b"free", b"xml "}
M4A_TOP = {b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"uuid", b"meta", b"udta", b"pdin"}


def inspect_m4a(content: bytes, extension: str, target: Path) -> Finding:
    """Blank what is said about the sound, in place, so that nothing moves; refuse pictures."""
    kept = bytearray(content)
    handlers: list[bytes] = []
    names: list[bytes] = []
    _walk_boxes(kept, 0, len(kept), names, handlers, depth=0)
    if names[:1] != [b"ftyp"] or not {b"moov", b"mdat"} <= set(names) or set(names) - M4A_TOP:
        raise Refused(_not_a(extension))
    if not handlers or set(handlers) - {b"soun"}:
        raise Refused("There is more than sound in this file. Save the sound alone, as M4A.")
    target.write_bytes(kept)
    return {"fine": True}


def _walk_boxes(
    kept: bytearray, at: int, end: int, names: list[bytes], handlers: list[bytes], *, depth: int
) -> None:
    """Note the top's names and the tracks' kinds; turn every private box into blank space."""
    while at < end:
        size, name = int.from_bytes(kept[at : at + 4], "big"), bytes(kept[at + 4 : at + 8])
        head = 8
        if size == 1:
            size, head = int.from_bytes(kept[at + 8 : at + 16], "big"), 16
        size = size or end - at  # 0: until the end of the file
        if size < head or at + size > end or depth > 8:
            raise Refused(_not_a("m4a"))
        if not depth:
            names.append(name)
        if name == b"hdlr" and depth == 3:
            handlers.append(bytes(kept[at + head + 8 : at + head + 12]))
            kept[at + head + 24 : at + size] = bytes(max(0, size - head - 24))  # its maker's name
        if name in M4A_PRIVATE:
            kept[at + 4 : at + 8] = b"free"
            kept[at + head : at + size] = bytes(size - head)
        elif name in M4A_PARENTS:
            _walk_boxes(kept, at + head, at + size, names, handlers, depth=depth + 1)
        at += size


KINDS = {
    "mp3": "an MP3 recording",
    "m4a": "an M4A recording",
    "pdf": "a PDF",
    "docx": "a Word document (.docx)",
    "xlsx": "an Excel workbook (.xlsx)",
    "csv": "a CSV table",
    "jpg": "a JPEG picture",
    "png": "a PNG picture",
    "webp": "a WebP picture",
}


def _not_a(extension: str) -> str:
    return f"What is in the file is not {KINDS[extension]}, or it is damaged. Save it afresh."


INSPECTORS = {
    "mp3": inspect_mp3,
    "m4a": inspect_m4a,
    "pdf": inspect_pdf,
    "docx": inspect_office,
    "xlsx": inspect_office,
    "csv": inspect_csv,
    "jpg": inspect_image,
    "png": inspect_image,
    "webp": inspect_image,
}


# What it says -----------------------------------------------------------------------------------


def read(content: bytes, extension: str, target: Path) -> Iterator[Finding]:
    """Findings with `number` and `text` for each page; a `problem`, `table` and `rows` may come."""
    reader = READERS.get(extension)
    if reader:
        yield from reader(content)


def read_pdf(content: bytes) -> Iterator[Finding]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        yield {"problem": "encrypted" if "password" in str(error).lower() else "broken"}
        return
    yield {"pages": len(document)}
    for index in range(min(len(document), MAX_PAGES)):
        try:
            text = document[index].get_textpage().get_text_bounded()
        except pypdfium2.PdfiumError:
            yield {"number": index + 1, "text": "", "problem": "page"}
            continue
        yield {"number": index + 1, "text": text[:MAX_PAGE_CHARACTERS]}
    if len(document) > MAX_PAGES:
        yield {"problem": "long"}


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_docx(content: bytes) -> Iterator[Finding]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314 -- limited
    lines = ("".join(t.text or "" for t in p.iter(WORD + "t")) for p in root.iter(WORD + "p"))
    yield {"number": 1, "text": "\n".join(line for line in lines if line)[: 10 * MEGABYTE]}


def read_xlsx(content: bytes) -> Iterator[Finding]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "xl/sharedStrings.xml" not in archive.namelist():
            return
        shared = archive.read("xl/sharedStrings.xml")
    root = ElementTree.fromstring(shared)  # noqa: S314 -- limited
    cells = ("".join(t.text or "" for t in si.iter(SHEET + "t")) for si in root.iter(SHEET + "si"))
    yield {"number": 1, "text": "\n".join(cells)[: 10 * MEGABYTE]}


def read_csv(content: bytes) -> Iterator[Finding]:
    text = decoded(content)
    csv.field_size_limit(MEGABYTE)
    head = text[:65_536]
    try:
        dialect: Any = csv.Sniffer().sniff(head, delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    start: list[list[str]] = []
    rows = 0
    for row in csv.reader(io.StringIO(text, newline=""), dialect):
        rows += 1
        if len(start) < TABLE_ROWS:
            start.append([cell[:CELL_CHARACTERS] for cell in row[:TABLE_COLUMNS]])
    yield {"number": 1, "text": text[: 2 * MEGABYTE]}
    yield {"table": start, "rows": max(rows - 1, 0)}


READERS = {"pdf": read_pdf, "docx": read_docx, "xlsx": read_xlsx, "csv": read_csv}
COMMANDS = {"inspect": inspect, "read": read}

if __name__ == "__main__":
    sys.exit(main())
