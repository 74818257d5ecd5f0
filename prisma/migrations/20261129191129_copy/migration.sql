-- AlterTable
ALTER TABLE "copy_word" ADD COLUMN     "products" BIGINT[] DEFAULT ARRAY[]::BIGINT[];

