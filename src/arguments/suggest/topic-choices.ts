import { fitButtonCommand } from '../../chat/button-command.ts';
import type { PlatformLimits } from '../../chat/platform.ts';
import type { Selection } from '../../library/selection.ts';
import { toTopicsText } from '../../phrase/parse-topics.ts';
import type { TopicChoice } from '../../presenters/subscription/subscription-menus.ts';

/**
 * Choices for the topics of a subscription: its own to remove, and current ones to add. If a button cannot hold all topics
 * that would result, it chooses its own topic alone.
 */
export function topicChoices(
  id: string,
  selection: Selection,
  { current, maxButtonBytes }: PlatformLimits & { current: readonly string[] },
): readonly TopicChoice[] {
  const fit = (command: string) => fitButtonCommand(command, maxButtonBytes);
  const { topics, sources } = selection;
  const chosen = new Set(topics.map((topic) => topic.toLowerCase()));
  const all = [...topics, ...current.filter((topic) => !chosen.has(topic.toLowerCase()))];
  return all.flatMap((topic) => {
    const isChosen = chosen.has(topic.toLowerCase());
    const then = isChosen ? topics.filter((one) => one !== topic) : [...topics, topic];
    const words =
      then.length === 0 ? ['everything', ...sources].join(' ') : toTopicsText({ ...selection, topics: then });
    const command = fit(`/subscribe #${id} ${words}`) ?? fit(`/subscribe #${id} "${topic}"`);
    return command === undefined ? [] : [{ topic, command, isChosen }];
  });
}
