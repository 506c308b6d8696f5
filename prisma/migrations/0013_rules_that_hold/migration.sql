-- Rules that stood in the code of commands only hold whoever writes: a command, an undo, an import, a restore, two at
-- once. prisma/INVARIANTS.md lists them all.
--
-- What breaks one of them is mended first, each time by an operation of the system's that the history tells of. What
-- only a person can decide stops the migration with a sentence that says what to do.

CREATE FUNCTION pg_temp.mend(act text, about jsonb, in_table text, of_row text, was jsonb, becomes jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE operation_id uuid := gen_random_uuid();
BEGIN
  INSERT INTO operation (id, name, actor_kind, at, params, result)
  VALUES (operation_id, act, 'system', now(), about, '{"value": null}');
  INSERT INTO change (operation_id, table_name, row_id, before, after) VALUES (operation_id, in_table, of_row, was, becomes);
  IF becomes IS NULL THEN
    EXECUTE format('DELETE FROM %I WHERE id = %L', in_table, of_row);
  ELSE
    EXECUTE format('UPDATE %I t SET (%s) = (SELECT %s FROM jsonb_populate_record(t, $1) r)%s WHERE id = %L', in_table,
      (SELECT string_agg(format('%I', k), ', ') FROM jsonb_object_keys(becomes) AS k),
      (SELECT string_agg(format('r.%I', k), ', ') FROM jsonb_object_keys(becomes) AS k),
      CASE WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = in_table::regclass AND attname = 'version')
        THEN ', version = t.version + 1' ELSE '' END, of_row);
  END IF;
END $$;

-- Asleep inside a Tribe: awake.
SELECT pg_temp.mend('insight.snoozed', '{"count": 1, "until": null}', 'insight', id::text,
  jsonb_build_object('snoozed_until', snoozed_until), '{"snoozed_until": null}')
FROM insight WHERE snoozed_until IS NOT NULL AND tribe_id IS NOT NULL;

-- Merged in a circle: the oldest stands. Merged into what was merged: into the one at the end.
WITH RECURSIVE way AS (
  SELECT id, merged_into_id AS at, ARRAY[id] AS passed FROM insight WHERE merged_into_id IS NOT NULL
  UNION ALL
  SELECT w.id, i.merged_into_id, w.passed || i.id FROM way w JOIN insight i ON i.id = w.at
  WHERE i.merged_into_id IS NOT NULL AND i.id <> ALL (w.passed)
), circle AS (SELECT id, passed FROM way WHERE at = id)
SELECT pg_temp.mend('insight.parted', '{"count": 1}', 'insight', i.id::text,
  jsonb_build_object('merged_into_id', i.merged_into_id), '{"merged_into_id": null}')
FROM circle c JOIN insight i ON i.id = c.id
WHERE i.number = (SELECT min(o.number) FROM insight o WHERE o.id = ANY (c.passed));
WITH RECURSIVE way AS (
  SELECT id, merged_into_id AS at, 1 AS steps FROM insight WHERE merged_into_id IS NOT NULL
  UNION ALL
  SELECT w.id, i.merged_into_id, w.steps + 1 FROM way w JOIN insight i ON i.id = w.at WHERE i.merged_into_id IS NOT NULL
), last AS (SELECT DISTINCT ON (id) id, at FROM way ORDER BY id, steps DESC)
SELECT pg_temp.mend('insight.merged', jsonb_build_object('count', 1, 'intoId', l.at), 'insight', i.id::text,
  jsonb_build_object('merged_into_id', i.merged_into_id), jsonb_build_object('merged_into_id', l.at))
FROM last l JOIN insight i ON i.id = l.id WHERE i.merged_into_id <> l.at;

-- With a team of another Tribe from this quarter on: taken back.
SELECT pg_temp.mend('insight.unshared', jsonb_build_object('count', 1, 'quarter', s.quarter), 'sharing', s.id::text,
  to_jsonb(s), NULL)
