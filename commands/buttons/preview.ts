import { findSubscription, looksLikeSubscriptionId } from '../../src/arguments/find/find-subscriptions.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { composePreview } from '../../src/digest/compose-preview.ts';
import type { Arrivals } from '../../src/library/arrivals.ts';
import type { Library } from '../../src/library/library.ts';
import { digestView } from '../../src/presenters/digest-view.ts';
import type { SubscriptionStore } from '../../src/subscription/store.ts';
import type { LlmSummaries } from '../../src/summary/llm-summaries.ts';
import { messageView } from '../../src/view/message-view.ts';
import { openAction } from '../../src/view/spans.ts';
import type { Action } from '../../src/view/view.ts';
import { styleArg } from '../args/style-arg.ts';

interface PreviewDeps {
  subscriptions: Pick<SubscriptionStore, 'get' | 'forChat'>;
  arrivals: Arrivals;
  library: Pick<Library, 'article'>;
  summaries?: LlmSummaries | undefined;
  report(error: unknown): void;
  now: () => Date;
}

/** `/preview subscription? style? page?`, only for buttons: the next digest of a subscription as it would be now. */
export const previewCommand = ({ subscriptions, now, ...deps }: PreviewDeps) =>
  defineCommand({
    name: 'preview',
    forAsker: true,
    hidden: true,
    summary: 'command.preview',
    examples: 'examples.preview',
    args: {
      subscription: {
        kind: 'text',
        summary: 'arg.subscription',
        optional: true,
        accepts: (word) => looksLikeSubscriptionId(word, subscriptions),
      },
      style: styleArg,
      page: { kind: 'integer', summary: 'arg.page', optional: true },
    },
    async run({ subscription: typed, style, page = 1 }, { language, t }, { in: where }) {
      const audience = { language, t };
      const question = { store: subscriptions, where, command: 'preview', audience: { ...audience, zone: 'UTC' } };
      const subscription = await findSubscription(typed, question);
      const mine = { ...audience, zone: subscription.schedule.zone };
      const digest = await composePreview(subscription, deps, { now: now(), page, style, audience });
      const back: Action = { label: t('button.back'), role: 'move', command: `/subscriptions #${subscription.id}` };
      if (digest.items.length === 0)
        return messageView(t('preview.none'), { actions: [openAction(t('button.newest'), '/articles'), back] });
      const view = digestView(digest, mine);
      return { ...view, actions: [...view.actions, back] };
    },
  });
