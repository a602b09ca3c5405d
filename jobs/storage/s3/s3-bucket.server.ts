/** A bucket as we use it: each call answers, or tells a fault of ours. Keys here are without the prefix. */
import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { placeOf } from './object-place.server';
import { presignedAddress } from './presigned-address';
import type { S3Address } from './s3-address';
import { BrokenOff, downloadFile, SHA256, sha256Of } from './s3-download.server';
import { brokenTransfer, isAbsent, isTaken, nothingStored, storageFault } from './s3-fault';
import type { S3Target } from './s3-target';
import { uploadFile } from './s3-upload.server';

/** How patient calls are, and how large their pieces. */
export interface S3Patience {
  /** Tries of one call, and of one fetch whose transfer breaks off. */
  tries: number;
  /** How long a server may say nothing, ms. */
  silenceMs: number;
  /** Bytes of a part; what is larger goes in several. Servers take no less than 5 MB. */
  partBytes: number;
}

const USUAL: S3Patience = { tries: 3, silenceMs: 30_000, partBytes: 8 * 1024 * 1024 };

/** After so long nobody is there, ms. */
const MOST_CONNECTING_MS = 5_000;
/** Keys that one call may remove. */
const REMOVED_AT_ONCE = 1000;

/** What a bucket says of an object. */
export interface ObjectHead {
  bytes: number;
  /** Hexadecimal; null of one that was not stored by us. */
  sha256: string | null;
}

export class S3Bucket {
  readonly #client: S3Client;
  readonly #address: S3Address;
  readonly #patience: S3Patience;

