-- AlterTable
ALTER TABLE "product" ADD COLUMN     "stated" JSONB NOT NULL DEFAULT '[]';

