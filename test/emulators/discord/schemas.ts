import * as spec from 'discord-api-spec/zod';
import type { core, ZodMiniType } from 'zod/mini';
import type { FormErrors, Path } from './messages/form-errors.ts';

/** Discord's own schemas for request bodies. */
export const SCHEMAS = {
  command: spec.ApplicationCommandUpdateRequestSchema,
  createMessage: spec.MessageCreateRequestSchema,
  editMessage: spec.MessageEditRequestPartialSchema,
  forumThread: spec.CreateForumThreadRequestSchema,
  followUp: spec.IncomingWebhookInteractionRequestSchema,
  editFollowUp: spec.IncomingWebhookUpdateRequestPartialSchema,
  update: spec.IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  privateChannel: spec.CreatePrivateChannelRequestSchema,
  thread: spec.CreateTextThreadWithoutMessageRequestSchema,
  threadOfMessage: spec.CreateTextThreadWithMessageRequestSchema,
  numberChoices: spec.InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
  textChoices: spec.InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
};

type Issue = core.$ZodIssue;

interface CheckOptions {
  form: FormErrors;
  /** The path of the value in the request. */
  base?: Path;
  violations: string[];
}

/** Validates a body. Errors go into the form; unknown fields are violations, since Discord drops them. */
export function checkSchema(schema: ZodMiniType, value: unknown, { form, base = [], violations }: CheckOptions): void {
  const result = schema.safeParse(value);
  if (!result.success) {
    for (const issue of result.error.issues) addIssue(issue, { value, form, base });
    return;
  }
  violations.push(...findDropped(value, result.data, base).map((path) => `unknown field ${path}`));
}

interface IssueContext {
  value: unknown;
  form: FormErrors;
  base: Path;
}

function addIssue(issue: Issue, place: IssueContext): void {
  const value = valueAt(place.value, issue.path);
  const path = [...place.base, ...issue.path.map(toStep)];
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.find((issues) => !issues.some(({ path: [first] }) => first === 'type'));
    if (branch === undefined || branch.length === 0) {
      place.form.add(path, 'UNION_TYPE_CHOICES', 'Value of field "type" is not one that is possible here.');
      return;
    }
    for (const inner of branch) addIssue(inner, { value, form: place.form, base: path });
    return;
  }
  place.form.add(path, ...describeIssue(issue, value));
}

type FieldErrorText = [code: string, message: string];

const REQUIRED: FieldErrorText = ['BASE_TYPE_REQUIRED', 'This field is required'];

function describeIssue(issue: Issue, value: unknown): FieldErrorText {
  if (value === undefined) return REQUIRED;
  switch (issue.code) {
    case 'too_big':
      return describeTooBig(issue);
    case 'too_small':
      return value === '' ? REQUIRED : describeTooSmall(issue);
    case 'invalid_type':
      return [TYPE_CODES[issue.expected] ?? 'BASE_TYPE_CONVERT', `Value is not of type ${issue.expected}.`];
    case 'invalid_value':
      return ['BASE_TYPE_CHOICES', `Value must be one of {${issue.values.map(String).join(', ')}}.`];
    case 'invalid_format':
      if (issue.format === 'url') return ['URL_TYPE_INVALID_URL', 'Not a well formed URL.'];
      return ['STRING_TYPE_REGEX', 'String value did not match validation regex.'];
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return ['BASE_TYPE_INVALID', issue.message];
    default:
      return issue satisfies never;
  }
}

/** Discord uses BASE_TYPE_BAD_LENGTH for some lengths. */
function describeTooBig({ origin, maximum }: core.$ZodIssueTooBig): FieldErrorText {
  if (isNumeric(origin)) return ['NUMBER_TYPE_MAX', `Must be less than or equal to ${maximum}.`];
  return ['BASE_TYPE_MAX_LENGTH', `Must be ${maximum} or fewer in length.`];
}

function describeTooSmall({ origin, minimum }: core.$ZodIssueTooSmall): FieldErrorText {
  if (isNumeric(origin)) return ['NUMBER_TYPE_MIN', `Must be greater than or equal to ${minimum}.`];
  return ['BASE_TYPE_MIN_LENGTH', `Must be ${minimum} or more in length.`];
}

function isNumeric(origin: string): boolean {
  return origin === 'number' || origin === 'int';
}

const TYPE_CODES: Readonly<Record<string, string>> = {
  array: 'LIST_TYPE_CONVERT',
  boolean: 'BOOLEAN_TYPE_CONVERT',
  int: 'NUMBER_TYPE_COERCE',
  number: 'NUMBER_TYPE_COERCE',
  object: 'MODEL_TYPE_CONVERT',
  string: 'STRING_TYPE_CONVERT',
};

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );
}

function toStep(step: PropertyKey): string | number {
  return typeof step === 'number' ? step : String(step);
}

/** The paths of fields that parsing dropped, except those that were false or null. */
function findDropped(sent: unknown, parsed: unknown, path: Path): string[] {
  if (typeof sent !== 'object' || sent === null || typeof parsed !== 'object' || parsed === null) return [];
  return Object.entries(sent).flatMap(([name, value]) => {
    const inner = [...path, name];
    if (!Object.hasOwn(parsed, name)) return value === false || value === null ? [] : [inner.join('.')];
    return findDropped(value, Reflect.get(parsed, name), inner);
  });
}
