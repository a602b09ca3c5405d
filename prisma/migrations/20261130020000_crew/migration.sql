-- What each worker is and can do, so that several may share the films: where it runs, which errands it may take, what
-- keeps it from working, and whether it was asked to take nothing new. Workers of before say none of it.
ALTER TABLE "worker"
    ADD COLUMN "host" TEXT,
    ADD COLUMN "abilities" JSONB,
    ADD COLUMN "in_hand" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "trouble" JSONB,
    ADD COLUMN "drain_asked_at" TIMESTAMPTZ(3);
