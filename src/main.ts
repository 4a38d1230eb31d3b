import { randomInt, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { createConsole } from '../adapters/console/adapter.ts';
import { createTick } from '../adapters/cron/tick.ts';
import { type Config, createPlatforms, limits, secrets, settings } from '../adapters/index.ts';
import { NO_SYNC, openLibrarySync, type WatchedSync } from '../adapters/library-sync.ts';
import { openSummaries } from '../adapters/models/open-summaries.ts';
import { openBackground } from '../adapters/open-background.ts';
import { type CommandLine, readCommandLine, WrongUsage } from '../adapters/process/command-line.ts';
import { describeError } from '../adapters/process/describe-error.ts';
import { type Log, openLog } from '../adapters/process/log.ts';
import { isDebug } from '../adapters/process/log-settings.ts';
import { printDigest, readSince } from '../adapters/process/print-digest.ts';
import { readLibrary } from '../adapters/process/read-library.ts';
import { isSimple, runWithoutSettings } from '../adapters/process/run-without-settings.ts';
import { readSecretFiles } from '../adapters/process/secret-files.ts';
import { listenForStop } from '../adapters/process/stop-signals.ts';
import { createTerminal } from '../adapters/process/terminal.ts';
import { createWriter } from '../adapters/process/writer.ts';
import { runTool } from '../adapters/run-tool.ts';
import { systemClock } from '../adapters/shared/system-clock.ts';
import { createSnapshotReader } from '../adapters/snapshots/read-snapshot.ts';
import { sourcesOf } from '../adapters/sources.ts';
import { openState } from '../adapters/stores.ts';
import { type Operations, withOperations } from '../adapters/with-operations.ts';
import { NO_PAGE, type Pages, withPage } from '../adapters/with-page.ts';
import { prepareCommands } from '../commands/dispatch/prepare-commands.ts';
import { toSpecs } from '../commands/dispatch/specs.ts';
import { createChatEvents } from './chat/chat-events.ts';
import { createLastShown } from './chat/last-shown.ts';
import { readConfig } from './config.ts';
import type { OpenLibrary } from './library/open-library.ts';
import { type Audience, createAudience } from './locales/audience.ts';
import { findBrokenMessages } from './locales/find-broken-messages.ts';
import { languages, localeOf } from './locales/languages.ts';
import { createMinuteWork } from './minute-work.ts';
import { openDigests } from './open-digests.ts';
import { openStores } from './open-stores.ts';
import { openNotices } from './operators/open-notices.ts';
import { abilitiesOf } from './platform-abilities.ts';
import { ALL_ROLES, type Roles } from './roles.ts';
import { serve } from './serve.ts';
import type { State } from './state.ts';
import { createSubscriptionId } from './subscription/subscription-id.ts';

const { argv, env, stdout, stderr } = process;
const now = () => new Date();
/** Node tries each address of a host for only 250 ms, so a slow network reaches none: nodejs/node#54359 */
const CONNECT_ATTEMPT_MS = 2000;
const LINGER_MS = 300;
// The time zone database comes with Node.
const tzdataVersion = `${process.versions['tz']} of ${process.version}`;
const describe = (error: unknown) => describeError(error, { debug: isDebug(env) });
const output = createWriter(stdout);
const warnings = createWriter(stderr);

setDefaultAutoSelectFamilyAttemptTimeout(CONNECT_ATTEMPT_MS);
process.on('uncaughtException', (error) => {
  stderr.write(`${describe(error)}\n`, () => process.exit(1));
});
process.exitCode = await run().catch(async (error: unknown) => {
  await warnings.write(`${describe(error)}\n`);
  return error instanceof WrongUsage ? 2 : 1;
});
// The work is done. A package with a pending request must not keep the process alive.
setTimeout(() => process.exit(), LINGER_MS).unref();

/** The context of a run that needs the settings. */
interface Service {
  config: Config;
  audience: Audience;
  log: Log;
  report(error: unknown): void;
  terminal: ReturnType<typeof createTerminal>;
  stop: AbortSignal;
  operations: Operations;
  roles: Roles;
}

/** A command that uses the articles. */
type LibraryCommand = Extract<CommandLine, { run: 'start' | 'chat' | 'digest' }>;

/** Runs the command line; resolves to the exit code. */
async function run(): Promise<number> {
  const command = readCommandLine(argv.slice(2));
  if (isSimple(command)) return await runWithoutSettings(command, { output, warnings });
  if (existsSync('.env')) process.loadEnvFile('.env');
  const withSecrets = readSecretFiles(env, secrets);
  const config = readConfig(settings, withSecrets.env, withSecrets.problems);
  const audience = createAudience(config.defaults.language, config.defaults.zone);
  const stop = listenForStop(process, (code) => process.exit(code));
  const log = await openLog(stderr, { ...config.log, now });
  for (const line of languages.flatMap((one) => findBrokenMessages(localeOf(one)))) log.warn(line);
  const report = (error: unknown) => log.error(describe(error));
  const service = { config, audience, log, report, terminal: createTerminal(process), stop };
  if (command.run === 'start' || command.run === 'chat' || command.run === 'digest') {
    const watched = { clock: systemClock, signal: stop, say: log.info, report };
    const isBot = command.run === 'start';
    const roles = isBot ? config.roles : ALL_ROLES;
    return await withOperations(isBot ? config.http : undefined, watched, (operations) =>
      runLibrary(command, { ...service, operations, roles }),
    );
  }
  return await runTool(command, { ...service, describe, output, warnings, stream: stderr, now: now() });
}

/** Prints a digest of the library, or serves it. */
async function runLibrary(command: LibraryCommand, service: Service): Promise<number> {
  const { config, audience, log, report, stop, operations, roles } = service;
  const at = { now: now(), zone: audience.zone };
  const since = command.run === 'digest' ? readSince(command.since, at) : undefined;
  const state = await openState(config.store, report);
  try {
    if (command.run !== 'digest' && roles.has('deliver')) await state.lockForDelivery(now());
    const watches = command.run !== 'digest';
    const reading = { ...service, folder: config.snapshots.folder, t: audience.t, describe };
    const syncing = { store: state.articles, config, stream: stderr, t: audience.t, signal: stop, watches };
    const { sync, complete } = roles.has('collect')
      ? await readLibrary((warn) => openLibrarySync({ ...syncing, ...operations, warn }), reading)
      : { sync: NO_SYNC, complete: true };
    const opened = { ...openStores(state), sync };
    if (command.run === 'digest' && !stop.aborted) {
      const printed = { ...command, ...opened, ...service.terminal, since, now: now(), audience, report };
      await output.write(await printDigest(printed));
    } else if (!stop.aborted) {
      const terminalOnly = command.run === 'chat';
      const stores = { ...opened, readSnapshot: createSnapshotReader(sourcesOf(config)) };
      const shown = { ...opened, stores, ...audience, now, report, say: log.info, warn: log.warn };
      const page = terminalOnly ? NO_PAGE : config.web;
      await withPage(page, { ...shown, digestTime: config.defaults.time }, (pages) =>
        serveLibrary(opened, { ...service, ...pages, terminalOnly }),
      );
    }
    if (command.run === 'start') return 0;
    return stop.aborted ? Number(stop.reason) : Number(!complete);
  } finally {
    await state.close();
  }
}

/** The stores, and the parts that use them. */
interface Opened extends State, OpenLibrary {
  sync: WatchedSync;
}

/** Opens what takes note of troubles. */
function openReports({ states }: State, { operations, ...service }: Service) {
  const { defaults, following } = service.config;
  const by = randomUUID();
  const notices = openNotices({ ...service, ...defaults, states, by, operators: following.operators });
  return { ...notices, reportTrouble: operations.readiness.watch(notices.reportTrouble) };
}

/** Serves every configured platform, or the terminal if there is none; and the page's. */
async function serveLibrary(opened: Opened, service: Service & Pages & { terminalOnly: boolean }): Promise<void> {
  const { library, states, lead, shareRate, sync } = opened;
  const { config, audience, log, stop: signal, operations, roles, pageOf, articlePageOf } = service;
  const { language } = config.defaults;
  const { notices, report, reportTrouble } = openReports(opened, service);
  const base = { clock: systemClock, report, metrics: operations.metrics, serveAt: operations.serveAt };
  const memory = createLastShown(states('chat'));
  const summaries = openSummaries(config.model, { state: states('summaries'), ...base });
  const sending = { ...base, summaries, memory, tzdataVersion, pageOf, say: log.info, t: audience.t };
  const { digests, sentDigests, openRevisions } = openDigests(opened, sending);
  const failed = Promise.withResolvers<never>();
  const basics = { language, states, lead, shareRate, say: log.info, fail: failed.reject, reportTrouble, ...base };
  const context = { ...basics, ...createChatEvents({ memory, digests, report }) };
  const configured = service.terminalOnly ? [] : await createPlatforms(config, context);
  // Loads the dictionary, if the articles need one, before anybody waits for it.
  if (configured.length > 0) void opened.keywords.current(1).catch(report);
  const isConsole = configured.length === 0 && roles.has('chat');
  const chats = isConsole ? [createConsole({ ...service.terminal, writer: output }, context)] : configured;
  const running = [...chats, ...service.pages];
  const delivers = roles.has('deliver') && running.some(({ deliver }) => deliver !== undefined);
  const delivered = delivers ? digests : undefined;
  const revisions = delivers ? openRevisions(running) : undefined;
  const work = { ...basics, ...opened, roles, platforms: running, notices, digests: delivered, revisions, now };
  const { following, updates, services } = openBackground(config, { ...work, warn: log.warn, t: audience.t });
  const { commands, dispatch } = prepareCommands(states('chat'), {
    ...opened,
    following,
    summaries,
    articlePageOf,
    memory,
    sentDigests,
    now,
    zone: audience.zone,
    report,
    defaultTime: config.defaults.time,
    troubles: () => services.flatMap((service) => service.troubles?.() ?? []),
    maxButtonBytes: Math.min(...limits.map((one) => one.maxButtonBytes)),
    newId: () => createSubscriptionId(randomInt),
    ...abilitiesOf(running),
  });
  const minute = { ...opened, updates, services, digests: delivered, fail: failed.reject };
  const tick = createTick({ report, warn: log.warn, everyMinute: createMinuteWork({ ...minute, report }) });
  const watching = { start: async () => sync.listen(updates.request), stop: updates.stop };
  const served = { platforms: running, services: [watching, ...services], commands: toSpecs(commands, library) };
  operations.begin(opened, configured, roles);
  await serve({ ...served, roles, dispatch, digests, tick, signal, failed: failed.promise, ...base });
}
