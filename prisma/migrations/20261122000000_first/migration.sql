-- CreateEnum
CREATE TYPE "VideoStatus" AS ENUM ('pending', 'script_generated', 'assets_missing', 'assets_generated', 'rendering', 'completed', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "CallState" AS ENUM ('started', 'settled', 'failed');

-- CreateTable
CREATE TABLE "video" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "title_given" BOOLEAN NOT NULL,
    "story" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "mood" TEXT,
    "status" "VideoStatus" NOT NULL DEFAULT 'pending',
    "error" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "activity" TEXT,
    "frames_done" INTEGER NOT NULL DEFAULT 0,
    "frames_total" INTEGER NOT NULL DEFAULT 0,
    "film_hash" TEXT,
    "film_key" TEXT,
    "audio_key" TEXT,
    "poster_key" TEXT,
    "srt_key" TEXT,
    "vtt_key" TEXT,
    "duration_ms" INTEGER,
    "idempotency_key" TEXT,
    "request_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "video_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scene" (
    "id" UUID NOT NULL,
    "video_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "narration" TEXT NOT NULL,
    "image_prompt" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "voice_hash" TEXT,
    "voice_key" TEXT,
    "words" JSONB,
    "duration_ms" INTEGER,
    "picture_hash" TEXT,
    "picture_key" TEXT,
    "segment_hash" TEXT,
    "segment_key" TEXT,
    "error" JSONB,

    CONSTRAINT "scene_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_call" (
    "id" UUID NOT NULL,
    "video_id" UUID NOT NULL,
    "scene" INTEGER,
    "kind" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "state" "CallState" NOT NULL DEFAULT 'started',
    "cost_usd" DECIMAL(10,6) NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "video_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "from" "VideoStatus",
    "to" "VideoStatus" NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "video_idempotency_key_key" ON "video"("idempotency_key");

-- CreateIndex
CREATE INDEX "video_created_at_idx" ON "video"("created_at" DESC);

-- CreateIndex
CREATE INDEX "video_status_idx" ON "video"("status");

-- CreateIndex
CREATE UNIQUE INDEX "scene_video_id_position_key" ON "scene"("video_id", "position");

-- CreateIndex
CREATE INDEX "provider_call_video_id_idx" ON "provider_call"("video_id");

-- CreateIndex
CREATE INDEX "event_video_id_id_idx" ON "event"("video_id", "id");

-- CreateIndex
CREATE INDEX "worker_seen_at_idx" ON "worker"("seen_at");

-- AddForeignKey
ALTER TABLE "scene" ADD CONSTRAINT "scene_video_id_fkey" FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_call" ADD CONSTRAINT "provider_call_video_id_fkey" FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_video_id_fkey" FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE;
