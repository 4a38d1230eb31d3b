import { fitButtonCommand } from '../../src/chat/button-command.ts';
import { defineCommand } from '../../src/chat/command.ts';
import type { PlatformLimits } from '../../src/chat/platform.ts';
import type { Keywords } from '../../src/library/keywords.ts';
import type { Translate } from '../../src/locales/messages.ts';
import { relatedView } from '../../src/presenters/related-view.ts';
import { openAction } from '../../src/view/spans.ts';

interface RelatedDeps extends PlatformLimits {
  keywords: Pick<Keywords, 'of' | 'related'>;
  /** Whether the platform can deliver digests. */
  delivers: (platform: string) => boolean;
}

export const RELATED = 5;
const OFFERED = 3;

/** `/related article`, only for buttons: related articles, and their topics to subscribe to. */
export const relatedCommand = ({ keywords, delivers, maxButtonBytes }: RelatedDeps) =>
  defineCommand({
    name: 'related',
    hidden: true,
    summary: 'command.related',
    examples: 'examples.related',
    args: { article: { kind: 'article', summary: 'arg.article' } },
    async run({ article }, audience, { in: { platform } }) {
      const [words, entries] = await Promise.all([keywords.of(article), keywords.related(article, RELATED)]);
      const subscribe = delivers(platform)
        ? words.slice(0, OFFERED).flatMap((word) => subscribeTo(word, { t: audience.t, maxButtonBytes }))
        : [];
      return relatedView(article, { keywords: words, entries, subscribe }, audience);
    },
  });

/** Quotes make a topic of a city's name too. */
function subscribeTo(topic: string, { t, maxButtonBytes }: PlatformLimits & { t: Translate }) {
  const command = fitButtonCommand(`/subscribe "${topic}"`, maxButtonBytes);
  return command === undefined ? [] : [openAction(t('button.subscribeTo', { topic }), command)];
}
