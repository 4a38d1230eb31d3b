import { z } from 'zod';

/** Environment variables, trimmed; undefined if empty. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of one part of the program, read from the environment. */
export interface Settings<Value> {
  /** The variables, in the order of the documentation. */
  variables: readonly string[];
  /** Returns the settings, or their problems: one line for each variable, without its value. */
  read(env: Environment): { value: Value } | { problems: readonly string[] };
}

/** Defines settings by a schema of the variables, and a conversion of the valid ones. */
export function defineSettings<Schema extends z.ZodObject, Value>(
  schema: Schema,
  toValue: (variables: z.output<Schema>, env: Environment) => Value,
): Settings<Value> {
  return {
    variables: Object.keys(schema.shape),
    read(env) {
      const checked = schema.safeParse(env);
      if (checked.success) return { value: toValue(checked.data, env) };
      return { problems: checked.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
    },
  };
}

/** A schema for an http(s) address; the message shows the example. */
export function webAddress(example: string): z.ZodString {
  const isWebAddress = (url: string) => /^https?:$/.test(URL.parse(url)?.protocol ?? '');
  return z.string().refine(isWebAddress, `is not an http(s) address, such as ${example}.`);
}

/** Invalid settings, with a line for each variable. The message never contains a secret or a complete value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type SettingsOfParts = Readonly<Record<string, Settings<unknown>>>;

/** The valid settings of each part, with defaults. */
export type ConfigOf<Parts extends SettingsOfParts> = {
  readonly [Name in keyof Parts]: Parts[Name] extends Settings<infer Value> ? Value : never;
};

/**
 * Reads the settings of all parts from the environment. An empty value counts as unset.
 * @param found - problems that are already known, which are told with the others.
 * @throws ConfigError with every invalid variable and what would be valid.
 */
export function readConfig<Parts extends SettingsOfParts>(
  parts: Parts,
  env: Readonly<Record<string, string | undefined>>,
  found: readonly string[] = [],
): ConfigOf<Parts> {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim() || undefined] as const);
  const known: Environment = Object.fromEntries(trimmed);
  const read = Object.entries(parts).map(([name, settings]) => ({ name, ...settings.read(known) }));
  const problems = [...found, ...read.flatMap((one) => ('problems' in one ? one.problems : []))];
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const values = read.flatMap((one) => ('value' in one ? [[one.name, one.value]] : []));
  return Object.fromEntries(values) as ConfigOf<Parts>;
}
