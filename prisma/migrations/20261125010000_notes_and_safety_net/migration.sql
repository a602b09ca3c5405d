-- What was got round in the film as a whole, and which failures the page has taken up by itself.
ALTER TABLE "video"
    ADD COLUMN "note" JSONB,
    ADD COLUMN "taken_up" TEXT[];

-- Films that were made before told of music that could not be used in their history alone.
UPDATE "video"
SET "note" = jsonb_build_object(
    'code', 'own_music_unusable',
    'message', substring(told."message" from 'Your music file .* instead\.'),
    'hint', 'For your own music, make the film anew with another file.',
    'retryable', false
)
FROM (
    SELECT DISTINCT ON ("video_id") "video_id", "message"
    FROM "event"
    WHERE "to" = 'completed'
    ORDER BY "video_id", "id" DESC
) AS told
WHERE told."video_id" = "video"."id"
    AND "video"."status" = 'completed'
    AND told."message" LIKE '%Your music file % instead.%';

-- Histories speak of voices and pictures in people's words.
UPDATE "event"
SET "message" = replace("message", 'Some assets are missing', 'Something is missing')
WHERE "message" LIKE 'Some assets are missing%';
