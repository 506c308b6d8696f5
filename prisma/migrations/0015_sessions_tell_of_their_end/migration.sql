-- Whoever ends a session before its time, by whatever way: those who serve it are told once that is committed.
CREATE FUNCTION tell_session_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('tribune_sessions', OLD.id::text);
  RETURN NULL;
END $$;

CREATE TRIGGER session_end AFTER UPDATE OF revoked_at ON session
  FOR EACH ROW WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL)
  EXECUTE FUNCTION tell_session_end();
