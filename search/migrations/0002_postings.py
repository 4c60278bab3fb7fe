"""The postings' table, made by hand: Django cannot put columns into a primary key's index.

Both indexes hold everything a search reads, so postings are answered from the index alone. The
second gives a term's best entries first: a common word costs no more than a rare one. No foreign
keys: rows are written by one service, a million at a time. Vacuum comes early after bulk loads,
because index-only reads need the visibility map.
"""

from django.db import migrations

CREATE = """
CREATE TABLE search_searchposting (
    term_id integer NOT NULL,
    doc_id integer NOT NULL,
    impact smallint NOT NULL,
    code smallint NOT NULL,
    day smallint NOT NULL,
    profile_id integer NOT NULL,
    PRIMARY KEY (term_id, doc_id) INCLUDE (code)
);
CREATE INDEX search_posting_best ON search_searchposting (term_id, impact DESC, doc_id)
    INCLUDE (code, profile_id, day);
CREATE INDEX search_doc_title_words ON search_searchdoc
    USING gin (to_tsvector('simple'::regconfig, split_part(phrase_text, '|', 1)));
ALTER TABLE search_searchposting SET (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_scale_factor = 0.02
);
ALTER TABLE search_searchterm SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.RunSQL(
            CREATE,
            reverse_sql="DROP TABLE search_searchposting; DROP INDEX search_doc_title_words",
        ),
    ]
