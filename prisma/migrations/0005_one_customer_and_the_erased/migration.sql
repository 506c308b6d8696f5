-- Customers that may be one, found by their names; the one exception to the record that nobody can edit.

-- AlterTable
ALTER TABLE "erasure" ADD COLUMN     "words" INTEGER NOT NULL DEFAULT 1;


-- By hand: what the schema can't say.
ALTER TABLE erasure ADD CHECK (words BETWEEN 1 AND 20);
CREATE INDEX requester_email_idx ON requester (lower(email)) WHERE email IS NOT NULL;

-- A name that was merged away leads to the one it was merged into.
CREATE INDEX organisation_merged_name_idx ON organisation (lower(name)) WHERE merged_into_id IS NOT NULL;

-- A name without accents, case, punctuation and legal form: "Ventadour Énergies S.A.S." and "VENTADOUR ENERGIES" are alike.
CREATE FUNCTION alike_name(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN coalesce(
    nullif(btrim(regexp_replace(
      ' ' || regexp_replace(replace(lower(public.unaccented(value)), '.', ''), '[\s!-/:-@\[-`{-~–—’«»]+', ' ', 'g') || ' ',
      ' (?:sas|sasu|sa|sarl|eurl|sci|snc|scop|gie|selarl|gmbh|mbh|ag|kg|kgaa|ohg|ug|ek|ev|ltd|limited|llc|llp|lp|plc|inc|incorporated|corp|corporation|co|cie|company|pty|pte|bv|nv|vof|bvba|sprl|srl|srls|spa|sl|slu|sau|lda|ltda|ab|as|asa|aps|oy|oyj|kft|zrt|sro|doo|dd|sp z o ?o|spolka z o ?o|spzoo|se)(?= )', '', 'g')), ''),
    lower(public.unaccented(value)));
CREATE INDEX organisation_alike_idx ON organisation (alike_name(name)) WHERE archived_at IS NULL;

-- Whoever asked to be forgotten is taken out of the record too. Only the operation that erases may do it, in its own
-- transaction, and it changes texts only: no row goes, and what happened when, by whom and to what stays.
CREATE FUNCTION erasing() RETURNS boolean LANGUAGE sql STABLE RETURN EXISTS (
  SELECT FROM operation
  WHERE id = nullif(current_setting('tribune.erasing', true), '')::uuid AND name = 'requester.erased'
    AND xmin = pg_current_xact_id()::xid);

CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND erasing() THEN RETURN NULL; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION keep_all_but() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - TG_ARGV::text[] IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV::text[] THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER change_texts_only BEFORE UPDATE ON change FOR EACH ROW EXECUTE FUNCTION keep_all_but('before', 'after');
CREATE TRIGGER rice_version_texts_only BEFORE UPDATE ON rice_version FOR EACH ROW EXECUTE FUNCTION keep_all_but('reason');
CREATE TRIGGER check_in_texts_only BEFORE UPDATE ON check_in FOR EACH ROW EXECUTE FUNCTION keep_all_but('note');
CREATE TRIGGER roadmap_picture_texts_only BEFORE UPDATE ON roadmap_picture
  FOR EACH ROW EXECUTE FUNCTION keep_all_but('picture');

CREATE OR REPLACE FUNCTION refuse_operation_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.name, OLD.actor_id, OLD.actor_kind, OLD.at, OLD.visibility)
     IS DISTINCT FROM (NEW.id, NEW.name, NEW.actor_id, NEW.actor_kind, NEW.at, NEW.visibility)
     OR (OLD.undone_by_id IS NOT NULL AND OLD.undone_by_id IS DISTINCT FROM NEW.undone_by_id)
     OR ((OLD.params IS DISTINCT FROM NEW.params OR (OLD.result IS NOT NULL AND OLD.result IS DISTINCT FROM NEW.result))
       AND NOT erasing()) THEN
    RAISE EXCEPTION 'operation is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
