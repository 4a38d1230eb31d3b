import type { Suggestion } from '../../chat/platform.ts';

/**
 * Suggests topics of the newest articles for the word being typed. The typed text itself is always one of the
 * suggestions.
 */
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
