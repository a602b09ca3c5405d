/** Read by libxml2, and held to a part of the DTD of Final Cut Pro XML 1.10: what we write, in the order it asks for. */
import { DtdValidator, XmlDocument, XmlDtd, type XmlElement } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toFcpxml } from '#jobs/story/handoff/fcpxml.ts';
import { element, printXml } from '#jobs/story/handoff/xml.ts';
import { cutFilm, filmCut } from '#tests/support/handoff/cut-film.ts';

const PLACE = 'lane CDATA #IMPLIED offset CDATA #IMPLIED name CDATA #IMPLIED start CDATA #IMPLIED';
const DTD = `
<!ELEMENT fcpxml (resources, library)>
<!ATTLIST fcpxml version CDATA #FIXED "1.10">
<!ELEMENT resources (asset | format)*>
<!ELEMENT format EMPTY>
<!ATTLIST format id ID #REQUIRED name CDATA #IMPLIED frameDuration CDATA #IMPLIED width CDATA #IMPLIED height CDATA #IMPLIED>
<!ELEMENT asset (media-rep+)>
<!ATTLIST asset id ID #REQUIRED name CDATA #IMPLIED start CDATA #IMPLIED duration CDATA #IMPLIED hasVideo CDATA #IMPLIED
  format IDREF #IMPLIED hasAudio CDATA #IMPLIED videoSources CDATA #IMPLIED audioSources CDATA #IMPLIED>
<!ELEMENT media-rep EMPTY>
<!ATTLIST media-rep kind (original-media | proxy-media) "original-media" src CDATA #REQUIRED>
<!ELEMENT library (event)*>
<!ELEMENT event (project)*>
<!ATTLIST event name CDATA #IMPLIED>
<!ELEMENT project (sequence)>
<!ATTLIST project name CDATA #IMPLIED>
<!ELEMENT sequence (spine)>
<!ATTLIST sequence format IDREF #REQUIRED duration CDATA #IMPLIED tcStart CDATA #IMPLIED tcFormat (DF | NDF) #IMPLIED
  audioLayout (mono | stereo | surround) #IMPLIED audioRate (32k | 44.1k | 48k | 88.2k | 96k | 176.4k | 192k) #IMPLIED>
<!ELEMENT spine (video | asset-clip | gap | transition)*>
<!ELEMENT video (caption | asset-clip)*>
<!ATTLIST video ref IDREF #REQUIRED ${PLACE} duration CDATA #REQUIRED>
<!ELEMENT asset-clip (caption | asset-clip)*>
<!ATTLIST asset-clip ref IDREF #REQUIRED ${PLACE} duration CDATA #IMPLIED audioRole CDATA #IMPLIED>
<!ELEMENT gap (caption | asset-clip)*>
<!ATTLIST gap name CDATA #IMPLIED offset CDATA #IMPLIED start CDATA #IMPLIED duration CDATA #REQUIRED>
<!ELEMENT transition EMPTY>
<!ATTLIST transition name CDATA #IMPLIED offset CDATA #IMPLIED duration CDATA #REQUIRED>
<!ELEMENT caption (text*)>
<!ATTLIST caption ${PLACE} duration CDATA #REQUIRED role CDATA #IMPLIED>
<!ELEMENT text (#PCDATA)>
`;

let dtd: XmlDtd;
beforeAll(() => {
  dtd = XmlDtd.fromString(DTD);
});
afterAll(() => dtd.dispose());

function read(options: Parameters<typeof cutFilm>[0] = {}) {
  const { cut, assets } = filmCut(cutFilm(options));
  if (!cut) throw new Error('All lengths are known.');
  const document = XmlDocument.fromString(toFcpxml(cut));
  new DtdValidator(dtd).validate(document);
  return { cut, assets, document };
}

/** The frames that a rational number of seconds is; it must be a whole number of them. */
function frames(time: string | undefined): number {
  const [, seconds, of = '1'] = /^(\d+)(?:\/(\d+))?s$/.exec(time ?? '') ?? [];
  const found = (Number(seconds) / Number(of)) * 30;
  expect(Number.isInteger(Math.round(found * 1e6) / 1e6), time).toBe(true);
  return Math.round(found);
}

