-- Deliveries that nothing may have followed from yet are looked for every few seconds.
CREATE INDEX "delivery_received_at_idx" ON "delivery"("received_at") WHERE "applied_at" IS NULL AND "failure" IS NULL;
