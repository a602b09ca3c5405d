/** What to install when a browser does not find its shared libraries, on Debian and its relatives. */

/** Debian 12 and 13 package of each library that a Chromium links to, by the library's name. */
const PACKAGES: ReadonlyArray<readonly [library: RegExp, debianPackage: string]> = [
  [/^lib(nss3|nssutil3|smime3|ssl3)\.so/u, 'libnss3'],
  [/^lib(nspr4|plc4|plds4)\.so/u, 'libnspr4'],
  [/^libexpat\.so/u, 'libexpat1'],
  [/^lib(glib|gobject|gio|gmodule)-2\.0\.so/u, 'libglib2.0-0'],
  [/^libatk-1\.0\.so/u, 'libatk1.0-0'],
  [/^libatk-bridge-2\.0\.so/u, 'libatk-bridge2.0-0'],
  [/^libatspi\.so/u, 'libatspi2.0-0'],
  [/^libcups\.so/u, 'libcups2'],
  [/^libdbus-1\.so/u, 'libdbus-1-3'],
  [/^libdrm\.so/u, 'libdrm2'],
  [/^libgbm\.so/u, 'libgbm1'],
  [/^libasound\.so/u, 'libasound2'],
  [/^libpango-1\.0\.so/u, 'libpango-1.0-0'],
  [/^libcairo\.so/u, 'libcairo2'],
  [/^libxkbcommon\.so/u, 'libxkbcommon0'],
  [/^libX11\.so/u, 'libx11-6'],
  [/^libxcb\.so/u, 'libxcb1'],
  [/^libXcomposite\.so/u, 'libxcomposite1'],
  [/^libXdamage\.so/u, 'libxdamage1'],
  [/^libXext\.so/u, 'libxext6'],
  [/^libXfixes\.so/u, 'libxfixes3'],
  [/^libXrandr\.so/u, 'libxrandr2'],
  [/^libgcc_s\.so/u, 'libgcc-s1'],
];

/** The libraries that the dynamic linker did not find, from what `ldd` or the program itself printed. */
export function missingLibraries(output: string): string[] {
  const names = [
    ...output.matchAll(/^\s*(\S+)\s*=>\s*not found/gmu),
    ...output.matchAll(/error while loading shared libraries: ([^:\s]+):/gu),
  ].map((match) => match[1] ?? '');
  return [...new Set(names)].sort();
}

/** The command that installs the packages of these libraries, or null when none of them is known. */
export function installCommand(libraries: readonly string[]): string | null {
  const packages = libraries.flatMap((library) => {
    const known = PACKAGES.find(([pattern]) => pattern.test(library));
    return known ? [known[1]] : [];
  });
  return packages.length > 0 ? `sudo apt-get install -y ${[...new Set(packages)].sort().join(' ')}` : null;
}
