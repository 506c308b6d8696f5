-- What hangs on a merged insight (themes, sharings, customers, requesters, comments, whatever comes later) is read
-- through the one that stands: every row says which that is. Nothing is copied, so that parting is exact.
ALTER TABLE insight ADD COLUMN root_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(merged_into_id, id)) STORED;
CREATE INDEX insight_root_idx ON insight (root_id);

-- The team that an insight was shared out to for a quarter: its own sharing first, else that of what was merged into it,
-- while that team is of the insight's Tribe.
CREATE FUNCTION team_of_quarter(insight uuid, tribe uuid, quarter text) RETURNS uuid LANGUAGE sql STABLE RETURN (
  SELECT s.team_id FROM insight m JOIN sharing s ON s.insight_id = m.id JOIN team t ON t.id = s.team_id
  WHERE m.root_id = team_of_quarter.insight AND s.quarter = team_of_quarter.quarter
    AND (m.id = team_of_quarter.insight OR t.tribe_id = team_of_quarter.tribe)
  ORDER BY m.id <> team_of_quarter.insight, m.id LIMIT 1);

-- The team it is with now, as before, but also by a sharing of what was merged into it. What was merged itself keeps its own.
CREATE OR REPLACE FUNCTION team_now(insight uuid, tribe uuid) RETURNS uuid LANGUAGE sql STABLE RETURN (
  SELECT s.team_id FROM insight m JOIN sharing s ON s.insight_id = m.id JOIN team t ON t.id = s.team_id
  WHERE (m.id = team_now.insight OR m.merged_into_id = team_now.insight) AND t.tribe_id = team_now.tribe
  ORDER BY s.quarter DESC, m.id <> team_now.insight, m.id LIMIT 1);

CREATE OR REPLACE FUNCTION follow_sharing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE insight SET team_id = team_now(id, tribe_id)
  WHERE id IN (SELECT unnest(ARRAY[m.id, m.root_id]) FROM insight m WHERE m.id IN (OLD.insight_id, NEW.insight_id))
    AND team_id IS DISTINCT FROM team_now(id, tribe_id);
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION follow_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE insight SET team_id = team_now(id, tribe_id)
  WHERE id IN (SELECT unnest(ARRAY[m.id, m.root_id]) FROM sharing s JOIN insight m ON m.id = s.insight_id
    WHERE s.team_id = NEW.id);
  RETURN NULL;
END $$;
CREATE FUNCTION follow_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE insight SET team_id = team_now(id, tribe_id)
  WHERE id IN (OLD.merged_into_id, NEW.merged_into_id) AND team_id IS DISTINCT FROM team_now(id, tribe_id);
  RETURN NULL;
END $$;
CREATE TRIGGER merge_followed AFTER UPDATE OF merged_into_id ON insight
  FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION follow_merge();

UPDATE insight i SET team_id = team_now(i.id, i.tribe_id)
WHERE i.id IN (SELECT merged_into_id FROM insight WHERE merged_into_id IS NOT NULL)
  AND team_id IS DISTINCT FROM team_now(i.id, i.tribe_id);

-- What was taken away from a merged insight through the one that stands comes back by an undo: it had been merged
-- already when it went. Anything else is put on the one that stands.
CREATE FUNCTION comes_back_to_merged(link uuid, of_table text, insight uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT max(c.id) FROM change c WHERE c.row_id = link::text AND c.table_name = of_table AND c.after IS NULL)
    > (SELECT max(c.id) FROM change c WHERE c.row_id = insight::text AND c.table_name = 'insight'
      AND c.after ? 'merged_into_id'), false)
$$;

CREATE OR REPLACE FUNCTION act_share() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
  PERFORM FROM insight WHERE id IN (SELECT insight_id FROM new_rows) ORDER BY id FOR SHARE;
  PERFORM FROM team WHERE id IN (SELECT team_id FROM new_rows) ORDER BY id FOR SHARE;
  FOR wrong IN
    SELECT i.number, i.merged_into_id IS NOT NULL AND NOT comes_back_to_merged(n.id, 'sharing', i.id) AS is_merged,
      t.archived_at IS NOT NULL AS is_archived, i.tribe_id IS DISTINCT FROM t.tribe_id AS is_elsewhere, t.name AS team,
      b.name AS tribe
    FROM new_rows n JOIN insight i ON i.id = n.insight_id JOIN team t ON t.id = n.team_id JOIN tribe b ON b.id = t.tribe_id
    WHERE i.merged_into_id IS NOT NULL OR t.archived_at IS NOT NULL OR i.tribe_id IS DISTINCT FROM t.tribe_id
  LOOP
    IF wrong.is_merged THEN PERFORM refuse_merged(wrong.number); END IF;
    IF wrong.is_archived THEN PERFORM refuse_archived(wrong.team); END IF;
    IF wrong.is_elsewhere THEN
      PERFORM refuse('insight-not-in-tribe', jsonb_build_object('insight', 'INS-' || wrong.number, 'tribe', wrong.tribe));
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION act_group() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM theme WHERE id IN (SELECT theme_id FROM new_rows) ORDER BY id FOR SHARE;
  PERFORM FROM insight WHERE id IN (SELECT insight_id FROM new_rows) ORDER BY id FOR SHARE;
  PERFORM refuse_archived(h.title) FROM new_rows n JOIN theme h ON h.id = n.theme_id WHERE h.archived_at IS NOT NULL;
  PERFORM refuse_merged(i.number) FROM new_rows n JOIN insight i ON i.id = n.insight_id
    WHERE i.merged_into_id IS NOT NULL AND NOT comes_back_to_merged(n.id, 'theme_insight', i.id);
  RETURN NULL;
END $$;
