import { describe, expect, it } from 'vitest';
import { findInsideQuotation, hasUnbalancedQuotes, startsUnclosedQuotation } from '../../src/text/quotations.ts';

describe('hasUnbalancedQuotes', () => {
  it.each([
    '"The ice holds.',
    'We will see," said Ada Lind.',
    "'The ice holds.",
    "It holds,' said Ada Lind.",
    '‘The ice holds.',
    '`` the ice holds .',
    "''The ice holds.",
    '„Das Eis hält.',
    '« La glace tient.',
    'The ice holds (as it did last year.',
  ])('finds %s', (text) => {
    expect(hasUnbalancedQuotes(text)).toBe(true);
  });

  it.each([
    '"The ice holds," said Ada Lind.',
    "'The ice holds,' said Ada Lind.",
    "The skippers' boats don't leave in the '90s dock, 'em all said.",
    'A plank of 27" was cut.',
    'צה"ל הודיע.',
    'a) The ice holds.',
    '„Das Eis hält“, sagte Ada Lind.',
    "``The ice holds,'' said Ada Lind.",
    '« La glace tient », dit Ada Lind.',
  ])('leaves %s', (text) => {
    expect(hasUnbalancedQuotes(text)).toBe(false);
  });
});

describe('startsUnclosedQuotation', () => {
  it('distinguishes an unclosed quotation from one inside a sentence', () => {
    expect(startsUnclosedQuotation('"The ice holds.')).toBe(true);
    expect(startsUnclosedQuotation('Ada Lind said: "The ice holds.')).toBe(false);
  });
});

describe('findInsideQuotation', () => {
  it.each<[string[], number[]]>([
    [
      ['Ada Lind said: “The ice holds.', 'We drive.', 'It is safe.”', 'The road opens.'],
      [1, 2],
    ],
    [['"The ice holds.', 'We drive," she said.', 'The road opens.'], [1]],
    [['(The ice holds.', 'We drive.)', 'The road opens.'], [1]],
    [['„Das Eis hält.', 'Wir fahren.“', 'Die Straße öffnet.'], [1]],
    [['The plank is 5" long "or so.', 'We drive.', 'The road opens.'], []],
    [['“The ice holds.', 'We drive.'], [1]],
    [['The “ice holds.', 'We drive.'], []],
  ])('finds the sentences that start inside a quotation: %j', (sentences, inside) => {
    expect([...findInsideQuotation(sentences)]).toEqual(inside);
  });
});
