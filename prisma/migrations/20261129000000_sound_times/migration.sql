-- A film's sound is made beside its last stretches, and only where it has none yet: it is timed by itself.
ALTER TABLE "version" ADD COLUMN "music_ms" INTEGER, ADD COLUMN "sound_ms" INTEGER;
