/** Drawings of our own, used like the vendored ones, where those would show the wrong thing. */
import type { Glyph } from './glyph-shape';

export const OWN_GLYPHS: Readonly<Record<string, Glyph>> = {
  // A lantern to carry, of no country and no century.
  'storm-lantern': {
    box: [28, 6, 72, 116],
    body:
      '<path d="M44 30C44 2 84 2 84 30" fill="none" stroke="#4a4038" stroke-width="5"/>' +
      '<path d="M50 28h28l6 12H44Z" fill="#5d5046"/>' +
      '<path d="M42 40h44l6 54H36Z" fill="#ffe9a8"/>' +
      '<path d="M50 40h28l4 54H46Z" fill="#fff4cf"/>' +
      '<path d="M64 56C76 70 76 88 64 90C52 88 52 70 64 56Z" fill="#ff9d3c"/>' +
      '<path d="M64 68C70 76 70 87 64 88C58 87 58 76 64 68Z" fill="#fff0b0"/>' +
      '<path d="M42 40L36 94M86 40L92 94M64 40v10" stroke="#5d5046" stroke-width="5"/>' +
      '<path d="M30 94h68q2 0 2 3v10q0 15-15 15H43q-15 0-15-15V97q0-3 2-3Z" fill="#5d5046"/>' +
      '<path d="M34 102h60" stroke="#7b6c5e" stroke-width="5"/>',
  },
  // A goldfish at home.
  fishbowl: {
    box: [14, 20, 100, 96],
    body:
      '<path d="M40 24H88C86 34 114 44 114 74C114 104 92 116 64 116C36 116 14 104 14 74C14 44 42 34 40 24Z" fill="#d9f0f7"/>' +
      '<path d="M18 60H110C112 64 114 69 114 74C114 104 92 116 64 116C36 116 14 104 14 74C14 69 16 64 18 60Z" fill="#7cc4e0"/>' +
      '<path d="M46 82C52 66 78 64 88 80C78 96 52 96 46 82Z" fill="#f58a1f"/>' +
      '<path d="M50 82L28 68C32 78 32 86 28 96Z" fill="#e8701a"/>' +
      '<path d="M62 71Q70 60 76 70" fill="#e8701a"/>' +
      '<circle cx="79" cy="78" r="4" fill="#ffffff"/><circle cx="80" cy="78" r="2.2" fill="#26222a"/>' +
      '<circle cx="94" cy="68" r="3" fill="#e6f6fb"/><circle cx="98" cy="62" r="2" fill="#e6f6fb"/>' +
      '<path d="M26 62C24 72 25 84 30 92" fill="none" stroke="#ffffff" stroke-width="4" stroke-linecap="round" opacity="0.8"/>' +
      '<rect x="36" y="20" width="56" height="7" rx="3.5" fill="#b7dbe8"/>',
  },
  // A piano against a wall, its keys to the viewer.
  'upright-piano': {
    box: [4, 14, 120, 102],
    body:
      '<path d="M8 14h112q4 0 4 4v6H4v-6q0-4 4-4Z" fill="#6b4430"/><path d="M10 24h108v42H10Z" fill="#8a5a3c"/>' +
      '<path d="M18 30h42v28H18ZM68 30h42v28H68Z" fill="#7a4d33"/>' +
      '<path d="M4 64h120v7H4Z" fill="#5a3826"/><path d="M8 71h112v9H8Z" fill="#fdf8ec"/>' +
      '<path d="M16 71h5v5h-5ZM25 71h5v5h-5ZM39 71h5v5h-5ZM48 71h5v5h-5ZM57 71h5v5h-5ZM71 71h5v5h-5ZM80 71h5v5h-5ZM94 71h5v5h-5ZM103 71h5v5h-5Z" fill="#2a2427"/>' +
      '<path d="M4 80h120v6H4Z" fill="#6b4430"/><path d="M12 86h104v26H12Z" fill="#7a4d33"/>' +
      '<path d="M8 86h10v30H8ZM110 86h10v30h-10Z" fill="#5a3826"/><path d="M58 106h4v8h-4ZM66 106h4v8h-4Z" fill="#e0b24a"/>',
  },
  'otter-face': {
    box: [14, 16, 100, 92],
    body:
      '<circle cx="28" cy="34" r="13" fill="#6b4a3c"/><circle cx="100" cy="34" r="13" fill="#6b4a3c"/>' +
      '<circle cx="28" cy="36" r="7" fill="#a97f68"/><circle cx="100" cy="36" r="7" fill="#a97f68"/>' +
      '<path d="M64 16C98 16 114 44 114 66C114 92 94 108 64 108C34 108 14 92 14 66C14 44 30 16 64 16Z" fill="#8a6352"/>' +
      '<path d="M64 60C86 60 98 72 98 84C98 98 82 106 64 106C46 106 30 98 30 84C30 72 42 60 64 60Z" fill="#e9d3be"/>' +
      '<ellipse cx="42" cy="54" rx="6.5" ry="8" fill="#2a2427"/><ellipse cx="86" cy="54" rx="6.5" ry="8" fill="#2a2427"/>' +
      '<ellipse cx="64" cy="70" rx="12" ry="8" fill="#3a2f30"/>' +
      '<path d="M64 78v7M52 86q6 8 12 0q6 8 12 0" fill="none" stroke="#3a2f30" stroke-width="3.6" stroke-linecap="round"/>' +
      '<path d="M40 82l-22-4M40 88l-20 4M88 82l22-4M88 88l20 4" stroke="#c9b3a0" stroke-width="2.6"/>',
  },
};
