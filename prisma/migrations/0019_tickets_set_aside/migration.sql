-- CreateTable
CREATE TABLE "ticket_aside" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "key" TEXT,
    "reason" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3),
    "aside_at" TIMESTAMPTZ(3) NOT NULL,
    "tried_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_aside_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ticket_aside_source_id_external_id_key" ON "ticket_aside"("source_id", "external_id");

-- AddForeignKey
ALTER TABLE "ticket_aside" ADD CONSTRAINT "ticket_aside_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
