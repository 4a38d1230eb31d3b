import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/web/decode-text.ts';

/** Made-up sentences as other programs encode them. */
const ENCODED: readonly [label: string, text: string, hex: string][] = [
  [
    'gbk',
    '渡轮的新船员第一次出海，港口的灯塔亮了一整夜。',
    'b6c9c2d6b5c4d0c2b4acd4b1b5dad2bbb4ceb3f6baa3a3acb8dbbfdab5c4b5c6cbfec1c1c1cbd2bbd5fbd2b9a1a3',
  ],
  [
    'big5',
    '渡輪的新船員第一次出海，港口的燈塔亮了一整夜。',
    'b4e7bdfcaabab773b2eeadfbb2c4a440a6b8a558aefca141b4e4a466aababf4fb6f0ab47a446a440bee3a95da143',
  ],
  [
    'shift_jis',
    '渡し船の新しい乗組員が初めて海に出た。灯台は一晩中光っていた。',
    '936e82b5914482cc905682b582a28fe6916788f582aa8f8982df82c48a4382c98f6f82bd8142939491e482cd88ea94d392868cf582c182c482a282bd8142',
  ],
  [
    'euc-jp',
    '渡し船の新しい乗組員が初めて海に出た。灯台は一晩中光っていた。',
    'c5cfa4b7c1a5a4cebfb7a4b7a4a4bee8c1c8b0f7a4acbde9a4e1a4c6b3a4a4cbbdd0a4bfa1a3c5f4c2e6a4cfb0ecc8d5c3e6b8f7a4c3a4c6a4a4a4bfa1a3',
  ],
  [
    'euc-kr',
    '나룻배의 새 선원들이 처음으로 바다에 나갔다. 등대는 밤새 빛났다.',
    'b3aab7edb9e8c0c720bbf520bcb1bff8b5e9c0cc20c3b3c0bdc0b8b7ce20b9d9b4d9bfa120b3aab0acb4d92e20b5eeb4ebb4c220b9e3bbf520bafbb3b5b4d92e',
  ],
  [
    'windows-1251',
    'Новая команда парома впервые вышла в море. Маяк светил всю ночь.',
    'cdeee2e0ff20eaeeece0ede4e020efe0f0eeece020e2efe5f0e2fbe520e2fbf8ebe020e220eceef0e52e20cce0ffea20f1e2e5f2e8eb20e2f1fe20edeef7fc2e',
  ],
  [
    'koi8-r',
    'Новая команда парома впервые вышла в море. Маяк светил всю ночь.',
    'eecfd7c1d120cbcfcdc1cec4c120d0c1d2cfcdc120d7d0c5d2d7d9c520d7d9dbccc120d720cdcfd2c52e20edc1d1cb20d3d7c5d4c9cc20d7d3c020cecfded82e',
  ],
  [
    'windows-1252',
    'L’équipage du vieux bac a pris la mer pour la première fois.',
    '4c92e9717569706167652064752076696575782062616320612070726973206c61206d657220706f7572206c61207072656d69e8726520666f69732e',
  ],
  [
    'windows-1250',
    'Załoga promu po raz pierwszy wypłynęła w morze; żółte światło.',
    '5a61b36f67612070726f6d7520706f2072617a207069657277737a7920777970b3796eeab3612077206d6f727a653b20bff3b37465209c77696174b36f2e',
  ],
  [
    'iso-8859-2',
    'Załoga promu po raz pierwszy wypłynęła w morze; żółte światło.',
    '5a61b36f67612070726f6d7520706f2072617a207069657277737a7920777970b3796eeab3612077206d6f727a653b20bff3b3746520b677696174b36f2e',
  ],
  [
    'windows-1256',
    'أبحر طاقم العبارة الجديد لأول مرة، وأضاءت المنارة طوال الليل.',
    'c3c8cdd120d8c7dee320c7e1dac8c7d1c920c7e1cccfedcf20e1c3e6e120e3d1c9a120e6c3d6c7c1ca20c7e1e3e4c7d1c920d8e6c7e120c7e1e1ede12e',
  ],
  [
    'windows-1254',
    'Feribotun yeni mürettebatı ilk kez denize açıldı; ışık söndü.',
    '46657269626f74756e2079656e69206dfc7265747465626174fd20696c6b206b657a2064656e697a652061e7fd6c64fd3b20fdfefd6b2073f66e64fc2e',
  ],
];
const bytesOf = (hex: string) => Buffer.from(hex, 'hex');
const ascii = (text: string) => Buffer.from(text, 'latin1');

describe('a text', () => {
  it.each(ENCODED)('in %s is decoded as its header, its XML or its page declares', (label, text, hex) => {
    const encoded = bytesOf(hex);
    expect(decodeText(encoded, `text/html; charset=${label}`)).toBe(text);
    const xml = Buffer.concat([ascii(`<?xml version="1.0" encoding="${label}"?><a>`), encoded]);
    expect(decodeText(xml, 'application/rss+xml')).toContain(text);
    const page = Buffer.concat([ascii(`<html><head><meta charset=${label}></head>`), encoded]);
    expect(decodeText(page)).toContain(text);
    const old = Buffer.concat([
      ascii(`<meta http-equiv="Content-Type" content="text/html; charset=${label}">`),
      encoded,
    ]);
    expect(decodeText(old, 'text/html')).toContain(text);
  });

  it.each(ENCODED)('in %s that says it is UTF-8 is not taken for it', (label, text, hex) => {
    const page = Buffer.concat([ascii('<?xml version="1.0" encoding="UTF-8"?><a>'), bytesOf(hex.repeat(20))]);
    const decoded = decodeText(page, 'text/xml; charset=utf-8');
    expect(decoded).not.toContain('\ufffd');
    // Encodings of one script for which the bytes alone decide; the single-byte ones of Europe look alike.
    if (/^(?:gbk|big5|shift|euc|koi8|windows-1251)/.test(label)) expect(decoded).toContain(text);
  });

  it('is UTF-8 where its bytes are, whatever it says it is', () => {
    const text = '<?xml version="1.0" encoding="windows-1251"?><a>Новая команда парома</a>';
    expect(decodeText(Buffer.from(text), 'text/xml; charset=iso-8859-1')).toBe(text);
  });

  it('with a byte-order mark is decoded by it, which is removed', () => {
    const text = '<rss>日本語</rss>';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(decodeText(utf16, 'text/xml; charset=utf-8')).toBe(text);
    expect(decodeText(Buffer.from(utf16).swap16())).toBe(text);
    expect(decodeText(Buffer.from(`\ufeff${text}`))).toBe(text);
  });

  it('in ISO-2022-JP, whose bytes are ASCII, is decoded too', () => {
    const bytes = Buffer.concat([ascii('\u001b$B'), bytesOf('467c4b5c386c'), ascii('\u001b(B')]);
    expect(decodeText(bytes, 'text/html; charset=iso-2022-jp')).toBe('日本語');
  });

  it('with an unknown label or broken bytes is still read', () => {
    expect(decodeText(ascii('plain'), 'text/html; charset=klingon')).toBe('plain');
    const broken = decodeText(
      Buffer.concat([Buffer.from('good text, '), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from(' more')]),
      'text/html; charset=utf-8',
    );
    expect(broken).toMatch(/^good text, .+ more$/);
    expect(decodeText(new Uint8Array())).toBe('');
  });
});
