-- AlterTable
ALTER TABLE "change" ADD COLUMN     "visibility" TEXT NOT NULL DEFAULT 'all';

-- A private row's values lie in the record too. The act that touched it may be everybody's to know of, so each change says
-- for itself whose it is: nobody who writes has to remember it.
CREATE FUNCTION private_to(kind text, changed uuid, held jsonb, act uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  result uuid;
  about uuid;
  owner text;
BEGIN
  IF kind = 'objective' THEN
    about := changed;
  ELSE
    result := CASE kind WHEN 'key_result' THEN changed ELSE coalesce((held ->> 'key_result_id')::uuid,
      (SELECT c.key_result_id FROM check_in c WHERE c.id = changed)) END;
    about := coalesce((held ->> 'objective_id')::uuid, (SELECT k.objective_id FROM key_result k WHERE k.id = result));
  END IF;
  SELECT CASE o.level WHEN 'individual' THEN o.owner_id::text ELSE 'all' END INTO owner FROM objective o WHERE o.id = about;
  -- Of what is gone: as its row said, else as private as the act.
  RETURN coalesce(owner, CASE WHEN held ? 'level' THEN coalesce(held ->> 'owner_id', 'all') END,
    (SELECT o.visibility FROM operation o WHERE o.id = act), 'all');
END $$;

CREATE FUNCTION mark_private_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.visibility := private_to(NEW.table_name, NEW.row_id::uuid, coalesce(NEW.before, '{}') || coalesce(NEW.after, '{}'), NEW.operation_id);
  RETURN NEW;
END $$;
CREATE TRIGGER change_marked BEFORE INSERT ON change FOR EACH ROW
  WHEN (NEW.visibility = 'all' AND NEW.table_name IN ('objective', 'key_result', 'check_in'))
  EXECUTE FUNCTION mark_private_change();

ALTER TABLE change DISABLE TRIGGER change_append_only, DISABLE TRIGGER change_texts_only;
UPDATE change c SET visibility = private_to(c.table_name, c.row_id::uuid, coalesce(c.before, '{}') || coalesce(c.after, '{}'), c.operation_id)
WHERE c.table_name IN ('objective', 'key_result', 'check_in');
ALTER TABLE change ENABLE TRIGGER change_append_only, ENABLE TRIGGER change_texts_only;
