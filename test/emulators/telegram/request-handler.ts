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
  /** Is given every request as it comes. */
  note(call: Call): void;
  /** Is told after everything that happened. */
  changed(): void;
}

/** Answers requests: carries them out, unless a fault is in the way. */
export function createRequestHandler({ token, methods, faults, flood, note, changed }: Deps) {
  let revoked = false;

  async function carryOut(call: Call, given: string): Promise<unknown> {
    if (given !== token || revoked) throw new Refusal(401, 'Unauthorized');
    const method = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined;
    if (!method) throw new Refusal(404, 'Not Found: method not found', { breach: true });
    call.breaches.push(...findUnknownParameters(call.method, call.params).map((name) => `unknown parameter ${name}`));
    return await method(call);
  }

  async function perform(call: Call, given: string): Promise<{ status: number; body: object }> {
    try {
      return { status: 200, body: { ok: true, result: await carryOut(call, given) } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.breach) call.breaches.push(error.message);
      return refuse(call, error);
    }
  }

  function falsify(call: Call, action: Exclude<FaultAction, { kind: 'delay' }>, told: object): Answer {
    switch (action.kind) {
      case 'status':
        return { status: action.status, body: `<html><body><h1>${action.status}</h1></body></html>` };
      case 'error':
        return refuse(call, new Refusal(action.code, action.message, action));
      case 'rate':
        flood.hold(call, action.retryAfter);
        return refuse(call, tooMany(action.retryAfter));
      case 'garbage':
        return { status: 200, body: JSON.stringify(told).slice(0, -3) };
      case 'reset':
      case 'hang':
        return action.kind;
      default:
        return action satisfies never;
    }
  }

  async function decide(call: Call, given: string): Promise<Answer> {
    flood.notice(call);
    const action = faults.meet(call.method);
    if (!action) return await perform(call, given);
    call.fault = action.kind;
    const isAfter = 'phase' in action && action.phase === 'after';
    if (action.kind === 'delay') {
      if (!isAfter) await wait(action.ms);
      const answer = await perform(call, given);
      if (isAfter) await wait(action.ms);
      return answer;
    }
    const told = isAfter ? await perform(call, given) : { body: { ok: true, result: true } };
    return falsify(call, action, told.body);
  }

  return {
    revoke(): void {
      revoked = true;
    },
    async answer(call: Call, given: string): Promise<Answer> {
      note(call);
      const deciding = decide(call, given);
      changed();
      const answer = await deciding;
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
