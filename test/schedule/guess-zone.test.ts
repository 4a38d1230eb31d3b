import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessZone } from '../../src/schedule/guess-zone.ts';

describe('the zone guessed from a language', () => {
  it.each([
    ['zh-TW', 'Asia/Taipei'],
    ['zh-Hant', 'Asia/Taipei'],
    ['zh-CN', 'Asia/Shanghai'],
    ['zh-Hans', 'Asia/Shanghai'],
    ['zh_CN', 'Asia/Shanghai'],
    ['zh', 'Asia/Shanghai'],
    ['zh-HK', 'Asia/Hong_Kong'],
    ['zh-SG', 'Asia/Singapore'],
    ['ja', 'Asia/Tokyo'],
    ['ko', 'Asia/Seoul'],
    ['de', 'Europe/Berlin'],
    ['de-AT', 'Europe/Vienna'],
    ['en-GB', 'Europe/London'],
    ['en-IN', 'Asia/Kolkata'],
    ['fr-FR', 'Europe/Paris'],
    ['es-ES', 'Europe/Madrid'],
    ['pt-BR', 'America/Sao_Paulo'],
    ['uk', 'Europe/Kyiv'],
    ['vi', 'Asia/Ho_Chi_Minh'],
  ])('of %s is %s', (tag, zone) => {
    expect(guessZone(tag)).toBe(zone);
  });

  it.each(['en', 'en-US', 'es', 'es-MX', 'fr', 'pt', 'ar', 'ru', 'en-AU', 'und', '', 'x', null, undefined])(
    'is undefined for %s',
    (tag) => {
      expect(guessZone(tag)).toBeUndefined();
    },
  );

  it('never throws, and is known to the runtime', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z]{2,3}(?:-[A-Z]{2})?$/u)), (tag) => {
        const zone = guessZone(tag);
        if (zone !== undefined) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
      }),
    );
  });
});
