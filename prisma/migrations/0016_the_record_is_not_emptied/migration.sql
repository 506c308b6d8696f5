-- A table that is emptied whole loses its rows as surely as by DELETE.
CREATE TRIGGER operation_no_truncate BEFORE TRUNCATE ON operation FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER change_no_truncate BEFORE TRUNCATE ON change FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER operation_undo_no_truncate BEFORE TRUNCATE ON operation_undo FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER rice_version_no_truncate BEFORE TRUNCATE ON rice_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER check_in_no_truncate BEFORE TRUNCATE ON check_in FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER roadmap_picture_no_truncate BEFORE TRUNCATE ON roadmap_picture FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
