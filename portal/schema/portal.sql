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
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.content_file_version_is_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.released_at IS NOT NULL THEN
            RAISE EXCEPTION 'a version of a file that readers had is kept'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.released_at IS NULL AND NEW.released_at IS NOT NULL THEN
        OLD.released_at := NEW.released_at;
    END IF;
    IF NEW IS DISTINCT FROM OLD THEN
        RAISE EXCEPTION 'a version of a file never changes'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.content_keep_evidence() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'content_clearance'
        AND to_jsonb(OLD) ->> 'used_at' IS NULL
        AND to_jsonb(OLD) - 'used_at' = to_jsonb(NEW) - 'used_at'
    THEN RETURN NEW; END IF;
    RAISE EXCEPTION '% is evidence: it is added to, never changed', TG_TABLE_NAME
    USING ERRCODE = 'check_violation';
END $$;
CREATE FUNCTION public.content_refuse_page_privacy() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'page privacy is off: a page is public or unpublished'
    USING ERRCODE = 'check_violation';
END $$;
CREATE FUNCTION public.content_refuse_uncleared_page() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.harbour_tell_of_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_notify('harbour_public_change', ''); RETURN NULL; END $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;
    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;
    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;
    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;
    RETURN _job_id;
END;
$$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;
 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.sop_library_keep_edition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.status NOT IN ('in_force', 'superseded', 'withdrawn') THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE'
        AND to_jsonb(OLD) - 'status' - 'superseded_at' = to_jsonb(NEW) - 'status' - 'superseded_at'
        AND (OLD.status, NEW.status) IN (
            ('in_force', 'in_force'), ('in_force', 'superseded'), ('in_force', 'withdrawn'),
            ('superseded', 'superseded'), ('superseded', 'withdrawn'), ('withdrawn', 'withdrawn'))
    THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'edition % was in force and cannot be changed', OLD.page_ptr_id
    USING ERRCODE = 'check_violation', HINT = 'Start a new edition.';
END $$;
CREATE FUNCTION public.sop_library_keep_notice() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.confirmed_at IS NULL
        AND to_jsonb(OLD) - 'confirmed_at' - 'confirmed_by_id'
            = to_jsonb(NEW) - 'confirmed_at' - 'confirmed_by_id'
    THEN RETURN NEW; END IF;
    IF TG_OP = 'DELETE' AND OLD.confirmed_at IS NULL THEN RETURN OLD; END IF;
    RAISE EXCEPTION '% % was confirmed and stays as it is', TG_TABLE_NAME, OLD.id
    USING ERRCODE = 'check_violation', HINT = 'Add another correction.';
END $$;
CREATE FUNCTION public.statistics_keep_received() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% is kept as it was received', TG_TABLE_NAME
    USING ERRCODE = 'check_violation', HINT = 'A correction is a new version, signed and received.';
