import { defineCommand } from '../../src/chat/command.ts';
import { UsageError } from '../../src/chat/usage-error.ts';
import type { Delivered, Delivery } from '../../src/delivery/delivery.ts';
import { earlierSiblings } from '../../src/delivery/earlier-siblings.ts';
import type { DeliveryQueue } from '../../src/delivery/queue.ts';
import { composeEdition } from '../../src/digest/compose-edition.ts';
import type { Arrivals } from '../../src/library/arrivals.ts';
import type { Library } from '../../src/library/library.ts';
import { type Audience, createAudience } from '../../src/locales/audience.ts';
import { digestView } from '../../src/presenters/digest-view.ts';
import type { Address } from '../../src/subscription/address.ts';
import type { LlmSummaries } from '../../src/summary/llm-summaries.ts';
import { openAction } from '../../src/view/spans.ts';
import { styleArg } from '../args/style-arg.ts';

interface EditionDeps {
  deliveries: Pick<DeliveryQueue, 'get' | 'forChat'>;
  arrivals: Pick<Arrivals, 'between'>;
  library: Pick<Library, 'article'>;
  summaries?: LlmSummaries | undefined;
  report(error: unknown): void;
}

const ID = /^[a-z0-9]{6}@[0-9a-z:-]{1,20}$/iu;

/** Whether a word has the form of an edition's id. */
export function isEditionId(word: string): boolean {
  return ID.test(word);
}

/** `/edition edition style? page?`, only for buttons: shows an edition again in its chat. */
export const editionCommand = ({ deliveries, ...deps }: EditionDeps) =>
  defineCommand({
    name: 'edition',
    hidden: true,
    forAsker: true,
    summary: 'command.edition',
    examples: 'examples.edition',
    args: {
      edition: { kind: 'text', summary: 'arg.edition', accepts: isEditionId },
      style: styleArg,
      page: { kind: 'integer', summary: 'arg.page', optional: true },
    },
    async run({ edition: id, style, page = 1 }, audience, { in: where }) {
      const { edition } = await deliveryOf(id, { deliveries, where, audience });
      const apartFrom = await earlierSiblings(edition, deliveries);
      const shown = { ...edition, language: audience.language };
      const digest = await composeEdition(shown, deps, { page, apartFrom, ...(style !== undefined && { style }) });
      if (digest.items.length === 0) throw new UsageError(audience.t('edition.end'), { actions: [newest(audience)] });
      return digestView(digest, createAudience(audience.language, edition.zone));
    },
  });

/** Finds the delivery of an edition for this chat. Throws a `UsageError` if there is none. */
export async function deliveryOf(
  id: string,
  { deliveries, where, audience }: { deliveries: Pick<DeliveryQueue, 'get'>; where: Address; audience: Audience },
): Promise<Delivery | Delivered> {
  const found = await deliveries.get(id.trim());
  const to = found?.edition.to;
  if (found !== undefined && to?.platform === where.platform && to.chat === where.chat) return found;
  throw new UsageError(audience.t('edition.gone'), { actions: [newest(audience)] });
}

function newest({ t }: Audience) {
  return openAction(t('button.newest'), '/articles');
}
