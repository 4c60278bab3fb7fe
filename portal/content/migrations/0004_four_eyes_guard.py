"""PostgreSQL itself refuses a page that goes public, or changes in public, without a clearance.

The transaction names its clearance in the setting `harbour.clearance`. The same triggers keep page
privacy and aliases off, and the evidence (reviews, clearances) unchangeable.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION content_refuse_uncleared_page() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    given bigint := nullif(current_setting('harbour.clearance', true), '')::bigint;
    touched wagtailcore_page;
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF NOT OLD.live THEN RETURN OLD; END IF;
        touched := OLD;
    ELSE
        IF NEW.depth = 1 THEN RETURN NEW; END IF;
        IF NEW.alias_of_id IS NOT NULL THEN
            RAISE EXCEPTION 'page % refused: aliases are off', NEW.id
            USING ERRCODE = 'check_violation', HINT = 'Link to the page instead.';
        END IF;
        IF NOT NEW.live THEN RETURN NEW; END IF;
        IF TG_OP = 'UPDATE' AND OLD.live
            AND (OLD.title, OLD.slug, OLD.url_path, OLD.seo_title, OLD.search_description,
                 OLD.live_revision_id)
            IS NOT DISTINCT FROM
                (NEW.title, NEW.slug, NEW.url_path, NEW.seo_title, NEW.search_description,
                 NEW.live_revision_id)
        THEN RETURN NEW; END IF;
        touched := NEW;
    END IF;
    -- A page below the cleared one moves with its address.
    IF EXISTS (
        SELECT FROM content_clearance c LEFT JOIN wagtailcore_page p ON p.id = c.page_id
        WHERE c.id = given AND c.used_at IS NULL
            AND (c.page_id IS NULL OR c.page_id = touched.id
                 OR (TG_OP = 'UPDATE' AND touched.path LIKE p.path || '%'
                     AND OLD.url_path <> NEW.url_path))
    ) THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'page % refused: nobody else has approved this text', touched.id
    USING ERRCODE = 'check_violation', HINT =
        'Submit it for review. A command that loads content uses content.services.';
END $$;
CREATE TRIGGER content_four_eyes BEFORE INSERT OR UPDATE OR DELETE ON wagtailcore_page
FOR EACH ROW EXECUTE FUNCTION content_refuse_uncleared_page();

CREATE FUNCTION content_refuse_page_privacy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'page privacy is off: a page is public or unpublished'
    USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER content_no_page_privacy BEFORE INSERT OR UPDATE ON wagtailcore_pageviewrestriction
FOR EACH ROW EXECUTE FUNCTION content_refuse_page_privacy();

CREATE FUNCTION content_keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'content_clearance'
        AND to_jsonb(OLD) ->> 'used_at' IS NULL
        AND to_jsonb(OLD) - 'used_at' = to_jsonb(NEW) - 'used_at'
    THEN RETURN NEW; END IF;
    RAISE EXCEPTION '% is evidence: it is added to, never changed', TG_TABLE_NAME
    USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER content_keep_evidence BEFORE UPDATE OR DELETE ON content_clearance
FOR EACH ROW EXECUTE FUNCTION content_keep_evidence();
CREATE TRIGGER content_keep_evidence BEFORE UPDATE OR DELETE ON content_review
FOR EACH ROW EXECUTE FUNCTION content_keep_evidence();
"""

UNGUARD = """
DROP TRIGGER content_four_eyes ON wagtailcore_page;
DROP TRIGGER content_no_page_privacy ON wagtailcore_pageviewrestriction;
DROP TRIGGER content_keep_evidence ON content_clearance;
DROP TRIGGER content_keep_evidence ON content_review;
DROP FUNCTION content_refuse_uncleared_page();
DROP FUNCTION content_refuse_page_privacy();
DROP FUNCTION content_keep_evidence();
"""


class Migration(migrations.Migration):
    dependencies = [("content", "0003_reviews_and_clearances"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunSQL(GUARD, UNGUARD)]
