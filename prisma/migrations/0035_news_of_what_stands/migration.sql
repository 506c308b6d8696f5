-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "earlier_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- Of one thing there is one unread line: what is brought back in sight beside a newer one stays read.
CREATE FUNCTION notice_back_as_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM notice n WHERE n.person_id = NEW.person_id AND n.fold_key = NEW.fold_key
      AND n.read_at IS NULL AND n.id <> NEW.id) THEN
    NEW.read_at := OLD.read_at;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notice_back_as_read BEFORE UPDATE OF read_at ON notice FOR EACH ROW
  WHEN (NEW.read_at IS NULL AND OLD.read_at IS NOT NULL) EXECUTE FUNCTION notice_back_as_read();
