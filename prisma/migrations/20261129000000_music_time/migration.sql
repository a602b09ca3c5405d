-- Composing music takes long beside putting a film together, and is done only where the film has none yet.
ALTER TABLE "version" ADD COLUMN "music_ms" INTEGER;
