-- Made by whoever migrates: the account that the app runs as may make no schema, and owns this one alone.
CREATE SCHEMA IF NOT EXISTS pgboss;
