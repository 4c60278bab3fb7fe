"""Talking to the cluster without ever keeping a reader waiting.

Three guards stand between a reader and a cluster that is down, slow or talks nonsense: a deadline
over the whole exchange (a socket's own timeout starts anew with every byte that trickles in), a
breaker that leaves a failing cluster alone for a while, and one error for everything that can go
wrong. Once the breaker has opened, only a probe in the background finds out whether to close it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from elasticsearch import ApiError, Elasticsearch, TransportError, UnsupportedProductError

from search.engines.base import EngineUnavailable

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")

SLOW = 0.4  # of the patience: an answer that takes longer is used, and is the last for a while
SECONDS_OF_REST = 5.0  # after a failure, before the cluster is tried again
LONGEST_REST = 60.0
MOST_AT_ONCE = 16  # exchanges under way; more means that the cluster does not keep up

# What a cluster's answer can do to the code that reads it, besides the client's own errors.
_NONSENSE = (ApiError, TransportError, UnsupportedProductError)
_WRONG_SHAPE = (AttributeError, IndexError, KeyError, TypeError, ValueError)


class Breaker:
    """Remembers a failure, so that the next reader does not wait for it again.

    Args:
        probe: asks the cluster for a sign of life, within the deadline; raises when there is none.
    """

    def __init__(self, probe: Callable[[], object]) -> None:
        self._probe = probe
        self._lock = threading.Lock()
        self._rest = 0.0  # 0 while closed
        self._try_again_at = 0.0
        self._probing = False

    @property
    def is_open(self) -> bool:
        return self._rest > 0

    def record_failure(self) -> None:
        with self._lock:
            self._rest = min(max(self._rest * 2, SECONDS_OF_REST), LONGEST_REST)
            self._try_again_at = time.monotonic() + self._rest

    def record_success(self) -> None:
        with self._lock:
            self._rest = 0.0

    def lets_through(self) -> bool:
        """Whether to ask the cluster now; where it rested long enough, a probe is sent off."""
        with self._lock:
            if not self._rest:
                return True
            if self._probing or time.monotonic() < self._try_again_at:
                return False
            self._probing = True
        threading.Thread(target=self._send_probe, daemon=True).start()
        return False

    def _send_probe(self) -> None:
        try:
            self._probe()
        except EngineUnavailable:
            self.record_failure()
        else:
            self.record_success()
            logger.info("search cluster answers again")
        finally:
            self._probing = False


class Cluster:
    """The cluster behind one address.

    Args:
        url: one address or several between commas; a user and password may stand in it.
        probe: the request that shows whether searches work again.
        patience: seconds that a reader's search may wait for it, all its questions together.
    """

    def __init__(
        self, url: str, probe: Callable[[Elasticsearch], object], *, patience: float
    ) -> None:
        self._client = Elasticsearch(url.split(","), max_retries=0, retry_on_timeout=False)
        self._patience = patience
        self._places = threading.BoundedSemaphore(MOST_AT_ONCE)
        self.breaker = Breaker(lambda: self._within(patience, probe))

    def ask(
        self, exchange: Callable[[Elasticsearch], Answer], *, until: float | None = None
    ) -> Answer:
        """Answer a reader: within the deadline, or not at all.

        Args:
            until: on the monotonic clock; several questions of one search share it.

        Raises:
            EngineUnavailable: for whatever reason there is no good answer, or none was asked for
                because the cluster failed a moment ago.
        """
        began = time.monotonic()
        seconds = self._patience if until is None else min(self._patience, until - began)
        if not self.breaker.lets_through() or seconds <= 0:
            raise EngineUnavailable("resting")
        try:
            answer = self._within(seconds, exchange)
        except EngineUnavailable as error:
            self.breaker.record_failure()
            logger.warning("search cluster gave no answer", extra={"reason": str(error)})
            raise
        if time.monotonic() - began > self._patience * SLOW:
            self.breaker.record_failure()
            logger.warning("search cluster is slow")
        return answer

    def tell(self, exchange: Callable[[Elasticsearch], Answer], *, within: float) -> Answer:
        """Write to, or ask something long of, the cluster; for workers and commands.

        Args:
            within: seconds for each request of the exchange.

        Raises:
            EngineUnavailable: the cluster did not take it; doing it again does no harm.
        """
        client = self._client.options(request_timeout=within)
        return _translated(lambda: exchange(client))

    def _within(self, seconds: float, exchange: Callable[[Elasticsearch], Answer]) -> Answer:
        """Run an exchange in a thread of its own and stop waiting when its time is over."""
        if not self._places.acquire(blocking=False):
            raise EngineUnavailable("too many at once")
        client = self._client.options(request_timeout=seconds)
        answer: Future[Answer] = Future()

        def run() -> None:
            try:
                answer.set_result(_translated(lambda: exchange(client)))
            except BaseException as error:  # handed over, and raised where it is waited for
                answer.set_exception(error)
            finally:
                self._places.release()

        threading.Thread(target=run, daemon=True).start()
        try:
            return answer.result(seconds)
        except TimeoutError:
            raise EngineUnavailable("too slow") from None


def _translated(exchange: Callable[[], Answer]) -> Answer:
    try:
        return exchange()
    except _NONSENSE as error:
        raise EngineUnavailable(_kind(error)) from error
    except _WRONG_SHAPE as error:
        raise EngineUnavailable("its answer makes no sense") from error


def _kind(error: Exception) -> str:
    """The kind of error, and never its text: that quotes what the reader typed."""
    return f"{type(error).__name__} {getattr(error, 'status_code', '')}".strip()