FROM sharing s JOIN insight i ON i.id = s.insight_id JOIN team t ON t.id = s.team_id
WHERE i.tribe_id IS DISTINCT FROM t.tribe_id
  AND s.quarter >= to_char(now() AT TIME ZONE 'UTC', 'YYYY-"Q"Q');

-- Two initiatives with one epic: the older keeps it.
SELECT pg_temp.mend('initiative.unlinked',
  jsonb_build_object('number', i.number, 'title', i.title, 'to', 'epic', 'epicKey', NULL), 'initiative', i.id::text,
  jsonb_build_object('epic_key', i.epic_key), '{"epic_key": null}')
FROM initiative i WHERE i.archived_at IS NULL AND i.epic_key IS NOT NULL AND EXISTS (
  SELECT FROM initiative o WHERE o.epic_key = i.epic_key AND o.archived_at IS NULL AND o.number < i.number);

-- A theme goes where its team is.
SELECT pg_temp.mend('theme.edited', jsonb_build_object('themeId', h.id), 'theme', h.id::text,
  jsonb_build_object('tribe_id', h.tribe_id), jsonb_build_object('tribe_id', t.tribe_id))
FROM theme h JOIN team t ON t.id = h.team_id WHERE h.tribe_id <> t.tribe_id;

-- A Tribe that has teams is there.
SELECT pg_temp.mend('tribe.saved', '{}', 'tribe', b.id::text, jsonb_build_object('archived_at', b.archived_at),
  '{"archived_at": null}')
FROM tribe b WHERE b.archived_at IS NOT NULL
  AND EXISTS (SELECT FROM team t WHERE t.tribe_id = b.id AND t.archived_at IS NULL);

-- Objectives in a circle, or aligned with what is not everybody's or of another quarter: the tie goes.
WITH RECURSIVE way AS (
  SELECT id, parent_id AS at, ARRAY[id] AS passed FROM objective WHERE parent_id IS NOT NULL
  UNION ALL
  SELECT w.id, o.parent_id, w.passed || o.id FROM way w JOIN objective o ON o.id = w.at
  WHERE o.parent_id IS NOT NULL AND o.id <> ALL (w.passed)
)
SELECT pg_temp.mend('objective.edited', '{}', 'objective', o.id::text, jsonb_build_object('parent_id', o.parent_id),
  '{"parent_id": null}')
FROM way w JOIN objective o ON o.id = w.id
WHERE w.at = w.id AND o.id = (SELECT max(p::text)::uuid FROM unnest(w.passed) AS p);
SELECT pg_temp.mend('objective.edited', '{}', 'objective', o.id::text, jsonb_build_object('parent_id', o.parent_id),
  '{"parent_id": null}')
FROM objective o JOIN objective p ON p.id = o.parent_id WHERE p.level = 'individual' OR p.quarter <> o.quarter;
UPDATE objective SET is_shared = false WHERE is_shared AND level <> 'individual';

-- Managers in a circle: one of them has none.
WITH RECURSIVE way AS (
  SELECT id, manager_id AS at, ARRAY[id] AS passed FROM person WHERE manager_id IS NOT NULL
  UNION ALL
  SELECT w.id, p.manager_id, w.passed || p.id FROM way w JOIN person p ON p.id = w.at
  WHERE p.manager_id IS NOT NULL AND p.id <> ALL (w.passed)
)
SELECT pg_temp.mend('person.edited', '{}', 'person', p.id::text, jsonb_build_object('manager_id', p.manager_id),
  '{"manager_id": null}')
FROM way w JOIN person p ON p.id = w.id
WHERE w.at = w.id AND p.id = (SELECT max(one::text)::uuid FROM unnest(w.passed) AS one);

-- A deputy stands in for 90 days at most.
SELECT pg_temp.mend('hat.taken', '{"hat": "deputy"}', 'hat', h.id::text, jsonb_build_object('ends_on', h.ends_on),
  jsonb_build_object('ends_on', h.starts_on + 90))
FROM hat h WHERE h.code = 'deputy' AND coalesce(h.ends_on, 'infinity') > h.starts_on + 90;

