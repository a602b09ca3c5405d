-- A video that kills its worker each time is told from one whose worker is killed: by whose attempt has not ended, by
-- how far the video was when it began, and by how often its worker died since then.
ALTER TABLE "video" ADD COLUMN "worker_id" UUID, ADD COLUMN "reach" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "deaths" INTEGER NOT NULL DEFAULT 0;
