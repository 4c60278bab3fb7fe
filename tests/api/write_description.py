"""Write tests/api/openapi.json anew, after a change of the API that is meant."""

import json
import os
from pathlib import Path


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    import django

    django.setup()
    from portal.api.v1 import api

    schema = api.get_openapi_schema(path_prefix="/api/public/v1/")
    target = Path(__file__).parent / "openapi.json"
    target.write_text(json.dumps(schema, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