DO $$
DECLARE names text;
BEGIN
  SELECT string_agg(o.name, ', ') INTO names FROM organisation o JOIN organisation k ON k.id = o.merged_into_id
  WHERE k.merged_into_id IS NOT NULL;
  IF names IS NOT NULL THEN
    RAISE EXCEPTION 'These customers are merged into one that is itself merged into another: %. Part them under Customers with the version before, then start this one again.', names;
  END IF;
END $$;

-- How a rule refuses: the key of a sentence of the errors' messages, and what it mentions (lib/operations/broken-rule.ts).
CREATE FUNCTION refuse(key text, params jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = format('refused: %s %s', key, params);
END $$;

-- 1. What is true of the rows themselves, at each moment. A trigger that looks at another row holds that row, or a lock
-- of its own, until the transaction ends: two writers that each would be right alone can't be wrong together. Those that
-- can be deferred are by an undo and a restore, which pass through states that no command does.

ALTER TABLE insight ADD CONSTRAINT insight_asleep_in_inbox CHECK (snoozed_until IS NULL OR tribe_id IS NULL);

CREATE FUNCTION merged_into_one_that_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE one insight%ROWTYPE; stands insight%ROWTYPE;
BEGIN
  SELECT * INTO one FROM insight WHERE id = NEW.id;
  IF one.merged_into_id IS NULL THEN RETURN NULL; END IF;
  SELECT * INTO stands FROM insight WHERE id = one.merged_into_id FOR SHARE;
  IF stands.merged_into_id IS NOT NULL THEN
    PERFORM refuse('insight-is-merged', jsonb_build_object('insight', 'INS-' || stands.number));
  END IF;
  IF EXISTS (SELECT FROM insight WHERE merged_into_id = one.id) THEN
    PERFORM refuse('insight-has-merged', jsonb_build_object('insight', 'INS-' || one.number));
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER insight_merged_once AFTER INSERT OR UPDATE OF merged_into_id ON insight
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL)
  EXECUTE FUNCTION merged_into_one_that_stands();

ALTER TABLE team ADD CONSTRAINT team_with_its_tribe UNIQUE (id, tribe_id);
-- The team an insight is with now is written by triggers only, after the Tribe: looked at when all is done.
ALTER TABLE insight ADD CONSTRAINT insight_team_of_its_tribe FOREIGN KEY (team_id, tribe_id)
  REFERENCES team (id, tribe_id) DEFERRABLE INITIALLY DEFERRED;
-- A team that goes to another Tribe takes its themes along.
ALTER TABLE theme ADD CONSTRAINT theme_team_of_its_tribe FOREIGN KEY (team_id, tribe_id)
  REFERENCES team (id, tribe_id) ON UPDATE CASCADE DEFERRABLE INITIALLY IMMEDIATE;

-- An insight that changes Tribe leaves no team of the one before behind: from this quarter on, since past quarters keep
-- what they had. The latest clock of the world counts, so that no company's own calendar is further.
CREATE FUNCTION shared_out_within_tribe() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE params jsonb;
BEGIN
  SELECT jsonb_build_object('insight', 'INS-' || i.number, 'team', t.name) INTO params
  FROM insight i JOIN sharing s ON s.insight_id = i.id JOIN team t ON t.id = s.team_id
  WHERE i.id = NEW.id AND t.tribe_id IS DISTINCT FROM i.tribe_id
    AND s.quarter >= to_char(now() AT TIME ZONE 'UTC' + interval '14 hours', 'YYYY-"Q"Q');
  IF FOUND THEN PERFORM refuse('insight-shared-out', params); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER insight_shared_within_tribe AFTER UPDATE OF tribe_id ON insight
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (OLD.tribe_id IS DISTINCT FROM NEW.tribe_id)
  EXECUTE FUNCTION shared_out_within_tribe();

CREATE UNIQUE INDEX initiative_epic_idx ON initiative (epic_key) WHERE epic_key IS NOT NULL AND archived_at IS NULL;

