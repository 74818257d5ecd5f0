-- CreateTable
CREATE TABLE "applied_file" (
    "shop_id" TEXT NOT NULL,
    "left" TEXT NOT NULL,
    "replaced" JSONB NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "applied_file_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "rule_import" (
    "shop_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "rules" TEXT[],

    CONSTRAINT "rule_import_pkey" PRIMARY KEY ("shop_id","source","made_at")
);

-- AddForeignKey
ALTER TABLE "applied_file" ADD CONSTRAINT "applied_file_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_import" ADD CONSTRAINT "rule_import_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

