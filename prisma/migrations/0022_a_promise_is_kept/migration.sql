-- A revision says why it was published, where somebody said so; like the names in the picture, an erasure blanks it.
ALTER TABLE "roadmap_picture" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';
DROP TRIGGER roadmap_picture_texts_only ON roadmap_picture;
CREATE TRIGGER roadmap_picture_texts_only BEFORE UPDATE ON roadmap_picture
  FOR EACH ROW EXECUTE FUNCTION keep_all_but('picture', 'note');

-- A commitment that was withdrawn within its grace: a row of its own, for pictures are never changed.
ALTER TABLE roadmap_picture DROP CONSTRAINT roadmap_picture_reason_check,
  ADD CONSTRAINT roadmap_picture_reason_check CHECK (reason IN ('commit', 'withdraw', 'week-2', 'close'));

-- Only what was promised is closed, whoever closes it.
CREATE FUNCTION act_close_quarter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse('quarter-not-committed', jsonb_build_object('tribe', b.name, 'quarter', NEW.quarter))
  FROM tribe b WHERE b.id = NEW.tribe_id;
  RETURN NULL;
END $$;
CREATE TRIGGER act_quarter_closed AFTER INSERT OR UPDATE OF state ON tribe_quarter
  FOR EACH ROW WHEN (NEW.state = 'closed' AND NEW.committed_at IS NULL) EXECUTE FUNCTION act_close_quarter();
