/** A film's C2PA manifest: what is claimed of it, bound to its bytes and signed. */
import { constants, sign } from 'node:crypto';
import { X509Certificate } from '@peculiar/x509';
import { CoseAlgorithmIdentifier, type Signer } from '@trustnxt/c2pa-ts/cose';
import {
  ActionAssertion,
  ActionType,
  BMFFHashAssertion,
  ClaimVersion,
  type DigitalSourceType,
  IngredientAssertion,
  type Manifest,
  ManifestStore,
  RelationshipType,
} from '@trustnxt/c2pa-ts/manifest';
import type { FilmClaim } from '#jobs/story/provenance/film-claim.ts';
import house from '#package.json' with { type: 'json' };
import type { SignatureKind, SigningKey } from './signing-key.server';

/** What makes films, as manifests call it. */
export const GENERATOR = { name: 'StoryShort', version: house.version };

const ALGORITHMS: Record<SignatureKind['name'], CoseAlgorithmIdentifier> = {
  ES256: CoseAlgorithmIdentifier.ES256,
  ES384: CoseAlgorithmIdentifier.ES384,
  ES512: CoseAlgorithmIdentifier.ES512,
  EdDSA: CoseAlgorithmIdentifier.Ed25519,
  PS256: CoseAlgorithmIdentifier.PS256,
};

/** A manifest whose length is known before it is signed. */
export interface FilmManifest {
  /** Bytes. */
  length: number;
  /** @param filmHash SHA-256 of the film as it lies around the manifest, see `hashedFilm` */
  signed(filmHash: Uint8Array): Promise<Uint8Array>;
}

export function filmManifest(claim: FilmClaim, signingKey: SigningKey): FilmManifest {
  const signer = signerOf(signingKey);
  const store = new ManifestStore();
  const manifest = store.createManifest({
    claimVersion: ClaimVersion.V2,
    assetFormat: 'video/mp4',
    instanceID: `xmp:iid:${crypto.randomUUID()}`,
    defaultHashAlgorithm: 'SHA-256',
    signer,
  });
  if (!manifest.claim || !manifest.signature) throw new Error('The library made no claim.');
  manifest.claim.claimGeneratorName = GENERATOR.name;
  manifest.claim.claimGeneratorVersion = GENERATOR.version;
  // As long as the signature will be, with nothing beside it that could be changed unseen.
  manifest.signature.signatureData.signature = new Uint8Array(signingKey.kind.bytes);
  manifest.signature.signatureData.paddingLength = 0;
  claimActions(manifest, claim);
  const binding = BMFFHashAssertion.createV3('film', 'SHA-256');
  manifest.addAssertion(binding);
  const length = store.measureSize();
  return {
    length,
    signed: async (filmHash) => {
      binding.hash = filmHash;
      await manifest.sign(signer);
      const bytes = store.getBytes();
      if (bytes.length !== length) throw new Error('The manifest has another length than was foreseen.');
      return bytes;
    },
  };
}

/** That it was made, by what, and of what that its author brought along. */
function claimActions(manifest: Manifest, { sourceType, engines, brought }: FilmClaim): void {
  const actions = new ActionAssertion();
  actions.actions.push({
    action: ActionType.C2paCreated,
    // The library lists the older half of the IPTC's terms.
    digitalSourceType: sourceType as DigitalSourceType,
    softwareAgent: GENERATOR,
    parameters: { 'io.storyshort.engines': engines },
  });
  for (const [at, title] of brought.entries()) {
    const ingredient = IngredientAssertion.createV3(RelationshipType.ComponentOf);
    ingredient.title = title;
    if (at > 0) ingredient.labelSuffix = at;
    manifest.addAssertion(ingredient);
    const ingredients = [manifest.createAssertionReference(ingredient)];
    actions.actions.push({ action: ActionType.C2paPlaced, parameters: { ingredients } });
  }
  manifest.addAssertion(actions);
}

function signerOf({ kind, key, certificates }: SigningKey): Signer {
  const [own, ...others] = certificates.map(({ raw }) => new X509Certificate(raw));
  if (!own) throw new Error('A signing key has a certificate.');
  return {
    algorithm: ALGORITHMS[kind.name],
    certificate: own,
    // Whoever looks brings the roots that they trust.
    chainCertificates: others.filter(({ subject, issuer }) => subject !== issuer),
    sign: async (payload) => new Uint8Array(signed(payload)),
  };

  function signed(payload: Uint8Array): Buffer {
    switch (kind.name) {
      case 'EdDSA':
        return sign(null, payload, key);
      case 'PS256':
        return sign('sha256', payload, {
          ...{ key, padding: constants.RSA_PKCS1_PSS_PADDING },
          saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
        });
      default:
        return sign(`sha${kind.name.slice(2)}`, payload, { key, dsaEncoding: 'ieee-p1363' });
    }
  }
}
