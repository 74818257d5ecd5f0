-- CreateTable
CREATE TABLE "saying" (
    "shop_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "sentence" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "outcome" JSONB,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saying_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "saying_budget" (
    "shop_id" TEXT NOT NULL,
    "most_tokens" INTEGER NOT NULL,
    "month" TEXT NOT NULL DEFAULT '',
    "spent" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "saying_budget_pkey" PRIMARY KEY ("shop_id")
);

-- AddForeignKey
ALTER TABLE "saying" ADD CONSTRAINT "saying_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saying_budget" ADD CONSTRAINT "saying_budget_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

