-- What was said in some days, by number or by its last change, was read whole to be sorted: 8 to 20 ms with 100,000. The
-- indexes by days now hold what the other orders sort by, so that only the rows shown are read: 1 to 4 ms.
DROP INDEX insight_inbox_said_idx;
CREATE INDEX insight_inbox_said_idx ON insight (said_at DESC, id DESC) INCLUDE (number, updated_at, snoozed_until)
  WHERE tribe_id IS NULL AND merged_into_id IS NULL AND answer IS NULL;
DROP INDEX insight_said_idx;
CREATE INDEX insight_said_idx ON insight (said_at DESC, id DESC) INCLUDE (number, updated_at)
  WHERE merged_into_id IS NULL;
