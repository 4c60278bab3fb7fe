"""Elasticsearch keeps the contract of every engine."""

from __future__ import annotations

import pytest

from tests.search.contract import EngineContract


@pytest.mark.elasticsearch
@pytest.mark.django_db
class TestElasticsearchEngine(EngineContract):
    @pytest.fixture
    def engine(self, elasticsearch_engine):
        return elasticsearch_engine

    def settle(self, engine):
        engine.catch_up()  # outside tests a transaction's end does it
