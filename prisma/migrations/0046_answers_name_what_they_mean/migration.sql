-- AlterTable
ALTER TABLE "insight" ADD COLUMN     "answer_entry_id" UUID,
ADD COLUMN     "answer_initiative_id" UUID,
ADD COLUMN     "answer_is_bare" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "answer_reason_id" UUID;

-- CreateTable
CREATE TABLE "decline_reason" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "words" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kept_by_id" UUID,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "decline_reason_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "insight" ADD CONSTRAINT "insight_answer_initiative_id_fkey" FOREIGN KEY ("answer_initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight" ADD CONSTRAINT "insight_answer_entry_id_fkey" FOREIGN KEY ("answer_entry_id") REFERENCES "catalogue_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight" ADD CONSTRAINT "insight_answer_reason_id_fkey" FOREIGN KEY ("answer_reason_id") REFERENCES "decline_reason"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What was answered before may say "planned" without saying what: those rows stay as they are, and an undo may bring
-- them back. Whoever answers from now on says it.
ALTER TABLE insight ALTER COLUMN answer_is_bare SET DEFAULT false;
ALTER TABLE insight DROP CONSTRAINT insight_check1;
ALTER TABLE insight
  ADD CONSTRAINT insight_declined_with_reason CHECK (answer <> 'declined' OR answer_note <> '' OR answer_reason_id IS NOT NULL),
  ADD CONSTRAINT insight_answer_names_its_own CHECK (
    (answer_initiative_id IS NULL OR coalesce(answer, '') IN ('planned', 'shipped'))
    AND (answer_entry_id IS NULL OR coalesce(answer, '') = 'exists')
    AND (answer_reason_id IS NULL OR coalesce(answer, '') = 'declined')),
  ADD CONSTRAINT insight_answer_names_what_it_means CHECK (answer_is_bare OR answer IS NULL OR (
    (answer <> 'planned' OR answer_initiative_id IS NOT NULL)
    AND (answer <> 'exists' OR answer_entry_id IS NOT NULL OR answer_note <> '')
    AND answer <> 'duplicate'));
CREATE INDEX insight_answer_initiative_idx ON insight (answer_initiative_id) WHERE answer_initiative_id IS NOT NULL;
CREATE INDEX insight_answer_entry_idx ON insight (answer_entry_id) WHERE answer_entry_id IS NOT NULL;
CREATE INDEX insight_answer_reason_idx ON insight (answer_reason_id) WHERE answer_reason_id IS NOT NULL;

ALTER TABLE decline_reason ADD CONSTRAINT decline_reason_words CHECK (btrim(words) <> '' AND length(words) <= 160);
CREATE UNIQUE INDEX decline_reason_once_idx ON decline_reason (lower(words)) WHERE archived_at IS NULL;

DROP TRIGGER act_insight_merged ON insight;
CREATE TRIGGER act_insight_merged AFTER UPDATE OF tribe_id, answer, answer_note, answer_initiative_id, answer_entry_id,
    answer_reason_id, snoozed_until, kind ON insight
  FOR EACH ROW WHEN (OLD.merged_into_id IS NOT NULL AND NEW.merged_into_id IS NOT NULL AND
    (OLD.tribe_id, OLD.answer, OLD.answer_note, OLD.answer_initiative_id, OLD.answer_entry_id, OLD.answer_reason_id,
      OLD.snoozed_until, OLD.kind)
    IS DISTINCT FROM (NEW.tribe_id, NEW.answer, NEW.answer_note, NEW.answer_initiative_id, NEW.answer_entry_id,
      NEW.answer_reason_id, NEW.snoozed_until, NEW.kind))
  EXECUTE FUNCTION act_on_merged();

-- Nothing new is answered with what is archived; an undo brings back what was said then.
CREATE FUNCTION act_answer_names() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE archived text;
BEGIN
  IF NEW.answer_initiative_id IS NOT NULL THEN
    SELECT CASE WHEN archived_at IS NOT NULL THEN title END INTO archived FROM initiative
    WHERE id = NEW.answer_initiative_id FOR SHARE;
  ELSIF NEW.answer_entry_id IS NOT NULL THEN
    SELECT CASE WHEN archived_at IS NOT NULL THEN title END INTO archived FROM catalogue_entry
    WHERE id = NEW.answer_entry_id FOR SHARE;
  ELSE
    SELECT CASE WHEN archived_at IS NOT NULL THEN words END INTO archived FROM decline_reason
    WHERE id = NEW.answer_reason_id FOR SHARE;
  END IF;
  PERFORM refuse_archived(archived);
  RETURN NULL;
END $$;
CREATE TRIGGER act_answer_named AFTER UPDATE OF answer_initiative_id, answer_entry_id, answer_reason_id ON insight
  FOR EACH ROW WHEN ((NEW.answer_initiative_id, NEW.answer_entry_id, NEW.answer_reason_id)
    IS DISTINCT FROM (OLD.answer_initiative_id, OLD.answer_entry_id, OLD.answer_reason_id)
    AND num_nonnulls(NEW.answer_initiative_id, NEW.answer_entry_id, NEW.answer_reason_id) > 0)
  EXECUTE FUNCTION act_answer_names();
