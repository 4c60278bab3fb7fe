-- The keystore: one row for each version of a case's key, wrapped by a key that lies in a file.
-- Applied as keystore_owner at every start; it changes nothing that is already there.
CREATE TABLE IF NOT EXISTS case_key (
    case_id uuid NOT NULL,
    version smallint NOT NULL CHECK (version BETWEEN 1 AND 255),
    kek_version smallint NOT NULL CHECK (kek_version BETWEEN 1 AND 999),
    wrapped bytea CHECK (octet_length(wrapped) = 60),
    made_at timestamptz NOT NULL DEFAULT now(),
    -- Nothing is sealed with this version any more; it goes when the last reader has gone.
    retired_at timestamptz,
    -- The tombstone of an erased case: its number and a code, and no key.
    erased_at timestamptz,
    erased_because text CHECK (erased_because ~ '^[a-z_]{1,30}$'),
    PRIMARY KEY (case_id, version),
    CONSTRAINT case_key_is_there_or_erased CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL)),
    CONSTRAINT case_key_erased_for_a_reason
        CHECK ((erased_because IS NULL) = (erased_at IS NULL))
);

CREATE INDEX IF NOT EXISTS case_key_by_kek ON case_key (kek_version) WHERE wrapped IS NOT NULL;

-- A key that still opens something goes only by being erased, with a reason; a tombstone stays.
CREATE OR REPLACE FUNCTION case_key_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.retired_at IS NULL OR OLD.erased_at IS NOT NULL THEN
            RAISE EXCEPTION 'a key that is not retired is erased, never deleted';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.erased_at IS NOT NULL OR (OLD.case_id, OLD.version) <> (NEW.case_id, NEW.version) THEN
        RAISE EXCEPTION 'an erased key stays erased, and a key keeps its case';
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER case_key_keep BEFORE UPDATE OR DELETE ON case_key
    FOR EACH ROW EXECUTE FUNCTION case_key_keep();

REVOKE ALL ON case_key FROM PUBLIC;
REVOKE ALL ON FUNCTION case_key_keep() FROM PUBLIC;
-- MAINTAIN: an erased key is vacuumed out of the table's file at once.
GRANT SELECT, INSERT, UPDATE, DELETE, MAINTAIN ON case_key TO keystore_web;
