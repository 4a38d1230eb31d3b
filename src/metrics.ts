/** A metric's name for Prometheus, what it says, and its labels. A label has few values: never an id, a title or an address. */
interface Definition {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
}

interface HistogramDefinition extends Definition {
  /** Upper bounds, in seconds. */
  readonly buckets: readonly number[];
}

/** What is counted as it happens. */
export const COUNTERS = {
  editions: {
    name: 'gazette_editions_total',
    help: 'Editions that ended, by outcome: sent, empty, merged, failed or dropped.',
    labels: ['platform', 'outcome'],
  },
  parts: {
    name: 'gazette_parts_sent_total',
    help: 'Parts of editions that the platform confirmed.',
    labels: ['platform'],
  },
  retries: {
    name: 'gazette_delivery_retries_total',
    help: 'Failed attempts that are tried again, by the reason of the failure.',
    labels: ['platform', 'reason'],
  },
  refusals: {
    name: 'gazette_platform_refusals_total',
    help: 'Requests that a platform refused, by HTTP status; "none" if no answer came.',
    labels: ['platform', 'code'],
  },
  waits: {
    name: 'gazette_platform_wait_seconds_total',
    help: 'Seconds that a platform asked to wait (HTTP 429).',
    labels: ['platform'],
  },
} as const satisfies Record<string, Definition>;

/** What is measured as it happens. */
export const HISTOGRAMS = {
  lateness: {
    name: 'gazette_delivery_lateness_seconds',
    help: 'From the slot of an edition until all of it was confirmed.',
    labels: ['platform'],
    buckets: [1, 5, 15, 30, 60, 120, 300, 900, 3600, 4 * 3600, 24 * 3600],
  },
  parsing: {
    name: 'gazette_snapshot_parse_seconds',
    help: 'How long it took to parse a snapshot, in its thread.',
    labels: [],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30],
  },
  fetching: {
    name: 'gazette_fetch_seconds',
    help: 'How long a request for a feed or a page took, without waiting for its turn; by outcome.',
    labels: ['outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
  },
} as const satisfies Record<string, HistogramDefinition>;

/** What is read when somebody looks. */
export const GAUGES = {
  build: { name: 'gazette_build_info', help: 'Always 1; the versions are labels.', labels: ['version', 'node'] },
  storeUp: { name: 'gazette_store_up', help: '1 if the store answers, else 0.', labels: [] },
  connected: {
    name: 'gazette_platform_connected',
    help: '1 if the platform is connected, else 0.',
    labels: ['platform'],
  },
  deliveries: {
    name: 'gazette_deliveries',
    help: 'Deliveries in the queue: waiting (also those being sent) or failed.',
    labels: ['platform', 'state'],
  },
  oldestWaiting: {
    name: 'gazette_delivery_oldest_waiting_seconds',
    help: 'How long the delivery that is ready for longest has waited for a worker.',
    labels: ['platform'],
  },
  subscriptions: {
    name: 'gazette_subscriptions',
    help: 'Subscriptions, by state: active, paused or suspended.',
    labels: ['platform', 'state'],
  },
  suspendedChats: {
    name: 'gazette_suspended_chats',
    help: 'Chats with a subscription that is suspended because nothing can be delivered there.',
    labels: ['platform'],
  },
  feeds: { name: 'gazette_feeds', help: 'Followed feeds, by state: new, ok, failing or silent.', labels: ['state'] },
  articles: { name: 'gazette_articles', help: 'Articles in the library.', labels: [] },
} as const satisfies Record<string, Definition>;

type LabelsOf<One extends Definition> = Readonly<Record<One['labels'][number], string>>;

/** The port for counting what happens. Nothing that it is given makes it throw. */
export interface Metrics {
  count<Name extends keyof typeof COUNTERS>(name: Name, labels: LabelsOf<(typeof COUNTERS)[Name]>, by?: number): void;
  observe<Name extends keyof typeof HISTOGRAMS>(
    name: Name,
    labels: LabelsOf<(typeof HISTOGRAMS)[Name]>,
    seconds: number,
  ): void;
}

/** Counts nothing. */
export const NO_METRICS: Metrics = { count: () => undefined, observe: () => undefined };

/** A gauge's value at present. */
export type Reading = {
  [Name in keyof typeof GAUGES]: { gauge: Name; labels: LabelsOf<(typeof GAUGES)[Name]>; value: number };
}[keyof typeof GAUGES];
