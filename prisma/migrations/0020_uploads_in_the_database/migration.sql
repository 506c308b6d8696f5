-- What was sent waits in the database, where every machine finds it. Uncompressed: it is written once and read a few
-- times.
-- AlterTable
ALTER TABLE "import_run" ADD COLUMN     "upload_id" UUID;

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "bytes" BIGINT NOT NULL,
    "digest" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_piece" (
    "upload_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "upload_piece_pkey" PRIMARY KEY ("upload_id","n")
);

-- CreateIndex
CREATE INDEX "import_run_upload_id_idx" ON "import_run"("upload_id");

-- AddForeignKey
ALTER TABLE "upload_piece" ADD CONSTRAINT "upload_piece_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE upload ADD CHECK (bytes >= 0), ADD CHECK (octet_length(digest) = 32);
ALTER TABLE upload_piece ADD CHECK (n >= 0), ADD CHECK (octet_length(data) BETWEEN 1 AND 1048576),
  ALTER COLUMN data SET STORAGE EXTERNAL;
