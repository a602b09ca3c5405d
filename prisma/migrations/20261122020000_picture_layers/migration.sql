-- The picture in layers for the film's moving camera; null for a flat one.
ALTER TABLE "scene" ADD COLUMN "picture_layers" JSONB;
