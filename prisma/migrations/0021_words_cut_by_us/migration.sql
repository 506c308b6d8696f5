-- What an insight is found by is made where it is written (lib/search), by the same cutting of words that a question goes
-- through, and no longer by PostgreSQL's own parser, which takes "iOS/Android" for the name of a file. `search_by` says by
-- which version it was made; 0 is none yet, or the parser. The worker makes those; until then the former ones answer.
ALTER TABLE insight ALTER COLUMN search DROP EXPRESSION;
ALTER TABLE insight ADD COLUMN search_by smallint NOT NULL DEFAULT 0;
CREATE INDEX insight_to_cut_idx ON insight (id) WHERE search_by < 1;
DROP FUNCTION search_query(text);
DROP FUNCTION search_vector(text);

-- A text that changed is not found by what it said before, whoever changed it.
CREATE FUNCTION forget_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := NULL;
  NEW.search_by := 0;
  RETURN NEW;
END $$;
CREATE TRIGGER insight_is_said_otherwise BEFORE UPDATE OF title, body ON insight FOR EACH ROW
  WHEN ((OLD.title IS DISTINCT FROM NEW.title OR OLD.body <> NEW.body) AND OLD.search IS NOT DISTINCT FROM NEW.search)
  EXECUTE FUNCTION forget_search();
