"""How bundles come in: by the command, by the worker, by two at once."""

from __future__ import annotations

import threading

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from portal.statistics import services, tasks
from portal.statistics.models import ReceivedFile, ReceivedRelease
from portal.statistics.receiving.refusals import BundleRefused
from tests.factories import statistics
from tests.statistics import bundles


def put(folder, draft, name=""):
    path = folder / (name or f"{draft.report['release']['id']}.zip")
    path.write_bytes(draft.zipped())
    return path


@pytest.mark.django_db
def test_the_command_takes_all_that_waits_in_its_order(section, inbox, capsys):
    first, second = bundles.row_of("2026Q2", "2026Q3")
    put(inbox, first, "zz.zip")
    put(inbox, second, "aa.zip")

    call_command("receive_releases")

    assert capsys.readouterr().out.splitlines() == [
        "zz.zip: received as number 1; its draft waits for review.",
        "aa.zip: received as number 2; its draft waits for review.",
    ]


@pytest.mark.django_db
def test_what_was_taken_and_still_lies_there_is_known(section, inbox, capsys):
    put(inbox, bundles.draft())
    call_command("receive_releases")
    capsys.readouterr()

    call_command("receive_releases")

    assert capsys.readouterr().out == "2026Q3-v1.zip: known\n"


@pytest.mark.django_db
def test_a_replay_given_by_name_is_refused(section, inbox, capsys):
    path = put(inbox, bundles.draft())
    call_command("receive_releases", str(path))

    with pytest.raises(CommandError, match=r"Refused: 2026Q3-v1\.zip"):
        call_command("receive_releases", str(path))

    assert "received already on" in capsys.readouterr().out


@pytest.mark.django_db
def test_another_bundle_of_the_same_number_is_refused_also_in_the_folder(section, inbox, capsys):
    put(inbox, bundles.draft())
    call_command("receive_releases")
    put(inbox, bundles.draft("2026Q2"), "other.zip")

    with pytest.raises(CommandError, match=r"other\.zip"):
        call_command("receive_releases")

    assert "a release is never replaced" in capsys.readouterr().out
    assert ReceivedRelease.objects.count() == 1


@pytest.mark.django_db
def test_one_refusal_keeps_no_other_release_out(section, inbox, capsys):
    (inbox / "broken.zip").write_bytes(b"nothing")
    put(inbox, bundles.draft())

    with pytest.raises(CommandError, match=r"broken\.zip"):
        call_command("receive_releases")

    assert ReceivedRelease.objects.get().release_id == "2026Q3-v1"


@pytest.mark.django_db
def test_a_file_that_is_not_there_is_refused_in_words(section, inbox, capsys):
    with pytest.raises(CommandError):
        call_command("receive_releases", str(inbox / "nothing.zip"))

    assert "cannot be read" in capsys.readouterr().out


@pytest.mark.django_db
def test_without_a_folder_nothing_waits(section, settings, tmp_path, capsys):
    settings.RELEASE_INBOX = tmp_path / "not there"

    call_command("receive_releases")

    assert capsys.readouterr().out == "No release waits.\n"


@pytest.mark.django_db
def test_the_worker_takes_what_waits_and_tells_a_refusal_once(section, inbox, caplog):
    put(inbox, bundles.draft())
    (inbox / "broken.zip").write_bytes(b"nothing")

    tasks.receive_releases(0)
    tasks.receive_releases(60)

    assert ReceivedRelease.objects.count() == 1
    assert [r.message for r in caplog.records].count("release refused") == 1


@pytest.mark.django_db
def test_the_worker_does_it_every_minute():
    from procrastinate.contrib.django import app

    known = app.periodic_registry.periodic_tasks.values()

    assert [p.cron for p in known if p.periodic_id == "releases"] == ["* * * * *"]


@pytest.mark.django_db(transaction=True)
def test_of_two_receivers_at_once_one_takes_the_release(inbox):
    statistics.section()
    content, outcomes = bundles.draft().zipped(), []
    both_ready = threading.Barrier(2)

    def take():
        both_ready.wait()
        try:
            services.receive_release(content=content)
            outcomes.append("taken")
        except BundleRefused as refusal:
            outcomes.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    taken, refused = sorted(outcomes, key=lambda outcome: outcome != "taken")
    assert taken == "taken"
    assert "received already on" in refused
    assert ReceivedRelease.objects.count() == 1
    assert ReceivedFile.objects.count() == len(bundles.draft().entries())