END $$;
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
CREATE TABLE public.content_clearance (
    id bigint NOT NULL,
    ground character varying(10) NOT NULL,
    page_id bigint,
    revision_id bigint,
    workflow_state_id bigint,
    digest character varying(64) NOT NULL,
    reason character varying(300) NOT NULL,
    cleared_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT clearance_by_operator_says_why CHECK (((NOT ((ground)::text = 'operator'::text)) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT clearance_by_workflow_names_one_text CHECK (((NOT ((ground)::text = 'workflow'::text)) OR ((page_id IS NOT NULL) AND (revision_id IS NOT NULL) AND (workflow_state_id IS NOT NULL)))),
    CONSTRAINT content_clearance_page_id_check CHECK ((page_id >= 0)),
    CONSTRAINT content_clearance_revision_id_check CHECK ((revision_id >= 0)),
    CONSTRAINT content_clearance_workflow_state_id_check CHECK ((workflow_state_id >= 0))
);
ALTER TABLE public.content_clearance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.content_clearance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.content_documentfile (
    id bigint NOT NULL,
    number integer NOT NULL,
    name character varying(100) NOT NULL,
    sha256 character varying(64) NOT NULL,
    uploaded_sha256 character varying(64) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    pages integer,
    correction_note character varying(300) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    uploaded_by_id bigint,
    document_id bigint NOT NULL,
    CONSTRAINT content_documentfile_number_check CHECK ((number >= 0)),
    CONSTRAINT content_documentfile_pages_check CHECK ((pages >= 0)),
    CONSTRAINT content_documentfile_size_check CHECK ((size >= 0)),
    CONSTRAINT document_file_number_from_one CHECK ((number >= 1))
);
ALTER TABLE public.content_documentfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.content_documentfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.content_filepage (
    id bigint NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    file_id bigint NOT NULL,
    CONSTRAINT content_filepage_number_check CHECK ((number >= 0))
);
ALTER TABLE public.content_filepage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.content_filepage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.content_filereading (
    id bigint NOT NULL,
    status character varying(10) NOT NULL,
    problem character varying(200) NOT NULL,
    warnings jsonb NOT NULL,
    "table" jsonb NOT NULL,
    rows integer,
    read_at timestamp with time zone,
    file_id bigint NOT NULL,
    CONSTRAINT content_filereading_rows_check CHECK ((rows >= 0))
);
ALTER TABLE public.content_filereading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.content_filereading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.content_organisation (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    name character varying(160) NOT NULL,
    acronym character varying(20) NOT NULL,
    kind character varying(20) NOT NULL,
    role character varying(300) NOT NULL,
    website character varying(200) NOT NULL,
    phone character varying(40) NOT NULL
);
ALTER TABLE public.content_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.content_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.content_portaldocument (
    id bigint NOT NULL,
    title character varying(255) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    uuid uuid NOT NULL,
    is_public boolean NOT NULL,
    file character varying(100) NOT NULL,
    extension character varying(5) NOT NULL,
    slug character varying(80) NOT NULL,
    language character varying(8) NOT NULL,
    collection_id integer NOT NULL,
    current_id bigint,
    uploaded_by_user_id bigint,
    CONSTRAINT content_portaldocument_file_size_check CHECK ((file_size >= 0))
);
ALTER TABLE public.content_portaldocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.content_portaldocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.content_review (
    id bigint NOT NULL,
    page_id bigint NOT NULL,
    revision_id bigint NOT NULL,
    workflow_state_id bigint NOT NULL,
    task_id bigint NOT NULL,
    task_name character varying(255) NOT NULL,
    digest character varying(64) NOT NULL,
    reviewer_id bigint NOT NULL,
    reviewer_email character varying(254) NOT NULL,
    decision character varying(20) NOT NULL,
    checklist jsonb NOT NULL,
    comment text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT content_review_page_id_check CHECK ((page_id >= 0)),
    CONSTRAINT content_review_reviewer_id_check CHECK ((reviewer_id >= 0)),
    CONSTRAINT content_review_revision_id_check CHECK ((revision_id >= 0)),
    CONSTRAINT content_review_task_id_check CHECK ((task_id >= 0)),
    CONSTRAINT content_review_workflow_state_id_check CHECK ((workflow_state_id >= 0))
);
ALTER TABLE public.content_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.content_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.content_reviewstate (
    taskstate_ptr_id integer NOT NULL
);
CREATE TABLE public.content_reviewtask (
    task_ptr_id integer NOT NULL
);
CREATE TABLE public.content_reviewtask_groups (
    id bigint NOT NULL,
    reviewtask_id integer NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.content_reviewtask_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.content_reviewtask_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.content_topic (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    label character varying(80) NOT NULL,
    description character varying(300) NOT NULL
);
ALTER TABLE public.content_topic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.content_topic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.content_workermark (
    name character varying(40) NOT NULL,
    ran_at timestamp with time zone NOT NULL
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
CREATE TABLE public.findability_tombstone (
    id bigint NOT NULL,
    path character varying(2000) NOT NULL,
    withdrawn_on date NOT NULL
);
ALTER TABLE public.findability_tombstone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.findability_tombstone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.publications_publicationfile (
    id bigint NOT NULL,
    sort_order integer,
    label character varying(120) NOT NULL,
    document_id bigint NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.publications_publicationfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.publications_publicationfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.publications_publicationindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    owner_organisation_id bigint
);
CREATE TABLE public.publications_publicationindexpage_topics (
    id bigint NOT NULL,
    publicationindexpage_id integer CONSTRAINT publications_publicationindexp_publicationindexpage_id_not_null NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.publications_publicationindexpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.publications_publicationindexpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.publications_publicationpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    key character varying(200) NOT NULL,
    type character varying(10) NOT NULL,
    published_on date,
    language character varying(8) NOT NULL,
    body text NOT NULL,
    licence character varying(20) NOT NULL,
    earlier_edition_id integer,
    owner_organisation_id bigint
);
CREATE TABLE public.publications_publicationpage_organisations (
    id bigint NOT NULL,
    publicationpage_id integer CONSTRAINT publications_publicationpage_organi_publicationpage_id_not_null NOT NULL,
    organisation_id bigint CONSTRAINT publications_publicationpage_organisat_organisation_id_not_null NOT NULL
);
ALTER TABLE public.publications_publicationpage_organisations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.publications_publicationpage_organisations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.publications_publicationpage_regions (
    id bigint NOT NULL,
    publicationpage_id integer CONSTRAINT publications_publicationpage_region_publicationpage_id_not_null NOT NULL,
    region_id bigint NOT NULL
);
ALTER TABLE public.publications_publicationpage_regions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.publications_publicationpage_regions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.publications_publicationpage_topics (
    id bigint NOT NULL,
    publicationpage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.publications_publicationpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.publications_publicationpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_clusterbacklog (
    id bigint NOT NULL,
    doc_id integer NOT NULL
);
ALTER TABLE public.search_clusterbacklog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_clusterbacklog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_expectedresult (
    id bigint NOT NULL,
    search character varying(200) NOT NULL,
    key character varying(255) NOT NULL,
    within smallint NOT NULL,
    latest_revision_id integer,
    CONSTRAINT search_expected_within_ten CHECK (((within >= 1) AND (within <= 10))),
    CONSTRAINT search_expectedresult_within_check CHECK ((within >= 0))
);
ALTER TABLE public.search_expectedresult ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_expectedresult_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_poorsearch (
    id bigint NOT NULL,
    day date NOT NULL,
    words character varying(40)[] NOT NULL,
    unknown_words smallint NOT NULL,
    found_some boolean NOT NULL,
    readers integer NOT NULL,
    CONSTRAINT search_poor_search_hides_single_readers CHECK ((readers >= 5)),
    CONSTRAINT search_poorsearch_readers_check CHECK ((readers >= 0)),
    CONSTRAINT search_poorsearch_unknown_words_check CHECK ((unknown_words >= 0))
);
ALTER TABLE public.search_poorsearch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_poorsearch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_recommendedresult (
    id bigint NOT NULL,
    searches text NOT NULL,
    key character varying(255) NOT NULL,
    note character varying(200) NOT NULL,
    is_active boolean NOT NULL,
    fingerprints character varying(400)[] NOT NULL,
    latest_revision_id integer
);
ALTER TABLE public.search_recommendedresult ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_recommendedresult_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_searchcollection (
    id smallint NOT NULL,
    documents integer NOT NULL,
    total_length bigint NOT NULL,
    CONSTRAINT search_collection_one_row CHECK ((id = 1))
);
CREATE TABLE public.search_searchdoc (
    id integer NOT NULL,
    key character varying(255) NOT NULL,
    kind character varying(40) NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    keywords text[] NOT NULL,
    body text NOT NULL,
    language character varying(12) NOT NULL,
    url text NOT NULL,
    facets jsonb NOT NULL,
    date date,
    in_force boolean NOT NULL,
    static_weight double precision NOT NULL,
    checksum character varying(32) NOT NULL,
    indexed_at timestamp with time zone NOT NULL,
    length integer NOT NULL,
    phrase_text text NOT NULL,
    term_ids integer[] NOT NULL,
    term_codes smallint[] NOT NULL,
    profile_id integer NOT NULL
);
ALTER TABLE public.search_searchdoc ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_searchdoc_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_searchoutbox (
    id bigint NOT NULL,
    key character varying(255) NOT NULL,
    page_id bigint,
    created_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    error character varying(200) NOT NULL
);
ALTER TABLE public.search_searchoutbox ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_searchoutbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_searchpassage (
    id bigint NOT NULL,
    place integer NOT NULL,
    page integer,
    anchor character varying(120) NOT NULL,
    url text NOT NULL,
    text text NOT NULL,
    term_ids integer[] NOT NULL,
    doc_id integer NOT NULL
);
ALTER TABLE public.search_searchpassage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_searchpassage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_searchposting (
    term_id integer NOT NULL,
    doc_id integer NOT NULL,
    impact smallint NOT NULL,
    code smallint NOT NULL,
    day smallint NOT NULL,
    profile_id integer NOT NULL
)
WITH (autovacuum_vacuum_insert_scale_factor='0.02', autovacuum_vacuum_scale_factor='0.02');
CREATE TABLE public.search_searchprofile (
    id integer NOT NULL,
    digest character varying(32) NOT NULL,
    held text[] NOT NULL,
    static_weight double precision NOT NULL
);
ALTER TABLE public.search_searchprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_searchprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_searchterm (
    id integer NOT NULL,
    term character varying(200) NOT NULL,
    documents integer NOT NULL
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.05');
ALTER TABLE public.search_searchterm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_searchterm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_searchword (
    word character varying(40) NOT NULL,
    term character varying(200) NOT NULL,
    shortened character varying(40)[] NOT NULL
);
CREATE TABLE public.search_synonymset (
    id bigint NOT NULL,
    words text NOT NULL,
    note character varying(200) NOT NULL,
    is_active boolean NOT NULL,
    latest_revision_id integer
);
ALTER TABLE public.search_synonymset ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_synonymset_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shelter_directory_directorypage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    owner_organisation_id bigint
);
CREATE TABLE public.shelter_directory_directorypage_topics (
    id bigint NOT NULL,
    directorypage_id integer CONSTRAINT shelter_directory_directorypage_topic_directorypage_id_not_null NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.shelter_directory_directorypage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shelter_directory_directorypage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shelter_directory_shelteralert (
    id bigint NOT NULL,
    message character varying(300) NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id bigint,
    raised_by_id bigint NOT NULL,
    shelter_id integer,
    CONSTRAINT shelter_alert_ended_by_somebody CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)))),
    CONSTRAINT shelter_alert_expires_within_a_fortnight CHECK (((expires_at > raised_at) AND (expires_at <= (raised_at + '14 days'::interval))))
);
ALTER TABLE public.shelter_directory_shelteralert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shelter_directory_shelteralert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shelter_directory_sheltercheck (
    id bigint NOT NULL,
    checked_on date NOT NULL,
    checked_by character varying(120) NOT NULL,
    accepting character varying(12) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    actor_id bigint NOT NULL,
    shelter_id integer NOT NULL
);
ALTER TABLE public.shelter_directory_sheltercheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shelter_directory_sheltercheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shelter_directory_shelterpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    alternate_name character varying(160) NOT NULL,
    provider_name character varying(160) NOT NULL,
    description text NOT NULL,
    shelter_type character varying(24) NOT NULL,
    service_area character varying(300) NOT NULL,
    serves_all_regions boolean NOT NULL,
    accepts character varying(24)[] NOT NULL,
    sex character varying(8) NOT NULL,
    minimum_age smallint,
    maximum_age smallint,
    eligibility_description character varying(300) NOT NULL,
    services character varying(24)[] NOT NULL,
    languages character varying(24)[] NOT NULL,
    intake_hours character varying(10) NOT NULL,
    intake_hours_description character varying(160) NOT NULL,
    accepts_referral_from character varying(24)[] NOT NULL,
    referral_description text NOT NULL,
    phone character varying(40) NOT NULL,
    phone_description character varying(160) NOT NULL,
    other_phone character varying(40) NOT NULL,
    sms character varying(20) NOT NULL,
    public_address character varying(300) NOT NULL,
    address_signed_off_by character varying(120) NOT NULL,
    address_signed_off_on date,
    accepting character varying(12) NOT NULL,
    checked_on date,
    checked_by character varying(120) NOT NULL,
    district_id bigint,
    owner_organisation_id bigint,
    region_id bigint NOT NULL,
    CONSTRAINT shelter_accepts_known_codes CHECK ((accepts <@ ARRAY['children'::character varying(24), 'women'::character varying(24), 'men'::character varying(24), 'families'::character varying(24), 'disability'::character varying(24)])),
    CONSTRAINT shelter_address_is_signed_off CHECK ((((public_address)::text = ''::text) OR ((address_signed_off_on IS NOT NULL) AND (NOT ((address_signed_off_by)::text = ''::text))))),
    CONSTRAINT shelter_ages_are_in_order CHECK (((minimum_age IS NULL) OR (maximum_age IS NULL) OR (minimum_age <= maximum_age))),
    CONSTRAINT shelter_checked_by_somebody CHECK (((checked_on IS NULL) OR (NOT ((checked_by)::text = ''::text)))),
    CONSTRAINT shelter_confidential_type_has_no_address CHECK ((((public_address)::text = ''::text) OR (NOT ((shelter_type)::text = ANY ((ARRAY['government_child'::character varying, 'government_adult_female'::character varying, 'ngo_child'::character varying, 'ngo_adult'::character varying, 'transit'::character varying, 'dsw_children_centre'::character varying, 'safe_house'::character varying, 'licensed_home'::character varying])::text[]))))),
    CONSTRAINT shelter_directory_shelterpage_maximum_age_check CHECK ((maximum_age >= 0)),
    CONSTRAINT shelter_directory_shelterpage_minimum_age_check CHECK ((minimum_age >= 0)),
    CONSTRAINT shelter_languages_known_codes CHECK ((languages <@ ARRAY['en'::character varying(24), 'tw'::character varying(24), 'fat'::character varying(24), 'ee'::character varying(24), 'gaa'::character varying(24), 'ada'::character varying(24), 'dag'::character varying(24), 'ha'::character varying(24), 'fr'::character varying(24), 'gjn'::character varying(24), 'gur'::character varying(24), 'kus'::character varying(24), 'maw'::character varying(24), 'sfw'::character varying(24)])),
    CONSTRAINT shelter_referral_routes_known_codes CHECK ((accepts_referral_from <@ ARRAY['police'::character varying(24), 'dsw'::character varying(24), 'immigration'::character varying(24), 'helpline'::character varying(24), 'self'::character varying(24)])),
    CONSTRAINT shelter_services_known_codes CHECK ((services <@ ARRAY['accommodation'::character varying(24), 'counselling'::character varying(24), 'medical'::character varying(24), 'education'::character varying(24), 'vocational_training'::character varying(24), 'family_tracing'::character varying(24), 'reintegration'::character varying(24), 'return_support'::character varying(24), 'legal'::character varying(24), 'advice'::character varying(24), 'foster_care'::character varying(24), 'licensing'::character varying(24), 'referral'::character varying(24)]))
);
CREATE TABLE public.shelter_directory_shelterpage_topics (
    id bigint NOT NULL,
    shelterpage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.shelter_directory_shelterpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shelter_directory_shelterpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.site_pages_glossarypage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    owner_organisation_id bigint
);
CREATE TABLE public.site_pages_glossarypage_topics (
    id bigint NOT NULL,
    glossarypage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.site_pages_glossarypage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_pages_glossarypage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.site_pages_glossaryterm (
    id bigint NOT NULL,
    term character varying(80) NOT NULL,
    explanation character varying(400) NOT NULL
);
ALTER TABLE public.site_pages_glossaryterm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_pages_glossaryterm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.site_pages_helppage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    neutral_title character varying(60) NOT NULL,
    body jsonb NOT NULL,
    shows_services boolean NOT NULL,
    owner_organisation_id bigint
);
CREATE TABLE public.site_pages_helppage_topics (
    id bigint NOT NULL,
    helppage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.site_pages_helppage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_pages_helppage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.site_pages_homepage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    headline character varying(120) NOT NULL,
    owner_organisation_id bigint
);
CREATE TABLE public.site_pages_homepage_topics (
    id bigint NOT NULL,
    homepage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.site_pages_homepage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_pages_homepage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.site_pages_organisationindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    owner_organisation_id bigint
);
CREATE TABLE public.site_pages_organisationindexpage_topics (
    id bigint NOT NULL,
    organisationindexpage_id integer CONSTRAINT site_pages_organisationindexp_organisationindexpage_id_not_null NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.site_pages_organisationindexpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_pages_organisationindexpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.site_pages_organisationpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    body jsonb NOT NULL,
    organisation_id bigint NOT NULL,
    owner_organisation_id bigint
);
CREATE TABLE public.site_pages_organisationpage_topics (
    id bigint NOT NULL,
    organisationpage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.site_pages_organisationpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_pages_organisationpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.site_pages_standardpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    body jsonb NOT NULL,
    owner_organisation_id bigint
);
CREATE TABLE public.site_pages_standardpage_topics (
    id bigint NOT NULL,
    standardpage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.site_pages_standardpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_pages_standardpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.site_pages_topicindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    owner_organisation_id bigint
);
CREATE TABLE public.site_pages_topicindexpage_topics (
    id bigint NOT NULL,
    topicindexpage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.site_pages_topicindexpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_pages_topicindexpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.site_pages_topicpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    owner_organisation_id bigint,
    topic_id bigint NOT NULL
);
CREATE TABLE public.site_pages_topicpage_topics (
    id bigint NOT NULL,
    topicpage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.site_pages_topicpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.site_pages_topicpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sop_library_correction (
    id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    what_changed text NOT NULL,
    anchor character varying(80) NOT NULL,
    asked_by_id bigint NOT NULL,
    confirmed_by_id bigint,
    edition_id integer NOT NULL,
    CONSTRAINT correction_is_confirmed_by_another_person CHECK (((confirmed_by_id IS NULL) OR (NOT ((confirmed_by_id = asked_by_id) AND (confirmed_by_id IS NOT NULL))))),
    CONSTRAINT correction_knows_who_confirmed_it CHECK ((((confirmed_at IS NULL) AND (confirmed_by_id IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL))))
);
ALTER TABLE public.sop_library_correction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sop_library_correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sop_library_librarypage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    owner_organisation_id bigint
);
CREATE TABLE public.sop_library_librarypage_topics (
    id bigint NOT NULL,
    librarypage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.sop_library_librarypage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sop_library_librarypage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sop_library_soppage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    identifier character varying(20) NOT NULL,
    owner_organisation_id bigint
);
CREATE TABLE public.sop_library_soppage_topics (
    id bigint NOT NULL,
    soppage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.sop_library_soppage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sop_library_soppage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sop_library_sopversionpage (
    page_ptr_id integer NOT NULL,
    number smallint NOT NULL,
    status character varying(12) NOT NULL,
    approved_on date,
    approver_body character varying(160) NOT NULL,
    in_force_from timestamp with time zone,
    superseded_at timestamp with time zone,
    legal_basis character varying(300) NOT NULL,
    change_type character varying(12) NOT NULL,
    change_summary text NOT NULL,
    body jsonb NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    family_id integer NOT NULL,
    owner_organisation_id bigint,
    supersedes_id integer,
    CONSTRAINT edition_in_force_knows_since_when CHECK (((NOT ((status)::text = ANY ((ARRAY['in_force'::character varying, 'superseded'::character varying, 'withdrawn'::character varying])::text[]))) OR (in_force_from IS NOT NULL))),
    CONSTRAINT edition_is_superseded_after_it_was_in_force CHECK (((superseded_at IS NULL) OR (superseded_at >= in_force_from))),
    CONSTRAINT sop_library_sopversionpage_number_check CHECK ((number >= 0))
);
CREATE TABLE public.sop_library_sopversionpage_topics (
    id bigint NOT NULL,
    sopversionpage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.sop_library_sopversionpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sop_library_sopversionpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sop_library_withdrawal (
    id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    reason text NOT NULL,
    asked_by_id bigint NOT NULL,
    confirmed_by_id bigint,
    edition_id integer NOT NULL,
    replacement_id integer,
    CONSTRAINT withdrawal_is_confirmed_by_another_person CHECK (((confirmed_by_id IS NULL) OR (NOT ((confirmed_by_id = asked_by_id) AND (confirmed_by_id IS NOT NULL))))),
    CONSTRAINT withdrawal_knows_who_confirmed_it CHECK ((((confirmed_at IS NULL) AND (confirmed_by_id IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL))))
);
ALTER TABLE public.sop_library_withdrawal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sop_library_withdrawal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.statistics_methodpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    responsible character varying(160) NOT NULL,
    body text NOT NULL,
    owner_organisation_id bigint
);
CREATE TABLE public.statistics_methodpage_topics (
    id bigint NOT NULL,
    methodpage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.statistics_methodpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_methodpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.statistics_receivedfile (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    media_type character varying(100) NOT NULL,
    size integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    content bytea NOT NULL,
    release_id bigint NOT NULL,
    CONSTRAINT statistics_receivedfile_size_check CHECK ((size >= 0))
);
ALTER TABLE public.statistics_receivedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_receivedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.statistics_receivedrelease (
    id bigint NOT NULL,
    release_id character varying(12) NOT NULL,
    sequence integer NOT NULL,
    bundle_sha256 character varying(64) NOT NULL,
    manifest_sha256 character varying(64) NOT NULL,
    previous_sha256 character varying(64) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    page_id integer NOT NULL,
    CONSTRAINT first_release_and_no_other_has_none_before CHECK (((((previous_sha256)::text = ''::text) AND (sequence = 1)) OR ((sequence > 1) AND (NOT ((previous_sha256)::text = ''::text))))),
    CONSTRAINT statistics_receivedrelease_sequence_check CHECK ((sequence >= 0))
);
ALTER TABLE public.statistics_receivedrelease ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_receivedrelease_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.statistics_releasecalendarpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    owner_organisation_id bigint
);
CREATE TABLE public.statistics_releasecalendarpage_topics (
    id bigint NOT NULL,
    releasecalendarpage_id integer CONSTRAINT statistics_releasecalendarpage__releasecalendarpage_id_not_null NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.statistics_releasecalendarpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_releasecalendarpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.statistics_releasepage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    release_id character varying(12) NOT NULL,
    sequence integer NOT NULL,
    period character varying(6) NOT NULL,
    kind character varying(7) NOT NULL,
    version smallint NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    persons integer NOT NULL,
    report jsonb NOT NULL,
    note text NOT NULL,
    owner_organisation_id bigint,
    CONSTRAINT statistics_releasepage_persons_check CHECK ((persons >= 0)),
    CONSTRAINT statistics_releasepage_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT statistics_releasepage_version_check CHECK ((version >= 0))
);
CREATE TABLE public.statistics_releasepage_topics (
    id bigint NOT NULL,
    releasepage_id integer NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.statistics_releasepage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_releasepage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.statistics_statisticsindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    review_due_on date,
    owner_organisation_id bigint
);
CREATE TABLE public.statistics_statisticsindexpage_topics (
    id bigint NOT NULL,
    statisticsindexpage_id integer CONSTRAINT statistics_statisticsindexpage__statisticsindexpage_id_not_null NOT NULL,
    topic_id bigint NOT NULL
);
ALTER TABLE public.statistics_statisticsindexpage_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.statistics_statisticsindexpage_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_tag (
    id integer NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);
ALTER TABLE public.taggit_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_taggeditem (
    id integer NOT NULL,
    object_id integer NOT NULL,
    content_type_id integer NOT NULL,
    tag_id integer NOT NULL
);
ALTER TABLE public.taggit_taggeditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_taggeditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_admin (
    id integer NOT NULL
);
ALTER TABLE public.wagtailadmin_admin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_admin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_editingsession (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL,
    is_editing boolean NOT NULL
);
ALTER TABLE public.wagtailadmin_editingsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_editingsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_formstate (
    id integer NOT NULL,
    data text NOT NULL,
    object_id character varying(255) NOT NULL,
    parent_object_id character varying(255) NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailadmin_formstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_formstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_apitoken (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    key_hash character varying(64) NOT NULL,
    prefix character varying(16) NOT NULL,
    created timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collection (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    CONSTRAINT wagtailcore_collection_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_collection_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_collection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collectionviewrestriction (
    id integer NOT NULL,
    restriction_type character varying(20) NOT NULL,
    password character varying(255) NOT NULL,
    collection_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_collectionviewrestriction_groups (
    id bigint NOT NULL,
    collectionviewrestriction_id integer CONSTRAINT wagtailcore_collectionviewr_collectionviewrestriction__not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_collectionviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_collectionviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_comment (
    id integer NOT NULL,
    text text NOT NULL,
    contentpath text NOT NULL,
    "position" text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    page_id integer NOT NULL,
    resolved_by_id bigint,
    revision_created_id integer,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_commentreply (
    id integer NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    comment_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_commentreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_commentreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupapprovaltask (
    task_ptr_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_groupapprovaltask_groups (
    id bigint NOT NULL,
    groupapprovaltask_id integer CONSTRAINT wagtailcore_groupapprovaltask_gro_groupapprovaltask_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupapprovaltask_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupapprovaltask_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupcollectionpermission (
    id integer NOT NULL,
    collection_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupcollectionpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupcollectionpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_grouppagepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    page_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_grouppagepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_grouppagepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupsitepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL,
    site_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupsitepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupsitepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_locale (
    id integer NOT NULL,
    language_code character varying(100) NOT NULL
);
ALTER TABLE public.wagtailcore_locale ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_locale_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_modellogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_modellogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    object_id character varying(255) NOT NULL,
    content_type_id integer,
    user_id bigint,
    uuid uuid,
    revision_id integer
);
ALTER TABLE public.wagtailcore_modellogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_modellogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_page (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    url_path text NOT NULL,
    seo_title character varying(255) NOT NULL,
    show_in_menus boolean NOT NULL,
    search_description text NOT NULL,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    content_type_id integer NOT NULL,
    owner_id bigint,
    locked boolean NOT NULL,
    latest_revision_created_at timestamp with time zone,
    first_published_at timestamp with time zone,
    live_revision_id integer,
    last_published_at timestamp with time zone,
    draft_title character varying(255) NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    translation_key uuid NOT NULL,
    locale_id integer NOT NULL,
    alias_of_id integer,
    latest_revision_id integer,
    CONSTRAINT wagtailcore_page_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_page_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagelogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_pagelogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    content_type_id integer,
    page_id integer NOT NULL,
    revision_id integer,
    user_id bigint,
    uuid uuid
);
ALTER TABLE public.wagtailcore_pagelogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagelogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_revision (
    id integer CONSTRAINT wagtailcore_pagerevision_id_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT wagtailcore_pagerevision_created_at_not_null NOT NULL,
    content jsonb CONSTRAINT wagtailcore_pagerevision_content_json_not_null NOT NULL,
    approved_go_live_at timestamp with time zone,
    object_id character varying(255) CONSTRAINT wagtailcore_pagerevision_page_id_not_null NOT NULL,
    user_id bigint,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL,
    object_str text NOT NULL
);
ALTER TABLE public.wagtailcore_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagerevision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagesubscription (
    id integer NOT NULL,
    comment_notifications boolean NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_pagesubscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagesubscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pageviewrestriction (
    id integer NOT NULL,
    password character varying(255) NOT NULL,
    page_id integer NOT NULL,
    restriction_type character varying(20) NOT NULL
);
CREATE TABLE public.wagtailcore_pageviewrestriction_groups (
    id bigint NOT NULL,
    pageviewrestriction_id integer CONSTRAINT wagtailcore_pageviewrestriction_pageviewrestriction_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_pageviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_pageviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_referenceindex (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    to_object_id character varying(255) NOT NULL,
    model_path text NOT NULL,
    content_path text NOT NULL,
    content_path_hash uuid NOT NULL,
    base_content_type_id integer NOT NULL,
    content_type_id integer NOT NULL,
    to_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_referenceindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_referenceindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_site (
    id integer NOT NULL,
    hostname character varying(255) NOT NULL,
    port integer NOT NULL,
    is_default_site boolean NOT NULL,
    root_page_id integer NOT NULL,
    site_name character varying(255) NOT NULL
);
ALTER TABLE public.wagtailcore_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_task (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL,
    content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_taskstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    content_type_id integer NOT NULL,
    revision_id integer CONSTRAINT wagtailcore_taskstate_page_revision_id_not_null NOT NULL,
    task_id integer NOT NULL,
    workflow_state_id integer NOT NULL,
    finished_by_id bigint,
    comment text NOT NULL
);
ALTER TABLE public.wagtailcore_taskstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_taskstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_uploadedfile (
    id integer NOT NULL,
    file character varying(200) NOT NULL,
    for_content_type_id integer,
    uploaded_by_user_id bigint
);
ALTER TABLE public.wagtailcore_uploadedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_uploadedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflow (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL
);
ALTER TABLE public.wagtailcore_workflow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowcontenttype (
    content_type_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowpage (
    page_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    current_task_state_id integer,
    object_id character varying(255) CONSTRAINT wagtailcore_workflowstate_page_id_not_null NOT NULL,
    requested_by_id bigint,
    workflow_id integer NOT NULL,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowtask (
    id integer NOT NULL,
    sort_order integer,
    task_id integer NOT NULL,
    workflow_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowtask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtaildocs_document (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_user_id bigint,
    collection_id integer NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    CONSTRAINT wagtaildocs_document_file_size_check CHECK ((file_size >= 0))
);
ALTER TABLE public.wagtaildocs_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtaildocs_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailembeds_embed (
    id integer NOT NULL,
    url text NOT NULL,
    max_width smallint,
    type character varying(10) NOT NULL,
    html text NOT NULL,
    title text NOT NULL,
    author_name text NOT NULL,
    provider_name text NOT NULL,
    thumbnail_url text NOT NULL,
    width integer,
    height integer,
    last_updated timestamp with time zone NOT NULL,
    hash character varying(32) NOT NULL,
    cache_until timestamp with time zone
);
ALTER TABLE public.wagtailembeds_embed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailembeds_embed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_image (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    uploaded_by_user_id bigint,
    file_size integer,
    collection_id integer NOT NULL,
    file_hash character varying(40) NOT NULL,
    description character varying(255) NOT NULL,
    CONSTRAINT wagtailimages_image_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_y_check CHECK ((focal_point_y >= 0))
);
ALTER TABLE public.wagtailimages_image ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_image_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_rendition (
    id integer NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    filter_spec character varying(255) NOT NULL,
    image_id integer NOT NULL
);
ALTER TABLE public.wagtailimages_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailredirects_redirect (
    id integer NOT NULL,
    old_path character varying(255) NOT NULL,
    is_permanent boolean NOT NULL,
    redirect_link character varying(255) NOT NULL,
    redirect_page_id integer,
    site_id integer,
    automatically_created boolean NOT NULL,
    created_at timestamp with time zone,
    redirect_page_route_path character varying(255) NOT NULL
);
ALTER TABLE public.wagtailredirects_redirect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailredirects_redirect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailsearch_indexentry (
    id integer NOT NULL,
    object_id character varying(50) NOT NULL,
    title_norm double precision NOT NULL,
    content_type_id integer NOT NULL,
    autocomplete tsvector NOT NULL,
    title tsvector NOT NULL,
    body tsvector NOT NULL,
    title_text text NOT NULL,
    body_text text NOT NULL
);
ALTER TABLE public.wagtailsearch_indexentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailsearch_indexentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailusers_userprofile (
    id integer NOT NULL,
    submitted_notifications boolean NOT NULL,
    approved_notifications boolean NOT NULL,
    rejected_notifications boolean NOT NULL,
    user_id bigint NOT NULL,
    preferred_language character varying(10) NOT NULL,
    current_time_zone character varying(40) NOT NULL,
    avatar character varying(100) NOT NULL,
    updated_comments_notifications boolean CONSTRAINT wagtailusers_userprofile_updated_comments_notification_not_null NOT NULL,
    dismissibles jsonb NOT NULL,
    theme character varying(40) NOT NULL,
    density character varying(40) NOT NULL,
    contrast character varying(40) NOT NULL,
    keyboard_shortcuts boolean NOT NULL
);
ALTER TABLE public.wagtailusers_userprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailusers_userprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
INSERT INTO public.auth_group VALUES
	(3, 'SOP editors'),
	(4, 'Publications editors'),
	(5, 'Directory editors'),
	(6, 'Site editors'),
	(7, 'Reviewers'),
	(8, 'Legal reviewers'),
	(9, 'Directory validators'),
	(10, 'Publishers'),
	(11, 'Viewers'),
	(12, 'Statistics editors'),
	(13, 'Duty officers');
INSERT INTO public.auth_group_permissions VALUES
	(19, 3, 4),
	(20, 4, 4),
	(21, 5, 4),
	(22, 6, 4),
	(23, 7, 4),
	(24, 8, 4),
	(25, 9, 4),
	(26, 10, 4),
	(27, 11, 4),
	(28, 12, 4),
	(29, 6, 118),
	(30, 10, 118),
	(31, 6, 119),
	(32, 10, 119),
	(33, 6, 120),
	(34, 10, 120),
	(35, 6, 121),
	(36, 10, 121),
	(37, 6, 122),
	(38, 10, 122),
	(39, 6, 123),
	(40, 10, 123),
	(41, 6, 124),
	(42, 10, 124),
	(43, 6, 125),
	(44, 10, 125),
	(45, 6, 126),
	(46, 10, 126),
	(48, 9, 127),
	(49, 13, 4),
	(50, 13, 128);
INSERT INTO public.auth_permission VALUES
	(1, 'Can add image', 2, 'add_image'),
	(2, 'Can change image', 2, 'change_image'),
	(3, 'Can delete image', 2, 'delete_image'),
	(4, 'Can access Wagtail admin', 3, 'access_admin'),
	(5, 'Can choose image', 2, 'choose_image'),
	(6, 'Can add document', 4, 'add_document'),
	(7, 'Can change document', 4, 'change_document'),
	(8, 'Can delete document', 4, 'delete_document'),
	(9, 'Can choose document', 4, 'choose_document'),
	(10, 'Can add locale', 6, 'add_locale'),
	(11, 'Can change locale', 6, 'change_locale'),
	(12, 'Can delete locale', 6, 'delete_locale'),
	(13, 'Can view locale', 6, 'view_locale'),
	(14, 'Can add site', 7, 'add_site'),
	(15, 'Can change site', 7, 'change_site'),
	(16, 'Can delete site', 7, 'delete_site'),
	(17, 'Can view site', 7, 'view_site'),
	(18, 'Can add group site permission', 8, 'add_groupsitepermission'),
	(19, 'Can change group site permission', 8, 'change_groupsitepermission'),
	(20, 'Can delete group site permission', 8, 'delete_groupsitepermission'),
	(21, 'Can view group site permission', 8, 'view_groupsitepermission'),
	(22, 'Can add API token', 9, 'add_apitoken'),
	(23, 'Can change API token', 9, 'change_apitoken'),
	(24, 'Can delete API token', 9, 'delete_apitoken'),
	(25, 'Can view API token', 9, 'view_apitoken'),
	(26, 'Can add model log entry', 10, 'add_modellogentry'),
	(27, 'Can change model log entry', 10, 'change_modellogentry'),
	(28, 'Can delete model log entry', 10, 'delete_modellogentry'),
	(29, 'Can view model log entry', 10, 'view_modellogentry'),
	(30, 'Can add revision', 11, 'add_revision'),
	(31, 'Can change revision', 11, 'change_revision'),
	(32, 'Can delete revision', 11, 'delete_revision'),
	(33, 'Can view revision', 11, 'view_revision'),
	(34, 'Can add collection view restriction', 12, 'add_collectionviewrestriction'),
	(35, 'Can change collection view restriction', 12, 'change_collectionviewrestriction'),
	(36, 'Can delete collection view restriction', 12, 'delete_collectionviewrestriction'),
	(37, 'Can view collection view restriction', 12, 'view_collectionviewrestriction'),
	(38, 'Can add collection', 13, 'add_collection'),
	(39, 'Can change collection', 13, 'change_collection'),
	(40, 'Can delete collection', 13, 'delete_collection'),
	(41, 'Can view collection', 13, 'view_collection'),
	(42, 'Can add group collection permission', 14, 'add_groupcollectionpermission'),
	(43, 'Can change group collection permission', 14, 'change_groupcollectionpermission'),
	(44, 'Can delete group collection permission', 14, 'delete_groupcollectionpermission'),
	(45, 'Can view group collection permission', 14, 'view_groupcollectionpermission'),
	(46, 'Can add uploaded file', 15, 'add_uploadedfile'),
	(47, 'Can change uploaded file', 15, 'change_uploadedfile'),
	(48, 'Can delete uploaded file', 15, 'delete_uploadedfile'),
	(49, 'Can view uploaded file', 15, 'view_uploadedfile'),
	(50, 'Can add workflow content type', 16, 'add_workflowcontenttype'),
	(51, 'Can change workflow content type', 16, 'change_workflowcontenttype'),
	(52, 'Can delete workflow content type', 16, 'delete_workflowcontenttype'),
	(53, 'Can view workflow content type', 16, 'view_workflowcontenttype'),
	(54, 'Can add Workflow state', 17, 'add_workflowstate'),
	(55, 'Can change Workflow state', 17, 'change_workflowstate'),
	(56, 'Can delete Workflow state', 17, 'delete_workflowstate'),
	(57, 'Can view Workflow state', 17, 'view_workflowstate'),
	(58, 'Can add workflow', 18, 'add_workflow'),
	(59, 'Can change workflow', 18, 'change_workflow'),
	(60, 'Can delete workflow', 18, 'delete_workflow'),
	(61, 'Can view workflow', 18, 'view_workflow'),
	(62, 'Can add workflow task order', 19, 'add_workflowtask'),
	(63, 'Can change workflow task order', 19, 'change_workflowtask'),
	(64, 'Can delete workflow task order', 19, 'delete_workflowtask'),
	(65, 'Can view workflow task order', 19, 'view_workflowtask'),
	(66, 'Can add task', 20, 'add_task'),
	(67, 'Can change task', 20, 'change_task'),
	(68, 'Can delete task', 20, 'delete_task'),
	(69, 'Can view task', 20, 'view_task'),
	(70, 'Can add Group approval task', 5, 'add_groupapprovaltask'),
	(71, 'Can change Group approval task', 5, 'change_groupapprovaltask'),
	(72, 'Can delete Group approval task', 5, 'delete_groupapprovaltask'),
	(73, 'Can view Group approval task', 5, 'view_groupapprovaltask'),
	(74, 'Can add Task state', 21, 'add_taskstate'),
	(75, 'Can change Task state', 21, 'change_taskstate'),
	(76, 'Can delete Task state', 21, 'delete_taskstate'),
	(77, 'Can view Task state', 21, 'view_taskstate'),
	(78, 'Can add page', 1, 'add_page'),
	(79, 'Can change page', 1, 'change_page'),
	(80, 'Can delete page', 1, 'delete_page'),
	(81, 'Can view page', 1, 'view_page'),
	(82, 'Delete pages with children', 1, 'bulk_delete_page'),
	(83, 'Lock/unlock pages you''ve locked', 1, 'lock_page'),
	(84, 'Publish any page', 1, 'publish_page'),
	(85, 'Unlock any page', 1, 'unlock_page'),
	(86, 'Can add group page permission', 22, 'add_grouppagepermission'),
	(87, 'Can change group page permission', 22, 'change_grouppagepermission'),
	(88, 'Can delete group page permission', 22, 'delete_grouppagepermission'),
	(89, 'Can view group page permission', 22, 'view_grouppagepermission'),
	(90, 'Can add page view restriction', 23, 'add_pageviewrestriction'),
	(91, 'Can change page view restriction', 23, 'change_pageviewrestriction'),
	(92, 'Can delete page view restriction', 23, 'delete_pageviewrestriction'),
	(93, 'Can view page view restriction', 23, 'view_pageviewrestriction'),
	(94, 'Can add workflow page', 24, 'add_workflowpage'),
	(95, 'Can change workflow page', 24, 'change_workflowpage'),
	(96, 'Can delete workflow page', 24, 'delete_workflowpage'),
	(97, 'Can view workflow page', 24, 'view_workflowpage'),
	(98, 'Can add page log entry', 25, 'add_pagelogentry'),
	(99, 'Can change page log entry', 25, 'change_pagelogentry'),
	(100, 'Can delete page log entry', 25, 'delete_pagelogentry'),
	(101, 'Can view page log entry', 25, 'view_pagelogentry'),
	(102, 'Can add comment', 26, 'add_comment'),
	(103, 'Can change comment', 26, 'change_comment'),
	(104, 'Can delete comment', 26, 'delete_comment'),
	(105, 'Can view comment', 26, 'view_comment'),
	(106, 'Can add comment reply', 27, 'add_commentreply'),
	(107, 'Can change comment reply', 27, 'change_commentreply'),
	(108, 'Can delete comment reply', 27, 'delete_commentreply'),
	(109, 'Can view comment reply', 27, 'view_commentreply'),
	(110, 'Can add page subscription', 28, 'add_pagesubscription'),
	(111, 'Can change page subscription', 28, 'change_pagesubscription'),
	(112, 'Can delete page subscription', 28, 'delete_pagesubscription'),
	(113, 'Can view page subscription', 28, 'view_pagesubscription'),
	(114, 'Can add reference index', 29, 'add_referenceindex'),
	(115, 'Can change reference index', 29, 'change_referenceindex'),
	(116, 'Can delete reference index', 29, 'delete_referenceindex'),
	(117, 'Can view reference index', 29, 'view_referenceindex'),
	(118, 'Can add synonymset', 31, 'add_synonymset'),
	(119, 'Can change synonymset', 31, 'change_synonymset'),
	(120, 'Can view synonymset', 31, 'view_synonymset'),
	(121, 'Can add recommendedresult', 32, 'add_recommendedresult'),
	(122, 'Can change recommendedresult', 32, 'change_recommendedresult'),
	(123, 'Can view recommendedresult', 32, 'view_recommendedresult'),
	(124, 'Can add expectedresult', 33, 'add_expectedresult'),
	(125, 'Can change expectedresult', 33, 'change_expectedresult'),
	(126, 'Can view expectedresult', 33, 'view_expectedresult'),
	(127, 'confirm_shelter', 34, 'confirm_shelter'),
	(128, 'raise_alert', 35, 'raise_alert'),
	(129, 'Can add tombstone', 36, 'add_tombstone'),
	(130, 'Can change tombstone', 36, 'change_tombstone'),
	(131, 'Can delete tombstone', 36, 'delete_tombstone'),
	(132, 'Can view tombstone', 36, 'view_tombstone'),
	(133, 'Can add search posting', 37, 'add_searchposting'),
	(134, 'Can change search posting', 37, 'change_searchposting'),
	(135, 'Can delete search posting', 37, 'delete_searchposting'),
	(136, 'Can view search posting', 37, 'view_searchposting'),
	(137, 'Can add cluster backlog', 38, 'add_clusterbacklog'),
	(138, 'Can change cluster backlog', 38, 'change_clusterbacklog'),
	(139, 'Can delete cluster backlog', 38, 'delete_clusterbacklog'),
	(140, 'Can view cluster backlog', 38, 'view_clusterbacklog'),
	(141, 'Can add search outbox', 39, 'add_searchoutbox'),
	(142, 'Can change search outbox', 39, 'change_searchoutbox'),
	(143, 'Can delete search outbox', 39, 'delete_searchoutbox'),
	(144, 'Can view search outbox', 39, 'view_searchoutbox'),
	(145, 'Can add search profile', 40, 'add_searchprofile'),
	(146, 'Can change search profile', 40, 'change_searchprofile'),
	(147, 'Can delete search profile', 40, 'delete_searchprofile'),
	(148, 'Can view search profile', 40, 'view_searchprofile'),
	(149, 'Can add search term', 41, 'add_searchterm'),
	(150, 'Can change search term', 41, 'change_searchterm'),
	(151, 'Can delete search term', 41, 'delete_searchterm'),
	(152, 'Can view search term', 41, 'view_searchterm'),
	(153, 'Can delete recommended result', 32, 'delete_recommendedresult'),
	(154, 'Can add search collection', 42, 'add_searchcollection'),
	(155, 'Can change search collection', 42, 'change_searchcollection'),
	(156, 'Can delete search collection', 42, 'delete_searchcollection'),
	(157, 'Can view search collection', 42, 'view_searchcollection'),
	(158, 'Can add search doc', 43, 'add_searchdoc'),
	(159, 'Can change search doc', 43, 'change_searchdoc'),
	(160, 'Can delete search doc', 43, 'delete_searchdoc'),
	(161, 'Can view search doc', 43, 'view_searchdoc'),
	(162, 'Can add search word', 44, 'add_searchword'),
	(163, 'Can change search word', 44, 'change_searchword'),
	(164, 'Can delete search word', 44, 'delete_searchword'),
	(165, 'Can view search word', 44, 'view_searchword'),
	(166, 'Can delete synonym set', 31, 'delete_synonymset'),
	(167, 'Can add search passage', 45, 'add_searchpassage'),
	(168, 'Can change search passage', 45, 'change_searchpassage'),
	(169, 'Can delete search passage', 45, 'delete_searchpassage'),
	(170, 'Can view search passage', 45, 'view_searchpassage'),
	(171, 'Can add poor search', 46, 'add_poorsearch'),
	(172, 'Can change poor search', 46, 'change_poorsearch'),
	(173, 'Can delete poor search', 46, 'delete_poorsearch'),
	(174, 'Can view poor search', 46, 'view_poorsearch'),
	(175, 'Can delete expected result', 33, 'delete_expectedresult'),
	(176, 'Can add library page', 47, 'add_librarypage'),
	(177, 'Can change library page', 47, 'change_librarypage'),
	(178, 'Can delete library page', 47, 'delete_librarypage'),
	(179, 'Can view library page', 47, 'view_librarypage'),
	(180, 'Can add sop page', 48, 'add_soppage'),
	(181, 'Can change sop page', 48, 'change_soppage'),
	(182, 'Can delete sop page', 48, 'delete_soppage'),
	(183, 'Can view sop page', 48, 'view_soppage'),
	(184, 'Can add sop version page', 49, 'add_sopversionpage'),
	(185, 'Can change sop version page', 49, 'change_sopversionpage'),
	(186, 'Can delete sop version page', 49, 'delete_sopversionpage'),
	(187, 'Can view sop version page', 49, 'view_sopversionpage'),
	(188, 'Can add correction', 50, 'add_correction'),
	(189, 'Can change correction', 50, 'change_correction'),
	(190, 'Can delete correction', 50, 'delete_correction'),
	(191, 'Can view correction', 50, 'view_correction'),
	(192, 'Can add withdrawal', 51, 'add_withdrawal'),
	(193, 'Can change withdrawal', 51, 'change_withdrawal'),
	(194, 'Can delete withdrawal', 51, 'delete_withdrawal'),
	(195, 'Can view withdrawal', 51, 'view_withdrawal'),
	(196, 'Can add directory page', 52, 'add_directorypage'),
	(197, 'Can change directory page', 52, 'change_directorypage'),
	(198, 'Can delete directory page', 52, 'delete_directorypage'),
	(199, 'Can view directory page', 52, 'view_directorypage'),
	(200, 'Can add shelter or service', 34, 'add_shelterpage'),
	(201, 'Can change shelter or service', 34, 'change_shelterpage'),
	(202, 'Can delete shelter or service', 34, 'delete_shelterpage'),
	(203, 'Can view shelter or service', 34, 'view_shelterpage'),
	(204, 'Can add shelter check', 53, 'add_sheltercheck'),
	(205, 'Can change shelter check', 53, 'change_sheltercheck'),
	(206, 'Can delete shelter check', 53, 'delete_sheltercheck'),
	(207, 'Can view shelter check', 53, 'view_sheltercheck'),
	(208, 'Can add publication index page', 54, 'add_publicationindexpage'),
	(209, 'Can change publication index page', 54, 'change_publicationindexpage'),
	(210, 'Can delete publication index page', 54, 'delete_publicationindexpage'),
	(211, 'Can view publication index page', 54, 'view_publicationindexpage'),
	(212, 'Can add publication page', 55, 'add_publicationpage'),
	(213, 'Can change publication page', 55, 'change_publicationpage'),
	(214, 'Can delete publication page', 55, 'delete_publicationpage'),
	(215, 'Can view publication page', 55, 'view_publicationpage'),
	(216, 'Can add publication file', 56, 'add_publicationfile'),
	(217, 'Can change publication file', 56, 'change_publicationfile'),
	(218, 'Can delete publication file', 56, 'delete_publicationfile'),
	(219, 'Can view publication file', 56, 'view_publicationfile'),
	(220, 'Can add method page', 57, 'add_methodpage'),
	(221, 'Can change method page', 57, 'change_methodpage'),
	(222, 'Can delete method page', 57, 'delete_methodpage'),
	(223, 'Can view method page', 57, 'view_methodpage'),
	(224, 'Can add release calendar page', 58, 'add_releasecalendarpage'),
	(225, 'Can change release calendar page', 58, 'change_releasecalendarpage'),
	(226, 'Can delete release calendar page', 58, 'delete_releasecalendarpage'),
	(227, 'Can view release calendar page', 58, 'view_releasecalendarpage'),
	(228, 'Can add release page', 59, 'add_releasepage'),
	(229, 'Can change release page', 59, 'change_releasepage'),
	(230, 'Can delete release page', 59, 'delete_releasepage'),
	(231, 'Can view release page', 59, 'view_releasepage'),
	(232, 'Can add received release', 60, 'add_receivedrelease'),
	(233, 'Can change received release', 60, 'change_receivedrelease'),
	(234, 'Can delete received release', 60, 'delete_receivedrelease'),
	(235, 'Can view received release', 60, 'view_receivedrelease'),
	(236, 'Can add statistics index page', 61, 'add_statisticsindexpage'),
	(237, 'Can change statistics index page', 61, 'change_statisticsindexpage'),
	(238, 'Can delete statistics index page', 61, 'delete_statisticsindexpage'),
	(239, 'Can view statistics index page', 61, 'view_statisticsindexpage'),
	(240, 'Can add received file', 62, 'add_receivedfile'),
	(241, 'Can change received file', 62, 'change_receivedfile'),
	(242, 'Can delete received file', 62, 'delete_receivedfile'),
	(243, 'Can view received file', 62, 'view_receivedfile'),
	(244, 'Can add glossary term', 63, 'add_glossaryterm'),
	(245, 'Can change glossary term', 63, 'change_glossaryterm'),
	(246, 'Can delete glossary term', 63, 'delete_glossaryterm'),
	(247, 'Can view glossary term', 63, 'view_glossaryterm'),
	(248, 'Can add glossary page', 64, 'add_glossarypage'),
	(249, 'Can change glossary page', 64, 'change_glossarypage'),
	(250, 'Can delete glossary page', 64, 'delete_glossarypage'),
	(251, 'Can view glossary page', 64, 'view_glossarypage'),
	(252, 'Can add help page', 65, 'add_helppage'),
	(253, 'Can change help page', 65, 'change_helppage'),
	(254, 'Can delete help page', 65, 'delete_helppage'),
	(255, 'Can view help page', 65, 'view_helppage'),
	(256, 'Can add home page', 66, 'add_homepage'),
	(257, 'Can change home page', 66, 'change_homepage'),
	(258, 'Can delete home page', 66, 'delete_homepage'),
	(259, 'Can view home page', 66, 'view_homepage'),
	(260, 'Can add organisation index page', 67, 'add_organisationindexpage'),
	(261, 'Can change organisation index page', 67, 'change_organisationindexpage'),
	(262, 'Can delete organisation index page', 67, 'delete_organisationindexpage'),
	(263, 'Can view organisation index page', 67, 'view_organisationindexpage'),
	(264, 'Can add organisation page', 68, 'add_organisationpage'),
	(265, 'Can change organisation page', 68, 'change_organisationpage'),
	(266, 'Can delete organisation page', 68, 'delete_organisationpage'),
	(267, 'Can view organisation page', 68, 'view_organisationpage'),
	(268, 'Can add standard page', 69, 'add_standardpage'),
	(269, 'Can change standard page', 69, 'change_standardpage'),
	(270, 'Can delete standard page', 69, 'delete_standardpage'),
	(271, 'Can view standard page', 69, 'view_standardpage'),
	(272, 'Can add topic index page', 70, 'add_topicindexpage'),
	(273, 'Can change topic index page', 70, 'change_topicindexpage'),
	(274, 'Can delete topic index page', 70, 'delete_topicindexpage'),
	(275, 'Can view topic index page', 70, 'view_topicindexpage'),
	(276, 'Can add topic page', 71, 'add_topicpage'),
	(277, 'Can change topic page', 71, 'change_topicpage'),
	(278, 'Can delete topic page', 71, 'delete_topicpage'),
	(279, 'Can view topic page', 71, 'view_topicpage'),
	(280, 'Can add organisation', 72, 'add_organisation'),
	(281, 'Can change organisation', 72, 'change_organisation'),
	(282, 'Can delete organisation', 72, 'delete_organisation'),
	(283, 'Can view organisation', 72, 'view_organisation'),
	(284, 'Can add topic', 73, 'add_topic'),
	(285, 'Can change topic', 73, 'change_topic'),
	(286, 'Can delete topic', 73, 'delete_topic'),
	(287, 'Can view topic', 73, 'view_topic'),
	(288, 'Can add document file', 74, 'add_documentfile'),
	(289, 'Can change document file', 74, 'change_documentfile'),
	(290, 'Can delete document file', 74, 'delete_documentfile'),
	(291, 'Can view document file', 74, 'view_documentfile'),
	(292, 'Can add file reading', 75, 'add_filereading'),
	(293, 'Can change file reading', 75, 'change_filereading'),
	(294, 'Can delete file reading', 75, 'delete_filereading'),
	(295, 'Can view file reading', 75, 'view_filereading'),
	(296, 'Can add document', 76, 'add_portaldocument'),
	(297, 'Can change document', 76, 'change_portaldocument'),
	(298, 'Can delete document', 76, 'delete_portaldocument'),
	(299, 'Can view document', 76, 'view_portaldocument'),
	(300, 'Can choose document', 76, 'choose_document'),
	(301, 'Can add file page', 77, 'add_filepage'),
	(302, 'Can change file page', 77, 'change_filepage'),
	(303, 'Can delete file page', 77, 'delete_filepage'),
	(304, 'Can view file page', 77, 'view_filepage'),
	(305, 'Can add review', 78, 'add_review'),
	(306, 'Can change review', 78, 'change_review'),
	(307, 'Can delete review', 78, 'delete_review'),
	(308, 'Can view review', 78, 'view_review'),
	(309, 'Can add review state', 79, 'add_reviewstate'),
	(310, 'Can change review state', 79, 'change_reviewstate'),
	(311, 'Can delete review state', 79, 'delete_reviewstate'),
	(312, 'Can view review state', 79, 'view_reviewstate'),
	(313, 'Can add worker mark', 80, 'add_workermark'),
	(314, 'Can change worker mark', 80, 'change_workermark'),
	(315, 'Can delete worker mark', 80, 'delete_workermark'),
	(316, 'Can view worker mark', 80, 'view_workermark'),
	(317, 'Can add clearance', 81, 'add_clearance'),
	(318, 'Can change clearance', 81, 'change_clearance'),
	(319, 'Can delete clearance', 81, 'delete_clearance'),
	(320, 'Can view clearance', 81, 'view_clearance'),
	(321, 'Can add review by somebody else', 30, 'add_reviewtask'),
	(322, 'Can change review by somebody else', 30, 'change_reviewtask'),
	(323, 'Can delete review by somebody else', 30, 'delete_reviewtask'),
	(324, 'Can view review by somebody else', 30, 'view_reviewtask'),
	(325, 'Can add agency', 82, 'add_agency'),
	(326, 'Can change agency', 82, 'change_agency'),
	(327, 'Can delete agency', 82, 'delete_agency'),
	(328, 'Can view agency', 82, 'view_agency'),
	(329, 'Can add district', 83, 'add_district'),
	(330, 'Can change district', 83, 'change_district'),
	(331, 'Can delete district', 83, 'delete_district'),
	(332, 'Can view district', 83, 'view_district'),
	(333, 'Can add region', 84, 'add_region'),
	(334, 'Can change region', 84, 'change_region'),
	(335, 'Can delete region', 84, 'delete_region'),
	(336, 'Can view region', 84, 'view_region'),
	(337, 'Can add user', 85, 'add_user'),
	(338, 'Can change user', 85, 'change_user'),
	(339, 'Can delete user', 85, 'delete_user'),
	(340, 'Can view user', 85, 'view_user'),
	(341, 'Can add invitation', 86, 'add_invitation'),
	(342, 'Can change invitation', 86, 'change_invitation'),
	(343, 'Can delete invitation', 86, 'delete_invitation'),
	(344, 'Can view invitation', 86, 'view_invitation'),
	(345, 'Can add known browser', 87, 'add_knownbrowser'),
	(346, 'Can change known browser', 87, 'change_knownbrowser'),
	(347, 'Can delete known browser', 87, 'delete_knownbrowser'),
	(348, 'Can view known browser', 87, 'view_knownbrowser'),
	(349, 'Can add recovery codes', 88, 'add_recoverycodes'),
	(350, 'Can change recovery codes', 88, 'change_recoverycodes'),
	(351, 'Can delete recovery codes', 88, 'delete_recoverycodes'),
	(352, 'Can view recovery codes', 88, 'view_recoverycodes'),
	(353, 'Can add recovery code', 89, 'add_recoverycode'),
	(354, 'Can change recovery code', 89, 'change_recoverycode'),
	(355, 'Can delete recovery code', 89, 'delete_recoverycode'),
	(356, 'Can view recovery code', 89, 'view_recoverycode'),
	(357, 'Can add place alias', 90, 'add_placealias'),
	(358, 'Can change place alias', 90, 'change_placealias'),
	(359, 'Can delete place alias', 90, 'delete_placealias'),
	(360, 'Can view place alias', 90, 'view_placealias'),
	(361, 'Can add session', 91, 'add_session'),
	(362, 'Can change session', 91, 'change_session'),
	(363, 'Can delete session', 91, 'delete_session'),
	(364, 'Can view session', 91, 'view_session'),
	(365, 'Can add totp device', 92, 'add_totpdevice'),
	(366, 'Can change totp device', 92, 'change_totpdevice'),
	(367, 'Can delete totp device', 92, 'delete_totpdevice'),
	(368, 'Can view totp device', 92, 'view_totpdevice'),
	(369, 'Can add passkey proof', 93, 'add_passkeyproof'),
	(370, 'Can change passkey proof', 93, 'change_passkeyproof'),
	(371, 'Can delete passkey proof', 93, 'delete_passkeyproof'),
	(372, 'Can view passkey proof', 93, 'view_passkeyproof'),
	(373, 'Can add failed code', 94, 'add_failedcode'),
	(374, 'Can change failed code', 94, 'change_failedcode'),
	(375, 'Can delete failed code', 94, 'delete_failedcode'),
	(376, 'Can view failed code', 94, 'view_failedcode'),
	(377, 'Can add redirect', 95, 'add_redirect'),
	(378, 'Can change redirect', 95, 'change_redirect'),
	(379, 'Can delete redirect', 95, 'delete_redirect'),
	(380, 'Can view redirect', 95, 'view_redirect'),
	(381, 'Can add embed', 96, 'add_embed'),
	(382, 'Can change embed', 96, 'change_embed'),
	(383, 'Can delete embed', 96, 'delete_embed'),
	(384, 'Can view embed', 96, 'view_embed'),
	(385, 'Can add user profile', 97, 'add_userprofile'),
	(386, 'Can change user profile', 97, 'change_userprofile'),
	(387, 'Can delete user profile', 97, 'delete_userprofile'),
	(388, 'Can view user profile', 97, 'view_userprofile'),
	(389, 'Can view document', 4, 'view_document'),
	(390, 'Can view image', 2, 'view_image'),
	(391, 'Can add rendition', 98, 'add_rendition'),
	(392, 'Can change rendition', 98, 'change_rendition'),
	(393, 'Can delete rendition', 98, 'delete_rendition'),
	(394, 'Can view rendition', 98, 'view_rendition'),
	(395, 'Can add index entry', 99, 'add_indexentry'),
	(396, 'Can change index entry', 99, 'change_indexentry'),
	(397, 'Can delete index entry', 99, 'delete_indexentry'),
	(398, 'Can view index entry', 99, 'view_indexentry'),
	(399, 'Can add editing session', 100, 'add_editingsession'),
	(400, 'Can change editing session', 100, 'change_editingsession'),
	(401, 'Can delete editing session', 100, 'delete_editingsession'),
	(402, 'Can view editing session', 100, 'view_editingsession'),
	(403, 'Can add form state', 101, 'add_formstate'),
	(404, 'Can change form state', 101, 'change_formstate'),
	(405, 'Can delete form state', 101, 'delete_formstate'),
	(406, 'Can view form state', 101, 'view_formstate'),
	(407, 'Can add tag', 102, 'add_tag'),
	(408, 'Can change tag', 102, 'change_tag'),
	(409, 'Can delete tag', 102, 'delete_tag'),
	(410, 'Can view tag', 102, 'view_tag'),
	(411, 'Can add tagged item', 103, 'add_taggeditem'),
	(412, 'Can change tagged item', 103, 'change_taggeditem'),
	(413, 'Can delete tagged item', 103, 'delete_taggeditem'),
	(414, 'Can view tagged item', 103, 'view_taggeditem'),
	(415, 'Can add procrastinate event', 104, 'add_procrastinateevent'),
	(416, 'Can change procrastinate event', 104, 'change_procrastinateevent'),
	(417, 'Can delete procrastinate event', 104, 'delete_procrastinateevent'),
	(418, 'Can view procrastinate event', 104, 'view_procrastinateevent'),
	(419, 'Can add procrastinate job', 105, 'add_procrastinatejob'),
	(420, 'Can change procrastinate job', 105, 'change_procrastinatejob'),
	(421, 'Can delete procrastinate job', 105, 'delete_procrastinatejob'),
	(422, 'Can view procrastinate job', 105, 'view_procrastinatejob'),
	(423, 'Can add procrastinate periodic defer', 106, 'add_procrastinateperiodicdefer'),
	(424, 'Can change procrastinate periodic defer', 106, 'change_procrastinateperiodicdefer'),
	(425, 'Can delete procrastinate periodic defer', 106, 'delete_procrastinateperiodicdefer'),
	(426, 'Can view procrastinate periodic defer', 106, 'view_procrastinateperiodicdefer'),
	(427, 'Can add procrastinate worker', 107, 'add_procrastinateworker'),
	(428, 'Can change procrastinate worker', 107, 'change_procrastinateworker'),
	(429, 'Can delete procrastinate worker', 107, 'delete_procrastinateworker'),
	(430, 'Can view procrastinate worker', 107, 'view_procrastinateworker'),
	(431, 'Can add access attempt', 108, 'add_accessattempt'),
	(432, 'Can change access attempt', 108, 'change_accessattempt'),
	(433, 'Can delete access attempt', 108, 'delete_accessattempt'),
	(434, 'Can view access attempt', 108, 'view_accessattempt'),
	(435, 'Can add access log', 109, 'add_accesslog'),
	(436, 'Can change access log', 109, 'change_accesslog'),
	(437, 'Can delete access log', 109, 'delete_accesslog'),
	(438, 'Can view access log', 109, 'view_accesslog'),
	(439, 'Can add access failure', 110, 'add_accessfailurelog'),
	(440, 'Can change access failure', 110, 'change_accessfailurelog'),
	(441, 'Can delete access failure', 110, 'delete_accessfailurelog'),
	(442, 'Can view access failure', 110, 'view_accessfailurelog'),
	(443, 'Can add access attempt expiration', 111, 'add_accessattemptexpiration'),
	(444, 'Can change access attempt expiration', 111, 'change_accessattemptexpiration'),
	(445, 'Can delete access attempt expiration', 111, 'delete_accessattemptexpiration'),
	(446, 'Can view access attempt expiration', 111, 'view_accessattemptexpiration'),
	(447, 'Can add WebAuthn credential', 112, 'add_webauthncredential'),
	(448, 'Can change WebAuthn credential', 112, 'change_webauthncredential'),
	(449, 'Can delete WebAuthn credential', 112, 'delete_webauthncredential'),
	(450, 'Can view WebAuthn credential', 112, 'view_webauthncredential'),
	(451, 'Can add WebAuthn attestation', 113, 'add_webauthnattestation'),
	(452, 'Can change WebAuthn attestation', 113, 'change_webauthnattestation'),
	(453, 'Can delete WebAuthn attestation', 113, 'delete_webauthnattestation'),
	(454, 'Can view WebAuthn attestation', 113, 'view_webauthnattestation'),
	(455, 'Can add WebAuthn user handle', 114, 'add_webauthnuserhandle'),
	(456, 'Can change WebAuthn user handle', 114, 'change_webauthnuserhandle'),
	(457, 'Can delete WebAuthn user handle', 114, 'delete_webauthnuserhandle'),
	(458, 'Can view WebAuthn user handle', 114, 'view_webauthnuserhandle'),
	(459, 'Can add permission', 115, 'add_permission'),
	(460, 'Can change permission', 115, 'change_permission'),
	(461, 'Can delete permission', 115, 'delete_permission'),
	(462, 'Can view permission', 115, 'view_permission'),
	(463, 'Can add group', 116, 'add_group'),
	(464, 'Can change group', 116, 'change_group'),
	(465, 'Can delete group', 116, 'delete_group'),
	(466, 'Can view group', 116, 'view_group'),
	(467, 'Can add content type', 117, 'add_contenttype'),
	(468, 'Can change content type', 117, 'change_contenttype'),
	(469, 'Can delete content type', 117, 'delete_contenttype'),
	(470, 'Can view content type', 117, 'view_contenttype'),
	(471, 'Can add session', 118, 'add_session'),
	(472, 'Can change session', 118, 'change_session'),
	(473, 'Can delete session', 118, 'delete_session'),
	(474, 'Can view session', 118, 'view_session');
INSERT INTO public.content_reviewtask VALUES
	(2),
	(3),
	(4),
	(5),
	(6);
INSERT INTO public.content_reviewtask_groups VALUES
	(1, 2, 7),
	(2, 3, 8),
	(3, 4, 10),
	(4, 5, 7),
	(5, 6, 9);
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
	(1, 'wagtailcore', 'page'),
	(2, 'wagtailimages', 'image'),
	(3, 'wagtailadmin', 'admin'),
	(4, 'wagtaildocs', 'document'),
	(5, 'wagtailcore', 'groupapprovaltask'),
	(6, 'wagtailcore', 'locale'),
	(7, 'wagtailcore', 'site'),
	(8, 'wagtailcore', 'groupsitepermission'),
	(9, 'wagtailcore', 'apitoken'),
	(10, 'wagtailcore', 'modellogentry'),
	(11, 'wagtailcore', 'revision'),
	(12, 'wagtailcore', 'collectionviewrestriction'),
	(13, 'wagtailcore', 'collection'),
	(14, 'wagtailcore', 'groupcollectionpermission'),
	(15, 'wagtailcore', 'uploadedfile'),
	(16, 'wagtailcore', 'workflowcontenttype'),
	(17, 'wagtailcore', 'workflowstate'),
	(18, 'wagtailcore', 'workflow'),
	(19, 'wagtailcore', 'workflowtask'),
	(20, 'wagtailcore', 'task'),
	(21, 'wagtailcore', 'taskstate'),
	(22, 'wagtailcore', 'grouppagepermission'),
	(23, 'wagtailcore', 'pageviewrestriction'),
	(24, 'wagtailcore', 'workflowpage'),
	(25, 'wagtailcore', 'pagelogentry'),
	(26, 'wagtailcore', 'comment'),
	(27, 'wagtailcore', 'commentreply'),
	(28, 'wagtailcore', 'pagesubscription'),
	(29, 'wagtailcore', 'referenceindex'),
	(30, 'content', 'reviewtask'),
	(31, 'search', 'synonymset'),
	(32, 'search', 'recommendedresult'),
	(33, 'search', 'expectedresult'),
	(34, 'shelter_directory', 'shelterpage'),
	(35, 'shelter_directory', 'shelteralert'),
	(36, 'findability', 'tombstone'),
	(37, 'search', 'searchposting'),
	(38, 'search', 'clusterbacklog'),
	(39, 'search', 'searchoutbox'),
	(40, 'search', 'searchprofile'),
	(41, 'search', 'searchterm'),
	(42, 'search', 'searchcollection'),
	(43, 'search', 'searchdoc'),
	(44, 'search', 'searchword'),
	(45, 'search', 'searchpassage'),
	(46, 'search', 'poorsearch'),
	(47, 'sop_library', 'librarypage'),
	(48, 'sop_library', 'soppage'),
	(49, 'sop_library', 'sopversionpage'),
	(50, 'sop_library', 'correction'),
	(51, 'sop_library', 'withdrawal'),
	(52, 'shelter_directory', 'directorypage'),
	(53, 'shelter_directory', 'sheltercheck'),
	(54, 'publications', 'publicationindexpage'),
	(55, 'publications', 'publicationpage'),
	(56, 'publications', 'publicationfile'),
	(57, 'statistics', 'methodpage'),
	(58, 'statistics', 'releasecalendarpage'),
	(59, 'statistics', 'releasepage'),
	(60, 'statistics', 'receivedrelease'),
	(61, 'statistics', 'statisticsindexpage'),
	(62, 'statistics', 'receivedfile'),
	(63, 'site_pages', 'glossaryterm'),
	(64, 'site_pages', 'glossarypage'),
	(65, 'site_pages', 'helppage'),
	(66, 'site_pages', 'homepage'),
	(67, 'site_pages', 'organisationindexpage'),
	(68, 'site_pages', 'organisationpage'),
	(69, 'site_pages', 'standardpage'),
	(70, 'site_pages', 'topicindexpage'),
	(71, 'site_pages', 'topicpage'),
	(72, 'content', 'organisation'),
	(73, 'content', 'topic'),
	(74, 'content', 'documentfile'),
	(75, 'content', 'filereading'),
	(76, 'content', 'portaldocument'),
	(77, 'content', 'filepage'),
	(78, 'content', 'review'),
	(79, 'content', 'reviewstate'),
	(80, 'content', 'workermark'),
	(81, 'content', 'clearance'),
	(82, 'core', 'agency'),
	(83, 'core', 'district'),
	(84, 'core', 'region'),
	(85, 'core', 'user'),
	(86, 'core', 'invitation'),
	(87, 'core', 'knownbrowser'),
	(88, 'core', 'recoverycodes'),
	(89, 'core', 'recoverycode'),
	(90, 'core', 'placealias'),
	(91, 'core', 'session'),
	(92, 'core', 'totpdevice'),
	(93, 'core', 'passkeyproof'),
	(94, 'core', 'failedcode'),
	(95, 'wagtailredirects', 'redirect'),
	(96, 'wagtailembeds', 'embed'),
	(97, 'wagtailusers', 'userprofile'),
	(98, 'wagtailimages', 'rendition'),
	(99, 'wagtailsearch', 'indexentry'),
	(100, 'wagtailadmin', 'editingsession'),
	(101, 'wagtailadmin', 'formstate'),
	(102, 'taggit', 'tag'),
	(103, 'taggit', 'taggeditem'),
	(104, 'procrastinate', 'procrastinateevent'),
	(105, 'procrastinate', 'procrastinatejob'),
	(106, 'procrastinate', 'procrastinateperiodicdefer'),
	(107, 'procrastinate', 'procrastinateworker'),
	(108, 'axes', 'accessattempt'),
	(109, 'axes', 'accesslog'),
	(110, 'axes', 'accessfailurelog'),
	(111, 'axes', 'accessattemptexpiration'),
	(112, 'django_otp_webauthn', 'webauthncredential'),
	(113, 'django_otp_webauthn', 'webauthnattestation'),
	(114, 'django_otp_webauthn', 'webauthnuserhandle'),
	(115, 'auth', 'permission'),
	(116, 'auth', 'group'),
	(117, 'contenttypes', 'contenttype'),
	(118, 'sessions', 'session');
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
	(15, 'axes', '0001_initial', '2026-01-01 00:00:00+00'),
	(16, 'axes', '0002_auto_20151217_2044', '2026-01-01 00:00:00+00'),
	(17, 'axes', '0003_auto_20160322_0929', '2026-01-01 00:00:00+00'),
	(18, 'axes', '0004_auto_20181024_1538', '2026-01-01 00:00:00+00'),
	(19, 'axes', '0005_remove_accessattempt_trusted', '2026-01-01 00:00:00+00'),
	(20, 'axes', '0006_remove_accesslog_trusted', '2026-01-01 00:00:00+00'),
	(21, 'axes', '0007_alter_accessattempt_unique_together', '2026-01-01 00:00:00+00'),
	(22, 'axes', '0008_accessfailurelog', '2026-01-01 00:00:00+00'),
	(23, 'axes', '0009_add_session_hash', '2026-01-01 00:00:00+00'),
	(24, 'axes', '0010_accessattemptexpiration', '2026-01-01 00:00:00+00'),
	(25, 'core', '0001_initial', '2026-01-01 00:00:00+00'),
	(26, 'wagtailcore', '0001_initial', '2026-01-01 00:00:00+00'),
	(27, 'wagtailcore', '0002_initial_data', '2026-01-01 00:00:00+00'),
	(28, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', '2026-01-01 00:00:00+00'),
	(29, 'wagtailcore', '0004_page_locked', '2026-01-01 00:00:00+00'),
	(30, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', '2026-01-01 00:00:00+00'),
	(31, 'wagtailcore', '0006_add_lock_page_permission', '2026-01-01 00:00:00+00'),
	(32, 'wagtailcore', '0007_page_latest_revision_created_at', '2026-01-01 00:00:00+00'),
	(33, 'wagtailcore', '0008_populate_latest_revision_created_at', '2026-01-01 00:00:00+00'),
	(34, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', '2026-01-01 00:00:00+00'),
	(35, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', '2026-01-01 00:00:00+00'),
	(36, 'wagtailcore', '0011_page_first_published_at', '2026-01-01 00:00:00+00'),
	(37, 'wagtailcore', '0012_extend_page_slug_field', '2026-01-01 00:00:00+00'),
	(38, 'wagtailcore', '0013_update_golive_expire_help_text', '2026-01-01 00:00:00+00'),
	(39, 'wagtailcore', '0014_add_verbose_name', '2026-01-01 00:00:00+00'),
	(40, 'wagtailcore', '0015_add_more_verbose_names', '2026-01-01 00:00:00+00'),
	(41, 'wagtailcore', '0016_change_page_url_path_to_text_field', '2026-01-01 00:00:00+00'),
	(42, 'wagtailcore', '0017_change_edit_page_permission_description', '2026-01-01 00:00:00+00'),
	(43, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', '2026-01-01 00:00:00+00'),
	(44, 'wagtailcore', '0019_verbose_names_cleanup', '2026-01-01 00:00:00+00'),
	(45, 'wagtailcore', '0020_add_index_on_page_first_published_at', '2026-01-01 00:00:00+00'),
	(46, 'wagtailcore', '0021_capitalizeverbose', '2026-01-01 00:00:00+00'),
	(47, 'wagtailcore', '0022_add_site_name', '2026-01-01 00:00:00+00'),
	(48, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', '2026-01-01 00:00:00+00'),
	(49, 'wagtailcore', '0024_collection', '2026-01-01 00:00:00+00'),
	(50, 'wagtailcore', '0025_collection_initial_data', '2026-01-01 00:00:00+00'),
	(51, 'wagtailcore', '0026_group_collection_permission', '2026-01-01 00:00:00+00'),
	(52, 'taggit', '0001_initial', '2026-01-01 00:00:00+00'),
	(53, 'wagtailimages', '0001_initial', '2026-01-01 00:00:00+00'),
	(54, 'wagtailimages', '0002_initial_data', '2026-01-01 00:00:00+00'),
	(55, 'wagtailimages', '0003_fix_focal_point_fields', '2026-01-01 00:00:00+00'),
	(56, 'wagtailimages', '0004_make_focal_point_key_not_nullable', '2026-01-01 00:00:00+00'),
	(57, 'wagtailimages', '0005_make_filter_spec_unique', '2026-01-01 00:00:00+00'),
	(58, 'wagtailimages', '0006_add_verbose_names', '2026-01-01 00:00:00+00'),
	(59, 'wagtailimages', '0007_image_file_size', '2026-01-01 00:00:00+00'),
	(60, 'wagtailimages', '0008_image_created_at_index', '2026-01-01 00:00:00+00'),
	(61, 'wagtailimages', '0009_capitalizeverbose', '2026-01-01 00:00:00+00'),
	(62, 'wagtailimages', '0010_change_on_delete_behaviour', '2026-01-01 00:00:00+00'),
	(63, 'wagtailimages', '0011_image_collection', '2026-01-01 00:00:00+00'),
	(64, 'wagtailimages', '0012_copy_image_permissions_to_collections', '2026-01-01 00:00:00+00'),
	(65, 'wagtailimages', '0013_make_rendition_upload_callable', '2026-01-01 00:00:00+00'),
	(66, 'wagtailimages', '0014_add_filter_spec_field', '2026-01-01 00:00:00+00'),
	(67, 'wagtailimages', '0015_fill_filter_spec_field', '2026-01-01 00:00:00+00'),
	(68, 'wagtailimages', '0016_deprecate_rendition_filter_relation', '2026-01-01 00:00:00+00'),
	(69, 'wagtailimages', '0017_reduce_focal_point_key_max_length', '2026-01-01 00:00:00+00'),
	(70, 'wagtailimages', '0018_remove_rendition_filter', '2026-01-01 00:00:00+00'),
	(71, 'wagtailimages', '0019_delete_filter', '2026-01-01 00:00:00+00'),
	(72, 'wagtailimages', '0020_add-verbose-name', '2026-01-01 00:00:00+00'),
	(73, 'wagtailimages', '0021_image_file_hash', '2026-01-01 00:00:00+00'),
	(74, 'wagtailimages', '0022_uploadedimage', '2026-01-01 00:00:00+00'),
	(75, 'wagtailadmin', '0001_create_admin_access_permissions', '2026-01-01 00:00:00+00'),
	(76, 'wagtailimages', '0023_add_choose_permissions', '2026-01-01 00:00:00+00'),
	(77, 'wagtailimages', '0024_index_image_file_hash', '2026-01-01 00:00:00+00'),
	(78, 'wagtailimages', '0025_alter_image_file_alter_rendition_file', '2026-01-01 00:00:00+00'),
	(79, 'wagtailimages', '0026_delete_uploadedimage', '2026-01-01 00:00:00+00'),
	(80, 'wagtailimages', '0027_image_description', '2026-01-01 00:00:00+00'),
	(81, 'wagtaildocs', '0001_initial', '2026-01-01 00:00:00+00'),
	(82, 'wagtaildocs', '0002_initial_data', '2026-01-01 00:00:00+00'),
	(83, 'wagtaildocs', '0003_add_verbose_names', '2026-01-01 00:00:00+00'),
	(84, 'wagtaildocs', '0004_capitalizeverbose', '2026-01-01 00:00:00+00'),
	(85, 'wagtaildocs', '0005_document_collection', '2026-01-01 00:00:00+00'),
	(86, 'wagtaildocs', '0006_copy_document_permissions_to_collections', '2026-01-01 00:00:00+00'),
	(87, 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', '2026-01-01 00:00:00+00'),
	(88, 'wagtaildocs', '0007_merge', '2026-01-01 00:00:00+00'),
	(89, 'wagtaildocs', '0008_document_file_size', '2026-01-01 00:00:00+00'),
	(90, 'wagtaildocs', '0009_document_verbose_name_plural', '2026-01-01 00:00:00+00'),
	(91, 'wagtaildocs', '0010_document_file_hash', '2026-01-01 00:00:00+00'),
	(92, 'wagtaildocs', '0011_add_choose_permissions', '2026-01-01 00:00:00+00'),
	(93, 'wagtaildocs', '0012_uploadeddocument', '2026-01-01 00:00:00+00'),
	(94, 'wagtaildocs', '0013_delete_uploadeddocument', '2026-01-01 00:00:00+00'),
	(95, 'wagtaildocs', '0014_alter_document_file_size', '2026-01-01 00:00:00+00'),
	(96, 'wagtailcore', '0027_fix_collection_path_collation', '2026-01-01 00:00:00+00'),
	(97, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', '2026-01-01 00:00:00+00'),
	(98, 'wagtailcore', '0028_merge', '2026-01-01 00:00:00+00'),
	(99, 'wagtailcore', '0029_unicode_slugfield_dj19', '2026-01-01 00:00:00+00'),
	(100, 'wagtailcore', '0030_index_on_pagerevision_created_at', '2026-01-01 00:00:00+00'),
	(101, 'wagtailcore', '0031_add_page_view_restriction_types', '2026-01-01 00:00:00+00'),
	(102, 'wagtailcore', '0032_add_bulk_delete_page_permission', '2026-01-01 00:00:00+00'),
	(103, 'wagtailcore', '0033_remove_golive_expiry_help_text', '2026-01-01 00:00:00+00'),
	(104, 'wagtailcore', '0034_page_live_revision', '2026-01-01 00:00:00+00'),
	(105, 'wagtailcore', '0035_page_last_published_at', '2026-01-01 00:00:00+00'),
	(106, 'wagtailcore', '0036_populate_page_last_published_at', '2026-01-01 00:00:00+00'),
	(107, 'wagtailcore', '0037_set_page_owner_editable', '2026-01-01 00:00:00+00'),
	(108, 'wagtailcore', '0038_make_first_published_at_editable', '2026-01-01 00:00:00+00'),
	(109, 'wagtailcore', '0039_collectionviewrestriction', '2026-01-01 00:00:00+00'),
	(110, 'wagtailcore', '0040_page_draft_title', '2026-01-01 00:00:00+00'),
	(111, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', '2026-01-01 00:00:00+00'),
	(112, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', '2026-01-01 00:00:00+00'),
	(113, 'wagtailcore', '0043_lock_fields', '2026-01-01 00:00:00+00'),
	(114, 'wagtailcore', '0044_add_unlock_grouppagepermission', '2026-01-01 00:00:00+00'),
	(115, 'wagtailcore', '0045_assign_unlock_grouppagepermission', '2026-01-01 00:00:00+00'),
	(116, 'wagtailcore', '0046_site_name_remove_null', '2026-01-01 00:00:00+00'),
	(117, 'wagtailcore', '0047_add_workflow_models', '2026-01-01 00:00:00+00'),
	(118, 'wagtailcore', '0048_add_default_workflows', '2026-01-01 00:00:00+00'),
	(119, 'wagtailcore', '0049_taskstate_finished_by', '2026-01-01 00:00:00+00'),
	(120, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', '2026-01-01 00:00:00+00'),
	(121, 'wagtailcore', '0051_taskstate_comment', '2026-01-01 00:00:00+00'),
	(122, 'wagtailcore', '0052_pagelogentry', '2026-01-01 00:00:00+00'),
	(123, 'wagtailcore', '0053_locale_model', '2026-01-01 00:00:00+00'),
	(124, 'wagtailcore', '0054_initial_locale', '2026-01-01 00:00:00+00'),
	(125, 'wagtailcore', '0055_page_locale_fields', '2026-01-01 00:00:00+00'),
	(126, 'wagtailcore', '0056_page_locale_fields_populate', '2026-01-01 00:00:00+00'),
	(127, 'wagtailcore', '0057_page_locale_fields_notnull', '2026-01-01 00:00:00+00'),
	(128, 'wagtailcore', '0058_page_alias_of', '2026-01-01 00:00:00+00'),
	(129, 'wagtailcore', '0059_apply_collection_ordering', '2026-01-01 00:00:00+00'),
	(130, 'wagtailcore', '0060_fix_workflow_unique_constraint', '2026-01-01 00:00:00+00'),
	(131, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', '2026-01-01 00:00:00+00'),
	(132, 'wagtailcore', '0062_comment_models_and_pagesubscription', '2026-01-01 00:00:00+00'),
	(133, 'wagtailcore', '0063_modellogentry', '2026-01-01 00:00:00+00'),
	(134, 'wagtailcore', '0064_log_timestamp_indexes', '2026-01-01 00:00:00+00'),
	(135, 'wagtailcore', '0065_log_entry_uuid', '2026-01-01 00:00:00+00'),
	(136, 'wagtailcore', '0066_collection_management_permissions', '2026-01-01 00:00:00+00'),
	(137, 'wagtailcore', '0067_alter_pagerevision_content_json', '2026-01-01 00:00:00+00'),
	(138, 'wagtailcore', '0068_log_entry_empty_object', '2026-01-01 00:00:00+00'),
	(139, 'wagtailcore', '0069_log_entry_jsonfield', '2026-01-01 00:00:00+00'),
	(140, 'wagtailcore', '0070_rename_pagerevision_revision', '2026-01-01 00:00:00+00'),
	(141, 'wagtailcore', '0071_populate_revision_content_type', '2026-01-01 00:00:00+00'),
	(142, 'wagtailcore', '0072_alter_revision_content_type_notnull', '2026-01-01 00:00:00+00'),
	(143, 'wagtailcore', '0073_page_latest_revision', '2026-01-01 00:00:00+00'),
	(144, 'wagtailcore', '0074_revision_object_str', '2026-01-01 00:00:00+00'),
	(145, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', '2026-01-01 00:00:00+00'),
	(146, 'wagtailcore', '0076_modellogentry_revision', '2026-01-01 00:00:00+00'),
	(147, 'wagtailcore', '0077_alter_revision_user', '2026-01-01 00:00:00+00'),
	(148, 'wagtailcore', '0078_referenceindex', '2026-01-01 00:00:00+00'),
	(149, 'wagtailcore', '0079_rename_taskstate_page_revision', '2026-01-01 00:00:00+00'),
	(150, 'wagtailcore', '0080_generic_workflowstate', '2026-01-01 00:00:00+00'),
	(151, 'wagtailcore', '0081_populate_workflowstate_content_type', '2026-01-01 00:00:00+00'),
	(152, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', '2026-01-01 00:00:00+00'),
	(153, 'wagtailcore', '0083_workflowcontenttype', '2026-01-01 00:00:00+00'),
	(154, 'wagtailcore', '0084_add_default_page_permissions', '2026-01-01 00:00:00+00'),
	(155, 'wagtailcore', '0085_add_grouppagepermission_permission', '2026-01-01 00:00:00+00'),
	(156, 'wagtailcore', '0086_populate_grouppagepermission_permission', '2026-01-01 00:00:00+00'),
	(157, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', '2026-01-01 00:00:00+00'),
	(158, 'wagtailcore', '0088_fix_log_entry_json_timestamps', '2026-01-01 00:00:00+00'),
	(159, 'wagtailcore', '0089_log_entry_data_json_null_to_object', '2026-01-01 00:00:00+00'),
	(160, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', '2026-01-01 00:00:00+00'),
	(161, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', '2026-01-01 00:00:00+00'),
	(162, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', '2026-01-01 00:00:00+00'),
	(163, 'wagtailcore', '0093_uploadedfile', '2026-01-01 00:00:00+00'),
	(164, 'wagtailcore', '0094_alter_page_locale', '2026-01-01 00:00:00+00'),
	(165, 'wagtailcore', '0095_groupsitepermission', '2026-01-01 00:00:00+00'),
	(166, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', '2026-01-01 00:00:00+00'),
	(167, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', '2026-01-01 00:00:00+00'),
	(168, 'wagtailcore', '0098_apitoken', '2026-01-01 00:00:00+00'),
	(169, 'taggit', '0002_auto_20150616_2121', '2026-01-01 00:00:00+00'),
	(170, 'taggit', '0003_taggeditem_add_unique_index', '2026-01-01 00:00:00+00'),
	(171, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', '2026-01-01 00:00:00+00'),
	(172, 'taggit', '0005_auto_20220424_2025', '2026-01-01 00:00:00+00'),
	(173, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', '2026-01-01 00:00:00+00'),
	(174, 'content', '0001_initial', '2026-01-01 00:00:00+00'),
	(175, 'content', '0002_file_versions_never_change', '2026-01-01 00:00:00+00'),
	(176, 'content', '0003_reviews_and_clearances', '2026-01-01 00:00:00+00'),
	(177, 'content', '0004_four_eyes_guard', '2026-01-01 00:00:00+00'),
	(178, 'content', '0005_groups_and_workflows', '2026-01-01 00:00:00+00'),
	(179, 'content', '0006_statistics_editors', '2026-01-01 00:00:00+00'),
	(180, 'django_otp_webauthn', '0001_initial', '2026-01-01 00:00:00+00'),
	(181, 'django_otp_webauthn', '0002_timestamps', '2026-01-01 00:00:00+00'),
	(182, 'django_otp_webauthn', '0003_webauthncredential_hash_binary_to_hex', '2026-01-01 00:00:00+00'),
	(183, 'django_otp_webauthn', '0004_webauthnuserhandle', '2026-01-01 00:00:00+00'),
	(184, 'core', '0002_places', '2026-01-01 00:00:00+00'),
	(185, 'core', '0003_session_proof', '2026-01-01 00:00:00+00'),
	(186, 'core', '0004_passkey_proof', '2026-01-01 00:00:00+00'),
	(187, 'core', '0005_failed_codes', '2026-01-01 00:00:00+00'),
	(188, 'findability', '0001_initial', '2026-01-01 00:00:00+00'),
	(189, 'procrastinate', '0001_initial', '2026-01-01 00:00:00+00'),
	(190, 'procrastinate', '0002_drop_started_at_column', '2026-01-01 00:00:00+00'),
	(191, 'procrastinate', '0003_drop_started_at_column', '2026-01-01 00:00:00+00'),
	(192, 'procrastinate', '0004_drop_procrastinate_version_table', '2026-01-01 00:00:00+00'),
	(193, 'procrastinate', '0005_fix_procrastinate_fetch_job', '2026-01-01 00:00:00+00'),
	(194, 'procrastinate', '0006_fix_trigger_status_events_insert', '2026-01-01 00:00:00+00'),
	(195, 'procrastinate', '0007_add_queueing_lock_column', '2026-01-01 00:00:00+00'),
	(196, 'procrastinate', '0008_close_fetch_job_race_condition', '2026-01-01 00:00:00+00'),
	(197, 'procrastinate', '0009_add_defer_job_function', '2026-01-01 00:00:00+00'),
	(198, 'procrastinate', '0010_add_procrastinate_periodic_defers', '2026-01-01 00:00:00+00'),
	(199, 'procrastinate', '0011_add_foreign_key_index', '2026-01-01 00:00:00+00'),
	(200, 'procrastinate', '0012_add_locks_to_periodic_defer', '2026-01-01 00:00:00+00'),
	(201, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '2026-01-01 00:00:00+00'),
	(202, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '2026-01-01 00:00:00+00'),
	(203, 'procrastinate', '0015_add_trigger_on_job_deletion', '2026-01-01 00:00:00+00'),
	(204, 'procrastinate', '0016_delete_finished_jobs', '2026-01-01 00:00:00+00'),
	(205, 'procrastinate', '0017_add_checks_to_finish_job', '2026-01-01 00:00:00+00'),
	(206, 'procrastinate', '0018_add_checks_to_retry_job', '2026-01-01 00:00:00+00'),
	(207, 'procrastinate', '0019_fix_finish_job_compat_issue', '2026-01-01 00:00:00+00'),
	(208, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '2026-01-01 00:00:00+00'),
	(209, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '2026-01-01 00:00:00+00'),
	(210, 'procrastinate', '0022_null_locks_excluded', '2026-01-01 00:00:00+00'),
	(211, 'procrastinate', '0023_remove_old_finish_job_function', '2026-01-01 00:00:00+00'),
	(212, 'procrastinate', '0024_job_id_bigint', '2026-01-01 00:00:00+00'),
	(213, 'procrastinate', '0025_add_models', '2026-01-01 00:00:00+00'),
	(214, 'procrastinate', '0026_add_job_priority', '2026-01-01 00:00:00+00'),
	(215, 'procrastinate', '0027_add_periodic_job_priority', '2026-01-01 00:00:00+00'),
	(216, 'procrastinate', '0028_add_cancel_states', '2026-01-01 00:00:00+00'),
	(217, 'procrastinate', '0029_add_additional_params_to_retry_job', '2026-01-01 00:00:00+00'),
	(218, 'procrastinate', '0030_alter_procrastinateevent_options', '2026-01-01 00:00:00+00'),
	(219, 'procrastinate', '0031_add_indexes_for_fetch_job', '2026-01-01 00:00:00+00'),
	(220, 'procrastinate', '0032_pre_cancel_notification', '2026-01-01 00:00:00+00'),
	(221, 'procrastinate', '0033_post_cancel_notification', '2026-01-01 00:00:00+00'),
	(222, 'procrastinate', '0034_pre_add_heartbeat', '2026-01-01 00:00:00+00'),
	(223, 'procrastinate', '0035_post_add_heartbeat', '2026-01-01 00:00:00+00'),
	(224, 'procrastinate', '0036_add_worker_model', '2026-01-01 00:00:00+00'),
	(225, 'procrastinate', '0037_pre_batch_defer_jobs', '2026-01-01 00:00:00+00'),
	(226, 'procrastinate', '0038_post_batch_defer_jobs', '2026-01-01 00:00:00+00'),
	(227, 'procrastinate', '0039_pre_priority_lock_fetch_job', '2026-01-01 00:00:00+00'),
	(228, 'procrastinate', '0040_pre_retry_failed_job', '2026-01-01 00:00:00+00'),
	(229, 'procrastinate', '0041_post_retry_failed_job', '2026-01-01 00:00:00+00'),
	(230, 'publications', '0001_initial', '2026-01-01 00:00:00+00'),
	(231, 'search', '0001_initial', '2026-01-01 00:00:00+00'),
	(232, 'search', '0002_postings', '2026-01-01 00:00:00+00'),
	(233, 'search', '0003_poor_searches', '2026-01-01 00:00:00+00'),
	(234, 'search', '0004_who_keeps_the_words_of_search', '2026-01-01 00:00:00+00'),
	(235, 'sessions', '0001_initial', '2026-01-01 00:00:00+00'),
	(236, 'shelter_directory', '0001_initial', '2026-01-01 00:00:00+00'),
	(237, 'shelter_directory', '0002_roles', '2026-01-01 00:00:00+00'),
	(238, 'site_pages', '0001_initial', '2026-01-01 00:00:00+00'),
	(239, 'sop_library', '0001_initial', '2026-01-01 00:00:00+00'),
	(240, 'sop_library', '0002_editions_are_frozen', '2026-01-01 00:00:00+00'),
	(241, 'statistics', '0001_releases_and_their_pages', '2026-01-01 00:00:00+00'),
	(242, 'statistics', '0002_received_files_never_change', '2026-01-01 00:00:00+00'),
	(243, 'wagtailadmin', '0002_admin', '2026-01-01 00:00:00+00'),
	(244, 'wagtailadmin', '0003_admin_managed', '2026-01-01 00:00:00+00'),
	(245, 'wagtailadmin', '0004_editingsession', '2026-01-01 00:00:00+00'),
	(246, 'wagtailadmin', '0005_editingsession_is_editing', '2026-01-01 00:00:00+00'),
	(247, 'wagtailadmin', '0006_formstate', '2026-01-01 00:00:00+00'),
	(248, 'wagtailembeds', '0001_initial', '2026-01-01 00:00:00+00'),
	(249, 'wagtailembeds', '0002_add_verbose_names', '2026-01-01 00:00:00+00'),
	(250, 'wagtailembeds', '0003_capitalizeverbose', '2026-01-01 00:00:00+00'),
	(251, 'wagtailembeds', '0004_embed_verbose_name_plural', '2026-01-01 00:00:00+00'),
	(252, 'wagtailembeds', '0005_specify_thumbnail_url_max_length', '2026-01-01 00:00:00+00'),
	(253, 'wagtailembeds', '0006_add_embed_hash', '2026-01-01 00:00:00+00'),
	(254, 'wagtailembeds', '0007_populate_hash', '2026-01-01 00:00:00+00'),
	(255, 'wagtailembeds', '0008_allow_long_urls', '2026-01-01 00:00:00+00'),
	(256, 'wagtailembeds', '0009_embed_cache_until', '2026-01-01 00:00:00+00'),
	(257, 'wagtailredirects', '0001_initial', '2026-01-01 00:00:00+00'),
	(258, 'wagtailredirects', '0002_add_verbose_names', '2026-01-01 00:00:00+00'),
	(259, 'wagtailredirects', '0003_make_site_field_editable', '2026-01-01 00:00:00+00'),
	(260, 'wagtailredirects', '0004_set_unique_on_path_and_site', '2026-01-01 00:00:00+00'),
	(261, 'wagtailredirects', '0005_capitalizeverbose', '2026-01-01 00:00:00+00'),
	(262, 'wagtailredirects', '0006_redirect_increase_max_length', '2026-01-01 00:00:00+00'),
	(263, 'wagtailredirects', '0007_add_autocreate_fields', '2026-01-01 00:00:00+00'),
	(264, 'wagtailredirects', '0008_add_verbose_name_plural', '2026-01-01 00:00:00+00'),
	(265, 'wagtailsearch', '0001_initial', '2026-01-01 00:00:00+00'),
	(266, 'wagtailsearch', '0002_add_verbose_names', '2026-01-01 00:00:00+00'),
	(267, 'wagtailsearch', '0003_remove_editors_pick', '2026-01-01 00:00:00+00'),
	(268, 'wagtailsearch', '0004_querydailyhits_verbose_name_plural', '2026-01-01 00:00:00+00'),
	(269, 'wagtailsearch', '0005_create_indexentry', '2026-01-01 00:00:00+00'),
	(270, 'wagtailsearch', '0006_customise_indexentry', '2026-01-01 00:00:00+00'),
	(271, 'wagtailsearch', '0007_delete_editorspick', '2026-01-01 00:00:00+00'),
	(272, 'wagtailsearch', '0008_remove_query_and_querydailyhits_models', '2026-01-01 00:00:00+00'),
	(273, 'wagtailsearch', '0009_remove_ngram_autocomplete', '2026-01-01 00:00:00+00'),
	(274, 'wagtailsearch', '0010_add_text_fields', '2026-01-01 00:00:00+00'),
	(275, 'wagtailusers', '0001_initial', '2026-01-01 00:00:00+00'),
	(276, 'wagtailusers', '0002_add_verbose_name_on_userprofile', '2026-01-01 00:00:00+00'),
	(277, 'wagtailusers', '0003_add_verbose_names', '2026-01-01 00:00:00+00'),
	(278, 'wagtailusers', '0004_capitalizeverbose', '2026-01-01 00:00:00+00'),
	(279, 'wagtailusers', '0005_make_related_name_wagtail_specific', '2026-01-01 00:00:00+00'),
	(280, 'wagtailusers', '0006_userprofile_prefered_language', '2026-01-01 00:00:00+00'),
	(281, 'wagtailusers', '0007_userprofile_current_time_zone', '2026-01-01 00:00:00+00'),
	(282, 'wagtailusers', '0008_userprofile_avatar', '2026-01-01 00:00:00+00'),
	(283, 'wagtailusers', '0009_userprofile_verbose_name_plural', '2026-01-01 00:00:00+00'),
	(284, 'wagtailusers', '0010_userprofile_updated_comments_notifications', '2026-01-01 00:00:00+00'),
	(285, 'wagtailusers', '0011_userprofile_dismissibles', '2026-01-01 00:00:00+00'),
	(286, 'wagtailusers', '0012_userprofile_theme', '2026-01-01 00:00:00+00'),
	(287, 'wagtailusers', '0013_userprofile_density', '2026-01-01 00:00:00+00'),
	(288, 'wagtailusers', '0014_userprofile_contrast', '2026-01-01 00:00:00+00'),
	(289, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', '2026-01-01 00:00:00+00'),
	(290, 'wagtailimages', '0001_squashed_0021', '2026-01-01 00:00:00+00'),
	(291, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', '2026-01-01 00:00:00+00'),
	(292, 'django_otp_webauthn', '0001_squashed_0003_webauthncredential_hash_binary_to_hex', '2026-01-01 00:00:00+00');
INSERT INTO public.wagtailcore_collection VALUES
	(1, '0001', 1, 0, 'Root');
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES
	(13, 1, 3, 6),
	(14, 1, 3, 7),
	(15, 1, 3, 9),
	(16, 1, 3, 1),
	(17, 1, 3, 2),
	(18, 1, 3, 5),
	(19, 1, 4, 6),
	(20, 1, 4, 7),
	(21, 1, 4, 9),
	(22, 1, 4, 1),
	(23, 1, 4, 2),
	(24, 1, 4, 5),
	(25, 1, 5, 6),
	(26, 1, 5, 7),
	(27, 1, 5, 9),
	(28, 1, 5, 1),
	(29, 1, 5, 2),
	(30, 1, 5, 5),
	(31, 1, 6, 6),
	(32, 1, 6, 7),
	(33, 1, 6, 9),
	(34, 1, 6, 1),
	(35, 1, 6, 2),
	(36, 1, 6, 5);
INSERT INTO public.wagtailcore_locale VALUES
	(1, 'en-gb');
INSERT INTO public.wagtailcore_page VALUES
	(1, '0001', 1, 1, 'Root', 'root', true, false, '/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, 'd6b91b90-61ef-46c1-869e-9c18f75622fe', 1, NULL, NULL),
	(2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', true, false, '/home/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, 'aa4dbd50-4efe-4592-be98-7c048956bab1', 1, NULL, NULL);
INSERT INTO public.wagtailcore_site VALUES
	(1, 'localhost', 80, true, 2, '');
INSERT INTO public.wagtailcore_task VALUES
	(2, 'Technical review', true, 30),
	(3, 'Legal and data protection review', true, 30),
	(4, 'Release by a publisher', true, 30),
	(5, 'Review', true, 30),
	(6, 'Validation', true, 30);
INSERT INTO public.wagtailcore_workflow VALUES
	(2, 'Procedures', true),
	(3, 'Publications', true),
	(4, 'Directory', true),
	(5, 'Site pages', true),
	(6, 'Statistics', true);
INSERT INTO public.wagtailcore_workflowtask VALUES
	(2, 0, 2, 2),
	(3, 1, 3, 2),
	(4, 2, 4, 2),
	(5, 0, 5, 3),
	(6, 1, 4, 3),
	(7, 0, 6, 4),
	(8, 0, 5, 5),
	(9, 0, 5, 6),
	(10, 1, 4, 6);
SELECT pg_catalog.setval('public.auth_group_id_seq', 13, true);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 50, true);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 474, true);
SELECT pg_catalog.setval('public.axes_accessattempt_id_seq', 1, false);
SELECT pg_catalog.setval('public.axes_accessfailurelog_id_seq', 1, false);
SELECT pg_catalog.setval('public.axes_accesslog_id_seq', 1, false);
SELECT pg_catalog.setval('public.content_clearance_id_seq', 1, false);
SELECT pg_catalog.setval('public.content_documentfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.content_filepage_id_seq', 1, false);
SELECT pg_catalog.setval('public.content_filereading_id_seq', 1, false);
SELECT pg_catalog.setval('public.content_organisation_id_seq', 1, false);
SELECT pg_catalog.setval('public.content_portaldocument_id_seq', 1, false);
SELECT pg_catalog.setval('public.content_review_id_seq', 1, false);
SELECT pg_catalog.setval('public.content_reviewtask_groups_id_seq', 5, true);
SELECT pg_catalog.setval('public.content_topic_id_seq', 1, false);
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
SELECT pg_catalog.setval('public.django_content_type_id_seq', 118, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 292, true);
SELECT pg_catalog.setval('public.django_otp_webauthn_webauthnattestation_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_otp_webauthn_webauthncredential_id_seq', 1, false);
SELECT pg_catalog.setval('public.findability_tombstone_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);
SELECT pg_catalog.setval('public.publications_publicationfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.publications_publicationindexpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.publications_publicationpage_organisations_id_seq', 1, false);
SELECT pg_catalog.setval('public.publications_publicationpage_regions_id_seq', 1, false);
SELECT pg_catalog.setval('public.publications_publicationpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_clusterbacklog_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_expectedresult_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_poorsearch_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_recommendedresult_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_searchdoc_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_searchoutbox_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_searchpassage_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_searchprofile_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_searchterm_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_synonymset_id_seq', 1, false);
SELECT pg_catalog.setval('public.shelter_directory_directorypage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.shelter_directory_shelteralert_id_seq', 1, false);
SELECT pg_catalog.setval('public.shelter_directory_sheltercheck_id_seq', 1, false);
SELECT pg_catalog.setval('public.shelter_directory_shelterpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.site_pages_glossarypage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.site_pages_glossaryterm_id_seq', 1, false);
SELECT pg_catalog.setval('public.site_pages_helppage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.site_pages_homepage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.site_pages_organisationindexpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.site_pages_organisationpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.site_pages_standardpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.site_pages_topicindexpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.site_pages_topicpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.sop_library_correction_id_seq', 1, false);
SELECT pg_catalog.setval('public.sop_library_librarypage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.sop_library_soppage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.sop_library_sopversionpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.sop_library_withdrawal_id_seq', 1, false);
SELECT pg_catalog.setval('public.statistics_methodpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.statistics_receivedfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.statistics_receivedrelease_id_seq', 1, false);
SELECT pg_catalog.setval('public.statistics_releasecalendarpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.statistics_releasepage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.statistics_statisticsindexpage_topics_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_tag_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_taggeditem_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_admin_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_editingsession_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_formstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_apitoken_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collection_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_comment_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_commentreply_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_groupapprovaltask_groups_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_groupcollectionpermission_id_seq', 36, true);
SELECT pg_catalog.setval('public.wagtailcore_grouppagepermission_id_seq', 7, true);
SELECT pg_catalog.setval('public.wagtailcore_groupsitepermission_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_locale_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_modellogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_page_id_seq', 2, true);
SELECT pg_catalog.setval('public.wagtailcore_pagelogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagerevision_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagesubscription_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_referenceindex_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_site_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_task_id_seq', 6, true);
SELECT pg_catalog.setval('public.wagtailcore_taskstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_uploadedfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflow_id_seq', 6, true);
SELECT pg_catalog.setval('public.wagtailcore_workflowstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflowtask_id_seq', 10, true);
SELECT pg_catalog.setval('public.wagtaildocs_document_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailembeds_embed_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_image_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_rendition_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailredirects_redirect_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailsearch_indexentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailusers_userprofile_id_seq', 1, false);
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
ALTER TABLE ONLY public.content_clearance
    ADD CONSTRAINT content_clearance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.content_documentfile
    ADD CONSTRAINT content_documentfile_name_key UNIQUE (name);
ALTER TABLE ONLY public.content_documentfile
    ADD CONSTRAINT content_documentfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.content_filepage
    ADD CONSTRAINT content_filepage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.content_filereading
    ADD CONSTRAINT content_filereading_file_id_key UNIQUE (file_id);
ALTER TABLE ONLY public.content_filereading
    ADD CONSTRAINT content_filereading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.content_organisation
    ADD CONSTRAINT content_organisation_code_key UNIQUE (code);
ALTER TABLE ONLY public.content_organisation
    ADD CONSTRAINT content_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.content_portaldocument
    ADD CONSTRAINT content_portaldocument_current_id_key UNIQUE (current_id);
ALTER TABLE ONLY public.content_portaldocument
    ADD CONSTRAINT content_portaldocument_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.content_portaldocument
    ADD CONSTRAINT content_portaldocument_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.content_review
    ADD CONSTRAINT content_review_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.content_reviewstate
    ADD CONSTRAINT content_reviewstate_pkey PRIMARY KEY (taskstate_ptr_id);
ALTER TABLE ONLY public.content_reviewtask_groups
    ADD CONSTRAINT content_reviewtask_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.content_reviewtask_groups
    ADD CONSTRAINT content_reviewtask_groups_reviewtask_id_group_id_af1e0032_uniq UNIQUE (reviewtask_id, group_id);
ALTER TABLE ONLY public.content_reviewtask
    ADD CONSTRAINT content_reviewtask_pkey PRIMARY KEY (task_ptr_id);
ALTER TABLE ONLY public.content_topic
    ADD CONSTRAINT content_topic_code_key UNIQUE (code);
ALTER TABLE ONLY public.content_topic
    ADD CONSTRAINT content_topic_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.content_workermark
    ADD CONSTRAINT content_workermark_pkey PRIMARY KEY (name);
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
ALTER TABLE ONLY public.content_documentfile
    ADD CONSTRAINT document_file_one_of_a_number UNIQUE (document_id, number);
ALTER TABLE ONLY public.sop_library_sopversionpage
    ADD CONSTRAINT edition_numbers_are_unique UNIQUE (family_id, number);
ALTER TABLE ONLY public.content_filepage
    ADD CONSTRAINT file_page_one_of_a_number UNIQUE (file_id, number);
ALTER TABLE ONLY public.findability_tombstone
    ADD CONSTRAINT findability_tombstone_path_key UNIQUE (path);
ALTER TABLE ONLY public.findability_tombstone
    ADD CONSTRAINT findability_tombstone_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_knownbrowser
    ADD CONSTRAINT known_browser_once_a_user UNIQUE (user_id, label);
ALTER TABLE ONLY public.statistics_receivedfile
    ADD CONSTRAINT one_file_of_a_name_a_release UNIQUE (release_id, name);
ALTER TABLE ONLY public.statistics_releasepage
    ADD CONSTRAINT one_page_a_version_of_a_period UNIQUE (period, version);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.publications_publicationfile
    ADD CONSTRAINT publication_file_once_a_page UNIQUE (page_id, document_id);
ALTER TABLE ONLY public.publications_publicationindexpage_topics
    ADD CONSTRAINT publications_publication_publicationindexpage_id__3980a439_uniq UNIQUE (publicationindexpage_id, topic_id);
ALTER TABLE ONLY public.publications_publicationpage_organisations
    ADD CONSTRAINT publications_publication_publicationpage_id_organ_edb2b5f1_uniq UNIQUE (publicationpage_id, organisation_id);
ALTER TABLE ONLY public.publications_publicationpage_regions
    ADD CONSTRAINT publications_publication_publicationpage_id_regio_4a983408_uniq UNIQUE (publicationpage_id, region_id);
ALTER TABLE ONLY public.publications_publicationpage_topics
    ADD CONSTRAINT publications_publication_publicationpage_id_topic_13c980c2_uniq UNIQUE (publicationpage_id, topic_id);
ALTER TABLE ONLY public.publications_publicationfile
    ADD CONSTRAINT publications_publicationfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.publications_publicationindexpage
    ADD CONSTRAINT publications_publicationindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.publications_publicationindexpage_topics
    ADD CONSTRAINT publications_publicationindexpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.publications_publicationpage
    ADD CONSTRAINT publications_publicationpage_key_key UNIQUE (key);
ALTER TABLE ONLY public.publications_publicationpage_organisations
    ADD CONSTRAINT publications_publicationpage_organisations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.publications_publicationpage
    ADD CONSTRAINT publications_publicationpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.publications_publicationpage_regions
    ADD CONSTRAINT publications_publicationpage_regions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.publications_publicationpage_topics
    ADD CONSTRAINT publications_publicationpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_recoverycodes
    ADD CONSTRAINT recovery_codes_one_sheet_a_user UNIQUE (user_id);
ALTER TABLE ONLY public.search_clusterbacklog
    ADD CONSTRAINT search_clusterbacklog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_expectedresult
    ADD CONSTRAINT search_expectedresult_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_expectedresult
    ADD CONSTRAINT search_expectedresult_search_key UNIQUE (search);
ALTER TABLE ONLY public.search_searchpassage
    ADD CONSTRAINT search_passage_place UNIQUE (doc_id, place);
ALTER TABLE ONLY public.search_poorsearch
    ADD CONSTRAINT search_poor_search_once_a_day UNIQUE (day, words, unknown_words, found_some);
ALTER TABLE ONLY public.search_poorsearch
    ADD CONSTRAINT search_poorsearch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_recommendedresult
    ADD CONSTRAINT search_recommendedresult_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchcollection
    ADD CONSTRAINT search_searchcollection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchdoc
    ADD CONSTRAINT search_searchdoc_key_key UNIQUE (key);
ALTER TABLE ONLY public.search_searchdoc
    ADD CONSTRAINT search_searchdoc_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchoutbox
    ADD CONSTRAINT search_searchoutbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchpassage
    ADD CONSTRAINT search_searchpassage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchposting
    ADD CONSTRAINT search_searchposting_pkey PRIMARY KEY (term_id, doc_id) INCLUDE (code);
ALTER TABLE ONLY public.search_searchprofile
    ADD CONSTRAINT search_searchprofile_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.search_searchprofile
    ADD CONSTRAINT search_searchprofile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchterm
    ADD CONSTRAINT search_searchterm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchterm
    ADD CONSTRAINT search_searchterm_term_key UNIQUE (term);
ALTER TABLE ONLY public.search_searchword
    ADD CONSTRAINT search_searchword_pkey PRIMARY KEY (word);
ALTER TABLE ONLY public.search_synonymset
    ADD CONSTRAINT search_synonymset_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shelter_directory_directorypage_topics
    ADD CONSTRAINT shelter_directory_direct_directorypage_id_topic_i_a8d71823_uniq UNIQUE (directorypage_id, topic_id);
ALTER TABLE ONLY public.shelter_directory_directorypage
    ADD CONSTRAINT shelter_directory_directorypage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.shelter_directory_directorypage_topics
    ADD CONSTRAINT shelter_directory_directorypage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shelter_directory_shelterpage_topics
    ADD CONSTRAINT shelter_directory_shelte_shelterpage_id_topic_id_6a3efa3a_uniq UNIQUE (shelterpage_id, topic_id);
ALTER TABLE ONLY public.shelter_directory_shelteralert
    ADD CONSTRAINT shelter_directory_shelteralert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shelter_directory_sheltercheck
    ADD CONSTRAINT shelter_directory_sheltercheck_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shelter_directory_shelterpage
    ADD CONSTRAINT shelter_directory_shelterpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.shelter_directory_shelterpage_topics
    ADD CONSTRAINT shelter_directory_shelterpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site_pages_glossarypage_topics
    ADD CONSTRAINT site_pages_glossarypage__glossarypage_id_topic_id_c9217a4f_uniq UNIQUE (glossarypage_id, topic_id);
ALTER TABLE ONLY public.site_pages_glossarypage
    ADD CONSTRAINT site_pages_glossarypage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.site_pages_glossarypage_topics
    ADD CONSTRAINT site_pages_glossarypage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site_pages_glossaryterm
    ADD CONSTRAINT site_pages_glossaryterm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site_pages_glossaryterm
    ADD CONSTRAINT site_pages_glossaryterm_term_key UNIQUE (term);
ALTER TABLE ONLY public.site_pages_helppage
    ADD CONSTRAINT site_pages_helppage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.site_pages_helppage_topics
    ADD CONSTRAINT site_pages_helppage_topics_helppage_id_topic_id_b40f70af_uniq UNIQUE (helppage_id, topic_id);
ALTER TABLE ONLY public.site_pages_helppage_topics
    ADD CONSTRAINT site_pages_helppage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site_pages_homepage
    ADD CONSTRAINT site_pages_homepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.site_pages_homepage_topics
    ADD CONSTRAINT site_pages_homepage_topics_homepage_id_topic_id_03dd5eae_uniq UNIQUE (homepage_id, topic_id);
ALTER TABLE ONLY public.site_pages_homepage_topics
    ADD CONSTRAINT site_pages_homepage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site_pages_organisationindexpage_topics
    ADD CONSTRAINT site_pages_organisationi_organisationindexpage_id_96c5b870_uniq UNIQUE (organisationindexpage_id, topic_id);
ALTER TABLE ONLY public.site_pages_organisationindexpage
    ADD CONSTRAINT site_pages_organisationindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.site_pages_organisationindexpage_topics
    ADD CONSTRAINT site_pages_organisationindexpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site_pages_organisationpage_topics
    ADD CONSTRAINT site_pages_organisationp_organisationpage_id_topi_02f91984_uniq UNIQUE (organisationpage_id, topic_id);
ALTER TABLE ONLY public.site_pages_organisationpage
    ADD CONSTRAINT site_pages_organisationpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.site_pages_organisationpage_topics
    ADD CONSTRAINT site_pages_organisationpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site_pages_standardpage_topics
    ADD CONSTRAINT site_pages_standardpage__standardpage_id_topic_id_49015d6d_uniq UNIQUE (standardpage_id, topic_id);
ALTER TABLE ONLY public.site_pages_standardpage
    ADD CONSTRAINT site_pages_standardpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.site_pages_standardpage_topics
    ADD CONSTRAINT site_pages_standardpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site_pages_topicindexpage_topics
    ADD CONSTRAINT site_pages_topicindexpag_topicindexpage_id_topic__99b52b05_uniq UNIQUE (topicindexpage_id, topic_id);
ALTER TABLE ONLY public.site_pages_topicindexpage
    ADD CONSTRAINT site_pages_topicindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.site_pages_topicindexpage_topics
    ADD CONSTRAINT site_pages_topicindexpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site_pages_topicpage
    ADD CONSTRAINT site_pages_topicpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.site_pages_topicpage_topics
    ADD CONSTRAINT site_pages_topicpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.site_pages_topicpage_topics
    ADD CONSTRAINT site_pages_topicpage_topics_topicpage_id_topic_id_48193e7d_uniq UNIQUE (topicpage_id, topic_id);
ALTER TABLE ONLY public.sop_library_correction
    ADD CONSTRAINT sop_library_correction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sop_library_librarypage_topics
    ADD CONSTRAINT sop_library_librarypage__librarypage_id_topic_id_16becb36_uniq UNIQUE (librarypage_id, topic_id);
ALTER TABLE ONLY public.sop_library_librarypage
    ADD CONSTRAINT sop_library_librarypage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.sop_library_librarypage_topics
    ADD CONSTRAINT sop_library_librarypage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sop_library_soppage
    ADD CONSTRAINT sop_library_soppage_identifier_key UNIQUE (identifier);
ALTER TABLE ONLY public.sop_library_soppage
    ADD CONSTRAINT sop_library_soppage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.sop_library_soppage_topics
    ADD CONSTRAINT sop_library_soppage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sop_library_soppage_topics
    ADD CONSTRAINT sop_library_soppage_topics_soppage_id_topic_id_9181ce00_uniq UNIQUE (soppage_id, topic_id);
ALTER TABLE ONLY public.sop_library_sopversionpage_topics
    ADD CONSTRAINT sop_library_sopversionpa_sopversionpage_id_topic__bb55a1a8_uniq UNIQUE (sopversionpage_id, topic_id);
ALTER TABLE ONLY public.sop_library_sopversionpage
    ADD CONSTRAINT sop_library_sopversionpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.sop_library_sopversionpage_topics
    ADD CONSTRAINT sop_library_sopversionpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sop_library_withdrawal
    ADD CONSTRAINT sop_library_withdrawal_edition_id_key UNIQUE (edition_id);
ALTER TABLE ONLY public.sop_library_withdrawal
    ADD CONSTRAINT sop_library_withdrawal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.statistics_methodpage
    ADD CONSTRAINT statistics_methodpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.statistics_methodpage_topics
    ADD CONSTRAINT statistics_methodpage_to_methodpage_id_topic_id_380f30d7_uniq UNIQUE (methodpage_id, topic_id);
ALTER TABLE ONLY public.statistics_methodpage_topics
    ADD CONSTRAINT statistics_methodpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.statistics_receivedfile
    ADD CONSTRAINT statistics_receivedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.statistics_receivedrelease
    ADD CONSTRAINT statistics_receivedrelease_bundle_sha256_key UNIQUE (bundle_sha256);
ALTER TABLE ONLY public.statistics_receivedrelease
    ADD CONSTRAINT statistics_receivedrelease_manifest_sha256_key UNIQUE (manifest_sha256);
ALTER TABLE ONLY public.statistics_receivedrelease
    ADD CONSTRAINT statistics_receivedrelease_page_id_key UNIQUE (page_id);
ALTER TABLE ONLY public.statistics_receivedrelease
    ADD CONSTRAINT statistics_receivedrelease_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.statistics_receivedrelease
    ADD CONSTRAINT statistics_receivedrelease_release_id_key UNIQUE (release_id);
ALTER TABLE ONLY public.statistics_receivedrelease
    ADD CONSTRAINT statistics_receivedrelease_sequence_key UNIQUE (sequence);
ALTER TABLE ONLY public.statistics_releasecalendarpage_topics
    ADD CONSTRAINT statistics_releasecalend_releasecalendarpage_id_t_f50d0148_uniq UNIQUE (releasecalendarpage_id, topic_id);
ALTER TABLE ONLY public.statistics_releasecalendarpage
    ADD CONSTRAINT statistics_releasecalendarpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.statistics_releasecalendarpage_topics
    ADD CONSTRAINT statistics_releasecalendarpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.statistics_releasepage
    ADD CONSTRAINT statistics_releasepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.statistics_releasepage
    ADD CONSTRAINT statistics_releasepage_release_id_key UNIQUE (release_id);
ALTER TABLE ONLY public.statistics_releasepage
    ADD CONSTRAINT statistics_releasepage_sequence_key UNIQUE (sequence);
ALTER TABLE ONLY public.statistics_releasepage_topics
    ADD CONSTRAINT statistics_releasepage_t_releasepage_id_topic_id_7dd2307a_uniq UNIQUE (releasepage_id, topic_id);
ALTER TABLE ONLY public.statistics_releasepage_topics
    ADD CONSTRAINT statistics_releasepage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.statistics_statisticsindexpage_topics
    ADD CONSTRAINT statistics_statisticsind_statisticsindexpage_id_t_305ef571_uniq UNIQUE (statisticsindexpage_id, topic_id);
ALTER TABLE ONLY public.statistics_statisticsindexpage
    ADD CONSTRAINT statistics_statisticsindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.statistics_statisticsindexpage_topics
    ADD CONSTRAINT statistics_statisticsindexpage_topics_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_name_key UNIQUE (name);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni UNIQUE (content_type_id, object_id, tag_id);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT unique_permission UNIQUE (group_id, page_id, permission_id);
ALTER TABLE ONLY public.wagtailadmin_admin
    ADD CONSTRAINT wagtailadmin_admin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_key_hash_key UNIQUE (key_hash);
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionvi_collectionviewrestrictio_988995ae_uniq UNIQUE (collectionviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprova_groupapprovaltask_id_gro_bb5ee7eb_uniq UNIQUE (groupapprovaltask_id, group_id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprovaltask_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapprovaltask_pkey PRIMARY KEY (task_ptr_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollect_group_id_collection_id_p_a21cefe9_uniq UNIQUE (group_id, collection_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollectionpermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppagepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsiteper_group_id_site_id_permiss_a58ee30d_uniq UNIQUE (group_id, site_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsitepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_language_code_key UNIQUE (language_code);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_translation_key_locale_id_9b041bad_uniq UNIQUE (translation_key, locale_id);
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pagelogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq UNIQUE (page_id, user_id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrest_pageviewrestriction_id_g_d23f80bb_uniq UNIQUE (pageviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceind_base_content_type_id_obj_9e6ccd6a_uniq UNIQUE (base_content_type_id, object_id, to_content_type_id, to_object_id, content_path_hash);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_hostname_port_2c626d70_uniq UNIQUE (hostname, port);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploadedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflow
    ADD CONSTRAINT wagtailcore_workflow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflowcontenttype_pkey PRIMARY KEY (content_type_id);
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflowpage_pkey PRIMARY KEY (page_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_current_task_state_id_key UNIQUE (current_task_state_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq UNIQUE (workflow_id, task_id);
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailembeds_embed
    ADD CONSTRAINT wagtailembeds_embed_hash_c9bd8c9a_uniq UNIQUE (hash);
ALTER TABLE ONLY public.wagtailembeds_embed
    ADD CONSTRAINT wagtailembeds_embed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_image_id_filter_spec_foc_323c8fe0_uniq UNIQUE (image_id, filter_spec, focal_point_key);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_old_path_site_id_783622d7_uniq UNIQUE (old_path, site_id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_content_type_id_object_i_bcd7ba73_uniq UNIQUE (content_type_id, object_id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_key UNIQUE (user_id);
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
CREATE INDEX base_content_object_idx ON public.wagtailcore_revision USING btree (base_content_type_id, object_id);
CREATE INDEX content_clearance_page_id_d458eaaa ON public.content_clearance USING btree (page_id);
CREATE INDEX content_documentfile_document_id_ed9e51b8 ON public.content_documentfile USING btree (document_id);
CREATE INDEX content_documentfile_name_3e1a5490_like ON public.content_documentfile USING btree (name varchar_pattern_ops);
CREATE INDEX content_documentfile_sha256_f33c3939 ON public.content_documentfile USING btree (sha256);
CREATE INDEX content_documentfile_sha256_f33c3939_like ON public.content_documentfile USING btree (sha256 varchar_pattern_ops);
CREATE INDEX content_documentfile_uploaded_by_id_59844cd1 ON public.content_documentfile USING btree (uploaded_by_id);
CREATE INDEX content_documentfile_uploaded_sha256_fd672b0d ON public.content_documentfile USING btree (uploaded_sha256);
CREATE INDEX content_documentfile_uploaded_sha256_fd672b0d_like ON public.content_documentfile USING btree (uploaded_sha256 varchar_pattern_ops);
CREATE INDEX content_filepage_file_id_9850095c ON public.content_filepage USING btree (file_id);
CREATE INDEX content_object_idx ON public.wagtailcore_revision USING btree (content_type_id, object_id);
CREATE INDEX content_organisation_code_90df3dcc_like ON public.content_organisation USING btree (code varchar_pattern_ops);
CREATE INDEX content_portaldocument_collection_id_f43c001d ON public.content_portaldocument USING btree (collection_id);
CREATE INDEX content_portaldocument_slug_4740f905 ON public.content_portaldocument USING btree (slug);
CREATE INDEX content_portaldocument_slug_4740f905_like ON public.content_portaldocument USING btree (slug varchar_pattern_ops);
CREATE INDEX content_portaldocument_uploaded_by_user_id_048f3d8f ON public.content_portaldocument USING btree (uploaded_by_user_id);
CREATE INDEX content_review_page_id_c3432aa6 ON public.content_review USING btree (page_id);
CREATE INDEX content_review_workflow_state_id_2eaeb21e ON public.content_review USING btree (workflow_state_id);
CREATE INDEX content_reviewtask_groups_group_id_2d73fab0 ON public.content_reviewtask_groups USING btree (group_id);
CREATE INDEX content_reviewtask_groups_reviewtask_id_803ea323 ON public.content_reviewtask_groups USING btree (reviewtask_id);
CREATE INDEX content_topic_code_6378b073_like ON public.content_topic USING btree (code varchar_pattern_ops);
CREATE INDEX content_workermark_name_08fd3a0b_like ON public.content_workermark USING btree (name varchar_pattern_ops);
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
CREATE INDEX django_otp_webauthn_weba_credential_id_sha256_1a385252_like ON public.django_otp_webauthn_webauthncredential USING btree (credential_id_sha256 varchar_pattern_ops);
CREATE INDEX django_otp_webauthn_webauthncredential_user_id_023391d8 ON public.django_otp_webauthn_webauthncredential USING btree (user_id);
CREATE INDEX django_otp_webauthn_webauthnuserhandle_handle_hex_ebcf77a1_like ON public.django_otp_webauthn_webauthnuserhandle USING btree (handle_hex varchar_pattern_ops);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX failed_codes_of_a_person ON public.core_failedcode USING btree (user_id, at);
CREATE INDEX findability_tombstone_path_7841e3e1_like ON public.findability_tombstone USING btree (path varchar_pattern_ops);
CREATE INDEX formstate_user_object ON public.wagtailadmin_formstate USING btree (user_id, content_type_id, object_id, parent_object_id);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE UNIQUE INDEX one_edition_in_force_per_procedure ON public.sop_library_sopversionpage USING btree (family_id) WHERE ((status)::text = 'in_force'::text);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX publication_newest_first ON public.publications_publicationpage USING btree (COALESCE(published_on, '0001-01-01'::date) DESC, page_ptr_id DESC);
CREATE INDEX publications_publicationfile_document_id_52503661 ON public.publications_publicationfile USING btree (document_id);
CREATE INDEX publications_publicationfile_page_id_7f76d417 ON public.publications_publicationfile USING btree (page_id);
CREATE INDEX publications_publicationin_owner_organisation_id_4f36c444 ON public.publications_publicationindexpage USING btree (owner_organisation_id);
CREATE INDEX publications_publicationin_publicationindexpage_id_5f43e65c ON public.publications_publicationindexpage_topics USING btree (publicationindexpage_id);
CREATE INDEX publications_publicationindexpage_topics_topic_id_c99c05e0 ON public.publications_publicationindexpage_topics USING btree (topic_id);
CREATE INDEX publications_publicationpa_organisation_id_6c6ed5cf ON public.publications_publicationpage_organisations USING btree (organisation_id);
CREATE INDEX publications_publicationpa_publicationpage_id_15809559 ON public.publications_publicationpage_regions USING btree (publicationpage_id);
CREATE INDEX publications_publicationpa_publicationpage_id_2869fa8e ON public.publications_publicationpage_organisations USING btree (publicationpage_id);
CREATE INDEX publications_publicationpage_earlier_edition_id_1332f999 ON public.publications_publicationpage USING btree (earlier_edition_id);
CREATE INDEX publications_publicationpage_key_85b61ed3_like ON public.publications_publicationpage USING btree (key varchar_pattern_ops);
CREATE INDEX publications_publicationpage_owner_organisation_id_a65aeb3c ON public.publications_publicationpage USING btree (owner_organisation_id);
CREATE INDEX publications_publicationpage_regions_region_id_835c1cd7 ON public.publications_publicationpage_regions USING btree (region_id);
CREATE INDEX publications_publicationpage_topics_publicationpage_id_2bf4c9cc ON public.publications_publicationpage_topics USING btree (publicationpage_id);
CREATE INDEX publications_publicationpage_topics_topic_id_68888ff1 ON public.publications_publicationpage_topics USING btree (topic_id);
CREATE INDEX referenceindex_source_object ON public.wagtailcore_referenceindex USING btree (base_content_type_id, object_id);
CREATE INDEX referenceindex_target_object ON public.wagtailcore_referenceindex USING btree (to_content_type_id, to_object_id);
CREATE INDEX search_doc_newest ON public.search_searchdoc USING btree (date DESC NULLS LAST, id);
CREATE INDEX search_doc_title_words ON public.search_searchdoc USING gin (to_tsvector('simple'::regconfig, split_part(phrase_text, '|'::text, 1)));
CREATE INDEX search_expectedresult_latest_revision_id_721cae9b ON public.search_expectedresult USING btree (latest_revision_id);
CREATE INDEX search_expectedresult_search_9054d3f1_like ON public.search_expectedresult USING btree (search varchar_pattern_ops);
CREATE INDEX search_posting_best ON public.search_searchposting USING btree (term_id, impact DESC, doc_id) INCLUDE (code, profile_id, day);
CREATE INDEX search_recommendedresult_latest_revision_id_6eea1d69 ON public.search_recommendedresult USING btree (latest_revision_id);
CREATE INDEX search_searchdoc_key_771a7f1a_like ON public.search_searchdoc USING btree (key varchar_pattern_ops);
CREATE INDEX search_searchdoc_profile_id_7ace5a95 ON public.search_searchdoc USING btree (profile_id);
CREATE INDEX search_searchpassage_doc_id_fcc9d1b3 ON public.search_searchpassage USING btree (doc_id);
CREATE INDEX search_searchprofile_digest_05e80c8e_like ON public.search_searchprofile USING btree (digest varchar_pattern_ops);
CREATE INDEX search_searchterm_term_e7747627_like ON public.search_searchterm USING btree (term varchar_pattern_ops);
CREATE INDEX search_searchword_word_9eeb61d0_like ON public.search_searchword USING btree (word varchar_pattern_ops);
CREATE INDEX search_synonymset_latest_revision_id_6ee678a3 ON public.search_synonymset USING btree (latest_revision_id);
CREATE INDEX search_word_shortened ON public.search_searchword USING gin (shortened);
CREATE INDEX shelter_directory_director_directorypage_id_c0831067 ON public.shelter_directory_directorypage_topics USING btree (directorypage_id);
CREATE INDEX shelter_directory_directorypage_owner_organisation_id_78044c27 ON public.shelter_directory_directorypage USING btree (owner_organisation_id);
CREATE INDEX shelter_directory_directorypage_topics_topic_id_dbf487bd ON public.shelter_directory_directorypage_topics USING btree (topic_id);
CREATE INDEX shelter_directory_shelteralert_ended_by_id_62254d65 ON public.shelter_directory_shelteralert USING btree (ended_by_id);
CREATE INDEX shelter_directory_shelteralert_raised_by_id_236faa11 ON public.shelter_directory_shelteralert USING btree (raised_by_id);
CREATE INDEX shelter_directory_shelteralert_shelter_id_d797dae9 ON public.shelter_directory_shelteralert USING btree (shelter_id);
CREATE INDEX shelter_directory_sheltercheck_actor_id_0b1b2392 ON public.shelter_directory_sheltercheck USING btree (actor_id);
CREATE INDEX shelter_directory_sheltercheck_shelter_id_3247cf81 ON public.shelter_directory_sheltercheck USING btree (shelter_id);
CREATE INDEX shelter_directory_shelterpage_district_id_987c9b81 ON public.shelter_directory_shelterpage USING btree (district_id);
CREATE INDEX shelter_directory_shelterpage_owner_organisation_id_dc7db079 ON public.shelter_directory_shelterpage USING btree (owner_organisation_id);
CREATE INDEX shelter_directory_shelterpage_region_id_09722238 ON public.shelter_directory_shelterpage USING btree (region_id);
CREATE INDEX shelter_directory_shelterpage_topics_shelterpage_id_3ffc98c0 ON public.shelter_directory_shelterpage_topics USING btree (shelterpage_id);
CREATE INDEX shelter_directory_shelterpage_topics_topic_id_bd8c6618 ON public.shelter_directory_shelterpage_topics USING btree (topic_id);
CREATE INDEX site_pages_glossarypage_owner_organisation_id_98cdfe38 ON public.site_pages_glossarypage USING btree (owner_organisation_id);
CREATE INDEX site_pages_glossarypage_topics_glossarypage_id_e5080dc5 ON public.site_pages_glossarypage_topics USING btree (glossarypage_id);
CREATE INDEX site_pages_glossarypage_topics_topic_id_c9698f1e ON public.site_pages_glossarypage_topics USING btree (topic_id);
CREATE INDEX site_pages_glossaryterm_term_3973ef02_like ON public.site_pages_glossaryterm USING btree (term varchar_pattern_ops);
CREATE INDEX site_pages_helppage_owner_organisation_id_5b81e8b0 ON public.site_pages_helppage USING btree (owner_organisation_id);
CREATE INDEX site_pages_helppage_topics_helppage_id_0525981c ON public.site_pages_helppage_topics USING btree (helppage_id);
CREATE INDEX site_pages_helppage_topics_topic_id_1e1bcdfd ON public.site_pages_helppage_topics USING btree (topic_id);
CREATE INDEX site_pages_homepage_owner_organisation_id_a4028539 ON public.site_pages_homepage USING btree (owner_organisation_id);
CREATE INDEX site_pages_homepage_topics_homepage_id_5590f93a ON public.site_pages_homepage_topics USING btree (homepage_id);
CREATE INDEX site_pages_homepage_topics_topic_id_2f8f376d ON public.site_pages_homepage_topics USING btree (topic_id);
CREATE INDEX site_pages_organisationind_organisationindexpage_id_c7d2c592 ON public.site_pages_organisationindexpage_topics USING btree (organisationindexpage_id);
CREATE INDEX site_pages_organisationindexpage_owner_organisation_id_b2048ff9 ON public.site_pages_organisationindexpage USING btree (owner_organisation_id);
CREATE INDEX site_pages_organisationindexpage_topics_topic_id_9e29a96a ON public.site_pages_organisationindexpage_topics USING btree (topic_id);
CREATE INDEX site_pages_organisationpage_organisation_id_96b96683 ON public.site_pages_organisationpage USING btree (organisation_id);
CREATE INDEX site_pages_organisationpage_owner_organisation_id_d2b03123 ON public.site_pages_organisationpage USING btree (owner_organisation_id);
CREATE INDEX site_pages_organisationpage_topics_organisationpage_id_bbe38ed6 ON public.site_pages_organisationpage_topics USING btree (organisationpage_id);
CREATE INDEX site_pages_organisationpage_topics_topic_id_3c6e821b ON public.site_pages_organisationpage_topics USING btree (topic_id);
CREATE INDEX site_pages_standardpage_owner_organisation_id_94528f04 ON public.site_pages_standardpage USING btree (owner_organisation_id);
CREATE INDEX site_pages_standardpage_topics_standardpage_id_e93ccda6 ON public.site_pages_standardpage_topics USING btree (standardpage_id);
CREATE INDEX site_pages_standardpage_topics_topic_id_e1d88b2d ON public.site_pages_standardpage_topics USING btree (topic_id);
CREATE INDEX site_pages_topicindexpage_owner_organisation_id_da059ddb ON public.site_pages_topicindexpage USING btree (owner_organisation_id);
CREATE INDEX site_pages_topicindexpage_topics_topic_id_81009350 ON public.site_pages_topicindexpage_topics USING btree (topic_id);
CREATE INDEX site_pages_topicindexpage_topics_topicindexpage_id_7b3f3ba2 ON public.site_pages_topicindexpage_topics USING btree (topicindexpage_id);
CREATE INDEX site_pages_topicpage_owner_organisation_id_a8515dcd ON public.site_pages_topicpage USING btree (owner_organisation_id);
CREATE INDEX site_pages_topicpage_topic_id_0c9c04c8 ON public.site_pages_topicpage USING btree (topic_id);
CREATE INDEX site_pages_topicpage_topics_topic_id_95b734d8 ON public.site_pages_topicpage_topics USING btree (topic_id);
CREATE INDEX site_pages_topicpage_topics_topicpage_id_63cfc9b9 ON public.site_pages_topicpage_topics USING btree (topicpage_id);
CREATE INDEX sop_library_correction_anchor_7a90e67a ON public.sop_library_correction USING btree (anchor);
CREATE INDEX sop_library_correction_anchor_7a90e67a_like ON public.sop_library_correction USING btree (anchor varchar_pattern_ops);
CREATE INDEX sop_library_correction_asked_by_id_33c6d000 ON public.sop_library_correction USING btree (asked_by_id);
CREATE INDEX sop_library_correction_confirmed_by_id_8ea6e2fc ON public.sop_library_correction USING btree (confirmed_by_id);
CREATE INDEX sop_library_correction_edition_id_81caca80 ON public.sop_library_correction USING btree (edition_id);
CREATE INDEX sop_library_librarypage_owner_organisation_id_ae04bf82 ON public.sop_library_librarypage USING btree (owner_organisation_id);
CREATE INDEX sop_library_librarypage_topics_librarypage_id_2307645f ON public.sop_library_librarypage_topics USING btree (librarypage_id);
CREATE INDEX sop_library_librarypage_topics_topic_id_653a625c ON public.sop_library_librarypage_topics USING btree (topic_id);
CREATE INDEX sop_library_soppage_identifier_fc557210_like ON public.sop_library_soppage USING btree (identifier varchar_pattern_ops);
CREATE INDEX sop_library_soppage_owner_organisation_id_dc6f9b49 ON public.sop_library_soppage USING btree (owner_organisation_id);
CREATE INDEX sop_library_soppage_topics_soppage_id_40f4413b ON public.sop_library_soppage_topics USING btree (soppage_id);
CREATE INDEX sop_library_soppage_topics_topic_id_8f521b6c ON public.sop_library_soppage_topics USING btree (topic_id);
CREATE INDEX sop_library_sopversionpage_family_id_4c2065f1 ON public.sop_library_sopversionpage USING btree (family_id);
CREATE INDEX sop_library_sopversionpage_owner_organisation_id_b607a784 ON public.sop_library_sopversionpage USING btree (owner_organisation_id);
CREATE INDEX sop_library_sopversionpage_supersedes_id_4d70d8f7 ON public.sop_library_sopversionpage USING btree (supersedes_id);
CREATE INDEX sop_library_sopversionpage_topics_sopversionpage_id_8bba22e1 ON public.sop_library_sopversionpage_topics USING btree (sopversionpage_id);
CREATE INDEX sop_library_sopversionpage_topics_topic_id_04b41196 ON public.sop_library_sopversionpage_topics USING btree (topic_id);
CREATE INDEX sop_library_withdrawal_asked_by_id_f6a49c82 ON public.sop_library_withdrawal USING btree (asked_by_id);
CREATE INDEX sop_library_withdrawal_confirmed_by_id_84ded92f ON public.sop_library_withdrawal USING btree (confirmed_by_id);
CREATE INDEX sop_library_withdrawal_replacement_id_cf74d0c3 ON public.sop_library_withdrawal USING btree (replacement_id);
CREATE INDEX statistics_methodpage_owner_organisation_id_8866fff5 ON public.statistics_methodpage USING btree (owner_organisation_id);
CREATE INDEX statistics_methodpage_topics_methodpage_id_94683c19 ON public.statistics_methodpage_topics USING btree (methodpage_id);
CREATE INDEX statistics_methodpage_topics_topic_id_fce4fe63 ON public.statistics_methodpage_topics USING btree (topic_id);
CREATE INDEX statistics_receivedfile_release_id_bab5baa1 ON public.statistics_receivedfile USING btree (release_id);
CREATE INDEX statistics_receivedrelease_bundle_sha256_9d0909bf_like ON public.statistics_receivedrelease USING btree (bundle_sha256 varchar_pattern_ops);
CREATE INDEX statistics_receivedrelease_manifest_sha256_95f47dbd_like ON public.statistics_receivedrelease USING btree (manifest_sha256 varchar_pattern_ops);
CREATE INDEX statistics_receivedrelease_release_id_1919616a_like ON public.statistics_receivedrelease USING btree (release_id varchar_pattern_ops);
CREATE INDEX statistics_releasecalendar_releasecalendarpage_id_06bb2967 ON public.statistics_releasecalendarpage_topics USING btree (releasecalendarpage_id);
CREATE INDEX statistics_releasecalendarpage_owner_organisation_id_65148dca ON public.statistics_releasecalendarpage USING btree (owner_organisation_id);
CREATE INDEX statistics_releasecalendarpage_topics_topic_id_3158fa47 ON public.statistics_releasecalendarpage_topics USING btree (topic_id);
CREATE INDEX statistics_releasepage_owner_organisation_id_6b30cc66 ON public.statistics_releasepage USING btree (owner_organisation_id);
CREATE INDEX statistics_releasepage_period_bd81eccb ON public.statistics_releasepage USING btree (period);
CREATE INDEX statistics_releasepage_period_bd81eccb_like ON public.statistics_releasepage USING btree (period varchar_pattern_ops);
CREATE INDEX statistics_releasepage_release_id_876d3f06_like ON public.statistics_releasepage USING btree (release_id varchar_pattern_ops);
CREATE INDEX statistics_releasepage_topics_releasepage_id_66f07f3b ON public.statistics_releasepage_topics USING btree (releasepage_id);
CREATE INDEX statistics_releasepage_topics_topic_id_797bc30f ON public.statistics_releasepage_topics USING btree (topic_id);
CREATE INDEX statistics_statisticsindex_statisticsindexpage_id_a46dc399 ON public.statistics_statisticsindexpage_topics USING btree (statisticsindexpage_id);
CREATE INDEX statistics_statisticsindexpage_owner_organisation_id_b727afb1 ON public.statistics_statisticsindexpage USING btree (owner_organisation_id);
CREATE INDEX statistics_statisticsindexpage_topics_topic_id_b951f0ba ON public.statistics_statisticsindexpage_topics USING btree (topic_id);
CREATE INDEX taggit_tag_name_58eb2ed9_like ON public.taggit_tag USING btree (name varchar_pattern_ops);
CREATE INDEX taggit_tag_slug_6be58b2c_like ON public.taggit_tag USING btree (slug varchar_pattern_ops);
CREATE INDEX taggit_tagg_content_8fc721_idx ON public.taggit_taggeditem USING btree (content_type_id, object_id);
CREATE INDEX taggit_taggeditem_content_type_id_9957a03c ON public.taggit_taggeditem USING btree (content_type_id);
CREATE INDEX taggit_taggeditem_object_id_e2d7d1df ON public.taggit_taggeditem USING btree (object_id);
CREATE INDEX taggit_taggeditem_tag_id_f4f5b767 ON public.taggit_taggeditem USING btree (tag_id);
CREATE UNIQUE INDEX totp_device_one_confirmed_a_user ON public.core_totpdevice USING btree (user_id) WHERE confirmed;
CREATE UNIQUE INDEX unique_in_progress_workflow ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id) WHERE ((status)::text = ANY ((ARRAY['in_progress'::character varying, 'needs_changes'::character varying])::text[]));
CREATE INDEX wagtailadmi_content_717955_idx ON public.wagtailadmin_editingsession USING btree (content_type_id, object_id);
CREATE INDEX wagtailadmin_editingsession_content_type_id_4df7730e ON public.wagtailadmin_editingsession USING btree (content_type_id);
CREATE INDEX wagtailadmin_editingsession_user_id_6e1a9b70 ON public.wagtailadmin_editingsession USING btree (user_id);
CREATE INDEX wagtailadmin_formstate_content_type_id_e32438b3 ON public.wagtailadmin_formstate USING btree (content_type_id);
CREATE INDEX wagtailadmin_formstate_user_id_b910adc2 ON public.wagtailadmin_formstate USING btree (user_id);
CREATE INDEX wagtailcore_apitoken_key_hash_65979b78_like ON public.wagtailcore_apitoken USING btree (key_hash varchar_pattern_ops);
CREATE INDEX wagtailcore_apitoken_user_id_49b1141b ON public.wagtailcore_apitoken USING btree (user_id);
CREATE INDEX wagtailcore_collection_path_d848dc19_like ON public.wagtailcore_collection USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_collectionview_collectionviewrestriction__47320efd ON public.wagtailcore_collectionviewrestriction_groups USING btree (collectionviewrestriction_id);
CREATE INDEX wagtailcore_collectionviewrestriction_collection_id_761908ec ON public.wagtailcore_collectionviewrestriction USING btree (collection_id);
CREATE INDEX wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3 ON public.wagtailcore_collectionviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_comment_page_id_108444b5 ON public.wagtailcore_comment USING btree (page_id);
CREATE INDEX wagtailcore_comment_resolved_by_id_a282aa0e ON public.wagtailcore_comment USING btree (resolved_by_id);
CREATE INDEX wagtailcore_comment_revision_created_id_1d058279 ON public.wagtailcore_comment USING btree (revision_created_id);
CREATE INDEX wagtailcore_comment_user_id_0c577ca6 ON public.wagtailcore_comment USING btree (user_id);
CREATE INDEX wagtailcore_commentreply_comment_id_afc7e027 ON public.wagtailcore_commentreply USING btree (comment_id);
CREATE INDEX wagtailcore_commentreply_user_id_d0b3b9c3 ON public.wagtailcore_commentreply USING btree (user_id);
CREATE INDEX wagtailcore_groupapprovalt_groupapprovaltask_id_9a9255ea ON public.wagtailcore_groupapprovaltask_groups USING btree (groupapprovaltask_id);
CREATE INDEX wagtailcore_groupapprovaltask_groups_group_id_2e64b61f ON public.wagtailcore_groupapprovaltask_groups USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_collection_id_5423575a ON public.wagtailcore_groupcollectionpermission USING btree (collection_id);
CREATE INDEX wagtailcore_groupcollectionpermission_group_id_05d61460 ON public.wagtailcore_groupcollectionpermission USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_permission_id_1b626275 ON public.wagtailcore_groupcollectionpermission USING btree (permission_id);
CREATE INDEX wagtailcore_grouppagepermission_group_id_fc07e671 ON public.wagtailcore_grouppagepermission USING btree (group_id);
CREATE INDEX wagtailcore_grouppagepermission_page_id_710b114a ON public.wagtailcore_grouppagepermission USING btree (page_id);
CREATE INDEX wagtailcore_grouppagepermission_permission_id_05acb22e ON public.wagtailcore_grouppagepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_group_id_e5cdbee4 ON public.wagtailcore_groupsitepermission USING btree (group_id);
CREATE INDEX wagtailcore_groupsitepermission_permission_id_459b1f38 ON public.wagtailcore_groupsitepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_site_id_245de488 ON public.wagtailcore_groupsitepermission USING btree (site_id);
CREATE INDEX wagtailcore_locale_language_code_03149338_like ON public.wagtailcore_locale USING btree (language_code varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee ON public.wagtailcore_modellogentry USING btree (action);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee_like ON public.wagtailcore_modellogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_content_changed_8bc39742 ON public.wagtailcore_modellogentry USING btree (content_changed);
CREATE INDEX wagtailcore_modellogentry_content_type_id_68849e77 ON public.wagtailcore_modellogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef ON public.wagtailcore_modellogentry USING btree (object_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef_like ON public.wagtailcore_modellogentry USING btree (object_id varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_revision_id_df6ca33a ON public.wagtailcore_modellogentry USING btree (revision_id);
CREATE INDEX wagtailcore_modellogentry_timestamp_9694521b ON public.wagtailcore_modellogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_modellogentry_user_id_0278d1bf ON public.wagtailcore_modellogentry USING btree (user_id);
CREATE INDEX wagtailcore_page_alias_of_id_12945502 ON public.wagtailcore_page USING btree (alias_of_id);
CREATE INDEX wagtailcore_page_content_type_id_c28424df ON public.wagtailcore_page USING btree (content_type_id);
CREATE INDEX wagtailcore_page_first_published_at_2b5dd637 ON public.wagtailcore_page USING btree (first_published_at);
CREATE INDEX wagtailcore_page_latest_revision_id_e60fef51 ON public.wagtailcore_page USING btree (latest_revision_id);
CREATE INDEX wagtailcore_page_live_revision_id_930bd822 ON public.wagtailcore_page USING btree (live_revision_id);
CREATE INDEX wagtailcore_page_locale_id_3c7e30a6 ON public.wagtailcore_page USING btree (locale_id);
CREATE INDEX wagtailcore_page_locked_by_id_bcb86245 ON public.wagtailcore_page USING btree (locked_by_id);
CREATE INDEX wagtailcore_page_owner_id_fbf7c332 ON public.wagtailcore_page USING btree (owner_id);
CREATE INDEX wagtailcore_page_path_98eba2c8_like ON public.wagtailcore_page USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_page_slug_e7c11b8f ON public.wagtailcore_page USING btree (slug);
CREATE INDEX wagtailcore_page_slug_e7c11b8f_like ON public.wagtailcore_page USING btree (slug varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198 ON public.wagtailcore_pagelogentry USING btree (action);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198_like ON public.wagtailcore_pagelogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_content_changed_99f27ade ON public.wagtailcore_pagelogentry USING btree (content_changed);
CREATE INDEX wagtailcore_pagelogentry_content_type_id_74e7708a ON public.wagtailcore_pagelogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_pagelogentry_page_id_8464e327 ON public.wagtailcore_pagelogentry USING btree (page_id);
CREATE INDEX wagtailcore_pagelogentry_revision_id_8043d103 ON public.wagtailcore_pagelogentry USING btree (revision_id);
CREATE INDEX wagtailcore_pagelogentry_timestamp_deb774c4 ON public.wagtailcore_pagelogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_pagelogentry_user_id_604ccfd8 ON public.wagtailcore_pagelogentry USING btree (user_id);
CREATE INDEX wagtailcore_pagerevision_approved_go_live_at_e56afc67 ON public.wagtailcore_revision USING btree (approved_go_live_at);
CREATE INDEX wagtailcore_pagerevision_created_at_66954e3b ON public.wagtailcore_revision USING btree (created_at);
CREATE INDEX wagtailcore_pagerevision_user_id_2409d2f4 ON public.wagtailcore_revision USING btree (user_id);
CREATE INDEX wagtailcore_pagesubscription_page_id_a085e7a6 ON public.wagtailcore_pagesubscription USING btree (page_id);
CREATE INDEX wagtailcore_pagesubscription_user_id_89d7def9 ON public.wagtailcore_pagesubscription USING btree (user_id);
CREATE INDEX wagtailcore_pageviewrestri_pageviewrestriction_id_f147a99a ON public.wagtailcore_pageviewrestriction_groups USING btree (pageviewrestriction_id);
CREATE INDEX wagtailcore_pageviewrestriction_groups_group_id_6460f223 ON public.wagtailcore_pageviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_pageviewrestriction_page_id_15a8bea6 ON public.wagtailcore_pageviewrestriction USING btree (page_id);
CREATE INDEX wagtailcore_referenceindex_base_content_type_id_313cf40f ON public.wagtailcore_referenceindex USING btree (base_content_type_id);
CREATE INDEX wagtailcore_referenceindex_content_type_id_766e0336 ON public.wagtailcore_referenceindex USING btree (content_type_id);
CREATE INDEX wagtailcore_referenceindex_to_content_type_id_93690bbd ON public.wagtailcore_referenceindex USING btree (to_content_type_id);
CREATE INDEX wagtailcore_revision_base_content_type_id_5b4ef7bd ON public.wagtailcore_revision USING btree (base_content_type_id);
CREATE INDEX wagtailcore_revision_content_type_id_c8cb69c0 ON public.wagtailcore_revision USING btree (content_type_id);
CREATE INDEX wagtailcore_site_hostname_96b20b46 ON public.wagtailcore_site USING btree (hostname);
CREATE INDEX wagtailcore_site_hostname_96b20b46_like ON public.wagtailcore_site USING btree (hostname varchar_pattern_ops);
CREATE INDEX wagtailcore_site_root_page_id_e02fb95c ON public.wagtailcore_site USING btree (root_page_id);
CREATE INDEX wagtailcore_task_content_type_id_249ab8ba ON public.wagtailcore_task USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_content_type_id_0a758fdc ON public.wagtailcore_taskstate USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_finished_by_id_13f98229 ON public.wagtailcore_taskstate USING btree (finished_by_id);
CREATE INDEX wagtailcore_taskstate_page_revision_id_9f52c88e ON public.wagtailcore_taskstate USING btree (revision_id);
CREATE INDEX wagtailcore_taskstate_task_id_c3677c34 ON public.wagtailcore_taskstate USING btree (task_id);
CREATE INDEX wagtailcore_taskstate_workflow_state_id_9239a775 ON public.wagtailcore_taskstate USING btree (workflow_state_id);
CREATE INDEX wagtailcore_uploadedfile_for_content_type_id_b0fc87b2 ON public.wagtailcore_uploadedfile USING btree (for_content_type_id);
CREATE INDEX wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8 ON public.wagtailcore_uploadedfile USING btree (uploaded_by_user_id);
CREATE INDEX wagtailcore_uuid_06a44d_idx ON public.wagtailcore_pagelogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_uuid_d6363b_idx ON public.wagtailcore_modellogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_workflowcontenttype_workflow_id_9aad7cd2 ON public.wagtailcore_workflowcontenttype USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowpage_workflow_id_56f56ff6 ON public.wagtailcore_workflowpage USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowstate_base_content_type_id_a30dc576 ON public.wagtailcore_workflowstate USING btree (base_content_type_id);
CREATE INDEX wagtailcore_workflowstate_content_type_id_2bb78ce1 ON public.wagtailcore_workflowstate USING btree (content_type_id);
CREATE INDEX wagtailcore_workflowstate_requested_by_id_4090bca3 ON public.wagtailcore_workflowstate USING btree (requested_by_id);
CREATE INDEX wagtailcore_workflowstate_workflow_id_1f18378f ON public.wagtailcore_workflowstate USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowtask_task_id_ce7716fe ON public.wagtailcore_workflowtask USING btree (task_id);
CREATE INDEX wagtailcore_workflowtask_workflow_id_b9717175 ON public.wagtailcore_workflowtask USING btree (workflow_id);
CREATE INDEX wagtaildocs_document_collection_id_23881625 ON public.wagtaildocs_document USING btree (collection_id);
CREATE INDEX wagtaildocs_document_uploaded_by_user_id_17258b41 ON public.wagtaildocs_document USING btree (uploaded_by_user_id);
CREATE INDEX wagtailembeds_embed_cache_until_26c94bb0 ON public.wagtailembeds_embed USING btree (cache_until);
CREATE INDEX wagtailembeds_embed_hash_c9bd8c9a_like ON public.wagtailembeds_embed USING btree (hash varchar_pattern_ops);
CREATE INDEX wagtailimages_image_collection_id_c2f8af7e ON public.wagtailimages_image USING btree (collection_id);
CREATE INDEX wagtailimages_image_created_at_86fa6cd4 ON public.wagtailimages_image USING btree (created_at);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23 ON public.wagtailimages_image USING btree (file_hash);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23_like ON public.wagtailimages_image USING btree (file_hash varchar_pattern_ops);
CREATE INDEX wagtailimages_image_uploaded_by_user_id_5d73dc75 ON public.wagtailimages_image USING btree (uploaded_by_user_id);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201 ON public.wagtailimages_rendition USING btree (filter_spec);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201_like ON public.wagtailimages_rendition USING btree (filter_spec varchar_pattern_ops);
CREATE INDEX wagtailimages_rendition_image_id_3e1fd774 ON public.wagtailimages_rendition USING btree (image_id);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b ON public.wagtailredirects_redirect USING btree (old_path);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b_like ON public.wagtailredirects_redirect USING btree (old_path varchar_pattern_ops);
CREATE INDEX wagtailredirects_redirect_redirect_page_id_b5728a8f ON public.wagtailredirects_redirect USING btree (redirect_page_id);
CREATE INDEX wagtailredirects_redirect_site_id_780a0e1e ON public.wagtailredirects_redirect USING btree (site_id);
CREATE INDEX wagtailsear_autocom_476c89_gin ON public.wagtailsearch_indexentry USING gin (autocomplete);
CREATE INDEX wagtailsear_body_90c85d_gin ON public.wagtailsearch_indexentry USING gin (body);
CREATE INDEX wagtailsear_title_9caae0_gin ON public.wagtailsearch_indexentry USING gin (title);
CREATE INDEX wagtailsearch_indexentry_content_type_id_62ed694f ON public.wagtailsearch_indexentry USING btree (content_type_id);
CREATE INDEX webauthncredential_sha256_idx ON public.django_otp_webauthn_webauthncredential USING btree (credential_id_sha256);
CREATE INDEX workflowstate_base_ct_id_idx ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id);
CREATE INDEX workflowstate_ct_id_idx ON public.wagtailcore_workflowstate USING btree (content_type_id, object_id);
CREATE TRIGGER content_four_eyes BEFORE INSERT OR DELETE OR UPDATE ON public.wagtailcore_page FOR EACH ROW EXECUTE FUNCTION public.content_refuse_uncleared_page();
CREATE TRIGGER content_keep_evidence BEFORE DELETE OR UPDATE ON public.content_clearance FOR EACH ROW EXECUTE FUNCTION public.content_keep_evidence();
CREATE TRIGGER content_keep_evidence BEFORE DELETE OR UPDATE ON public.content_review FOR EACH ROW EXECUTE FUNCTION public.content_keep_evidence();
CREATE TRIGGER content_no_page_privacy BEFORE INSERT OR UPDATE ON public.wagtailcore_pageviewrestriction FOR EACH ROW EXECUTE FUNCTION public.content_refuse_page_privacy();
CREATE TRIGGER file_version_is_kept BEFORE DELETE OR UPDATE ON public.content_documentfile FOR EACH ROW EXECUTE FUNCTION public.content_file_version_is_kept();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_clearance FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_documentfile FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_filepage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_filereading FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_organisation FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_portaldocument FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_review FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_reviewstate FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_reviewtask FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_reviewtask_groups FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_topic FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.content_workermark FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_agency FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_district FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_failedcode FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_invitation FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_knownbrowser FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_passkeyproof FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_placealias FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_recoverycode FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_recoverycodes FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_region FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_session FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_totpdevice FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_user FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_user_groups FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.core_user_user_permissions FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.django_otp_webauthn_webauthnattestation FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.django_otp_webauthn_webauthncredential FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.django_otp_webauthn_webauthnuserhandle FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.findability_tombstone FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.publications_publicationfile FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.publications_publicationindexpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.publications_publicationindexpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.publications_publicationpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.publications_publicationpage_organisations FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.publications_publicationpage_regions FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.publications_publicationpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shelter_directory_directorypage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shelter_directory_directorypage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shelter_directory_shelteralert FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shelter_directory_sheltercheck FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shelter_directory_shelterpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.shelter_directory_shelterpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_glossarypage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_glossarypage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_glossaryterm FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_helppage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_helppage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_homepage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_homepage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_organisationindexpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_organisationindexpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_organisationpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_organisationpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_standardpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_standardpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_topicindexpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_topicindexpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_topicpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.site_pages_topicpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.sop_library_correction FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.sop_library_librarypage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.sop_library_librarypage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.sop_library_soppage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.sop_library_soppage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.sop_library_sopversionpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.sop_library_sopversionpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.sop_library_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.statistics_methodpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.statistics_methodpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.statistics_receivedfile FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.statistics_receivedrelease FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.statistics_releasecalendarpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.statistics_releasecalendarpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.statistics_releasepage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.statistics_releasepage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.statistics_statisticsindexpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.statistics_statisticsindexpage_topics FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.taggit_tag FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.taggit_taggeditem FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_apitoken FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_collection FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_collectionviewrestriction FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_collectionviewrestriction_groups FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_comment FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_commentreply FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_groupapprovaltask FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_groupapprovaltask_groups FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_groupcollectionpermission FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_grouppagepermission FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_groupsitepermission FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_locale FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_modellogentry FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_page FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_pagelogentry FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_pagesubscription FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_pageviewrestriction FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_pageviewrestriction_groups FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_site FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_task FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_taskstate FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_uploadedfile FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_workflow FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_workflowcontenttype FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_workflowpage FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_workflowstate FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailcore_workflowtask FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtaildocs_document FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailembeds_embed FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailimages_image FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailimages_rendition FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER harbour_tell_of_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.wagtailredirects_redirect FOR EACH STATEMENT EXECUTE FUNCTION public.harbour_tell_of_change();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE TRIGGER sop_library_keep_edition BEFORE DELETE OR UPDATE ON public.sop_library_sopversionpage FOR EACH ROW EXECUTE FUNCTION public.sop_library_keep_edition();
CREATE TRIGGER sop_library_keep_notice BEFORE DELETE OR UPDATE ON public.sop_library_correction FOR EACH ROW EXECUTE FUNCTION public.sop_library_keep_notice();
CREATE TRIGGER sop_library_keep_notice BEFORE DELETE OR UPDATE ON public.sop_library_withdrawal FOR EACH ROW EXECUTE FUNCTION public.sop_library_keep_notice();
CREATE TRIGGER statistics_keep_received BEFORE DELETE OR UPDATE ON public.statistics_receivedfile FOR EACH ROW EXECUTE FUNCTION public.statistics_keep_received();
CREATE TRIGGER statistics_keep_received BEFORE DELETE OR UPDATE ON public.statistics_receivedrelease FOR EACH ROW EXECUTE FUNCTION public.statistics_keep_received();
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_documentfile
    ADD CONSTRAINT content_documentfile_document_id_ed9e51b8_fk_content_p FOREIGN KEY (document_id) REFERENCES public.content_portaldocument(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_documentfile
    ADD CONSTRAINT content_documentfile_uploaded_by_id_59844cd1_fk_core_user_id FOREIGN KEY (uploaded_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_filepage
    ADD CONSTRAINT content_filepage_file_id_9850095c_fk_content_documentfile_id FOREIGN KEY (file_id) REFERENCES public.content_documentfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_filereading
    ADD CONSTRAINT content_filereading_file_id_76430375_fk_content_documentfile_id FOREIGN KEY (file_id) REFERENCES public.content_documentfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_portaldocument
    ADD CONSTRAINT content_portaldocume_collection_id_f43c001d_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_portaldocument
    ADD CONSTRAINT content_portaldocume_current_id_75d8e109_fk_content_d FOREIGN KEY (current_id) REFERENCES public.content_documentfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_portaldocument
    ADD CONSTRAINT content_portaldocume_uploaded_by_user_id_048f3d8f_fk_core_user FOREIGN KEY (uploaded_by_user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_reviewstate
    ADD CONSTRAINT content_reviewstate_taskstate_ptr_id_17230359_fk_wagtailco FOREIGN KEY (taskstate_ptr_id) REFERENCES public.wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_reviewtask_groups
    ADD CONSTRAINT content_reviewtask_g_reviewtask_id_803ea323_fk_content_r FOREIGN KEY (reviewtask_id) REFERENCES public.content_reviewtask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_reviewtask_groups
    ADD CONSTRAINT content_reviewtask_groups_group_id_2d73fab0_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.content_reviewtask
    ADD CONSTRAINT content_reviewtask_task_ptr_id_fb98b1f9_fk_wagtailcore_task_id FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
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
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.publications_publicationfile
    ADD CONSTRAINT publications_publica_document_id_52503661_fk_content_p FOREIGN KEY (document_id) REFERENCES public.content_portaldocument(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationpage
    ADD CONSTRAINT publications_publica_earlier_edition_id_1332f999_fk_publicati FOREIGN KEY (earlier_edition_id) REFERENCES public.publications_publicationpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationpage_organisations
    ADD CONSTRAINT publications_publica_organisation_id_6c6ed5cf_fk_content_o FOREIGN KEY (organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationindexpage
    ADD CONSTRAINT publications_publica_owner_organisation_i_4f36c444_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationpage
    ADD CONSTRAINT publications_publica_owner_organisation_i_a65aeb3c_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationfile
    ADD CONSTRAINT publications_publica_page_id_7f76d417_fk_publicati FOREIGN KEY (page_id) REFERENCES public.publications_publicationpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationindexpage
    ADD CONSTRAINT publications_publica_page_ptr_id_7515827c_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationpage
    ADD CONSTRAINT publications_publica_page_ptr_id_a0679515_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationindexpage_topics
    ADD CONSTRAINT publications_publica_publicationindexpage_5f43e65c_fk_publicati FOREIGN KEY (publicationindexpage_id) REFERENCES public.publications_publicationindexpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationpage_regions
    ADD CONSTRAINT publications_publica_publicationpage_id_15809559_fk_publicati FOREIGN KEY (publicationpage_id) REFERENCES public.publications_publicationpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationpage_organisations
    ADD CONSTRAINT publications_publica_publicationpage_id_2869fa8e_fk_publicati FOREIGN KEY (publicationpage_id) REFERENCES public.publications_publicationpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationpage_topics
    ADD CONSTRAINT publications_publica_publicationpage_id_2bf4c9cc_fk_publicati FOREIGN KEY (publicationpage_id) REFERENCES public.publications_publicationpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationpage_regions
    ADD CONSTRAINT publications_publica_region_id_835c1cd7_fk_core_regi FOREIGN KEY (region_id) REFERENCES public.core_region(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationpage_topics
    ADD CONSTRAINT publications_publica_topic_id_68888ff1_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.publications_publicationindexpage_topics
    ADD CONSTRAINT publications_publica_topic_id_c99c05e0_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_expectedresult
    ADD CONSTRAINT search_expectedresul_latest_revision_id_721cae9b_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_recommendedresult
    ADD CONSTRAINT search_recommendedre_latest_revision_id_6eea1d69_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_searchdoc
    ADD CONSTRAINT search_searchdoc_profile_id_7ace5a95_fk_search_searchprofile_id FOREIGN KEY (profile_id) REFERENCES public.search_searchprofile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_searchpassage
    ADD CONSTRAINT search_searchpassage_doc_id_fcc9d1b3_fk_search_searchdoc_id FOREIGN KEY (doc_id) REFERENCES public.search_searchdoc(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_synonymset
    ADD CONSTRAINT search_synonymset_latest_revision_id_6ee678a3_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_directorypage_topics
    ADD CONSTRAINT shelter_directory_di_directorypage_id_c0831067_fk_shelter_d FOREIGN KEY (directorypage_id) REFERENCES public.shelter_directory_directorypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_directorypage
    ADD CONSTRAINT shelter_directory_di_owner_organisation_i_78044c27_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_directorypage
    ADD CONSTRAINT shelter_directory_di_page_ptr_id_c5fc641e_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_directorypage_topics
    ADD CONSTRAINT shelter_directory_di_topic_id_dbf487bd_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_sheltercheck
    ADD CONSTRAINT shelter_directory_sh_actor_id_0b1b2392_fk_core_user FOREIGN KEY (actor_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_shelterpage
    ADD CONSTRAINT shelter_directory_sh_district_id_987c9b81_fk_core_dist FOREIGN KEY (district_id) REFERENCES public.core_district(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_shelteralert
    ADD CONSTRAINT shelter_directory_sh_ended_by_id_62254d65_fk_core_user FOREIGN KEY (ended_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_shelterpage
    ADD CONSTRAINT shelter_directory_sh_owner_organisation_i_dc7db079_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_shelterpage
    ADD CONSTRAINT shelter_directory_sh_page_ptr_id_7c7c3e40_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_shelteralert
    ADD CONSTRAINT shelter_directory_sh_raised_by_id_236faa11_fk_core_user FOREIGN KEY (raised_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_shelterpage
    ADD CONSTRAINT shelter_directory_sh_region_id_09722238_fk_core_regi FOREIGN KEY (region_id) REFERENCES public.core_region(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_sheltercheck
    ADD CONSTRAINT shelter_directory_sh_shelter_id_3247cf81_fk_shelter_d FOREIGN KEY (shelter_id) REFERENCES public.shelter_directory_shelterpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_shelteralert
    ADD CONSTRAINT shelter_directory_sh_shelter_id_d797dae9_fk_shelter_d FOREIGN KEY (shelter_id) REFERENCES public.shelter_directory_shelterpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_shelterpage_topics
    ADD CONSTRAINT shelter_directory_sh_shelterpage_id_3ffc98c0_fk_shelter_d FOREIGN KEY (shelterpage_id) REFERENCES public.shelter_directory_shelterpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shelter_directory_shelterpage_topics
    ADD CONSTRAINT shelter_directory_sh_topic_id_bd8c6618_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_glossarypage_topics
    ADD CONSTRAINT site_pages_glossaryp_glossarypage_id_e5080dc5_fk_site_page FOREIGN KEY (glossarypage_id) REFERENCES public.site_pages_glossarypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_glossarypage
    ADD CONSTRAINT site_pages_glossaryp_owner_organisation_i_98cdfe38_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_glossarypage
    ADD CONSTRAINT site_pages_glossaryp_page_ptr_id_136905c2_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_glossarypage_topics
    ADD CONSTRAINT site_pages_glossaryp_topic_id_c9698f1e_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_helppage_topics
    ADD CONSTRAINT site_pages_helppage__helppage_id_0525981c_fk_site_page FOREIGN KEY (helppage_id) REFERENCES public.site_pages_helppage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_helppage_topics
    ADD CONSTRAINT site_pages_helppage__topic_id_1e1bcdfd_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_helppage
    ADD CONSTRAINT site_pages_helppage_owner_organisation_i_5b81e8b0_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_helppage
    ADD CONSTRAINT site_pages_helppage_page_ptr_id_c056e875_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_homepage_topics
    ADD CONSTRAINT site_pages_homepage__homepage_id_5590f93a_fk_site_page FOREIGN KEY (homepage_id) REFERENCES public.site_pages_homepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_homepage_topics
    ADD CONSTRAINT site_pages_homepage__topic_id_2f8f376d_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_homepage
    ADD CONSTRAINT site_pages_homepage_owner_organisation_i_a4028539_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_homepage
    ADD CONSTRAINT site_pages_homepage_page_ptr_id_79d53e65_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_organisationpage
    ADD CONSTRAINT site_pages_organisat_organisation_id_96b96683_fk_content_o FOREIGN KEY (organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_organisationindexpage_topics
    ADD CONSTRAINT site_pages_organisat_organisationindexpag_c7d2c592_fk_site_page FOREIGN KEY (organisationindexpage_id) REFERENCES public.site_pages_organisationindexpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_organisationpage_topics
    ADD CONSTRAINT site_pages_organisat_organisationpage_id_bbe38ed6_fk_site_page FOREIGN KEY (organisationpage_id) REFERENCES public.site_pages_organisationpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_organisationindexpage
    ADD CONSTRAINT site_pages_organisat_owner_organisation_i_b2048ff9_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_organisationpage
    ADD CONSTRAINT site_pages_organisat_owner_organisation_i_d2b03123_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_organisationpage
    ADD CONSTRAINT site_pages_organisat_page_ptr_id_33323966_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_organisationindexpage
    ADD CONSTRAINT site_pages_organisat_page_ptr_id_58af77a1_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_organisationpage_topics
    ADD CONSTRAINT site_pages_organisat_topic_id_3c6e821b_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_organisationindexpage_topics
    ADD CONSTRAINT site_pages_organisat_topic_id_9e29a96a_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_standardpage
    ADD CONSTRAINT site_pages_standardp_owner_organisation_i_94528f04_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_standardpage
    ADD CONSTRAINT site_pages_standardp_page_ptr_id_5ab76d02_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_standardpage_topics
    ADD CONSTRAINT site_pages_standardp_standardpage_id_e93ccda6_fk_site_page FOREIGN KEY (standardpage_id) REFERENCES public.site_pages_standardpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_standardpage_topics
    ADD CONSTRAINT site_pages_standardp_topic_id_e1d88b2d_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_topicindexpage
    ADD CONSTRAINT site_pages_topicinde_owner_organisation_i_da059ddb_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_topicindexpage
    ADD CONSTRAINT site_pages_topicinde_page_ptr_id_9d5d04ee_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_topicindexpage_topics
    ADD CONSTRAINT site_pages_topicinde_topic_id_81009350_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_topicindexpage_topics
    ADD CONSTRAINT site_pages_topicinde_topicindexpage_id_7b3f3ba2_fk_site_page FOREIGN KEY (topicindexpage_id) REFERENCES public.site_pages_topicindexpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_topicpage
    ADD CONSTRAINT site_pages_topicpage_owner_organisation_i_a8515dcd_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_topicpage
    ADD CONSTRAINT site_pages_topicpage_page_ptr_id_7cf76026_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_topicpage
    ADD CONSTRAINT site_pages_topicpage_topic_id_0c9c04c8_fk_content_topic_id FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_topicpage_topics
    ADD CONSTRAINT site_pages_topicpage_topic_id_95b734d8_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.site_pages_topicpage_topics
    ADD CONSTRAINT site_pages_topicpage_topicpage_id_63cfc9b9_fk_site_page FOREIGN KEY (topicpage_id) REFERENCES public.site_pages_topicpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_correction
    ADD CONSTRAINT sop_library_correcti_edition_id_81caca80_fk_sop_libra FOREIGN KEY (edition_id) REFERENCES public.sop_library_sopversionpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_correction
    ADD CONSTRAINT sop_library_correction_asked_by_id_33c6d000_fk_core_user_id FOREIGN KEY (asked_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_correction
    ADD CONSTRAINT sop_library_correction_confirmed_by_id_8ea6e2fc_fk_core_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_librarypage_topics
    ADD CONSTRAINT sop_library_libraryp_librarypage_id_2307645f_fk_sop_libra FOREIGN KEY (librarypage_id) REFERENCES public.sop_library_librarypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_librarypage
    ADD CONSTRAINT sop_library_libraryp_owner_organisation_i_ae04bf82_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_librarypage
    ADD CONSTRAINT sop_library_libraryp_page_ptr_id_c4389c6c_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_librarypage_topics
    ADD CONSTRAINT sop_library_libraryp_topic_id_653a625c_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_soppage_topics
    ADD CONSTRAINT sop_library_soppage__soppage_id_40f4413b_fk_sop_libra FOREIGN KEY (soppage_id) REFERENCES public.sop_library_soppage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_soppage_topics
    ADD CONSTRAINT sop_library_soppage__topic_id_8f521b6c_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_soppage
    ADD CONSTRAINT sop_library_soppage_owner_organisation_i_dc6f9b49_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_soppage
    ADD CONSTRAINT sop_library_soppage_page_ptr_id_62c5c77e_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_sopversionpage
    ADD CONSTRAINT sop_library_sopversi_family_id_4c2065f1_fk_sop_libra FOREIGN KEY (family_id) REFERENCES public.sop_library_soppage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_sopversionpage
    ADD CONSTRAINT sop_library_sopversi_owner_organisation_i_b607a784_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_sopversionpage
    ADD CONSTRAINT sop_library_sopversi_page_ptr_id_8d276402_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_sopversionpage_topics
    ADD CONSTRAINT sop_library_sopversi_sopversionpage_id_8bba22e1_fk_sop_libra FOREIGN KEY (sopversionpage_id) REFERENCES public.sop_library_sopversionpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_sopversionpage
    ADD CONSTRAINT sop_library_sopversi_supersedes_id_4d70d8f7_fk_sop_libra FOREIGN KEY (supersedes_id) REFERENCES public.sop_library_sopversionpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_sopversionpage_topics
    ADD CONSTRAINT sop_library_sopversi_topic_id_04b41196_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_withdrawal
    ADD CONSTRAINT sop_library_withdraw_edition_id_5f8b8e5b_fk_sop_libra FOREIGN KEY (edition_id) REFERENCES public.sop_library_sopversionpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_withdrawal
    ADD CONSTRAINT sop_library_withdraw_replacement_id_cf74d0c3_fk_sop_libra FOREIGN KEY (replacement_id) REFERENCES public.sop_library_soppage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_withdrawal
    ADD CONSTRAINT sop_library_withdrawal_asked_by_id_f6a49c82_fk_core_user_id FOREIGN KEY (asked_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sop_library_withdrawal
    ADD CONSTRAINT sop_library_withdrawal_confirmed_by_id_84ded92f_fk_core_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_methodpage_topics
    ADD CONSTRAINT statistics_methodpag_methodpage_id_94683c19_fk_statistic FOREIGN KEY (methodpage_id) REFERENCES public.statistics_methodpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_methodpage
    ADD CONSTRAINT statistics_methodpag_owner_organisation_i_8866fff5_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_methodpage
    ADD CONSTRAINT statistics_methodpag_page_ptr_id_88aaf537_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_methodpage_topics
    ADD CONSTRAINT statistics_methodpag_topic_id_fce4fe63_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_receivedfile
    ADD CONSTRAINT statistics_receivedf_release_id_bab5baa1_fk_statistic FOREIGN KEY (release_id) REFERENCES public.statistics_receivedrelease(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_receivedrelease
    ADD CONSTRAINT statistics_receivedr_page_id_c0557c7f_fk_statistic FOREIGN KEY (page_id) REFERENCES public.statistics_releasepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_releasecalendarpage
    ADD CONSTRAINT statistics_releaseca_owner_organisation_i_65148dca_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_releasecalendarpage
    ADD CONSTRAINT statistics_releaseca_page_ptr_id_40802211_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_releasecalendarpage_topics
    ADD CONSTRAINT statistics_releaseca_releasecalendarpage__06bb2967_fk_statistic FOREIGN KEY (releasecalendarpage_id) REFERENCES public.statistics_releasecalendarpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_releasecalendarpage_topics
    ADD CONSTRAINT statistics_releaseca_topic_id_3158fa47_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_releasepage
    ADD CONSTRAINT statistics_releasepa_owner_organisation_i_6b30cc66_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_releasepage
    ADD CONSTRAINT statistics_releasepa_page_ptr_id_813349b3_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_releasepage_topics
    ADD CONSTRAINT statistics_releasepa_releasepage_id_66f07f3b_fk_statistic FOREIGN KEY (releasepage_id) REFERENCES public.statistics_releasepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_releasepage_topics
    ADD CONSTRAINT statistics_releasepa_topic_id_797bc30f_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_statisticsindexpage
    ADD CONSTRAINT statistics_statistic_owner_organisation_i_b727afb1_fk_content_o FOREIGN KEY (owner_organisation_id) REFERENCES public.content_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_statisticsindexpage
    ADD CONSTRAINT statistics_statistic_page_ptr_id_87634cd8_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_statisticsindexpage_topics
    ADD CONSTRAINT statistics_statistic_statisticsindexpage__a46dc399_fk_statistic FOREIGN KEY (statisticsindexpage_id) REFERENCES public.statistics_statisticsindexpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.statistics_statisticsindexpage_topics
    ADD CONSTRAINT statistics_statistic_topic_id_b951f0ba_fk_content_t FOREIGN KEY (topic_id) REFERENCES public.content_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_9957a03c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id FOREIGN KEY (tag_id) REFERENCES public.taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_content_type_id_4df7730e_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_user_id_6e1a9b70_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formsta_content_type_id_e32438b3_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_user_id_b910adc2_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_user_id_49b1141b_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collecti_collection_id_761908ec_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_collectionviewrestri_47320efd_fk_wagtailco FOREIGN KEY (collectionviewrestriction_id) REFERENCES public.wagtailcore_collectionviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_group_id_1823f2a3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_page_id_108444b5_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_resolved_by_id_a282aa0e_fk_core_user_id FOREIGN KEY (resolved_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_revision_created_id_1d058279_fk_wagtailco FOREIGN KEY (revision_created_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_user_id_0c577ca6_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentr_comment_id_afc7e027_fk_wagtailco FOREIGN KEY (comment_id) REFERENCES public.wagtailcore_comment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_user_id_d0b3b9c3_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_group_id_2e64b61f_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_groupapprovaltask_id_9a9255ea_fk_wagtailco FOREIGN KEY (groupapprovaltask_id) REFERENCES public.wagtailcore_groupapprovaltask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapp_task_ptr_id_cfe58781_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_collection_id_5423575a_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_group_id_05d61460_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_permission_id_1b626275_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_group_id_fc07e671_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_page_id_710b114a_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_permission_id_05acb22e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_group_id_e5cdbee4_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_permission_id_459b1f38_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_site_id_245de488_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellog_content_type_id_68849e77_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_alias_of_id_12945502_fk_wagtailcore_page_id FOREIGN KEY (alias_of_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_content_type_id_c28424df_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_latest_revision_id_e60fef51_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_live_revision_id_930bd822_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locale_id_3c7e30a6_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locked_by_id_bcb86245_fk_core_user_id FOREIGN KEY (locked_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_owner_id_fbf7c332_fk_core_user_id FOREIGN KEY (owner_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pageloge_content_type_id_74e7708a_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_user_id_2409d2f4_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_page_id_a085e7a6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_user_id_89d7def9_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_group_id_6460f223_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageview_page_id_15a8bea6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_pageviewrestriction__f147a99a_fk_wagtailco FOREIGN KEY (pageviewrestriction_id) REFERENCES public.wagtailcore_pageviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_base_content_type_id_313cf40f_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_content_type_id_766e0336_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_to_content_type_id_93690bbd_fk_django_co FOREIGN KEY (to_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_base_content_type_id_5b4ef7bd_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_content_type_id_c8cb69c0_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_root_page_id_e02fb95c_fk_wagtailcore_page_id FOREIGN KEY (root_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_content_type_id_249ab8ba_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_content_type_id_0a758fdc_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_revision_id_df25a499_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_workflow_state_id_9239a775_fk_wagtailco FOREIGN KEY (workflow_state_id) REFERENCES public.wagtailcore_workflowstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_finished_by_id_13f98229_fk_core_user_id FOREIGN KEY (finished_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_task_id_c3677c34_fk_wagtailcore_task_id FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_for_content_type_id_b0fc87b2_fk_django_co FOREIGN KEY (for_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_uploaded_by_user_id_c7580fe8_fk_core_user FOREIGN KEY (uploaded_by_user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_base_content_type_id_a30dc576_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_2bb78ce1_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_b261bb37_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_current_task_state_i_3a1a0632_fk_wagtailco FOREIGN KEY (current_task_state_id) REFERENCES public.wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_page_id_81e7bab6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_requested_by_id_4090bca3_fk_core_user FOREIGN KEY (requested_by_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_task_id_ce7716fe_fk_wagtailco FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_1f18378f_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_56f56ff6_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_9aad7cd2_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_b9717175_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_collection_id_23881625_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_uploaded_by_user_id_17258b41_fk_core_user FOREIGN KEY (uploaded_by_user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_collection_id_c2f8af7e_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_uploaded_by_user_id_5d73dc75_fk_core_user FOREIGN KEY (uploaded_by_user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendit_image_id_3e1fd774_fk_wagtailim FOREIGN KEY (image_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_redirect_page_id_b5728a8f_fk_wagtailco FOREIGN KEY (redirect_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_site_id_780a0e1e_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexe_content_type_id_62ed694f_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_59c92331_fk_core_user_id FOREIGN KEY (user_id) REFERENCES public.core_user(id) DEFERRABLE INITIALLY DEFERRED;
