-- CreateTable
CREATE TABLE "market" (
    "shop_id" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "lacks" BIGINT[],

    CONSTRAINT "market_pkey" PRIMARY KEY ("shop_id","handle")
);

-- AddForeignKey
ALTER TABLE "market" ADD CONSTRAINT "market_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

