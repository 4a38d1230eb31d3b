import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { createConsole } from '../adapters/console/adapter.ts';
import { createTick } from '../adapters/cron/tick.ts';
import { platforms, probes } from '../adapters/index.ts';
import { openSummaries } from '../adapters/models/open-summaries.ts';
import { wantsColour } from '../adapters/process/colour.ts';
import { type CommandLine, HELP, readCommandLine, WrongUsage } from '../adapters/process/command-line.ts';
import { describeError } from '../adapters/process/describe-error.ts';
import { examine, toLine } from '../adapters/process/doctor.ts';
import { createLog, type Log } from '../adapters/process/log.ts';
import { parseFiles } from '../adapters/process/parse-files.ts';
import { printDigest, readSince } from '../adapters/process/print-digest.ts';
import { bringUpToDate, type LibraryReading, readLibrary } from '../adapters/process/read-library.ts';
import { readVersion } from '../adapters/process/read-version.ts';
import { listenForStop } from '../adapters/process/stop-signals.ts';
import { createWriter } from '../adapters/process/writer.ts';
import { createFolderUpkeep } from '../adapters/snapshots/upkeep.ts';
import { openState } from '../adapters/stores.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { prepareAnswers } from '../commands/prepare-answers.ts';
import { toSpecs } from '../commands/specs.ts';
import { createLastShown } from './chat/last-shown.ts';
import type { Dispatch } from './chat/request.ts';
import { waitAtMost } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import { createDeliveryService } from './delivery/delivery-service.ts';
import { type OpenLibrary, openLibrary } from './library/open-library.ts';
import { type Audience, createAudience } from './locales/audience.ts';
import { editionView } from './presenters/edition-view.ts';
import { MAX_SNAPSHOT_BYTES } from './snapshot/decode.ts';
import { parseSnapshot } from './snapshot/parse.ts';
import type { State } from './state.ts';
import type { Address } from './subscription/address.ts';
import type { Place } from './subscription/store.ts';
import { createSubscriptionId } from './subscription/subscription-id.ts';

const { argv, env, stdin, stdout, stderr } = process;
const now = () => new Date();
const yieldToEventLoop = () => new Promise<void>((resolve) => setImmediate(resolve));
const DAY_MS = 24 * 60 * 60 * 1000;
/** Of a host with several addresses Node gives up each after 250 ms, so that a slow network reaches none: nodejs/node#54359 */
const CONNECT_ATTEMPT_MS = 2000;
/** Within the ten seconds that a stop may take. */
const PART_PATIENCE_MS = 3000;
const LINGER_MS = 300;
const describe = (error: unknown) =>
  describeError(error, { debug: env['LOG_LEVEL']?.trim().toLowerCase() === 'debug' });
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
// All is done and said: what a library still waits for, as for an answer to a request, holds up nobody.
setTimeout(() => process.exit(), LINGER_MS).unref();

/** All that a run stands on. */
interface Service {
  config: Config;
  audience: Audience;
  log: Log;
  stop: AbortSignal;
}

