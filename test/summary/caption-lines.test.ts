import { describe, expect, it } from 'vitest';
import { isCaptionLine } from '../../src/summary/caption-lines.ts';

describe('isCaptionLine', () => {
  it.each([
    'Ada Lind, head of the harbour, left, and Tom Oke, her deputy, open the pier in Northport.',
    'Ada Lind (left) waves to the skippers.',
    'From left: Ada Lind, Tom Oke and a skipper.',
    'File photo: the ferry in the ice.',
    'In this aerial photo the ferry is stuck in the ice.',
    'Skippers push a boat over the ice as children watch near the pier on Monday, May 5, in Northport.',
    'Auch Ada Lind kam an den Steg. Bild: Hafenblatt',
    'The ferry in the ice. Photo: Tom Oke/Harbour Post',
  ])('knows %s', (paragraph) => {
    expect(isCaptionLine(paragraph)).toBe(true);
  });

  it.each([
    'The ferry was sold on Monday, May 5, in Northport.',
    'The new pier is due to open on Monday, May 5, in Northport.',
    'Northport won the race on Monday, May 5.',
    'The ferry turned left, and the passengers fell.',
    'The left, and not the right, lost the vote.',
    'Nobody is left on the pier.',
    'The harbour opens in May. Photographs are allowed.',
  ])('leaves %s', (paragraph) => {
    expect(isCaptionLine(paragraph)).toBe(false);
  });
});
