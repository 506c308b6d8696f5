-- Themes, initiatives and OKRs that come from files: what the files call them, and what the last import wrote.

-- CreateTable
CREATE TABLE "work_reference" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "source_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "written" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_reference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "work_reference_target_id_idx" ON "work_reference"("target_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_reference_source_id_target_external_id_key" ON "work_reference"("source_id", "target", "external_id");

-- AddForeignKey
ALTER TABLE "work_reference" ADD CONSTRAINT "work_reference_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- By hand: what the schema can't say.
ALTER TABLE work_reference
  ADD CHECK (target IN ('theme', 'initiative', 'objective', 'key_result')), ADD CHECK (jsonb_typeof(written) = 'object');
ALTER TABLE import_run DROP CONSTRAINT import_run_subject_check,
  ADD CONSTRAINT import_run_subject_check
    CHECK (subject IN ('insights', 'accounts', 'themes', 'initiatives', 'okrs'));
