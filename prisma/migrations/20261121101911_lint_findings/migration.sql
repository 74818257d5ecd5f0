-- CreateTable
CREATE TABLE "lint" (
    "shop_id" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "linted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lint_pkey" PRIMARY KEY ("shop_id")
);

-- AddForeignKey
ALTER TABLE "lint" ADD CONSTRAINT "lint_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

