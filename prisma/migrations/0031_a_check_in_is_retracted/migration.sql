-- AlterTable
ALTER TABLE "check_in" ADD COLUMN     "retracts_id" UUID,
ALTER COLUMN "value" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "check_in_retracts_id_key" ON "check_in"("retracts_id");

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_retracts_id_fkey" FOREIGN KEY ("retracts_id") REFERENCES "check_in"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what the schema can't say. A check-in says a value, or takes back one of the same key result.
ALTER TABLE check_in ADD CONSTRAINT check_in_says_or_retracts CHECK ((value IS NULL) = (retracts_id IS NOT NULL));
CREATE FUNCTION retracts_its_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM check_in c WHERE c.id = NEW.retracts_id AND c.key_result_id = NEW.key_result_id AND c.retracts_id IS NULL)
  THEN PERFORM refuse('not-found'); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER check_in_retracts_its_own AFTER INSERT ON check_in
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (NEW.retracts_id IS NOT NULL) EXECUTE FUNCTION retracts_its_own();
