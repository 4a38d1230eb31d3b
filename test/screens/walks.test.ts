import { describe, expect, it } from 'vitest';
import { articles } from '../fixtures/articles.ts';
import { createTalk } from '../fixtures/converse.ts';
import { READERS, WALKS } from './walks.ts';

/** Commands that people only meet as buttons. */
const PRESSED: ReadonlySet<string> = new Set(['resend', 'restore']);

describe('the walks that are drawn', () => {
  it('name every command', () => {
    const steps = WALKS.flatMap(([, all]) => all);
    const typed = steps.map((step) => (typeof step === 'object' && 'typed' in step ? step.typed : step));
    const drawn = new Set(typed.map((line) => (typeof line === 'string' ? /^\/(\w+)/u.exec(line)?.[1] : undefined)));
    const missing = createTalk().commands.filter(({ name }) => !drawn.has(name) && !PRESSED.has(name));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('have names of their own', () => {
    const names = WALKS.map(([name]) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it('translate every word of the sample articles that is not in Latin letters', () => {
    const reader = READERS.find(({ name }) => name === 'ar');
    for (const article of articles)
      expect(JSON.stringify(reader?.translate?.(article))).not.toMatch(/\p{Script=Han}{2}/u);
  });
});
