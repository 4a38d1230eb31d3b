import { findSubscription, subscriptionOf, subscriptionsHere } from '../src/arguments/find/find-subscriptions.ts';
import { fitButtonCommand } from '../src/chat/button-command.ts';
import { type CommandContext, defineCommand } from '../src/chat/command.ts';
import type { PlatformLimits } from '../src/chat/platform.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import type { Arrivals } from '../src/library/arrivals.ts';
import type { Keywords } from '../src/library/keywords.ts';
import type { Library } from '../src/library/library.ts';
import type { Audience } from '../src/locales/audience.ts';
import { formatRequest, type RequestParts } from '../src/phrase/format-request.ts';
import { choicesOf, subscriptionView } from '../src/presenters/subscription/subscription-view.ts';
import { nextCheck } from '../src/schedule/next-check.ts';
import type { Address } from '../src/subscription/address.ts';
import type { Subscription } from '../src/subscription/subscription.ts';
import { openAction } from '../src/view/spans.ts';
import { toAddition, toRemoval } from './subscribe/addition.ts';
import { type ApplyDeps, applyRequest, defaultZoneOf, type SubscribeRequest } from './subscribe/apply-request.ts';
import { subscribeArgs } from './subscribe/args.ts';
import { askAbout } from './subscribe/ask.ts';
import { otherReadings } from './subscribe/other-reading.ts';
import { ANOTHER, type ReadInput, readInput } from './subscribe/read-input.ts';
import { readSchedule, readSelection } from './subscribe/read-request.ts';
import { askAboutTopics, unknownTopics } from './subscribe/unknown-topics.ts';

/** The dependencies of `/subscribe`. */
export interface SubscribeDeps extends PlatformLimits, ApplyDeps {
  arrivals: Pick<Arrivals, 'position'>;
  library: Pick<Library, 'sources' | 'find'>;
  keywords: Pick<Keywords, 'current'>;
}

/** `/subscribe request`: adds a subscription, or changes the one with the same selection. Asks about words it does not know. */
export const subscribeCommand = (deps: SubscribeDeps) =>
  defineCommand({
    name: 'subscribe',
    adminsOnly: true,
    needsDigests: true,
    plansPosts: true,
    takesBareWords: true,
    summary: 'command.subscribe',
    examples: 'examples.subscribe',
    args: subscribeArgs(deps),
    async run(typed, audience, caller) {
      const input = await withIdOf(await readInput(typed, deps), { deps, audience, caller });
      const { reading, place, isAnother } = input;
      const { library, maxButtonBytes, now } = deps;
      const again = (instead: Partial<RequestParts>) => toCommand(input, instead);
      const another = (instead: Partial<RequestParts>) => toCommand({ ...input, isAnother: true }, instead);
      const [problem] = reading.problems;
      const asking = { library, again, another, audience, maxButtonBytes };
      if (problem !== undefined) askAbout(problem, reading, asking);
      const schedule = { ...readSchedule(reading, input.zoneTyped, asking), isAddition: input.edit === 'add' };
      const selection = await readSelection(reading, asking);
      const unknown = await unknownTopics(selection.topics ?? [], library);
      if (typed.request !== undefined) askAboutTopics(unknown, { ...asking, reading, typed: typed.request });
      const changed = await subscriptionNamed(input, deps, { audience, caller });
      const [settings, position] = [await deps.subscriptions.settings(caller.in), await deps.arrivals.position()];
      const asked = { schedule, selection, style: reading.style, named: changed, place, isAnother };
      const request = EDITS[input.edit ?? 'change'](asked, audience);
      const { subscription, notice } = await applyRequest(request, { deps, caller, audience, settings, position });
      const nextAt = subscription.state === 'active' ? nextCheck(subscription.schedule, now()) : undefined;
      const shown = { notice: audience.t(notice), where: caller.in, now: now(), unknown };
      const zone = defaultZoneOf(settings, caller, deps);
      const other = otherReadings(reading, subscription, { zone, maxButtonBytes, audience });
      const view = subscriptionView({ subscription, nextAt }, shown, audience);
      return { ...view, actions: [...other, ...(view.actions ?? [])] };
    },
  });

