-- Finished films made ready to be posted: what is known of each film's file with the frames that do as its cover, found
-- once, and files that were made for platforms on somebody's asking. Films of before are looked at when a worker has
-- nothing else to do.
CREATE TABLE "film_post" (
    "video_id" UUID NOT NULL,
    "film_hash" TEXT NOT NULL,
    "finder" INTEGER NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tries" INTEGER NOT NULL DEFAULT 1,
    "found_at" TIMESTAMPTZ(3),
    "film" JSONB,
    "covers" JSONB,

    CONSTRAINT "film_post_pkey" PRIMARY KEY ("video_id", "film_hash")
);

CREATE TABLE "post_file" (
    "video_id" UUID NOT NULL,
    "film_hash" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "made_at" TIMESTAMPTZ(3),
    "file_key" TEXT,
    "bytes" BIGINT,
    "unsigned" JSONB,
    "error" JSONB,

    CONSTRAINT "post_file_pkey" PRIMARY KEY ("video_id", "film_hash", "platform")
);

ALTER TABLE "film_post" ADD CONSTRAINT "film_post_video_id_fkey"
    FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "post_file" ADD CONSTRAINT "post_file_video_id_fkey"
    FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Files that somebody waits for are asked for every second.
CREATE INDEX "post_file_waiting_idx" ON "post_file"("asked_at") WHERE "made_at" IS NULL AND "error" IS NULL;
