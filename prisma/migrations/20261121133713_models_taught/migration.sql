-- AlterTable
ALTER TABLE "model_snapshot" ADD COLUMN     "ranker" JSONB;

-- What an earlier release trained was learnt in full.
UPDATE "model_snapshot" SET "report" = "report" || jsonb_build_object(
    'learnt', jsonb_build_object('at', extract(epoch FROM "trained_at") / 86400, 'orders', "orders")
);
