-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'customer',
    "lost_reason" TEXT,
    "revenue_cents" BIGINT,
    "at_stake_cents" BIGINT,
    "segment" TEXT,
    "country" TEXT,
    "domains" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requester" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "external_key" TEXT NOT NULL,
    "email" TEXT,
    "person_id" UUID,
    "organisation_id" UUID,
    "erased_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "requester_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "site_url" TEXT,
    "time_zone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "source_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_bytes" BIGINT NOT NULL,
    "spool_path" TEXT,
    "options" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'queued',
    "refusal" JSONB,
    "rows_total" INTEGER,
    "checked_bytes" BIGINT NOT NULL DEFAULT 0,
    "question" JSONB,
    "cursor_row" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "duplicates" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "started_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_refusal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "import_run_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "import_refusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "problem" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "origin_reason" TEXT,
    "team_id" UUID NOT NULL,
    "epic_key" TEXT,
    "reach" INTEGER,
    "impact_hundredths" INTEGER,
    "confidence_hundredths" INTEGER,
    "effort_half_months" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_theme" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "initiative_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,

    CONSTRAINT "initiative_theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rice_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "initiative_id" UUID NOT NULL,
    "factor" TEXT NOT NULL,
    "value" INTEGER,
    "reason" TEXT,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rice_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative_key_result" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "initiative_id" UUID NOT NULL,
    "key_result_id" UUID NOT NULL,

    CONSTRAINT "initiative_key_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insight" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" SERIAL NOT NULL,
    "ticket_id" UUID,
    "source_id" UUID NOT NULL,
    "split_from_id" UUID,
    "merged_into_id" UUID,
    "title" TEXT,
    "body" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT,
    "severity" TEXT,
    "product_id" UUID,
    "surface" TEXT,
    "tribe_id" UUID,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handed_in_by_id" UUID,
    "answer" TEXT,
    "answer_note" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "snoozed_until" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "insight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insight_organisation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "insight_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "insight_organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insight_requester" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "insight_id" UUID NOT NULL,
    "requester_id" UUID NOT NULL,

    CONSTRAINT "insight_requester_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sharing" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "insight_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "shared_by_id" UUID,
    "shared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sharing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "insight_id" UUID,
    "theme_id" UUID,
    "initiative_id" UUID,
    "objective_id" UUID,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objective" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "quarter" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "department_id" UUID,
    "tribe_id" UUID,
    "craft" TEXT,
    "owner_id" UUID,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "commitment" TEXT NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "objective_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_result" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "objective_id" UUID NOT NULL,
    "title" TEXT,
    "direction" TEXT NOT NULL,
    "start" DOUBLE PRECISION NOT NULL,
    "target" DOUBLE PRECISION NOT NULL,
    "unit" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "key_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key_result_id" UUID NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "confidence" TEXT,
    "note" TEXT,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "result" JSONB,
    "visibility" TEXT NOT NULL DEFAULT 'all',
    "undone_by_id" UUID,

    CONSTRAINT "operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" BIGSERIAL NOT NULL,
    "operation_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "version_before" INTEGER,
    "version_after" INTEGER,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "single_keys" BOOLEAN NOT NULL DEFAULT true,
    "department_id" UUID,
    "manager_id" UUID,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hat" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "tribe_id" UUID,
    "team_id" UUID,
    "department_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_token" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "setup_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "screen" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capacity" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "team_id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "half_months" INTEGER NOT NULL,
    "reserve_half_months" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "capacity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roadmap_item" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "initiative_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "effort_half_months" INTEGER NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "roadmap_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tribe_quarter" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tribe_id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "committed_at" TIMESTAMPTZ(3),
    "committed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tribe_quarter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roadmap_picture" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tribe_id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "picture" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_by_id" UUID,

    CONSTRAINT "roadmap_picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "tribe_id" UUID NOT NULL,
    "team_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme_insight" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "theme_id" UUID NOT NULL,
    "insight_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "theme_insight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "key" TEXT,
    "title" TEXT,
    "body" TEXT NOT NULL,
    "issue_type" TEXT,
    "request_type" TEXT,
    "status" TEXT,
    "status_category" TEXT,
    "severity" TEXT,
    "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reporter_name" TEXT,
    "reporter_key" TEXT,
    "organisation_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "raw" JSONB NOT NULL DEFAULT '{}',
    "row_hash" BYTEA NOT NULL,
    "desk_created_at" TIMESTAMPTZ(3),
    "desk_updated_at" TIMESTAMPTZ(3),
    "desk_resolved_at" TIMESTAMPTZ(3),
    "deleted_in_desk_at" TIMESTAMPTZ(3),
    "import_run_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_key" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "source_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "ticket_id" UUID NOT NULL,

    CONSTRAINT "ticket_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tribe" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mission" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "band_low" INTEGER NOT NULL DEFAULT 20,
    "band_high" INTEGER NOT NULL DEFAULT 50,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tribe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tribe_period" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tribe_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "tribe_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "tribe_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "specialities" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "band_low" INTEGER,
    "band_high" INTEGER,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_period" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "team_id" UUID NOT NULL,
    "tribe_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "team_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "requester_external_key_key" ON "requester"("external_key");

