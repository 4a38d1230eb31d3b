import type { Suggestion } from '../chat/platform.ts';

const MOST = 24;

/** What the newest articles are about, in the place of the word that is being typed; what was typed is offered as it is. */
export function suggestTopics(typed: string, current: readonly string[]): readonly Suggestion[] {
  const [, before = '', sign = '', word = ''] = /^(.*?)(-?)([^\s-]*)$/su.exec(typed.trimStart()) ?? [];
  const typedBefore = before.toLowerCase();
  const fitting = current.filter((topic) => {
    const key = topic.toLowerCase();
    return key.startsWith(word.toLowerCase()) && !typedBefore.includes(key);
  });
  const own = typed.trim() === '' ? [] : [typed.trim()];
  const values = [...own, ...fitting.slice(0, MOST).map((topic) => `${before}${sign}${topic}`)];
  return [...new Set(values)].map((value) => ({ value, label: value }));
}