/** How a request edits the subscription that it names. */
const EDITS = { add: toAddition, remove: toRemoval, change: (request: SubscribeRequest) => request };
/** The words that ask for it. */
const WORDS = { add: 'also', remove: 'remove', change: 'change it to' };

/** A request with the id of the subscription that it names, also if it is named by its number or by words. */
async function withIdOf(
  input: ReadInput,
  { deps, audience, caller }: { deps: SubscribeDeps; audience: Audience; caller: CommandContext },
): Promise<ReadInput> {
  if (input.id === undefined) return input;
  const question = { store: deps.subscriptions, where: caller.in, command: 'subscribe', audience };
  const { id } = await findSubscription(input.id, question);
  return { ...input, id: `#${id}` };
}

/** Types a request again, with parts replaced. */
function toCommand(input: ReadInput, instead: Partial<RequestParts>): string {
  const { reading, id, place, isAnother, isChange, zoneTyped } = input;
  const { times, isInstant, ...others } = reading;
  const parts = { ...others, times: isInstant ? ('instant' as const) : times, zone: reading.zone ?? zoneTyped };
  const marks = [id, place, isAnother ? ANOTHER : undefined].filter((mark) => mark !== undefined);
  const daysOff = instead.days === undefined ? parts.daysOff : [];
  const request = formatRequest({ ...parts, ...instead, daysOff });
  const line = reading.line === undefined || id ? [] : [`#${reading.line}`];
  const edit = input.edit ?? (isChange && id === undefined && line.length === 0 ? 'change' : undefined);
  return ['/subscribe', ...marks, ...line, ...(edit ? [WORDS[edit]] : []), request].join(' ').trim();
}

interface ChangeQuestion extends PlatformLimits {
  store: SubscribeDeps['subscriptions'];
  where: Address;
  audience: Audience;
}

/** The only subscription here; undefined if there is none. Asks which one if there are several. */
async function findChanged(
  input: ReadInput,
  { store, where, audience, maxButtonBytes }: ChangeQuestion,
): Promise<Subscription | undefined> {
  const [only, ...others] = await subscriptionsHere(store, where);
  const { times, days, isInstant, topics } = input.reading;
  const isNew = isInstant || times.length + days.length + topics.length > 0;
  if (only === undefined && !isNew)
    throw new UsageError(audience.t('subscriptions.none'), {
      actions: [openAction(audience.t('button.subscribe'), '/subscribe')],
    });
  if (others.length === 0) return only;
  const choices = [only, ...others].flatMap((subscription) => (subscription === undefined ? [] : [{ subscription }]));
  const actions = choicesOf(choices, { command: 'subscribe', where, audience }).flatMap((action, at) => {
    const command = toCommand({ ...input, id: `#${choices[at]?.subscription.id}` }, {});
    return fitButtonCommand(command, maxButtonBytes) === undefined ? [] : [{ ...action, command }];
  });
  throw new UsageError(audience.t('ask.subscription'), { actions });
}

/** The subscription to change, by its id or its number in the list. */
async function subscriptionNamed(
  input: ReadInput,
  { subscriptions: store, maxButtonBytes }: SubscribeDeps,
  { audience, caller }: { audience: Audience; caller: CommandContext },
): Promise<Subscription | undefined> {
  const { id, isChange, reading } = input;
  const { line } = reading;
  if (id !== undefined) return await subscriptionOf(id, { store, where: caller.in, audience });
  if (line === undefined)
    return isChange ? await findChanged(input, { store, where: caller.in, audience, maxButtonBytes }) : undefined;
  return await findSubscription(String(line), { store, where: caller.in, command: 'subscribe', audience });
}
