"""`python -m portal.runtime.check`: `check --deploy` for both sites, with production's settings."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys

from portal.runtime import folders, keys

NOWHERE = "postgresql://nobody:nothing@127.0.0.1:1/none"


def main() -> int:
    """0 when neither site has a warning."""
    secret = secrets.token_urlsafe(60)
    environment = {
        **os.environ,
        "HARBOUR_DEMO": "0",
        "DATABASE_URL": NOWHERE,
        "CASEBASE_DATABASE_URL": NOWHERE,
        **{f"{site}_SECRET_KEY": secret for site in ("PORTAL", "CASEWORK")},
        **{f"{site}_SEED_KEY": secret for site in ("PORTAL", "CASEWORK")},
        "CASEWORK_KEYS": str(keys.ensure_keys(folders.data_folder() / "check-keys")),
    }
    return max(_check(site, environment) for site in ("portal", "casework"))


def _check(site: str, environment: dict[str, str]) -> int:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level=WARNING"]
    command.append(f"--settings=portal.settings.{site}")
    return subprocess.run(command, cwd=folders.ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
