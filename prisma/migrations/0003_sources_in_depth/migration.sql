-- Connections to a desk: secrets, state, webhooks, comments, transitions, epics; customers that are one; the erased.

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "account_manager" TEXT,
ADD COLUMN     "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "account" TEXT,
ADD COLUMN     "admits" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "mapping" JSONB,
ADD COLUMN     "paused_at" TIMESTAMPTZ(3),
ADD COLUMN     "statuses" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "import_run" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'file',
ADD COLUMN     "subject" TEXT NOT NULL DEFAULT 'insights',
ADD COLUMN     "undone_at" TIMESTAMPTZ(3),
ADD COLUMN     "undone_by_id" UUID;

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "reporter_email" TEXT;

-- CreateTable
CREATE TABLE "organisation_alias" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "organisation_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_pair" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "a_id" UUID NOT NULL,
    "b_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dismissed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key_hash" BYTEA NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_secret" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "source_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_state" (
    "source_id" UUID NOT NULL,
    "cursor" JSONB,
    "pulled_at" TIMESTAMPTZ(3),
    "next_pull_at" TIMESTAMPTZ(3),
    "reconciled_at" TIMESTAMPTZ(3),
    "last_event_at" TIMESTAMPTZ(3),
    "failure" JSONB,
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_state_pkey" PRIMARY KEY ("source_id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "source_id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handled_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "failure" JSONB,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_comment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "ticket_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "author_name" TEXT,
    "author_key" TEXT,
    "body" TEXT NOT NULL,
    "is_internal" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_transition" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "ticket_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT NOT NULL,

    CONSTRAINT "ticket_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "epic" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "source_id" UUID NOT NULL,
    "external_id" TEXT,
    "key" TEXT NOT NULL,
    "title" TEXT,
    "status" TEXT,
    "status_category" TEXT,
    "children_total" INTEGER NOT NULL DEFAULT 0,
    "children_done" INTEGER NOT NULL DEFAULT 0,
    "starts_on" DATE,
    "due_on" DATE,
    "resolved_at" TIMESTAMPTZ(3),
    "desk_updated_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "failure" JSONB,

    CONSTRAINT "epic_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organisation_alias_organisation_id_idx" ON "organisation_alias"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_alias_kind_value_key" ON "organisation_alias"("kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_pair_a_id_b_id_key" ON "organisation_pair"("a_id", "b_id");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_key_hash_key" ON "erasure"("key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "source_secret_source_id_name_key" ON "source_secret"("source_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_event_source_id_identifier_key" ON "webhook_event"("source_id", "identifier");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_comment_ticket_id_external_id_key" ON "ticket_comment"("ticket_id", "external_id");

-- CreateIndex
CREATE INDEX "ticket_transition_ticket_id_at_idx" ON "ticket_transition"("ticket_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_transition_ticket_id_external_id_key" ON "ticket_transition"("ticket_id", "external_id");

-- CreateIndex
CREATE INDEX "epic_source_id_external_id_idx" ON "epic"("source_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "epic_source_id_key_key" ON "epic"("source_id", "key");

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_alias" ADD CONSTRAINT "organisation_alias_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_secret" ADD CONSTRAINT "source_secret_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_state" ADD CONSTRAINT "source_state_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_event" ADD CONSTRAINT "webhook_event_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_comment" ADD CONSTRAINT "ticket_comment_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_transition" ADD CONSTRAINT "ticket_transition_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epic" ADD CONSTRAINT "epic_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- By hand: what the schema can't say.
ALTER TABLE source DROP CONSTRAINT source_kind_check,
  ADD CONSTRAINT source_kind_check CHECK (kind IN ('csv', 'form', 'jira-cloud', 'jira-server')),
  ADD CONSTRAINT source_admits_check CHECK (jsonb_typeof(admits) = 'object'),
  ADD CONSTRAINT source_statuses_check CHECK (jsonb_typeof(statuses) = 'object');
CREATE UNIQUE INDEX source_site_idx ON source (lower(site_url)) WHERE archived_at IS NULL AND site_url IS NOT NULL;
ALTER TABLE source_secret ADD CHECK (name IN ('api-token', 'webhook'));
ALTER TABLE import_run DROP CONSTRAINT import_run_state_check,
  ADD CONSTRAINT import_run_state_check
    CHECK (state IN ('queued', 'checking', 'asking', 'writing', 'done', 'refused', 'failed', 'undone')),
  ADD CONSTRAINT import_run_kind_check CHECK (kind IN ('file', 'pull')),
  ADD CONSTRAINT import_run_subject_check
    CHECK (subject IN ('insights', 'accounts', 'themes', 'initiatives', 'objectives')),
  ADD CONSTRAINT import_run_undone_check CHECK ((state = 'undone') = (undone_at IS NOT NULL));
ALTER TABLE webhook_event
  ADD CHECK (outcome IN ('taken', 'ignored', 'older', 'failed')), ADD CHECK ((handled_at IS NULL) = (outcome IS NULL));
CREATE INDEX webhook_event_waiting_idx ON webhook_event (received_at) WHERE handled_at IS NULL;
CREATE INDEX webhook_event_handled_idx ON webhook_event (handled_at) WHERE handled_at IS NOT NULL;
ALTER TABLE organisation ADD CHECK (merged_into_id IS NULL OR (merged_into_id <> id AND archived_at IS NOT NULL));
CREATE INDEX organisation_merged_into_idx ON organisation (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX organisation_domains_idx ON organisation USING gin (domains);
ALTER TABLE organisation_alias ADD CHECK (value <> ''), ADD CHECK (kind IN ('name', 'desk-id', 'account-id'));
ALTER TABLE organisation_pair ADD CHECK (a_id < b_id), ADD CHECK (reason IN ('domain', 'name')),
  ADD FOREIGN KEY (a_id) REFERENCES organisation (id) ON DELETE CASCADE,
  ADD FOREIGN KEY (b_id) REFERENCES organisation (id) ON DELETE CASCADE;
CREATE INDEX organisation_pair_b_idx ON organisation_pair (b_id);
ALTER TABLE epic ADD CHECK (key <> ''), ADD CHECK (0 <= children_done AND children_done <= children_total);
