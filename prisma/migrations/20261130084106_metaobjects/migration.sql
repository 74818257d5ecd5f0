-- CreateTable
CREATE TABLE "metaobject" (
    "shop_id" TEXT NOT NULL,
    "gid" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "metaobject_pkey" PRIMARY KEY ("shop_id","gid")
);

-- AddForeignKey
ALTER TABLE "metaobject" ADD CONSTRAINT "metaobject_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

