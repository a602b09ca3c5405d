-- What is found in finished films by looking at them. Those of before are looked at when a worker has nothing else to do.
CREATE TABLE "film_check" (
    "video_id" UUID NOT NULL,
    "film_hash" TEXT NOT NULL,
    "checker" INTEGER NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tries" INTEGER NOT NULL DEFAULT 1,
    "checked_at" TIMESTAMPTZ(3),
    "found" INTEGER NOT NULL DEFAULT 0,
    "findings" JSONB,
    "figures" JSONB,

    CONSTRAINT "film_check_pkey" PRIMARY KEY ("video_id", "film_hash")
);

ALTER TABLE "film_check" ADD CONSTRAINT "film_check_video_id_fkey"
    FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The newest films that nobody has looked at yet are asked for every few seconds.
CREATE INDEX "video_completed_idx" ON "video"("completed_at") WHERE "status" = 'completed' AND "deleted_at" IS NULL;
