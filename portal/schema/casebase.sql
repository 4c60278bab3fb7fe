-- made from the migrations ce770acbf75ae58f
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.access_agency() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT agency_id FROM access_membership WHERE user_id = access_user()
$$;
CREATE FUNCTION public.access_agreed(person integer, wanted_role text, agency bigint, desk bigint, last_day date) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_placerequest
        WHERE user_id = person AND wanted <> 'new_factors'  -- a new phone is no place
          AND role = wanted_role AND agency_id = agency
          AND desk_id IS NOT DISTINCT FROM desk
          AND (ends_on IS NULL OR last_day <= ends_on)
          AND is_approved AND decided_by_id <> requested_by_id
          AND decided_at > now() - interval '24 hours');
END $$;
CREATE FUNCTION public.access_bind(session_key text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET "TimeZone" TO 'Africa/Accra'
    AS $$
DECLARE
    member record;
    own integer[];
    body text;
BEGIN
    PERFORM set_config('harbour.context', '', true);
    SELECT s.user_id, s.session_key AS digest, s.proof, m.role, m.agency_id, m.desk_id, r.scope
      INTO member
      FROM core_session s
      JOIN core_user u ON u.id = s.user_id AND u.is_active
      JOIN access_membership m ON m.user_id = u.id AND m.starts_on <= current_date
           AND (m.ends_on IS NULL OR m.ends_on >= current_date)
      JOIN access_reach r ON r.role = m.role
     WHERE s.session_key = encode(sha256(convert_to(access_bind.session_key, 'UTF8')), 'hex')
       AND s.expire_date > now() AND s.last_seen_at > now() - interval '15 minutes';
    IF NOT FOUND OR (split_part(member.proof, '.', 2) = access_mac('session',
            concat_ws('|', member.digest, member.user_id, split_part(member.proof, '.', 1))))
            IS NOT TRUE THEN
        RETURN NULL;
    END IF;
    own := ARRAY[member.user_id * 4 + 1];
    IF member.scope IN ('desk', 'agency') AND member.desk_id IS NOT NULL THEN
        own := own || (member.desk_id * 4 + 2)::integer;
    END IF;
    IF member.scope = 'agency' THEN
        own := own || (member.agency_id * 4 + 3)::integer;
    END IF;
    body := concat_ws('|', pg_backend_pid(), extract(epoch FROM transaction_timestamp()),
        member.user_id, member.role, array_to_string(own, ','),
        CASE WHEN member.scope = 'national' THEN '4' ELSE '' END,
        CASE WHEN member.scope = 'none' THEN '' ELSE (member.agency_id * 4 + 3)::text END);
    PERFORM set_config('harbour.context', body || '|' || access_mac('context', body), true);
    RETURN member.user_id;
END $$;
CREATE FUNCTION public.access_context() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    raw text := current_setting('harbour.context', true);
    parts text[];
BEGIN
    IF raw IS NULL OR length(raw) < 66 THEN
        RETURN NULL;
    END IF;
    IF (access_mac('context', left(raw, -65)) = right(raw, 64)) IS NOT TRUE THEN
        RETURN NULL;
    END IF;
    parts := string_to_array(left(raw, -65), '|');
    IF (parts[1] = pg_backend_pid()::text
        AND parts[2] = extract(epoch FROM transaction_timestamp())::text) IS NOT TRUE THEN
        RETURN NULL;
    END IF;
    RETURN parts;
END $$;
CREATE FUNCTION public.access_counting() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(current_setting('harbour.counting', true) = access_counting_mark(), false)
$$;
CREATE FUNCTION public.access_counting_mark() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT access_mac('context', concat_ws('|', 'counting', pg_backend_pid(),
        extract(epoch FROM transaction_timestamp())))
$$;
CREATE FUNCTION public.access_expects(person integer) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_placerequest
        WHERE user_id = person AND agency_id = access_agency() AND is_approved
          AND decided_by_id <> requested_by_id AND decided_at > now() - interval '24 hours');
END $$;
CREATE FUNCTION public.access_granted() RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(array_agg(case_id), '{}') FROM access_grant
    WHERE principal = ANY (access_own_principals()) AND revoked_at IS NULL
      AND now() > starts_at AND now() < ends_at
$$;
CREATE FUNCTION public.access_grants_of(person integer) RETURNS TABLE(to_desk boolean, kind text, with_identity boolean, ends_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    desk bigint := (SELECT desk_id FROM access_membership WHERE user_id = person);
BEGIN
    IF NOT access_may_count() AND access_user() IS DISTINCT FROM person THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    RETURN QUERY SELECT g.principal <> person * 4 + 1, g.kind::text, g.with_identity, g.ends_at
      FROM access_grant g
     WHERE g.principal IN (person * 4 + 1, desk * 4 + 2) AND g.revoked_at IS NULL
       AND now() >= g.starts_at AND now() < g.ends_at ORDER BY g.ends_at;
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE FUNCTION public.access_has_supervisor(agency bigint, but bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET "TimeZone" TO 'Africa/Accra'
    AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_membership m JOIN core_user u ON u.id = m.user_id
        WHERE m.role = 'supervisor' AND m.agency_id = agency AND m.user_id <> but AND u.is_active
          AND m.starts_on <= current_date AND (m.ends_on IS NULL OR m.ends_on >= current_date));
END $$;
CREATE FUNCTION public.access_is_below(person integer) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_membership m
        WHERE m.user_id = person AND m.agency_id = access_agency()
          AND NOT (m.role IN ('director', 'system_administrator', 'auditor')) AND m.role <> 'supervisor');
END $$;
CREATE FUNCTION public.access_keeps(person integer, wanted_role text, agency bigint, desk bigint, last_day date) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_membership m
        WHERE m.user_id = person AND m.role = wanted_role
          AND (m.ends_on IS NULL OR last_day <= m.ends_on)
          AND (m.role IN ('director', 'system_administrator', 'auditor')
               OR m.agency_id = agency AND m.desk_id IS NOT DISTINCT FROM desk));
