-- CreateTable
CREATE TABLE "duty_week" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "week" DATE NOT NULL,
    "person_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "duty_week_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "duty_week_week_key" ON "duty_week"("week");

-- CreateIndex
CREATE INDEX "duty_week_person_id_idx" ON "duty_week"("person_id");

-- AddForeignKey
ALTER TABLE "duty_week" ADD CONSTRAINT "duty_week_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A week is called by its Monday.
ALTER TABLE duty_week ADD CONSTRAINT duty_week_is_a_monday CHECK (extract(isodow FROM week) = 1);
