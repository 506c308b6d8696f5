-- AlterTable
ALTER TABLE "person" ADD COLUMN     "digest" TEXT NOT NULL DEFAULT 'weekdays',
ADD COLUMN     "messages" TEXT NOT NULL DEFAULT 'mail',
ADD COLUMN     "time_zone" TEXT;

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operation_id" UUID,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient_id" UUID NOT NULL,
    "subject_kind" TEXT,
    "subject_id" UUID,
    "notice_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "idempotency_key" TEXT NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "doubts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "answer" TEXT,
    "message_id" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "handed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "silence" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "kind" TEXT,
    "subject_kind" TEXT,
    "subject_id" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "silence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "outbox_idempotency_key_key" ON "outbox"("idempotency_key");

-- CreateIndex
CREATE INDEX "outbox_operation_id_idx" ON "outbox"("operation_id");

-- CreateIndex
CREATE INDEX "silence_subject_id_idx" ON "silence"("subject_id");

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "silence" ADD CONSTRAINT "silence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Each for its own: what waits, in the order in which a person gets it; what leaves next; what is shown and forgotten.
CREATE INDEX outbox_in_order_idx ON outbox (recipient_id, channel, id) WHERE state IN ('waiting', 'sending', 'unsure');
CREATE INDEX outbox_due_idx ON outbox (not_before) WHERE state IN ('waiting', 'sending', 'unsure');
CREATE INDEX outbox_shown_idx ON outbox (state, made_at DESC);
CREATE INDEX outbox_notices_idx ON outbox USING gin (notice_ids) WHERE kind = 'notice';
CREATE INDEX outbox_digests_idx ON outbox (recipient_id, not_before DESC) WHERE kind = 'digest';
ALTER TABLE outbox
  ADD CONSTRAINT outbox_channel CHECK (channel IN ('mail')),
  ADD CONSTRAINT outbox_kind CHECK (kind IN ('notice', 'digest')),
  ADD CONSTRAINT outbox_state CHECK (state IN ('waiting', 'sending', 'sent', 'unsure', 'failed', 'withdrawn')),
  ADD CONSTRAINT outbox_counts CHECK (tries >= 0 AND doubts >= 0),
  ADD CONSTRAINT outbox_of_one_thing CHECK ((subject_kind IS NULL) = (subject_id IS NULL)),
  ADD CONSTRAINT outbox_over_has_an_end CHECK ((state IN ('sent', 'failed', 'withdrawn')) = (ended_at IS NOT NULL)),
  ADD CONSTRAINT outbox_not_sent_has_a_reason CHECK (state NOT IN ('failed', 'withdrawn') OR failure IS NOT NULL),
  ADD CONSTRAINT outbox_sending_is_held CHECK ((state = 'sending') = (held_until IS NOT NULL)),
  ADD CONSTRAINT outbox_left_under_its_id CHECK (state NOT IN ('sending', 'sent', 'unsure') OR message_id IS NOT NULL);

-- What has left has left: nothing brings it back to wait, and it keeps the id under which it left.
CREATE FUNCTION keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was sent stays sent' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER outbox_sent_stays BEFORE UPDATE ON outbox FOR EACH ROW
  WHEN (OLD.state IN ('sent', 'withdrawn') AND NEW.state <> OLD.state
    OR OLD.message_id IS NOT NULL AND NEW.message_id IS DISTINCT FROM OLD.message_id)
  EXECUTE FUNCTION keep_sent();

-- What was taken back is told to nobody any more; what is on its way just now has left.
CREATE FUNCTION withdraw_undone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE outbox SET state = 'withdrawn', failure = 'undone',
    ended_at = (SELECT o.at FROM operation o WHERE o.id = NEW.undone_by_id)
  WHERE operation_id = NEW.operation_id AND state = 'waiting';
  RETURN NULL;
END $$;
CREATE TRIGGER act_undo_withdraws AFTER INSERT ON operation_undo FOR EACH ROW EXECUTE FUNCTION withdraw_undone();

ALTER TABLE person
  ADD CONSTRAINT person_messages CHECK (messages IN ('mail', 'none')),
  ADD CONSTRAINT person_digest CHECK (digest IN ('weekdays', 'weekly', 'never'));

ALTER TABLE silence
  ADD CONSTRAINT silence_of_a_kind_or_a_thing CHECK ((kind IS NULL) <> (subject_id IS NULL) AND (subject_kind IS NULL) = (subject_id IS NULL)),
  ADD CONSTRAINT silence_kind CHECK (kind IN ('mentioned', 'given', 'answered', 'committed', 'changed'));
CREATE UNIQUE INDEX silence_once_idx ON silence (person_id, kind, subject_kind, subject_id) NULLS NOT DISTINCT;

CREATE OR REPLACE FUNCTION forget_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM follow f USING gone WHERE f.subject_id = gone.id AND f.subject_kind = TG_ARGV[0];
  DELETE FROM notice n USING gone WHERE n.subject_id = gone.id AND n.subject_kind = TG_ARGV[0];
  DELETE FROM silence s USING gone WHERE s.subject_id = gone.id AND s.subject_kind = TG_ARGV[0];
  RETURN NULL;
END $$;

-- A link in a message is a door too.
ALTER TABLE operation DROP CONSTRAINT operation_via_check,
  ADD CONSTRAINT operation_via_check CHECK (via IN ('screen', 'key', 'command-line', 'import', 'job', 'mail'));
