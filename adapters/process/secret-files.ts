import { readFileSync, statSync } from 'node:fs';
import type { Environment } from '../../src/config.ts';

const MAX_BYTES = 65_536;

/**
 * Fills in the secrets that files contain: `NAME_FILE` names the file for `NAME`, as Docker and systemd hand out secrets. The
 * problems are a line for each variable, and never quote a file's content.
 */
export function readSecretFiles(
  env: Environment,
  names: readonly string[],
): { env: Environment; problems: readonly string[] } {
  const filled: Record<string, string | undefined> = { ...env };
  const problems = names.flatMap((name) => {
    const file = env[`${name}_FILE`]?.trim() || undefined;
    if (file === undefined) return [];
    if (env[name]?.trim()) return [`${name}_FILE is set, and so is ${name}. Remove one of them.`];
    try {
      if (statSync(file).size > MAX_BYTES) return [`${name}_FILE names ${file}, which is too large for a secret.`];
      filled[name] = readFileSync(file, 'utf8');
      if (filled[name].trim() === '') return [`${name}_FILE names ${file}, which is empty.`];
      return [];
    } catch (error) {
      return [`${name}_FILE names ${file}, which cannot be read (${codeOf(error)}).`];
    }
  });
  return { env: filled, problems };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
