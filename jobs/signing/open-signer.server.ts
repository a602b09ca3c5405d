/** Signs films with the operator's certificate, or with one that StoryShort makes itself. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { concernsDisk, writingToDisk } from '#jobs/ports/disk-fault.ts';
import { FILM_UNSIGNED, type FilmSigner } from '#jobs/ports/film-signer.ts';
import { type Fault, toFault } from '#jobs/story/film/fault.ts';
import { CertificateError, type KeyFiles, readSigningKey, type SigningKey } from './signing-key.server';

/** File of the test certificate and its key, below the data folder. */
const TEST_FILE = 'c2pa-test.pem';

interface SignerSettings {
  /** The operator's own; null for the test certificate. */
  files: KeyFiles | null;
  dataDir: string;
  log: Pick<Logger, 'warn'>;
}

/**
 * Opens the signer; nothing is read before there is a film to be signed, and all of it anew for each, so that a
 * certificate may be renewed while films are made. No film is lost because it cannot be signed.
 */
export function openFilmSigner({ files, dataDir, log }: SignerSettings): FilmSigner {
  return {
    sign: async (film, outFile, claim, signal) => {
      // The libraries are loaded where there is something to be signed.
      const [{ writeMarked }, { sourceMark }, { filmManifest, GENERATOR }] = await Promise.all([
        import('./marked-film.server'),
        import('./source-mark'),
        import('./film-manifest.server'),
      ]);
      const mark = sourceMark(claim.sourceType, GENERATOR);
      const passOn = (error: unknown) => {
        signal.throwIfAborted();
        if (concernsDisk(toFault(error))) throw error;
        if (!(error instanceof CertificateError)) log.warn({ err: error }, 'A film could not be signed.');
      };
      try {
        const manifest = filmManifest(claim, await signingKey(files, dataDir));
        await writeMarked(film, outFile, { mark, manifest }, signal);
        return null;
      } catch (error) {
        passOn(error);
        await writeMarked(film, outFile, { mark, manifest: null }, signal).catch(async (unmarked) => {
          passOn(unmarked);
          await writingToDisk(() => copyFile(film, outFile));
        });
        return unsigned(error);
      }
    },
  };
}

async function signingKey(files: KeyFiles | null, dataDir: string): Promise<SigningKey> {
  if (files) return readSigningKey(files);
  const { testSigningKey } = await import('./test-certificate.server');
  return testSigningKey(join(dataDir, TEST_FILE));
}

/** What a person is told: never what a library says of a key. */
function unsigned(error: unknown): Fault {
  const told =
    error instanceof CertificateError
      ? error
      : {
          message: 'Something unexpected kept it from being signed.',
          hint: 'The worker’s log has the details.',
        };
  return {
    code: FILM_UNSIGNED,
    message: `The film does not say of itself, signed, where it comes from. ${told.message}`,
    hint: `It plays all the same; films are signed again from the next one on when that is mended. ${told.hint}`,
    retryable: false,
  };
}
