/** Loaded before a program that would listen on all interfaces. */
import { stayOnLoopback } from '#jobs/render/browser/loopback.server.ts';

stayOnLoopback();
