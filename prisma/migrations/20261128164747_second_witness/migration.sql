-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "installation" TEXT,
ADD COLUMN     "met_at" TIMESTAMPTZ(3),
ADD COLUMN     "number" BIGINT;

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "again_at" TIMESTAMPTZ(3),
ADD COLUMN     "doubt" TEXT;

-- CreateIndex: what waits to be looked at again is a handful among millions.
CREATE INDEX "delivery_again_at_idx" ON "delivery"("again_at") WHERE "again_at" IS NOT NULL AND "applied_at" IS NULL;
