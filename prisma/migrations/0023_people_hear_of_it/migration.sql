-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "mentions" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "follow" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "fold_key" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "operation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "cleared_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "follow_subject_id_idx" ON "follow"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_person_id_subject_kind_subject_id_key" ON "follow"("person_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "notice_operation_id_idx" ON "notice"("operation_id");

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of what one thing does to one person there is one unread line; a cleared one was read.
CREATE UNIQUE INDEX notice_unread_idx ON notice (person_id, fold_key) WHERE read_at IS NULL;
CREATE INDEX notice_shown_idx ON notice (person_id, at DESC) WHERE cleared_at IS NULL;
ALTER TABLE notice
  ADD CONSTRAINT notice_kind CHECK (kind IN ('mentioned', 'given', 'answered', 'committed', 'changed')),
  ADD CONSTRAINT notice_times CHECK (times > 0),
  ADD CONSTRAINT notice_cleared_is_read CHECK (cleared_at IS NULL OR read_at IS NOT NULL);

-- Who hears of a thing hears of it as long as it is there: there is no foreign key, and nothing to ask for.
CREATE INDEX notice_subject_idx ON notice (subject_id);
CREATE FUNCTION forget_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM follow f USING gone WHERE f.subject_id = gone.id AND f.subject_kind = TG_ARGV[0];
  DELETE FROM notice n USING gone WHERE n.subject_id = gone.id AND n.subject_kind = TG_ARGV[0];
  RETURN NULL;
END $$;
CREATE TRIGGER insight_forget_gone AFTER DELETE ON insight REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_gone('insight');
CREATE TRIGGER theme_forget_gone AFTER DELETE ON theme REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_gone('theme');
CREATE TRIGGER initiative_forget_gone AFTER DELETE ON initiative REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_gone('initiative');
CREATE TRIGGER key_result_forget_gone AFTER DELETE ON key_result REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_gone('key_result');
CREATE TRIGGER organisation_forget_gone AFTER DELETE ON organisation REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_gone('organisation');
CREATE TRIGGER team_forget_gone AFTER DELETE ON team REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_gone('team');
CREATE TRIGGER tribe_quarter_forget_gone AFTER DELETE ON tribe_quarter REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_gone('tribe_quarter');
