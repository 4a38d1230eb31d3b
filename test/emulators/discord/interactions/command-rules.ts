import { fieldsOf, listOf, toText } from '../call.ts';
import type { FormErrors, Path } from '../messages/form-errors.ts';

type Fields = Readonly<Record<string, unknown>>;

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_COMMAND = 8000;
const SUB_COMMANDS = [1, 2];

/** https://discord.com/developers/docs/reference#locales */
const LOCALES = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th ' +
    'zh-CN ja zh-TW ko ar he'
  ).split(' '),
);

/** Checks the rules for slash commands that Discord's schema does not contain. */
export function checkCommands(commands: readonly unknown[], form: FormErrors): void {
  const seen = new Set<string>();
  commands.map(fieldsOf).forEach((command, at) => {
    const name = toText(command['name']);
    if (seen.has(name))
      form.add([at, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    seen.add(name);
    if (toText(command['description']) === '')
      form.add([at, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
    checkNames(command, form, [at]);
    checkOptions(listOf(command['options']).map(fieldsOf), form, [at, 'options']);
    if (sizeOf(command) > MAX_COMMAND)
      form.add([at], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_COMMAND})`);
  });
}

function checkNames(named: Fields, form: FormErrors, path: Path): void {
  const localized = fieldsOf(named['name_localizations']);
  const names: [Path, unknown][] = [
    [[...path, 'name'], named['name']],
    ...Object.entries(localized).map(([locale, name]): [Path, unknown] => [
      [...path, 'name_localizations', locale],
      name,
    ]),
  ];
  for (const [spot, value] of names) {
    const name = toText(value);
    if (!NAME.test(name) || name !== name.toLowerCase())
      form.add(spot, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
  checkLocales(localized, form, [...path, 'name_localizations']);
  checkLocales(fieldsOf(named['description_localizations']), form, [...path, 'description_localizations']);
}

function checkLocales(localized: Fields, form: FormErrors, path: Path): void {
  for (const locale of Object.keys(localized))
    if (!LOCALES.has(locale))
      form.add([...path, locale], 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`);
}

function checkOptions(options: readonly Fields[], form: FormErrors, path: Path): void {
  const seen = new Set<string>();
  let hasOptional = false;
  options.forEach((option, at) => {
    const spot = [...path, at];
    const name = toText(option['name']);
    checkNames(option, form, spot);
    if (seen.has(name))
      form.add([...spot, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    seen.add(name);
    if (SUB_COMMANDS.includes(Number(option['type']))) {
      checkOptions(listOf(option['options']).map(fieldsOf), form, [...spot, 'options']);
      return;
    }
    if (option['required'] === true && hasOptional)
      form.add(
        spot,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    hasOptional ||= option['required'] !== true;
    checkChoices(option, form, spot);
  });
}

function checkChoices(option: Fields, form: FormErrors, path: Path): void {
  const choices = listOf(option['choices']).map(fieldsOf);
  if (choices.length > 0 && option['autocomplete'] === true)
    form.add(
      [...path, 'autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
      'autocomplete may not be set to true if choices are present',
    );
  for (const field of ['name', 'value']) {
    const seen = new Set<unknown>();
    choices.forEach((choice, at) => {
      const code = `APPLICATION_COMMAND_OPTIONS_CHOICE_${field.toUpperCase()}_ALREADY_EXISTS`;
      if (seen.has(choice[field]))
        form.add([...path, 'choices', at, field], code, `Option choice ${field} already exists`);
      seen.add(choice[field]);
    });
  }
  choices.forEach((choice, at) => {
    checkLocales(fieldsOf(choice['name_localizations']), form, [...path, 'choices', at, 'name_localizations']);
  });
}

/** The longest translation of each text counts. */
function sizeOf(part: Fields): number {
  const longest = (field: string) => {
    const texts = [part[field], ...Object.values(fieldsOf(part[`${field}_localizations`]))];
    return Math.max(...texts.map((text) => [...toText(text)].length));
  };
  const inner = [...listOf(part['options']), ...listOf(part['choices'])].map(fieldsOf);
  const value = typeof part['value'] === 'string' ? [...part['value']].length : 0;
  return longest('name') + longest('description') + value + inner.reduce((sum, each) => sum + sizeOf(each), 0);
}
