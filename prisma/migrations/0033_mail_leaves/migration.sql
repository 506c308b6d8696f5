-- What was taken back before its text left is told to nobody, though a worker holds it already, or it may have left once.
CREATE OR REPLACE FUNCTION withdraw_undone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE outbox SET state = 'withdrawn', failure = 'undone', held_until = NULL,
    ended_at = (SELECT o.at FROM operation o WHERE o.id = NEW.undone_by_id)
  WHERE operation_id = NEW.operation_id AND (state IN ('waiting', 'unsure') OR state = 'sending' AND handed_at IS NULL);
  RETURN NULL;
END $$;

-- Whatever one hears of can be silenced.
ALTER TABLE silence DROP CONSTRAINT silence_kind,
  ADD CONSTRAINT silence_kind CHECK (kind IN ('mentioned', 'yours', 'given', 'answered', 'committed', 'changed'));