CREATE FUNCTION aligned_upwards() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE one objective%ROWTYPE; above objective%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('objective-parents'));
  SELECT * INTO one FROM objective WHERE id = NEW.id;
  IF one.parent_id IS NULL THEN RETURN NULL; END IF;
  SELECT * INTO above FROM objective WHERE id = one.parent_id;
  IF above.level = 'individual' THEN PERFORM refuse('objective-parent-individual'); END IF;
  IF above.quarter <> one.quarter THEN PERFORM refuse('objective-parent-quarter'); END IF;
  IF EXISTS (
    WITH RECURSIVE up (id) AS (
      SELECT one.parent_id UNION SELECT o.parent_id FROM objective o JOIN up ON o.id = up.id
    ) SELECT FROM up WHERE id = one.id)
  THEN PERFORM refuse('objective-parent-circle'); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER objective_aligned_upwards AFTER INSERT OR UPDATE OF parent_id, level, quarter ON objective
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION aligned_upwards();
ALTER TABLE objective ADD CONSTRAINT objective_shared_by_owner CHECK (NOT is_shared OR level = 'individual');

CREATE FUNCTION managed_upwards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('managers'));
  IF EXISTS (
    WITH RECURSIVE up (id) AS (
      SELECT manager_id FROM person WHERE id = NEW.id UNION SELECT p.manager_id FROM person p JOIN up ON p.id = up.id
    ) SELECT FROM up WHERE id = NEW.id)
  THEN PERFORM refuse('manager-circle'); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER person_managed_upwards AFTER INSERT OR UPDATE OF manager_id ON person
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.manager_id IS NOT NULL) EXECUTE FUNCTION managed_upwards();

CREATE FUNCTION teams_in_a_tribe() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE archived text; teams int;
BEGIN
  IF TG_TABLE_NAME = 'team' THEN
    SELECT CASE WHEN b.archived_at IS NOT NULL THEN b.name END INTO archived
    FROM team t JOIN tribe b ON b.id = t.tribe_id WHERE t.id = NEW.id AND t.archived_at IS NULL FOR SHARE OF b;
    IF archived IS NOT NULL THEN PERFORM refuse('archived-meanwhile', jsonb_build_object('name', archived)); END IF;
  ELSE
    SELECT count(*) INTO teams FROM team t JOIN tribe b ON b.id = t.tribe_id
    WHERE b.id = NEW.id AND b.archived_at IS NOT NULL AND t.archived_at IS NULL;
    IF teams > 0 THEN PERFORM refuse('tribe-has-teams', jsonb_build_object('count', teams)); END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER team_in_a_tribe AFTER INSERT OR UPDATE OF tribe_id, archived_at ON team
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.archived_at IS NULL) EXECUTE FUNCTION teams_in_a_tribe();
CREATE CONSTRAINT TRIGGER tribe_without_teams AFTER UPDATE OF archived_at ON tribe
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.archived_at IS NOT NULL) EXECUTE FUNCTION teams_in_a_tribe();

ALTER TABLE hat ADD CONSTRAINT hat_deputy_for_a_time
  CHECK (code <> 'deputy' OR (ends_on IS NOT NULL AND ends_on - starts_on <= 90));

-- Customers: one step leads from any name to the one it was merged into, and nothing is tied to what was merged away.
CREATE FUNCTION customer_merged_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('customers'));
  IF EXISTS (
    SELECT FROM organisation o JOIN organisation k ON k.id = o.merged_into_id
    WHERE (o.id = NEW.id OR k.id = NEW.id) AND k.merged_into_id IS NOT NULL)
  THEN PERFORM refuse('organisation-merge-chain'); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER organisation_merged_once AFTER INSERT OR UPDATE OF merged_into_id ON organisation
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL)
  EXECUTE FUNCTION customer_merged_once();
