-- That something was taken back is a row of its own: the record of what was done is never touched.

-- CreateTable
CREATE TABLE "operation_undo" (
    "operation_id" UUID NOT NULL,
    "undone_by_id" UUID NOT NULL,

    CONSTRAINT "operation_undo_pkey" PRIMARY KEY ("operation_id")
);

INSERT INTO "operation_undo" ("operation_id", "undone_by_id")
SELECT "id", "undone_by_id" FROM "operation" WHERE "undone_by_id" IS NOT NULL;

-- AlterTable
ALTER TABLE "operation" DROP COLUMN "undone_by_id";

-- CreateIndex
CREATE INDEX "operation_undo_undone_by_id_idx" ON "operation_undo"("undone_by_id");

-- AddForeignKey
ALTER TABLE "operation_undo" ADD CONSTRAINT "operation_undo_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER operation_undo_append_only BEFORE UPDATE OR DELETE ON operation_undo FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE OR REPLACE FUNCTION refuse_operation_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.name, OLD.actor_id, OLD.actor_kind, OLD.at, OLD.visibility, OLD.input_hash)
     IS DISTINCT FROM (NEW.id, NEW.name, NEW.actor_id, NEW.actor_kind, NEW.at, NEW.visibility, NEW.input_hash)
     OR ((OLD.params IS DISTINCT FROM NEW.params OR (OLD.result IS NOT NULL AND OLD.result IS DISTINCT FROM NEW.result))
       AND NOT erasing()) THEN
    RAISE EXCEPTION 'operation is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
