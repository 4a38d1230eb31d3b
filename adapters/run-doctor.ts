import { existsSync } from 'node:fs';
import { openLibrary } from '../src/library/open-library.ts';
import type { Audience } from '../src/locales/audience.ts';
import type { State } from '../src/state.ts';
import { checkPort } from './http/check-port.ts';
import type { HttpSettings } from './http/settings.ts';
import { type Config, createProbes } from './index.ts';
import { openLibrarySync } from './library-sync.ts';
import { checkMirrors } from './mirrors/check-mirrors.ts';
import { MIRRORS_ROOT } from './mirrors/mirror-source.ts';
import { type DoctorOptions, examine, toLine } from './process/doctor.ts';
import type { Writer } from './process/writer.ts';
import { sourcesOf } from './sources.ts';
import { openState } from './stores.ts';

interface DoctorRun {
  config: Config;
  audience: Audience;
  output: Pick<Writer, 'write'>;
  /** Shows the progress of reading. */
  stream: Parameters<typeof openLibrarySync>[0]['stream'];
  signal: AbortSignal;
  /** Describes an error for the operator. */
  describe(error: unknown): string;
  report(error: unknown): void;
}

/** Checks everything and prints what was found. Resolves to whether all is well. */
export async function runDoctor({ config, audience, output, stream, signal, describe, report }: DoctorRun) {
  const opened: State[] = [];
  const open = async () => {
    const state = await openState(config.store, report);
    opened.push(state);
    const complaints: string[] = [];
    const warn = (line: string) => void complaints.push(line);
    const sync = openLibrarySync({
      store: state.articles,
      config,
      stream,
      t: audience.t,
      signal,
      watches: false,
      warn,
    });
    const { files = 0, missing = 0 } = (await sync.run()) ?? {};
    return {
      ...openLibrary(state.articles),
      files,
      missing,
      complaints,
      unreadable: await state.unreadable(),
      risks: (await state.risks?.()) ?? [],
    };
  };
  const findings = await examine({
    folder: config.snapshots.folder,
    folders: sourcesOf(config)
      .map(({ path }) => path)
      .filter(existsSync),
    keepsDeleted: config.snapshots.keepsDeleted,
    store: config.store.label,
    t: audience.t,
    open,
    http: config.http && toPortCheck(config.http),
    mirrors: checkMirrors(config.mirrors, MIRRORS_ROOT),
    platforms: await createProbes(config),
    describe,
  });
  for (const finding of findings) await output.write(toLine(finding));
  await Promise.all(opened.map((state) => state.close()));
  return !findings.some(({ mark }) => mark === 'wrong');
}

function toPortCheck(settings: HttpSettings): DoctorOptions['http'] {
  return { port: settings.port, check: () => checkPort(settings) };
}
