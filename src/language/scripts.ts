/** A script by its ISO 15924 code; `Hani`, `Kana` and `Hang` are single scripts, not the mix that a language uses. */
export type Script = string;

/** The UTF-16 ranges of letters of each script, anything between them is no letter. */
const RANGES: readonly (readonly [from: number, to: number, script: Script])[] = [
  [0x41, 0x5a, 'Latn'],
  [0x61, 0x7a, 'Latn'],
  [0xc0, 0x24f, 'Latn'],
  [0x250, 0x2af, 'Latn'],
  [0x370, 0x3ff, 'Grek'],
  [0x400, 0x52f, 'Cyrl'],
  [0x531, 0x58a, 'Armn'],
  [0x5d0, 0x5f4, 'Hebr'],
  [0x620, 0x6ff, 'Arab'],
  [0x700, 0x74f, 'Syrc'],
  [0x750, 0x77f, 'Arab'],
  [0x780, 0x7bf, 'Thaa'],
  [0x7c0, 0x7ff, 'Nkoo'],
  [0x8a0, 0x8ff, 'Arab'],
  [0x900, 0x97f, 'Deva'],
  [0x980, 0x9ff, 'Beng'],
  [0xa00, 0xa7f, 'Guru'],
  [0xa80, 0xaff, 'Gujr'],
  [0xb00, 0xb7f, 'Orya'],
  [0xb80, 0xbff, 'Taml'],
  [0xc00, 0xc7f, 'Telu'],
  [0xc80, 0xcff, 'Knda'],
  [0xd00, 0xd7f, 'Mlym'],
  [0xd80, 0xdff, 'Sinh'],
  [0xe01, 0xe4e, 'Thai'],
  [0xe80, 0xeff, 'Laoo'],
  [0xf00, 0xfff, 'Tibt'],
  [0x1000, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x139f, 'Ethi'],
  [0x13a0, 0x13ff, 'Cher'],
  [0x1780, 0x17ff, 'Khmr'],
  [0x1800, 0x18af, 'Mong'],
  [0x1c90, 0x1cbf, 'Geor'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x2d00, 0x2d2f, 'Geor'],
  [0x2d30, 0x2d7f, 'Tfng'],
  [0x3005, 0x3007, 'Hani'],
  [0x3041, 0x30ff, 'Kana'],
  [0x3131, 0x318e, 'Hang'],
  [0x3400, 0x9fff, 'Hani'],
  [0xac00, 0xd7a3, 'Hang'],
  [0xd840, 0xd888, 'Hani'],
  [0xf900, 0xfaff, 'Hani'],
  [0xfb1d, 0xfb4f, 'Hebr'],
  [0xfb50, 0xfdff, 'Arab'],
  [0xfe70, 0xfefc, 'Arab'],
  [0xff21, 0xff5a, 'Latn'],
  [0xff66, 0xff9d, 'Kana'],
];

/** The information in a character relative to a letter of an alphabet: an ideograph is about half a word. */
const WEIGHTS: Readonly<Record<string, number>> = { Hani: 3, Kana: 2, Hang: 2.5 };
const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** All scripts; `SCRIPT_OF` has the position of each unit's script in it, plus one. */
const SCRIPTS: readonly Script[] = [...new Set(RANGES.map(([, , script]) => script))];
const SCRIPT_OF = new Uint8Array(0x1_0000);
for (const [from, to, script] of RANGES) SCRIPT_OF.fill(SCRIPTS.indexOf(script) + 1, from, to + 1);

/** The script of a UTF-16 unit; undefined for digits, punctuation and unlisted scripts. */
export function scriptOf(code: number): Script | undefined {
  return SCRIPTS[(SCRIPT_OF[code] ?? 0) - 1];
}

/** The amount of text in each script, in weighted characters. */
export function weighScripts(text: string): Map<Script, number> {
  const counts = new Uint32Array(SCRIPTS.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    const script = SCRIPT_OF[text.charCodeAt(at)] ?? 0;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  const weights = new Map<Script, number>();
  for (const [at, script] of SCRIPTS.entries()) {
    const count = counts[at + 1] ?? 0;
    if (count > 0) weights.set(script, count * (WEIGHTS[script] ?? 1));
  }
  return weights;
}

/** The writing direction of a script. */
export function directionOf(script: Script): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}