END $$;
CREATE FUNCTION public.access_lasting_mac(message text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT encode(sha256(outer_pad || sha256(inner_pad || convert_to(message, 'UTF8'))), 'hex')
    FROM access_lastingsecret WHERE name = 'snapshot'
$$;
CREATE FUNCTION public.access_mac(secret text, message text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT encode(sha256(outer_pad || sha256(inner_pad || convert_to(message, 'UTF8'))), 'hex')
    FROM access_secret WHERE name = secret
$$;
CREATE FUNCTION public.access_may_count() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(access_role() IN ('system_administrator', 'supervisor', 'director', 'auditor'), false)
$$;
CREATE FUNCTION public.access_open_cases_at(desk integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    found bigint;
BEGIN
    IF NOT access_may_count() THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    found := (SELECT count(*) FROM registry_case c WHERE c.desk_id = desk AND c.closed_on IS NULL);
    PERFORM set_config('harbour.counting', '', true);
    RETURN found;
END $$;
CREATE FUNCTION public.access_own_principals() RETURNS integer[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(string_to_array((access_context())[5], ',')::integer[], '{}')
$$;
CREATE FUNCTION public.access_principals() RETURNS integer[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(string_to_array(parts[5], ',')::integer[], '{}')
        || CASE WHEN parts[6] = '4' THEN ARRAY[4] ELSE '{}'::integer[] END
    FROM (SELECT access_context() AS parts) AS bound
$$;
CREATE FUNCTION public.access_role() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT (access_context())[4]
$$;
CREATE FUNCTION public.access_took_part() RETURNS integer[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT access_principals() || CASE WHEN coalesce((access_context())[7], '') = ''
        THEN '{}'::integer[] ELSE ARRAY[(access_context())[7]::integer] END
$$;
CREATE FUNCTION public.access_usage_grows() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NEW.used <= OLD.used THEN
        RAISE EXCEPTION 'A budget is only spent.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.access_user() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT (access_context())[3]::integer
$$;
CREATE FUNCTION public.audit_ask_check() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    waiting bigint;
BEGIN
    IF (access_role() IN ('auditor', 'director', 'system_administrator')) IS NOT TRUE THEN
        RAISE EXCEPTION 'This role does not check the trail.'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT c.id INTO waiting FROM audit_check c WHERE c.ended_at IS NULL ORDER BY c.id LIMIT 1;
    IF waiting IS NULL THEN
        INSERT INTO audit_check (asked_by, rows_done, rows_total, finding)
        VALUES (access_user(), 0, 0, '') RETURNING id INTO waiting;
    END IF;
    RETURN waiting;
END $$;
CREATE FUNCTION public.audit_number_at(moment timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    low bigint := 0;
    high bigint := coalesce((SELECT max(e.id) FROM audit_entry e), 0) + 1;
    middle bigint;
    found timestamptz;
BEGIN
    WHILE high - low > 1 LOOP
        middle := (low + high) / 2;
        SELECT e.at INTO found FROM audit_entry e WHERE e.id >= middle ORDER BY e.id LIMIT 1;
        IF found < moment THEN
            low := middle;
        ELSE
            high := middle;
        END IF;
    END LOOP;
    RETURN high;
END $$;
CREATE FUNCTION public.audit_of_case(one uuid, before bigint, size integer) RETURNS TABLE(id bigint, at timestamp with time zone, action character varying, user_id bigint, case_ids uuid[], fields character varying[], purpose character varying, result smallint, view character varying)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF (access_role() = 'auditor' OR EXISTS (
            SELECT 1 FROM registry_case c WHERE c.id = one AND (c.owner_id = access_user()
                OR access_role() = 'supervisor' AND c.acl && access_own_principals()))
       ) IS NOT TRUE THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT e.id, e.at, e.action, e.user_id, e.case_ids, e.fields, e.purpose, e.result, e.view FROM audit_entry e
     WHERE e.case_ids @> ARRAY[one] AND (before IS NULL OR e.id < before)
       AND (access_role() = ANY (ARRAY['police_investigator', 'prosecutor', 'supervisor', 'auditor']) OR concat(e.action, ' ', e.view) NOT LIKE '%suspect%')
     ORDER BY e.id DESC LIMIT least(size, 200);
END $$;
CREATE FUNCTION public.audit_page(since timestamp with time zone, until timestamp with time zone, person bigint, done text, before bigint, size integer) RETURNS TABLE(id bigint, at timestamp with time zone, action character varying, user_id bigint, case_ids uuid[], fields character varying[], purpose character varying, result smallint, view character varying)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    conditions text := 'true';
BEGIN
    IF (access_role() IN ('auditor', 'director', 'system_administrator')) IS NOT TRUE THEN
        RETURN;
    END IF;
    IF since IS NOT NULL THEN
        conditions := conditions || ' AND e.at >= $1 AND e.id >= '
            || audit_number_at(since - interval '1 minute');
    END IF;
    IF until IS NOT NULL THEN
        conditions := conditions || ' AND e.at < $2 AND e.id < '
            || audit_number_at(until + interval '1 minute');
    END IF;
    IF person IS NOT NULL THEN
        conditions := conditions || ' AND e.user_id = $3';
    END IF;
    IF done <> '' THEN
        conditions := conditions || ' AND e.action = $4';
    END IF;
    IF before IS NOT NULL THEN
        conditions := conditions || ' AND e.id < $5';
    END IF;
    RETURN QUERY EXECUTE 'SELECT e.id, e.at, e.action, e.user_id, e.case_ids, e.fields, e.purpose, e.result, e.view FROM audit_entry e WHERE ' || conditions
        || ' ORDER BY e.id DESC LIMIT least($6, 200)'
        USING since, until, person, done, before, size;
END $_$;
CREATE FUNCTION public.audit_refuse() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
BEGIN
    RAISE EXCEPTION 'The trail is only added to: % of % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE FUNCTION public.registry_ask_access(request uuid, tokens bytea[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
DECLARE
    asked record;
BEGIN
    PERFORM registry_spend_search(tokens);
    SELECT r.to_desk_id, r.own_case_id INTO asked FROM registry_accessrequest r
     WHERE r.id = request AND r.asked_by_id = access_user() AND r.state = 'asked'
       AND r.asked_at > now() - interval '1 minute';
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO registry_requestedcase (id, request_id, case_id)
    SELECT gen_random_uuid(), request, t.case_id FROM registry_blindtoken t
     WHERE t.token = ANY (tokens) AND t.desk_id = asked.to_desk_id
       AND NOT EXISTS (SELECT 1 FROM registry_case c WHERE c.id = t.case_id)
     GROUP BY t.case_id;
    RETURN FOUND;
END $$;
CREATE FUNCTION public.registry_break_glass(wanted text, why text) RETURNS TABLE(emergency uuid, case_id uuid, owner_id bigint, agency_id bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    found record;
    opened uuid := gen_random_uuid();
    granted uuid := gen_random_uuid();
BEGIN
    IF (access_role() IN ('caseworker', 'shelter_staff', 'police_investigator', 'supervisor')) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM registry_count_question('emergency', 1000, 1000, 'HB429');
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    SELECT c.id, c.owner_id, c.agency_id INTO found FROM registry_case c WHERE c.reference = wanted;
    PERFORM set_config('harbour.counting', '', true);
    IF found.id IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO access_grant (id, case_id, principal, kind, with_identity, granted_by_id,
                              starts_at, ends_at)
    VALUES (granted, found.id, access_user() * 4 + 1, 'break_glass', true, access_user(),
            now(), now() + interval '60 minutes');
    INSERT INTO registry_emergency (id, case_id, grant_id, user_id, reason, opened_at, ends_at,
                                    review_due_at, verdict)
    VALUES (opened, found.id, granted, access_user(), why, now(),
            now() + interval '60 minutes', now() + interval '72 hours', '');
    RETURN QUERY SELECT opened, found.id, found.owner_id::bigint, found.agency_id::bigint;
END $$;
CREATE FUNCTION public.registry_case_moved() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    NEW.moved_at := now();
    RETURN NEW;
END $$;
CREATE FUNCTION public.registry_case_of(reference text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT c.id FROM registry_case c WHERE c.reference = registry_case_of.reference
$$;
CREATE FUNCTION public.registry_count_question(kind text, most_a_minute integer, most_a_day integer, over text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    who integer := access_user();
    numbers text := 'registry_asked_' || who;
    today bigint := floor(extract(epoch FROM clock_timestamp()) / 86400) * 100000;
    last bigint;
BEGIN
    IF session_user = 'casebase_owner' THEN
        RETURN;  -- an operator's command
    END IF;
    EXECUTE format('SELECT last_value FROM %I', numbers) INTO STRICT last;
    IF last < today THEN
        PERFORM setval(numbers, today);
    END IF;
    IF nextval(numbers) - today > 1000
       OR (SELECT count(*) FROM registry_blindsearch b WHERE b.user_id = who AND b.kind =
            registry_count_question.kind AND b.at > now() - interval '1 minute') >= most_a_minute
       OR (SELECT count(*) FROM registry_blindsearch b WHERE b.user_id = who AND b.kind =
            registry_count_question.kind AND b.at > now() - interval '1 day') >= most_a_day THEN
        RAISE EXCEPTION 'Too many questions.' USING ERRCODE = over;
    END IF;
    INSERT INTO registry_blindsearch (user_id, at, kind) VALUES (who, now(), kind);
END $$;
CREATE FUNCTION public.registry_counts_of(person integer) RETURNS TABLE(owned bigint, visible bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    place record;
    theirs integer[];
BEGIN
    IF NOT access_may_count() AND access_user() IS DISTINCT FROM person THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT m.desk_id, m.agency_id, r.scope INTO place
      FROM access_membership m JOIN access_reach r ON r.role = m.role WHERE m.user_id = person;
    theirs := ARRAY[person * 4 + 1];
    IF place.scope IN ('desk', 'agency') AND place.desk_id IS NOT NULL THEN
        theirs := theirs || (place.desk_id * 4 + 2)::integer;
    END IF;
    IF place.scope = 'agency' THEN
        theirs := theirs || (place.agency_id * 4 + 3)::integer;
    ELSIF place.scope = 'national' THEN
        theirs := theirs || 4;
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    RETURN QUERY SELECT
        (SELECT count(*) FROM registry_case c WHERE c.owner_id = person AND c.closed_on IS NULL),
        (SELECT count(*) FROM registry_case c WHERE c.acl && theirs OR c.id IN (
            SELECT g.case_id FROM access_grant g WHERE g.principal = ANY (theirs)
               AND g.revoked_at IS NULL AND now() >= g.starts_at AND now() < g.ends_at));
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE FUNCTION public.registry_elsewhere(tokens bytea[]) RETURNS TABLE(agency_id bigint, desk_id bigint, children text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
BEGIN
    PERFORM registry_spend_search(tokens);
    RETURN QUERY
    SELECT t.agency_id::bigint, t.desk_id::bigint,
           CASE count(DISTINCT t.person_id) WHEN 1 THEN 'one' ELSE 'several' END
      FROM registry_blindtoken t
     WHERE t.token = ANY (tokens)
       AND NOT EXISTS (SELECT 1 FROM registry_case c WHERE c.id = t.case_id)
     GROUP BY t.agency_id, t.desk_id;
END $$;
CREATE FUNCTION public.registry_forget_drafts() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    DELETE FROM registry_draft WHERE changed_at < now() - interval '7 days'
$$;
CREATE FUNCTION public.registry_keep_count() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', 'registry_asked_' || NEW.user_id);
    RETURN NULL;
END $$;
CREATE FUNCTION public.registry_left_behind() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    was integer := OLD.user_id * 4 + 1;
BEGIN
    IF (OLD.user_id, OLD.agency_id) = (NEW.user_id, NEW.agency_id)
       AND OLD.desk_id IS NOT DISTINCT FROM NEW.desk_id
       AND EXISTS (SELECT 1 FROM access_reach
                    WHERE role = NEW.role AND scope IN ('own', 'desk', 'agency')) THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    UPDATE registry_case SET acl = array_remove(acl, was) WHERE acl && ARRAY[was];
    UPDATE registry_operation SET acl = array_remove(acl, was) WHERE acl && ARRAY[was];
    UPDATE registry_report SET acl = array_remove(acl, was) WHERE acl && ARRAY[was];
    UPDATE registry_suspect SET acl = array_remove(acl, was) WHERE acl && ARRAY[was];
    PERFORM set_config('harbour.counting', '', true);
    RETURN NULL;
END $$;
CREATE FUNCTION public.registry_note_doubles(own_case uuid, tokens bytea[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
DECLARE
    own uuid := (SELECT c.person_id FROM registry_case c WHERE c.id = own_case AND c.acl && (SELECT access_own_principals()));
BEGIN
    IF own IS NULL OR cardinality(tokens) > 400 THEN
        RETURN;
    END IF;
    IF (SELECT c.created_at < now() FROM registry_case c WHERE c.id = own_case AND c.acl && (SELECT access_own_principals())) THEN
        PERFORM registry_count_question('corrected', 100, 100, 'HB430');
    ELSE
        PERFORM registry_count_question('noted', 1000, 1000, 'HB429');
    END IF;
    INSERT INTO registry_possibledouble (id, one_id, other_id, found_by, state, found_at)
    SELECT gen_random_uuid(), least(own, likely.person_id), greatest(own, likely.person_id),
           'token', 'open', now()
      FROM (SELECT t.person_id
              FROM unnest(tokens) AS asked (token)
             CROSS JOIN LATERAL (SELECT b.person_id, b.purpose FROM registry_blindtoken b
                                  WHERE b.token = asked.token AND b.person_id <> own
                                  LIMIT 50) AS t
             GROUP BY t.person_id
             ORDER BY bool_or(t.purpose IN ('phone', 'national_id')) DESC, count(*) DESC,
                      t.person_id) AS likely
     WHERE NOT EXISTS (SELECT 1 FROM registry_case c WHERE c.person_id = likely.person_id OFFSET 0)
     LIMIT 10
    ON CONFLICT DO NOTHING;
END $$;
CREATE FUNCTION public.registry_open_file(file_id uuid, purpose text) RETURNS TABLE(file_key bytea, original_key bytea)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF coalesce(length(purpose), 0) < 4 THEN
        RAISE EXCEPTION 'A purpose is needed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM access_reach WHERE role = access_role() AND may_reveal) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT a.file_key, a.original_key
      FROM registry_attachment a JOIN registry_case c ON c.id = a.case_id
     WHERE a.id = file_id AND (a.state = 'clean' OR a.state = 'waiting' AND purpose = 'scan')
       AND (c.acl && (SELECT access_own_principals()) OR EXISTS (
            SELECT 1 FROM access_grant g
             WHERE g.case_id = c.id AND g.principal = ANY (access_own_principals())
               AND g.with_identity AND g.revoked_at IS NULL
               AND now() > g.starts_at AND now() < g.ends_at));
END $$;
CREATE FUNCTION public.registry_person_stays() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    others boolean;
BEGIN
    IF access_user() IS NULL THEN
        RETURN NEW;  -- an operator's command, or a statement that the policies refuse
    END IF;
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'The person of a case stays.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    others := EXISTS (SELECT 1 FROM registry_case c
                       WHERE c.person_id = NEW.person_id AND NOT (c.acl && (SELECT access_own_principals())));
    PERFORM set_config('harbour.counting', '', true);
    IF others THEN
        RAISE EXCEPTION 'The person has cases elsewhere.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.registry_references(ids uuid[]) RETURNS TABLE(id uuid, reference character varying)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT c.id, c.reference FROM registry_case c WHERE c.id = ANY (ids)
$$;
CREATE FUNCTION public.registry_resolved_by_a_merge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    was uuid := CASE WHEN TG_OP = 'UPDATE' THEN OLD.resolved_into_id END;
BEGIN
    IF NEW.resolved_into_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM registry_merge m WHERE m.absorbed_id = NEW.id
               AND m.kept_id = NEW.resolved_into_id AND m.state = 'approved')
       OR NEW.resolved_into_id IS NULL AND (
            EXISTS (SELECT 1 FROM registry_merge m WHERE m.absorbed_id = NEW.id
                       AND m.state = 'approved')
            OR NOT EXISTS (SELECT 1 FROM registry_merge m WHERE m.absorbed_id = NEW.id
                              AND m.kept_id = was AND m.state = 'undone')) THEN
        RAISE EXCEPTION 'Two people count two as one.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.registry_identity (
    id uuid NOT NULL,
    given_name bytea NOT NULL,
    other_names bytea NOT NULL,
    birth_date bytea NOT NULL,
    mother_name bytea NOT NULL,
    father_name bytea NOT NULL,
    community bytea NOT NULL,
    found_at bytea NOT NULL,
    phone bytea NOT NULL,
    national_id bytea NOT NULL,
    marks bytea NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT registry_identity_birth_date_check CHECK (((octet_length(birth_date) >= 30) AND (SUBSTRING(birth_date FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_identity_community_check CHECK (((octet_length(community) >= 30) AND (SUBSTRING(community FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_identity_father_name_check CHECK (((octet_length(father_name) >= 30) AND (SUBSTRING(father_name FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_identity_found_at_check CHECK (((octet_length(found_at) >= 30) AND (SUBSTRING(found_at FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_identity_given_name_check CHECK (((octet_length(given_name) >= 30) AND (SUBSTRING(given_name FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_identity_marks_check CHECK (((octet_length(marks) >= 30) AND (SUBSTRING(marks FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_identity_mother_name_check CHECK (((octet_length(mother_name) >= 30) AND (SUBSTRING(mother_name FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_identity_national_id_check CHECK (((octet_length(national_id) >= 30) AND (SUBSTRING(national_id FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_identity_other_names_check CHECK (((octet_length(other_names) >= 30) AND (SUBSTRING(other_names FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_identity_phone_check CHECK (((octet_length(phone) >= 30) AND (SUBSTRING(phone FROM 1 FOR 1) = '\x01'::bytea)))
);
ALTER TABLE ONLY public.registry_identity FORCE ROW LEVEL SECURITY;
CREATE FUNCTION public.registry_reveal(case_ids uuid[], purpose text) RETURNS TABLE(case_id uuid, identity public.registry_identity)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF coalesce(length(purpose), 0) < 4 THEN
        RAISE EXCEPTION 'A purpose is needed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM access_reach WHERE role = access_role() AND may_reveal) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT c.id, i FROM registry_case c JOIN registry_identity i ON i.person_id = c.person_id
     WHERE c.id = ANY (case_ids)
       AND (c.acl && (SELECT access_own_principals()) OR EXISTS (
            SELECT 1 FROM access_grant g
             WHERE g.case_id = c.id AND g.principal = ANY (access_own_principals())
               AND g.with_identity AND g.revoked_at IS NULL
               AND now() > g.starts_at AND now() < g.ends_at));
END $$;
CREATE FUNCTION public.registry_spend_search(tokens bytea[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    who integer := access_user();
BEGIN
    IF who IS NULL OR (access_role() IN ('caseworker', 'police_investigator', 'desk_officer', 'supervisor')) IS NOT TRUE THEN
        RAISE EXCEPTION 'This role asks no other agency.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF cardinality(tokens) > 400 THEN
        RAISE EXCEPTION 'Too many searches.' USING ERRCODE = 'HB429';
    END IF;
    PERFORM registry_count_question('asked', 30, 300, 'HB429');
END $$;
CREATE FUNCTION public.registry_tokens_follow() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE registry_blindtoken SET desk_id = NEW.desk_id, agency_id = NEW.agency_id
     WHERE case_id = NEW.id;
    RETURN NULL;
END $$;
CREATE FUNCTION public.reporting_before(wanted text) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT max(frozen_at) - interval '1 hour' FROM reporting_frozenperiod
     WHERE code LIKE '%Q%' AND code < wanted
$$;
CREATE FUNCTION public.reporting_board_apart() RETURNS TABLE(unit text, cell jsonb, missing bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    RETURN QUERY
    SELECT 'cases', to_jsonb(a) - 'n', a.n::bigint FROM (SELECT agency_id, stage, status, is_open, is_urgent, sum(n) AS n FROM (SELECT agency_id, stage, status, closed_on IS NULL AS is_open, in_danger OR needs_medical_care AS is_urgent, 1 AS n FROM registry_case UNION ALL SELECT agency_id, stage, status, is_open, is_urgent, -cases AS n FROM reporting_boardcase) AS one GROUP BY agency_id, stage, status, is_open, is_urgent HAVING sum(n) <> 0) AS a UNION ALL
    SELECT 'persons', to_jsonb(b) - 'n', b.n::bigint FROM (
    SELECT cut, agency_id, quarter, region, form, sex, age, is_no_victim, sum(n) AS n
      FROM (
    SELECT CASE WHEN grouping(region) = 0 THEN 'place' WHEN grouping(sex) = 0 THEN 'who'
                ELSE 'form' END AS cut, agency_id, quarter, coalesce(region, '_T') AS region,
           coalesce(form, '_T') AS form, coalesce(sex, '_T') AS sex, coalesce(age, '_T') AS age,
           is_no_victim, sum(n) AS n
      FROM ((
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           1 AS n
      FROM registry_person p
      JOIN registry_person h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN registry_case c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN registry_operation o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id)) AS one
     GROUP BY GROUPING SETS ((agency_id, quarter, is_no_victim, region, form), (agency_id, quarter, is_no_victim, sex, age), (agency_id, quarter, is_no_victim, form))
    HAVING sum(n) <> 0 UNION ALL
            SELECT cut, agency_id, quarter, region, form, sex, age, is_no_victim, -persons FROM reporting_boardperson) AS one
     GROUP BY cut, agency_id, quarter, region, form, sex, age, is_no_victim HAVING sum(n) <> 0) AS b;
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE FUNCTION public.reporting_board_case_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_nestloop TO 'off'
    AS $$
DECLARE
    mark text := coalesce(current_setting('harbour.counting', true), '');
    persons uuid[];
    humans uuid[];
    others uuid[];
    records uuid[];  -- of these humans, before or after the statement
BEGIN
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    
    
    INSERT INTO reporting_boardcase AS held (agency_id, stage, status, is_open, is_urgent, slot, cases)
    SELECT agency_id, stage, status, is_open, is_urgent, (SELECT reporting_board_slot()), n
      FROM (SELECT agency_id, stage, status, is_open, is_urgent, sum(n) AS n FROM (SELECT agency_id, stage, status, closed_on IS NULL AS is_open, in_danger OR needs_medical_care AS is_urgent, -1 AS n FROM old_rows) AS one GROUP BY agency_id, stage, status, is_open, is_urgent HAVING sum(n) <> 0) AS difference ORDER BY agency_id, stage, status, is_open, is_urgent
    ON CONFLICT (agency_id, stage, status, is_open, is_urgent, slot) DO UPDATE SET cases = held.cases + excluded.cases;
    persons := array(SELECT person_id FROM old_rows);
    IF cardinality(persons) > 0 THEN
        others := array(SELECT operation_id FROM old_rows);
        IF array_remove(others, NULL) <> '{}' THEN
            PERFORM 1 FROM registry_operation WHERE id = ANY (others) ORDER BY id FOR SHARE;
        END IF;
        
    humans := array(SELECT human FROM (
        SELECT coalesce(resolved_into_id, id) AS human FROM registry_person
         WHERE id = ANY (persons) ORDER BY id FOR NO KEY UPDATE) AS locked);
    others := array(SELECT unnest(humans) EXCEPT SELECT unnest(persons));
    IF cardinality(others) > 0 THEN
        PERFORM 1 FROM registry_person WHERE id = ANY (others) ORDER BY id FOR NO KEY UPDATE;
    END IF;
    records := array(SELECT unnest(persons) UNION SELECT unnest(humans) UNION
        SELECT id FROM registry_person WHERE resolved_into_id = ANY (humans));
        
    INSERT INTO reporting_boardperson AS held (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot, persons)
    SELECT cut, agency_id, quarter, region, form, sex, age, is_no_victim, (SELECT reporting_board_slot()), n
      FROM (WITH record AS MATERIALIZED (SELECT id, sex, resolved_into_id FROM registry_person WHERE id = ANY (records)), passage AS MATERIALIZED (SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM registry_case WHERE person_id = ANY (records)), led AS MATERIALIZED (SELECT id, lead_agency_id FROM registry_operation WHERE id = ANY (array(SELECT operation_id FROM passage UNION SELECT operation_id FROM old_rows))) 
    SELECT CASE WHEN grouping(region) = 0 THEN 'place' WHEN grouping(sex) = 0 THEN 'who'
                ELSE 'form' END AS cut, agency_id, quarter, coalesce(region, '_T') AS region,
           coalesce(form, '_T') AS form, coalesce(sex, '_T') AS sex, coalesce(age, '_T') AS age,
           is_no_victim, sum(n) AS n
      FROM ((
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           1 AS n
      FROM record p
      JOIN record h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN passage c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN led o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id) UNION ALL (
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           -1 AS n
      FROM record p
      JOIN record h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN (SELECT * FROM passage UNION ALL SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM old_rows) c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN led o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id)) AS one
     GROUP BY GROUPING SETS ((agency_id, quarter, is_no_victim, region, form), (agency_id, quarter, is_no_victim, sex, age), (agency_id, quarter, is_no_victim, form))
    HAVING sum(n) <> 0) AS difference ORDER BY cut, agency_id, quarter, region, form, sex, age, is_no_victim
    ON CONFLICT (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot) DO UPDATE SET persons = held.persons + excluded.persons;
    END IF;
    PERFORM set_config('harbour.counting', mark, true);
    RETURN NULL;
END $$;
CREATE FUNCTION public.reporting_board_case_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_nestloop TO 'off'
    AS $$
DECLARE
    mark text := coalesce(current_setting('harbour.counting', true), '');
    persons uuid[];
    humans uuid[];
    others uuid[];
    records uuid[];  -- of these humans, before or after the statement
BEGIN
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    
    
    INSERT INTO reporting_boardcase AS held (agency_id, stage, status, is_open, is_urgent, slot, cases)
    SELECT agency_id, stage, status, is_open, is_urgent, (SELECT reporting_board_slot()), n
      FROM (SELECT agency_id, stage, status, is_open, is_urgent, sum(n) AS n FROM (SELECT agency_id, stage, status, closed_on IS NULL AS is_open, in_danger OR needs_medical_care AS is_urgent, 1 AS n FROM new_rows) AS one GROUP BY agency_id, stage, status, is_open, is_urgent HAVING sum(n) <> 0) AS difference ORDER BY agency_id, stage, status, is_open, is_urgent
    ON CONFLICT (agency_id, stage, status, is_open, is_urgent, slot) DO UPDATE SET cases = held.cases + excluded.cases;
    persons := array(SELECT person_id FROM new_rows);
    IF cardinality(persons) > 0 THEN
        others := array(SELECT operation_id FROM new_rows);
        IF array_remove(others, NULL) <> '{}' THEN
            PERFORM 1 FROM registry_operation WHERE id = ANY (others) ORDER BY id FOR SHARE;
        END IF;
        
    humans := array(SELECT human FROM (
        SELECT coalesce(resolved_into_id, id) AS human FROM registry_person
         WHERE id = ANY (persons) ORDER BY id FOR NO KEY UPDATE) AS locked);
    others := array(SELECT unnest(humans) EXCEPT SELECT unnest(persons));
    IF cardinality(others) > 0 THEN
        PERFORM 1 FROM registry_person WHERE id = ANY (others) ORDER BY id FOR NO KEY UPDATE;
    END IF;
    records := array(SELECT unnest(persons) UNION SELECT unnest(humans) UNION
        SELECT id FROM registry_person WHERE resolved_into_id = ANY (humans));
        
    INSERT INTO reporting_boardperson AS held (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot, persons)
    SELECT cut, agency_id, quarter, region, form, sex, age, is_no_victim, (SELECT reporting_board_slot()), n
      FROM (WITH record AS MATERIALIZED (SELECT id, sex, resolved_into_id FROM registry_person WHERE id = ANY (records)), passage AS MATERIALIZED (SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM registry_case WHERE person_id = ANY (records)), led AS MATERIALIZED (SELECT id, lead_agency_id FROM registry_operation WHERE id = ANY (array(SELECT operation_id FROM passage))) 
    SELECT CASE WHEN grouping(region) = 0 THEN 'place' WHEN grouping(sex) = 0 THEN 'who'
                ELSE 'form' END AS cut, agency_id, quarter, coalesce(region, '_T') AS region,
           coalesce(form, '_T') AS form, coalesce(sex, '_T') AS sex, coalesce(age, '_T') AS age,
           is_no_victim, sum(n) AS n
      FROM ((
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           1 AS n
      FROM record p
      JOIN record h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN passage c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN led o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id) UNION ALL (
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           -1 AS n
      FROM record p
      JOIN record h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN (SELECT * FROM passage WHERE id NOT IN (SELECT id FROM new_rows)) c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN led o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id)) AS one
     GROUP BY GROUPING SETS ((agency_id, quarter, is_no_victim, region, form), (agency_id, quarter, is_no_victim, sex, age), (agency_id, quarter, is_no_victim, form))
    HAVING sum(n) <> 0) AS difference ORDER BY cut, agency_id, quarter, region, form, sex, age, is_no_victim
    ON CONFLICT (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot) DO UPDATE SET persons = held.persons + excluded.persons;
    END IF;
    PERFORM set_config('harbour.counting', mark, true);
    RETURN NULL;
END $$;
CREATE FUNCTION public.reporting_board_case_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_nestloop TO 'off'
    AS $$
DECLARE
    mark text := coalesce(current_setting('harbour.counting', true), '');
    persons uuid[];
    humans uuid[];
    others uuid[];
    records uuid[];  -- of these humans, before or after the statement
BEGIN
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    
    
    INSERT INTO reporting_boardcase AS held (agency_id, stage, status, is_open, is_urgent, slot, cases)
    SELECT agency_id, stage, status, is_open, is_urgent, (SELECT reporting_board_slot()), n
      FROM (SELECT agency_id, stage, status, is_open, is_urgent, sum(n) AS n FROM (SELECT agency_id, stage, status, closed_on IS NULL AS is_open, in_danger OR needs_medical_care AS is_urgent, 1 AS n FROM new_rows UNION ALL SELECT agency_id, stage, status, closed_on IS NULL AS is_open, in_danger OR needs_medical_care AS is_urgent, -1 AS n FROM old_rows) AS one GROUP BY agency_id, stage, status, is_open, is_urgent HAVING sum(n) <> 0) AS difference ORDER BY agency_id, stage, status, is_open, is_urgent
    ON CONFLICT (agency_id, stage, status, is_open, is_urgent, slot) DO UPDATE SET cases = held.cases + excluded.cases;
    persons := array(SELECT person_id FROM ((SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM old_rows EXCEPT SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM new_rows) UNION ALL (SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM new_rows EXCEPT SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM old_rows)) AS other);
    IF cardinality(persons) > 0 THEN
        others := array(SELECT operation_id FROM ((SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM old_rows EXCEPT SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM new_rows) UNION ALL (SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM new_rows EXCEPT SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM old_rows)) AS other);
        IF array_remove(others, NULL) <> '{}' THEN
            PERFORM 1 FROM registry_operation WHERE id = ANY (others) ORDER BY id FOR SHARE;
        END IF;
        
    humans := array(SELECT human FROM (
        SELECT coalesce(resolved_into_id, id) AS human FROM registry_person
         WHERE id = ANY (persons) ORDER BY id FOR NO KEY UPDATE) AS locked);
    others := array(SELECT unnest(humans) EXCEPT SELECT unnest(persons));
    IF cardinality(others) > 0 THEN
        PERFORM 1 FROM registry_person WHERE id = ANY (others) ORDER BY id FOR NO KEY UPDATE;
    END IF;
    records := array(SELECT unnest(persons) UNION SELECT unnest(humans) UNION
        SELECT id FROM registry_person WHERE resolved_into_id = ANY (humans));
        
    INSERT INTO reporting_boardperson AS held (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot, persons)
    SELECT cut, agency_id, quarter, region, form, sex, age, is_no_victim, (SELECT reporting_board_slot()), n
      FROM (WITH record AS MATERIALIZED (SELECT id, sex, resolved_into_id FROM registry_person WHERE id = ANY (records)), passage AS MATERIALIZED (SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM registry_case WHERE person_id = ANY (records)), led AS MATERIALIZED (SELECT id, lead_agency_id FROM registry_operation WHERE id = ANY (array(SELECT operation_id FROM passage UNION SELECT operation_id FROM old_rows))) 
    SELECT CASE WHEN grouping(region) = 0 THEN 'place' WHEN grouping(sex) = 0 THEN 'who'
                ELSE 'form' END AS cut, agency_id, quarter, coalesce(region, '_T') AS region,
           coalesce(form, '_T') AS form, coalesce(sex, '_T') AS sex, coalesce(age, '_T') AS age,
           is_no_victim, sum(n) AS n
      FROM ((
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           1 AS n
      FROM record p
      JOIN record h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN passage c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN led o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id) UNION ALL (
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           -1 AS n
      FROM record p
      JOIN record h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN (SELECT * FROM passage WHERE id NOT IN (SELECT id FROM new_rows) UNION ALL SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM old_rows) c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN led o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id)) AS one
     GROUP BY GROUPING SETS ((agency_id, quarter, is_no_victim, region, form), (agency_id, quarter, is_no_victim, sex, age), (agency_id, quarter, is_no_victim, form))
    HAVING sum(n) <> 0) AS difference ORDER BY cut, agency_id, quarter, region, form, sex, age, is_no_victim
    ON CONFLICT (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot) DO UPDATE SET persons = held.persons + excluded.persons;
    END IF;
    PERFORM set_config('harbour.counting', mark, true);
    RETURN NULL;
END $$;
CREATE FUNCTION public.reporting_board_operation_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_nestloop TO 'off'
    AS $$
DECLARE
    mark text := coalesce(current_setting('harbour.counting', true), '');
    persons uuid[];
    humans uuid[];
    others uuid[];
    records uuid[];  -- of these humans, before or after the statement
BEGIN
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    
    persons := array(SELECT person_id FROM registry_case WHERE operation_id IN (SELECT id FROM ((SELECT id, lead_agency_id FROM old_rows EXCEPT SELECT id, lead_agency_id FROM new_rows) UNION ALL (SELECT id, lead_agency_id FROM new_rows EXCEPT SELECT id, lead_agency_id FROM old_rows)) AS other));
    IF cardinality(persons) > 0 THEN
        
    humans := array(SELECT human FROM (
        SELECT coalesce(resolved_into_id, id) AS human FROM registry_person
         WHERE id = ANY (persons) ORDER BY id FOR NO KEY UPDATE) AS locked);
    others := array(SELECT unnest(humans) EXCEPT SELECT unnest(persons));
    IF cardinality(others) > 0 THEN
        PERFORM 1 FROM registry_person WHERE id = ANY (others) ORDER BY id FOR NO KEY UPDATE;
    END IF;
    records := array(SELECT unnest(persons) UNION SELECT unnest(humans) UNION
        SELECT id FROM registry_person WHERE resolved_into_id = ANY (humans));
        
    INSERT INTO reporting_boardperson AS held (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot, persons)
    SELECT cut, agency_id, quarter, region, form, sex, age, is_no_victim, (SELECT reporting_board_slot()), n
      FROM (WITH record AS MATERIALIZED (SELECT id, sex, resolved_into_id FROM registry_person WHERE id = ANY (records)), passage AS MATERIALIZED (SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM registry_case WHERE person_id = ANY (records)), led AS MATERIALIZED (SELECT id, lead_agency_id FROM registry_operation WHERE id = ANY (array(SELECT operation_id FROM passage))) 
    SELECT CASE WHEN grouping(region) = 0 THEN 'place' WHEN grouping(sex) = 0 THEN 'who'
                ELSE 'form' END AS cut, agency_id, quarter, coalesce(region, '_T') AS region,
           coalesce(form, '_T') AS form, coalesce(sex, '_T') AS sex, coalesce(age, '_T') AS age,
           is_no_victim, sum(n) AS n
      FROM ((
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           1 AS n
      FROM record p
      JOIN record h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN passage c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN led o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id) UNION ALL (
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           -1 AS n
      FROM record p
      JOIN record h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN passage c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN (SELECT * FROM led WHERE id NOT IN (SELECT id FROM new_rows) UNION ALL SELECT id, lead_agency_id FROM old_rows) o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id)) AS one
     GROUP BY GROUPING SETS ((agency_id, quarter, is_no_victim, region, form), (agency_id, quarter, is_no_victim, sex, age), (agency_id, quarter, is_no_victim, form))
    HAVING sum(n) <> 0) AS difference ORDER BY cut, agency_id, quarter, region, form, sex, age, is_no_victim
    ON CONFLICT (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot) DO UPDATE SET persons = held.persons + excluded.persons;
    END IF;
    PERFORM set_config('harbour.counting', mark, true);
    RETURN NULL;
END $$;
CREATE FUNCTION public.reporting_board_person_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_nestloop TO 'off'
    AS $$
DECLARE
    mark text := coalesce(current_setting('harbour.counting', true), '');
    persons uuid[];
    humans uuid[];
    others uuid[];
    records uuid[];  -- of these humans, before or after the statement
BEGIN
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    
    persons := array(SELECT id FROM ((SELECT id, sex, resolved_into_id FROM old_rows EXCEPT SELECT id, sex, resolved_into_id FROM new_rows) UNION ALL (SELECT id, sex, resolved_into_id FROM new_rows EXCEPT SELECT id, sex, resolved_into_id FROM old_rows)) AS other);
    IF cardinality(persons) > 0 THEN
        
    humans := array(SELECT human FROM (
        SELECT coalesce(resolved_into_id, id) AS human FROM registry_person
         WHERE id = ANY (persons) ORDER BY id FOR NO KEY UPDATE) AS locked UNION SELECT coalesce(resolved_into_id, id) FROM ((SELECT id, sex, resolved_into_id FROM old_rows EXCEPT SELECT id, sex, resolved_into_id FROM new_rows) UNION ALL (SELECT id, sex, resolved_into_id FROM new_rows EXCEPT SELECT id, sex, resolved_into_id FROM old_rows)) AS other);
    others := array(SELECT unnest(humans) EXCEPT SELECT unnest(persons));
    IF cardinality(others) > 0 THEN
        PERFORM 1 FROM registry_person WHERE id = ANY (others) ORDER BY id FOR NO KEY UPDATE;
    END IF;
    records := array(SELECT unnest(persons) UNION SELECT unnest(humans) UNION
        SELECT id FROM registry_person WHERE resolved_into_id = ANY (humans));
        
    INSERT INTO reporting_boardperson AS held (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot, persons)
    SELECT cut, agency_id, quarter, region, form, sex, age, is_no_victim, (SELECT reporting_board_slot()), n
      FROM (WITH record AS MATERIALIZED (SELECT id, sex, resolved_into_id FROM registry_person WHERE id = ANY (records)), passage AS MATERIALIZED (SELECT id, person_id, agency_id, operation_id, region_id, exploitation, lake_task, identified_on, age_at_identification, created_at, status FROM registry_case WHERE person_id = ANY (records)), led AS MATERIALIZED (SELECT id, lead_agency_id FROM registry_operation WHERE id = ANY (array(SELECT operation_id FROM passage))) 
    SELECT CASE WHEN grouping(region) = 0 THEN 'place' WHEN grouping(sex) = 0 THEN 'who'
                ELSE 'form' END AS cut, agency_id, quarter, coalesce(region, '_T') AS region,
           coalesce(form, '_T') AS form, coalesce(sex, '_T') AS sex, coalesce(age, '_T') AS age,
           is_no_victim, sum(n) AS n
      FROM ((
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           1 AS n
      FROM record p
      JOIN record h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN passage c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN led o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id) UNION ALL (
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           -1 AS n
      FROM (SELECT * FROM record WHERE id NOT IN (SELECT id FROM new_rows) UNION ALL SELECT id, sex, resolved_into_id FROM old_rows) p
      JOIN (SELECT * FROM record WHERE id NOT IN (SELECT id FROM new_rows) UNION ALL SELECT id, sex, resolved_into_id FROM old_rows) h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN passage c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN led o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id)) AS one
     GROUP BY GROUPING SETS ((agency_id, quarter, is_no_victim, region, form), (agency_id, quarter, is_no_victim, sex, age), (agency_id, quarter, is_no_victim, form))
    HAVING sum(n) <> 0) AS difference ORDER BY cut, agency_id, quarter, region, form, sex, age, is_no_victim
    ON CONFLICT (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot) DO UPDATE SET persons = held.persons + excluded.persons;
    END IF;
    PERFORM set_config('harbour.counting', mark, true);
    RETURN NULL;
END $$;
CREATE FUNCTION public.reporting_board_repair() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    
    INSERT INTO reporting_boardcase AS held (agency_id, stage, status, is_open, is_urgent, slot, cases)
    SELECT agency_id, stage, status, is_open, is_urgent, (SELECT reporting_board_slot()), n
      FROM (SELECT agency_id, stage, status, is_open, is_urgent, sum(n) AS n FROM (SELECT agency_id, stage, status, closed_on IS NULL AS is_open, in_danger OR needs_medical_care AS is_urgent, 1 AS n FROM registry_case UNION ALL SELECT agency_id, stage, status, is_open, is_urgent, -cases AS n FROM reporting_boardcase) AS one GROUP BY agency_id, stage, status, is_open, is_urgent HAVING sum(n) <> 0) AS difference ORDER BY agency_id, stage, status, is_open, is_urgent
    ON CONFLICT (agency_id, stage, status, is_open, is_urgent, slot) DO UPDATE SET cases = held.cases + excluded.cases;
    
    INSERT INTO reporting_boardperson AS held (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot, persons)
    SELECT cut, agency_id, quarter, region, form, sex, age, is_no_victim, (SELECT reporting_board_slot()), n
      FROM (
    SELECT cut, agency_id, quarter, region, form, sex, age, is_no_victim, sum(n) AS n
      FROM (
    SELECT CASE WHEN grouping(region) = 0 THEN 'place' WHEN grouping(sex) = 0 THEN 'who'
                ELSE 'form' END AS cut, agency_id, quarter, coalesce(region, '_T') AS region,
           coalesce(form, '_T') AS form, coalesce(sex, '_T') AS sex, coalesce(age, '_T') AS age,
           is_no_victim, sum(n) AS n
      FROM ((
    SELECT DISTINCT ON (h.id) coalesce(o.lead_agency_id, c.agency_id) AS agency_id,
           (extract(year FROM c.identified_on) * 4 + extract(quarter FROM c.identified_on) - 1)::integer AS quarter, r.code AS region,
           reporting_form(c.exploitation, c.lake_task) AS form,
           CASE h.sex WHEN 'Female' THEN 'F' WHEN 'Male' THEN 'M' ELSE 'U' END AS sex,
           CASE WHEN c.age_at_identification IS NULL THEN 'U'
                WHEN c.age_at_identification < 18 THEN 'C' ELSE 'A' END AS age,
           bool_and(c.status = 'NotAVictimOfTrafficking') OVER (PARTITION BY h.id) AS is_no_victim,
           1 AS n
      FROM registry_person p
      JOIN registry_person h ON h.id = coalesce(p.resolved_into_id, p.id)
      JOIN registry_case c ON c.person_id = p.id
      JOIN core_region r ON r.id = c.region_id
      LEFT JOIN registry_operation o ON o.id = c.operation_id
     ORDER BY h.id, c.identified_on, c.created_at, c.id)) AS one
     GROUP BY GROUPING SETS ((agency_id, quarter, is_no_victim, region, form), (agency_id, quarter, is_no_victim, sex, age), (agency_id, quarter, is_no_victim, form))
    HAVING sum(n) <> 0 UNION ALL
            SELECT cut, agency_id, quarter, region, form, sex, age, is_no_victim, -persons FROM reporting_boardperson) AS one
     GROUP BY cut, agency_id, quarter, region, form, sex, age, is_no_victim HAVING sum(n) <> 0) AS difference ORDER BY cut, agency_id, quarter, region, form, sex, age, is_no_victim
    ON CONFLICT (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot) DO UPDATE SET persons = held.persons + excluded.persons;
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE FUNCTION public.reporting_board_slot() RETURNS smallint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    slot smallint := 0;
BEGIN
    WHILE NOT pg_try_advisory_xact_lock(4607184, slot) LOOP
        slot := slot + 1;
    END LOOP;
    RETURN slot;
END $$;
CREATE TABLE public.reporting_openedcase (
    key character varying(64) NOT NULL,
    period character varying(6) NOT NULL,
    person_id uuid NOT NULL,
    is_late boolean NOT NULL,
    sex character varying(12) NOT NULL,
    age smallint,
    nationality character varying(2) NOT NULL,
    exploitation character varying(24) NOT NULL,
    form character varying(12) NOT NULL,
    region character varying(40) NOT NULL,
    agency character varying(20) NOT NULL,
    source character varying(12) NOT NULL,
    case_id uuid NOT NULL,
    identified_on date NOT NULL,
    clock_ends_on date NOT NULL,
    missing character varying(24)[] NOT NULL,
    CONSTRAINT reporting_openedcase_age_check CHECK ((age >= 0))
);
ALTER TABLE ONLY public.reporting_openedcase FORCE ROW LEVEL SECURITY;
CREATE FUNCTION public.reporting_cases_of(wanted text, since timestamp with time zone) RETURNS SETOF public.reporting_openedcase
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
WITH opened AS (
    SELECT c.* FROM registry_case c
     WHERE reporting_quarter(c.identified_on) = reporting_number(wanted)
    UNION ALL
    SELECT c.* FROM registry_case c
     WHERE (c.created_at >= since OR c.moved_at >= since)
       AND reporting_quarter(c.identified_on) <= (SELECT max(reporting_number(p.code)) FROM reporting_frozenperiod p WHERE p.code LIKE '%Q%' AND p.code < wanted HAVING max(reporting_number(p.code)) = reporting_number(wanted) - 1)
       AND NOT EXISTS (SELECT 1 FROM reporting_openedcase e
                        WHERE e.case_id = c.id AND e.period < wanted))
SELECT wanted || ' ' || c.id, wanted, coalesce(p.resolved_into_id, p.id),
       reporting_quarter(c.identified_on) < reporting_number(wanted),
       p.sex, c.age_at_identification::smallint, p.nationality, c.exploitation,
       reporting_form(c.exploitation, c.lake_task), r.code, own.code, c.source,
       c.id, c.identified_on, c.identified_on + 7,
       array_remove(ARRAY[
           CASE WHEN p.sex = 'NotKnown' THEN 'sex' END,
           CASE WHEN c.age_at_identification IS NULL THEN 'age' END,
           CASE WHEN p.origin_district_id IS NULL THEN 'origin_district' END,
           CASE WHEN p.language = '' THEN 'language' END,
           CASE WHEN c.exploitation = '' THEN 'exploitation' END], NULL)
  FROM opened c
  JOIN registry_person p ON p.id = c.person_id
  JOIN core_region r ON r.id = c.region_id
  JOIN core_agency own ON own.id = c.agency_id
$$;
CREATE FUNCTION public.reporting_code(number integer) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT (number / 4)::text || 'Q' || (number % 4 + 1)::text $$;
CREATE FUNCTION public.reporting_decided_today(wanted text) RETURNS TABLE(person_id uuid, status text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
(SELECT DISTINCT ON (coalesce(p.resolved_into_id, p.id))
        coalesce(p.resolved_into_id, p.id), d.status
   FROM registry_statusdecision d
   JOIN registry_case c ON c.id = d.case_id
   JOIN registry_person p ON p.id = c.person_id
   JOIN reporting_frozenperiod held ON held.code = wanted
  WHERE d.status <> 'PossibleVictimOfTrafficking'
    AND (reporting_quarter(d.decided_on) = reporting_number(wanted)
         OR d.recorded_at >= reporting_before(wanted)
            AND reporting_quarter(d.decided_on) < reporting_number(wanted))
    AND (d.recorded_at < held.frozen_at
         OR (c.person_id, d.status, d.decided_on) IN (
             SELECT f.person_id, f.status, f.decided_on FROM reporting_finaldecision f
              WHERE f.period = wanted))
  ORDER BY coalesce(p.resolved_into_id, p.id), d.decided_on DESC, d.recorded_at DESC, d.id)
UNION ALL
SELECT f.person_id, f.status FROM reporting_finaldecision f
 WHERE f.period = wanted AND NOT EXISTS (SELECT 1 FROM registry_person p WHERE p.id = f.person_id)
$$;
CREATE TABLE public.reporting_finaldecision (
    key character varying(64) NOT NULL,
    period character varying(6) NOT NULL,
    person_id uuid NOT NULL,
    is_late boolean NOT NULL,
    sex character varying(12) NOT NULL,
    age smallint,
    nationality character varying(2) NOT NULL,
    exploitation character varying(24) NOT NULL,
    form character varying(12) NOT NULL,
    region character varying(40) NOT NULL,
    agency character varying(20) NOT NULL,
    source character varying(12) NOT NULL,
    status character varying(32) NOT NULL,
    deciding_body character varying(36) NOT NULL,
    decided_on date NOT NULL,
    CONSTRAINT reporting_finaldecision_age_check CHECK ((age >= 0))
);
ALTER TABLE ONLY public.reporting_finaldecision FORCE ROW LEVEL SECURITY;
CREATE FUNCTION public.reporting_decisions_of(wanted text, since timestamp with time zone) RETURNS SETOF public.reporting_finaldecision
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
WITH made AS (
    SELECT d.* FROM registry_statusdecision d
     WHERE reporting_quarter(d.decided_on) = reporting_number(wanted)
    UNION ALL
    SELECT d.* FROM registry_statusdecision d
     WHERE d.recorded_at >= since AND reporting_quarter(d.decided_on) <= (SELECT max(reporting_number(p.code)) FROM reporting_frozenperiod p WHERE p.code LIKE '%Q%' AND p.code < wanted HAVING max(reporting_number(p.code)) = reporting_number(wanted) - 1)),
last AS (
    SELECT DISTINCT ON (coalesce(p.resolved_into_id, p.id))
           coalesce(p.resolved_into_id, p.id) AS human, d.*, c.age_at_identification AS age,
           c.exploitation, c.lake_task, c.region_id, c.agency_id, c.operation_id, c.source
      FROM made d
      JOIN registry_case c ON c.id = d.case_id
      JOIN registry_person p ON p.id = c.person_id
     WHERE d.status <> 'PossibleVictimOfTrafficking'
     ORDER BY coalesce(p.resolved_into_id, p.id), d.decided_on DESC, d.recorded_at DESC, d.id)
SELECT wanted || ' ' || l.human, wanted, l.human,
       reporting_quarter(l.decided_on) < reporting_number(wanted),
       p.sex, l.age::smallint, p.nationality, l.exploitation,
       reporting_form(l.exploitation, l.lake_task), r.code,
       coalesce(lead.code, own.code), l.source, l.status, l.deciding_body, l.decided_on
  FROM last l
  JOIN registry_person p ON p.id = l.human
  JOIN core_region r ON r.id = l.region_id
  JOIN core_agency own ON own.id = l.agency_id
  LEFT JOIN registry_operation o ON o.id = l.operation_id
  LEFT JOIN core_agency lead ON lead.id = o.lead_agency_id
 WHERE reporting_quarter(l.decided_on) = reporting_number(wanted) OR NOT EXISTS (
        SELECT 1 FROM reporting_finaldecision e WHERE e.person_id = l.human
           AND e.decided_on = l.decided_on AND e.status = l.status AND e.period < wanted)
$$;
CREATE FUNCTION public.reporting_drift(wanted text) RETURNS TABLE(figure text, was integer, today integer, merged integer, undone integer, decided integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF (access_role() IN ('director', 'me_viewer')) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    RETURN QUERY
    WITH frozen AS (
        SELECT e.person_id, e.in_cohort, e.status FROM reporting_episode e WHERE e.period = wanted),
    now_is AS MATERIALIZED (SELECT t.* FROM reporting_today_of(wanted) t),
    made AS (
        SELECT d.person_id, d.status FROM reporting_finaldecision d WHERE d.period = wanted),
    made_now AS MATERIALIZED (SELECT t.* FROM reporting_decided_today(wanted) t),
    first_time AS (
        SELECT 'cohort' AS name, f.person_id FROM frozen f WHERE f.in_cohort
        UNION ALL SELECT '5', f.person_id FROM frozen f WHERE f.status <> 'NotAVictimOfTrafficking'
        UNION ALL SELECT '6', m.person_id FROM made m WHERE m.status = 'ActualVictimOfTrafficking'
        UNION ALL SELECT '7', m.person_id FROM made m WHERE m.status = 'NotAVictimOfTrafficking'),
    this_time AS (
        SELECT 'cohort' AS name, n.person_id FROM now_is n WHERE n.in_cohort
        UNION ALL SELECT '5', n.person_id FROM now_is n WHERE n.status <> 'NotAVictimOfTrafficking'
        UNION ALL SELECT '6', m.person_id FROM made_now m WHERE m.status = 'ActualVictimOfTrafficking'
        UNION ALL SELECT '7', m.person_id FROM made_now m WHERE m.status = 'NotAVictimOfTrafficking'),
    gone AS (
        SELECT f.name, p.resolved_into_id IS NOT NULL AS is_merged,
               EXISTS (SELECT 1 FROM now_is n WHERE n.person_id = f.person_id) AS is_there
          FROM first_time f LEFT JOIN registry_person p ON p.id = f.person_id
         WHERE NOT EXISTS (SELECT 1 FROM this_time t
                            WHERE t.name = f.name AND t.person_id = f.person_id)),
    come AS (
        SELECT t.name,
               EXISTS (SELECT 1 FROM registry_merge m JOIN reporting_frozenperiod h
                          ON h.code = wanted AND m.undone_at >= h.frozen_at
                        WHERE m.absorbed_id = t.person_id) AS is_undone,
               EXISTS (SELECT 1 FROM frozen f WHERE f.person_id = t.person_id) AS was_there
          FROM this_time t
         WHERE NOT EXISTS (SELECT 1 FROM first_time f
                            WHERE f.name = t.name AND f.person_id = t.person_id))
    SELECT one.name,
           (SELECT count(*) FROM first_time f WHERE f.name = one.name)::integer,
           (SELECT count(*) FROM this_time t WHERE t.name = one.name)::integer,
           (SELECT count(*) FROM gone g WHERE g.name = one.name AND g.is_merged)::integer,
           (SELECT count(*) FROM come c WHERE c.name = one.name AND c.is_undone)::integer,
           ((SELECT count(*) FROM gone g
              WHERE g.name = one.name AND g.is_there AND NOT g.is_merged)
            + (SELECT count(*) FROM come c
                WHERE c.name = one.name AND c.was_there AND NOT c.is_undone))::integer
      FROM unnest(ARRAY['cohort', '5', '6', '7']) AS one (name);
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE TABLE public.reporting_episode (
    key character varying(64) NOT NULL,
    period character varying(6) NOT NULL,
    person_id uuid NOT NULL,
    is_late boolean NOT NULL,
    sex character varying(12) NOT NULL,
    age smallint,
    nationality character varying(2) NOT NULL,
    exploitation character varying(24) NOT NULL,
    form character varying(12) NOT NULL,
    region character varying(40) NOT NULL,
    agency character varying(20) NOT NULL,
    source character varying(12) NOT NULL,
    episode smallint NOT NULL,
    identified_on date NOT NULL,
    in_cohort boolean NOT NULL,
    status character varying(32) NOT NULL,
    has_conflict boolean NOT NULL,
    partners character varying(20)[] NOT NULL,
    agencies character varying(20)[] NOT NULL,
    cases smallint NOT NULL,
    records smallint NOT NULL,
    CONSTRAINT reporting_episode_age_check CHECK ((age >= 0)),
    CONSTRAINT reporting_episode_cases_check CHECK ((cases >= 0)),
    CONSTRAINT reporting_episode_episode_check CHECK ((episode >= 0)),
    CONSTRAINT reporting_episode_records_check CHECK ((records >= 0))
);
ALTER TABLE ONLY public.reporting_episode FORCE ROW LEVEL SECURITY;
CREATE FUNCTION public.reporting_episodes_of(wanted text, since timestamp with time zone) RETURNS SETOF public.reporting_episode
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
WITH touched AS (
    SELECT c.person_id FROM registry_case c
     WHERE reporting_quarter(c.identified_on) = reporting_number(wanted)
    UNION
    SELECT c.person_id FROM registry_case c
     WHERE c.created_at >= since
       AND reporting_quarter(c.identified_on) <= (SELECT max(reporting_number(p.code)) FROM reporting_frozenperiod p WHERE p.code LIKE '%Q%' AND p.code < wanted HAVING max(reporting_number(p.code)) = reporting_number(wanted) - 1)
    UNION
    SELECT c.person_id FROM registry_case c
     WHERE c.moved_at >= since
       AND reporting_quarter(c.identified_on) <= (SELECT max(reporting_number(p.code)) FROM reporting_frozenperiod p WHERE p.code LIKE '%Q%' AND p.code < wanted HAVING max(reporting_number(p.code)) = reporting_number(wanted) - 1)
    UNION
    SELECT m.absorbed_id FROM registry_merge m WHERE m.undone_at >= since),
human AS (
    SELECT DISTINCT coalesce(p.resolved_into_id, p.id) AS id
      FROM touched t JOIN registry_person p ON p.id = t.person_id),
passage AS (
    SELECT h.id AS human, one.person, c.id AS case_id, c.identified_on, c.created_at, c.moved_at, c.closed_on,
           c.status, c.source, c.exploitation, c.lake_task, c.age_at_identification AS age,
           r.code AS region, own.code AS own_agency, coalesce(lead.code, own.code) AS agency,
           c.operation_id
      FROM human h
      CROSS JOIN LATERAL (SELECT h.id AS person UNION ALL
          SELECT p.id FROM registry_person p WHERE p.resolved_into_id = h.id) one
      JOIN registry_case c ON c.person_id = one.person
      JOIN core_region r ON r.id = c.region_id
      JOIN core_agency own ON own.id = c.agency_id
      LEFT JOIN registry_operation o ON o.id = c.operation_id
      LEFT JOIN core_agency lead ON lead.id = o.lead_agency_id),
numbered AS (
    SELECT b.*, count(*) FILTER (WHERE begins) OVER (
               PARTITION BY human ORDER BY identified_on, created_at, case_id) AS episode
      FROM (SELECT p.*, (max(coalesce(closed_on, 'infinity'::date)) OVER (
                PARTITION BY human ORDER BY identified_on, created_at, case_id
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) < identified_on)
                IS NOT FALSE AS begins FROM passage p) b),
first AS (
    SELECT DISTINCT ON (human, episode) * FROM numbered
     ORDER BY human, episode, identified_on, created_at, case_id),
whole AS (
    SELECT human, episode, count(*) AS cases, count(DISTINCT person) AS records,
           array_agg(DISTINCT own_agency::text) AS agencies,
           count(DISTINCT status) FILTER (WHERE status <> 'PossibleVictimOfTrafficking') > 1 AS has_conflict
      FROM numbered GROUP BY human, episode),
latest AS (
    SELECT DISTINCT ON (n.human, n.episode) n.human, n.episode, d.status
      FROM numbered n JOIN registry_statusdecision d ON d.case_id = n.case_id
     ORDER BY n.human, n.episode, d.decided_on DESC, d.recorded_at DESC, d.id),
told AS (
    SELECT f.human, f.episode, coalesce(l.status, 'PossibleVictimOfTrafficking') AS status,
           count(*) FILTER (WHERE coalesce(l.status, 'PossibleVictimOfTrafficking') <> 'NotAVictimOfTrafficking') OVER (
               PARTITION BY f.human ORDER BY f.episode
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) = 0 AS is_first
      FROM first f LEFT JOIN latest l USING (human, episode))
SELECT wanted || ' ' || f.human || ' ' || f.episode, wanted, f.human,
       reporting_quarter(f.identified_on) < reporting_number(wanted),
       p.sex, f.age::smallint, p.nationality, f.exploitation,
       reporting_form(f.exploitation, f.lake_task), f.region, f.agency, f.source,
       f.episode::smallint, f.identified_on,
       t.is_first AND t.status <> 'NotAVictimOfTrafficking' AND NOT EXISTS (
           SELECT 1 FROM (SELECT f.human AS id, NULL::timestamptz AS merged_at, NULL::timestamptz AS undone_at
             UNION ALL
             SELECT q.id, NULL, NULL FROM registry_person q WHERE q.resolved_into_id = f.human
             UNION ALL
             SELECT m.kept_id, m.decided_at, m.undone_at FROM registry_merge m
              WHERE m.absorbed_id = f.human AND m.state = 'undone') who
             JOIN reporting_episode e ON e.person_id = who.id
            WHERE e.in_cohort AND e.period < wanted
              AND (who.merged_at IS NULL OR EXISTS (
                  SELECT 1 FROM reporting_frozenperiod z WHERE z.code = e.period
                     AND who.merged_at <= z.frozen_at AND who.undone_at >= z.frozen_at))),
       t.status, w.has_conflict,
       coalesce((SELECT array_agg(a.code ORDER BY a.code)
          FROM registry_operation_partners q JOIN core_agency a ON a.id = q.agency_id
         WHERE q.operation_id = f.operation_id), '{}'),
       w.agencies, w.cases::smallint, w.records::smallint
  FROM first f
  JOIN whole w USING (human, episode)
  JOIN told t USING (human, episode)
  JOIN registry_person p ON p.id = f.human
 WHERE reporting_quarter(f.identified_on) = reporting_number(wanted)
    OR reporting_quarter(f.identified_on) <= (SELECT max(reporting_number(p.code)) FROM reporting_frozenperiod p WHERE p.code LIKE '%Q%' AND p.code < wanted HAVING max(reporting_number(p.code)) = reporting_number(wanted) - 1)
       AND (f.created_at >= since
            OR f.moved_at >= since AND NOT EXISTS (
                SELECT 1 FROM reporting_openedcase o
                 WHERE o.case_id = f.case_id AND o.period < wanted)
            OR EXISTS (SELECT 1 FROM registry_merge m
                        WHERE m.absorbed_id = f.human AND m.undone_at >= since))
       AND NOT EXISTS (
           SELECT 1 FROM (SELECT f.human AS id, NULL::timestamptz AS merged_at, NULL::timestamptz AS undone_at
             UNION ALL
             SELECT q.id, NULL, NULL FROM registry_person q WHERE q.resolved_into_id = f.human) who JOIN reporting_episode e ON e.person_id = who.id
            WHERE e.identified_on = f.identified_on AND e.period < wanted)
$$;
CREATE FUNCTION public.reporting_form(exploitation text, lake_task text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE WHEN lake_task <> '' THEN 'fishing' ELSE CASE exploitation
        WHEN 'ForcedLabour' THEN 'labour' WHEN 'ChildLabour' THEN 'child_labour'
        WHEN 'SexualExploitation' THEN 'sexual' WHEN 'ForcedBegging' THEN 'begging'
        WHEN 'Servitude' THEN 'servitude' WHEN 'ForcedMarriage' THEN 'marriage'
        ELSE 'other' END END
$$;
CREATE FUNCTION public.reporting_freeze(wanted text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF (access_role() IN ('me_viewer', 'director')) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN reporting_freeze_rows(wanted, now(), access_user());
END $$;
CREATE FUNCTION public.reporting_freeze_rows(wanted text, moment timestamp with time zone, who integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    since timestamptz := reporting_before(wanted);
    last date := (left(wanted, 4) || '-' || CASE right(wanted, 2) WHEN 'Q1' THEN '03-31'
        WHEN 'Q2' THEN '06-30' WHEN 'Q3' THEN '09-30' ELSE '12-31' END)::date;
    counted integer;
BEGIN
    PERFORM pg_advisory_xact_lock(4607183);
    IF wanted !~ '^20\d\d(Q[1-4])?$' THEN
        RAISE EXCEPTION 'no such period' USING ERRCODE = 'HB602';
    END IF;
    IF EXISTS (SELECT 1 FROM reporting_frozenperiod WHERE code = wanted) THEN
        RAISE EXCEPTION 'frozen already' USING ERRCODE = 'HB601';
    END IF;
    IF (moment AT TIME ZONE 'UTC')::date <= last + 45 THEN
        RAISE EXCEPTION 'not closed' USING ERRCODE = 'HB602';
    END IF;
    IF wanted ~ 'Q' THEN
        IF EXISTS (SELECT 1 FROM reporting_frozenperiod WHERE code ~ 'Q') AND NOT EXISTS (
            SELECT 1 FROM reporting_frozenperiod
             WHERE code = reporting_code(reporting_number(wanted) - 1)) THEN
            RAISE EXCEPTION 'out of order' USING ERRCODE = 'HB603';
        END IF;
        PERFORM set_config('harbour.counting', access_counting_mark(), true);
        INSERT INTO reporting_episode SELECT * FROM reporting_episodes_of(wanted, since);
        INSERT INTO reporting_finaldecision SELECT * FROM reporting_decisions_of(wanted, since);
        INSERT INTO reporting_openedcase SELECT * FROM reporting_cases_of(wanted, since);
        counted := (SELECT count(*) FROM reporting_episode
                     WHERE period = wanted AND in_cohort);
        PERFORM set_config('harbour.counting', '', true);
    ELSE
        IF (SELECT count(*) FROM reporting_frozenperiod
             WHERE code LIKE wanted || 'Q_' AND signed_at IS NOT NULL) < 4 THEN
            RAISE EXCEPTION 'quarters missing' USING ERRCODE = 'HB603';
        END IF;
        counted := (SELECT sum(persons) FROM reporting_frozenperiod
                     WHERE code LIKE wanted || 'Q_');
    END IF;
    INSERT INTO reporting_frozenperiod (code, frozen_at, frozen_by_id, persons, snapshot)
    VALUES (wanted, moment, who, counted, reporting_snapshot(wanted));
    RETURN counted;
END $_$;
CREATE FUNCTION public.reporting_frozen_episode(wanted text) RETURNS SETOF public.reporting_episode
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    mine text := (SELECT a.code FROM core_agency a WHERE a.id = access_agency());
BEGIN
    IF (access_role() IN ('supervisor', 'data_manager', 'me_viewer', 'director')) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    IF access_role() IN ('director', 'me_viewer') THEN
        RETURN QUERY SELECT r.* FROM reporting_episode r WHERE r.period = wanted;
    ELSE
        RETURN QUERY WITH rows AS (SELECT r AS whole, r.* FROM reporting_episode r WHERE r.period = wanted) 
SELECT hidden.* FROM rows r, LATERAL jsonb_populate_record(r.whole, jsonb_build_object(
    'agency', CASE WHEN r.agency = mine THEN mine ELSE 'elsewhere' END,
    'partners', CASE WHEN r.agency = mine OR mine = ANY (r.partners) THEN to_jsonb(r.partners)
        ELSE (SELECT coalesce(jsonb_agg('elsewhere'::text), '[]') FROM unnest(r.partners)) END,
    'agencies', (SELECT coalesce(jsonb_agg(CASE WHEN code = mine THEN mine
                    ELSE 'elsewhere-' || number END ORDER BY code <> mine, number), '[]')
                   FROM unnest(r.agencies) WITH ORDINALITY held (code, number)))) hidden
 WHERE r.agency = mine OR mine = ANY (r.agencies || r.partners);
    END IF;
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE FUNCTION public.reporting_frozen_finaldecision(wanted text) RETURNS SETOF public.reporting_finaldecision
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    mine text := (SELECT a.code FROM core_agency a WHERE a.id = access_agency());
BEGIN
    IF (access_role() IN ('supervisor', 'data_manager', 'me_viewer', 'director')) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    IF access_role() IN ('director', 'me_viewer') THEN
        RETURN QUERY SELECT r.* FROM reporting_finaldecision r WHERE r.period = wanted;
    ELSE
        RETURN QUERY WITH rows AS (SELECT r AS whole, r.* FROM reporting_finaldecision r WHERE r.period = wanted) SELECT (r.whole).* FROM rows r WHERE r.agency = mine;
    END IF;
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE FUNCTION public.reporting_frozen_openedcase(wanted text) RETURNS SETOF public.reporting_openedcase
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    mine text := (SELECT a.code FROM core_agency a WHERE a.id = access_agency());
BEGIN
    IF (access_role() IN ('supervisor', 'data_manager', 'me_viewer', 'director')) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    IF access_role() IN ('director', 'me_viewer') THEN
        RETURN QUERY SELECT r.* FROM reporting_openedcase r WHERE r.period = wanted;
    ELSE
        RETURN QUERY WITH rows AS (SELECT r AS whole, r.* FROM reporting_openedcase r WHERE r.period = wanted) SELECT (r.whole).* FROM rows r WHERE r.agency = mine;
    END IF;
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE FUNCTION public.reporting_in_order() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    before text := CASE NEW.state WHEN 'made' THEN 'drawn' WHEN 'published' THEN 'made' END;
BEGIN
    PERFORM pg_advisory_xact_lock(4607183);
    IF before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reporting_ledgerevent e
            WHERE e.reservation_id = NEW.reservation_id AND e.state = before) THEN
        RAISE EXCEPTION 'out of order' USING ERRCODE = 'HB603';
    END IF;
    IF NEW.state = 'made' AND NEW.sequence IS DISTINCT FROM
            (SELECT coalesce(max(sequence), 0) + 1 FROM reporting_ledgerevent) THEN
        RAISE EXCEPTION 'a gap in the sequence' USING ERRCODE = 'HB603';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.reporting_live_episode(wanted text) RETURNS SETOF public.reporting_episode
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    mine text := (SELECT a.code FROM core_agency a WHERE a.id = access_agency());
BEGIN
    IF (access_role() IN ('supervisor', 'data_manager', 'me_viewer', 'director')) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    IF access_role() IN ('director', 'me_viewer') THEN
        RETURN QUERY SELECT r.* FROM reporting_episodes_of(wanted, reporting_before(wanted)) r;
    ELSE
        RETURN QUERY WITH rows AS (SELECT r AS whole, r.* FROM reporting_episodes_of(wanted, reporting_before(wanted)) r) 
SELECT hidden.* FROM rows r, LATERAL jsonb_populate_record(r.whole, jsonb_build_object(
    'agency', CASE WHEN r.agency = mine THEN mine ELSE 'elsewhere' END,
    'partners', CASE WHEN r.agency = mine OR mine = ANY (r.partners) THEN to_jsonb(r.partners)
        ELSE (SELECT coalesce(jsonb_agg('elsewhere'::text), '[]') FROM unnest(r.partners)) END,
    'agencies', (SELECT coalesce(jsonb_agg(CASE WHEN code = mine THEN mine
                    ELSE 'elsewhere-' || number END ORDER BY code <> mine, number), '[]')
                   FROM unnest(r.agencies) WITH ORDINALITY held (code, number)))) hidden
 WHERE r.agency = mine OR mine = ANY (r.agencies || r.partners);
    END IF;
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE FUNCTION public.reporting_live_finaldecision(wanted text) RETURNS SETOF public.reporting_finaldecision
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    mine text := (SELECT a.code FROM core_agency a WHERE a.id = access_agency());
BEGIN
    IF (access_role() IN ('supervisor', 'data_manager', 'me_viewer', 'director')) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    IF access_role() IN ('director', 'me_viewer') THEN
        RETURN QUERY SELECT r.* FROM reporting_decisions_of(wanted, reporting_before(wanted)) r;
    ELSE
        RETURN QUERY WITH rows AS (SELECT r AS whole, r.* FROM reporting_decisions_of(wanted, reporting_before(wanted)) r) SELECT (r.whole).* FROM rows r WHERE r.agency = mine;
    END IF;
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE FUNCTION public.reporting_live_openedcase(wanted text) RETURNS SETOF public.reporting_openedcase
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    mine text := (SELECT a.code FROM core_agency a WHERE a.id = access_agency());
BEGIN
    IF (access_role() IN ('supervisor', 'data_manager', 'me_viewer', 'director')) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    IF access_role() IN ('director', 'me_viewer') THEN
        RETURN QUERY SELECT r.* FROM reporting_cases_of(wanted, reporting_before(wanted)) r;
    ELSE
        RETURN QUERY WITH rows AS (SELECT r AS whole, r.* FROM reporting_cases_of(wanted, reporting_before(wanted)) r) SELECT (r.whole).* FROM rows r WHERE r.agency = mine;
    END IF;
    PERFORM set_config('harbour.counting', '', true);
END $$;
CREATE FUNCTION public.reporting_number(code text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT left(code, 4)::integer * 4 + right(code, 1)::integer - 1 $$;
CREATE FUNCTION public.reporting_open_doubles(wanted text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    sees_all boolean := access_role() IN ('director', 'me_viewer');
    mine bigint := access_agency();
    found integer;
BEGIN
    IF (access_role() IN ('supervisor', 'data_manager', 'me_viewer', 'director')) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    found := (SELECT count(*) FROM registry_possibledouble d
               WHERE d.state = 'open' AND EXISTS (
                   SELECT 1 FROM registry_case c
                    WHERE c.person_id IN (d.one_id, d.other_id)
                      AND reporting_quarter(c.identified_on) = reporting_number(wanted)
                      AND (sees_all OR c.agency_id = mine)));
    PERFORM set_config('harbour.counting', '', true);
    RETURN found;
END $$;
CREATE FUNCTION public.reporting_quarter(day date) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT (extract(year FROM day) * 4 + extract(quarter FROM day) - 1)::integer $$;
CREATE FUNCTION public.reporting_sign(wanted text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF (access_role() IN ('director')) IS NOT TRUE THEN
        RAISE EXCEPTION 'Not for this role.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM reporting_sign_rows(wanted, now(), access_user());
END $$;
CREATE FUNCTION public.reporting_sign_rows(wanted text, moment timestamp with time zone, who integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    held record;
BEGIN
    SELECT * INTO held FROM reporting_frozenperiod WHERE code = wanted FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not frozen' USING ERRCODE = 'HB604';
    ELSIF held.signed_at IS NOT NULL THEN
        RAISE EXCEPTION 'signed already' USING ERRCODE = 'HB606';
    ELSIF held.frozen_by_id = who THEN
        RAISE EXCEPTION 'same person' USING ERRCODE = 'HB607';
    ELSIF held.snapshot <> reporting_snapshot(wanted) THEN
        RAISE EXCEPTION 'rows changed' USING ERRCODE = 'HB605';
    END IF;
    UPDATE reporting_frozenperiod SET signed_at = moment, signed_by_id = who WHERE code = wanted;
END $$;
CREATE FUNCTION public.reporting_signed_once() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'UPDATE' OR OLD.signed_at IS NOT NULL OR (OLD.code, OLD.frozen_at,
        OLD.frozen_by_id, OLD.persons, OLD.snapshot) IS DISTINCT FROM (NEW.code, NEW.frozen_at,
        NEW.frozen_by_id, NEW.persons, NEW.snapshot) THEN
        RAISE EXCEPTION 'What is frozen stays.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.reporting_snapshot(wanted text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    digest bytea;
BEGIN
    IF wanted !~ 'Q' THEN
        RETURN access_lasting_mac((SELECT string_agg(p.code || p.snapshot, '|' ORDER BY p.code)
            FROM reporting_frozenperiod p WHERE p.code LIKE wanted || 'Q_'));
    END IF;
    PERFORM set_config('harbour.counting', access_counting_mark(), true);
    digest := sha256(convert_to(concat((SELECT string_agg(to_jsonb(f)::text, chr(10) ORDER BY f.key COLLATE "C") FROM reporting_episode f WHERE f.period = wanted), '/', (SELECT string_agg(to_jsonb(f)::text, chr(10) ORDER BY f.key COLLATE "C") FROM reporting_finaldecision f WHERE f.period = wanted), '/', (SELECT string_agg(to_jsonb(f)::text, chr(10) ORDER BY f.key COLLATE "C") FROM reporting_openedcase f WHERE f.period = wanted)), 'UTF8'));
    PERFORM set_config('harbour.counting', '', true);
    RETURN access_lasting_mac(wanted || '|' || encode(digest, 'hex'));
END $$;
CREATE FUNCTION public.reporting_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'What is frozen or spent stays.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE FUNCTION public.reporting_still_frozen(wanted text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce((SELECT snapshot = reporting_snapshot(wanted)
                       FROM reporting_frozenperiod WHERE code = wanted), false)
$$;
CREATE FUNCTION public.reporting_today_of(wanted text) RETURNS TABLE(person_id uuid, episode bigint, in_cohort boolean, status text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
WITH held AS (SELECT p.frozen_at AS at FROM reporting_frozenperiod p WHERE p.code = wanted),
kept AS (
    SELECT coalesce(p.resolved_into_id, e.person_id) AS human, e.is_late
      FROM reporting_episode e LEFT JOIN registry_person p ON p.id = e.person_id
     WHERE e.period = wanted),
known AS (SELECT o.case_id FROM reporting_openedcase o WHERE o.period <= wanted),
human AS (
    SELECT k.human AS id FROM kept k
    UNION
    SELECT coalesce(p.resolved_into_id, p.id)
      FROM registry_case c JOIN registry_person p ON p.id = c.person_id, held
     WHERE reporting_quarter(c.identified_on) = reporting_number(wanted)
       AND c.created_at < held.at),
passage AS (
    SELECT h.id AS human, c.id AS case_id, c.identified_on, c.created_at, c.closed_on
      FROM human h
      CROSS JOIN LATERAL (SELECT h.id AS person UNION ALL
          SELECT p.id FROM registry_person p WHERE p.resolved_into_id = h.id) one
      JOIN registry_case c ON c.person_id = one.person, held
     WHERE c.created_at < held.at OR c.id IN (SELECT case_id FROM known)),
numbered AS (
    SELECT b.*, count(*) FILTER (WHERE begins) OVER (
               PARTITION BY human ORDER BY identified_on, created_at, case_id) AS episode
      FROM (SELECT p.*, (max(coalesce(closed_on, 'infinity'::date)) OVER (
                PARTITION BY human ORDER BY identified_on, created_at, case_id
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) < identified_on)
                IS NOT FALSE AS begins FROM passage p) b),
first AS (
    SELECT n.human, n.episode, min(n.identified_on) AS identified_on
      FROM numbered n GROUP BY n.human, n.episode),
latest AS (
    SELECT DISTINCT ON (n.human, n.episode) n.human, n.episode, d.status
      FROM numbered n JOIN registry_statusdecision d ON d.case_id = n.case_id
     ORDER BY n.human, n.episode, d.decided_on DESC, d.recorded_at DESC, d.id),
told AS (
    SELECT f.human, f.episode, coalesce(l.status, 'PossibleVictimOfTrafficking') AS status,
           count(*) FILTER (WHERE coalesce(l.status, 'PossibleVictimOfTrafficking') <> 'NotAVictimOfTrafficking') OVER (
               PARTITION BY f.human ORDER BY f.episode
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) = 0 AS is_first
      FROM first f LEFT JOIN latest l USING (human, episode))
SELECT f.human, f.episode,
       t.is_first AND t.status <> 'NotAVictimOfTrafficking' AND NOT EXISTS (
           SELECT 1 FROM (SELECT f.human AS id, NULL::timestamptz AS merged_at, NULL::timestamptz AS undone_at
             UNION ALL
             SELECT q.id, NULL, NULL FROM registry_person q WHERE q.resolved_into_id = f.human
             UNION ALL
             SELECT m.kept_id, m.decided_at, m.undone_at FROM registry_merge m
              WHERE m.absorbed_id = f.human AND m.state = 'undone') who
             JOIN reporting_episode e ON e.person_id = who.id
            WHERE e.in_cohort AND e.period < wanted
              AND (who.merged_at IS NULL OR EXISTS (
                  SELECT 1 FROM reporting_frozenperiod z WHERE z.code = e.period
                     AND who.merged_at <= z.frozen_at AND who.undone_at >= z.frozen_at))), t.status
  FROM first f JOIN told t USING (human, episode)
 WHERE reporting_quarter(f.identified_on) = reporting_number(wanted)
    OR reporting_quarter(f.identified_on) < reporting_number(wanted)
       AND EXISTS (SELECT 1 FROM kept k WHERE k.human = f.human AND k.is_late)
       AND NOT EXISTS (
           SELECT 1 FROM reporting_episode e LEFT JOIN registry_person p ON p.id = e.person_id
            WHERE e.period < wanted AND e.episode = f.episode
              AND coalesce(p.resolved_into_id, e.person_id) = f.human)
UNION ALL
SELECT e.person_id, e.episode, e.in_cohort, e.status FROM reporting_episode e
 WHERE e.period = wanted AND NOT EXISTS (SELECT 1 FROM registry_person p WHERE p.id = e.person_id)
$$;
CREATE FUNCTION public.reporting_within_the_cap() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(4607183);
    -- Who pays follows from the period; it is not the writer's to say.
    NEW.quarters := CASE WHEN NEW.period ~ 'Q' THEN ARRAY[NEW.period]
        ELSE (SELECT array_agg(NEW.period || 'Q' || n) FROM generate_series(1, 4) n) END;
    IF NEW.rho <= 0 OR EXISTS (
        SELECT 1 FROM unnest(NEW.quarters) quarter
         WHERE NEW.rho + coalesce((SELECT sum(r.rho) FROM reporting_reservation r
                 WHERE quarter = ANY (r.quarters)), 0) > 1.45) THEN
        RAISE EXCEPTION 'over the cap' USING ERRCODE = 'HB610';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM reporting_frozenperiod f WHERE f.code = NEW.period
            AND f.snapshot = NEW.snapshot AND f.persons = NEW.persons
            AND f.frozen_by_id = NEW.first_approver_id AND f.signed_by_id = NEW.second_approver_id)
    THEN
        RAISE EXCEPTION 'not signed' USING ERRCODE = 'HB604';
    END IF;
    RETURN NEW;
END $$;
CREATE TABLE public.access_desk (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    phone character varying(30) NOT NULL,
    is_active boolean NOT NULL,
    agency_id bigint NOT NULL
);
ALTER TABLE public.access_desk ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_desk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.access_grant (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    principal integer NOT NULL,
    kind character varying(12) NOT NULL,
    with_identity boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    granted_by_id bigint NOT NULL,
    CONSTRAINT grant_ends_after_it_starts CHECK ((ends_at > starts_at))
);
ALTER TABLE ONLY public.access_grant FORCE ROW LEVEL SECURITY;
CREATE TABLE public.access_lastingsecret (
    name text NOT NULL,
    inner_pad bytea NOT NULL,
    outer_pad bytea NOT NULL
);
CREATE TABLE public.access_membership (
    id bigint NOT NULL,
    role character varying(24) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    agency_id bigint NOT NULL,
    desk_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT membership_ends_after_it_starts CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);
ALTER TABLE ONLY public.access_membership FORCE ROW LEVEL SECURITY;
ALTER TABLE public.access_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.access_oath (
    user_id bigint NOT NULL,
    edition smallint NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    CONSTRAINT access_oath_edition_check CHECK ((edition >= 0))
);
ALTER TABLE ONLY public.access_oath FORCE ROW LEVEL SECURITY;
CREATE TABLE public.access_placeevent (
    id bigint NOT NULL,
    happened character varying(16) NOT NULL,
    role character varying(24) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    desk_id bigint,
    user_id bigint NOT NULL
);
ALTER TABLE ONLY public.access_placeevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.access_placeevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_placeevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.access_placerequest (
    id uuid NOT NULL,
    wanted character varying(16) NOT NULL,
    role character varying(24) NOT NULL,
    ends_on date,
    requested_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    is_approved boolean NOT NULL,
    agency_id bigint NOT NULL,
    decided_by_id bigint,
    desk_id bigint,
    requested_by_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT place_request_is_decided_by_a_second_person CHECK (((decided_by_id IS NULL) OR ((NOT ((decided_by_id = requested_by_id) AND (decided_by_id IS NOT NULL))) AND (NOT ((decided_by_id = user_id) AND (decided_by_id IS NOT NULL))))))
);
ALTER TABLE ONLY public.access_placerequest FORCE ROW LEVEL SECURITY;
CREATE TABLE public.access_reach (
    role text NOT NULL,
    scope text NOT NULL,
    may_reveal boolean NOT NULL
);
CREATE TABLE public.access_secret (
    name text NOT NULL,
    inner_pad bytea NOT NULL,
    outer_pad bytea NOT NULL
);
CREATE TABLE public.access_usage (
    id bigint NOT NULL,
    budget character varying(16) NOT NULL,
    "window" timestamp with time zone NOT NULL,
    used integer NOT NULL,
    user_id bigint NOT NULL,
    seen uuid[] NOT NULL,
    CONSTRAINT access_usage_used_check CHECK ((used >= 0)),
    CONSTRAINT usage_counts_what_was_seen CHECK ((used >= cardinality(seen)))
);
ALTER TABLE ONLY public.access_usage FORCE ROW LEVEL SECURITY;
ALTER TABLE public.access_usage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.access_usage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.access_usagealert (
    id uuid NOT NULL,
    budget character varying(16) NOT NULL,
    at timestamp with time zone NOT NULL,
    handled_at timestamp with time zone,
    handled_by_id bigint,
    user_id bigint NOT NULL
);
ALTER TABLE ONLY public.access_usagealert FORCE ROW LEVEL SECURITY;
CREATE TABLE public.audit_check (
    id bigint NOT NULL,
    asked_by bigint NOT NULL,
    asked_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    rows_done bigint NOT NULL,
    rows_total bigint NOT NULL,
    ended_at timestamp with time zone,
    first_bad_row bigint,
    finding text NOT NULL
);
ALTER TABLE public.audit_check ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_check_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_entry (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    action character varying(60) NOT NULL,
    user_id bigint,
    session character varying(64) NOT NULL,
    case_ids uuid[] NOT NULL,
    fields character varying(60)[] NOT NULL,
    purpose character varying(40) NOT NULL,
    result smallint NOT NULL,
    view character varying(100) NOT NULL,
    query_hash bytea NOT NULL,
    CONSTRAINT audit_entry_fields_are_names CHECK ((array_to_string(fields, ','::text) ~ '^[a-zA-Z0-9_.,]*$'::text)),
    CONSTRAINT audit_entry_holds_codes_only CHECK ((((action)::text ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$'::text) AND ((purpose)::text ~ '^[a-z0-9_]*$'::text) AND ((view)::text ~ '^[A-Za-z0-9_.:-]*$'::text) AND ((session)::text ~ '^[A-Za-z0-9-]*$'::text)))
);
ALTER TABLE public.audit_entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_seal (
    number bigint NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    format smallint NOT NULL,
    high bigint NOT NULL,
    runs bigint[] NOT NULL,
    odd bigint[] NOT NULL,
    rows integer NOT NULL,
    leaves bytea NOT NULL,
    root bytea NOT NULL,
    previous bytea NOT NULL,
    signature bytea NOT NULL,
    CONSTRAINT audit_seal_covers_rows CHECK ((rows > 0)),
    CONSTRAINT audit_seal_number_from_one CHECK ((number >= 1))
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);
ALTER TABLE public.axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);
ALTER TABLE public.axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);
ALTER TABLE public.axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_agency (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(160) NOT NULL,
    is_active boolean NOT NULL
);
ALTER TABLE public.core_agency ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_agency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_district (
    id bigint NOT NULL,
    code character varying(80) NOT NULL,
    name character varying(80) NOT NULL,
    capital character varying(80) NOT NULL,
    kind character varying(12) NOT NULL,
    verified_on date,
    region_id bigint NOT NULL
);
ALTER TABLE public.core_district ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_district_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_failedcode (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.core_failedcode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_failedcode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_invitation (
    id bigint NOT NULL,
    token_digest character varying(64) NOT NULL,
    code_digest character varying(64) NOT NULL,
    password character varying(256) NOT NULL,
    wrong_codes smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    invited_by_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT core_invitation_wrong_codes_check CHECK ((wrong_codes >= 0))
);
ALTER TABLE public.core_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_knownbrowser (
    id uuid NOT NULL,
    label character varying(60) NOT NULL,
    first_seen_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);
CREATE TABLE public.core_passkeyproof (
    credential_id bigint NOT NULL,
    mac character varying(64) NOT NULL
);
CREATE TABLE public.core_placealias (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    district_id bigint,
    region_id bigint,
    CONSTRAINT place_alias_names_one_place CHECK ((((region_id IS NULL) OR (district_id IS NULL)) AND (1 = (
CASE
    WHEN (region_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (district_id IS NULL) THEN 1
    ELSE 0
END))))
);
ALTER TABLE public.core_placealias ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_placealias_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_recoverycode (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    used_at timestamp with time zone,
    sheet_id bigint NOT NULL
);
ALTER TABLE public.core_recoverycode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_recoverycode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_recoverycodes (
    id bigint NOT NULL,
    name character varying(64) NOT NULL,
    confirmed boolean NOT NULL,
    throttling_failure_timestamp timestamp with time zone,
    throttling_failure_count integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT core_recoverycodes_throttling_failure_count_check CHECK ((throttling_failure_count >= 0))
);
ALTER TABLE public.core_recoverycodes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_recoverycodes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_region (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(60) NOT NULL,
    capital character varying(60) NOT NULL,
    verified_on date
);
ALTER TABLE public.core_region ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_region_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_session (
    session_key character varying(64) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    public_id uuid NOT NULL,
    browser character varying(60) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    user_id bigint,
    proof character varying(90) NOT NULL
);
CREATE TABLE public.core_totpdevice (
    id bigint NOT NULL,
    name character varying(64) NOT NULL,
    confirmed boolean NOT NULL,
    throttling_failure_timestamp timestamp with time zone,
    throttling_failure_count integer NOT NULL,
    public_id uuid NOT NULL,
    sealed_seed bytea NOT NULL,
    last_step bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    user_id bigint NOT NULL,
    CONSTRAINT core_totpdevice_throttling_failure_count_check CHECK ((throttling_failure_count >= 0))
);
ALTER TABLE public.core_totpdevice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_totpdevice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    is_active boolean NOT NULL,
    demo_role character varying(60) NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    agency_id bigint,
    CONSTRAINT user_email_is_lower_case CHECK (((email)::text = lower((email)::text)))
);
CREATE TABLE public.core_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.core_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.core_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.core_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_otp_webauthn_webauthnattestation (
    id bigint NOT NULL,
    fmt character varying(255) NOT NULL,
    data bytea NOT NULL,
    client_data_json bytea CONSTRAINT django_otp_webauthn_webauthnattestati_client_data_json_not_null NOT NULL,
    credential_id bigint NOT NULL
);
ALTER TABLE public.django_otp_webauthn_webauthnattestation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_otp_webauthn_webauthnattestation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_otp_webauthn_webauthncredential (
    id bigint NOT NULL,
    name character varying(64) NOT NULL,
    confirmed boolean NOT NULL,
    credential_type character varying(32) NOT NULL,
    credential_id bytea NOT NULL,
    public_key bytea NOT NULL,
    transports jsonb NOT NULL,
    sign_count integer NOT NULL,
    backup_eligible boolean NOT NULL,
    backup_state boolean NOT NULL,
    created_at timestamp with time zone,
    last_used_at timestamp with time zone,
    aaguid character varying(36) NOT NULL,
    credential_id_sha256 character varying(64) CONSTRAINT django_otp_webauthn_webauthncrede_credential_id_sha256_not_null NOT NULL,
    discoverable boolean,
    user_id bigint NOT NULL,
    CONSTRAINT django_otp_webauthn_webauthncredential_sign_count_check CHECK ((sign_count >= 0))
);
ALTER TABLE public.django_otp_webauthn_webauthncredential ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_otp_webauthn_webauthncredential_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_otp_webauthn_webauthnuserhandle (
    handle_hex character varying(128) NOT NULL,
    user_id bigint NOT NULL
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.registry_accessrequest (
    id uuid NOT NULL,
    purpose character varying(16) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    refusal character varying(12) NOT NULL,
    decided_at timestamp with time zone,
    answer_seen_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    decided_by_id bigint,
    from_desk_id bigint NOT NULL,
    own_case_id uuid,
    to_desk_id bigint NOT NULL,
    CONSTRAINT accessrequest_decided_by_somebody CHECK ((((state)::text = 'asked'::text) OR (decided_by_id IS NOT NULL))),
    CONSTRAINT accessrequest_declined_with_a_reason CHECK (((NOT ((state)::text = 'declined'::text)) OR (NOT ((refusal)::text = ''::text))))
);
ALTER TABLE ONLY public.registry_accessrequest FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_attachment (
    id uuid NOT NULL,
    number smallint NOT NULL,
    kind character varying(12) NOT NULL,
    extension character varying(4) NOT NULL,
    size integer NOT NULL,
    state character varying(8) NOT NULL,
    object_name character varying(32) NOT NULL,
    original_name character varying(32) NOT NULL,
    description bytea NOT NULL,
    filename bytea NOT NULL,
    sha256 bytea NOT NULL,
    file_key bytea NOT NULL,
    original_key bytea NOT NULL,
    submission uuid NOT NULL,
    added_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone,
    added_by_id bigint NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT attachment_is_checked_or_waits CHECK ((((checked_at IS NULL) AND ((state)::text = 'waiting'::text)) OR ((NOT ((state)::text = 'waiting'::text)) AND (checked_at IS NOT NULL)))),
    CONSTRAINT registry_attachment_description_check CHECK (((octet_length(description) >= 30) AND (SUBSTRING(description FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_attachment_file_key_check CHECK (((octet_length(file_key) >= 30) AND (SUBSTRING(file_key FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_attachment_filename_check CHECK (((octet_length(filename) >= 30) AND (SUBSTRING(filename FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_attachment_number_check CHECK ((number >= 0)),
    CONSTRAINT registry_attachment_original_key_check CHECK (((octet_length(original_key) >= 30) AND (SUBSTRING(original_key FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_attachment_sha256_check CHECK (((octet_length(sha256) >= 30) AND (SUBSTRING(sha256 FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_attachment_size_check CHECK ((size >= 0))
);
ALTER TABLE ONLY public.registry_attachment FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_blindsearch (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    kind character varying(9) DEFAULT 'asked'::character varying NOT NULL
);
ALTER TABLE ONLY public.registry_blindsearch FORCE ROW LEVEL SECURITY;
ALTER TABLE public.registry_blindsearch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_blindsearch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_blindtoken (
    id uuid NOT NULL,
    purpose character varying(24) NOT NULL,
    token bytea NOT NULL,
    agency_id bigint NOT NULL,
    case_id uuid NOT NULL,
    desk_id bigint NOT NULL,
    person_id uuid NOT NULL
);
ALTER TABLE ONLY public.registry_blindtoken FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_bulkjob (
    id uuid NOT NULL,
    kind character varying(8) NOT NULL,
    to_stage character varying(16) NOT NULL,
    flag character varying(12) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint NOT NULL,
    to_worker_id bigint
);
ALTER TABLE ONLY public.registry_bulkjob FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_bulkrow (
    id bigint NOT NULL,
    case_id uuid NOT NULL,
    reference character varying(11) NOT NULL,
    result character varying(12) NOT NULL,
    job_id uuid NOT NULL
);
ALTER TABLE ONLY public.registry_bulkrow FORCE ROW LEVEL SECURITY;
ALTER TABLE public.registry_bulkrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_bulkrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_case (
    id uuid NOT NULL,
    reference character varying(11) NOT NULL,
    acl integer[] NOT NULL,
    stage character varying(16) NOT NULL,
    status character varying(32) NOT NULL,
    source character varying(12) NOT NULL,
    exploitation character varying(24) NOT NULL,
    lake_task character varying(16) NOT NULL,
    legal_basis character varying(20) NOT NULL,
    identified_on date NOT NULL,
    age_at_identification smallint,
    in_danger boolean NOT NULL,
    needs_medical_care boolean NOT NULL,
    closed_on date,
    submission uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    agency_id bigint NOT NULL,
    desk_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    region_id bigint NOT NULL,
    operation_id uuid,
    person_id uuid NOT NULL,
    needs_interpreter boolean DEFAULT false NOT NULL,
    moved_at timestamp with time zone,
    CONSTRAINT case_age_is_a_human_age CHECK (((age_at_identification IS NULL) OR (age_at_identification <= 120))),
    CONSTRAINT case_closed_on_or_after_identified_on CHECK (((closed_on IS NULL) OR (closed_on >= identified_on))),
    CONSTRAINT case_is_closed_from_a_day CHECK ((((closed_on IS NOT NULL) AND ((stage)::text = 'closed'::text)) OR ((NOT ((stage)::text = 'closed'::text)) AND (closed_on IS NULL)))),
    CONSTRAINT registry_case_age_at_identification_check CHECK ((age_at_identification >= 0)),
    CONSTRAINT registry_case_version_check CHECK ((version >= 0))
);
ALTER TABLE ONLY public.registry_case FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_closing (
    id uuid NOT NULL,
    kind character varying(8) NOT NULL,
    reason character varying(20) NOT NULL,
    details bytea NOT NULL,
    happened_on date NOT NULL,
    stage character varying(16) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    decided_by_id bigint NOT NULL,
    CONSTRAINT registry_closing_details_check CHECK (((octet_length(details) >= 30) AND (SUBSTRING(details FROM 1 FOR 1) = '\x01'::bytea)))
);
ALTER TABLE ONLY public.registry_closing FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_draft (
    id uuid NOT NULL,
    form character varying(14) NOT NULL,
    subject uuid,
    key_id uuid NOT NULL,
    typed bytea NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    writer_id bigint NOT NULL,
    CONSTRAINT registry_draft_typed_check CHECK (((octet_length(typed) >= 30) AND (SUBSTRING(typed FROM 1 FOR 1) = '\x01'::bytea)))
);
ALTER TABLE ONLY public.registry_draft FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_emergency (
    id uuid NOT NULL,
    reason character varying(12) NOT NULL,
    text bytea,
    opened_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    review_due_at timestamp with time zone NOT NULL,
    reviewed_at timestamp with time zone,
    verdict character varying(12) NOT NULL,
    case_id uuid NOT NULL,
    grant_id uuid NOT NULL,
    reviewed_by_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT emergency_is_reviewed_by_somebody_else CHECK (((reviewed_by_id IS NULL) OR (NOT ((reviewed_by_id = user_id) AND (reviewed_by_id IS NOT NULL))))),
    CONSTRAINT registry_emergency_text_check CHECK (((octet_length(text) >= 30) AND (SUBSTRING(text FROM 1 FOR 1) = '\x01'::bytea)))
);
ALTER TABLE ONLY public.registry_emergency FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_flag (
    id uuid NOT NULL,
    kind character varying(12) NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    case_id uuid NOT NULL,
    raised_by_id bigint NOT NULL,
    resolved_by_id bigint
);
ALTER TABLE ONLY public.registry_flag FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_merge (
    id uuid NOT NULL,
    taken_fields jsonb NOT NULL,
    before bytea,
    state character varying(9) NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    undone_at timestamp with time zone,
    absorbed_id uuid NOT NULL,
    decided_by_id bigint,
    kept_id uuid NOT NULL,
    requested_by_id bigint NOT NULL,
    undone_by_id bigint,
    double_id uuid NOT NULL,
    CONSTRAINT merge_needs_a_second_person CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = requested_by_id) AND (decided_by_id IS NOT NULL))))),
    CONSTRAINT merge_of_two_persons CHECK ((NOT (kept_id = absorbed_id))),
    CONSTRAINT registry_merge_before_check CHECK (((octet_length(before) >= 30) AND (SUBSTRING(before FROM 1 FOR 1) = '\x01'::bytea)))
);
ALTER TABLE ONLY public.registry_merge FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_note (
    id uuid NOT NULL,
    text bytea NOT NULL,
    sensitivity character varying(12) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    corrects_id uuid,
    written_by_id bigint NOT NULL,
    CONSTRAINT registry_note_text_check CHECK (((octet_length(text) >= 30) AND (SUBSTRING(text FROM 1 FOR 1) = '\x01'::bytea)))
);
ALTER TABLE ONLY public.registry_note FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_operation (
    id uuid NOT NULL,
    reference character varying(11) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    boats smallint NOT NULL,
    expected_children smallint,
    landing_site bytea NOT NULL,
    summary bytea NOT NULL,
    acl integer[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    created_by_id bigint NOT NULL,
    lead_agency_id bigint NOT NULL,
    region_id bigint NOT NULL,
    CONSTRAINT operation_ends_after_it_starts CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT registry_operation_boats_check CHECK ((boats >= 0)),
    CONSTRAINT registry_operation_expected_children_check CHECK ((expected_children >= 0)),
    CONSTRAINT registry_operation_landing_site_check CHECK (((octet_length(landing_site) >= 30) AND (SUBSTRING(landing_site FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_operation_summary_check CHECK (((octet_length(summary) >= 30) AND (SUBSTRING(summary FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_operation_version_check CHECK ((version >= 0))
);
ALTER TABLE ONLY public.registry_operation FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_operation_partners (
    id bigint NOT NULL,
    operation_id uuid NOT NULL,
    agency_id bigint NOT NULL
);
ALTER TABLE ONLY public.registry_operation_partners FORCE ROW LEVEL SECURITY;
ALTER TABLE public.registry_operation_partners ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_operation_partners_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registry_person (
    id uuid NOT NULL,
    sex character varying(12) NOT NULL,
    birth_year smallint,
    age_basis character varying(12) NOT NULL,
    language character varying(8) NOT NULL,
    nationality character varying(2) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    origin_district_id bigint,
    resolved_into_id uuid,
    CONSTRAINT person_is_not_merged_into_themselves CHECK (((resolved_into_id IS NULL) OR (NOT ((resolved_into_id = id) AND (resolved_into_id IS NOT NULL))))),
    CONSTRAINT registry_person_birth_year_check CHECK ((birth_year >= 0))
);
ALTER TABLE ONLY public.registry_person FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_personlink (
    id uuid NOT NULL,
    kind character varying(18) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    other_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT person_is_not_linked_to_themselves CHECK ((NOT (person_id = other_id)))
);
ALTER TABLE ONLY public.registry_personlink FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_possibledouble (
    id uuid NOT NULL,
    found_by character varying(5) NOT NULL,
    score numeric(5,1),
    state character varying(9) NOT NULL,
    found_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    decided_by_id bigint,
    one_id uuid NOT NULL,
    other_id uuid NOT NULL,
    CONSTRAINT possibledouble_in_order CHECK ((one_id < other_id))
);
ALTER TABLE ONLY public.registry_possibledouble FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_report (
    id uuid NOT NULL,
    reference character varying(11) NOT NULL,
    channel character varying(12) NOT NULL,
    received_on date NOT NULL,
    is_urgent boolean NOT NULL,
    children smallint,
    told bytea NOT NULL,
    place bytea NOT NULL,
    informant bytea NOT NULL,
    acl integer[] NOT NULL,
    state character varying(10) NOT NULL,
    closed_because character varying(16) NOT NULL,
    triaged_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    submission uuid NOT NULL,
    agency_id bigint NOT NULL,
    case_id uuid,
    operation_id uuid,
    received_by_id bigint NOT NULL,
    region_id bigint,
    triaged_by_id bigint,
    CONSTRAINT registry_report_children_check CHECK ((children >= 0)),
    CONSTRAINT registry_report_informant_check CHECK (((octet_length(informant) >= 30) AND (SUBSTRING(informant FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_report_place_check CHECK (((octet_length(place) >= 30) AND (SUBSTRING(place FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_report_told_check CHECK (((octet_length(told) >= 30) AND (SUBSTRING(told FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT report_names_what_it_became CHECK ((((case_id IS NULL) AND ((closed_because)::text = ''::text) AND (operation_id IS NULL) AND ((state)::text = 'waiting'::text)) OR ((case_id IS NULL) AND ((closed_because)::text = ''::text) AND (operation_id IS NOT NULL) AND ((state)::text = 'operation'::text)) OR ((case_id IS NOT NULL) AND ((closed_because)::text = ''::text) AND (operation_id IS NULL) AND ((state)::text = 'case'::text)) OR ((case_id IS NULL) AND (operation_id IS NULL) AND ((state)::text = 'closed'::text) AND (NOT ((closed_because)::text = ''::text)))))
);
ALTER TABLE ONLY public.registry_report FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_requestedcase (
    id uuid NOT NULL,
    grant_id uuid,
    case_id uuid NOT NULL,
    request_id uuid NOT NULL
);
ALTER TABLE ONLY public.registry_requestedcase FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_savedlist (
    id uuid NOT NULL,
    name bytea NOT NULL,
    query character varying(300) NOT NULL,
    shared_with integer,
    created_at timestamp with time zone NOT NULL,
    owner_id bigint NOT NULL,
    CONSTRAINT registry_savedlist_name_check CHECK (((octet_length(name) >= 30) AND (SUBSTRING(name FROM 1 FOR 1) = '\x01'::bytea)))
);
ALTER TABLE ONLY public.registry_savedlist FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_screening (
    id uuid NOT NULL,
    screened_on date NOT NULL,
    acts character varying(24)[] NOT NULL,
    means character varying(24)[] NOT NULL,
    purposes character varying(24)[] NOT NULL,
    indicators character varying(24)[] NOT NULL,
    reasons bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    submission uuid NOT NULL,
    case_id uuid NOT NULL,
    screened_by_id bigint NOT NULL,
    CONSTRAINT registry_screening_reasons_check CHECK (((octet_length(reasons) >= 30) AND (SUBSTRING(reasons FROM 1 FOR 1) = '\x01'::bytea)))
);
ALTER TABLE ONLY public.registry_screening FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_statusdecision (
    id uuid NOT NULL,
    status character varying(32) NOT NULL,
    decided_on date NOT NULL,
    deciding_body character varying(36) NOT NULL,
    legal_basis character varying(60) NOT NULL,
    reasons bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    decided_by_id bigint NOT NULL,
    CONSTRAINT registry_statusdecision_reasons_check CHECK (((octet_length(reasons) >= 30) AND (SUBSTRING(reasons FROM 1 FOR 1) = '\x01'::bytea)))
);
ALTER TABLE ONLY public.registry_statusdecision FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_suspect (
    id uuid NOT NULL,
    reference character varying(11) NOT NULL,
    names bytea NOT NULL,
    also_called bytea NOT NULL,
    place bytea NOT NULL,
    phone bytea NOT NULL,
    description bytea NOT NULL,
    sex character varying(12) NOT NULL,
    age smallint,
    acl integer[] NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    submission uuid NOT NULL,
    agency_id bigint NOT NULL,
    person_id uuid,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT registry_suspect_age_check CHECK ((age >= 0)),
    CONSTRAINT registry_suspect_also_called_check CHECK (((octet_length(also_called) >= 30) AND (SUBSTRING(also_called FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_suspect_description_check CHECK (((octet_length(description) >= 30) AND (SUBSTRING(description FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_suspect_names_check CHECK (((octet_length(names) >= 30) AND (SUBSTRING(names FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_suspect_phone_check CHECK (((octet_length(phone) >= 30) AND (SUBSTRING(phone FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_suspect_place_check CHECK (((octet_length(place) >= 30) AND (SUBSTRING(place FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT suspect_age_is_a_human_age CHECK (((age IS NULL) OR (age <= 120)))
);
ALTER TABLE ONLY public.registry_suspect FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_suspectlink (
    id uuid NOT NULL,
    role character varying(24) NOT NULL,
    relation character varying(12) NOT NULL,
    is_carer boolean NOT NULL,
    details bytea NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    agency_id bigint NOT NULL,
    case_id uuid,
    operation_id uuid,
    suspect_id uuid NOT NULL,
    CONSTRAINT registry_suspectlink_details_check CHECK (((octet_length(details) >= 30) AND (SUBSTRING(details FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT suspect_link_is_to_a_case_or_an_operation CHECK ((((case_id IS NULL) AND (operation_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (operation_id IS NULL))))
);
ALTER TABLE ONLY public.registry_suspectlink FORCE ROW LEVEL SECURITY;
CREATE TABLE public.registry_task (
    id uuid NOT NULL,
    text bytea NOT NULL,
    due_on date NOT NULL,
    priority smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    done_note bytea,
    done_at timestamp with time zone,
    assignee_id bigint NOT NULL,
    case_id uuid NOT NULL,
    created_by_id bigint NOT NULL,
    done_by_id bigint,
    CONSTRAINT registry_task_done_note_check CHECK (((octet_length(done_note) >= 30) AND (SUBSTRING(done_note FROM 1 FOR 1) = '\x01'::bytea))),
    CONSTRAINT registry_task_priority_check CHECK ((priority >= 0)),
    CONSTRAINT registry_task_text_check CHECK (((octet_length(text) >= 30) AND (SUBSTRING(text FROM 1 FOR 1) = '\x01'::bytea)))
);
ALTER TABLE ONLY public.registry_task FORCE ROW LEVEL SECURITY;
CREATE TABLE public.reporting_boardcase (
    stage character varying(16) NOT NULL,
    status character varying(32) NOT NULL,
    is_open boolean NOT NULL,
    is_urgent boolean NOT NULL,
    slot smallint NOT NULL,
    cases integer NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT reporting_boardcase_slot_check CHECK ((slot >= 0))
);
ALTER TABLE ONLY public.reporting_boardcase FORCE ROW LEVEL SECURITY;
CREATE TABLE public.reporting_boardperson (
    cut character varying(5) NOT NULL,
    quarter smallint NOT NULL,
    region character varying(40) NOT NULL,
    form character varying(12) NOT NULL,
    sex character varying(2) NOT NULL,
    age character varying(2) NOT NULL,
    is_no_victim boolean NOT NULL,
    slot smallint NOT NULL,
    persons integer NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT reporting_boardperson_quarter_check CHECK ((quarter >= 0)),
    CONSTRAINT reporting_boardperson_slot_check CHECK ((slot >= 0))
);
ALTER TABLE ONLY public.reporting_boardperson FORCE ROW LEVEL SECURITY;
CREATE TABLE public.reporting_confirmation (
    id uuid NOT NULL,
    period character varying(6) NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    agency_id bigint NOT NULL,
    confirmed_by_id bigint NOT NULL
);
ALTER TABLE ONLY public.reporting_confirmation FORCE ROW LEVEL SECURITY;
CREATE TABLE public.reporting_correction (
    id uuid NOT NULL,
    indicator smallint NOT NULL,
    was integer NOT NULL,
    now integer NOT NULL,
    reason character varying(9) NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    noted_by_id bigint NOT NULL,
    period_id character varying(6) NOT NULL,
    CONSTRAINT correction_changes_something CHECK ((NOT (was = now))),
    CONSTRAINT reporting_correction_indicator_check CHECK ((indicator >= 0)),
    CONSTRAINT reporting_correction_now_check CHECK ((now >= 0)),
    CONSTRAINT reporting_correction_was_check CHECK ((was >= 0))
);
ALTER TABLE ONLY public.reporting_correction FORCE ROW LEVEL SECURITY;
CREATE TABLE public.reporting_frozenperiod (
    code character varying(6) NOT NULL,
    frozen_at timestamp with time zone NOT NULL,
    persons integer NOT NULL,
    snapshot character varying(64) NOT NULL,
    signed_at timestamp with time zone,
    frozen_by_id bigint NOT NULL,
    signed_by_id bigint,
    CONSTRAINT frozen_period_signed_by_somebody_else CHECK (((signed_by_id IS NULL) OR (NOT ((signed_by_id = frozen_by_id) AND (signed_by_id IS NOT NULL))))),
    CONSTRAINT frozen_period_signed_whole CHECK ((((signed_at IS NULL) AND (signed_by_id IS NULL)) OR (NOT ((signed_at IS NULL) AND (signed_by_id IS NULL))))),
    CONSTRAINT reporting_frozenperiod_persons_check CHECK ((persons >= 0))
);
ALTER TABLE ONLY public.reporting_frozenperiod FORCE ROW LEVEL SECURITY;
CREATE TABLE public.reporting_ledgerevent (
    id bigint NOT NULL,
    state character varying(9) NOT NULL,
    at timestamp with time zone NOT NULL,
    protected bytea,
    sequence integer,
    outputs jsonb NOT NULL,
    reservation_id uuid NOT NULL,
    CONSTRAINT reporting_ledgerevent_sequence_check CHECK ((sequence >= 0))
);
ALTER TABLE ONLY public.reporting_ledgerevent FORCE ROW LEVEL SECURITY;
ALTER TABLE public.reporting_ledgerevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reporting_ledgerevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reporting_reservation (
    id uuid NOT NULL,
    period character varying(6) NOT NULL,
    quarters character varying(6)[] NOT NULL,
    programme character varying(4) NOT NULL,
    programme_version smallint NOT NULL,
    version smallint NOT NULL,
    rho numeric(5,3) NOT NULL,
    tables jsonb NOT NULL,
    persons integer NOT NULL,
    snapshot character varying(64) NOT NULL,
    code_commit character varying(64) NOT NULL,
    reserved_at timestamp with time zone NOT NULL,
    first_approver_id bigint NOT NULL,
    second_approver_id bigint NOT NULL,
    CONSTRAINT reporting_reservation_persons_check CHECK ((persons >= 0)),
    CONSTRAINT reporting_reservation_programme_version_check CHECK ((programme_version >= 0)),
    CONSTRAINT reporting_reservation_version_check CHECK ((version >= 0)),
    CONSTRAINT reservation_has_two_approvers CHECK ((NOT (first_approver_id = second_approver_id)))
);
ALTER TABLE ONLY public.reporting_reservation FORCE ROW LEVEL SECURITY;
INSERT INTO public.auth_permission VALUES
	(1, 'Can add episode', 1, 'add_episode'),
	(2, 'Can change episode', 1, 'change_episode'),
	(3, 'Can delete episode', 1, 'delete_episode'),
	(4, 'Can view episode', 1, 'view_episode'),
	(5, 'Can add final decision', 2, 'add_finaldecision'),
	(6, 'Can change final decision', 2, 'change_finaldecision'),
	(7, 'Can delete final decision', 2, 'delete_finaldecision'),
	(8, 'Can view final decision', 2, 'view_finaldecision'),
	(9, 'Can add opened case', 3, 'add_openedcase'),
	(10, 'Can change opened case', 3, 'change_openedcase'),
	(11, 'Can delete opened case', 3, 'delete_openedcase'),
	(12, 'Can view opened case', 3, 'view_openedcase'),
	(13, 'Can add frozen period', 4, 'add_frozenperiod'),
	(14, 'Can change frozen period', 4, 'change_frozenperiod'),
	(15, 'Can delete frozen period', 4, 'delete_frozenperiod'),
	(16, 'Can view frozen period', 4, 'view_frozenperiod'),
	(17, 'Can add correction', 5, 'add_correction'),
	(18, 'Can change correction', 5, 'change_correction'),
	(19, 'Can delete correction', 5, 'delete_correction'),
	(20, 'Can view correction', 5, 'view_correction'),
	(21, 'Can add reservation', 6, 'add_reservation'),
	(22, 'Can change reservation', 6, 'change_reservation'),
	(23, 'Can delete reservation', 6, 'delete_reservation'),
	(24, 'Can view reservation', 6, 'view_reservation'),
	(25, 'Can add ledger event', 7, 'add_ledgerevent'),
	(26, 'Can change ledger event', 7, 'change_ledgerevent'),
	(27, 'Can delete ledger event', 7, 'delete_ledgerevent'),
	(28, 'Can view ledger event', 7, 'view_ledgerevent'),
	(29, 'Can add confirmation', 8, 'add_confirmation'),
	(30, 'Can change confirmation', 8, 'change_confirmation'),
	(31, 'Can delete confirmation', 8, 'delete_confirmation'),
	(32, 'Can view confirmation', 8, 'view_confirmation'),
	(33, 'Can add board case', 9, 'add_boardcase'),
	(34, 'Can change board case', 9, 'change_boardcase'),
	(35, 'Can delete board case', 9, 'delete_boardcase'),
	(36, 'Can view board case', 9, 'view_boardcase'),
	(37, 'Can add board person', 10, 'add_boardperson'),
	(38, 'Can change board person', 10, 'change_boardperson'),
	(39, 'Can delete board person', 10, 'delete_boardperson'),
	(40, 'Can view board person', 10, 'view_boardperson'),
	(41, 'Can add case', 11, 'add_case'),
	(42, 'Can change case', 11, 'change_case'),
	(43, 'Can delete case', 11, 'delete_case'),
	(44, 'Can view case', 11, 'view_case'),
	(45, 'Can add note', 12, 'add_note'),
	(46, 'Can change note', 12, 'change_note'),
	(47, 'Can delete note', 12, 'delete_note'),
	(48, 'Can view note', 12, 'view_note'),
	(49, 'Can add operation', 13, 'add_operation'),
	(50, 'Can change operation', 13, 'change_operation'),
	(51, 'Can delete operation', 13, 'delete_operation'),
	(52, 'Can view operation', 13, 'view_operation'),
	(53, 'Can add person', 14, 'add_person'),
	(54, 'Can change person', 14, 'change_person'),
	(55, 'Can delete person', 14, 'delete_person'),
	(56, 'Can view person', 14, 'view_person'),
	(57, 'Can add identity', 15, 'add_identity'),
	(58, 'Can change identity', 15, 'change_identity'),
	(59, 'Can delete identity', 15, 'delete_identity'),
	(60, 'Can view identity', 15, 'view_identity'),
	(61, 'Can add status decision', 16, 'add_statusdecision'),
	(62, 'Can change status decision', 16, 'change_statusdecision'),
	(63, 'Can delete status decision', 16, 'delete_statusdecision'),
	(64, 'Can view status decision', 16, 'view_statusdecision'),
	(65, 'Can add access request', 17, 'add_accessrequest'),
	(66, 'Can change access request', 17, 'change_accessrequest'),
	(67, 'Can delete access request', 17, 'delete_accessrequest'),
	(68, 'Can view access request', 17, 'view_accessrequest'),
	(69, 'Can add blind search', 18, 'add_blindsearch'),
	(70, 'Can change blind search', 18, 'change_blindsearch'),
	(71, 'Can delete blind search', 18, 'delete_blindsearch'),
	(72, 'Can view blind search', 18, 'view_blindsearch'),
	(73, 'Can add blind token', 19, 'add_blindtoken'),
	(74, 'Can change blind token', 19, 'change_blindtoken'),
	(75, 'Can delete blind token', 19, 'delete_blindtoken'),
	(76, 'Can view blind token', 19, 'view_blindtoken'),
	(77, 'Can add possible double', 20, 'add_possibledouble'),
	(78, 'Can change possible double', 20, 'change_possibledouble'),
	(79, 'Can delete possible double', 20, 'delete_possibledouble'),
	(80, 'Can view possible double', 20, 'view_possibledouble'),
	(81, 'Can add merge', 21, 'add_merge'),
	(82, 'Can change merge', 21, 'change_merge'),
	(83, 'Can delete merge', 21, 'delete_merge'),
	(84, 'Can view merge', 21, 'view_merge'),
	(85, 'Can add requested case', 22, 'add_requestedcase'),
	(86, 'Can change requested case', 22, 'change_requestedcase'),
	(87, 'Can delete requested case', 22, 'delete_requestedcase'),
	(88, 'Can view requested case', 22, 'view_requestedcase'),
	(89, 'Can add attachment', 23, 'add_attachment'),
	(90, 'Can change attachment', 23, 'change_attachment'),
	(91, 'Can delete attachment', 23, 'delete_attachment'),
	(92, 'Can view attachment', 23, 'view_attachment'),
	(93, 'Can add bulk job', 24, 'add_bulkjob'),
	(94, 'Can change bulk job', 24, 'change_bulkjob'),
	(95, 'Can delete bulk job', 24, 'delete_bulkjob'),
	(96, 'Can view bulk job', 24, 'view_bulkjob'),
	(97, 'Can add saved list', 25, 'add_savedlist'),
	(98, 'Can change saved list', 25, 'change_savedlist'),
	(99, 'Can delete saved list', 25, 'delete_savedlist'),
	(100, 'Can view saved list', 25, 'view_savedlist'),
	(101, 'Can add bulk row', 26, 'add_bulkrow'),
	(102, 'Can change bulk row', 26, 'change_bulkrow'),
	(103, 'Can delete bulk row', 26, 'delete_bulkrow'),
	(104, 'Can view bulk row', 26, 'view_bulkrow'),
	(105, 'Can add flag', 27, 'add_flag'),
	(106, 'Can change flag', 27, 'change_flag'),
	(107, 'Can delete flag', 27, 'delete_flag'),
	(108, 'Can view flag', 27, 'view_flag'),
	(109, 'Can add task', 28, 'add_task'),
	(110, 'Can change task', 28, 'change_task'),
	(111, 'Can delete task', 28, 'delete_task'),
	(112, 'Can view task', 28, 'view_task'),
	(113, 'Can add closing', 29, 'add_closing'),
	(114, 'Can change closing', 29, 'change_closing'),
	(115, 'Can delete closing', 29, 'delete_closing'),
	(116, 'Can view closing', 29, 'view_closing'),
	(117, 'Can add screening', 30, 'add_screening'),
	(118, 'Can change screening', 30, 'change_screening'),
	(119, 'Can delete screening', 30, 'delete_screening'),
	(120, 'Can view screening', 30, 'view_screening'),
	(121, 'Can add suspect', 31, 'add_suspect'),
	(122, 'Can change suspect', 31, 'change_suspect'),
	(123, 'Can delete suspect', 31, 'delete_suspect'),
	(124, 'Can view suspect', 31, 'view_suspect'),
	(125, 'Can add suspect link', 32, 'add_suspectlink'),
	(126, 'Can change suspect link', 32, 'change_suspectlink'),
	(127, 'Can delete suspect link', 32, 'delete_suspectlink'),
	(128, 'Can view suspect link', 32, 'view_suspectlink'),
	(129, 'Can add draft', 33, 'add_draft'),
	(130, 'Can change draft', 33, 'change_draft'),
	(131, 'Can delete draft', 33, 'delete_draft'),
	(132, 'Can view draft', 33, 'view_draft'),
	(133, 'Can add person link', 34, 'add_personlink'),
	(134, 'Can change person link', 34, 'change_personlink'),
	(135, 'Can delete person link', 34, 'delete_personlink'),
	(136, 'Can view person link', 34, 'view_personlink'),
	(137, 'Can add report', 35, 'add_report'),
	(138, 'Can change report', 35, 'change_report'),
	(139, 'Can delete report', 35, 'delete_report'),
	(140, 'Can view report', 35, 'view_report'),
	(141, 'Can add emergency', 36, 'add_emergency'),
	(142, 'Can change emergency', 36, 'change_emergency'),
	(143, 'Can delete emergency', 36, 'delete_emergency'),
	(144, 'Can view emergency', 36, 'view_emergency'),
	(145, 'Can add desk', 37, 'add_desk'),
	(146, 'Can change desk', 37, 'change_desk'),
	(147, 'Can delete desk', 37, 'delete_desk'),
	(148, 'Can view desk', 37, 'view_desk'),
	(149, 'Can add grant', 38, 'add_grant'),
	(150, 'Can change grant', 38, 'change_grant'),
	(151, 'Can delete grant', 38, 'delete_grant'),
	(152, 'Can view grant', 38, 'view_grant'),
	(153, 'Can add membership', 39, 'add_membership'),
	(154, 'Can change membership', 39, 'change_membership'),
	(155, 'Can delete membership', 39, 'delete_membership'),
	(156, 'Can view membership', 39, 'view_membership'),
	(157, 'Can add oath', 40, 'add_oath'),
	(158, 'Can change oath', 40, 'change_oath'),
	(159, 'Can delete oath', 40, 'delete_oath'),
	(160, 'Can view oath', 40, 'view_oath'),
	(161, 'Can add place event', 41, 'add_placeevent'),
	(162, 'Can change place event', 41, 'change_placeevent'),
	(163, 'Can delete place event', 41, 'delete_placeevent'),
	(164, 'Can view place event', 41, 'view_placeevent'),
	(165, 'Can add place request', 42, 'add_placerequest'),
	(166, 'Can change place request', 42, 'change_placerequest'),
	(167, 'Can delete place request', 42, 'delete_placerequest'),
	(168, 'Can view place request', 42, 'view_placerequest'),
	(169, 'Can add usage', 43, 'add_usage'),
	(170, 'Can change usage', 43, 'change_usage'),
	(171, 'Can delete usage', 43, 'delete_usage'),
	(172, 'Can view usage', 43, 'view_usage'),
	(173, 'Can add usage alert', 44, 'add_usagealert'),
	(174, 'Can change usage alert', 44, 'change_usagealert'),
	(175, 'Can delete usage alert', 44, 'delete_usagealert'),
	(176, 'Can view usage alert', 44, 'view_usagealert'),
	(177, 'Can add entry', 45, 'add_entry'),
	(178, 'Can change entry', 45, 'change_entry'),
	(179, 'Can delete entry', 45, 'delete_entry'),
	(180, 'Can view entry', 45, 'view_entry'),
	(181, 'Can add seal', 46, 'add_seal'),
	(182, 'Can change seal', 46, 'change_seal'),
	(183, 'Can delete seal', 46, 'delete_seal'),
	(184, 'Can view seal', 46, 'view_seal'),
	(185, 'Can add check', 47, 'add_check'),
	(186, 'Can change check', 47, 'change_check'),
	(187, 'Can delete check', 47, 'delete_check'),
	(188, 'Can view check', 47, 'view_check'),
	(189, 'Can add agency', 48, 'add_agency'),
	(190, 'Can change agency', 48, 'change_agency'),
	(191, 'Can delete agency', 48, 'delete_agency'),
	(192, 'Can view agency', 48, 'view_agency'),
	(193, 'Can add district', 49, 'add_district'),
	(194, 'Can change district', 49, 'change_district'),
	(195, 'Can delete district', 49, 'delete_district'),
	(196, 'Can view district', 49, 'view_district'),
	(197, 'Can add region', 50, 'add_region'),
	(198, 'Can change region', 50, 'change_region'),
	(199, 'Can delete region', 50, 'delete_region'),
	(200, 'Can view region', 50, 'view_region'),
	(201, 'Can add user', 51, 'add_user'),
	(202, 'Can change user', 51, 'change_user'),
	(203, 'Can delete user', 51, 'delete_user'),
	(204, 'Can view user', 51, 'view_user'),
	(205, 'Can add invitation', 52, 'add_invitation'),
	(206, 'Can change invitation', 52, 'change_invitation'),
	(207, 'Can delete invitation', 52, 'delete_invitation'),
	(208, 'Can view invitation', 52, 'view_invitation'),
	(209, 'Can add known browser', 53, 'add_knownbrowser'),
	(210, 'Can change known browser', 53, 'change_knownbrowser'),
	(211, 'Can delete known browser', 53, 'delete_knownbrowser'),
	(212, 'Can view known browser', 53, 'view_knownbrowser'),
	(213, 'Can add recovery codes', 54, 'add_recoverycodes'),
	(214, 'Can change recovery codes', 54, 'change_recoverycodes'),
	(215, 'Can delete recovery codes', 54, 'delete_recoverycodes'),
	(216, 'Can view recovery codes', 54, 'view_recoverycodes'),
	(217, 'Can add recovery code', 55, 'add_recoverycode'),
	(218, 'Can change recovery code', 55, 'change_recoverycode'),
	(219, 'Can delete recovery code', 55, 'delete_recoverycode'),
	(220, 'Can view recovery code', 55, 'view_recoverycode'),
	(221, 'Can add place alias', 56, 'add_placealias'),
	(222, 'Can change place alias', 56, 'change_placealias'),
	(223, 'Can delete place alias', 56, 'delete_placealias'),
	(224, 'Can view place alias', 56, 'view_placealias'),
	(225, 'Can add session', 57, 'add_session'),
	(226, 'Can change session', 57, 'change_session'),
	(227, 'Can delete session', 57, 'delete_session'),
	(228, 'Can view session', 57, 'view_session'),
	(229, 'Can add totp device', 58, 'add_totpdevice'),
	(230, 'Can change totp device', 58, 'change_totpdevice'),
	(231, 'Can delete totp device', 58, 'delete_totpdevice'),
	(232, 'Can view totp device', 58, 'view_totpdevice'),
	(233, 'Can add passkey proof', 59, 'add_passkeyproof'),
	(234, 'Can change passkey proof', 59, 'change_passkeyproof'),
	(235, 'Can delete passkey proof', 59, 'delete_passkeyproof'),
	(236, 'Can view passkey proof', 59, 'view_passkeyproof'),
	(237, 'Can add failed code', 60, 'add_failedcode'),
	(238, 'Can change failed code', 60, 'change_failedcode'),
	(239, 'Can delete failed code', 60, 'delete_failedcode'),
	(240, 'Can view failed code', 60, 'view_failedcode'),
	(241, 'Can add access attempt', 61, 'add_accessattempt'),
	(242, 'Can change access attempt', 61, 'change_accessattempt'),
	(243, 'Can delete access attempt', 61, 'delete_accessattempt'),
	(244, 'Can view access attempt', 61, 'view_accessattempt'),
	(245, 'Can add access log', 62, 'add_accesslog'),
	(246, 'Can change access log', 62, 'change_accesslog'),
	(247, 'Can delete access log', 62, 'delete_accesslog'),
	(248, 'Can view access log', 62, 'view_accesslog'),
	(249, 'Can add access failure', 63, 'add_accessfailurelog'),
	(250, 'Can change access failure', 63, 'change_accessfailurelog'),
	(251, 'Can delete access failure', 63, 'delete_accessfailurelog'),
	(252, 'Can view access failure', 63, 'view_accessfailurelog'),
	(253, 'Can add access attempt expiration', 64, 'add_accessattemptexpiration'),
	(254, 'Can change access attempt expiration', 64, 'change_accessattemptexpiration'),
	(255, 'Can delete access attempt expiration', 64, 'delete_accessattemptexpiration'),
	(256, 'Can view access attempt expiration', 64, 'view_accessattemptexpiration'),
	(257, 'Can add WebAuthn credential', 65, 'add_webauthncredential'),
	(258, 'Can change WebAuthn credential', 65, 'change_webauthncredential'),
	(259, 'Can delete WebAuthn credential', 65, 'delete_webauthncredential'),
	(260, 'Can view WebAuthn credential', 65, 'view_webauthncredential'),
	(261, 'Can add WebAuthn attestation', 66, 'add_webauthnattestation'),
	(262, 'Can change WebAuthn attestation', 66, 'change_webauthnattestation'),
	(263, 'Can delete WebAuthn attestation', 66, 'delete_webauthnattestation'),
	(264, 'Can view WebAuthn attestation', 66, 'view_webauthnattestation'),
	(265, 'Can add WebAuthn user handle', 67, 'add_webauthnuserhandle'),
	(266, 'Can change WebAuthn user handle', 67, 'change_webauthnuserhandle'),
	(267, 'Can delete WebAuthn user handle', 67, 'delete_webauthnuserhandle'),
	(268, 'Can view WebAuthn user handle', 67, 'view_webauthnuserhandle'),
	(269, 'Can add permission', 68, 'add_permission'),
	(270, 'Can change permission', 68, 'change_permission'),
	(271, 'Can delete permission', 68, 'delete_permission'),
	(272, 'Can view permission', 68, 'view_permission'),
	(273, 'Can add group', 69, 'add_group'),
	(274, 'Can change group', 69, 'change_group'),
	(275, 'Can delete group', 69, 'delete_group'),
	(276, 'Can view group', 69, 'view_group'),
	(277, 'Can add content type', 70, 'add_contenttype'),
	(278, 'Can change content type', 70, 'change_contenttype'),
	(279, 'Can delete content type', 70, 'delete_contenttype'),
	(280, 'Can view content type', 70, 'view_contenttype'),
	(281, 'Can add session', 71, 'add_session'),
	(282, 'Can change session', 71, 'change_session'),
	(283, 'Can delete session', 71, 'delete_session'),
	(284, 'Can view session', 71, 'view_session');
INSERT INTO public.core_district VALUES
	(1, 'abura-asebu-kwamankese', 'Abura-Asebu-Kwamankese', 'Abura Dunkwa', 'district', NULL, 5),
	(2, 'agona-east', 'Agona East', 'Nsaba', 'district', NULL, 5),
	(3, 'agona-west', 'Agona West', 'Swedru', 'municipal', NULL, 5),
	(4, 'ajumako-enyan-essiam', 'Ajumako-Enyan-Essiam', 'Ajumako', 'district', NULL, 5),
	(5, 'asikuma-odoben-brakwa', 'Asikuma-Odoben-Brakwa', 'Breman Asikuma', 'district', NULL, 5),
	(6, 'assin-central', 'Assin Central', 'Assin Foso', 'municipal', NULL, 5),
	(7, 'assin-north', 'Assin North', 'Assin Bereku', 'district', NULL, 5),
	(8, 'assin-south', 'Assin South', 'Nsuaem Kyekyewere', 'district', NULL, 5),
	(9, 'awutu-senya-east', 'Awutu Senya East', 'Kasoa', 'municipal', NULL, 5),
	(10, 'awutu-senya-west', 'Awutu Senya West', 'Awutu Breku', 'district', NULL, 5),
	(11, 'cape-coast', 'Cape Coast', 'Cape Coast', 'metropolitan', NULL, 5),
	(12, 'effutu', 'Effutu', 'Winneba', 'municipal', NULL, 5),
	(13, 'ekumfi', 'Ekumfi', 'Essarkyir', 'district', NULL, 5),
	(14, 'gomoa-central', 'Gomoa Central', 'Afransi', 'district', NULL, 5),
	(15, 'gomoa-east', 'Gomoa East', 'Potsin', 'district', NULL, 5),
	(16, 'gomoa-west', 'Gomoa West', 'Apam', 'district', NULL, 5),
	(17, 'komenda-edina-eguafo-abirem', 'Komenda-Edina-Eguafo-Abirem', 'Elmina', 'municipal', NULL, 5),
	(18, 'mfantseman', 'Mfantseman', 'Saltpond', 'municipal', NULL, 5),
	(19, 'twifo-atti-morkwa', 'Twifo Atti-Morkwa', 'Twifo Praso', 'district', NULL, 5),
	(20, 'twifo-hemang-lower-denkyira', 'Twifo Hemang Lower Denkyira', 'Hemang', 'district', NULL, 5),
	(21, 'upper-denkyira-east', 'Upper Denkyira East', 'Dunkwa-on-Offin', 'municipal', NULL, 5),
	(22, 'upper-denkyira-west', 'Upper Denkyira West', 'Diaso', 'district', NULL, 5),
	(23, 'adaklu', 'Adaklu', 'Waya', 'district', NULL, 14),
	(24, 'afadzato-south', 'Afadzato South', 'Ve Golokwati', 'district', NULL, 14),
	(25, 'agotime-ziope', 'Agotime-Ziope', 'Kpetoe', 'district', NULL, 14),
	(26, 'akatsi-north', 'Akatsi North', 'Ave Dakpa', 'district', NULL, 14),
	(27, 'akatsi-south', 'Akatsi South', 'Akatsi', 'municipal', NULL, 14),
	(28, 'anloga', 'Anloga', 'Anloga', 'district', NULL, 14),
	(29, 'central-tongu', 'Central Tongu', 'Adidome', 'district', NULL, 14),
	(30, 'ho', 'Ho', 'Ho', 'municipal', NULL, 14),
	(31, 'ho-west', 'Ho West', 'Dzolokpuita', 'district', NULL, 14),
	(32, 'hohoe', 'Hohoe', 'Hohoe', 'municipal', NULL, 14),
	(33, 'keta', 'Keta', 'Keta', 'municipal', NULL, 14),
	(34, 'ketu-north', 'Ketu North', 'Dzodze', 'municipal', NULL, 14),
	(35, 'ketu-south', 'Ketu South', 'Denu', 'municipal', NULL, 14),
	(36, 'kpando', 'Kpando', 'Kpando', 'municipal', NULL, 14),
	(37, 'north-dayi', 'North Dayi', 'Anfoega', 'district', NULL, 14),
	(38, 'north-tongu', 'North Tongu', 'Battor', 'district', NULL, 14),
	(39, 'south-dayi', 'South Dayi', 'Kpeve', 'district', NULL, 14),
	(40, 'south-tongu', 'South Tongu', 'Sogakope', 'district', NULL, 14),
	(41, 'ablekuma-central', 'Ablekuma Central', '', 'municipal', NULL, 7),
	(42, 'ablekuma-north', 'Ablekuma North', '', 'municipal', NULL, 7),
	(43, 'ablekuma-west', 'Ablekuma West', 'Dansoman', 'municipal', NULL, 7),
	(44, 'accra', 'Accra', 'Accra', 'metropolitan', NULL, 7),
	(45, 'ada-east', 'Ada East', 'Ada Foah', 'district', NULL, 7),
	(46, 'ada-west', 'Ada West', 'Sege', 'district', NULL, 7),
	(47, 'adenta', 'Adenta', 'Adenta', 'municipal', NULL, 7),
	(48, 'ashaiman', 'Ashaiman', 'Ashaiman', 'municipal', NULL, 7),
	(49, 'ayawaso-central', 'Ayawaso Central', '', 'municipal', NULL, 7),
	(50, 'ayawaso-east', 'Ayawaso East', 'Nima', 'municipal', NULL, 7),
	(51, 'ayawaso-north', 'Ayawaso North', '', 'municipal', NULL, 7),
	(52, 'ayawaso-west', 'Ayawaso West', '', 'municipal', NULL, 7),
	(53, 'ga-central', 'Ga Central', 'Sowutuom', 'municipal', NULL, 7),
	(54, 'ga-east', 'Ga East', 'Abokobi', 'municipal', NULL, 7),
	(55, 'ga-north', 'Ga North', 'Ofankor', 'municipal', NULL, 7),
	(56, 'ga-south', 'Ga South', 'Ngleshie Amanfro', 'municipal', NULL, 7),
	(57, 'ga-west', 'Ga West', 'Amasaman', 'municipal', NULL, 7),
	(58, 'korle-klottey', 'Korle Klottey', 'Osu', 'municipal', NULL, 7),
	(59, 'kpone-katamanso', 'Kpone Katamanso', 'Kpone', 'municipal', NULL, 7),
	(60, 'krowor', 'Krowor', 'Nungua', 'municipal', NULL, 7),
	(61, 'la-dade-kotopon', 'La Dade Kotopon', 'La', 'municipal', NULL, 7),
	(62, 'la-nkwantanang-madina', 'La Nkwantanang Madina', 'Madina', 'municipal', NULL, 7),
	(63, 'ledzokuku', 'Ledzokuku', 'Teshie', 'municipal', NULL, 7),
	(64, 'ningo-prampram', 'Ningo Prampram', 'Prampram', 'district', NULL, 7),
	(65, 'okaikwei-north', 'Okaikwei North', '', 'municipal', NULL, 7),
	(66, 'shai-osudoku', 'Shai-Osudoku', 'Dodowa', 'district', NULL, 7),
	(67, 'tema', 'Tema', 'Tema', 'metropolitan', NULL, 7),
	(68, 'tema-west', 'Tema West', '', 'municipal', NULL, 7),
	(69, 'weija-gbawe', 'Weija Gbawe', 'Weija', 'municipal', NULL, 7),
	(70, 'biakoye', 'Biakoye', 'Nkonya Ahenkro', 'district', NULL, 10),
	(71, 'guan', 'Guan', '', 'district', NULL, 10),
	(72, 'jasikan', 'Jasikan', 'Jasikan', 'district', NULL, 10),
	(73, 'kadjebi', 'Kadjebi', 'Kadjebi', 'district', NULL, 10),
	(74, 'krachi-east', 'Krachi East', 'Dambai', 'municipal', NULL, 10),
	(75, 'krachi-nchumuru', 'Krachi Nchumuru', 'Chinderi', 'district', NULL, 10),
	(76, 'krachi-west', 'Krachi West', 'Kete Krachi', 'district', NULL, 10),
	(77, 'nkwanta-north', 'Nkwanta North', 'Kpassa', 'district', NULL, 10),
	(78, 'nkwanta-south', 'Nkwanta South', 'Nkwanta', 'municipal', NULL, 10);
INSERT INTO public.core_placealias VALUES
	(1, 'Accra Region', NULL, 7),
	(2, 'GAR', NULL, 7),
	(3, 'Savanna', NULL, 11),
	(4, 'AAK', 1, NULL),
	(5, 'Abura/Asebu/Kwamankese', 1, NULL),
	(6, 'Agona Nsaba', 2, NULL),
	(7, 'Agona Swedru', 3, NULL),
	(8, 'AEE', 4, NULL),
	(9, 'Ajumako/Enyan/Essiam', 4, NULL),
	(10, 'Ajumako Enyan Esiam', 4, NULL),
	(11, 'AOB', 5, NULL),
	(12, 'Asikuma/Odoben/Brakwa', 5, NULL),
	(13, 'Assin Fosu', 6, NULL),
	(14, 'Assin Nsuaem', 8, NULL),
	(15, 'Assin Kyekyewere', 8, NULL),
	(16, 'Awutu Senya', 10, NULL),
	(17, 'Awutu Bereku', 10, NULL),
	(18, 'Awutu Beraku', 10, NULL),
	(19, 'CCMA', 11, NULL),
	(20, 'Oguaa', 11, NULL),
	(21, 'Ekumfi Essarkyir', 13, NULL),
	(22, 'Gomoa Afransi', 14, NULL),
	(23, 'Gomoa Potsin', 15, NULL),
	(24, 'KEEA', 17, NULL),
	(25, 'Komenda/Edina/Eguafo/Abirem', 17, NULL),
	(26, 'Edina', 17, NULL),
	(27, 'Mfantsiman', 18, NULL),
	(28, 'Twifo Ati-Morkwa', 19, NULL),
	(29, 'Twifo Ati Mokwa', 19, NULL),
	(30, 'THLD', 20, NULL),
	(31, 'Twifo Hemang', 20, NULL),
	(32, 'Hemang Lower Denkyira', 20, NULL),
	(33, 'Adaklu Waya', 23, NULL),
	(34, 'Afadjato South', 24, NULL),
	(35, 'Golokwati', 24, NULL),
	(36, 'Agotime Kpetoe', 25, NULL),
	(37, 'Ave-Dakpa', 26, NULL),
	(38, 'Aflao', 35, NULL),
	(39, 'Kpandu', 36, NULL),
	(40, 'Battor Dugame', 38, NULL),
	(41, 'Kpeve New Town', 39, NULL),
	(42, 'AMA', 44, NULL),
	(43, 'Adentan', 47, NULL),
	(44, 'Ashiaman', 48, NULL),
	(45, 'Ayawaso West Wuogon', 52, NULL),
	(46, 'Korley Klottey', 58, NULL),
	(47, 'Korle Klotey', 58, NULL),
	(48, 'La Dade-Kotopon', 61, NULL),
	(49, 'LaDMA', 61, NULL),
	(50, 'La Nkwantanang-Madina', 62, NULL),
	(51, 'LaNMMA', 62, NULL),
	(52, 'Ningo-Prampram', 64, NULL),
	(53, 'Okaikoi North', 65, NULL),
	(54, 'Okai Kwei North', 65, NULL),
	(55, 'TMA', 67, NULL),
	(56, 'Weija-Gbawe', 69, NULL),
	(57, 'Krachi Ntsumuru', 75, NULL),
	(58, 'Kete-Krachi', 76, NULL);
INSERT INTO public.core_region VALUES
	(1, 'ahafo', 'Ahafo', 'Goaso', NULL),
	(2, 'ashanti', 'Ashanti', 'Kumasi', NULL),
	(3, 'bono', 'Bono', 'Sunyani', NULL),
	(4, 'bono-east', 'Bono East', 'Techiman', NULL),
	(5, 'central', 'Central', 'Cape Coast', NULL),
	(6, 'eastern', 'Eastern', 'Koforidua', NULL),
	(7, 'greater-accra', 'Greater Accra', 'Accra', NULL),
	(8, 'north-east', 'North East', 'Nalerigu', NULL),
	(9, 'northern', 'Northern', 'Tamale', NULL),
	(10, 'oti', 'Oti', 'Dambai', NULL),
	(11, 'savannah', 'Savannah', 'Damongo', NULL),
	(12, 'upper-east', 'Upper East', 'Bolgatanga', NULL),
	(13, 'upper-west', 'Upper West', 'Wa', NULL),
	(14, 'volta', 'Volta', 'Ho', NULL),
	(15, 'western', 'Western', 'Sekondi-Takoradi', NULL),
	(16, 'western-north', 'Western North', 'Sefwi Wiawso', NULL);
INSERT INTO public.django_content_type VALUES
	(1, 'reporting', 'episode'),
	(2, 'reporting', 'finaldecision'),
	(3, 'reporting', 'openedcase'),
	(4, 'reporting', 'frozenperiod'),
	(5, 'reporting', 'correction'),
	(6, 'reporting', 'reservation'),
	(7, 'reporting', 'ledgerevent'),
	(8, 'reporting', 'confirmation'),
	(9, 'reporting', 'boardcase'),
	(10, 'reporting', 'boardperson'),
	(11, 'registry', 'case'),
	(12, 'registry', 'note'),
	(13, 'registry', 'operation'),
	(14, 'registry', 'person'),
	(15, 'registry', 'identity'),
	(16, 'registry', 'statusdecision'),
	(17, 'registry', 'accessrequest'),
	(18, 'registry', 'blindsearch'),
	(19, 'registry', 'blindtoken'),
	(20, 'registry', 'possibledouble'),
	(21, 'registry', 'merge'),
	(22, 'registry', 'requestedcase'),
	(23, 'registry', 'attachment'),
	(24, 'registry', 'bulkjob'),
	(25, 'registry', 'savedlist'),
	(26, 'registry', 'bulkrow'),
	(27, 'registry', 'flag'),
	(28, 'registry', 'task'),
	(29, 'registry', 'closing'),
	(30, 'registry', 'screening'),
	(31, 'registry', 'suspect'),
	(32, 'registry', 'suspectlink'),
	(33, 'registry', 'draft'),
	(34, 'registry', 'personlink'),
	(35, 'registry', 'report'),
	(36, 'registry', 'emergency'),
	(37, 'access', 'desk'),
	(38, 'access', 'grant'),
	(39, 'access', 'membership'),
	(40, 'access', 'oath'),
	(41, 'access', 'placeevent'),
	(42, 'access', 'placerequest'),
	(43, 'access', 'usage'),
	(44, 'access', 'usagealert'),
	(45, 'audit', 'entry'),
	(46, 'audit', 'seal'),
	(47, 'audit', 'check'),
	(48, 'core', 'agency'),
	(49, 'core', 'district'),
	(50, 'core', 'region'),
	(51, 'core', 'user'),
	(52, 'core', 'invitation'),
	(53, 'core', 'knownbrowser'),
	(54, 'core', 'recoverycodes'),
	(55, 'core', 'recoverycode'),
	(56, 'core', 'placealias'),
	(57, 'core', 'session'),
	(58, 'core', 'totpdevice'),
	(59, 'core', 'passkeyproof'),
	(60, 'core', 'failedcode'),
	(61, 'axes', 'accessattempt'),
	(62, 'axes', 'accesslog'),
	(63, 'axes', 'accessfailurelog'),
	(64, 'axes', 'accessattemptexpiration'),
	(65, 'django_otp_webauthn', 'webauthncredential'),
	(66, 'django_otp_webauthn', 'webauthnattestation'),
	(67, 'django_otp_webauthn', 'webauthnuserhandle'),
	(68, 'auth', 'permission'),
	(69, 'auth', 'group'),
	(70, 'contenttypes', 'contenttype'),
	(71, 'sessions', 'session');
INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', '2026-01-01 00:00:00+00'),
	(2, 'contenttypes', '0002_remove_content_type_name', '2026-01-01 00:00:00+00'),
	(3, 'auth', '0001_initial', '2026-01-01 00:00:00+00'),
	(4, 'auth', '0002_alter_permission_name_max_length', '2026-01-01 00:00:00+00'),
	(5, 'auth', '0003_alter_user_email_max_length', '2026-01-01 00:00:00+00'),
	(6, 'auth', '0004_alter_user_username_opts', '2026-01-01 00:00:00+00'),
	(7, 'auth', '0005_alter_user_last_login_null', '2026-01-01 00:00:00+00'),
	(8, 'auth', '0006_require_contenttypes_0002', '2026-01-01 00:00:00+00'),
	(9, 'auth', '0007_alter_validators_add_error_messages', '2026-01-01 00:00:00+00'),
	(10, 'auth', '0008_alter_user_username_max_length', '2026-01-01 00:00:00+00'),
	(11, 'auth', '0009_alter_user_last_name_max_length', '2026-01-01 00:00:00+00'),
	(12, 'auth', '0010_alter_group_name_max_length', '2026-01-01 00:00:00+00'),
	(13, 'auth', '0011_update_proxy_permissions', '2026-01-01 00:00:00+00'),
	(14, 'auth', '0012_alter_user_first_name_max_length', '2026-01-01 00:00:00+00'),
	(15, 'core', '0001_initial', '2026-01-01 00:00:00+00'),
	(16, 'core', '0002_places', '2026-01-01 00:00:00+00'),
	(17, 'core', '0003_session_proof', '2026-01-01 00:00:00+00'),
	(18, 'access', '0001_initial', '2026-01-01 00:00:00+00'),
	(19, 'registry', '0001_initial', '2026-01-01 00:00:00+00'),
	(20, 'access', '0002_bound_identity', '2026-01-01 00:00:00+00'),
	(21, 'registry', '0002_who_may_see', '2026-01-01 00:00:00+00'),
	(22, 'access', '0003_people', '2026-01-01 00:00:00+00'),
	(23, 'access', '0004_who_changes_people', '2026-01-01 00:00:00+00'),
	(24, 'access', '0005_held_in_place', '2026-01-01 00:00:00+00'),
	(25, 'access', '0006_harvest_by_child', '2026-01-01 00:00:00+00'),
	(26, 'access', '0007_ended_by_one', '2026-01-01 00:00:00+00'),
	(27, 'access', '0008_agreed_by_the_agency', '2026-01-01 00:00:00+00'),
	(28, 'access', '0010_secrets_in_no_backup', '2026-01-01 00:00:00+00'),
	(29, 'access', '0011_the_day_is_ghanas', '2026-01-01 00:00:00+00'),
	(30, 'access', '0012_grants_in_no_circle', '2026-01-01 00:00:00+00'),
	(31, 'audit', '0001_initial', '2026-01-01 00:00:00+00'),
	(32, 'audit', '0002_append_only', '2026-01-01 00:00:00+00'),
	(33, 'audit', '0003_reading', '2026-01-01 00:00:00+00'),
	(34, 'audit', '0004_compartment', '2026-01-01 00:00:00+00'),
	(35, 'axes', '0001_initial', '2026-01-01 00:00:00+00'),
	(36, 'axes', '0002_auto_20151217_2044', '2026-01-01 00:00:00+00'),
	(37, 'axes', '0003_auto_20160322_0929', '2026-01-01 00:00:00+00'),
	(38, 'axes', '0004_auto_20181024_1538', '2026-01-01 00:00:00+00'),
	(39, 'axes', '0005_remove_accessattempt_trusted', '2026-01-01 00:00:00+00'),
	(40, 'axes', '0006_remove_accesslog_trusted', '2026-01-01 00:00:00+00'),
	(41, 'axes', '0007_alter_accessattempt_unique_together', '2026-01-01 00:00:00+00'),
	(42, 'axes', '0008_accessfailurelog', '2026-01-01 00:00:00+00'),
	(43, 'axes', '0009_add_session_hash', '2026-01-01 00:00:00+00'),
	(44, 'axes', '0010_accessattemptexpiration', '2026-01-01 00:00:00+00'),
	(45, 'django_otp_webauthn', '0001_initial', '2026-01-01 00:00:00+00'),
	(46, 'django_otp_webauthn', '0002_timestamps', '2026-01-01 00:00:00+00'),
	(47, 'django_otp_webauthn', '0003_webauthncredential_hash_binary_to_hex', '2026-01-01 00:00:00+00'),
	(48, 'django_otp_webauthn', '0004_webauthnuserhandle', '2026-01-01 00:00:00+00'),
	(49, 'core', '0004_passkey_proof', '2026-01-01 00:00:00+00'),
	(50, 'core', '0005_failed_codes', '2026-01-01 00:00:00+00'),
	(51, 'registry', '0003_tracing', '2026-01-01 00:00:00+00'),
	(52, 'registry', '0004_counting_once', '2026-01-01 00:00:00+00'),
	(53, 'registry', '0005_who_may_ask', '2026-01-01 00:00:00+00'),
	(54, 'registry', '0006_told_as_numbers', '2026-01-01 00:00:00+00'),
	(55, 'registry', '0007_attachments', '2026-01-01 00:00:00+00'),
	(56, 'registry', '0008_who_opens_files', '2026-01-01 00:00:00+00'),
	(57, 'registry', '0009_work', '2026-01-01 00:00:00+00'),
	(58, 'registry', '0010_whose_work', '2026-01-01 00:00:00+00'),
	(59, 'registry', '0011_breadth', '2026-01-01 00:00:00+00'),
	(60, 'registry', '0012_who_sees_the_breadth', '2026-01-01 00:00:00+00'),
	(61, 'registry', '0013_emergencies', '2026-01-01 00:00:00+00'),
	(62, 'registry', '0014_opening_in_an_emergency', '2026-01-01 00:00:00+00'),
	(63, 'registry', '0015_newest_first', '2026-01-01 00:00:00+00'),
	(64, 'registry', '0016_held_in_place', '2026-01-01 00:00:00+00'),
	(65, 'registry', '0017_tokens_planned_once', '2026-01-01 00:00:00+00'),
	(66, 'registry', '0018_a_grant_works_later', '2026-01-01 00:00:00+00'),
	(67, 'registry', '0019_resolved_by_a_merge', '2026-01-01 00:00:00+00'),
	(68, 'registry', '0020_closed_from_a_day', '2026-01-01 00:00:00+00'),
	(69, 'registry', '0021_nationality_is_asked', '2026-01-01 00:00:00+00'),
	(70, 'registry', '0022_every_long_form_is_kept', '2026-01-01 00:00:00+00'),
	(71, 'registry', '0023_day_moved', '2026-01-01 00:00:00+00'),
	(72, 'registry', '0026_left_behind', '2026-01-01 00:00:00+00'),
	(73, 'registry', '0027_asked_stays_asked', '2026-01-01 00:00:00+00'),
	(74, 'registry', '0028_who_reviews_emergencies', '2026-01-01 00:00:00+00'),
	(75, 'registry', '0031_the_likeliest_doubles', '2026-01-01 00:00:00+00'),
	(76, 'reporting', '0001_initial', '2026-01-01 00:00:00+00'),
	(77, 'reporting', '0002_frozen_quarters', '2026-01-01 00:00:00+00'),
	(78, 'reporting', '0003_board', '2026-01-01 00:00:00+00'),
	(79, 'reporting', '0004_fill_board', '2026-01-01 00:00:00+00'),
	(80, 'reporting', '0005_validation', '2026-01-01 00:00:00+00'),
	(81, 'reporting', '0006_moved_cases', '2026-01-01 00:00:00+00'),
	(82, 'reporting', '0007_checked_after_a_restore', '2026-01-01 00:00:00+00'),
	(83, 'sessions', '0001_initial', '2026-01-01 00:00:00+00'),
	(84, 'django_otp_webauthn', '0001_squashed_0003_webauthncredential_hash_binary_to_hex', '2026-01-01 00:00:00+00');
SELECT pg_catalog.setval('public.access_desk_id_seq', 1, false);
SELECT pg_catalog.setval('public.access_membership_id_seq', 1, false);
SELECT pg_catalog.setval('public.access_placeevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.access_usage_id_seq', 1, false);
SELECT pg_catalog.setval('public.audit_check_id_seq', 1, false);
SELECT pg_catalog.setval('public.audit_entry_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 284, true);
SELECT pg_catalog.setval('public.axes_accessattempt_id_seq', 1, false);
SELECT pg_catalog.setval('public.axes_accessfailurelog_id_seq', 1, false);
SELECT pg_catalog.setval('public.axes_accesslog_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_agency_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_district_id_seq', 78, true);
SELECT pg_catalog.setval('public.core_failedcode_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_invitation_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_placealias_id_seq', 58, true);
SELECT pg_catalog.setval('public.core_recoverycode_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_recoverycodes_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_region_id_seq', 16, true);
SELECT pg_catalog.setval('public.core_totpdevice_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_user_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_user_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_user_user_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 71, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 84, true);
SELECT pg_catalog.setval('public.django_otp_webauthn_webauthnattestation_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_otp_webauthn_webauthncredential_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_blindsearch_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_bulkrow_id_seq', 1, false);
SELECT pg_catalog.setval('public.registry_operation_partners_id_seq', 1, false);
SELECT pg_catalog.setval('public.reporting_ledgerevent_id_seq', 1, false);
ALTER TABLE ONLY public.access_desk
    ADD CONSTRAINT access_desk_code_key UNIQUE (code);
ALTER TABLE ONLY public.access_desk
    ADD CONSTRAINT access_desk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_lastingsecret
    ADD CONSTRAINT access_lastingsecret_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.access_membership
    ADD CONSTRAINT access_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_membership
    ADD CONSTRAINT access_membership_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.access_oath
    ADD CONSTRAINT access_oath_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.access_placeevent
    ADD CONSTRAINT access_placeevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_placerequest
    ADD CONSTRAINT access_placerequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_reach
    ADD CONSTRAINT access_reach_pkey PRIMARY KEY (role);
ALTER TABLE ONLY public.access_secret
    ADD CONSTRAINT access_secret_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.access_usage
    ADD CONSTRAINT access_usage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.access_usagealert
    ADD CONSTRAINT access_usagealert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_attachment
    ADD CONSTRAINT attachment_number_in_case UNIQUE (case_id, number);
ALTER TABLE ONLY public.audit_check
    ADD CONSTRAINT audit_check_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);
ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);
ALTER TABLE ONLY public.axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_bulkrow
    ADD CONSTRAINT bulk_row_once_a_case UNIQUE (job_id, case_id);
ALTER TABLE ONLY public.reporting_confirmation
    ADD CONSTRAINT confirmation_once_an_agency UNIQUE (period, agency_id);
ALTER TABLE ONLY public.core_agency
    ADD CONSTRAINT core_agency_code_key UNIQUE (code);
ALTER TABLE ONLY public.core_agency
    ADD CONSTRAINT core_agency_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_district
    ADD CONSTRAINT core_district_code_key UNIQUE (code);
ALTER TABLE ONLY public.core_district
    ADD CONSTRAINT core_district_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_failedcode
    ADD CONSTRAINT core_failedcode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_invitation
    ADD CONSTRAINT core_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_invitation
    ADD CONSTRAINT core_invitation_token_digest_key UNIQUE (token_digest);
ALTER TABLE ONLY public.core_knownbrowser
    ADD CONSTRAINT core_knownbrowser_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_passkeyproof
    ADD CONSTRAINT core_passkeyproof_pkey PRIMARY KEY (credential_id);
ALTER TABLE ONLY public.core_placealias
    ADD CONSTRAINT core_placealias_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_recoverycode
    ADD CONSTRAINT core_recoverycode_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.core_recoverycode
    ADD CONSTRAINT core_recoverycode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_recoverycodes
    ADD CONSTRAINT core_recoverycodes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_region
    ADD CONSTRAINT core_region_code_key UNIQUE (code);
ALTER TABLE ONLY public.core_region
    ADD CONSTRAINT core_region_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_session
    ADD CONSTRAINT core_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.core_session
    ADD CONSTRAINT core_session_public_id_key UNIQUE (public_id);
ALTER TABLE ONLY public.core_totpdevice
    ADD CONSTRAINT core_totpdevice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_totpdevice
    ADD CONSTRAINT core_totpdevice_public_id_key UNIQUE (public_id);
ALTER TABLE ONLY public.core_user
    ADD CONSTRAINT core_user_email_key UNIQUE (email);
ALTER TABLE ONLY public.core_user_groups
    ADD CONSTRAINT core_user_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_user_groups
    ADD CONSTRAINT core_user_groups_user_id_group_id_c82fcad1_uniq UNIQUE (user_id, group_id);
ALTER TABLE ONLY public.core_user
    ADD CONSTRAINT core_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_user_user_permissions
    ADD CONSTRAINT core_user_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_user_user_permissions
    ADD CONSTRAINT core_user_user_permissions_user_id_permission_id_73ea0daa_uniq UNIQUE (user_id, permission_id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_otp_webauthn_webauthnattestation
    ADD CONSTRAINT django_otp_webauthn_webauthnattestation_credential_id_key UNIQUE (credential_id);
ALTER TABLE ONLY public.django_otp_webauthn_webauthnattestation
    ADD CONSTRAINT django_otp_webauthn_webauthnattestation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_otp_webauthn_webauthncredential
    ADD CONSTRAINT django_otp_webauthn_webauthncredential_credential_id_sha256_key UNIQUE (credential_id_sha256);
ALTER TABLE ONLY public.django_otp_webauthn_webauthncredential
    ADD CONSTRAINT django_otp_webauthn_webauthncredential_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_otp_webauthn_webauthnuserhandle
    ADD CONSTRAINT django_otp_webauthn_webauthnuserhandle_handle_hex_key UNIQUE (handle_hex);
ALTER TABLE ONLY public.django_otp_webauthn_webauthnuserhandle
    ADD CONSTRAINT django_otp_webauthn_webauthnuserhandle_pkey PRIMARY KEY (user_id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.registry_draft
    ADD CONSTRAINT draft_once_a_form UNIQUE NULLS NOT DISTINCT (writer_id, form, subject);
ALTER TABLE ONLY public.core_knownbrowser
    ADD CONSTRAINT known_browser_once_a_user UNIQUE (user_id, label);
ALTER TABLE ONLY public.reporting_ledgerevent
    ADD CONSTRAINT ledger_event_once UNIQUE (reservation_id, state);
ALTER TABLE ONLY public.registry_personlink
    ADD CONSTRAINT person_link_once UNIQUE (person_id, other_id, kind);
ALTER TABLE ONLY public.registry_possibledouble
    ADD CONSTRAINT possibledouble_once UNIQUE (one_id, other_id);
ALTER TABLE ONLY public.core_recoverycodes
    ADD CONSTRAINT recovery_codes_one_sheet_a_user UNIQUE (user_id);
ALTER TABLE ONLY public.registry_accessrequest
    ADD CONSTRAINT registry_accessrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_attachment
    ADD CONSTRAINT registry_attachment_object_name_key UNIQUE (object_name);
ALTER TABLE ONLY public.registry_attachment
    ADD CONSTRAINT registry_attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_attachment
    ADD CONSTRAINT registry_attachment_submission_key UNIQUE (submission);
ALTER TABLE ONLY public.registry_blindsearch
    ADD CONSTRAINT registry_blindsearch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_blindtoken
    ADD CONSTRAINT registry_blindtoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_bulkjob
    ADD CONSTRAINT registry_bulkjob_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_bulkrow
    ADD CONSTRAINT registry_bulkrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_case
    ADD CONSTRAINT registry_case_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_case
    ADD CONSTRAINT registry_case_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.registry_case
    ADD CONSTRAINT registry_case_submission_key UNIQUE (submission);
ALTER TABLE ONLY public.registry_closing
    ADD CONSTRAINT registry_closing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_draft
    ADD CONSTRAINT registry_draft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_emergency
    ADD CONSTRAINT registry_emergency_grant_id_key UNIQUE (grant_id);
ALTER TABLE ONLY public.registry_emergency
    ADD CONSTRAINT registry_emergency_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_flag
    ADD CONSTRAINT registry_flag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_identity
    ADD CONSTRAINT registry_identity_person_id_key UNIQUE (person_id);
ALTER TABLE ONLY public.registry_identity
    ADD CONSTRAINT registry_identity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_merge
    ADD CONSTRAINT registry_merge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_note
    ADD CONSTRAINT registry_note_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_operation_partners
    ADD CONSTRAINT registry_operation_partn_operation_id_agency_id_23a1c812_uniq UNIQUE (operation_id, agency_id);
ALTER TABLE ONLY public.registry_operation_partners
    ADD CONSTRAINT registry_operation_partners_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_operation
    ADD CONSTRAINT registry_operation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_operation
    ADD CONSTRAINT registry_operation_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.registry_person
    ADD CONSTRAINT registry_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_personlink
    ADD CONSTRAINT registry_personlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_possibledouble
    ADD CONSTRAINT registry_possibledouble_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_report
    ADD CONSTRAINT registry_report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_report
    ADD CONSTRAINT registry_report_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.registry_report
    ADD CONSTRAINT registry_report_submission_key UNIQUE (submission);
ALTER TABLE ONLY public.registry_requestedcase
    ADD CONSTRAINT registry_requestedcase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_savedlist
    ADD CONSTRAINT registry_savedlist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_screening
    ADD CONSTRAINT registry_screening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_screening
    ADD CONSTRAINT registry_screening_submission_key UNIQUE (submission);
ALTER TABLE ONLY public.registry_statusdecision
    ADD CONSTRAINT registry_statusdecision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_suspect
    ADD CONSTRAINT registry_suspect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_suspect
    ADD CONSTRAINT registry_suspect_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.registry_suspect
    ADD CONSTRAINT registry_suspect_submission_key UNIQUE (submission);
ALTER TABLE ONLY public.registry_suspectlink
    ADD CONSTRAINT registry_suspectlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_task
    ADD CONSTRAINT registry_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reporting_boardcase
    ADD CONSTRAINT reporting_boardcase_pkey PRIMARY KEY (agency_id, stage, status, is_open, is_urgent, slot);
ALTER TABLE ONLY public.reporting_boardperson
    ADD CONSTRAINT reporting_boardperson_pkey PRIMARY KEY (cut, agency_id, quarter, region, form, sex, age, is_no_victim, slot);
ALTER TABLE ONLY public.reporting_confirmation
    ADD CONSTRAINT reporting_confirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reporting_correction
    ADD CONSTRAINT reporting_correction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reporting_episode
    ADD CONSTRAINT reporting_episode_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.reporting_finaldecision
    ADD CONSTRAINT reporting_finaldecision_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.reporting_frozenperiod
    ADD CONSTRAINT reporting_frozenperiod_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.reporting_ledgerevent
    ADD CONSTRAINT reporting_ledgerevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reporting_ledgerevent
    ADD CONSTRAINT reporting_ledgerevent_sequence_key UNIQUE (sequence);
ALTER TABLE ONLY public.reporting_openedcase
    ADD CONSTRAINT reporting_openedcase_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.reporting_reservation
    ADD CONSTRAINT reporting_reservation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registry_requestedcase
    ADD CONSTRAINT requestedcase_once UNIQUE (request_id, case_id);
ALTER TABLE ONLY public.reporting_reservation
    ADD CONSTRAINT reservation_once_a_cohort_and_programme UNIQUE (period, programme);
ALTER TABLE ONLY public.registry_suspectlink
    ADD CONSTRAINT suspect_link_once UNIQUE NULLS NOT DISTINCT (suspect_id, case_id, operation_id, role);
ALTER TABLE ONLY public.access_usage
    ADD CONSTRAINT usage_one_row_a_window UNIQUE (user_id, budget, "window");
CREATE INDEX access_desk_agency_id_2d6692d7 ON public.access_desk USING btree (agency_id);
CREATE INDEX access_desk_code_a8252642_like ON public.access_desk USING btree (code varchar_pattern_ops);
CREATE INDEX access_grant_case_id_b174e707 ON public.access_grant USING btree (case_id);
CREATE INDEX access_grant_granted_by_id_f9615f28 ON public.access_grant USING btree (granted_by_id);
CREATE INDEX access_grant_principal_104c0a8b ON public.access_grant USING btree (principal);
CREATE INDEX access_membership_agency_id_a5f31321 ON public.access_membership USING btree (agency_id);
CREATE INDEX access_membership_desk_id_35fab038 ON public.access_membership USING btree (desk_id);
CREATE INDEX access_placeevent_by_id_b899cec7 ON public.access_placeevent USING btree (by_id);
CREATE INDEX access_placeevent_desk_id_1492d954 ON public.access_placeevent USING btree (desk_id);
CREATE INDEX access_placeevent_user_id_be448a55 ON public.access_placeevent USING btree (user_id);
CREATE INDEX access_placerequest_agency_id_6f6a9413 ON public.access_placerequest USING btree (agency_id);
CREATE INDEX access_placerequest_decided_by_id_ac62c101 ON public.access_placerequest USING btree (decided_by_id);
CREATE INDEX access_placerequest_desk_id_710d0d4b ON public.access_placerequest USING btree (desk_id);
CREATE INDEX access_placerequest_requested_by_id_4e5c23b5 ON public.access_placerequest USING btree (requested_by_id);
CREATE INDEX access_placerequest_user_id_8bd51566 ON public.access_placerequest USING btree (user_id);
CREATE INDEX access_usage_user_id_070447c3 ON public.access_usage USING btree (user_id);
CREATE INDEX access_usagealert_handled_by_id_07f1ff86 ON public.access_usagealert USING btree (handled_by_id);
CREATE INDEX access_usagealert_user_id_add6ea53 ON public.access_usagealert USING btree (user_id);
CREATE INDEX audit_entry_action ON public.audit_entry USING btree (action, id);
CREATE INDEX audit_entry_case_ids ON public.audit_entry USING gin (case_ids);
CREATE INDEX audit_entry_user ON public.audit_entry USING btree (user_id, id);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX axes_accessattempt_ip_address_10922d9c ON public.axes_accessattempt USING btree (ip_address);
CREATE INDEX axes_accessattempt_user_agent_ad89678b ON public.axes_accessattempt USING btree (user_agent);
CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON public.axes_accessattempt USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON public.axes_accessattempt USING btree (username);
CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON public.axes_accessattempt USING btree (username varchar_pattern_ops);
CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON public.axes_accessfailurelog USING btree (ip_address);
CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON public.axes_accessfailurelog USING btree (user_agent);
CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON public.axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON public.axes_accessfailurelog USING btree (username);
CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON public.axes_accessfailurelog USING btree (username varchar_pattern_ops);
CREATE INDEX axes_accesslog_ip_address_86b417e5 ON public.axes_accesslog USING btree (ip_address);
CREATE INDEX axes_accesslog_user_agent_0e659004 ON public.axes_accesslog USING btree (user_agent);
CREATE INDEX axes_accesslog_user_agent_0e659004_like ON public.axes_accesslog USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accesslog_username_df93064b ON public.axes_accesslog USING btree (username);
CREATE INDEX axes_accesslog_username_df93064b_like ON public.axes_accesslog USING btree (username varchar_pattern_ops);
CREATE INDEX case_acl ON public.registry_case USING gin (acl);
CREATE INDEX case_agency_newest ON public.registry_case USING btree (agency_id, changed_at DESC, id DESC);
CREATE INDEX case_by_quarter ON public.registry_case USING btree ((((((EXTRACT(year FROM identified_on) * (4)::numeric) + EXTRACT(quarter FROM identified_on)) - (1)::numeric))::integer));
CREATE INDEX case_desk_newest ON public.registry_case USING btree (desk_id, changed_at DESC, id DESC);
CREATE INDEX case_moved_at ON public.registry_case USING btree (moved_at) WHERE (moved_at IS NOT NULL);
CREATE INDEX case_recorded ON public.registry_case USING brin (created_at);
CREATE INDEX core_agency_code_a6f8f421_like ON public.core_agency USING btree (code varchar_pattern_ops);
CREATE INDEX core_district_code_e58bc3c2_like ON public.core_district USING btree (code varchar_pattern_ops);
CREATE INDEX core_district_region_id_c05a2f4a ON public.core_district USING btree (region_id);
CREATE INDEX core_failedcode_user_id_17c4d802 ON public.core_failedcode USING btree (user_id);
CREATE INDEX core_invitation_invited_by_id_a5a2be95 ON public.core_invitation USING btree (invited_by_id);
CREATE INDEX core_invitation_token_digest_79241807_like ON public.core_invitation USING btree (token_digest varchar_pattern_ops);
CREATE INDEX core_invitation_user_id_1c7fc81e ON public.core_invitation USING btree (user_id);
CREATE INDEX core_knownbrowser_user_id_91926d82 ON public.core_knownbrowser USING btree (user_id);
CREATE INDEX core_placealias_district_id_7a736932 ON public.core_placealias USING btree (district_id);
CREATE INDEX core_placealias_region_id_caea79f2 ON public.core_placealias USING btree (region_id);
CREATE INDEX core_recoverycode_digest_75f5b635_like ON public.core_recoverycode USING btree (digest varchar_pattern_ops);
CREATE INDEX core_recoverycode_sheet_id_aec90f91 ON public.core_recoverycode USING btree (sheet_id);
CREATE INDEX core_recoverycodes_user_id_d1dd15b0 ON public.core_recoverycodes USING btree (user_id);
CREATE INDEX core_region_code_b7a2f4af_like ON public.core_region USING btree (code varchar_pattern_ops);
CREATE INDEX core_session_expire_date_7cd120d6 ON public.core_session USING btree (expire_date);
CREATE INDEX core_session_session_key_6bc87767_like ON public.core_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX core_session_user_id_494e6742 ON public.core_session USING btree (user_id);
CREATE INDEX core_totpdevice_user_id_0302d0e8 ON public.core_totpdevice USING btree (user_id);
CREATE INDEX core_user_agency_id_b72d1146 ON public.core_user USING btree (agency_id);
CREATE INDEX core_user_email_92a71487_like ON public.core_user USING btree (email varchar_pattern_ops);
CREATE INDEX core_user_groups_group_id_fe8c697f ON public.core_user_groups USING btree (group_id);
CREATE INDEX core_user_groups_user_id_70b4d9b8 ON public.core_user_groups USING btree (user_id);
CREATE INDEX core_user_user_permissions_permission_id_35ccf601 ON public.core_user_user_permissions USING btree (permission_id);
CREATE INDEX core_user_user_permissions_user_id_085123d3 ON public.core_user_user_permissions USING btree (user_id);
CREATE INDEX decision_by_quarter ON public.registry_statusdecision USING btree ((((((EXTRACT(year FROM decided_on) * (4)::numeric) + EXTRACT(quarter FROM decided_on)) - (1)::numeric))::integer));
CREATE INDEX decision_recorded ON public.registry_statusdecision USING brin (recorded_at);
CREATE INDEX django_otp_webauthn_weba_credential_id_sha256_1a385252_like ON public.django_otp_webauthn_webauthncredential USING btree (credential_id_sha256 varchar_pattern_ops);
CREATE INDEX django_otp_webauthn_webauthncredential_user_id_023391d8 ON public.django_otp_webauthn_webauthncredential USING btree (user_id);
CREATE INDEX django_otp_webauthn_webauthnuserhandle_handle_hex_ebcf77a1_like ON public.django_otp_webauthn_webauthnuserhandle USING btree (handle_hex varchar_pattern_ops);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE UNIQUE INDEX emergency_one_unreviewed_a_person ON public.registry_emergency USING btree (user_id) WHERE (reviewed_at IS NULL);
CREATE INDEX failed_codes_of_a_person ON public.core_failedcode USING btree (user_id, at);
CREATE UNIQUE INDEX flag_stands_once_a_case ON public.registry_flag USING btree (case_id, kind) WHERE (resolved_at IS NULL);
CREATE UNIQUE INDEX merge_one_at_a_time ON public.registry_merge USING btree (absorbed_id) WHERE ((state)::text = ANY ((ARRAY['proposed'::character varying, 'approved'::character varying])::text[]));
CREATE INDEX place_event_of_user ON public.access_placeevent USING btree (user_id, at DESC);
CREATE INDEX registry_accessrequest_asked_by_id_787ded01 ON public.registry_accessrequest USING btree (asked_by_id);
CREATE INDEX registry_accessrequest_decided_by_id_55b9e866 ON public.registry_accessrequest USING btree (decided_by_id);
CREATE INDEX registry_accessrequest_from_desk_id_284ebd70 ON public.registry_accessrequest USING btree (from_desk_id);
CREATE INDEX registry_accessrequest_own_case_id_5b554bfc ON public.registry_accessrequest USING btree (own_case_id);
CREATE INDEX registry_accessrequest_to_desk_id_8e1bb5d2 ON public.registry_accessrequest USING btree (to_desk_id);
CREATE INDEX registry_attachment_added_by_id_910c7d1d ON public.registry_attachment USING btree (added_by_id);
CREATE INDEX registry_attachment_case_id_22f3f04d ON public.registry_attachment USING btree (case_id);
CREATE INDEX registry_attachment_object_name_f33fc1bf_like ON public.registry_attachment USING btree (object_name varchar_pattern_ops);
CREATE INDEX registry_blindsearch_at_bffa502a ON public.registry_blindsearch USING btree (at);
CREATE INDEX registry_blindsearch_user_id_e4e94f92 ON public.registry_blindsearch USING btree (user_id);
CREATE INDEX registry_blindtoken_agency_id_4d97de68 ON public.registry_blindtoken USING btree (agency_id);
CREATE INDEX registry_blindtoken_case_id_bca0358c ON public.registry_blindtoken USING btree (case_id);
CREATE INDEX registry_blindtoken_desk_id_db038427 ON public.registry_blindtoken USING btree (desk_id);
CREATE INDEX registry_blindtoken_person_id_855589dd ON public.registry_blindtoken USING btree (person_id);
CREATE INDEX registry_blindtoken_token_b0b43c0b ON public.registry_blindtoken USING btree (token);
CREATE INDEX registry_bulkjob_created_by_id_27d3b199 ON public.registry_bulkjob USING btree (created_by_id);
CREATE INDEX registry_bulkjob_to_worker_id_7ac58f4d ON public.registry_bulkjob USING btree (to_worker_id);
CREATE INDEX registry_bulkrow_job_id_f8d4ef03 ON public.registry_bulkrow USING btree (job_id);
CREATE INDEX registry_case_agency_id_231171ea ON public.registry_case USING btree (agency_id);
CREATE INDEX registry_case_desk_id_cb8bdfea ON public.registry_case USING btree (desk_id);
CREATE INDEX registry_case_operation_id_5a60681d ON public.registry_case USING btree (operation_id);
CREATE INDEX registry_case_owner_id_e19fd145 ON public.registry_case USING btree (owner_id);
CREATE INDEX registry_case_person_id_9096472e ON public.registry_case USING btree (person_id);
CREATE INDEX registry_case_reference_5d8ff9a1_like ON public.registry_case USING btree (reference varchar_pattern_ops);
CREATE INDEX registry_case_region_id_5571319f ON public.registry_case USING btree (region_id);
CREATE INDEX registry_closing_case_id_e9b32b98 ON public.registry_closing USING btree (case_id);
CREATE INDEX registry_closing_decided_by_id_d31d305a ON public.registry_closing USING btree (decided_by_id);
CREATE INDEX registry_draft_writer_id_9dfc89fa ON public.registry_draft USING btree (writer_id);
CREATE INDEX registry_emergency_case_id_52674ae5 ON public.registry_emergency USING btree (case_id);
CREATE INDEX registry_emergency_reviewed_by_id_73792a17 ON public.registry_emergency USING btree (reviewed_by_id);
CREATE INDEX registry_emergency_user_id_06ee986b ON public.registry_emergency USING btree (user_id);
CREATE INDEX registry_flag_case_id_ddecc83b ON public.registry_flag USING btree (case_id);
CREATE INDEX registry_flag_raised_by_id_394909bb ON public.registry_flag USING btree (raised_by_id);
CREATE INDEX registry_flag_resolved_by_id_1f00a819 ON public.registry_flag USING btree (resolved_by_id);
CREATE INDEX registry_merge_absorbed_id_b76b90c2 ON public.registry_merge USING btree (absorbed_id);
CREATE INDEX registry_merge_decided_by_id_06ee2e58 ON public.registry_merge USING btree (decided_by_id);
CREATE INDEX registry_merge_double_id_1646e602 ON public.registry_merge USING btree (double_id);
CREATE INDEX registry_merge_kept_id_a0f032b8 ON public.registry_merge USING btree (kept_id);
CREATE INDEX registry_merge_requested_by_id_09435436 ON public.registry_merge USING btree (requested_by_id);
CREATE INDEX registry_merge_undone_by_id_5128c53c ON public.registry_merge USING btree (undone_by_id);
CREATE INDEX registry_note_case_id_fd54635c ON public.registry_note USING btree (case_id);
CREATE INDEX registry_note_corrects_id_43ea72fd ON public.registry_note USING btree (corrects_id);
CREATE INDEX registry_note_written_by_id_a7227687 ON public.registry_note USING btree (written_by_id);
CREATE INDEX registry_operation_created_by_id_4189d2f5 ON public.registry_operation USING btree (created_by_id);
CREATE INDEX registry_operation_lead_agency_id_f99406a7 ON public.registry_operation USING btree (lead_agency_id);
CREATE INDEX registry_operation_partners_agency_id_1c3fef07 ON public.registry_operation_partners USING btree (agency_id);
CREATE INDEX registry_operation_partners_operation_id_84752410 ON public.registry_operation_partners USING btree (operation_id);
CREATE INDEX registry_operation_reference_d27f6d2a_like ON public.registry_operation USING btree (reference varchar_pattern_ops);
CREATE INDEX registry_operation_region_id_7cdd6418 ON public.registry_operation USING btree (region_id);
CREATE INDEX registry_person_origin_district_id_e7b4cf7e ON public.registry_person USING btree (origin_district_id);
CREATE INDEX registry_person_resolved_into_id_bf623c23 ON public.registry_person USING btree (resolved_into_id);
CREATE INDEX registry_personlink_added_by_id_b9412fdf ON public.registry_personlink USING btree (added_by_id);
CREATE INDEX registry_personlink_other_id_0fff4717 ON public.registry_personlink USING btree (other_id);
CREATE INDEX registry_personlink_person_id_4f9f41f7 ON public.registry_personlink USING btree (person_id);
CREATE INDEX registry_possibledouble_decided_by_id_be304332 ON public.registry_possibledouble USING btree (decided_by_id);
CREATE INDEX registry_possibledouble_one_id_adca6591 ON public.registry_possibledouble USING btree (one_id);
CREATE INDEX registry_possibledouble_other_id_8bd7e234 ON public.registry_possibledouble USING btree (other_id);
CREATE INDEX registry_report_agency_id_6bf08213 ON public.registry_report USING btree (agency_id);
CREATE INDEX registry_report_case_id_9571f5f2 ON public.registry_report USING btree (case_id);
CREATE INDEX registry_report_operation_id_0d47a1ec ON public.registry_report USING btree (operation_id);
CREATE INDEX registry_report_received_by_id_9e647631 ON public.registry_report USING btree (received_by_id);
CREATE INDEX registry_report_reference_961e5848_like ON public.registry_report USING btree (reference varchar_pattern_ops);
CREATE INDEX registry_report_region_id_ec6dda58 ON public.registry_report USING btree (region_id);
CREATE INDEX registry_report_triaged_by_id_c787ca91 ON public.registry_report USING btree (triaged_by_id);
CREATE INDEX registry_requestedcase_case_id_821fae7a ON public.registry_requestedcase USING btree (case_id);
CREATE INDEX registry_requestedcase_request_id_52a8c40d ON public.registry_requestedcase USING btree (request_id);
CREATE INDEX registry_savedlist_owner_id_f8300f71 ON public.registry_savedlist USING btree (owner_id);
CREATE INDEX registry_screening_case_id_912cb119 ON public.registry_screening USING btree (case_id);
CREATE INDEX registry_screening_screened_by_id_1208bd52 ON public.registry_screening USING btree (screened_by_id);
CREATE INDEX registry_statusdecision_case_id_8ddbe836 ON public.registry_statusdecision USING btree (case_id);
CREATE INDEX registry_statusdecision_decided_by_id_e0314a45 ON public.registry_statusdecision USING btree (decided_by_id);
CREATE INDEX registry_suspect_agency_id_e8fa9a06 ON public.registry_suspect USING btree (agency_id);
CREATE INDEX registry_suspect_person_id_5f0bf1c7 ON public.registry_suspect USING btree (person_id);
CREATE INDEX registry_suspect_recorded_by_id_5e845dd2 ON public.registry_suspect USING btree (recorded_by_id);
CREATE INDEX registry_suspect_reference_c10b8f5c_like ON public.registry_suspect USING btree (reference varchar_pattern_ops);
CREATE INDEX registry_suspectlink_added_by_id_f5843508 ON public.registry_suspectlink USING btree (added_by_id);
CREATE INDEX registry_suspectlink_agency_id_c1e1d08f ON public.registry_suspectlink USING btree (agency_id);
CREATE INDEX registry_suspectlink_case_id_94b69f68 ON public.registry_suspectlink USING btree (case_id);
CREATE INDEX registry_suspectlink_operation_id_37a78b62 ON public.registry_suspectlink USING btree (operation_id);
CREATE INDEX registry_suspectlink_suspect_id_9f639bbb ON public.registry_suspectlink USING btree (suspect_id);
CREATE INDEX registry_task_assignee_id_2a5d4512 ON public.registry_task USING btree (assignee_id);
CREATE INDEX registry_task_case_id_5b3f85bc ON public.registry_task USING btree (case_id);
CREATE INDEX registry_task_created_by_id_35ce1081 ON public.registry_task USING btree (created_by_id);
CREATE INDEX registry_task_done_by_id_b3f59929 ON public.registry_task USING btree (done_by_id);
CREATE INDEX reporting_boardcase_agency_id_71777a12 ON public.reporting_boardcase USING btree (agency_id);
CREATE INDEX reporting_boardperson_agency_id_a85bf564 ON public.reporting_boardperson USING btree (agency_id);
CREATE INDEX reporting_confirmation_agency_id_0c666861 ON public.reporting_confirmation USING btree (agency_id);
CREATE INDEX reporting_confirmation_confirmed_by_id_696324a1 ON public.reporting_confirmation USING btree (confirmed_by_id);
CREATE INDEX reporting_correction_noted_by_id_86c36770 ON public.reporting_correction USING btree (noted_by_id);
CREATE INDEX reporting_correction_period_id_34bf3a9e ON public.reporting_correction USING btree (period_id);
CREATE INDEX reporting_correction_period_id_34bf3a9e_like ON public.reporting_correction USING btree (period_id varchar_pattern_ops);
CREATE INDEX reporting_episode_key_ecdbd687_like ON public.reporting_episode USING btree (key varchar_pattern_ops);
CREATE INDEX reporting_episode_period_aa3e64af ON public.reporting_episode USING btree (period);
CREATE INDEX reporting_episode_period_aa3e64af_like ON public.reporting_episode USING btree (period varchar_pattern_ops);
CREATE INDEX reporting_episode_person_id_fa39a276 ON public.reporting_episode USING btree (person_id);
CREATE INDEX reporting_finaldecision_key_7a88aa7d_like ON public.reporting_finaldecision USING btree (key varchar_pattern_ops);
CREATE INDEX reporting_finaldecision_period_486649ed ON public.reporting_finaldecision USING btree (period);
CREATE INDEX reporting_finaldecision_period_486649ed_like ON public.reporting_finaldecision USING btree (period varchar_pattern_ops);
CREATE INDEX reporting_finaldecision_person_id_2463951f ON public.reporting_finaldecision USING btree (person_id);
CREATE INDEX reporting_frozenperiod_code_b627103e_like ON public.reporting_frozenperiod USING btree (code varchar_pattern_ops);
CREATE INDEX reporting_frozenperiod_frozen_by_id_c3e79fb7 ON public.reporting_frozenperiod USING btree (frozen_by_id);
CREATE INDEX reporting_frozenperiod_signed_by_id_7a1c79d5 ON public.reporting_frozenperiod USING btree (signed_by_id);
CREATE INDEX reporting_ledgerevent_reservation_id_c37cc86a ON public.reporting_ledgerevent USING btree (reservation_id);
CREATE INDEX reporting_openedcase_case_id_3b69abd3 ON public.reporting_openedcase USING btree (case_id);
CREATE INDEX reporting_openedcase_key_43ae41c8_like ON public.reporting_openedcase USING btree (key varchar_pattern_ops);
CREATE INDEX reporting_openedcase_period_0fb64b81 ON public.reporting_openedcase USING btree (period);
CREATE INDEX reporting_openedcase_period_0fb64b81_like ON public.reporting_openedcase USING btree (period varchar_pattern_ops);
CREATE INDEX reporting_openedcase_person_id_74b1d7e9 ON public.reporting_openedcase USING btree (person_id);
CREATE INDEX reporting_reservation_first_approver_id_06480bc1 ON public.reporting_reservation USING btree (first_approver_id);
CREATE INDEX reporting_reservation_second_approver_id_1bbb3adb ON public.reporting_reservation USING btree (second_approver_id);
CREATE INDEX task_open_of_assignee ON public.registry_task USING btree (assignee_id, due_on, id) WHERE (done_at IS NULL);
CREATE UNIQUE INDEX totp_device_one_confirmed_a_user ON public.core_totpdevice USING btree (user_id) WHERE confirmed;
CREATE UNIQUE INDEX usage_alert_one_open_a_budget ON public.access_usagealert USING btree (user_id, budget) WHERE (handled_at IS NULL);
CREATE INDEX webauthncredential_sha256_idx ON public.django_otp_webauthn_webauthncredential USING btree (credential_id_sha256);
CREATE TRIGGER audit_entry_is_never_emptied BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_entry_is_only_added_to BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_seal_is_never_emptied BEFORE TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER audit_seal_is_only_added_to BEFORE DELETE OR UPDATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();
CREATE TRIGGER board_delete AFTER DELETE ON public.registry_case REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_board_case_delete();
CREATE TRIGGER board_insert AFTER INSERT ON public.registry_case REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_board_case_insert();
CREATE TRIGGER board_update AFTER UPDATE ON public.registry_case REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_board_case_update();
CREATE TRIGGER board_update AFTER UPDATE ON public.registry_operation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_board_operation_update();
CREATE TRIGGER board_update AFTER UPDATE ON public.registry_person REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_board_person_update();
CREATE TRIGGER case_moved BEFORE UPDATE OF identified_on ON public.registry_case FOR EACH ROW WHEN ((old.identified_on IS DISTINCT FROM new.identified_on)) EXECUTE FUNCTION public.registry_case_moved();
CREATE TRIGGER in_order BEFORE INSERT ON public.reporting_ledgerevent FOR EACH ROW EXECUTE FUNCTION public.reporting_in_order();
CREATE TRIGGER keep_count AFTER INSERT OR UPDATE OF user_id ON public.access_membership FOR EACH ROW EXECUTE FUNCTION public.registry_keep_count();
CREATE TRIGGER left_behind AFTER UPDATE OF user_id, role, agency_id, desk_id ON public.access_membership FOR EACH ROW EXECUTE FUNCTION public.registry_left_behind();
CREATE TRIGGER person_stays_added BEFORE INSERT ON public.registry_case FOR EACH ROW EXECUTE FUNCTION public.registry_person_stays();
CREATE TRIGGER person_stays_changed BEFORE UPDATE OF id, person_id ON public.registry_case FOR EACH ROW WHEN (((old.id <> new.id) OR (old.person_id <> new.person_id))) EXECUTE FUNCTION public.registry_person_stays();
CREATE TRIGGER resolved_when_added BEFORE INSERT ON public.registry_person FOR EACH ROW WHEN (((CURRENT_USER = 'casebase_web'::name) AND (new.resolved_into_id IS NOT NULL))) EXECUTE FUNCTION public.registry_resolved_by_a_merge();
CREATE TRIGGER resolved_when_changed BEFORE UPDATE OF id, resolved_into_id ON public.registry_person FOR EACH ROW WHEN (((CURRENT_USER = 'casebase_web'::name) AND ((old.id <> new.id) OR (old.resolved_into_id IS DISTINCT FROM new.resolved_into_id)))) EXECUTE FUNCTION public.registry_resolved_by_a_merge();
CREATE TRIGGER signed_once BEFORE DELETE OR UPDATE ON public.reporting_frozenperiod FOR EACH ROW EXECUTE FUNCTION public.reporting_signed_once();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.reporting_confirmation FOR EACH ROW EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.reporting_correction FOR EACH ROW EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.reporting_episode FOR EACH ROW EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.reporting_finaldecision FOR EACH ROW EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.reporting_ledgerevent FOR EACH ROW EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.reporting_openedcase FOR EACH ROW EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.reporting_reservation FOR EACH ROW EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON public.reporting_confirmation FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON public.reporting_correction FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON public.reporting_episode FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON public.reporting_finaldecision FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON public.reporting_frozenperiod FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON public.reporting_ledgerevent FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON public.reporting_openedcase FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON public.reporting_reservation FOR EACH STATEMENT EXECUTE FUNCTION public.reporting_stays();
CREATE TRIGGER tokens_follow AFTER UPDATE OF desk_id, agency_id ON public.registry_case FOR EACH ROW WHEN (((old.desk_id IS DISTINCT FROM new.desk_id) OR (old.agency_id IS DISTINCT FROM new.agency_id))) EXECUTE FUNCTION public.registry_tokens_follow();
CREATE TRIGGER usage_grows BEFORE UPDATE ON public.access_usage FOR EACH ROW EXECUTE FUNCTION public.access_usage_grows();
CREATE TRIGGER within_the_cap BEFORE INSERT ON public.reporting_reservation FOR EACH ROW EXECUTE FUNCTION public.reporting_within_the_cap();
ALTER TABLE ONLY public.access_desk
    ADD CONSTRAINT access_desk_agency_id_2d6692d7_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT access_grant_granted_by_id_f9615f28_fk_core_user_id FOREIGN KEY (granted_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_membership
    ADD CONSTRAINT access_membership_agency_id_a5f31321_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_membership
    ADD CONSTRAINT access_membership_desk_id_35fab038_fk_access_desk_id FOREIGN KEY (desk_id) REFERENCES public.access_desk(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_membership
    ADD CONSTRAINT access_membership_user_id_5bf62e16_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_oath
    ADD CONSTRAINT access_oath_user_id_6c29f461_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_placeevent
    ADD CONSTRAINT access_placeevent_by_id_b899cec7_fk_core_user_id FOREIGN KEY (by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_placeevent
    ADD CONSTRAINT access_placeevent_desk_id_1492d954_fk_access_desk_id FOREIGN KEY (desk_id) REFERENCES public.access_desk(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_placeevent
    ADD CONSTRAINT access_placeevent_user_id_be448a55_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_placerequest
    ADD CONSTRAINT access_placerequest_agency_id_6f6a9413_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_placerequest
    ADD CONSTRAINT access_placerequest_decided_by_id_ac62c101_fk_core_user_id FOREIGN KEY (decided_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_placerequest
    ADD CONSTRAINT access_placerequest_desk_id_710d0d4b_fk_access_desk_id FOREIGN KEY (desk_id) REFERENCES public.access_desk(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_placerequest
    ADD CONSTRAINT access_placerequest_requested_by_id_4e5c23b5_fk_core_user_id FOREIGN KEY (requested_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_placerequest
    ADD CONSTRAINT access_placerequest_user_id_8bd51566_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_usage
    ADD CONSTRAINT access_usage_user_id_070447c3_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_usagealert
    ADD CONSTRAINT access_usagealert_handled_by_id_07f1ff86_fk_core_user_id FOREIGN KEY (handled_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.access_usagealert
    ADD CONSTRAINT access_usagealert_user_id_add6ea53_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_district
    ADD CONSTRAINT core_district_region_id_c05a2f4a_fk_core_region_id FOREIGN KEY (region_id) REFERENCES public.core_region(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_failedcode
    ADD CONSTRAINT core_failedcode_user_id_17c4d802_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_invitation
    ADD CONSTRAINT core_invitation_invited_by_id_a5a2be95_fk_core_user_id FOREIGN KEY (invited_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_invitation
    ADD CONSTRAINT core_invitation_user_id_1c7fc81e_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_knownbrowser
    ADD CONSTRAINT core_knownbrowser_user_id_91926d82_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_passkeyproof
    ADD CONSTRAINT core_passkeyproof_credential_id_243d3f55_fk_django_ot FOREIGN KEY (credential_id) REFERENCES public.django_otp_webauthn_webauthncredential(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_placealias
    ADD CONSTRAINT core_placealias_district_id_7a736932_fk_core_district_id FOREIGN KEY (district_id) REFERENCES public.core_district(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_placealias
    ADD CONSTRAINT core_placealias_region_id_caea79f2_fk_core_region_id FOREIGN KEY (region_id) REFERENCES public.core_region(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_recoverycode
    ADD CONSTRAINT core_recoverycode_sheet_id_aec90f91_fk_core_recoverycodes_id FOREIGN KEY (sheet_id) REFERENCES public.core_recoverycodes(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_recoverycodes
    ADD CONSTRAINT core_recoverycodes_user_id_d1dd15b0_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_session
    ADD CONSTRAINT core_session_user_id_494e6742_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_totpdevice
    ADD CONSTRAINT core_totpdevice_user_id_0302d0e8_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_user
    ADD CONSTRAINT core_user_agency_id_b72d1146_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_user_groups
    ADD CONSTRAINT core_user_groups_group_id_fe8c697f_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_user_groups
    ADD CONSTRAINT core_user_groups_user_id_70b4d9b8_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_user_user_permissions
    ADD CONSTRAINT core_user_user_permi_permission_id_35ccf601_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_user_user_permissions
    ADD CONSTRAINT core_user_user_permissions_user_id_085123d3_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_otp_webauthn_webauthnattestation
    ADD CONSTRAINT django_otp_webauthn__credential_id_b2e6f7e8_fk_django_ot FOREIGN KEY (credential_id) REFERENCES public.django_otp_webauthn_webauthncredential(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_otp_webauthn_webauthncredential
    ADD CONSTRAINT django_otp_webauthn__user_id_023391d8_fk_core_user FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_otp_webauthn_webauthnuserhandle
    ADD CONSTRAINT django_otp_webauthn__user_id_47f479ce_fk_core_user FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_accessrequest
    ADD CONSTRAINT registry_accessrequest_asked_by_id_787ded01_fk_core_user_id FOREIGN KEY (asked_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_accessrequest
    ADD CONSTRAINT registry_accessrequest_decided_by_id_55b9e866_fk_core_user_id FOREIGN KEY (decided_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_accessrequest
    ADD CONSTRAINT registry_accessrequest_from_desk_id_284ebd70_fk_access_desk_id FOREIGN KEY (from_desk_id) REFERENCES public.access_desk(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_accessrequest
    ADD CONSTRAINT registry_accessrequest_own_case_id_5b554bfc_fk_registry_case_id FOREIGN KEY (own_case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_accessrequest
    ADD CONSTRAINT registry_accessrequest_to_desk_id_8e1bb5d2_fk_access_desk_id FOREIGN KEY (to_desk_id) REFERENCES public.access_desk(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_attachment
    ADD CONSTRAINT registry_attachment_added_by_id_910c7d1d_fk_core_user_id FOREIGN KEY (added_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_attachment
    ADD CONSTRAINT registry_attachment_case_id_22f3f04d_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_blindsearch
    ADD CONSTRAINT registry_blindsearch_user_id_e4e94f92_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_blindtoken
    ADD CONSTRAINT registry_blindtoken_agency_id_4d97de68_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_blindtoken
    ADD CONSTRAINT registry_blindtoken_case_id_bca0358c_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_blindtoken
    ADD CONSTRAINT registry_blindtoken_desk_id_db038427_fk_access_desk_id FOREIGN KEY (desk_id) REFERENCES public.access_desk(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_blindtoken
    ADD CONSTRAINT registry_blindtoken_person_id_855589dd_fk_registry_person_id FOREIGN KEY (person_id) REFERENCES public.registry_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_bulkjob
    ADD CONSTRAINT registry_bulkjob_created_by_id_27d3b199_fk_core_user_id FOREIGN KEY (created_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_bulkjob
    ADD CONSTRAINT registry_bulkjob_to_worker_id_7ac58f4d_fk_core_user_id FOREIGN KEY (to_worker_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_bulkrow
    ADD CONSTRAINT registry_bulkrow_job_id_f8d4ef03_fk_registry_bulkjob_id FOREIGN KEY (job_id) REFERENCES public.registry_bulkjob(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_case
    ADD CONSTRAINT registry_case_agency_id_231171ea_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_case
    ADD CONSTRAINT registry_case_desk_id_cb8bdfea_fk_access_desk_id FOREIGN KEY (desk_id) REFERENCES public.access_desk(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_case
    ADD CONSTRAINT registry_case_operation_id_5a60681d_fk_registry_operation_id FOREIGN KEY (operation_id) REFERENCES public.registry_operation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_case
    ADD CONSTRAINT registry_case_owner_id_e19fd145_fk_core_user_id FOREIGN KEY (owner_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_case
    ADD CONSTRAINT registry_case_person_id_9096472e_fk_registry_person_id FOREIGN KEY (person_id) REFERENCES public.registry_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_case
    ADD CONSTRAINT registry_case_region_id_5571319f_fk_core_region_id FOREIGN KEY (region_id) REFERENCES public.core_region(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_closing
    ADD CONSTRAINT registry_closing_case_id_e9b32b98_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_closing
    ADD CONSTRAINT registry_closing_decided_by_id_d31d305a_fk_core_user_id FOREIGN KEY (decided_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_draft
    ADD CONSTRAINT registry_draft_writer_id_9dfc89fa_fk_core_user_id FOREIGN KEY (writer_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_emergency
    ADD CONSTRAINT registry_emergency_case_id_52674ae5_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_emergency
    ADD CONSTRAINT registry_emergency_grant_id_9f352999_fk_access_grant_id FOREIGN KEY (grant_id) REFERENCES public.access_grant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_emergency
    ADD CONSTRAINT registry_emergency_reviewed_by_id_73792a17_fk_core_user_id FOREIGN KEY (reviewed_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_emergency
    ADD CONSTRAINT registry_emergency_user_id_06ee986b_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_flag
    ADD CONSTRAINT registry_flag_case_id_ddecc83b_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_flag
    ADD CONSTRAINT registry_flag_raised_by_id_394909bb_fk_core_user_id FOREIGN KEY (raised_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_flag
    ADD CONSTRAINT registry_flag_resolved_by_id_1f00a819_fk_core_user_id FOREIGN KEY (resolved_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_identity
    ADD CONSTRAINT registry_identity_person_id_634a9294_fk_registry_person_id FOREIGN KEY (person_id) REFERENCES public.registry_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_merge
    ADD CONSTRAINT registry_merge_absorbed_id_b76b90c2_fk_registry_person_id FOREIGN KEY (absorbed_id) REFERENCES public.registry_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_merge
    ADD CONSTRAINT registry_merge_decided_by_id_06ee2e58_fk_core_user_id FOREIGN KEY (decided_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_merge
    ADD CONSTRAINT registry_merge_double_id_1646e602_fk_registry_possibledouble_id FOREIGN KEY (double_id) REFERENCES public.registry_possibledouble(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_merge
    ADD CONSTRAINT registry_merge_kept_id_a0f032b8_fk_registry_person_id FOREIGN KEY (kept_id) REFERENCES public.registry_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_merge
    ADD CONSTRAINT registry_merge_requested_by_id_09435436_fk_core_user_id FOREIGN KEY (requested_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_merge
    ADD CONSTRAINT registry_merge_undone_by_id_5128c53c_fk_core_user_id FOREIGN KEY (undone_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_note
    ADD CONSTRAINT registry_note_case_id_fd54635c_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_note
    ADD CONSTRAINT registry_note_corrects_id_43ea72fd_fk_registry_note_id FOREIGN KEY (corrects_id) REFERENCES public.registry_note(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_note
    ADD CONSTRAINT registry_note_written_by_id_a7227687_fk_core_user_id FOREIGN KEY (written_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_operation
    ADD CONSTRAINT registry_operation_created_by_id_4189d2f5_fk_core_user_id FOREIGN KEY (created_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_operation
    ADD CONSTRAINT registry_operation_lead_agency_id_f99406a7_fk_core_agency_id FOREIGN KEY (lead_agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_operation_partners
    ADD CONSTRAINT registry_operation_p_agency_id_1c3fef07_fk_core_agen FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_operation_partners
    ADD CONSTRAINT registry_operation_p_operation_id_84752410_fk_registry_ FOREIGN KEY (operation_id) REFERENCES public.registry_operation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_operation
    ADD CONSTRAINT registry_operation_region_id_7cdd6418_fk_core_region_id FOREIGN KEY (region_id) REFERENCES public.core_region(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_person
    ADD CONSTRAINT registry_person_origin_district_id_e7b4cf7e_fk_core_district_id FOREIGN KEY (origin_district_id) REFERENCES public.core_district(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_person
    ADD CONSTRAINT registry_person_resolved_into_id_bf623c23_fk_registry_person_id FOREIGN KEY (resolved_into_id) REFERENCES public.registry_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_personlink
    ADD CONSTRAINT registry_personlink_added_by_id_b9412fdf_fk_core_user_id FOREIGN KEY (added_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_personlink
    ADD CONSTRAINT registry_personlink_other_id_0fff4717_fk_registry_person_id FOREIGN KEY (other_id) REFERENCES public.registry_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_personlink
    ADD CONSTRAINT registry_personlink_person_id_4f9f41f7_fk_registry_person_id FOREIGN KEY (person_id) REFERENCES public.registry_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_possibledouble
    ADD CONSTRAINT registry_possibledouble_decided_by_id_be304332_fk_core_user_id FOREIGN KEY (decided_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_possibledouble
    ADD CONSTRAINT registry_possibledouble_one_id_adca6591_fk_registry_person_id FOREIGN KEY (one_id) REFERENCES public.registry_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_possibledouble
    ADD CONSTRAINT registry_possibledouble_other_id_8bd7e234_fk_registry_person_id FOREIGN KEY (other_id) REFERENCES public.registry_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_report
    ADD CONSTRAINT registry_report_agency_id_6bf08213_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_report
    ADD CONSTRAINT registry_report_case_id_9571f5f2_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_report
    ADD CONSTRAINT registry_report_operation_id_0d47a1ec_fk_registry_operation_id FOREIGN KEY (operation_id) REFERENCES public.registry_operation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_report
    ADD CONSTRAINT registry_report_received_by_id_9e647631_fk_core_user_id FOREIGN KEY (received_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_report
    ADD CONSTRAINT registry_report_region_id_ec6dda58_fk_core_region_id FOREIGN KEY (region_id) REFERENCES public.core_region(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_report
    ADD CONSTRAINT registry_report_triaged_by_id_c787ca91_fk_core_user_id FOREIGN KEY (triaged_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_requestedcase
    ADD CONSTRAINT registry_requestedca_request_id_52a8c40d_fk_registry_ FOREIGN KEY (request_id) REFERENCES public.registry_accessrequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_requestedcase
    ADD CONSTRAINT registry_requestedcase_case_id_821fae7a_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_savedlist
    ADD CONSTRAINT registry_savedlist_owner_id_f8300f71_fk_core_user_id FOREIGN KEY (owner_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_screening
    ADD CONSTRAINT registry_screening_case_id_912cb119_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_screening
    ADD CONSTRAINT registry_screening_screened_by_id_1208bd52_fk_core_user_id FOREIGN KEY (screened_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_statusdecision
    ADD CONSTRAINT registry_statusdecision_case_id_8ddbe836_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_statusdecision
    ADD CONSTRAINT registry_statusdecision_decided_by_id_e0314a45_fk_core_user_id FOREIGN KEY (decided_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_suspect
    ADD CONSTRAINT registry_suspect_agency_id_e8fa9a06_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_suspect
    ADD CONSTRAINT registry_suspect_person_id_5f0bf1c7_fk_registry_person_id FOREIGN KEY (person_id) REFERENCES public.registry_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_suspect
    ADD CONSTRAINT registry_suspect_recorded_by_id_5e845dd2_fk_core_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_suspectlink
    ADD CONSTRAINT registry_suspectlink_added_by_id_f5843508_fk_core_user_id FOREIGN KEY (added_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_suspectlink
    ADD CONSTRAINT registry_suspectlink_agency_id_c1e1d08f_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_suspectlink
    ADD CONSTRAINT registry_suspectlink_case_id_94b69f68_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_suspectlink
    ADD CONSTRAINT registry_suspectlink_operation_id_37a78b62_fk_registry_ FOREIGN KEY (operation_id) REFERENCES public.registry_operation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_suspectlink
    ADD CONSTRAINT registry_suspectlink_suspect_id_9f639bbb_fk_registry_suspect_id FOREIGN KEY (suspect_id) REFERENCES public.registry_suspect(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_task
    ADD CONSTRAINT registry_task_assignee_id_2a5d4512_fk_core_user_id FOREIGN KEY (assignee_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_task
    ADD CONSTRAINT registry_task_case_id_5b3f85bc_fk_registry_case_id FOREIGN KEY (case_id) REFERENCES public.registry_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_task
    ADD CONSTRAINT registry_task_created_by_id_35ce1081_fk_core_user_id FOREIGN KEY (created_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registry_task
    ADD CONSTRAINT registry_task_done_by_id_b3f59929_fk_core_user_id FOREIGN KEY (done_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reporting_boardcase
    ADD CONSTRAINT reporting_boardcase_agency_id_71777a12_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reporting_boardperson
    ADD CONSTRAINT reporting_boardperson_agency_id_a85bf564_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reporting_confirmation
    ADD CONSTRAINT reporting_confirmation_agency_id_0c666861_fk_core_agency_id FOREIGN KEY (agency_id) REFERENCES public.core_agency(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reporting_confirmation
    ADD CONSTRAINT reporting_confirmation_confirmed_by_id_696324a1_fk_core_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reporting_correction
    ADD CONSTRAINT reporting_correction_noted_by_id_86c36770_fk_core_user_id FOREIGN KEY (noted_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reporting_correction
    ADD CONSTRAINT reporting_correction_period_id_34bf3a9e_fk_reporting FOREIGN KEY (period_id) REFERENCES public.reporting_frozenperiod(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reporting_frozenperiod
    ADD CONSTRAINT reporting_frozenperiod_frozen_by_id_c3e79fb7_fk_core_user_id FOREIGN KEY (frozen_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reporting_frozenperiod
    ADD CONSTRAINT reporting_frozenperiod_signed_by_id_7a1c79d5_fk_core_user_id FOREIGN KEY (signed_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reporting_ledgerevent
    ADD CONSTRAINT reporting_ledgereven_reservation_id_c37cc86a_fk_reporting FOREIGN KEY (reservation_id) REFERENCES public.reporting_reservation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reporting_reservation
    ADD CONSTRAINT reporting_reservatio_first_approver_id_06480bc1_fk_core_user FOREIGN KEY (first_approver_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reporting_reservation
    ADD CONSTRAINT reporting_reservatio_second_approver_id_1bbb3adb_fk_core_user FOREIGN KEY (second_approver_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE public.access_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_oath ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_placeevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_placerequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_usage ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.access_usagealert ENABLE ROW LEVEL SECURITY;
CREATE POLICY added ON public.access_grant FOR INSERT WITH CHECK (((granted_by_id = ( SELECT public.access_user() AS access_user)) AND ((((kind)::text = 'break_glass'::text) AND (CURRENT_USER = 'casebase_owner'::name)) OR (((kind)::text = 'shared'::text) AND (( SELECT public.access_role() AS access_role) = ANY (ARRAY['desk_officer'::text, 'supervisor'::text])) AND (ends_at < (now() + '91 days'::interval)) AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = access_grant.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))))));
CREATE POLICY added ON public.access_membership FOR INSERT WITH CHECK (((CURRENT_USER = 'casebase_owner'::name) OR (public.access_agreed((user_id)::integer, (role)::text, agency_id, desk_id, ends_on) AND ((( SELECT public.access_role() AS access_role) = ANY (ARRAY['system_administrator'::text, 'director'::text])) OR ((( SELECT public.access_role() AS access_role) = 'supervisor'::text) AND (agency_id = ( SELECT public.access_agency() AS access_agency)) AND (NOT ((role)::text = ANY ((ARRAY['director'::character varying, 'system_administrator'::character varying, 'auditor'::character varying])::text[]))))))));
CREATE POLICY added ON public.access_oath FOR INSERT WITH CHECK (((CURRENT_USER = 'casebase_owner'::name) OR (user_id = ( SELECT public.access_user() AS access_user))));
CREATE POLICY added ON public.access_placeevent FOR INSERT WITH CHECK (((CURRENT_USER = 'casebase_owner'::name) OR (NOT (by_id IS DISTINCT FROM ( SELECT public.access_user() AS access_user)))));
CREATE POLICY added ON public.access_placerequest FOR INSERT WITH CHECK (((requested_by_id = ( SELECT public.access_user() AS access_user)) AND (( SELECT public.access_role() AS access_role) = 'system_administrator'::text) AND (NOT is_approved) AND (decided_by_id IS NULL)));
CREATE POLICY added ON public.access_usagealert FOR INSERT WITH CHECK (((user_id = ( SELECT public.access_user() AS access_user)) AND (handled_at IS NULL)));
CREATE POLICY added ON public.registry_accessrequest FOR INSERT WITH CHECK (((asked_by_id = ( SELECT public.access_user() AS access_user)) AND ((state)::text = 'asked'::text) AND (EXISTS ( SELECT 1
   FROM public.access_desk d
  WHERE ((d.id = registry_accessrequest.from_desk_id) AND (((((d.id * 4) + 2))::integer = ANY (( SELECT public.access_own_principals() AS access_own_principals)::integer[])) OR ((((d.agency_id * 4) + 3))::integer = ANY (( SELECT public.access_own_principals() AS access_own_principals)::integer[]))))))));
CREATE POLICY added ON public.registry_attachment FOR INSERT WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_attachment.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY added ON public.registry_blindsearch FOR INSERT WITH CHECK ((CURRENT_USER = 'casebase_owner'::name));
CREATE POLICY added ON public.registry_blindtoken FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_blindtoken.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))));
CREATE POLICY added ON public.registry_case FOR INSERT WITH CHECK ((acl && ( SELECT public.access_own_principals() AS access_own_principals)));
CREATE POLICY added ON public.registry_closing FOR INSERT WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_closing.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY added ON public.registry_draft FOR INSERT WITH CHECK ((writer_id = ( SELECT public.access_user() AS access_user)));
CREATE POLICY added ON public.registry_emergency FOR INSERT TO casebase_owner WITH CHECK ((user_id = ( SELECT public.access_user() AS access_user)));
CREATE POLICY added ON public.registry_flag FOR INSERT WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_flag.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY added ON public.registry_identity FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_identity.person_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))));
CREATE POLICY added ON public.registry_merge FOR INSERT WITH CHECK (((requested_by_id = ( SELECT public.access_user() AS access_user)) AND ((state)::text = 'proposed'::text) AND (( SELECT public.access_role() AS access_role) = 'data_manager'::text) AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_merge.kept_id) AND true))) AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_merge.absorbed_id) AND true))) AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = ANY (ARRAY[registry_merge.kept_id, registry_merge.absorbed_id])) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY added ON public.registry_note FOR INSERT WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_note.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY added ON public.registry_operation FOR INSERT WITH CHECK ((acl && ( SELECT public.access_own_principals() AS access_own_principals)));
CREATE POLICY added ON public.registry_operation_partners FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.registry_operation o
  WHERE ((o.id = registry_operation_partners.operation_id) AND (o.acl && ( SELECT public.access_own_principals() AS access_own_principals))))));
CREATE POLICY added ON public.registry_person FOR INSERT WITH CHECK ((( SELECT public.access_user() AS access_user) IS NOT NULL));
CREATE POLICY added ON public.registry_personlink FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM public.registry_person p
  WHERE (p.id = registry_personlink.person_id))) AND (EXISTS ( SELECT 1
   FROM public.registry_person p
  WHERE (p.id = registry_personlink.other_id))) AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_personlink.person_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY added ON public.registry_possibledouble FOR INSERT WITH CHECK (((CURRENT_USER = 'casebase_owner'::name) OR ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_possibledouble.one_id) AND true))) AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_possibledouble.other_id) AND true))))));
CREATE POLICY added ON public.registry_report FOR INSERT WITH CHECK ((acl && ( SELECT public.access_own_principals() AS access_own_principals)));
CREATE POLICY added ON public.registry_requestedcase FOR INSERT WITH CHECK ((CURRENT_USER = 'casebase_owner'::name));
CREATE POLICY added ON public.registry_savedlist FOR INSERT WITH CHECK ((owner_id = ( SELECT public.access_user() AS access_user)));
CREATE POLICY added ON public.registry_screening FOR INSERT WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_screening.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY added ON public.registry_statusdecision FOR INSERT WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_statusdecision.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY added ON public.registry_suspect FOR INSERT WITH CHECK (((( SELECT public.access_role() AS access_role) = ANY (ARRAY['police_investigator'::text, 'prosecutor'::text, 'supervisor'::text])) AND (acl && ( SELECT public.access_own_principals() AS access_own_principals))));
CREATE POLICY added ON public.registry_suspectlink FOR INSERT WITH CHECK (((( SELECT public.access_role() AS access_role) = ANY (ARRAY['police_investigator'::text, 'prosecutor'::text, 'supervisor'::text])) AND ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_suspectlink.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))) OR (EXISTS ( SELECT 1
   FROM public.registry_operation o
  WHERE ((o.id = registry_suspectlink.operation_id) AND (o.acl && ( SELECT public.access_took_part() AS access_took_part))))))));
CREATE POLICY added ON public.registry_task FOR INSERT WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_task.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY added ON public.reporting_confirmation FOR INSERT WITH CHECK (((CURRENT_USER = 'casebase_owner'::name) OR ((( SELECT public.access_role() AS access_role) = ANY (ARRAY['supervisor'::text, 'data_manager'::text])) AND (agency_id = ( SELECT public.access_agency() AS access_agency)) AND (confirmed_by_id = ( SELECT public.access_user() AS access_user)) AND ((confirmed_at >= (now() - '00:10:00'::interval)) AND (confirmed_at <= (now() + '00:10:00'::interval))) AND ((period)::text ~ '^20[0-9]{2}Q[1-4]$'::text) AND (NOT (EXISTS ( SELECT 1
   FROM public.reporting_frozenperiod f
  WHERE ((f.code)::text = (reporting_confirmation.period)::text)))))));
CREATE POLICY added ON public.reporting_correction FOR INSERT WITH CHECK (((( SELECT public.access_role() AS access_role) = ANY (ARRAY['me_viewer'::text, 'director'::text])) AND (noted_by_id = ( SELECT public.access_user() AS access_user)) AND ((noted_at >= (now() - '00:10:00'::interval)) AND (noted_at <= (now() + '00:10:00'::interval)))));
CREATE POLICY added ON public.reporting_episode FOR INSERT TO casebase_owner WITH CHECK (( SELECT public.access_counting() AS access_counting));
CREATE POLICY added ON public.reporting_finaldecision FOR INSERT TO casebase_owner WITH CHECK (( SELECT public.access_counting() AS access_counting));
CREATE POLICY added ON public.reporting_frozenperiod FOR INSERT WITH CHECK ((CURRENT_USER = 'casebase_owner'::name));
CREATE POLICY added ON public.reporting_ledgerevent FOR INSERT TO release_worker WITH CHECK (true);
CREATE POLICY added ON public.reporting_openedcase FOR INSERT TO casebase_owner WITH CHECK (( SELECT public.access_counting() AS access_counting));
CREATE POLICY added ON public.reporting_reservation FOR INSERT TO release_worker WITH CHECK (true);
CREATE POLICY changed ON public.access_grant FOR UPDATE USING (((revoked_at IS NULL) AND ((granted_by_id = ( SELECT public.access_user() AS access_user)) OR (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = access_grant.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))))) WITH CHECK ((revoked_at IS NOT NULL));
CREATE POLICY changed ON public.access_membership FOR UPDATE USING (((CURRENT_USER = 'casebase_owner'::name) OR ((user_id <> ( SELECT public.access_user() AS access_user)) AND ((( SELECT public.access_role() AS access_role) = ANY (ARRAY['system_administrator'::text, 'director'::text])) OR ((( SELECT public.access_role() AS access_role) = 'supervisor'::text) AND (public.access_is_below((user_id)::integer) OR public.access_expects((user_id)::integer))))))) WITH CHECK (((CURRENT_USER = 'casebase_owner'::name) OR ((user_id <> ( SELECT public.access_user() AS access_user)) AND (((( SELECT public.access_role() AS access_role) = ANY (ARRAY['system_administrator'::text, 'director'::text])) AND (public.access_keeps((user_id)::integer, (role)::text, agency_id, desk_id, ends_on) OR public.access_agreed((user_id)::integer, (role)::text, agency_id, desk_id, ends_on))) OR ((( SELECT public.access_role() AS access_role) = 'supervisor'::text) AND (agency_id = ( SELECT public.access_agency() AS access_agency)) AND (NOT ((role)::text = ANY ((ARRAY['director'::character varying, 'system_administrator'::character varying, 'auditor'::character varying])::text[]))) AND (public.access_agreed((user_id)::integer, (role)::text, agency_id, desk_id, ends_on) OR (((role)::text <> 'supervisor'::text) AND public.access_is_below((user_id)::integer))))))));
CREATE POLICY changed ON public.access_placerequest FOR UPDATE USING (((requested_by_id <> ( SELECT public.access_user() AS access_user)) AND (user_id <> ( SELECT public.access_user() AS access_user)) AND (((( SELECT public.access_role() AS access_role) = 'supervisor'::text) AND (agency_id = ( SELECT public.access_agency() AS access_agency)) AND (NOT ((role)::text = ANY ((ARRAY['director'::character varying, 'system_administrator'::character varying, 'auditor'::character varying])::text[])))) OR ((( SELECT public.access_role() AS access_role) = ANY (ARRAY['system_administrator'::text, 'director'::text])) AND (((role)::text = ANY ((ARRAY['director'::character varying, 'system_administrator'::character varying, 'auditor'::character varying])::text[])) OR (NOT public.access_has_supervisor(agency_id, user_id))))))) WITH CHECK ((decided_by_id = ( SELECT public.access_user() AS access_user)));
CREATE POLICY changed ON public.access_usagealert FOR UPDATE USING (((handled_at IS NULL) AND (((user_id <> ( SELECT public.access_user() AS access_user)) AND (( SELECT public.access_role() AS access_role) = ANY (ARRAY['supervisor'::text, 'director'::text]))) OR ((user_id = ( SELECT public.access_user() AS access_user)) AND ((budget)::text = 'searching'::text) AND (at < (now() - '00:15:00'::interval)))))) WITH CHECK ((((user_id = ( SELECT public.access_user() AS access_user)) AND (handled_by_id IS NULL)) OR (handled_by_id = ( SELECT public.access_user() AS access_user))));
CREATE POLICY changed ON public.registry_accessrequest FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.access_desk d
  WHERE ((d.id = ANY (ARRAY[registry_accessrequest.from_desk_id, registry_accessrequest.to_desk_id])) AND (((((d.id * 4) + 2))::integer = ANY (( SELECT public.access_own_principals() AS access_own_principals)::integer[])) OR ((((d.agency_id * 4) + 3))::integer = ANY (( SELECT public.access_own_principals() AS access_own_principals)::integer[])))))));
CREATE POLICY changed ON public.registry_attachment FOR UPDATE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_attachment.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))))) WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_attachment.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY changed ON public.registry_blindtoken FOR UPDATE USING ((CURRENT_USER = 'casebase_owner'::name));
CREATE POLICY changed ON public.registry_case FOR UPDATE USING ((acl && ( SELECT public.access_own_principals() AS access_own_principals))) WITH CHECK ((acl && ( SELECT public.access_own_principals() AS access_own_principals)));
CREATE POLICY changed ON public.registry_closing FOR UPDATE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_closing.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))))) WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_closing.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY changed ON public.registry_draft FOR UPDATE USING ((writer_id = ( SELECT public.access_user() AS access_user))) WITH CHECK ((writer_id = ( SELECT public.access_user() AS access_user)));
CREATE POLICY changed ON public.registry_emergency FOR UPDATE USING (((reviewed_at IS NULL) AND (((user_id = ( SELECT public.access_user() AS access_user)) AND (text IS NULL)) OR ((user_id <> ( SELECT public.access_user() AS access_user)) AND (((( SELECT public.access_role() AS access_role) = 'director'::text) AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_emergency.case_id) AND true)))) OR ((( SELECT public.access_role() AS access_role) = 'supervisor'::text) AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_emergency.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))))))))) WITH CHECK ((((user_id = ( SELECT public.access_user() AS access_user)) AND (reviewed_at IS NULL)) OR ((user_id <> ( SELECT public.access_user() AS access_user)) AND (reviewed_by_id = ( SELECT public.access_user() AS access_user)))));
CREATE POLICY changed ON public.registry_flag FOR UPDATE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_flag.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))))) WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_flag.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY changed ON public.registry_identity FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_identity.person_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_identity.person_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))));
CREATE POLICY changed ON public.registry_merge FOR UPDATE USING (((( SELECT public.access_role() AS access_role) = ANY (ARRAY['data_manager'::text, 'supervisor'::text])) AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = ANY (ARRAY[registry_merge.kept_id, registry_merge.absorbed_id])) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY changed ON public.registry_note FOR UPDATE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_note.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))))) WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_note.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY changed ON public.registry_operation FOR UPDATE USING ((acl && ( SELECT public.access_own_principals() AS access_own_principals))) WITH CHECK ((acl && ( SELECT public.access_own_principals() AS access_own_principals)));
CREATE POLICY changed ON public.registry_person FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_person.id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))));
CREATE POLICY changed ON public.registry_possibledouble FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = ANY (ARRAY[registry_possibledouble.one_id, registry_possibledouble.other_id])) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))));
CREATE POLICY changed ON public.registry_report FOR UPDATE USING ((acl && ( SELECT public.access_own_principals() AS access_own_principals))) WITH CHECK ((acl && ( SELECT public.access_own_principals() AS access_own_principals)));
CREATE POLICY changed ON public.registry_requestedcase FOR UPDATE USING ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_requestedcase.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))));
CREATE POLICY changed ON public.registry_savedlist FOR UPDATE USING ((owner_id = ( SELECT public.access_user() AS access_user)));
CREATE POLICY changed ON public.registry_screening FOR UPDATE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_screening.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))))) WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_screening.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY changed ON public.registry_statusdecision FOR UPDATE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_statusdecision.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))))) WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_statusdecision.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY changed ON public.registry_suspect FOR UPDATE USING (((( SELECT public.access_role() AS access_role) = ANY (ARRAY['police_investigator'::text, 'prosecutor'::text, 'supervisor'::text])) AND (acl && ( SELECT public.access_own_principals() AS access_own_principals)))) WITH CHECK (((( SELECT public.access_role() AS access_role) = ANY (ARRAY['police_investigator'::text, 'prosecutor'::text, 'supervisor'::text])) AND (acl && ( SELECT public.access_own_principals() AS access_own_principals))));
CREATE POLICY changed ON public.registry_task FOR UPDATE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_task.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))))) WITH CHECK ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_task.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY counted ON public.access_grant FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY counted ON public.registry_case FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY counted ON public.registry_merge FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY counted ON public.registry_operation FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY counted ON public.registry_operation_partners FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY counted ON public.registry_person FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY counted ON public.registry_possibledouble FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY counted ON public.registry_statusdecision FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY counted ON public.reporting_episode FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY counted ON public.reporting_finaldecision FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY counted ON public.reporting_openedcase FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY desk_fits_added ON public.access_membership AS RESTRICTIVE FOR INSERT WITH CHECK (((desk_id IS NULL) OR (EXISTS ( SELECT 1
   FROM public.access_desk d
  WHERE ((d.id = access_membership.desk_id) AND (d.agency_id = access_membership.agency_id))))));
CREATE POLICY desk_fits_changed ON public.access_membership AS RESTRICTIVE FOR UPDATE USING (true) WITH CHECK (((desk_id IS NULL) OR (EXISTS ( SELECT 1
   FROM public.access_desk d
  WHERE ((d.id = access_membership.desk_id) AND (d.agency_id = access_membership.agency_id))))));
CREATE POLICY kept ON public.reporting_boardcase TO casebase_owner USING (( SELECT public.access_counting() AS access_counting)) WITH CHECK (( SELECT public.access_counting() AS access_counting));
CREATE POLICY kept ON public.reporting_boardperson TO casebase_owner USING (( SELECT public.access_counting() AS access_counting)) WITH CHECK (( SELECT public.access_counting() AS access_counting));
CREATE POLICY left_behind ON public.registry_case FOR UPDATE TO casebase_owner USING (( SELECT public.access_counting() AS access_counting)) WITH CHECK (( SELECT public.access_counting() AS access_counting));
CREATE POLICY left_behind ON public.registry_operation FOR UPDATE TO casebase_owner USING (( SELECT public.access_counting() AS access_counting)) WITH CHECK (( SELECT public.access_counting() AS access_counting));
CREATE POLICY left_behind ON public.registry_report FOR UPDATE TO casebase_owner USING (( SELECT public.access_counting() AS access_counting)) WITH CHECK (( SELECT public.access_counting() AS access_counting));
CREATE POLICY left_behind ON public.registry_suspect FOR UPDATE TO casebase_owner USING (( SELECT public.access_counting() AS access_counting)) WITH CHECK (( SELECT public.access_counting() AS access_counting));
CREATE POLICY left_seen ON public.registry_case FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY left_seen ON public.registry_operation FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY left_seen ON public.registry_report FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY left_seen ON public.registry_suspect FOR SELECT TO casebase_owner USING (( SELECT public.access_counting() AS access_counting));
CREATE POLICY locked ON public.registry_operation FOR UPDATE TO casebase_owner USING (( SELECT public.access_counting() AS access_counting)) WITH CHECK (false);
CREATE POLICY locked ON public.registry_person FOR UPDATE TO casebase_owner USING (( SELECT public.access_counting() AS access_counting)) WITH CHECK (false);
CREATE POLICY mine ON public.access_usage USING (((CURRENT_USER = 'casebase_owner'::name) OR (user_id = ( SELECT public.access_user() AS access_user))));
CREATE POLICY mine ON public.registry_bulkjob USING ((created_by_id = ( SELECT public.access_user() AS access_user)));
CREATE POLICY mine ON public.registry_bulkrow USING ((EXISTS ( SELECT 1
   FROM public.registry_bulkjob j
  WHERE ((j.id = registry_bulkrow.job_id) AND (j.created_by_id = ( SELECT public.access_user() AS access_user))))));
CREATE POLICY old_removed ON public.registry_draft FOR DELETE TO casebase_owner USING ((changed_at < (now() - '7 days'::interval)));
CREATE POLICY old_seen ON public.registry_draft FOR SELECT TO casebase_owner USING ((changed_at < (now() - '7 days'::interval)));
CREATE POLICY owned ON public.reporting_frozenperiod FOR SELECT TO casebase_owner USING (true);
CREATE POLICY owned ON public.reporting_ledgerevent FOR SELECT TO casebase_owner USING (true);
CREATE POLICY owned ON public.reporting_reservation FOR SELECT TO casebase_owner USING (true);
ALTER TABLE public.registry_accessrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_blindsearch ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_blindtoken ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_bulkjob ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_bulkrow ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_closing ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_emergency ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_flag ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_operation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_operation_partners ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_personlink ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_possibledouble ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_requestedcase ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_savedlist ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_screening ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_statusdecision ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_suspect ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_suspectlink ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.registry_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY removed ON public.registry_attachment FOR DELETE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_attachment.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY removed ON public.registry_blindsearch FOR DELETE USING ((CURRENT_USER = 'casebase_owner'::name));
CREATE POLICY removed ON public.registry_blindtoken FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_blindtoken.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))));
CREATE POLICY removed ON public.registry_closing FOR DELETE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_closing.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY removed ON public.registry_draft FOR DELETE USING ((writer_id = ( SELECT public.access_user() AS access_user)));
CREATE POLICY removed ON public.registry_flag FOR DELETE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_flag.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY removed ON public.registry_note FOR DELETE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_note.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY removed ON public.registry_operation_partners FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.registry_operation o
  WHERE ((o.id = registry_operation_partners.operation_id) AND (o.acl && ( SELECT public.access_own_principals() AS access_own_principals))))));
CREATE POLICY removed ON public.registry_personlink FOR DELETE USING ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_personlink.person_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals))))));
CREATE POLICY removed ON public.registry_savedlist FOR DELETE USING ((owner_id = ( SELECT public.access_user() AS access_user)));
CREATE POLICY removed ON public.registry_screening FOR DELETE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_screening.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY removed ON public.registry_statusdecision FOR DELETE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_statusdecision.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY removed ON public.registry_task FOR DELETE USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_task.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
ALTER TABLE public.reporting_boardcase ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.reporting_boardperson ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.reporting_confirmation ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.reporting_correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.reporting_episode ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.reporting_finaldecision ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.reporting_frozenperiod ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.reporting_ledgerevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.reporting_openedcase ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.reporting_reservation ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON public.access_grant FOR SELECT USING (((principal = ANY (( SELECT public.access_own_principals() AS access_own_principals)::integer[])) OR (granted_by_id = ( SELECT public.access_user() AS access_user))));
CREATE POLICY seen ON public.access_membership FOR SELECT USING (true);
CREATE POLICY seen ON public.access_oath FOR SELECT USING (true);
CREATE POLICY seen ON public.access_placeevent FOR SELECT USING (true);
CREATE POLICY seen ON public.access_placerequest FOR SELECT USING (((CURRENT_USER = 'casebase_owner'::name) OR (( SELECT public.access_role() AS access_role) = ANY (ARRAY['system_administrator'::text, 'director'::text])) OR ((( SELECT public.access_role() AS access_role) = 'supervisor'::text) AND (agency_id = ( SELECT public.access_agency() AS access_agency)) AND (NOT ((role)::text = ANY ((ARRAY['director'::character varying, 'system_administrator'::character varying, 'auditor'::character varying])::text[]))))));
CREATE POLICY seen ON public.access_usagealert FOR SELECT USING (((CURRENT_USER = 'casebase_owner'::name) OR (user_id = ( SELECT public.access_user() AS access_user)) OR (( SELECT public.access_role() AS access_role) = ANY (ARRAY['supervisor'::text, 'director'::text]))));
CREATE POLICY seen ON public.registry_accessrequest FOR SELECT USING (((CURRENT_USER = 'casebase_owner'::name) OR (asked_by_id = ( SELECT public.access_user() AS access_user)) OR (EXISTS ( SELECT 1
   FROM public.access_desk d
  WHERE ((d.id = ANY (ARRAY[registry_accessrequest.from_desk_id, registry_accessrequest.to_desk_id])) AND (((((d.id * 4) + 2))::integer = ANY (( SELECT public.access_own_principals() AS access_own_principals)::integer[])) OR ((((d.agency_id * 4) + 3))::integer = ANY (( SELECT public.access_own_principals() AS access_own_principals)::integer[]))))))));
CREATE POLICY seen ON public.registry_attachment FOR SELECT USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_attachment.case_id) AND ((c.acl && ( SELECT public.access_own_principals() AS access_own_principals)) OR (c.id = ANY (( SELECT public.access_granted() AS access_granted)::uuid[]))))))));
CREATE POLICY seen ON public.registry_blindsearch FOR SELECT USING ((CURRENT_USER = 'casebase_owner'::name));
CREATE POLICY seen ON public.registry_blindtoken FOR SELECT USING (((CURRENT_USER = 'casebase_owner'::name) OR (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_blindtoken.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY seen ON public.registry_case FOR SELECT USING (((acl && ( SELECT public.access_principals() AS access_principals)) OR (id = ANY (( SELECT public.access_granted() AS access_granted)::uuid[]))));
CREATE POLICY seen ON public.registry_closing FOR SELECT USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_closing.case_id) AND ((c.acl && ( SELECT public.access_own_principals() AS access_own_principals)) OR (c.id = ANY (( SELECT public.access_granted() AS access_granted)::uuid[]))))))));
CREATE POLICY seen ON public.registry_draft FOR SELECT USING ((writer_id = ( SELECT public.access_user() AS access_user)));
CREATE POLICY seen ON public.registry_emergency FOR SELECT USING (((user_id = ( SELECT public.access_user() AS access_user)) OR (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE (c.id = registry_emergency.case_id)))));
CREATE POLICY seen ON public.registry_flag FOR SELECT USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_flag.case_id) AND ((c.acl && ( SELECT public.access_own_principals() AS access_own_principals)) OR (c.id = ANY (( SELECT public.access_granted() AS access_granted)::uuid[]))))))));
CREATE POLICY seen ON public.registry_identity FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_identity.person_id) AND ((c.acl && ( SELECT public.access_own_principals() AS access_own_principals)) OR (c.id = ANY (( SELECT public.access_granted() AS access_granted)::uuid[])))))));
CREATE POLICY seen ON public.registry_merge FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = ANY (ARRAY[registry_merge.kept_id, registry_merge.absorbed_id])) AND true))));
CREATE POLICY seen ON public.registry_note FOR SELECT USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_note.case_id) AND ((c.acl && ( SELECT public.access_own_principals() AS access_own_principals)) OR (c.id = ANY (( SELECT public.access_granted() AS access_granted)::uuid[]))))))));
CREATE POLICY seen ON public.registry_operation FOR SELECT USING ((acl && ( SELECT public.access_took_part() AS access_took_part)));
CREATE POLICY seen ON public.registry_operation_partners FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.registry_operation o
  WHERE (o.id = registry_operation_partners.operation_id))));
CREATE POLICY seen ON public.registry_person FOR SELECT USING ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = registry_person.id) AND true))));
CREATE POLICY seen ON public.registry_personlink FOR SELECT USING (((EXISTS ( SELECT 1
   FROM public.registry_person p
  WHERE (p.id = registry_personlink.person_id))) AND (EXISTS ( SELECT 1
   FROM public.registry_person p
  WHERE (p.id = registry_personlink.other_id)))));
CREATE POLICY seen ON public.registry_possibledouble FOR SELECT USING (((CURRENT_USER = 'casebase_owner'::name) OR (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.person_id = ANY (ARRAY[registry_possibledouble.one_id, registry_possibledouble.other_id])) AND true)))));
CREATE POLICY seen ON public.registry_report FOR SELECT USING ((acl && ( SELECT public.access_own_principals() AS access_own_principals)));
CREATE POLICY seen ON public.registry_requestedcase FOR SELECT USING (((CURRENT_USER = 'casebase_owner'::name) OR (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_requestedcase.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY seen ON public.registry_savedlist FOR SELECT USING (((owner_id = ( SELECT public.access_user() AS access_user)) OR (shared_with = ANY (( SELECT public.access_own_principals() AS access_own_principals)::integer[]))));
CREATE POLICY seen ON public.registry_screening FOR SELECT USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_screening.case_id) AND ((c.acl && ( SELECT public.access_own_principals() AS access_own_principals)) OR (c.id = ANY (( SELECT public.access_granted() AS access_granted)::uuid[]))))))));
CREATE POLICY seen ON public.registry_statusdecision FOR SELECT USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_statusdecision.case_id) AND ((c.acl && ( SELECT public.access_own_principals() AS access_own_principals)) OR (c.id = ANY (( SELECT public.access_granted() AS access_granted)::uuid[]))))))));
CREATE POLICY seen ON public.registry_suspect FOR SELECT USING (((( SELECT public.access_role() AS access_role) = ANY (ARRAY['police_investigator'::text, 'prosecutor'::text, 'supervisor'::text])) AND ((acl && ( SELECT public.access_own_principals() AS access_own_principals)) OR (EXISTS ( SELECT 1
   FROM public.registry_suspectlink l
  WHERE (l.suspect_id = registry_suspect.id))))));
CREATE POLICY seen ON public.registry_suspectlink FOR SELECT USING (((( SELECT public.access_role() AS access_role) = ANY (ARRAY['police_investigator'::text, 'prosecutor'::text, 'supervisor'::text])) AND ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_suspectlink.case_id) AND ((c.acl && ( SELECT public.access_own_principals() AS access_own_principals)) OR (c.id = ANY (( SELECT public.access_granted() AS access_granted)::uuid[])))))) OR ((EXISTS ( SELECT 1
   FROM public.registry_operation o
  WHERE ((o.id = registry_suspectlink.operation_id) AND (o.acl && ( SELECT public.access_took_part() AS access_took_part))))) AND ((( SELECT public.access_role() AS access_role) <> 'supervisor'::text) OR (((agency_id * 4) + 3) = ANY (( SELECT public.access_own_principals() AS access_own_principals)::integer[])))))));
CREATE POLICY seen ON public.registry_task FOR SELECT USING ((true AND (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_task.case_id) AND ((c.acl && ( SELECT public.access_own_principals() AS access_own_principals)) OR (c.id = ANY (( SELECT public.access_granted() AS access_granted)::uuid[]))))))));
CREATE POLICY seen ON public.reporting_boardcase FOR SELECT USING (((( SELECT public.access_role() AS access_role) = 'director'::text) OR ((( SELECT public.access_role() AS access_role) = 'supervisor'::text) AND (agency_id = ( SELECT public.access_agency() AS access_agency)))));
CREATE POLICY seen ON public.reporting_boardperson FOR SELECT USING (((( SELECT public.access_role() AS access_role) = 'director'::text) OR ((( SELECT public.access_role() AS access_role) = 'supervisor'::text) AND (agency_id = ( SELECT public.access_agency() AS access_agency)))));
CREATE POLICY seen ON public.reporting_confirmation FOR SELECT USING (((( SELECT public.access_user() AS access_user) IS NOT NULL) OR (CURRENT_USER = 'casebase_owner'::name)));
CREATE POLICY seen ON public.reporting_correction FOR SELECT USING (((( SELECT public.access_role() AS access_role) = ANY (ARRAY['director'::text, 'me_viewer'::text])) OR (CURRENT_USER = 'casebase_owner'::name)));
CREATE POLICY seen ON public.reporting_frozenperiod FOR SELECT TO casebase_web USING ((( SELECT public.access_user() AS access_user) IS NOT NULL));
CREATE POLICY seen ON public.reporting_ledgerevent FOR SELECT TO casebase_web USING ((( SELECT public.access_role() AS access_role) = ANY (ARRAY['director'::text, 'me_viewer'::text])));
CREATE POLICY seen ON public.reporting_reservation FOR SELECT TO casebase_web USING ((( SELECT public.access_role() AS access_role) = ANY (ARRAY['director'::text, 'me_viewer'::text])));
CREATE POLICY seen_of_case ON public.access_grant FOR SELECT TO casebase_web USING ((EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE (c.id = access_grant.case_id))));
CREATE POLICY sensitive ON public.registry_note AS RESTRICTIVE FOR SELECT USING ((((sensitivity)::text = 'ordinary'::text) OR (EXISTS ( SELECT 1
   FROM public.registry_case c
  WHERE ((c.id = registry_note.case_id) AND (c.acl && ( SELECT public.access_own_principals() AS access_own_principals)))))));
CREATE POLICY signed ON public.registry_merge AS RESTRICTIVE FOR UPDATE USING (true) WITH CHECK (((((state)::text = ANY ((ARRAY['approved'::character varying, 'declined'::character varying])::text[])) AND (decided_by_id = ( SELECT public.access_user() AS access_user)) AND (( SELECT public.access_role() AS access_role) = 'supervisor'::text)) OR (((state)::text = 'undone'::text) AND (undone_by_id = ( SELECT public.access_user() AS access_user)))));
CREATE POLICY signed ON public.reporting_frozenperiod FOR UPDATE USING ((CURRENT_USER = 'casebase_owner'::name));
CREATE POLICY traced ON public.registry_case FOR SELECT TO casebase_owner USING ((( SELECT public.access_role() AS access_role) = 'auditor'::text));
CREATE POLICY worked ON public.reporting_episode FOR SELECT TO release_worker USING (true);
CREATE POLICY worked ON public.reporting_frozenperiod FOR SELECT TO release_worker USING (true);
CREATE POLICY worked ON public.reporting_ledgerevent FOR SELECT TO release_worker USING (true);
CREATE POLICY worked ON public.reporting_reservation FOR SELECT TO release_worker USING (true);
