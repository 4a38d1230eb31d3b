import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { createConsole } from '../adapters/console/adapter.ts';
import { createTick } from '../adapters/cron/tick.ts';
import { type Config, limits, platforms, probes, services, settings } from '../adapters/index.ts';
import { openLibrarySync } from '../adapters/library-sync.ts';
import { openSummaries } from '../adapters/models/open-summaries.ts';
import { type CommandLine, readCommandLine, WrongUsage } from '../adapters/process/command-line.ts';
import { describeError } from '../adapters/process/describe-error.ts';
import { examine, toLine } from '../adapters/process/doctor.ts';
import { createLog, hidesInfo, type Log } from '../adapters/process/log.ts';
import { isDebug } from '../adapters/process/log-settings.ts';
import { printDigest, readSince } from '../adapters/process/print-digest.ts';
import { readLibrary } from '../adapters/process/read-library.ts';
import { runWithoutSettings } from '../adapters/process/run-without-settings.ts';
import { listenForStop } from '../adapters/process/stop-signals.ts';
import { createTerminal } from '../adapters/process/terminal.ts';
import { createWriter } from '../adapters/process/writer.ts';
import { runCapture } from '../adapters/run-capture.ts';
import { openState } from '../adapters/stores.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { prepareCommands } from '../commands/dispatch/prepare-commands.ts';
import { toSpecs } from '../commands/dispatch/specs.ts';
import { createChatEvents } from './chat/chat-events.ts';
import { createLastShown } from './chat/last-shown.ts';
import { readConfig } from './config.ts';
import { type OpenLibrary, openLibrary } from './library/open-library.ts';
import type { LibrarySync } from './library/sync.ts';
import { type Audience, createAudience } from './locales/audience.ts';
import { findBrokenMessages } from './locales/find-broken-messages.ts';
import { languages, localeOf } from './locales/languages.ts';
import { createMinuteWork } from './minute-work.ts';
import { openDigests } from './open-digests.ts';
import { serve } from './serve.ts';
import type { State } from './state.ts';
import { createSubscriptionId } from './subscription/subscription-id.ts';

const { argv, env, stdout, stderr } = process;
const now = () => new Date();
/** Node tries each address of a host for only 250 ms, so a slow network reaches none: nodejs/node#54359 */
const CONNECT_ATTEMPT_MS = 2000;
const LINGER_MS = 300;
const CAPTURED_DIR = 'data/captured';
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
  terminal: ReturnType<typeof createTerminal>;
  stop: AbortSignal;
}

/** Runs the command line; resolves to the exit code. */
async function run(): Promise<number> {
  const command = readCommandLine(argv.slice(2));
  const code = await runWithoutSettings(command, { output, warnings });
  if (code !== undefined) return code;
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(settings, env);
  const audience = createAudience(config.defaults.language, config.defaults.zone);
  const stop = listenForStop(process, (code) => process.exit(code));
  const log = createLog(stderr, config.log.level);
  for (const line of languages.flatMap((one) => findBrokenMessages(localeOf(one)))) log.warn(line);
  const service = { config, audience, log, terminal: createTerminal(process), stop };
  if (command.run === 'capture') {
    const { addresses, out: folder = CAPTURED_DIR } = command;
    const parts = { settings: config.fetch, clock: systemClock, signal: stop, log, output, describe };
    return await runCapture({ ...parts, addresses, folder });
  }
  return command.run === 'doctor' ? await runDoctor(service) : await runLibrary(command, service);
}

async function runDoctor(service: Service): Promise<number> {
  const { config, audience, log } = service;
  const opened: State[] = [];
  const open = async () => {
    const state = await openState(config.store, (error) => log.error(describe(error)));
    opened.push(state);
    const complaints: string[] = [];
    const { files = 0 } = (await openSync(state, service, (line) => complaints.push(line)).run()) ?? {};
    return { ...openLibrary(state.articles), files, complaints, unreadable: await state.unreadable() };
  };
  const checks = probes.flatMap((check) => check(config) ?? []);
  const findings = await examine({
    folder: config.snapshots.folder,
    store: config.store.label,
    t: audience.t,
    open,
    platforms: checks,
    describe,
  });
  for (const finding of findings) await output.write(toLine(finding));
  await Promise.all(opened.map((state) => state.close()));
  return findings.some(({ mark }) => mark === 'wrong') ? 1 : 0;
}

