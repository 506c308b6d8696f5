-- AlterTable
ALTER TABLE "person" ADD COLUMN     "is_newcomer" BOOLEAN NOT NULL DEFAULT true;

-- Who was there before it knows the way.
UPDATE "person" SET "is_newcomer" = false;
