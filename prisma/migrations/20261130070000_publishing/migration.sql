-- Publishing: places where somebody's films are published, and each film's way there. What a place is asked with is sealed
-- with the house's secret. The same film is on its way to the same place once, however often that is asked for.
CREATE TYPE "PublicationState" AS ENUM ('queued', 'uploading', 'published', 'failed', 'cancelled');

CREATE TABLE "publishing_account" (
    "id" UUID NOT NULL,
    "owner_id" UUID,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "channel_id" TEXT,
    "tokens" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lost_at" TIMESTAMPTZ(3),

    CONSTRAINT "publishing_account_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "publishing_account_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "publishing_account_owner_id_idx" ON "publishing_account"("owner_id");

CREATE TABLE "publishing_consent" (
    "id" UUID NOT NULL,
    "owner_id" UUID,
    "sealed_code" TEXT NOT NULL,
    "user_code" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "every_s" INTEGER NOT NULL,
    "ask_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "fault" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publishing_consent_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "publishing_consent_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "publishing_consent_owner_id_idx" ON "publishing_consent"("owner_id");

CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "video_id" UUID NOT NULL,
    "account_id" UUID,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "film_hash" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "words" JSONB NOT NULL,
    "wishes" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "state" "PublicationState" NOT NULL DEFAULT 'queued',
    "fence" INTEGER NOT NULL DEFAULT 0,
    "setbacks" INTEGER NOT NULL DEFAULT 0,
    "fault" JSONB,
    "again_at" TIMESTAMPTZ(3),
    "bytes_sent" INTEGER NOT NULL DEFAULT 0,
    "bytes_total" INTEGER,
    "session" TEXT,
    "remote_id" TEXT,
    "address" TEXT,
    "note" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "publication_video_id_fkey" FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "publication_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "publishing_account"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "publication_video_id_created_at_idx" ON "publication"("video_id", "created_at");
CREATE INDEX "publication_state_idx" ON "publication"("state");
CREATE UNIQUE INDEX "publication_under_way_key" ON "publication"("video_id", "account_id", "film_hash")
    WHERE "state" IN ('queued', 'uploading');