-- CreateIndex
CREATE INDEX "requester_person_id_idx" ON "requester"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_name_key" ON "product"("name");

-- CreateIndex
CREATE UNIQUE INDEX "source_name_key" ON "source"("name");

-- CreateIndex
CREATE INDEX "import_run_created_at_idx" ON "import_run"("created_at" DESC);

-- CreateIndex
CREATE INDEX "import_refusal_import_run_id_line_idx" ON "import_refusal"("import_run_id", "line");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_number_key" ON "initiative"("number");

-- CreateIndex
CREATE INDEX "initiative_team_id_idx" ON "initiative"("team_id");

-- CreateIndex
CREATE INDEX "initiative_theme_theme_id_idx" ON "initiative_theme"("theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_theme_initiative_id_theme_id_key" ON "initiative_theme"("initiative_id", "theme_id");

-- CreateIndex
CREATE INDEX "rice_version_initiative_id_factor_set_at_idx" ON "rice_version"("initiative_id", "factor", "set_at" DESC);

-- CreateIndex
CREATE INDEX "initiative_key_result_key_result_id_idx" ON "initiative_key_result"("key_result_id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_key_result_initiative_id_key_result_id_key" ON "initiative_key_result"("initiative_id", "key_result_id");

-- CreateIndex
CREATE UNIQUE INDEX "insight_number_key" ON "insight"("number");

-- CreateIndex
CREATE INDEX "insight_organisation_organisation_id_idx" ON "insight_organisation"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "insight_organisation_insight_id_organisation_id_key" ON "insight_organisation"("insight_id", "organisation_id");

-- CreateIndex
CREATE INDEX "insight_requester_requester_id_idx" ON "insight_requester"("requester_id");

-- CreateIndex
CREATE UNIQUE INDEX "insight_requester_insight_id_requester_id_key" ON "insight_requester"("insight_id", "requester_id");

-- CreateIndex
CREATE INDEX "sharing_team_id_quarter_idx" ON "sharing"("team_id", "quarter");

-- CreateIndex
CREATE UNIQUE INDEX "sharing_insight_id_quarter_key" ON "sharing"("insight_id", "quarter");

-- CreateIndex
CREATE INDEX "comment_insight_id_idx" ON "comment"("insight_id");

-- CreateIndex
CREATE INDEX "comment_theme_id_idx" ON "comment"("theme_id");

-- CreateIndex
CREATE INDEX "comment_initiative_id_idx" ON "comment"("initiative_id");

-- CreateIndex
CREATE INDEX "comment_objective_id_idx" ON "comment"("objective_id");

-- CreateIndex
CREATE INDEX "objective_quarter_level_idx" ON "objective"("quarter", "level");

-- CreateIndex
CREATE INDEX "objective_owner_id_idx" ON "objective"("owner_id");

-- CreateIndex
CREATE INDEX "key_result_objective_id_idx" ON "key_result"("objective_id");

-- CreateIndex
CREATE INDEX "check_in_key_result_id_at_idx" ON "check_in"("key_result_id", "at" DESC);

-- CreateIndex
CREATE INDEX "operation_at_idx" ON "operation"("at" DESC);

-- CreateIndex
CREATE INDEX "operation_actor_id_at_idx" ON "operation"("actor_id", "at" DESC);

-- CreateIndex
CREATE INDEX "change_operation_id_idx" ON "change"("operation_id");

-- CreateIndex
CREATE INDEX "change_row_id_id_idx" ON "change"("row_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "department_name_key" ON "department"("name");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "hat_person_id_idx" ON "hat"("person_id");

-- CreateIndex
CREATE INDEX "hat_tribe_id_idx" ON "hat"("tribe_id");

-- CreateIndex
CREATE INDEX "hat_team_id_idx" ON "hat"("team_id");

-- CreateIndex
CREATE INDEX "identity_person_id_idx" ON "identity"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_issuer_subject_key" ON "identity"("issuer", "subject");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "setup_token_token_hash_key" ON "setup_token"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_person_id_screen_name_key" ON "saved_view"("person_id", "screen", "name");

-- CreateIndex
CREATE UNIQUE INDEX "capacity_team_id_quarter_key" ON "capacity"("team_id", "quarter");

-- CreateIndex
CREATE INDEX "roadmap_item_quarter_team_id_idx" ON "roadmap_item"("quarter", "team_id");

-- CreateIndex
CREATE UNIQUE INDEX "roadmap_item_initiative_id_team_id_quarter_key" ON "roadmap_item"("initiative_id", "team_id", "quarter");

-- CreateIndex
CREATE UNIQUE INDEX "tribe_quarter_tribe_id_quarter_key" ON "tribe_quarter"("tribe_id", "quarter");

-- CreateIndex
CREATE INDEX "roadmap_picture_quarter_tribe_id_taken_at_idx" ON "roadmap_picture"("quarter", "tribe_id", "taken_at");

-- CreateIndex
CREATE INDEX "theme_tribe_id_idx" ON "theme"("tribe_id");

-- CreateIndex
CREATE INDEX "theme_team_id_idx" ON "theme"("team_id");

-- CreateIndex
CREATE INDEX "theme_insight_insight_id_idx" ON "theme_insight"("insight_id");

-- CreateIndex
CREATE UNIQUE INDEX "theme_insight_theme_id_insight_id_key" ON "theme_insight"("theme_id", "insight_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_source_id_external_id_key" ON "ticket"("source_id", "external_id");

-- CreateIndex
CREATE INDEX "ticket_key_ticket_id_idx" ON "ticket_key"("ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_key_source_id_key_key" ON "ticket_key"("source_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "tribe_code_key" ON "tribe"("code");

-- CreateIndex
CREATE UNIQUE INDEX "tribe_name_key" ON "tribe"("name");

-- CreateIndex
CREATE UNIQUE INDEX "team_name_key" ON "team"("name");

-- CreateIndex
CREATE INDEX "team_tribe_id_position_idx" ON "team"("tribe_id", "position");

-- CreateIndex
CREATE INDEX "membership_team_id_idx" ON "membership"("team_id");

-- AddForeignKey
ALTER TABLE "requester" ADD CONSTRAINT "requester_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_refusal" ADD CONSTRAINT "import_refusal_import_run_id_fkey" FOREIGN KEY ("import_run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_theme" ADD CONSTRAINT "initiative_theme_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_theme" ADD CONSTRAINT "initiative_theme_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rice_version" ADD CONSTRAINT "rice_version_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_key_result" ADD CONSTRAINT "initiative_key_result_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative_key_result" ADD CONSTRAINT "initiative_key_result_key_result_id_fkey" FOREIGN KEY ("key_result_id") REFERENCES "key_result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight" ADD CONSTRAINT "insight_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight" ADD CONSTRAINT "insight_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight" ADD CONSTRAINT "insight_split_from_id_fkey" FOREIGN KEY ("split_from_id") REFERENCES "insight"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight" ADD CONSTRAINT "insight_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "insight"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight" ADD CONSTRAINT "insight_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight" ADD CONSTRAINT "insight_tribe_id_fkey" FOREIGN KEY ("tribe_id") REFERENCES "tribe"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight_organisation" ADD CONSTRAINT "insight_organisation_insight_id_fkey" FOREIGN KEY ("insight_id") REFERENCES "insight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight_organisation" ADD CONSTRAINT "insight_organisation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight_requester" ADD CONSTRAINT "insight_requester_insight_id_fkey" FOREIGN KEY ("insight_id") REFERENCES "insight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insight_requester" ADD CONSTRAINT "insight_requester_requester_id_fkey" FOREIGN KEY ("requester_id") REFERENCES "requester"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing" ADD CONSTRAINT "sharing_insight_id_fkey" FOREIGN KEY ("insight_id") REFERENCES "insight"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sharing" ADD CONSTRAINT "sharing_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_insight_id_fkey" FOREIGN KEY ("insight_id") REFERENCES "insight"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_tribe_id_fkey" FOREIGN KEY ("tribe_id") REFERENCES "tribe"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objective" ADD CONSTRAINT "objective_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "objective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_result" ADD CONSTRAINT "key_result_objective_id_fkey" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_key_result_id_fkey" FOREIGN KEY ("key_result_id") REFERENCES "key_result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hat" ADD CONSTRAINT "hat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hat" ADD CONSTRAINT "hat_tribe_id_fkey" FOREIGN KEY ("tribe_id") REFERENCES "tribe"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hat" ADD CONSTRAINT "hat_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hat" ADD CONSTRAINT "hat_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capacity" ADD CONSTRAINT "capacity_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_item" ADD CONSTRAINT "roadmap_item_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_item" ADD CONSTRAINT "roadmap_item_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tribe_quarter" ADD CONSTRAINT "tribe_quarter_tribe_id_fkey" FOREIGN KEY ("tribe_id") REFERENCES "tribe"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_picture" ADD CONSTRAINT "roadmap_picture_tribe_id_fkey" FOREIGN KEY ("tribe_id") REFERENCES "tribe"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme" ADD CONSTRAINT "theme_tribe_id_fkey" FOREIGN KEY ("tribe_id") REFERENCES "tribe"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme" ADD CONSTRAINT "theme_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_insight" ADD CONSTRAINT "theme_insight_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theme_insight" ADD CONSTRAINT "theme_insight_insight_id_fkey" FOREIGN KEY ("insight_id") REFERENCES "insight"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_key" ADD CONSTRAINT "ticket_key_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_key" ADD CONSTRAINT "ticket_key_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tribe_period" ADD CONSTRAINT "tribe_period_tribe_id_fkey" FOREIGN KEY ("tribe_id") REFERENCES "tribe"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_tribe_id_fkey" FOREIGN KEY ("tribe_id") REFERENCES "tribe"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_period" ADD CONSTRAINT "team_period_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say: extensions, checks, exclusions, partial and search indexes, append-only tables.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- unaccent() is only STABLE because its dictionary could change; ours never does.
CREATE FUNCTION unaccented(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN public.unaccent('public.unaccent'::regdictionary, value);

-- French as written, French without accents, English: the union finds "exportées" for "exporter" and "export".
CREATE FUNCTION search_vector(value text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN to_tsvector('pg_catalog.french', value)
      || to_tsvector('pg_catalog.french', unaccented(value))
      || to_tsvector('pg_catalog.english', unaccented(value));

CREATE FUNCTION search_query(value text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN websearch_to_tsquery('pg_catalog.french', value)
      || websearch_to_tsquery('pg_catalog.french', unaccented(value))
      || websearch_to_tsquery('pg_catalog.english', unaccented(value));

-- A tsvector holds 1 MB at most: what lies beyond 200,000 characters is kept and shown, but not searched.
ALTER TABLE insight ADD COLUMN search tsvector GENERATED ALWAYS AS (
  setweight(search_vector(left(coalesce(title, ''), 2000)), 'A') || search_vector(left(body, 200000))
) STORED;
CREATE INDEX insight_search_idx ON insight USING gin (search) WITH (fastupdate = on);

-- Lists: one index for each sort offered, for the inbox, for a Tribe and for all.
CREATE INDEX insight_inbox_said_idx ON insight (said_at DESC, id DESC)
  WHERE tribe_id IS NULL AND merged_into_id IS NULL AND answer IS NULL;
CREATE INDEX insight_inbox_updated_idx ON insight (updated_at DESC, id DESC)
  WHERE tribe_id IS NULL AND merged_into_id IS NULL AND answer IS NULL;
CREATE INDEX insight_inbox_number_idx ON insight (number DESC)
  WHERE tribe_id IS NULL AND merged_into_id IS NULL AND answer IS NULL;
CREATE INDEX insight_said_idx ON insight (said_at DESC, id DESC) WHERE merged_into_id IS NULL;
CREATE INDEX insight_updated_idx ON insight (updated_at DESC, id DESC) WHERE merged_into_id IS NULL;
CREATE INDEX insight_tribe_said_idx ON insight (tribe_id, said_at DESC, id DESC) WHERE merged_into_id IS NULL;
CREATE INDEX insight_inbox_kind_idx ON insight (kind, said_at DESC, id DESC)
  WHERE tribe_id IS NULL AND merged_into_id IS NULL AND answer IS NULL;
CREATE INDEX insight_kind_idx ON insight (kind, said_at DESC, id DESC) WHERE merged_into_id IS NULL;
CREATE INDEX insight_source_idx ON insight (source_id, said_at DESC, id DESC) WHERE merged_into_id IS NULL;

-- The team that has an insight now: that of its newest sharing out, while that team is of the insight's Tribe. The
-- sharings are the fact; this follows them by itself, so that a Tribe's pool can be read from an index.
ALTER TABLE insight ADD COLUMN team_id uuid;
CREATE INDEX insight_pool_idx ON insight (tribe_id, said_at DESC, id DESC)
  WHERE tribe_id IS NOT NULL AND team_id IS NULL AND merged_into_id IS NULL AND answer IS NULL;
CREATE INDEX insight_team_idx ON insight (team_id, said_at DESC, id DESC)
  WHERE team_id IS NOT NULL AND merged_into_id IS NULL AND answer IS NULL;
CREATE FUNCTION team_now(insight uuid, tribe uuid) RETURNS uuid LANGUAGE sql STABLE RETURN (
  SELECT s.team_id FROM sharing s JOIN team t ON t.id = s.team_id
  WHERE s.insight_id = insight AND t.tribe_id = tribe ORDER BY s.quarter DESC LIMIT 1);
CREATE FUNCTION follow_tribe() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE insight SET team_id = team_now(id, tribe_id)
  WHERE id = NEW.id AND team_id IS DISTINCT FROM team_now(id, tribe_id);
  RETURN NULL;
END $$;
-- After, not before: a trigger before an update makes PostgreSQL compute the search column again.
CREATE TRIGGER insight_follows_tribe AFTER UPDATE OF tribe_id ON insight
  FOR EACH ROW WHEN (OLD.tribe_id IS DISTINCT FROM NEW.tribe_id) EXECUTE FUNCTION follow_tribe();
CREATE FUNCTION follow_sharing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE insight SET team_id = team_now(id, tribe_id)
  WHERE id IN (OLD.insight_id, NEW.insight_id) AND team_id IS DISTINCT FROM team_now(id, tribe_id);
  RETURN NULL;
END $$;
CREATE TRIGGER sharing_followed AFTER INSERT OR UPDATE OR DELETE ON sharing
  FOR EACH ROW EXECUTE FUNCTION follow_sharing();
CREATE FUNCTION follow_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE insight SET team_id = team_now(id, tribe_id)
  WHERE id IN (SELECT insight_id FROM sharing WHERE team_id = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER team_followed AFTER UPDATE OF tribe_id ON team
  FOR EACH ROW WHEN (OLD.tribe_id IS DISTINCT FROM NEW.tribe_id) EXECUTE FUNCTION follow_team();
CREATE INDEX insight_ticket_idx ON insight (ticket_id);
CREATE INDEX insight_split_from_idx ON insight (split_from_id) WHERE split_from_id IS NOT NULL;
CREATE INDEX insight_merged_into_idx ON insight (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX insight_handed_in_by_idx ON insight (handed_in_by_id, said_at DESC) WHERE handed_in_by_id IS NOT NULL;
CREATE INDEX insight_answered_idx ON insight (answered_at) WHERE answered_at IS NOT NULL;
-- One whole insight for a ticket; further ones come from it by a split.
CREATE UNIQUE INDEX insight_one_for_ticket_idx ON insight (ticket_id) WHERE ticket_id IS NOT NULL AND split_from_id IS NULL;
CREATE UNIQUE INDEX organisation_name_idx ON organisation (lower(name)) WHERE archived_at IS NULL;
CREATE INDEX organisation_name_trgm_idx ON organisation USING gin (lower(name) gin_trgm_ops);
CREATE INDEX ticket_import_run_idx ON ticket (import_run_id);
CREATE INDEX operation_undone_by_idx ON operation (undone_by_id) WHERE undone_by_id IS NOT NULL;
-- An insight's history tells of the ties it no longer has.
CREATE INDEX change_untied_insight_idx ON change ((before ->> 'insight_id'))
  WHERE after IS NULL AND table_name IN ('theme_insight', 'sharing', 'insight_organisation');

ALTER TABLE person
  ADD CHECK (email = lower(email) AND email LIKE '%_@_%'), ADD CHECK (name <> ''),
  ADD CHECK (language IN ('en', 'fr')), ADD CHECK (theme IN ('system', 'light', 'dark')),
  ADD CHECK (manager_id IS NULL OR manager_id <> id);
ALTER TABLE hat
  ADD CHECK (ends_on IS NULL OR ends_on > starts_on),
  ADD CHECK (num_nonnulls(tribe_id, team_id, department_id) <= 1),
  ADD EXCLUDE USING gist (person_id WITH =, code WITH =,
    coalesce(tribe_id, team_id, department_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
    daterange(starts_on, ends_on) WITH &&);
ALTER TABLE membership
  ADD CHECK (ends_on IS NULL OR ends_on > starts_on),
  ADD EXCLUDE USING gist (person_id WITH =, team_id WITH =, daterange(starts_on, ends_on) WITH &&);
ALTER TABLE tribe_period
  ADD CHECK (ends_on IS NULL OR ends_on > starts_on),
  ADD EXCLUDE USING gist (tribe_id WITH =, daterange(starts_on, ends_on) WITH &&);
ALTER TABLE team_period
  ADD CHECK (ends_on IS NULL OR ends_on > starts_on),
  ADD EXCLUDE USING gist (team_id WITH =, daterange(starts_on, ends_on) WITH &&);
ALTER TABLE tribe
  ADD CHECK (code ~ '^[[:upper:]]{3}$'), ADD CHECK (name <> ''),
  ADD CHECK (0 <= band_low AND band_low < band_high AND band_high <= 100);
ALTER TABLE team
  ADD CHECK (name <> ''), ADD CHECK ((band_low IS NULL) = (band_high IS NULL)),
  ADD CHECK (band_low IS NULL OR (0 <= band_low AND band_low < band_high AND band_high <= 100));
ALTER TABLE organisation
  ADD CHECK (name <> ''), ADD CHECK (state IN ('customer', 'prospect', 'lost')),
  ADD CHECK (revenue_cents >= 0), ADD CHECK (at_stake_cents >= 0);
ALTER TABLE source ADD CHECK (name <> ''), ADD CHECK (kind IN ('csv', 'form'));
ALTER TABLE import_run
  ADD CHECK (state IN ('queued', 'checking', 'asking', 'writing', 'done', 'refused', 'failed')),
  ADD CHECK (state <> 'done' OR rows_total = created + updated + unchanged + refused);
ALTER TABLE insight
  ADD CHECK (kind IN ('request', 'problem', 'question', 'praise', 'bug')),
  ADD CHECK (language IN ('fr', 'en', 'mixed')),
  ADD CHECK (answer IN ('planned', 'shipped', 'exists', 'declined', 'duplicate', 'out-of-scope')),
  ADD CHECK ((answer IS NULL) = (answered_at IS NULL)),
  ADD CHECK (answer <> 'declined' OR answer_note <> ''),
  ADD CHECK (merged_into_id IS NULL OR merged_into_id <> id),
  ADD CHECK (split_from_id IS NULL OR split_from_id <> id),
  ADD CHECK (surface IN ('web', 'mobile'));
ALTER TABLE sharing ADD CHECK (quarter ~ '^\d{4}-Q[1-4]$');
ALTER TABLE comment
  ADD CHECK (num_nonnulls(insight_id, theme_id, initiative_id, objective_id) = 1), ADD CHECK (body <> '');
ALTER TABLE theme ADD CHECK (title <> '');
ALTER TABLE initiative
  ADD CHECK (title <> ''), ADD CHECK (kind IN ('product', 'tech')), ADD CHECK (origin IN ('bottom-up', 'top-down')),
  ADD CHECK (reach >= 0), ADD CHECK (impact_hundredths IN (25, 50, 100, 200, 300)),
  ADD CHECK (confidence_hundredths IN (20, 50, 80, 100)), ADD CHECK (effort_half_months >= 1);
ALTER TABLE rice_version ADD CHECK (factor IN ('reach', 'impact', 'confidence', 'effort'));
ALTER TABLE capacity
  ADD CHECK (quarter ~ '^\d{4}-Q[1-4]$'),
  ADD CHECK (half_months >= 0 AND reserve_half_months >= 0 AND reserve_half_months <= half_months);
ALTER TABLE roadmap_item ADD CHECK (quarter ~ '^\d{4}-Q[1-4]$'), ADD CHECK (effort_half_months >= 1);
ALTER TABLE tribe_quarter
  ADD CHECK (quarter ~ '^\d{4}-Q[1-4]$'), ADD CHECK (state IN ('draft', 'committed', 'closed')),
  ADD CHECK (state = 'draft' OR committed_at IS NOT NULL OR closed_at IS NOT NULL);
ALTER TABLE roadmap_picture ADD CHECK (reason IN ('commit', 'week-2', 'close'));
ALTER TABLE objective
  ADD CHECK (title <> ''), ADD CHECK (quarter ~ '^\d{4}-Q[1-4]$'),
  ADD CHECK (commitment IN ('committed', 'aspirational')),
  ADD CHECK (craft IN ('engineering', 'data', 'product-management', 'qa', 'design')),
  ADD CHECK (CASE level
    WHEN 'company' THEN num_nonnulls(department_id, tribe_id, craft, owner_id) = 0
    WHEN 'department' THEN owner_id IS NULL AND num_nonnulls(department_id, tribe_id, craft) = 1
    WHEN 'individual' THEN owner_id IS NOT NULL AND num_nonnulls(department_id, tribe_id, craft) = 0
    ELSE false END),
  ADD CHECK (parent_id IS NULL OR parent_id <> id);
ALTER TABLE key_result
  ADD CHECK (direction IN ('more', 'less', 'keep', 'hit')),
  ADD CHECK (direction <> 'hit' OR (start = 0 AND target = 1)),
  ADD CHECK (direction <> 'more' OR target > start), ADD CHECK (direction <> 'less' OR target < start);
CREATE UNIQUE INDEX key_result_own_measure_idx ON key_result (objective_id) WHERE title IS NULL AND archived_at IS NULL;
ALTER TABLE operation
  ADD CHECK (actor_kind IN ('person', 'system')), ADD CHECK ((actor_kind = 'person') = (actor_id IS NOT NULL));

-- Nobody can edit the record.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER change_append_only BEFORE UPDATE OR DELETE ON change FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER rice_version_append_only BEFORE UPDATE OR DELETE ON rice_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER check_in_append_only BEFORE UPDATE OR DELETE ON check_in FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER roadmap_picture_append_only BEFORE UPDATE OR DELETE ON roadmap_picture FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER operation_no_delete BEFORE DELETE ON operation FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
-- Of an operation only its result (written once, in its own transaction) and what undid it may be set.
CREATE FUNCTION refuse_operation_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.name, OLD.actor_id, OLD.actor_kind, OLD.at, OLD.params, OLD.visibility)
     IS DISTINCT FROM (NEW.id, NEW.name, NEW.actor_id, NEW.actor_kind, NEW.at, NEW.params, NEW.visibility)
     OR (OLD.result IS NOT NULL AND OLD.result IS DISTINCT FROM NEW.result)
     OR (OLD.undone_by_id IS NOT NULL AND OLD.undone_by_id IS DISTINCT FROM NEW.undone_by_id) THEN
    RAISE EXCEPTION 'operation is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER operation_append_only BEFORE UPDATE ON operation FOR EACH ROW EXECUTE FUNCTION refuse_operation_rewriting();

-- Counted tries to sign in; the shape is rate-limiter-flexible's.
CREATE TABLE sign_in_attempt (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
