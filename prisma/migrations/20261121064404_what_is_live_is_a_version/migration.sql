-- CreateTable
CREATE TABLE "rule_version" (
    "shop_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "why" TEXT NOT NULL,
    "restored_from" INTEGER,
    "changes" INTEGER,
    "pages" INTEGER,

    CONSTRAINT "rule_version_pkey" PRIMARY KEY ("shop_id","number")
);

-- AddForeignKey
ALTER TABLE "rule_version" ADD CONSTRAINT "rule_version_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What a shop shows today becomes its version 1, in the canonical text that app/rules/canonical.ts writes, so that its digest
-- equals the one the app computes of the same set.
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

WITH live AS (
  SELECT id AS shop_id, jsonb_build_object(
    'rules', (SELECT coalesce(jsonb_agg(document ORDER BY rule.id COLLATE "C"), '[]') FROM rule WHERE shop_id = shop.id),
    'exclusion', (SELECT condition FROM exclusion WHERE shop_id = shop.id),
    'locks', '{"product-page": "locked"}' || (
      SELECT coalesce(jsonb_object_agg(placement, lock), '{}') FROM placement_setting WHERE shop_id = shop.id)
  ) AS document
  FROM shop
  WHERE id IN (SELECT shop_id FROM rule UNION SELECT shop_id FROM exclusion UNION SELECT shop_id FROM placement_setting)
)
INSERT INTO rule_version (shop_id, number, document, digest, made_by, made_at, why)
SELECT shop_id, 1, document, encode(sha256(convert_to(pg_temp.canonical(document), 'UTF8')), 'hex'), 'upgrade', now(), '' FROM live;

DROP FUNCTION pg_temp.canonical;
