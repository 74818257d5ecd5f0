-- CreateTable
CREATE TABLE "copy_setting" (
    "shop_id" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT NOT NULL DEFAULT 'en',
    "never" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "angles" JSONB NOT NULL DEFAULT '{}',
    "learnt_at" TIMESTAMPTZ(3),

    CONSTRAINT "copy_setting_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "copy_sentence" (
    "shop_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "facet" TEXT NOT NULL,
    "tone" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "writer" TEXT NOT NULL,
    "about" JSONB,
    "state" TEXT NOT NULL,
    "fault" JSONB,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "copy_sentence_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "copy_word" (
    "shop_id" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "is_true" BOOLEAN NOT NULL,
    "products" BIGINT[] DEFAULT ARRAY[]::BIGINT[],
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "copy_word_pkey" PRIMARY KEY ("shop_id","locale","word")
);

-- CreateTable
CREATE TABLE "confirmed_fact" (
    "shop_id" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "confirmed_by" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "confirmed_fact_pkey" PRIMARY KEY ("shop_id","product_id","facet")
);

-- CreateTable
CREATE TABLE "published_copy" (
    "shop_id" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "published_copy_pkey" PRIMARY KEY ("shop_id","product_id")
);

-- CreateTable
CREATE TABLE "copy_run" (
    "shop_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "locales" TEXT[],
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "reached" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "spent" INTEGER NOT NULL DEFAULT 0,
    "most_tokens" INTEGER NOT NULL,
    "failure" TEXT,
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "copy_run_pkey" PRIMARY KEY ("shop_id")
);

-- CreateIndex
CREATE INDEX "copy_sentence_shop_id_state_idx" ON "copy_sentence"("shop_id", "state");

-- AddForeignKey
ALTER TABLE "copy_setting" ADD CONSTRAINT "copy_setting_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "copy_sentence" ADD CONSTRAINT "copy_sentence_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "copy_word" ADD CONSTRAINT "copy_word_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmed_fact" ADD CONSTRAINT "confirmed_fact_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_copy" ADD CONSTRAINT "published_copy_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "copy_run" ADD CONSTRAINT "copy_run_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

