import type { Language } from '../locales/languages.ts';
import type { State } from '../state.ts';
import { createOperatorNotices } from './operator-notices.ts';

interface NoticesOptions extends Pick<State, 'states'> {
  /** People as `platform:id`. */
  operators: ReadonlySet<string>;
  language: Language;
  /** What tells this process from others. */
  by: string;
  log: { warn(line: string): void };
  report(error: unknown): void;
}

/** Opens the notices to the operators, with a report of errors that takes note of those that need a person. */
export function openNotices({ states, by, operators, language, log, report: reportToLog }: NoticesOptions) {
  const deps = { by, operators, language, report: reportToLog, warn: log.warn };
  const notices = createOperatorNotices({ state: states('operators'), ...deps });
  const report = (error: unknown) => {
    notices.noteError(error);
    reportToLog(error);
  };
  return { notices, report, reportTrouble: notices.reportTrouble };
}
