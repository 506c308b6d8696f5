-- Taking an import back and forgetting somebody go on in steps; the erased stay known whatever the secret becomes; an
-- operation knows what it was asked with.

-- AlterTable
ALTER TABLE "erasure" ADD COLUMN     "made_with" TEXT NOT NULL DEFAULT 'secret';

-- AlterTable
ALTER TABLE "operation" ADD COLUMN     "input_hash" BYTEA;

-- CreateTable
CREATE TABLE "erasure_key" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "value" BYTEA,
    "sealed" BYTEA,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erasure_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure_run" (
    "id" UUID NOT NULL,
    "identity" JSONB,
    "step" TEXT NOT NULL,
    "after" JSONB,
    "requesters" INTEGER NOT NULL,
    "tickets" INTEGER NOT NULL DEFAULT 0,
    "texts" INTEGER NOT NULL DEFAULT 0,
    "events" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasure_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_undo" (
    "import_run_id" UUID NOT NULL,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "deleted" INTEGER NOT NULL DEFAULT 0,
    "restored" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "stayed" INTEGER NOT NULL DEFAULT 0,
    "after_ticket_id" UUID,
    "failure" TEXT,

    CONSTRAINT "import_undo_pkey" PRIMARY KEY ("import_run_id")
);

-- AddForeignKey
ALTER TABLE "import_undo" ADD CONSTRAINT "import_undo_import_run_id_fkey" FOREIGN KEY ("import_run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- By hand: what the schema can't say.
ALTER TABLE import_run DROP CONSTRAINT import_run_state_check,
  ADD CONSTRAINT import_run_state_check CHECK (
    state IN ('queued', 'checking', 'asking', 'writing', 'done', 'refused', 'failed', 'undoing', 'undone'));
ALTER TABLE import_undo
  ADD CHECK (least(total, done, deleted, restored, kept, stayed) >= 0), ADD CHECK (done = deleted + restored + kept + stayed);
-- What is looked for when an import begins, and when an undo goes on.
CREATE INDEX import_run_undoing_idx ON import_run (source_id) WHERE state = 'undoing';
ALTER TABLE erasure ADD CHECK (made_with IN ('secret', 'key'));
ALTER TABLE erasure_key ADD CHECK (id = 1), ADD CHECK (length(value) = 32), ADD CHECK (num_nonnulls(value, sealed) > 0);
ALTER TABLE erasure_run ADD CHECK ((identity IS NULL) = (finished_at IS NOT NULL));
CREATE INDEX erasure_run_unfinished_idx ON erasure_run (started_at) WHERE finished_at IS NULL;

-- Each page of an erasure is an operation of its own, and may rewrite texts of the record as the first one may.
CREATE OR REPLACE FUNCTION erasing() RETURNS boolean LANGUAGE sql STABLE RETURN EXISTS (
  SELECT FROM operation
  WHERE id = nullif(current_setting('tribune.erasing', true), '')::uuid
    AND name IN ('requester.erased', 'requester.erased-further') AND xmin = pg_current_xact_id()::xid);

CREATE OR REPLACE FUNCTION refuse_operation_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.name, OLD.actor_id, OLD.actor_kind, OLD.at, OLD.visibility, OLD.input_hash)
     IS DISTINCT FROM (NEW.id, NEW.name, NEW.actor_id, NEW.actor_kind, NEW.at, NEW.visibility, NEW.input_hash)
     OR (OLD.undone_by_id IS NOT NULL AND OLD.undone_by_id IS DISTINCT FROM NEW.undone_by_id)
     OR ((OLD.params IS DISTINCT FROM NEW.params OR (OLD.result IS NOT NULL AND OLD.result IS DISTINCT FROM NEW.result))
       AND NOT erasing()) THEN
    RAISE EXCEPTION 'operation is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
