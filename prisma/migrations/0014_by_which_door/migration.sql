-- By which door an act came, from which session, and for whom a program asked. Null where that was not kept yet.

-- AlterTable
ALTER TABLE "operation" ADD COLUMN     "client_id" UUID,
ADD COLUMN     "session_id" UUID,
ADD COLUMN     "via" TEXT;

ALTER TABLE operation ADD CHECK (via IN ('screen', 'key', 'command-line', 'import', 'job'));

CREATE OR REPLACE FUNCTION refuse_operation_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.name, OLD.actor_id, OLD.actor_kind, OLD.at, OLD.visibility, OLD.input_hash, OLD.via, OLD.client_id, OLD.session_id)
     IS DISTINCT FROM
     (NEW.id, NEW.name, NEW.actor_id, NEW.actor_kind, NEW.at, NEW.visibility, NEW.input_hash, NEW.via, NEW.client_id, NEW.session_id)
     OR ((OLD.params IS DISTINCT FROM NEW.params OR (OLD.result IS NOT NULL AND OLD.result IS DISTINCT FROM NEW.result))
       AND NOT erasing()) THEN
    RAISE EXCEPTION 'operation is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
