"""How often one address may ask: enough for any reader, too little for a copy machine gone wild.

Counted in this process's memory for one minute and then forgotten; nothing is written anywhere.
Behind a proxy the proxy limits by the reader's address, and this is a second line.
"""

from __future__ import annotations

import threading
import time
from collections import Counter

from django.conf import settings

SECONDS = 60
MOST_ADDRESSES = 50_000  # memory stays bounded when somebody asks from everywhere at once


class Budget:
    """A number of requests a minute for each address; safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._minute = 0
        self._asked: Counter[str] = Counter()

    def spend(self, address: str) -> int:
        """Count one request.

        Returns:
            0 when it may be answered, else the seconds after which to ask again.
        """
        now = time.monotonic()
        minute = int(now // SECONDS)
        with self._lock:
            if minute != self._minute or len(self._asked) > MOST_ADDRESSES:
                self._minute, self._asked = minute, Counter()
            self._asked[address] += 1
            if self._asked[address] <= settings.API_REQUESTS_A_MINUTE:
                return 0
        return SECONDS - int(now % SECONDS)


budget = Budget()
