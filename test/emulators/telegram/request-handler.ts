import { setTimeout as wait } from 'node:timers/promises';
import type { Faults } from '../faults.ts';
import { type Call, type Method, Refusal, tooMany } from './call.ts';
import type { FaultAction } from './faults.ts';
import type { createFlood } from './flood.ts';
import { findUnknownParameters } from './parameters.ts';
import type { Answer } from './server.ts';

interface Deps {
  token: string;
  methods: Readonly<Record<string, Method>>;
  faults: Faults<FaultAction>;
  flood: ReturnType<typeof createFlood>;
  /** Records a request before it is handled. */
  note(call: Call): void;
  /** Called after every change. */
  changed(): void;
}

/** Handles requests, and applies the injected faults. */
export function createRequestHandler({ token, methods, faults, flood, note, changed }: Deps) {
  let revoked = false;

  async function execute(call: Call, givenToken: string): Promise<unknown> {
    if (givenToken !== token || revoked) throw new Refusal(401, 'Unauthorized');
    const method = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined;
    if (!method) throw new Refusal(404, 'Not Found: method not found', { isViolation: true });
    call.violations.push(...findUnknownParameters(call.method, call.params).map((name) => `unknown parameter ${name}`));
    return await method(call);
  }

  async function perform(call: Call, givenToken: string): Promise<{ status: number; body: object }> {
    try {
      return { status: 200, body: { ok: true, result: await execute(call, givenToken) } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.isViolation) call.violations.push(error.message);
      return refuse(call, error);
    }
  }

  function applyFault(call: Call, action: Exclude<FaultAction, { kind: 'delay' }>, response: object): Answer {
    switch (action.kind) {
      case 'status':
        return { status: action.status, body: `<html><body><h1>${action.status}</h1></body></html>` };
      case 'error':
        return refuse(call, new Refusal(action.code, action.message, action));
      case 'rate':
        flood.hold(call, action.retryAfter);
        return refuse(call, tooMany(action.retryAfter));
      case 'garbage':
        return { status: 200, body: JSON.stringify(response).slice(0, -3) };
      case 'body':
        return { status: 200, body: action.body };
      case 'reset':
      case 'hang':
        return action.kind;
      default:
        return action satisfies never;
    }
  }

  async function handle(call: Call, givenToken: string): Promise<Answer> {
    flood.notice(call);
    const action = faults.take(call.method);
    if (!action) return await perform(call, givenToken);
    call.fault = action.kind;
    const isAfter = 'phase' in action && action.phase === 'after';
    if (action.kind === 'delay') {
      if (!isAfter) await wait(action.ms);
      const answer = await perform(call, givenToken);
      if (isAfter) await wait(action.ms);
      return answer;
    }
    const response = isAfter ? await perform(call, givenToken) : { body: { ok: true, result: true } };
    return applyFault(call, action, response.body);
  }

  return {
    revoke(): void {
      revoked = true;
    },
    async answer(call: Call, givenToken: string): Promise<Answer> {
      note(call);
      const pending = handle(call, givenToken);
      changed();
      const answer = await pending;
      if (typeof answer === 'object') call.status = answer.status;
      changed();
      return answer;
    },
  };
}

function refuse(call: Call, { code, message, parameters }: Refusal): { status: number; body: object } {
  call.description = message;
  return {
    status: code,
    body: { ok: false, error_code: code, description: message, ...(parameters && { parameters }) },
  };
}
