"""Told to `search` when something that a page shows changed without the page being published."""

from django.dispatch import Signal

page_changed = Signal()  # sender: page class; page: the live page

# Sent by the worker once planned changes are committed. What a listener deferred while a planned
# page was published may have run before that: the worker writes jobs on another connection.
planned_changes_committed = Signal()  # sender: None
