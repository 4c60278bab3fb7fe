"""What a manifest and a report look like, field by field: our own list, not the sender's."""

from __future__ import annotations

from portal.statistics.codes import CELL_COLUMNS, CODES, PROGRAMMES, SMALLEST, STATUSES
from portal.statistics.receiving.shapes import (
    day,
    each,
    flag,
    number,
    one_of,
    optional,
    record,
    text,
    whole,
    words_for,
)

FORMAT = "harbour-release/1"
SHA256 = r"[0-9a-f]{64}"
TABLE_ID = r"[a-z][a-z0-9-]{0,59}"
PERSONS = whole(SMALLEST, 10_000_000)
LIFETIME_CAP = 1.45  # rho a person; statistics.md, shared rules
ALL_CODES = frozenset(code for codes in CODES.values() for code in codes)
CHART_KINDS = frozenset({"bars", "columns", "tiles", "pyramid", "stacked"})

RELEASE = record(
    {
        "id": text(12, pattern=r"20\d\d(Q[1-4])?-v[1-9]\d?"),
        "sequence": whole(1, 10_000),
        "period": text(6, pattern=r"20\d\d(Q[1-4])?"),
        "period_title": text(60),
        "kind": one_of(("quarter", "year")),
        "version": whole(1, 99),
        "first_day": day,
        "last_day": day,
        "cut_off": day,
        "made_on": day,
        "persons": PERSONS,
        "programme": one_of(PROGRAMMES),
        "programme_version": whole(1, 9),
        "rho": number(0, LIFETIME_CAP),
        "sigma": number(0, 1_000),
        "epsilon": number(0, 100),
    }
)
MANIFEST = record(
    {
        "format": one_of((FORMAT,)),
        "release": RELEASE,
        "previous": text(64, pattern=f"({SHA256})?", least=0),
        "files": each(
            record(
                {
                    "name": text(80),
                    "sha256": text(64, pattern=SHA256),
                    "bytes": whole(0, 10_485_760),
                    "media_type": text(100),
                }
            ),
            most=80,
            least=1,
        ),
    }
)
_CODE = record({"code": one_of(ALL_CODES), "label": text(80)})
_DIMENSION = record(
    {"name": one_of(CODES), "title": text(80), "codes": each(_CODE, most=40, least=1)}
)
_CELL = record(
    {
        "codes": each(one_of(ALL_CODES), most=4, least=1),
        "value": optional(PERSONS),
        "moe90": optional(whole(0, 10_000)),
        "percent": optional(whole(0, 100)),
        "base": optional(PERSONS),
        "status": one_of(STATUSES),
    }
)
_TABLE = record(
    {
        "id": text(60, pattern=TABLE_ID),
        "title": text(160),
        "dimensions": each(_DIMENSION, most=4, least=1),
        "cells": each(_CELL, most=5_000, least=1),
    }
)
_CHART = record(
    {
        "table": text(60, pattern=TABLE_ID),
        "kind": one_of(CHART_KINDS),
        "title": text(160),
        "description": text(600),
    }
)
REPORT = record(
    {
        "release": RELEASE,
        "title": text(200),
        "summary": text(1_000),
        "findings": each(
            record({"text": text(400), "table": text(60, pattern=TABLE_ID)}), most=20, least=1
        ),
        "tables": each(_TABLE, most=30, least=1),
        "charts": each(_CHART, most=30),
        "definitions": each(record({"term": text(80), "text": text(1_000)}), most=40),
        "method": each(text(2_000), most=40),
        "hidden": text(1_000),
        "corrections": each(record({"noted_on": day, "text": text(1_000)}), most=40),
        "licence": text(40),
        "publisher": text(120),
        "is_invented": flag,
        "columns": words_for(frozenset(CELL_COLUMNS), text(400)),
    }
)
