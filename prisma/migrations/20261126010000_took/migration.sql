-- How long things took to make, so that what the next ones will take can be told.
ALTER TABLE "take"
    ADD COLUMN "engine" TEXT,
    ADD COLUMN "amount" INTEGER,
    ADD COLUMN "took_ms" INTEGER;
CREATE INDEX "take_kind_engine_id_idx" ON "take"("kind", "engine", "id");

ALTER TABLE "version" ADD COLUMN "took_ms" INTEGER;
CREATE INDEX "version_at_idx" ON "version"("at");

-- A step that was taken back and then given up leads nowhere, but still tells what was touched.
ALTER TABLE "storyboard_edit" ADD COLUMN "dropped" BOOLEAN NOT NULL DEFAULT false;
