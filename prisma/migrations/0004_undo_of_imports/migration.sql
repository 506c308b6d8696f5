-- What tickets were before an import changed them, so that it can be undone.

-- CreateTable
CREATE TABLE "import_before" (
    "import_run_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "written_hash" BYTEA NOT NULL,

    CONSTRAINT "import_before_pkey" PRIMARY KEY ("import_run_id","ticket_id")
);

-- CreateIndex
CREATE INDEX "import_before_ticket_id_idx" ON "import_before"("ticket_id");

-- AddForeignKey
ALTER TABLE "import_before" ADD CONSTRAINT "import_before_import_run_id_fkey" FOREIGN KEY ("import_run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_before" ADD CONSTRAINT "import_before_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;
