-- A video that was deleted stays for a moment, so that it can be brought back; then it is swept away.
ALTER TABLE "video" ADD COLUMN "deleted_at" TIMESTAMPTZ(3);

-- What a read-only link carries; null where nothing is shared.
ALTER TABLE "video" ADD COLUMN "share_token" TEXT;
CREATE UNIQUE INDEX "video_share_token_key" ON "video"("share_token");

-- Primary language of the story, such as `en`; null until a worker has told it of an older video.
ALTER TABLE "video" ADD COLUMN "language" TEXT;

-- The version of the painter that a worker renders with, so that the site plans as its worker does.
ALTER TABLE "worker" ADD COLUMN "renderer" TEXT;

-- How texts are compared when they are looked for: without case, accents and other forms of the same letters.
-- The lower case of all scripts is known where Postgres has ICU; elsewhere as the database's own locale knows it.
DO $$
DECLARE
    everywhere TEXT := CASE
        WHEN EXISTS (SELECT FROM pg_collation WHERE collname = 'und-x-icu') THEN ' COLLATE "und-x-icu"'
        ELSE ''
    END;
BEGIN
    EXECUTE format(
        'CREATE FUNCTION folded(said TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS %L',
        format('SELECT lower(regexp_replace(normalize(said, NFKD), %L, %L, %L)%s)',
            '[' || chr(768) || '-' || chr(879) || ']', '', 'g', everywhere)
    );
END
$$;

-- The pattern of a text that is to be found within another one.
CREATE FUNCTION folded_pattern(said TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT '%' || regexp_replace(folded(said), '([\\%_])', '\\\1', 'g') || '%'
$$;

-- Kept by the database itself, whoever writes title and story. The collation is the same on every machine, since
-- places on the shelf hang on it.
ALTER TABLE "video"
    ADD COLUMN "folded_title" TEXT COLLATE "C" GENERATED ALWAYS AS (folded("title")) STORED,
    ADD COLUMN "folded_text" TEXT COLLATE "C" GENERATED ALWAYS AS (folded("title" || E'\n' || "story")) STORED;

-- Finds words of Latin letters in a millisecond. It comes with every usual Postgres; where it is not to be had, every
-- row is read, as it is for words of other scripts.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX "video_folded_text_idx" ON "video" USING gin ("folded_text" gin_trgm_ops);
EXCEPTION
    WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
        RAISE NOTICE 'Without pg_trgm the search reads every story: %', SQLERRM;
END
$$;

-- The shelf's orders, each with the id for what is alike.
DROP INDEX "video_created_at_idx";
CREATE INDEX "video_shelf_age_idx" ON "video"("created_at", "id") WHERE "deleted_at" IS NULL;
CREATE INDEX "video_shelf_title_idx" ON "video"("folded_title", "id") WHERE "deleted_at" IS NULL;
CREATE INDEX "video_shelf_length_idx" ON "video"(COALESCE("duration_ms", 0), "id") WHERE "deleted_at" IS NULL;
-- Which languages there are, and what is still to be told or swept away.
CREATE INDEX "video_language_idx" ON "video"("language") WHERE "deleted_at" IS NULL;
CREATE INDEX "video_deleted_at_idx" ON "video"("deleted_at") WHERE "deleted_at" IS NOT NULL;
