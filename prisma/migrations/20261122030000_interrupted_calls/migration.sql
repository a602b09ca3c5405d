-- A call whose result was lost after it was sent, and which call it was: it is made once more by itself, no oftener.
ALTER TYPE "CallState" ADD VALUE 'interrupted';

ALTER TABLE "provider_call"
    ADD COLUMN "call_hash" TEXT,
    ADD COLUMN "accepted_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "provider_call_capability_host_started_at_idx" ON "provider_call"("capability", "host", "started_at");
