/** What another library says of a film's manifest: c2pa-rs, that of the C2PA's founders, as WebAssembly. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, WasmReader } from '@contentauth/c2pa-wasm';

/** A file as the library reads it: by pieces that are there at once, as in a browser's worker. */
class HeldBlob {
  readonly type = 'video/mp4';
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get size(): number {
    return this.bytes.length;
  }

  slice(start: number, end: number): HeldBlob {
    return new HeldBlob(this.bytes.subarray(start, end));
  }
}

class HeldReader {
  readAsArrayBuffer({ bytes }: HeldBlob): ArrayBuffer {
    return bytes.slice().buffer as ArrayBuffer;
  }
}

export interface Verdict {
  /** `Trusted` where its certificate comes from one that is trusted, `Valid` where all else holds. */
  state: 'Trusted' | 'Valid' | 'Invalid' | 'unreadable' | 'absent';
  /** What did not hold, by the specification’s codes. */
  failures: string[];
  /** Who signed it, by their certificate’s common name. */
  signedBy: string | null;
  generator: { name: string; version: string } | null;
  actions: { action: string; digitalSourceType?: string; parameters?: Record<string, unknown> }[];
  /** Titles of what it was put together of. */
  ingredients: string[];
}

interface ManifestStore {
  active_manifest: string;
  manifests: Record<string, Manifest>;
  validation_state: 'Trusted' | 'Valid' | 'Invalid';
  validation_results?: { activeManifest?: { failure: { code: string }[] } };
}

interface Manifest {
  claim_generator_info?: { name: string; version: string }[];
  signature_info?: { common_name?: string };
  ingredients?: { title: string }[];
  assertions: { label: string; data: { actions: Verdict['actions'] } }[];
}

const NOTHING = { failures: [], signedBy: null, generator: null, actions: [], ingredients: [] };
let isLoaded = false;

/** @param anchors certificates that are trusted, PEM; absent for none */
export async function readManifest(film: Uint8Array, anchors?: string): Promise<Verdict> {
  load();
  const trust = anchors === undefined ? {} : { trust: { trust_anchors: anchors } };
  let store: ManifestStore;
  try {
    const blob = new HeldBlob(film) as unknown as Blob;
    const context = JSON.stringify({ verify: { verify_trust: true }, ...trust });
    const reader = await WasmReader.fromBlob('video/mp4', blob, context);
    store = JSON.parse(reader.json());
    reader.free();
  } catch (error) {
    return { ...NOTHING, state: String(error).includes('JumbfNotFound') ? 'absent' : 'unreadable' };
  }
  const manifest = store.manifests[store.active_manifest];
  return {
    state: store.validation_state,
    failures: store.validation_results?.activeManifest?.failure.map(({ code }) => code) ?? [],
    signedBy: manifest?.signature_info?.common_name ?? null,
    generator: manifest?.claim_generator_info?.[0] ?? null,
    actions: manifest?.assertions.find(({ label }) => label.startsWith('c2pa.actions'))?.data.actions ?? [],
    ingredients: manifest?.ingredients?.map(({ title }) => title) ?? [],
  };
}

function load(): void {
  if (isLoaded) return;
  Object.assign(globalThis, { FileReaderSync: HeldReader });
  const { resolve } = createRequire(import.meta.url);
  initSync({ module: readFileSync(resolve('@contentauth/c2pa-wasm/c2pa.wasm')) });
  isLoaded = true;
}

/** The same bytes with one of them changed. @param at from 0; from the end where negative */
export function withByteChanged(film: Uint8Array, at: number): Uint8Array {
  const changed = film.slice();
  const place = at < 0 ? changed.length + at : at;
  changed[place] = (changed[place] ?? 0) ^ 1;
  return changed;
}