/** Does what the process was started for; resolves to its exit code. */
async function run(): Promise<number> {
  const command = readCommandLine(argv.slice(2));
  if (command.run === 'help') {
    await output.write(HELP);
    return 0;
  }
  if (command.run === 'version') {
    await output.write(`${readVersion()}\n`);
    return 0;
  }
  if (command.run === 'parse') {
    const limits = { parse: parseSnapshot, maxBytes: MAX_SNAPSHOT_BYTES };
    return (await parseFiles({ files: command.files, ...limits, output, warnings })) ? 0 : 1;
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(env);
  const audience = createAudience(config.language, config.zone);
  const stop = listenForStop(process, (code) => process.exit(code));
  const service = { config, audience, log: createLog(stderr, config.logLevel), stop };
  return command.run === 'doctor' ? await runDoctor(service) : await runLibrary(command, service);
}

async function runDoctor(service: Service): Promise<number> {
  const { config, audience } = service;
  const complaints: string[] = [];
  const asked = probes.flatMap((check) => check(env) ?? []);
  const opened: State[] = [];
  const open = async () => {
    const state = await openState({ scheme: 'sqlite', location: config.stateFile });
    opened.push(state);
    const { files } = await bringUpToDate(toReading(state, service), (line) => complaints.push(line));
    return { library: openLibrary(state.articles).library, files };
  };
  const findings = await examine({ config, t: audience.t, open, platforms: asked, complaints, describe });
  for (const finding of findings) await output.write(toLine(finding));
  await Promise.all(opened.map((state) => state.close()));
  return findings.some(({ mark }) => mark === 'wrong') ? 1 : 0;
}

async function runLibrary(command: CommandLine, service: Service): Promise<number> {
  const { config, audience, stop } = service;
  const { zone } = audience;
  const since = command.run === 'digest' ? readSince(command.since, { now: now(), zone }) : undefined;
  const state = await openState({ scheme: 'sqlite', location: config.stateFile });
  try {
    const complete = await readLibrary(toReading(state, service));
    if (command.run === 'digest' && !stop.aborted) {
      const terminal = { colour: wantsColour(env, stdout.isTTY), ...(stdout.isTTY && { width: stdout.columns }) };
      await output.write(
        await printDigest({ ...command, ...openLibrary(state.articles), since, now: now(), audience, ...terminal }),
      );
    } else if (!stop.aborted)
      await serve({ ...state, ...openLibrary(state.articles) }, { ...service, terminalOnly: command.run === 'chat' });
    if (command.run === 'start') return 0;
    return stop.aborted ? Number(stop.reason) : Number(!complete);
  } finally {
    await state.close();
  }
}

/** What the library is read with. */
function toReading({ articles: store }: State, { stop: signal, ...service }: Service): LibraryReading {
  return { ...service, store, signal, stream: stderr, now, describe };
}

/** Scheduled digests, not begun yet, and what hears where chats went. */
function prepareDigests(
  state: State & OpenLibrary,
  written: ReturnType<typeof openSummaries>,
  report: (error: unknown) => void,
) {
  const { states } = state;
  const memory = createLastShown(states('chat'));
  const digests = createDeliveryService({
    present: editionView,
    ...state,
    ...written,
    remember: (to, view) => memory.remember({ in: to }, view),
    clock: systemClock,
    yieldToEventLoop: yieldToEventLoop,
    planning: states('digests'),
    // Rules of zones come with Node.
    rules: `${process.versions['tz']} of ${process.version}`,
    catchUpMs: DAY_MS,
    random: Math.random,
    report,
  });
  const hear = {
    moved: (from: Address, to: Address) =>
      void Promise.all([memory.move(from, to), digests.moved(from, to)]).catch(report),
    left: (place: Place) => void digests.left(place).catch(report),
    back: (place: Place) => void digests.back(place).catch(report),
  };
  return { digests, hear };
}

/** Serves every platform that the settings ask for, or else the terminal, until all have ended or the process is asked to stop. */
async function serve(state: State & OpenLibrary, service: Service & { terminalOnly: boolean }): Promise<void> {
  const { library, states } = state;
  const { config, audience, log, stop } = service;
  const report = (error: unknown) => log.error(describe(error));
  const written = openSummaries(config.summaryModel, { state: states('summaries'), clock: systemClock, report });
  const { commands, dispatch: answer } = prepareAnswers(states('chat'), {
    ...written,
    ...state,
    now,
    zone: audience.zone,
    report,
    defaultTime: config.defaultTime,
    catchUpMs: DAY_MS,
    newId: () => createSubscriptionId(randomInt),
    delivers: (platform) => platform !== 'console',
    forgetAtPlatform: async (chat) => await running.find((one) => one.platform === chat.platform)?.forget?.(chat),
  });
  const { digests, hear } = prepareDigests(state, written, report);
  const own = { env, language: config.language, states, clock: systemClock, report, say: log.info };
  const context = { ...own, terminal: { input: stdin, output: stdout }, ...hear };
  const asked = service.terminalOnly ? [] : platforms.flatMap((create) => create(context) ?? []);
  const running = asked.length > 0 ? asked : [createConsole(context)];
  const dispatch: Dispatch = (request) => {
    void digests.heard(request.in).catch(report);
    return answer(request);
  };
  const stopped = new Promise((done) => stop.addEventListener('abort', done, { once: true }));
  const upkeep = createFolderUpkeep(config.snapshotsDir, { store: state.articles, now, signal: stop, warn: log.warn });
  const tick = createTick({
    report,
    warn: log.warn,
    async everyMinute(at) {
      await upkeep.run();
      await digests.tick(at);
    },
  });
  try {
    await Promise.all(running.map((platform) => platform.start(toSpecs(commands, library), dispatch)));
    if (asked.length > 0) {
      await digests.start(running);
      tick.start();
    }
    await Promise.race([Promise.all(running.map(({ ended }) => ended)), stopped]);
  } finally {
    // What is on its way is waited for: where it is given up, it may be said twice. Then it is given up all the same.
    const delivered = Promise.all([tick.stop(), digests.stop()]);
    await waitAtMost(delivered, PART_PATIENCE_MS, systemClock.after);
    await Promise.all([delivered, ...running.map((platform) => platform.stop())]);
  }
}
