-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "insight_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "tribe_id" UUID,
    "team_id" UUID,
    "theme_id" UUID,
    "other_id" UUID,
    "organisation_id" UUID,
    "code" TEXT,
    "place" INTEGER NOT NULL,
    "likelihood" DOUBLE PRECISION NOT NULL,
    "reason" TEXT NOT NULL,
    "alike" INTEGER NOT NULL DEFAULT 0,
    "alike_of" INTEGER NOT NULL DEFAULT 0,
    "words" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "matcher_version" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'offered',
    "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refused_pair" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "a_id" UUID NOT NULL,
    "b_id" UUID NOT NULL,
    "refused_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refused_pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_due" (
    "id" BIGSERIAL NOT NULL,
    "insight_id" UUID NOT NULL,

    CONSTRAINT "proposal_due_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sureness" (
    "id" TEXT NOT NULL,
    "decided" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'not-yet',
    "threshold" DOUBLE PRECISION,
    "right" INTEGER NOT NULL DEFAULT 0,
    "judged" INTEGER NOT NULL DEFAULT 0,
    "counted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sureness_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposal_other_id_idx" ON "proposal"("other_id");

-- CreateIndex
CREATE INDEX "proposal_theme_id_idx" ON "proposal"("theme_id");

-- CreateIndex
CREATE INDEX "refused_pair_b_id_idx" ON "refused_pair"("b_id");

-- CreateIndex
CREATE UNIQUE INDEX "refused_pair_a_id_b_id_key" ON "refused_pair"("a_id", "b_id");

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_insight_id_fkey" FOREIGN KEY ("insight_id") REFERENCES "insight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "insight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_tribe_id_fkey" FOREIGN KEY ("tribe_id") REFERENCES "tribe"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refused_pair" ADD CONSTRAINT "refused_pair_a_id_fkey" FOREIGN KEY ("a_id") REFERENCES "insight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refused_pair" ADD CONSTRAINT "refused_pair_b_id_fkey" FOREIGN KEY ("b_id") REFERENCES "insight"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is proposed once is one row, whatever became of it.
CREATE UNIQUE INDEX proposal_once_idx ON proposal
  (insight_id, kind, tribe_id, theme_id, other_id, organisation_id, code) NULLS NOT DISTINCT;
ALTER TABLE proposal
  ADD CONSTRAINT proposal_kind CHECK (kind IN
    ('tribe', 'theme', 'new-theme', 'duplicate', 'kind', 'language', 'severity', 'customer')),
  ADD CONSTRAINT proposal_state CHECK (state IN ('offered', 'confirmed', 'refused', 'auto', 'stale')),
  ADD CONSTRAINT proposal_reason CHECK (reason IN ('alike', 'mission', 'words', 'group', 'domain', 'name', 'person')),
  ADD CONSTRAINT proposal_one_target CHECK (
    num_nonnulls(tribe_id, theme_id, other_id, organisation_id, code) = 1
    AND (tribe_id IS NOT NULL) = (kind = 'tribe') AND (theme_id IS NOT NULL) = (kind = 'theme')
    AND (other_id IS NOT NULL) = (kind = 'duplicate') AND (organisation_id IS NOT NULL) = (kind = 'customer')
    AND (team_id IS NULL OR kind = 'tribe')),
  ADD CONSTRAINT proposal_other_than_itself CHECK (other_id <> insight_id),
  ADD CONSTRAINT proposal_counts CHECK (place > 0 AND alike >= 0 AND alike_of >= alike);
ALTER TABLE refused_pair ADD CONSTRAINT refused_pair_smaller_first CHECK (a_id < b_id);
ALTER TABLE sureness
  ADD CONSTRAINT sureness_id CHECK (id IN ('tribe', 'theme')),
  ADD CONSTRAINT sureness_state CHECK (state IN ('earned', 'not-yet', 'withdrawn')),
  ADD CONSTRAINT sureness_threshold CHECK ((threshold IS NULL) = (state = 'not-yet')),
  ADD CONSTRAINT sureness_counts CHECK (decided >= 0 AND "right" >= 0 AND judged >= "right");

-- A decision marks what had been proposed, whoever takes it and by whatever way; what takes it back marks it anew. What
-- was refused stays refused.
CREATE FUNCTION mark_proposals(insight uuid, of_kind text, is_open boolean, is_it text) RETURNS void LANGUAGE sql AS $$
  UPDATE proposal SET state = CASE
    WHEN is_open THEN 'offered'
    WHEN coalesce(tribe_id, theme_id, other_id, organisation_id)::text = is_it OR code = is_it THEN 'confirmed'
    ELSE 'stale' END
  WHERE insight_id = insight AND kind = of_kind AND state IN ('offered', 'confirmed', 'stale')
$$;
CREATE FUNCTION insight_decides_proposals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.tribe_id IS DISTINCT FROM NEW.tribe_id THEN
    PERFORM mark_proposals(NEW.id, 'tribe', NEW.tribe_id IS NULL, NEW.tribe_id::text);
  END IF;
  IF OLD.kind <> NEW.kind THEN PERFORM mark_proposals(NEW.id, 'kind', false, NEW.kind); END IF;
  IF OLD.language IS DISTINCT FROM NEW.language THEN
    PERFORM mark_proposals(NEW.id, 'language', NEW.language IS NULL, NEW.language);
  END IF;
  IF OLD.severity IS DISTINCT FROM NEW.severity THEN
    PERFORM mark_proposals(NEW.id, 'severity', NEW.severity IS NULL, NEW.severity);
  END IF;
  IF OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id THEN
    PERFORM mark_proposals(NEW.id, 'duplicate', NEW.merged_into_id IS NULL, NEW.merged_into_id::text);
    -- It may have been proposed from the other's side.
    UPDATE proposal SET state = CASE WHEN insight_id = NEW.merged_into_id THEN 'confirmed' ELSE 'offered' END
    WHERE other_id = NEW.id AND insight_id IN (OLD.merged_into_id, NEW.merged_into_id) AND state IN ('offered', 'confirmed');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER insight_decides_proposals AFTER UPDATE ON insight FOR EACH ROW
  WHEN ((OLD.tribe_id, OLD.kind, OLD.language, OLD.severity, OLD.merged_into_id)
    IS DISTINCT FROM (NEW.tribe_id, NEW.kind, NEW.language, NEW.severity, NEW.merged_into_id))
  EXECUTE FUNCTION insight_decides_proposals();
-- A theme may come beside others, so may a customer: what else was proposed is no longer asked, until there is none.
CREATE FUNCTION tie_decides_proposals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'theme_insight' THEN
    IF TG_OP = 'INSERT' THEN
      PERFORM mark_proposals(NEW.insight_id, 'theme', false, NEW.theme_id::text),
        mark_proposals(NEW.insight_id, 'new-theme', false, (SELECT title FROM theme WHERE id = NEW.theme_id));
    ELSIF NOT EXISTS (SELECT FROM theme_insight WHERE insight_id = OLD.insight_id) THEN
      PERFORM mark_proposals(OLD.insight_id, 'theme', true, NULL), mark_proposals(OLD.insight_id, 'new-theme', true, NULL);
    END IF;
  ELSIF TG_OP = 'INSERT' THEN
    PERFORM mark_proposals(NEW.insight_id, 'customer', false, NEW.organisation_id::text);
  ELSIF NOT EXISTS (SELECT FROM insight_organisation WHERE insight_id = OLD.insight_id) THEN
    PERFORM mark_proposals(OLD.insight_id, 'customer', true, NULL);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER theme_decides_proposals AFTER INSERT OR DELETE ON theme_insight
  FOR EACH ROW EXECUTE FUNCTION tie_decides_proposals();
CREATE TRIGGER customer_decides_proposals AFTER INSERT OR DELETE ON insight_organisation
  FOR EACH ROW EXECUTE FUNCTION tie_decides_proposals();

-- What the matcher is to look at: what is new, what is said or decided otherwise, what is gone.
CREATE FUNCTION insights_are_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO proposal_due (insight_id) SELECT id FROM changed ORDER BY id;
  RETURN NULL;
END $$;
CREATE TRIGGER insight_made_due AFTER INSERT ON insight REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION insights_are_due();
CREATE TRIGGER insight_gone_due AFTER DELETE ON insight REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION insights_are_due();
CREATE FUNCTION insight_is_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO proposal_due (insight_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER insight_changed_due AFTER UPDATE ON insight FOR EACH ROW
  WHEN ((OLD.title, OLD.body, OLD.kind, OLD.language, OLD.severity, OLD.tribe_id, OLD.team_id, OLD.answer, OLD.merged_into_id)
    IS DISTINCT FROM
    (NEW.title, NEW.body, NEW.kind, NEW.language, NEW.severity, NEW.tribe_id, NEW.team_id, NEW.answer, NEW.merged_into_id))
  EXECUTE FUNCTION insight_is_due();
CREATE FUNCTION tied_insights_are_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO proposal_due (insight_id) SELECT DISTINCT insight_id FROM changed;
  RETURN NULL;
END $$;
CREATE TRIGGER theme_insight_made_due AFTER INSERT ON theme_insight REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tied_insights_are_due();
CREATE TRIGGER theme_insight_gone_due AFTER DELETE ON theme_insight REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tied_insights_are_due();
CREATE TRIGGER insight_organisation_made_due AFTER INSERT ON insight_organisation REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tied_insights_are_due();
CREATE TRIGGER insight_organisation_gone_due AFTER DELETE ON insight_organisation REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tied_insights_are_due();

-- Those that are here already wait their turn, the newest last: that is where it begins.
INSERT INTO proposal_due (insight_id) SELECT id FROM insight ORDER BY said_at, id;
