-- What stands at each placement takes the place of one lock.
ALTER TABLE "placement_setting" ADD COLUMN "mix" JSONB;

CREATE FUNCTION pg_temp.mix_of(lock TEXT) RETURNS JSONB LANGUAGE sql AS $$
  SELECT jsonb_build_object(
    'slots', jsonb_build_array(jsonb_build_object('lock', lock, 'sources', '["rules", "bought-together"]'::jsonb)), 'adjust', '[]'::jsonb)
$$;

-- What would stand there without a word is not written down.
DELETE FROM "placement_setting" WHERE "lock" = 'locked';
UPDATE "placement_setting" SET "mix" = pg_temp.mix_of("lock");
ALTER TABLE "placement_setting" DROP COLUMN "lock", ALTER COLUMN "mix" SET NOT NULL;

CREATE FUNCTION pg_temp.with_placements(document JSONB) RETURNS JSONB LANGUAGE sql AS $$
  SELECT (document - 'locks') || jsonb_build_object('placements', CASE
    WHEN coalesce(document->'locks'->>'product-page', 'locked') = 'locked' THEN '{}'::jsonb
    ELSE jsonb_build_object('product-page', pg_temp.mix_of(document->'locks'->>'product-page')) END)
$$;

-- In the canonical text that app/rules/canonical.ts writes, so that the digest equals the one the app computes of the same set.
CREATE FUNCTION pg_temp.canonical(value JSONB) RETURNS TEXT LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN '{' || coalesce((
      SELECT string_agg(to_jsonb(part.key)::text || ':' || pg_temp.canonical(part.value), ',' ORDER BY part.key COLLATE "C")
      FROM jsonb_each(value) AS part), '') || '}'
    WHEN 'array' THEN '[' || coalesce((
      SELECT string_agg(pg_temp.canonical(part.value), ',' ORDER BY part.ordinality)
      FROM jsonb_array_elements(value) WITH ORDINALITY AS part), '') || ']'
    ELSE value::text
  END;
END $$;

UPDATE "rule_version" SET "document" = pg_temp.with_placements("document") WHERE "document" ? 'locks';
UPDATE "rule_version" SET "digest" = encode(sha256(convert_to(pg_temp.canonical("document"), 'UTF8')), 'hex');
UPDATE "applied_file" SET "replaced" = pg_temp.with_placements("replaced") WHERE "replaced" ? 'locks';

DROP FUNCTION pg_temp.canonical;
DROP FUNCTION pg_temp.with_placements;
DROP FUNCTION pg_temp.mix_of;

-- All that stands beside a product is published together. What was written in another shape is written anew.
ALTER TABLE "published_slot" DROP CONSTRAINT "published_slot_pkey", DROP COLUMN "placement", ADD CONSTRAINT "published_slot_pkey" PRIMARY KEY ("shop_id", "product_id");
ALTER TABLE "published_slot" RENAME COLUMN "cards" TO "slots";
UPDATE "published_slot" SET "slots" = '[]';
