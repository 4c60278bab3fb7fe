"""The attacks of anonymeter on each file of a folder; run by the environment made for it.

Usage: anonymeter_attacks.py FOLDER FILE... Prints, as JSON, the risks by file and attack.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from anonymeter.evaluators import InferenceEvaluator, LinkabilityEvaluator, SinglingOutEvaluator

SINGLED_OUT = 300  # attacks; the slow one. The others attack every member
NEIGHBOURS = 5
SECRETS = ("FORM", "AGE", "AGENCY")
KNOWN_TO_ONE = ("REF_AREA", "FORM", "RECRUITER", "CONTROL")  # and the rest to another


def main() -> None:
    folder, *files = sys.argv[1:]
    members, strangers = (_read(folder, name) for name in ("members", "strangers"))
    risks = {name: _risks(members, _read(folder, name), strangers) for name in files}
    print(json.dumps(risks))


def _read(folder: str, name: str) -> pd.DataFrame:
    columns = json.loads((Path(folder) / f"{name}.json").read_text())
    return pd.DataFrame(
        {column: pd.Series(codes, dtype=object) for column, codes in columns.items()}
    )


def _risks(members: pd.DataFrame, file: pd.DataFrame, strangers: pd.DataFrame) -> dict:
    np.random.seed(0)
    all_of_them = {"n_attacks": len(members), "control": strangers}
    one = [name for name in file.columns if name in KNOWN_TO_ONE]
    other = [name for name in file.columns if name not in KNOWN_TO_ONE]
    risks = {}
    for mode in ("univariate", "multivariate"):
        attack = SinglingOutEvaluator(
            members,
            file,
            n_attacks=SINGLED_OUT,
            n_cols=4,
            control=strangers,
            max_attempts=20_000,
            seed=0,
        )
        risks[f"singling out, {mode}"] = _risk(attack.evaluate(mode=mode))
    attack = LinkabilityEvaluator(
        members, file, aux_cols=(one, other), n_neighbors=NEIGHBOURS, **all_of_them
    )
    risks["linkability"] = _risk(attack.evaluate(n_jobs=1))
    for secret in SECRETS:
        known = [name for name in file.columns if name != secret]
        attack = InferenceEvaluator(members, file, aux_cols=known, secret=secret, **all_of_them)
        risks[f"inference, {secret}"] = _risk(attack.evaluate(n_jobs=1))
    return risks


def _risk(attack: object) -> dict[str, float]:
    risk = attack.risk(confidence_level=0.95)
    return {"point": float(risk.value), "upper": float(risk.ci[1])}


if __name__ == "__main__":
    main()
