-- CreateTable
CREATE TABLE "never_together" (
    "shop_id" TEXT NOT NULL,
    "pairs" JSONB NOT NULL,

    CONSTRAINT "never_together_pkey" PRIMARY KEY ("shop_id")
);

-- AddForeignKey
ALTER TABLE "never_together" ADD CONSTRAINT "never_together_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- No version so far keeps products apart; each says so now, under the digest that the app computes of what it says.
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

UPDATE rule_version SET document = document || '{"neverTogether": []}';
UPDATE rule_version SET digest = encode(sha256(convert_to(pg_temp.canonical(document), 'UTF8')), 'hex');

DROP FUNCTION pg_temp.canonical;
