-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "generation" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "sync" ADD COLUMN     "broken" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "generation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "orphans" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "product" ADD COLUMN     "echo_digest" TEXT;

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "event_id" TEXT,
ADD COLUMN     "failure" TEXT;

-- AlterTable
ALTER TABLE "published_slot" ADD COLUMN     "notes_digest" TEXT,
ADD COLUMN     "offers_digest" TEXT;

-- CreateTable
CREATE TABLE "quarantined_line" (
    "shop_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "gid" TEXT,
    "why" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quarantined_line_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "tombstone" (
    "shop_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "buried_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("shop_id","kind","fingerprint")
);

-- CreateTable
CREATE TABLE "merged_customer" (
    "shop_id" TEXT NOT NULL,
    "gone_id" BIGINT NOT NULL,
    "kept_id" BIGINT NOT NULL,

    CONSTRAINT "merged_customer_pkey" PRIMARY KEY ("shop_id","gone_id")
);

-- CreateTable
CREATE TABLE "data_request" (
    "shop_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" BIGINT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("shop_id","id")
);

