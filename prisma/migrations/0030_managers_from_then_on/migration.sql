-- AlterTable
ALTER TABLE "objective" ADD COLUMN     "agreed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "manager_since" TIMESTAMPTZ(3);

-- Whoever becomes somebody's manager, by whatever hand, is one from then on.
CREATE FUNCTION person_managed_since() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.manager_since IS NOT DISTINCT FROM OLD.manager_since THEN NEW.manager_since := now(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_managed_since BEFORE UPDATE OF manager_id ON person FOR EACH ROW
  WHEN (NEW.manager_id IS DISTINCT FROM OLD.manager_id) EXECUTE FUNCTION person_managed_since();

ALTER TABLE notice DROP CONSTRAINT notice_kind,
  ADD CONSTRAINT notice_kind CHECK (kind IN ('mentioned', 'yours', 'given', 'answered', 'committed', 'changed'));
CREATE TRIGGER person_forget_gone AFTER DELETE ON person REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_gone('person');
