-- AlterTable
ALTER TABLE "product" ADD COLUMN     "category" TEXT,
ADD COLUMN     "metafields" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "options" TEXT[];

-- What was read before tells nothing of the new facts; the next sync does.
UPDATE "product" SET "options" = '{}', "variants" = (
  SELECT coalesce(jsonb_agg('{"compareAt": null, "stock": null, "sku": "", "options": [], "cost": null}'::jsonb || "variant" ORDER BY "place"), '[]')
  FROM jsonb_array_elements("variants") WITH ORDINALITY AS "listed" ("variant", "place"));
