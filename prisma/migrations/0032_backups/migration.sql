-- CreateTable
CREATE TABLE "backup" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT,
    "rows" BIGINT,
    "bytes" BIGINT,
    "problem" JSONB,
    "checked_at" TIMESTAMPTZ(3),
    "check_problem" JSONB,

    CONSTRAINT "backup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "backup_name_key" ON "backup"("name");

-- It is there with what it holds, or it could not be made and says why; what is there can be brought back.
ALTER TABLE backup
  ADD CONSTRAINT backup_made_or_not CHECK (CASE WHEN name IS NULL
    THEN problem IS NOT NULL AND rows IS NULL AND bytes IS NULL AND checked_at IS NULL
    ELSE problem IS NULL AND rows IS NOT NULL AND bytes IS NOT NULL END),
  ADD CONSTRAINT backup_checked CHECK (check_problem IS NULL OR checked_at IS NOT NULL);
