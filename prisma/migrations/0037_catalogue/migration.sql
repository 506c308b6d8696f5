-- CreateTable
CREATE TABLE "catalogue_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "title" TEXT NOT NULL,
    "words" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "answer" TEXT NOT NULL,
    "quarter" TEXT,
    "to_say" TEXT NOT NULL DEFAULT '',
    "limits" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "help_url" TEXT,
    "video_url" TEXT,
    "training_url" TEXT,
    "team_id" UUID,
    "initiative_id" UUID,
    "theme_id" UUID,
    "is_draft" BOOLEAN NOT NULL DEFAULT false,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "catalogue_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "entry_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "catalogue_entry_team_id_idx" ON "catalogue_entry"("team_id");

-- CreateIndex
CREATE INDEX "catalogue_entry_initiative_id_idx" ON "catalogue_entry"("initiative_id");

-- CreateIndex
CREATE INDEX "catalogue_entry_theme_id_idx" ON "catalogue_entry"("theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_version_entry_id_version_key" ON "entry_version"("entry_id", "version");

-- AddForeignKey
ALTER TABLE "catalogue_entry" ADD CONSTRAINT "catalogue_entry_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_entry" ADD CONSTRAINT "catalogue_entry_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalogue_entry" ADD CONSTRAINT "catalogue_entry_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_version" ADD CONSTRAINT "entry_version_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "catalogue_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE catalogue_entry
  ADD CONSTRAINT catalogue_entry_answer CHECK (answer IN ('yes', 'partly', 'no', 'planned')),
  ADD CONSTRAINT catalogue_entry_quarter CHECK (quarter ~ '^\d{4}-Q[1-4]$'),
  ADD CONSTRAINT catalogue_entry_addresses CHECK (
    coalesce(help_url, 'https://') ~ '^https?://' AND coalesce(video_url, 'https://') ~ '^https?://'
    AND coalesce(training_url, 'https://') ~ '^https?://'),
  -- What is told to customers was said by somebody, on a day.
  ADD CONSTRAINT catalogue_entry_told_is_verified CHECK (is_draft OR verified_at IS NOT NULL);

-- What was answered on a day can be seen as it was, whoever changed it since and however.
CREATE FUNCTION act_keep_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO entry_version (entry_id, version, content)
  VALUES (NEW.id, NEW.version, to_jsonb(NEW) - '{id,version,created_at,created_by_id}'::text[]);
  RETURN NULL;
END $$;
CREATE TRIGGER act_entry_made AFTER INSERT ON catalogue_entry FOR EACH ROW EXECUTE FUNCTION act_keep_entry();
CREATE TRIGGER act_entry_changed AFTER UPDATE ON catalogue_entry FOR EACH ROW
  WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION act_keep_entry();
CREATE FUNCTION act_entry_comes_to() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE archived text;
BEGIN
  SELECT CASE WHEN archived_at IS NOT NULL THEN name END INTO archived FROM team WHERE id = NEW.team_id FOR SHARE;
  PERFORM refuse_archived(archived);
  RETURN NULL;
END $$;
CREATE TRIGGER act_entry_comes AFTER INSERT ON catalogue_entry FOR EACH ROW EXECUTE FUNCTION act_entry_comes_to();
CREATE TRIGGER act_entry_moves AFTER UPDATE OF team_id ON catalogue_entry FOR EACH ROW
  WHEN (OLD.team_id IS DISTINCT FROM NEW.team_id) EXECUTE FUNCTION act_entry_comes_to();
