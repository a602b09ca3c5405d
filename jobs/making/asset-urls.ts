/**
 * What is drawn from stored files, with the addresses at which they are to be had on this machine.
 * @param propsOf the same each time it is asked, whatever the addresses are
 * @param assetUrl makes one file ready
 */
export async function withAssetUrls<Props>(
  propsOf: (urlOf: (key: string) => string) => Props,
  assetUrl: (key: string) => Promise<string>,
): Promise<Props> {
  const keys = new Set<string>();
  propsOf((key) => {
    keys.add(key);
    return key;
  });
  const urls = new Map(await Promise.all([...keys].map(async (key) => [key, await assetUrl(key)] as const)));
  return propsOf((key) => urls.get(key) ?? key);
}
