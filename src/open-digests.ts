import type { LastShownMemory } from './chat/last-shown.ts';
import type { Clock } from './clock.ts';
import { createDeliveryService, type DeliveryService } from './delivery/delivery-service.ts';
import type { Reviser } from './delivery/revisions/reviser.ts';
import { createRevisions, type Revisions } from './delivery/revisions/revisions.ts';
import { createSentDigests, type SentDigests } from './delivery/revisions/sent-digests.ts';
import type { Digest } from './digest/digest.ts';
import type { Edition } from './digest/edition.ts';
import type { OpenLibrary } from './library/open-library.ts';
import { selectsEverything } from './library/selection.ts';
import type { Audience } from './locales/audience.ts';
import type { Translate } from './locales/messages.ts';
import type { Metrics } from './metrics.ts';
import { editionView } from './presenters/edition-view.ts';
import type { State } from './state.ts';
import type { LlmSummaries } from './summary/llm-summaries.ts';

interface DigestsDeps {
  clock: Clock;
  memory: LastShownMemory;
  summaries: LlmSummaries | undefined;
  /** The version of the time zone database of this program. */
  tzdataVersion: string;
  /** The address of an edition on the public page, if there is one. */
  pageOf: ((edition: Edition) => string) | undefined;
  /** Logs a line for the operator. */
  say(line: string): void;
  t: Translate;
  report(error: unknown): void;
  metrics: Metrics;
}

/** What sends digests and edits those that were sent, not started yet. */
interface OpenDigests {
  digests: DeliveryService;
  sentDigests: SentDigests;
  /** Creates what edits the digests of the platforms that can do so. */
  openRevisions(platforms: readonly (Partial<Reviser> & { platform: string })[]): Revisions;
}

/** Creates the services of digests on the open stores. */
export function openDigests(opened: State & OpenLibrary, { say, t, pageOf, ...deps }: DigestsDeps): OpenDigests {
  const sentDigests = createSentDigests(opened.states('revisions'), opened.arrivals);
  const shared = {
    ...opened,
    ...deps,
    present: (digest: Digest, edition: Edition, audience: Audience) =>
      editionView(digest, { ...edition, page: pageOf?.(edition) }, audience),
    yieldToEventLoop: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  const digests = createDeliveryService({
    ...shared,
    async remember(to, view, { selection, upTo }) {
      await deps.memory.remember({ in: to }, view);
      // A digest of some topics does not show how far the chat has seen the library.
      if (selectsEverything(selection)) await deps.memory.rememberPosition({ in: to }, upTo);
    },
    recordSent: (edition, digest) => sentDigests.record(edition, { to: edition.to, digest, failures: 0 }),
    scheduleState: opened.states('digests'),
    random: Math.random,
  });
  const noteGivenUp = (id: string, why: string) => say(t('operator.notRevised', { id, why }));
  return {
    digests,
    sentDigests,
    openRevisions: (platforms) =>
      createRevisions({ ...shared, sentDigests, noteGivenUp, revisers: revisersOf(platforms) }),
  };
}

function revisersOf(platforms: readonly (Partial<Reviser> & { platform: string })[]): Map<string, Reviser> {
  return new Map(platforms.flatMap(({ platform, revise }) => (revise === undefined ? [] : [[platform, { revise }]])));
}
