-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "plan" TEXT NOT NULL DEFAULT 'standard';

