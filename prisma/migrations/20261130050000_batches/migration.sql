-- Batches: many stories that were ordered together, each of which becomes a video when there is room for it. What is to
-- begin next follows from these rows alone, whoever died when.
CREATE TABLE "batch" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "at_once" INTEGER NOT NULL,
    "cap_usd" DECIMAL(12,6),
    "looks_first" BOOLEAN NOT NULL DEFAULT false,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "trouble" JSONB,
    "cancelled_at" TIMESTAMPTZ(3),
    "idempotency_key" TEXT,
    "request_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "owner_id" UUID,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "batch_item" (
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "draft" JSONB,
    "expected_usd" DECIMAL(12,6) NOT NULL,
    "begun_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "video_id" UUID,
    "gone_usd" DECIMAL(12,6) NOT NULL DEFAULT 0,

    CONSTRAINT "batch_item_pkey" PRIMARY KEY ("batch_id","position")
);

CREATE UNIQUE INDEX "batch_idempotency_key_key" ON "batch"("idempotency_key");
CREATE INDEX "batch_owner_id_created_at_idx" ON "batch"("owner_id", "created_at");
CREATE UNIQUE INDEX "batch_item_video_id_key" ON "batch_item"("video_id");
-- Of the few that are not through: every worker asks for them again and again.
CREATE INDEX "batch_item_waiting_idx" ON "batch_item"("batch_id", "position") WHERE "begun_at" IS NULL;

ALTER TABLE "batch" ADD CONSTRAINT "batch_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "batch_item" ADD CONSTRAINT "batch_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "batch_item" ADD CONSTRAINT "batch_item_video_id_fkey" FOREIGN KEY ("video_id") REFERENCES "video"("id") ON DELETE SET NULL ON UPDATE CASCADE;
