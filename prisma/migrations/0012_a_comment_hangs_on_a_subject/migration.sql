-- A comment hangs on (subject_kind, subject_id): what may be commented is the nouns' to say, and a new kind is no new column.

ALTER TABLE "comment" ADD COLUMN "subject_kind" TEXT, ADD COLUMN "subject_id" UUID;

UPDATE "comment" SET
  "subject_id" = coalesce("insight_id", "theme_id", "initiative_id", "objective_id"),
  "subject_kind" = CASE WHEN "insight_id" IS NOT NULL THEN 'insight' WHEN "theme_id" IS NOT NULL THEN 'theme'
    WHEN "initiative_id" IS NOT NULL THEN 'initiative' ELSE 'objective' END;

-- Their foreign keys, indexes and check go with the columns.
ALTER TABLE "comment"
  DROP COLUMN "initiative_id",
  DROP COLUMN "insight_id",
  DROP COLUMN "objective_id",
  DROP COLUMN "theme_id",
  ALTER COLUMN "subject_id" SET NOT NULL,
  ALTER COLUMN "subject_kind" SET NOT NULL;

-- CreateIndex
CREATE INDEX "comment_subject_kind_subject_id_idx" ON "comment"("subject_kind", "subject_id");

-- What somebody said a word on is not deleted, as little as with a foreign key. Whoever makes a new kind of subject adds
-- this trigger to its table.
CREATE FUNCTION keep_commented() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM comment WHERE subject_kind = TG_ARGV[0] AND subject_id = OLD.id) THEN
    RAISE EXCEPTION '% % has comments', TG_ARGV[0], OLD.id USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER insight_keep_commented BEFORE DELETE ON insight FOR EACH ROW EXECUTE FUNCTION keep_commented('insight');
CREATE TRIGGER theme_keep_commented BEFORE DELETE ON theme FOR EACH ROW EXECUTE FUNCTION keep_commented('theme');
CREATE TRIGGER initiative_keep_commented BEFORE DELETE ON initiative FOR EACH ROW EXECUTE FUNCTION keep_commented('initiative');
CREATE TRIGGER objective_keep_commented BEFORE DELETE ON objective FOR EACH ROW EXECUTE FUNCTION keep_commented('objective');
