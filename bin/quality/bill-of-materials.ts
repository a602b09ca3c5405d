/** What a running StoryShort consists of besides itself, told in CycloneDX 1.5 from the lock file alone. Pure. */

/** What is read of `package-lock.json` (version 3). */
export interface LockFile {
  name: string;
  version: string;
  packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  /** Where it is installed under another name. */
  name?: string;
  version?: string;
  license?: string;
  /** As `Subresource Integrity` has it. */
  integrity?: string;
  /** Only for those who change StoryShort. */
  dev?: boolean;
  optional?: boolean;
  /** For those who change StoryShort, or for what can be left out. */
  devOptional?: boolean;
}

type Licence = { license: { id: string } | { name: string } } | { expression: string };

interface Component {
  type: 'library';
  'bom-ref': string;
  name: string;
  version: string;
  /** `optional` for what some machines do without, such as another system's binaries. */
  scope: 'required' | 'optional';
  purl: string;
  licenses: Licence[];
  hashes: { alg: string; content: string }[];
}

export interface BillOfMaterials {
  bomFormat: 'CycloneDX';
  specVersion: '1.5';
  version: 1;
  metadata: { component: { type: 'application'; name: string; version: string } };
  components: Component[];
}

/** Licences of packages that do not say theirs where npm looks, read in their files by hand. */
const READ_BY_HAND: readonly [RegExp, string][] = [
  [/^seq-queue$/, 'MIT'],
  // Of systems other than the one that the lock file was written on.
  [/^@rollup\/rollup-/, 'MIT'],
  [/^@remotion\/compositor-/, 'Remotion License, with an ffmpeg of its own under the GPL 2.0 or later'],
  [/^(?:remotion$|@remotion\/)/, 'Remotion License'],
];
const PACKAGES = 'node_modules/';

/**
 * Lists every package that is installed for those who only run StoryShort, each version once, by name. The same lock
 * file gives the same bill: it has no date and no number of its own.
 * @throws an Error that names a package without a licence
 */
export function billOfMaterials({ name, version, packages }: LockFile): BillOfMaterials {
  const components = new Map<string, Component>();
  for (const [path, locked] of Object.entries(packages)) {
    if (path === '' || locked.dev) continue;
    const found = componentOf(
      locked.name ?? path.slice(path.lastIndexOf(PACKAGES) + PACKAGES.length),
      locked,
    );
    const known = components.get(found['bom-ref']);
    // Needed once, it is needed.
    if (!known || known.scope === 'optional') components.set(found['bom-ref'], found);
  }
  return {
    ...{ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 },
    metadata: { component: { type: 'application', name, version } },
    components: [...components.values()].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
  };
}

function componentOf(
  name: string,
  { version = '', license, integrity = '', optional, devOptional }: LockedPackage,
): Component {
  return {
    ...{ type: 'library', 'bom-ref': `${name}@${version}`, name, version },
    scope: optional || devOptional ? 'optional' : 'required',
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: [licenceOf(name, license)],
    hashes: hashesOf(integrity),
  };
}

function licenceOf(name: string, said: string | undefined): Licence {
  const byHand = READ_BY_HAND.find(([pattern]) => pattern.test(name))?.[1];
  const licence = byHand ?? said;
  if (!licence) throw new Error(`${name} does not say its licence: read it, and add it to READ_BY_HAND.`);
  if (/ (?:AND|OR|WITH) /.test(licence)) return { expression: licence };
  // Identifiers of SPDX have no spaces.
  return { license: / /.test(licence) ? { name: licence } : { id: licence } };
}

/** `sha512-…` in base64, as CycloneDX wants it. */
function hashesOf(integrity: string): Component['hashes'] {
  return integrity
    .split(' ')
    .filter(Boolean)
    .map((hash) => {
      const [algorithm = '', digest = ''] = hash.split(/-(.*)/s);
      return {
        alg: algorithm.toUpperCase().replace(/^SHA/, 'SHA-'),
        content: Buffer.from(digest, 'base64').toString('hex'),
      };
    });
}
