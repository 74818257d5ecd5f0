-- AlterTable
ALTER TABLE "sync" ADD COLUMN     "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "product" DROP COLUMN "echo_digest";

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "delivery_shop_id_topic_event_id_key" ON "delivery"("shop_id", "topic", "event_id");