const of = (node: XmlElement, name: string) => node.attr(name)?.value;
const all = (document: XmlDocument, path: string) => document.find(path) as XmlElement[];

describe('a timeline for Final Cut Pro', () => {
  it('is valid, and its storyline lasts as long as the film, piece behind piece', () => {
    const { document, cut } = read();
    expect(frames(of(all(document, '//sequence')[0] as XmlElement, 'duration'))).toBe(cut.total);
    let at = 0;
    for (const piece of all(document, '//spine/*[not(self::transition)]')) {
      expect(frames(of(piece, 'offset'))).toBe(at);
      at += frames(of(piece, 'duration'));
    }
    expect(at).toBe(cut.total);
    document.dispose();
  });

  it('refers to files that lie beside it, and to no more than there is of them', () => {
    const { document, assets } = read();
    const known = JSON.stringify(assets);
    const found = new Map(all(document, '//asset').map((asset) => [of(asset, 'id'), asset]));
    expect(found.size).toBe(8);
    for (const source of all(document, '//media-rep')) {
      expect(known).toContain(`"${decodeURIComponent(of(source, 'src')?.replace(/^\.\//, '') ?? '')}"`);
    }
    for (const use of all(document, '//asset-clip')) {
      const there = frames(of(found.get(of(use, 'ref')) as XmlElement, 'duration'));
      expect(frames(of(use, 'start')) + frames(of(use, 'duration'))).toBeLessThanOrEqual(there);
    }
    document.dispose();
  });

  it('hangs voices, clips’ sound, music and captions where the film has them', () => {
    const { document, cut } = read();
    const hanging = all(document, '//spine/*/*').map((node) => {
      const parent = node.parent as XmlElement;
      const at = frames(of(parent, 'offset')) + frames(of(node, 'offset')) - frames(of(parent, 'start'));
      return { lane: of(node, 'lane'), at, frames: frames(of(node, 'duration')), name: node.name };
    });
    const placed = (role: string, lane: string) => {
      let at = 0;
      return (cut.tracks.find((track) => track.role === role)?.pieces ?? []).flatMap((piece) => {
        const begin = at;
        at += piece.frames;
        return piece.media ? [{ lane, at: begin, frames: piece.frames, name: 'asset-clip' }] : [];
      });
    };
    for (const [role, lane] of [
      ['voice', '-1'],
      ['clip-sound', '-2'],
      ['music', '-3'],
    ] as const) {
      expect(placed(role, lane).length).toBeGreaterThan(0);
      expect(hanging.filter((one) => one.lane === lane)).toEqual(placed(role, lane));
    }
    expect(hanging.filter(({ name }) => name === 'caption').map((one) => [one.at, one.frames])).toEqual(
      cut.captions.map(({ start, frames: length }) => [start, length]),
    );
    expect(all(document, '//caption/text')[0]?.content).toBe('This is.');
    document.dispose();
  });

  it.each([
    ['fade', ['Cross Dissolve', 'Cross Dissolve', 'Cross Dissolve']],
    ['slide', ['Slide', 'Slide', 'Slide']],
    ['cut', []],
  ] as const)('knows %s', (transition, names) => {
    const { document, cut } = read({ transition });
    const found = all(document, '//transition');
    expect(found.map((node) => of(node, 'name'))).toEqual(names);
    expect(found.map((node) => frames(of(node, 'offset')))).toEqual(names.length ? cut.starts.slice(1) : []);
    document.dispose();
  });

  it('holds no character that XML does not have', () => {
    const text = 'a\u0000b\u0007c\uD800d\uFFFEe & <f> "g"\nh 🦊';
    const document = XmlDocument.fromString(printXml(element('x', { y: text }, element('z', {}, text))));
    const [inner] = document.find('//z') as XmlElement[];
    expect(inner?.content).toBe('a b c\uFFFDd e & <f> "g"\nh 🦊');
    expect((document.root as XmlElement).attr('y')?.value).toBe(inner?.content);
    document.dispose();
  });
});