/** Prints a digest of the library, or serves it. */
async function runLibrary(command: CommandLine, service: Service): Promise<number> {
  const { config, audience, log, stop } = service;
  const at = { now: now(), zone: audience.zone };
  const since = command.run === 'digest' ? readSince(command.since, at) : undefined;
  const state = await openState(config.store, (error) => log.error(describe(error)));
  try {
    if (command.run !== 'digest') await state.lockForDelivery(now());
    const reading = { ...service, folder: config.snapshots.folder, t: audience.t, describe };
    const { sync, complete } = await readLibrary((warn) => openSync(state, service, warn), reading);
    const opened = { ...state, ...openLibrary(state.articles), sync };
    if (command.run === 'digest' && !stop.aborted) {
      const { colour } = service.terminal;
      const report = (error: unknown) => log.error(describe(error));
      const width = stdout.isTTY ? { width: stdout.columns } : {};
      const text = await printDigest({ ...command, ...opened, since, now: now(), audience, colour, report, ...width });
      await output.write(text);
    } else if (!stop.aborted) {
      await serveLibrary(opened, { ...service, terminalOnly: command.run === 'chat' });
    }
    if (command.run === 'start') return 0;
    return stop.aborted ? Number(stop.reason) : Number(!complete);
  } finally {
    await state.close();
  }
}

/** Creates the sync of the library with its folder. `warn` gets a line for each skipped part. */
function openSync({ articles: store }: State, service: Service, warn: (line: string) => void): LibrarySync {
  const { config, audience, stop: signal } = service;
  const stream = hidesInfo(config.log.level) ? undefined : stderr;
  return openLibrarySync({ store, folder: config.snapshots.folder, stream, t: audience.t, now, signal, warn });
}

/** The stores, and the parts that use them. */
interface Opened extends State, OpenLibrary {
  sync: LibrarySync;
}

/** Serves every configured platform, or the terminal if there is none. */
async function serveLibrary(opened: Opened, service: Service & { terminalOnly: boolean }): Promise<void> {
  const { library, states } = opened;
  const { config, audience, log, stop: signal } = service;
  const report = (error: unknown) => log.error(describe(error));
  const base = { clock: systemClock, report };
  const memory = createLastShown(states('chat'));
  const summaries = openSummaries(config.model, { state: states('summaries'), ...base });
  const digests = openDigests(opened, { ...base, summaries, memory, tzdataVersion });
  const failed = Promise.withResolvers<never>();
  const basics = { language: config.defaults.language, states, say: log.info, fail: failed.reject, ...base };
  const context = { ...basics, ...createChatEvents({ memory, digests, report }) };
  const configured = service.terminalOnly ? [] : platforms.flatMap((create) => create(config, context) ?? []);
  const running =
    configured.length > 0 ? configured : [createConsole({ ...service.terminal, writer: output }, context)];
  const syncLibrary = () => void opened.sync.run().catch(report);
  const background = services.flatMap((create) => create(config, { ...basics, warn: log.warn, syncLibrary }) ?? []);
  const { commands, dispatch } = prepareCommands(states('chat'), {
    ...opened,
    summaries,
    memory,
    now,
    zone: audience.zone,
    report,
    defaultTime: config.defaults.time,
    maxButtonBytes: Math.min(...limits.map((one) => one.maxButtonBytes)),
    newId: () => createSubscriptionId(randomInt),
    delivers: (platform) => running.some((one) => one.platform === platform && one.deliver !== undefined),
    forgetAtPlatform: async (chat) => await running.find((one) => one.platform === chat.platform)?.forget?.(chat),
  });
  const delivers = running.some(({ deliver }) => deliver !== undefined);
  const minute = { ...opened, services: background, digests: delivers ? digests : undefined, fail: failed.reject };
  const tick = createTick({ report, warn: log.warn, everyMinute: createMinuteWork({ ...minute, report }) });
  const served = { platforms: running, services: background, commands: toSpecs(commands, library), dispatch };
  await serve({ ...served, digests, tick, signal, failed: failed.promise, ...base });
}
