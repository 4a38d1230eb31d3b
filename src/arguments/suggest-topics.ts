import type { Suggestion } from '../chat/platform.ts';

/** What the newest articles are about, in the place of the word that is being typed; what was typed is offered as it is, and always has a place. */
export function suggestTopics(typed: string, current: readonly string[], limit: number): readonly Suggestion[] {
  const [, before = '', sign = '', word = ''] = /^(.*?)(-?)([^\s-]*)$/su.exec(typed.trimStart()) ?? [];
  const typedBefore = before.toLowerCase();
  const fitting = current.filter((topic) => {
    const key = topic.toLowerCase();
    return key.startsWith(word.toLowerCase()) && !typedBefore.includes(key);
  });
  const own = typed.trim() === '' ? [] : [typed.trim()];
  const values = [...own, ...fitting.slice(0, limit - 1).map((topic) => `${before}${sign}${topic}`)];
  return [...new Set(values)].map((value) => ({ value, label: value }));
}