CREATE FUNCTION tied_to_a_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('customers'));
  IF EXISTS (SELECT FROM new_rows n JOIN organisation o ON o.id = n.organisation_id WHERE o.merged_into_id IS NOT NULL)
  THEN PERFORM refuse('organisation-not-found'); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER insight_organisation_tied AFTER INSERT ON insight_organisation
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tied_to_a_customer();
CREATE TRIGGER insight_organisation_tied_anew AFTER UPDATE ON insight_organisation
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tied_to_a_customer();
CREATE TRIGGER requester_tied AFTER INSERT ON requester
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tied_to_a_customer();
CREATE TRIGGER requester_tied_anew AFTER UPDATE ON requester
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tied_to_a_customer();

-- 2. What is about an act: nothing new is tied to what is archived or merged, and a closed quarter stays as it was. What
-- was tied before stays tied, so that these can't be seen in the rows alone. Their triggers begin with "act_": a restore,
-- which brings back what was, leaves them out.

CREATE FUNCTION refuse_archived(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF name IS NOT NULL THEN PERFORM refuse('archived-meanwhile', jsonb_build_object('name', left(name, 120))); END IF;
END $$;
CREATE FUNCTION refuse_merged(number int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF number IS NOT NULL THEN PERFORM refuse('insight-is-merged', jsonb_build_object('insight', 'INS-' || number)); END IF;
END $$;

CREATE FUNCTION act_on_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_merged(NEW.number);
  RETURN NULL;
END $$;
CREATE TRIGGER act_insight_merged AFTER UPDATE OF tribe_id, answer, answer_note, snoozed_until, kind ON insight
  FOR EACH ROW WHEN (OLD.merged_into_id IS NOT NULL AND NEW.merged_into_id IS NOT NULL AND
    (OLD.tribe_id, OLD.answer, OLD.answer_note, OLD.snoozed_until, OLD.kind)
      IS DISTINCT FROM (NEW.tribe_id, NEW.answer, NEW.answer_note, NEW.snoozed_until, NEW.kind))
  EXECUTE FUNCTION act_on_merged();

CREATE FUNCTION act_share() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
  PERFORM FROM insight WHERE id IN (SELECT insight_id FROM new_rows) ORDER BY id FOR SHARE;
  PERFORM FROM team WHERE id IN (SELECT team_id FROM new_rows) ORDER BY id FOR SHARE;
  FOR wrong IN
    SELECT i.number, i.merged_into_id IS NOT NULL AS is_merged, t.archived_at IS NOT NULL AS is_archived, t.name AS team,
      b.name AS tribe
    FROM new_rows n JOIN insight i ON i.id = n.insight_id JOIN team t ON t.id = n.team_id JOIN tribe b ON b.id = t.tribe_id
    WHERE i.merged_into_id IS NOT NULL OR t.archived_at IS NOT NULL OR i.tribe_id IS DISTINCT FROM t.tribe_id
  LOOP
    IF wrong.is_merged THEN PERFORM refuse_merged(wrong.number); END IF;
    IF wrong.is_archived THEN PERFORM refuse_archived(wrong.team); END IF;
    PERFORM refuse('insight-not-in-tribe', jsonb_build_object('insight', 'INS-' || wrong.number, 'tribe', wrong.tribe));
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER act_sharing_made AFTER INSERT ON sharing
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION act_share();
CREATE TRIGGER act_sharing_moved AFTER UPDATE ON sharing
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION act_share();

CREATE FUNCTION act_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM theme WHERE id IN (SELECT theme_id FROM new_rows) ORDER BY id FOR SHARE;
  PERFORM FROM insight WHERE id IN (SELECT insight_id FROM new_rows) ORDER BY id FOR SHARE;
  PERFORM refuse_archived(h.title) FROM new_rows n JOIN theme h ON h.id = n.theme_id WHERE h.archived_at IS NOT NULL;
  PERFORM refuse_merged(i.number) FROM new_rows n JOIN insight i ON i.id = n.insight_id WHERE i.merged_into_id IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER act_theme_insight_made AFTER INSERT ON theme_insight
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION act_group();

CREATE FUNCTION act_link_theme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM theme WHERE id IN (SELECT theme_id FROM new_rows) ORDER BY id FOR SHARE;
  PERFORM FROM initiative WHERE id IN (SELECT initiative_id FROM new_rows) ORDER BY id FOR SHARE;
  PERFORM refuse_archived(h.title) FROM new_rows n JOIN theme h ON h.id = n.theme_id WHERE h.archived_at IS NOT NULL;
  PERFORM refuse_archived(i.title) FROM new_rows n JOIN initiative i ON i.id = n.initiative_id WHERE i.archived_at IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER act_initiative_theme_made AFTER INSERT ON initiative_theme
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION act_link_theme();

CREATE FUNCTION act_link_key_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM initiative WHERE id IN (SELECT initiative_id FROM new_rows) ORDER BY id FOR SHARE;
  PERFORM FROM key_result WHERE id IN (SELECT key_result_id FROM new_rows) ORDER BY id FOR SHARE;
  PERFORM FROM objective o WHERE EXISTS (
    SELECT FROM new_rows n JOIN key_result k ON k.id = n.key_result_id WHERE k.objective_id = o.id) ORDER BY id FOR SHARE;
  PERFORM refuse_archived(i.title) FROM new_rows n JOIN initiative i ON i.id = n.initiative_id WHERE i.archived_at IS NOT NULL;
  PERFORM CASE WHEN o.level = 'individual' THEN refuse('not-found')
    ELSE refuse_archived(coalesce(k.title, o.title)) END
  FROM new_rows n JOIN key_result k ON k.id = n.key_result_id JOIN objective o ON o.id = k.objective_id
  WHERE k.archived_at IS NOT NULL OR o.archived_at IS NOT NULL OR o.level = 'individual';
  RETURN NULL;
END $$;
CREATE TRIGGER act_initiative_key_result_made AFTER INSERT ON initiative_key_result
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION act_link_key_result();

-- A closed quarter is a record: neither its items nor its capacities change, whoever is first at the Tribe's row.
CREATE FUNCTION refuse_closed(team_ids uuid[], quarters text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM tribe WHERE id IN (SELECT tribe_id FROM team WHERE id = ANY (team_ids)) ORDER BY id FOR SHARE;
  PERFORM refuse('quarter-closed', jsonb_build_object('tribe', b.name, 'quarter', q.quarter))
  FROM unnest(team_ids, quarters) AS lane (team_id, quarter) JOIN team t ON t.id = lane.team_id
  JOIN tribe b ON b.id = t.tribe_id JOIN tribe_quarter q ON q.tribe_id = t.tribe_id AND q.quarter = lane.quarter
  WHERE q.state = 'closed';
END $$;
CREATE FUNCTION act_on_lane() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM refuse_closed(array_agg(team_id), array_agg(quarter)) FROM old_rows HAVING count(*) > 0;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM refuse_closed(array_agg(team_id), array_agg(quarter)) FROM new_rows HAVING count(*) > 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER act_capacity_set AFTER INSERT ON capacity
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION act_on_lane();
CREATE TRIGGER act_capacity_changed AFTER UPDATE ON capacity
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION act_on_lane();
CREATE TRIGGER act_capacity_gone AFTER DELETE ON capacity
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION act_on_lane();
CREATE TRIGGER act_item_placed AFTER INSERT ON roadmap_item
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION act_on_lane();
CREATE TRIGGER act_item_changed AFTER UPDATE ON roadmap_item
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION act_on_lane();
CREATE TRIGGER act_item_gone AFTER DELETE ON roadmap_item
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION act_on_lane();

-- What comes into a lane, into a team or into an objective finds it there. Each is held first and looked at then.
CREATE FUNCTION act_come_to() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE archived text;
BEGIN
  CASE TG_TABLE_NAME
  WHEN 'roadmap_item' THEN
    SELECT CASE WHEN archived_at IS NOT NULL THEN title END INTO archived FROM initiative WHERE id = NEW.initiative_id FOR SHARE;
    PERFORM refuse_archived(archived);
    SELECT CASE WHEN archived_at IS NOT NULL THEN name END INTO archived FROM team WHERE id = NEW.team_id FOR SHARE;
  WHEN 'initiative' THEN
    SELECT CASE WHEN archived_at IS NOT NULL THEN name END INTO archived FROM team WHERE id = NEW.team_id FOR SHARE;
  WHEN 'theme' THEN
    SELECT CASE WHEN archived_at IS NOT NULL THEN name END INTO archived FROM tribe WHERE id = NEW.tribe_id FOR SHARE;
    PERFORM refuse_archived(archived);
    SELECT CASE WHEN archived_at IS NOT NULL THEN name END INTO archived FROM team WHERE id = NEW.team_id FOR SHARE;
  WHEN 'objective' THEN
    SELECT CASE WHEN archived_at IS NOT NULL THEN title END INTO archived FROM objective WHERE id = NEW.parent_id FOR SHARE;
  WHEN 'key_result' THEN
    SELECT CASE WHEN archived_at IS NOT NULL THEN title END INTO archived FROM objective WHERE id = NEW.objective_id FOR SHARE;
  WHEN 'hat' THEN
    SELECT CASE WHEN deactivated_at IS NOT NULL THEN name END INTO archived FROM person WHERE id = NEW.person_id FOR SHARE;
    PERFORM refuse_archived(archived);
    SELECT CASE WHEN archived_at IS NOT NULL THEN name END INTO archived FROM team WHERE id = NEW.team_id FOR SHARE;
    PERFORM refuse_archived(archived);
    SELECT CASE WHEN archived_at IS NOT NULL THEN name END INTO archived FROM tribe WHERE id = NEW.tribe_id FOR SHARE;
  WHEN 'membership' THEN
    SELECT CASE WHEN deactivated_at IS NOT NULL THEN name END INTO archived FROM person WHERE id = NEW.person_id FOR SHARE;
    PERFORM refuse_archived(archived);
    SELECT CASE WHEN archived_at IS NOT NULL THEN name END INTO archived FROM team WHERE id = NEW.team_id FOR SHARE;
  END CASE;
  PERFORM refuse_archived(archived);
  RETURN NULL;
END $$;
CREATE TRIGGER act_item_comes AFTER INSERT ON roadmap_item FOR EACH ROW EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_item_moves AFTER UPDATE OF initiative_id, team_id, quarter ON roadmap_item FOR EACH ROW
  WHEN ((OLD.initiative_id, OLD.team_id, OLD.quarter) IS DISTINCT FROM (NEW.initiative_id, NEW.team_id, NEW.quarter))
  EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_initiative_comes AFTER INSERT ON initiative FOR EACH ROW EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_initiative_moves AFTER UPDATE OF team_id ON initiative FOR EACH ROW
  WHEN (OLD.team_id IS DISTINCT FROM NEW.team_id) EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_theme_comes AFTER INSERT ON theme FOR EACH ROW EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_theme_moves AFTER UPDATE OF tribe_id, team_id ON theme FOR EACH ROW
  WHEN ((OLD.tribe_id, OLD.team_id) IS DISTINCT FROM (NEW.tribe_id, NEW.team_id)) EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_objective_comes AFTER INSERT ON objective FOR EACH ROW
  WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_objective_moves AFTER UPDATE OF parent_id ON objective FOR EACH ROW
  WHEN (NEW.parent_id IS NOT NULL AND OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_key_result_comes AFTER INSERT ON key_result FOR EACH ROW EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_hat_comes AFTER INSERT ON hat FOR EACH ROW EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_hat_lasts AFTER UPDATE OF ends_on ON hat FOR EACH ROW
  WHEN (coalesce(NEW.ends_on, 'infinity') > coalesce(OLD.ends_on, 'infinity')) EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_membership_comes AFTER INSERT ON membership FOR EACH ROW EXECUTE FUNCTION act_come_to();
CREATE TRIGGER act_membership_lasts AFTER UPDATE OF ends_on ON membership FOR EACH ROW
  WHEN (coalesce(NEW.ends_on, 'infinity') > coalesce(OLD.ends_on, 'infinity')) EXECUTE FUNCTION act_come_to();
