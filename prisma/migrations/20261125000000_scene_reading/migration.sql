-- What a scene's picture shows, as the storyteller read it, and the words that were printed of it; null where a person or a model wrote them.
ALTER TABLE "scene" ADD COLUMN "reading" JSONB;
