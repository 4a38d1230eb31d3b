import { expect, it } from 'vitest';
import { collectTexts, ruleForBlock, squeeze } from '../../../../adapters/web/why/article-rules.ts';
import type { Section } from '../../../../src/article/article.ts';

const image = (caption: string | null, credit: string | null) => ({ caption, credit }) as Section['images'][number];
const link = (text: string, role: 'inline' | 'related') => ({ text, role }) as Section['links'][number];

/** What an article has, whose text is "The quay is new.". */
function known(section: { images?: Section['images']; links?: Section['links'] }) {
  const sections = [{ images: [], links: [], ...section } as unknown as Section];
  return collectTexts({ sections }, squeeze('The quay is new.'));
}

it('finds a text that is repeated, without the marks around it', () => {
  expect(ruleForBlock(squeeze('“The quay”'), known({}))).toBe('repeated');
  expect(ruleForBlock(squeeze('The pier'), known({}))).toBeUndefined();
});

it('finds captions, credits and related links in a longer line', () => {
  const texts = known({ images: [image('Gulls', 'A. Lee')], links: [link('Old pier', 'related')] });
  expect(ruleForBlock(squeeze('Photo: A. Lee'), texts)).toBe('caption');
  expect(ruleForBlock(squeeze('Gulls at noon'), texts)).toBe('caption');
  expect(ruleForBlock(squeeze('Read: Old pier'), texts)).toBe('related');
  expect(ruleForBlock(squeeze('Read: Old pier'), known({ links: [link('Old pier', 'inline')] }))).toBeUndefined();
});

it('looks at texts of four characters or more', () => {
  expect(ruleForBlock('quay', known({}))).toBe('repeated');
  expect(ruleForBlock('qua', known({}))).toBeUndefined();
  expect(ruleForBlock('seagull', known({ images: [image('gull', null)] }))).toBe('caption');
  expect(ruleForBlock('seagull', known({ images: [image('gul', null)] }))).toBeUndefined();
});
