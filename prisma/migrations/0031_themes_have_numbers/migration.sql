-- AlterTable
ALTER TABLE "theme" ADD COLUMN     "number" SERIAL NOT NULL;

-- Those there are get theirs in the order they were made in; no rule of a theme looks at its number.
ALTER TABLE theme DISABLE TRIGGER USER;
UPDATE theme SET number = made.number
FROM (SELECT id, row_number() OVER (ORDER BY created_at, id) AS number FROM theme) AS made WHERE made.id = theme.id;
ALTER TABLE theme ENABLE TRIGGER USER;

-- CreateIndex
CREATE UNIQUE INDEX "theme_number_key" ON "theme"("number");
