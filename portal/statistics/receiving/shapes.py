"""Saying what a JSON value must look like: every field named, none besides."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from portal.statistics.receiving.refusals import BundleRefused

# Raises BundleRefused where the value is not of the shape; `where` names its place for people.
Shape = Callable[[Any, str], None]
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def read_json(content: bytes, name: str) -> Any:
    """A JSON text in UTF-8, in which no field stands twice and every number is finite.

    Raises:
        BundleRefused: it is anything else.
    """
    try:
        return json.loads(
            content.decode("utf-8"), object_pairs_hook=_without_twins, parse_constant=_refuse
        )
    except (ValueError, RecursionError) as error:
        raise BundleRefused(f"{name} cannot be read: it is not plain JSON.") from error


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field stands twice")
    return found


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def canonical(value: Any) -> bytes:
    """The one way to write a value down: sorted keys, no spaces, a newline at the end."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"{text}\n".encode()


def refuse(where: str, why: str) -> BundleRefused:
    return BundleRefused(f"{where}: {why}")


def record(shapes: Mapping[str, Shape]) -> Shape:
    """An object with exactly these fields."""

    def check(value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise refuse(where, "there should be a group of fields here.")
        if surplus := sorted(set(value) - set(shapes)):
            raise refuse(where, f"the field “{surplus[0][:60]}” does not belong in a release.")
        if missing := sorted(set(shapes) - set(value)):
            raise refuse(where, f"the field “{missing[0]}” is missing.")
        for name, shape in shapes.items():
            shape(value[name], f"{where}, {name}")

    return check


def each(shape: Shape, *, most: int, least: int = 0) -> Shape:
    """A list of `least` to `most` values of one shape."""

    def check(value: Any, where: str) -> None:
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise refuse(where, f"there should be a list of {least} to {most} here.")
        for number, item in enumerate(value, start=1):
            shape(item, f"{where} {number}")

    return check


def text(longest: int, *, pattern: str = "", least: int = 1) -> Shape:
    """Plain text of `least` to `longest` characters, without control characters."""
    form = re.compile(pattern) if pattern else None

    def check(value: Any, where: str) -> None:
        if not isinstance(value, str) or not least <= len(value) <= longest:
            raise refuse(where, f"there should be a text of {least} to {longest} characters here.")
        if _CONTROLS.search(value) or (form and not form.fullmatch(value)):
            raise refuse(where, "the text holds what it may not hold.")

    return check


def one_of(allowed: Collection[str]) -> Shape:
    """One of these words."""

    def check(value: Any, where: str) -> None:
        if not isinstance(value, str) or value not in allowed:
            raise refuse(where, "what stands here is not on the list.")

    return check


def whole(low: int, high: int) -> Shape:
    """A whole number from `low` to `high`."""

    def check(value: Any, where: str) -> None:
        if type(value) is not int or not low <= value <= high:
            raise refuse(where, f"there should be a whole number from {low} to {high} here.")

    return check


def number(above: float, most: float) -> Shape:
    """A number, above one limit and up to the other."""

    def check(value: Any, where: str) -> None:
        is_number = type(value) in (int, float)  # no infinity is smaller than a limit, nor is NaN
        if not is_number or not above < value <= most:
            raise refuse(where, f"there should be a number above {above}, at most {most}, here.")

    return check


def optional(shape: Shape) -> Shape:
    """Nothing, or a value of this shape."""

    def check(value: Any, where: str) -> None:
        if value is not None:
            shape(value, where)

    return check


def flag(value: Any, where: str) -> None:
    """Yes or no."""
    if not isinstance(value, bool):
        raise refuse(where, "there should be true or false here.")


def day(value: Any, where: str) -> None:
    """A date as 2026-09-30."""
    try:
        if not isinstance(value, str) or dt.date.fromisoformat(value).isoformat() != value:
            raise ValueError(value)
    except ValueError as error:
        raise refuse(where, "there should be a date like 2026-09-30 here.") from error


def words_for(names: Collection[str], shape: Shape) -> Shape:
    """An object whose fields are some of these names."""

    def check(value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise refuse(where, "there should be a group of fields here.")
        for name, item in value.items():
            if name not in names:
                raise refuse(where, f"the field “{name[:60]}” does not belong in a release.")
            shape(item, f"{where}, {name}")

    return check
