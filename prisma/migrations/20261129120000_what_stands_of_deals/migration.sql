-- AlterTable
ALTER TABLE "discount_node" ADD COLUMN     "is_off" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "discount_state" ADD COLUMN     "listed_at" TIMESTAMPTZ(3),
ALTER COLUMN "mode" DROP NOT NULL;

-- AlterTable
ALTER TABLE "published_deals" ADD COLUMN     "digest" TEXT,
ADD COLUMN     "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- What other discounts take something off is known once they are listed again.
UPDATE "discount_state" SET "others" = '[]';
