-- How a scene's word times were found, and what is worth knowing of its picture.
ALTER TABLE "scene"
    ADD COLUMN "word_timing" TEXT,
    ADD COLUMN "note" JSONB;

-- What limits and caps need to know of a call. Calls outlive their video, or deleting one would lift the day's cap.
ALTER TABLE "provider_call"
    ALTER COLUMN "video_id" DROP NOT NULL,
    ADD COLUMN "capability" TEXT,
    ADD COLUMN "host" TEXT,
    ADD COLUMN "expected_usd" DECIMAL(10,6) NOT NULL DEFAULT 0,
    ADD COLUMN "answered_at" TIMESTAMPTZ(3);

ALTER TABLE "provider_call" DROP CONSTRAINT "provider_call_video_id_fkey";
ALTER TABLE "provider_call" ADD CONSTRAINT "provider_call_video_id_fkey" FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "provider_call_started_at_idx" ON "provider_call"("started_at");
