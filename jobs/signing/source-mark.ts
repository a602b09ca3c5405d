/** The mark by which programs and platforms tell media that were made with AI: the IPTC's, in XMP. Pure. */
import { uuidBox } from './mp4-boxes';

/** Of the box in which an MP4 has its XMP. */
const XMP_UUID = 'be7acfcb97a942e89c71999491e3afac';

/**
 * @param sourceType address of an IPTC digital source type
 * @param generator what made the film
 */
export function sourceMark(sourceType: string, generator: { name: string; version: string }): Uint8Array {
  return uuidBox(
    XMP_UUID,
    new TextEncoder().encode(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
    xmp:CreatorTool="${generator.name} ${generator.version}"
    Iptc4xmpExt:DigitalSourceType="${sourceType}"/>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`),
  );
}
