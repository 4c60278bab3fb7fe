"""What other apps call."""

from search.services.answer import search
from search.services.index import index_projections

__all__ = ["index_projections", "search"]
