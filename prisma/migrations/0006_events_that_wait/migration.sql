-- Events that wait for their ticket, the names of a site's fields, and epics that are due.

-- AlterTable
ALTER TABLE "source_state" ADD COLUMN     "fields" JSONB,
ADD COLUMN     "fields_read_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "webhook_event" ADD COLUMN     "waits_for" TEXT;

-- AlterTable
ALTER TABLE "epic" ADD COLUMN     "due_at" TIMESTAMPTZ(3);


-- By hand: what the schema can't say.
CREATE INDEX webhook_event_by_source_idx ON webhook_event (source_id, received_at) WHERE handled_at IS NULL;
