-- A video that was deleted stays for a moment, so that it can be brought back; then it is swept away.
ALTER TABLE "video" ADD COLUMN "deleted_at" TIMESTAMPTZ(3);

-- What a read-only link carries; null where nothing is shared.
ALTER TABLE "video" ADD COLUMN "share_token" TEXT;
CREATE UNIQUE INDEX "video_share_token_key" ON "video"("share_token");

-- The version of the painter that a worker renders with, so that the site plans as its worker does.
ALTER TABLE "worker" ADD COLUMN "renderer" TEXT;
