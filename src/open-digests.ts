import type { LastShownMemory } from './chat/last-shown.ts';
import type { Clock } from './clock.ts';
import { createDeliveryService, type DeliveryService } from './delivery/delivery-service.ts';
import type { OpenLibrary } from './library/open-library.ts';
import { selectsEverything } from './library/selection.ts';
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
  report(error: unknown): void;
  metrics: Metrics;
}

/** Creates the delivery service on the open stores, not started yet. */
export function openDigests(opened: State & OpenLibrary, deps: DigestsDeps): DeliveryService {
  return createDeliveryService({
    ...opened,
    ...deps,
    present: editionView,
    async remember(to, view, { selection, upTo }) {
      await deps.memory.remember({ in: to }, view);
      // A digest of some topics does not show how far the chat has seen the library.
      if (selectsEverything(selection)) await deps.memory.rememberPosition({ in: to }, upTo);
    },
    yieldToEventLoop: () => new Promise<void>((resolve) => setImmediate(resolve)),
    scheduleState: opened.states('digests'),
    random: Math.random,
  });
}