  constructor(address: S3Address, patience: Partial<S3Patience> = {}) {
    this.#address = address;
    this.#patience = { ...USUAL, ...patience };
    const { silenceMs, tries } = this.#patience;
    this.#client = new S3Client({
      ...(address.region && { region: address.region }),
      ...(address.endpoint && { endpoint: address.endpoint, forcePathStyle: true }),
      maxAttempts: tries,
      requestHandler: {
        connectionTimeout: Math.min(silenceMs, MOST_CONNECTING_MS),
        // Of silence, not of all that a call takes: a large part may be long under way.
        socketTimeout: silenceMs,
      },
    });
  }

  /** @returns null where nothing is stored under the key */
  async head(key: string): Promise<ObjectHead | null> {
    try {
      const { ContentLength = 0, Metadata } = await this.#client.send(
        new HeadObjectCommand(this.#target(key)),
      );
      return { bytes: ContentLength, sha256: Metadata?.[SHA256] ?? null };
    } catch (error) {
      if (isAbsent(error)) return null;
      throw storageFault('HeadObject', error);
    }
  }

  /**
   * Writes an object's bytes into a file, as they were stored.
   * @throws an error with the code `ENOENT` where nothing is stored under the key
   */
  async fetch(key: string, file: string): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await downloadFile(this.#client, this.#target(key), file, this.#patience.silenceMs);
      } catch (error) {
        if (isAbsent(error)) throw nothingStored(key);
        if (!(error instanceof BrokenOff)) throw storageFault('GetObject', error);
        if (tried >= this.#patience.tries) throw brokenTransfer(error.message);
      }
    }
  }

  /**
   * An object's first bytes, at most so many.
   * @throws an error with the code `ENOENT` where nothing is stored under the key
   */
  async start(key: string, bytes: number): Promise<Uint8Array> {
    try {
      const Range = `bytes=0-${bytes - 1}`;
      const { Body } = await this.#client.send(new GetObjectCommand({ ...this.#target(key), Range }));
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      if (isAbsent(error)) throw nothingStored(key);
      throw storageFault('GetObject', error);
    }
  }

  /**
   * Stores a file under a key.
   * @returns whether it was stored; not where something stands there already, which then stays
   */
  async store(key: string, file: string): Promise<boolean> {
    const sha256 = await sha256Of(file);
    const { partBytes } = this.#patience;
    const upload = (isReplacing: boolean) =>
      uploadFile(this.#client, this.#target(key), file, {
        partBytes,
        metadata: { [SHA256]: sha256 },
        isReplacing,
      });
    try {
      await upload(false);
      return true;
    } catch (error) {
      if (!isTaken(error)) throw storageFault('PutObject', error);
      const there = await this.head(key);
      // Somebody else is just storing it; what comes of that is seen later.
      if (!there) throw storageFault('PutObject', error);
      if (there.bytes > 0) return there.sha256 === sha256;
    }
    // An empty object counts as none.
    await upload(true).catch((error: unknown) => {
      throw storageFault('PutObject', error);
    });
    return true;
  }

  /** Gives an object's bytes a second key, on the server. What is there stays. */
  async copy(from: string, to: string): Promise<void> {
    const { Bucket, Key } = this.#target(from);
    const there = await this.head(to);
    if (there && there.bytes > 0) return;
    const CopySource = `${Bucket}/${Key.split('/').map(encodeURIComponent).join('/')}`;
    await this.#call('CopyObject', () =>
      this.#client.send(new CopyObjectCommand({ ...this.#target(to), CopySource })),
    );
  }

  /**
   * An address at which anybody who has it may read an object. It is made here: the server is not asked, nor whether
   * there is one.
   * @param seconds for which it can be used
   */
  async lend(key: string, seconds: number): Promise<string> {
    return this.#call('GetObject', async () => {
      const { config } = this.#client;
      const [keys, region] = await Promise.all([config.credentials(), config.region()]);
      const place = await placeOf(this.#client, this.#target(key));
      return presignedAddress(place, { keys, region, at: new Date(), expiresS: seconds });
    });
  }

  /** All objects whose key begins with a text, a page at a time. @param most objects of a page */
  async *pages(begin: string, most = 1000): AsyncGenerator<{ key: string; bytes: number }[]> {
    const { Bucket, Key: Prefix } = this.#target(begin);
    let token: string | undefined;
    do {
      const page = await this.#call('ListObjectsV2', () =>
        this.#client.send(
          new ListObjectsV2Command({
            Bucket,
            Prefix,
            MaxKeys: most,
            ...(token && { ContinuationToken: token }),
          }),
        ),
      );
      yield (page.Contents ?? []).map(({ Key = '', Size = 0 }) => ({ key: this.#keyOf(Key), bytes: Size }));
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token);
  }

  /** First segments of all keys. */
  async folders(): Promise<string[]> {
    const { Bucket, Key: Prefix } = this.#target('');
    const found: string[] = [];
    let token: string | undefined;
    do {
      const page = await this.#call('ListObjectsV2', () =>
        this.#client.send(
          new ListObjectsV2Command({
            ...{ Bucket, Prefix, Delimiter: '/' },
            ...(token && { ContinuationToken: token }),
          }),
        ),
      );
      for (const { Prefix: folder = '' } of page.CommonPrefixes ?? [])
        found.push(this.#keyOf(folder).replace(/\/$/, ''));
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token);
    return found;
  }

  /** Removes objects; what is not there is none. */
  async remove(keys: readonly string[]): Promise<void> {
    const Bucket = this.#address.bucket;
    for (let at = 0; at < keys.length; at += REMOVED_AT_ONCE) {
      const Objects = keys.slice(at, at + REMOVED_AT_ONCE).map((key) => ({ Key: this.#target(key).Key }));
      const { Errors = [] } = await this.#call('DeleteObjects', () =>
        this.#client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } })),
      );
      const [first] = Errors;
      if (first)
        throw storageFault('DeleteObjects', Object.assign(new Error(), { name: first.Code ?? 'Error' }));
    }
  }

  /** @throws StoryError `storage_away` or `storage_refused` where the bucket cannot be used */
  async look(): Promise<void> {
    for await (const _page of this.pages('', 1)) return;
  }

  async #call<T>(name: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw storageFault(name, error);
    }
  }

  #target(key: string): S3Target {
    return { Bucket: this.#address.bucket, Key: `${this.#address.prefix}${key}` };
  }

  #keyOf(name: string): string {
    return name.slice(this.#address.prefix.length);
  }
}
