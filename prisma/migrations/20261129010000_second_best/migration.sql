-- An answer that was charged and could not be used is bought three times at most: calls are told apart by it.
ALTER TABLE "provider_call" ADD COLUMN "unusable" BOOLEAN NOT NULL DEFAULT false;

-- A scene whose voice could not be had is spoken by the machine's own, and says why.
ALTER TABLE "scene" ADD COLUMN "voice_error" JSONB;

-- A server that asks to be left alone is: no call to it begins before.
ALTER TABLE "provider_call" ADD COLUMN "rests_until" TIMESTAMPTZ(3);
CREATE INDEX "provider_call_host_rests_until_idx" ON "provider_call"("host", "rests_until");
