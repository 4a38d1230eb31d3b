import { refusal } from '../refusal.ts';

export type Path = readonly (string | number)[];

interface FieldError {
  path: string;
  code: string;
  message: string;
}

interface Tree {
  _errors?: { code: string; message: string }[];
  [field: string]: unknown;
}

export type FormErrors = ReturnType<typeof createFormErrors>;

/** Collects validation errors by field path, in the form of Discord's error 50035. */
export function createFormErrors() {
  const found: FieldError[] = [];
  return {
    add(path: Path, code: string, message: string): void {
      const joined = path.join('.');
      if (!found.some((fault) => fault.path === joined && fault.code === code))
        found.push({ path: joined, code, message });
    },
    /** Throws error 50035 if there are errors, and adds one violation for each. */
    throwIfAny(violations: string[]): void {
      if (found.length === 0) return;
      violations.push(...found.map(({ path, code, message }) => `${path} ${code}: ${message}`));
      throw refusal('wrongForm', { errors: toTree(found) });
    },
  };
}

function toTree(found: readonly FieldError[]): Tree {
  const root: Tree = {};
  for (const { path, code, message } of found) {
    let node = root;
    for (const step of path === '' ? [] : path.split('.')) {
      const next = (node[step] ?? {}) as Tree;
      node[step] = next;
      node = next;
    }
    node._errors = [...(node._errors ?? []), { code, message }];
  }
  return root;
}
