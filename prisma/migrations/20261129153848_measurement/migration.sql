-- AlterTable
ALTER TABLE "order" ADD COLUMN     "adjustment" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "channel" TEXT,
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "taxes_included" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "visit" TEXT;

-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "tax" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "measurement" (
    "shop_id" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "own_share" DOUBLE PRECISION,
    "may_pause" BOOLEAN NOT NULL DEFAULT false,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "counted_to" TIMESTAMPTZ(3) NOT NULL,
    "published" TEXT,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "measure_epoch" (
    "shop_id" TEXT NOT NULL,
    "board" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "share" DOUBLE PRECISION NOT NULL,
    "terms" JSONB NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measure_epoch_pkey" PRIMARY KEY ("shop_id","board","number")
);

-- CreateTable
CREATE TABLE "offered" (
    "shop_id" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "product_id" BIGINT NOT NULL,
    "sold_by" TEXT NOT NULL,
    "is_held_out" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offered_pkey" PRIMARY KEY ("shop_id","visitor","epoch","product_id","sold_by")
);

-- CreateTable
CREATE TABLE "measure_due" (
    "shop_id" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,

    CONSTRAINT "measure_due_pkey" PRIMARY KEY ("shop_id","visitor")
);

-- CreateTable
CREATE TABLE "measured_visitor" (
    "shop_id" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "is_held_out" BOOLEAN NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "outcomes" DOUBLE PRECISION[],

    CONSTRAINT "measured_visitor_pkey" PRIMARY KEY ("shop_id","visitor","epoch","scope")
);

-- CreateTable
CREATE TABLE "measure_total" (
    "shop_id" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "is_held_out" BOOLEAN NOT NULL,
    "sums" DOUBLE PRECISION[],

    CONSTRAINT "measure_total_pkey" PRIMARY KEY ("shop_id","epoch","scope","is_held_out")
);

-- CreateTable
CREATE TABLE "measure_day" (
    "shop_id" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "is_held_out" BOOLEAN NOT NULL,
    "day" DATE NOT NULL,
    "sums" DOUBLE PRECISION[],

    CONSTRAINT "measure_day_pkey" PRIMARY KEY ("shop_id","epoch","is_held_out","day")
);

-- CreateTable
CREATE TABLE "customer_board" (
    "shop_id" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_board_pkey" PRIMARY KEY ("shop_id")
);

-- CreateIndex
CREATE INDEX "offered_shop_id_at_idx" ON "offered"("shop_id", "at");

-- CreateIndex
CREATE INDEX "order_shop_id_visit_idx" ON "order"("shop_id", "visit");

-- CreateIndex
CREATE INDEX "order_shop_id_recorded_at_idx" ON "order"("shop_id", "recorded_at");

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_epoch" ADD CONSTRAINT "measure_epoch_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offered" ADD CONSTRAINT "offered_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_board" ADD CONSTRAINT "customer_board_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

