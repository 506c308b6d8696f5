-- What was merged away is found by its own words too, and gives the insight that stands. Of these there are few.
CREATE INDEX insight_merged_search_idx ON insight USING gin (search) WHERE merged_into_id IS NOT NULL;
