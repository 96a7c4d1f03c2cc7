/**
 * Hundredths of the type size that letters take at most, measured in the app's two faces at weight 600. Lighter ones take
 * less.
 */
const SERIF: Readonly<Record<number, string>> = {
  19: `'`,
  28: ' ,.:`|’',
  33: '!;ijl·',
  41: '"()-I[]ft{}',
  50: '/1\\^_rsz“”',
  57: '+37<=>?Jacevxy–',
  64: '$*245689FLSZbdghknopqu~',
  71: '#0BCEPTYß',
  80: '%&ADGKNOQRUVXØ',
  86: 'Hw—',
  97: '@Mm…',
  107: 'WÆ',
};
const SANS_CAPITALS: Readonly<Record<number, string>> = {
  30: ' I’',
  39: "!'(),./:;[\\]`|·",
  54: '"*-1?^_{}–“”',
  61: '57EFJL',
  67: '#$&+0234689<=>BPRSTZ~',
  72: 'DKXY',
  78: 'ACGHNOQUVØ',
  93: 'M',
  102: '%@WÆ—…',
};

/** How wide a text is at size 1. */
export type Measure = (text: string) => number;

export const measureSerif = measureBy(SERIF, 0.7);
/** Wider by the letter spacing. */
export const measureCredit = measureBy(SANS_CAPITALS, 0.77, 0.08);

/** A face is wider where its own letters are missing: Han, kana and hangul are as wide as high. */
const FULL_WIDTH = /[\u1100-\u11ff\u2e80-\ud7af\uf900-\ufaff\uff00-\uff60]/;

function measureBy(table: Readonly<Record<number, string>>, unknown: number, spacing = 0): Measure {
  const widths = new Map<string, number>();
  for (const [hundredths, letters] of Object.entries(table)) {
    for (const letter of letters) widths.set(letter, Number(hundredths) / 100);
  }
  // A letter with an accent is as wide as the one without.
  return (text) => {
    let width = 0;
    for (const letter of text.normalize('NFD').replace(/\p{M}/gu, '')) {
      width += spacing + (widths.get(letter) ?? (FULL_WIDTH.test(letter) ? 1 : unknown));
    }
    return width;
  };
}
