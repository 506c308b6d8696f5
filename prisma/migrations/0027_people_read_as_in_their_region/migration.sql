-- AlterTable
ALTER TABLE "person" ADD COLUMN     "region" TEXT;

-- Those that lib/i18n/language.ts knows.
ALTER TABLE "person" ADD CONSTRAINT person_region CHECK (region IN ('GB', 'IE', 'US', 'FR', 'BE', 'CH', 'LU'));
