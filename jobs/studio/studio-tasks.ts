import type {
  MusicRequest,
  PictureRequest,
  Script,
  ScriptRequest,
  Speech,
  SpeechRequest,
} from '#jobs/ports/engines.ts';
import type { LayeredPicture } from './illustrator/draw-layers';

/** The studio's work, all of which takes a processor long. */
export interface StudioTasks {
  writeScript: { request: ScriptRequest; result: Script };
  speak: { request: SpeechRequest; result: Speech };
  drawLayers: { request: PictureRequest; result: LayeredPicture };
  composeBed: { request: MusicRequest; result: Uint8Array };
}
