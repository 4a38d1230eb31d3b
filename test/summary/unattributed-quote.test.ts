import { describe, expect, it } from 'vitest';
import { isUnattributedQuote } from '../../src/summary/unattributed-quote.ts';

describe('isUnattributedQuote', () => {
  it.each([
    '“The ice holds,” he said.',
    '"The ice holds," said she, waiting for the ferry.',
    'The ice will hold until the spring, she added.',
    '„Das Eis hält“, sagte er.',
    '« La glace tient », a-t-elle dit.',
    '"El hielo aguanta", afirmó este lunes cuando presentaba el plan.',
    '«Лёд держит», — сказал он.',
    '"Buz tutuyor" dedi.',
  ])('knows %s', (text) => {
    expect(isUnattributedQuote(text)).toBe(true);
  });

  it.each([
    '“The ice holds,” Ada Lind said.',
    '“The ice holds,” her mother said.',
    '“He holds the ice,” said Ada Lind, and he said no more.',
    'Ada Lind will open the pier if the ice holds, she said.',
    'The harbour will open if Ada Lind agrees, she said.',
    '"El hielo aguanta", dijo la ministra.',
    'The harbour said the ice holds.',
  ])('leaves %s', (text) => {
    expect(isUnattributedQuote(text)).toBe(false);
  });
});
