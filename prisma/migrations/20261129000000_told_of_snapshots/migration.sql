-- Whoever serves a snapshot is told of each change to it, by whomever, once that is committed: on a channel of the table's name.
CREATE FUNCTION tell_of_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify(TG_TABLE_NAME, CASE TG_OP WHEN 'DELETE' THEN OLD.shop_id ELSE NEW.shop_id END);
  RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER INSERT OR UPDATE OR DELETE ON published_snapshot FOR EACH ROW EXECUTE FUNCTION tell_of_snapshot();
