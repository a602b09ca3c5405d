/** Which engine made an asset: part of the asset's input hash, so that a new version makes it anew. */
export interface ProviderIdentity {
  /** Short stable name, such as `builtin`. */
  readonly name: string;
  /** Engine or model with its version, such as `flite-slt-1`. */
  readonly model: string;
}
