-- Formats: several videos of one order, which share what is the same in all of them. Those before there were any are
-- each by itself, and wait for nobody.
ALTER TABLE "video"
    ADD COLUMN "family_id" UUID,
    ADD COLUMN "family_place" INTEGER,
    ADD COLUMN "ahead_id" UUID,
    ADD COLUMN "waits" BOOLEAN NOT NULL DEFAULT false;

-- A family is read with each of its videos; most videos have none.
CREATE INDEX "video_family_idx" ON "video"("family_id", "family_place") WHERE "family_id" IS NOT NULL;
-- Of the few that wait: every worker asks for them again and again.
CREATE INDEX "video_waits_idx" ON "video"("ahead_id") WHERE "waits";
