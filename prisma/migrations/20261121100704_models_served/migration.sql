-- What older models learnt has another layout: it is learnt anew the next night.
DELETE FROM "model_snapshot";

-- AlterTable
ALTER TABLE "model_snapshot" DROP CONSTRAINT "model_snapshot_pkey",
DROP COLUMN "checksum",
DROP COLUMN "kind",
ADD COLUMN     "report" JSONB NOT NULL,
ADD CONSTRAINT "model_snapshot_pkey" PRIMARY KEY ("shop_id", "version");

-- CreateTable
CREATE TABLE "training" (
    "shop_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "read" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,

    CONSTRAINT "training_pkey" PRIMARY KEY ("shop_id")
);

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

