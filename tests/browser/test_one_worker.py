"""Two demos at once would share ports and a data folder: the runner must keep us together."""

from __future__ import annotations


def test_every_browser_test_is_in_the_group_of_one_worker(request):
    ours = [item for item in request.session.items if "tests/browser/" in item.nodeid]
    grouped = {mark.args for item in ours for mark in item.iter_markers("xdist_group")}
    assert grouped == {("browser",)}
    if hasattr(request.config, "workerinput"):
        assert request.node.nodeid.endswith("@browser"), "the runner no longer reads our groups"
