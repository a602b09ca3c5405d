/** An object, as the SDK names it. */
export interface S3Target {
  Bucket: string;
  /** With the prefix. */
  Key: string;
}
