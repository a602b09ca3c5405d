-- Storyboards that people change: drafts, steps to take back, takes, versions.
ALTER TABLE "video"
    ADD COLUMN "draft" JSONB,
    ADD COLUMN "held" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "scene" ADD COLUMN "touches" JSONB;

CREATE TABLE "storyboard_edit" (
    "id" BIGSERIAL NOT NULL,
    "video_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "undone" BOOLEAN NOT NULL DEFAULT false,
    "parts" TEXT[],
    "forward" JSONB NOT NULL,
    "backward" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "storyboard_edit_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "storyboard_edit_video_id_id_idx" ON "storyboard_edit"("video_id", "id");

CREATE TABLE "take" (
    "id" BIGSERIAL NOT NULL,
    "video_id" UUID NOT NULL,
    "scene_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "made" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "take_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "take_video_id_kind_hash_key" ON "take"("video_id", "kind", "hash");

CREATE TABLE "version" (
    "video_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "storyboard" JSONB NOT NULL,
    "film_hash" TEXT NOT NULL,
    "film_key" TEXT NOT NULL,
    "audio_key" TEXT NOT NULL,
    "poster_key" TEXT NOT NULL,
    "srt_key" TEXT NOT NULL,
    "vtt_key" TEXT NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "version_pkey" PRIMARY KEY ("video_id", "number")
);

ALTER TABLE "storyboard_edit" ADD CONSTRAINT "storyboard_edit_video_id_fkey"
    FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "take" ADD CONSTRAINT "take_video_id_fkey"
    FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "version" ADD CONSTRAINT "version_video_id_fkey"
    FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was made before is there to be taken back to.
INSERT INTO "take" ("video_id", "scene_id", "kind", "hash", "made")
SELECT DISTINCT ON ("video_id", "voice_hash") "video_id", "id", 'voice', "voice_hash",
    jsonb_build_object('voiceKey', "voice_key", 'words', "words", 'durationMs', "duration_ms", 'wordTiming', "word_timing")
FROM "scene" WHERE "voice_hash" IS NOT NULL AND "voice_key" IS NOT NULL AND "words" IS NOT NULL;

INSERT INTO "take" ("video_id", "scene_id", "kind", "hash", "made")
SELECT DISTINCT ON ("video_id", "picture_hash") "video_id", "id", 'picture', "picture_hash",
    jsonb_build_object('pictureKey', "picture_key", 'pictureLayers', "picture_layers", 'note', "note")
FROM "scene" WHERE "picture_hash" IS NOT NULL AND "picture_key" IS NOT NULL;

INSERT INTO "take" ("video_id", "scene_id", "kind", "hash", "made")
SELECT DISTINCT ON ("video_id", "segment_hash") "video_id", "id", 'segment', "segment_hash",
    jsonb_build_object('segmentKey', "segment_key")
FROM "scene" WHERE "segment_hash" IS NOT NULL AND "segment_key" IS NOT NULL;

-- Every film that is finished is its video's first version.
INSERT INTO "version" ("video_id", "number", "storyboard", "film_hash", "film_key", "audio_key", "poster_key", "srt_key", "vtt_key", "duration_ms", "at")
SELECT video."id", 1,
    jsonb_build_object(
        'title', video."title",
        'options', video."options",
        'scenes', (
            SELECT jsonb_agg(
                jsonb_build_object(
                    'id', scene."id", 'narration', scene."narration", 'imagePrompt', scene."image_prompt",
                    'reading', scene."reading", 'seed', scene."seed"
                ) ORDER BY scene."position"
            )
            FROM "scene" WHERE scene."video_id" = video."id"
        )
    ),
    video."film_hash", video."film_key", video."audio_key", video."poster_key", video."srt_key", video."vtt_key",
    video."duration_ms", coalesce(video."completed_at", video."updated_at")
FROM "video"
WHERE video."status" = 'completed' AND video."film_hash" IS NOT NULL AND video."film_key" IS NOT NULL
    AND video."audio_key" IS NOT NULL AND video."poster_key" IS NOT NULL AND video."srt_key" IS NOT NULL
    AND video."vtt_key" IS NOT NULL AND video."duration_ms" IS NOT NULL
    AND EXISTS (SELECT 1 FROM "scene" WHERE scene."video_id" = video."id");
