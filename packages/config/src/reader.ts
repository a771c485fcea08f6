import type { ZodType } from 'zod';
import { ConfigError, type ConfigFault } from './config-error.ts';
import { unknownNames } from './unknown-names.ts';
import type { VariableName } from './variable-names.ts';

/** Reads variables one by one and remembers what is wrong, so that a person sees every fault in one go. */
export type Reader = {
  /** The raw text; undefined when unset or empty (Compose files pass unset variables on as empty ones). */
  text(name: VariableName): string | undefined;
  /** The parsed value; `fallback` when unset, and after a fault, where it only keeps the reading going. */
  read<T>(name: VariableName, schema: ZodType<T, string>, fallback: T): T;
  fault(name: VariableName, message: string): void;
  /** Throws `ConfigError` if there was any fault. */
  finish(): void;
};

export function createReader(env: NodeJS.ProcessEnv): Reader {
  const faults: ConfigFault[] = unknownNames(env);
  const text = (name: VariableName) => env[name]?.trim() || undefined;
  const fault = (name: VariableName, message: string) => void faults.push({ name, message });
  return {
    text,
    fault,
    read: (name, schema, fallback) => {
      const value = text(name);
      if (value === undefined) return fallback;
      const parsed = schema.safeParse(value);
      if (parsed.success) return parsed.data;
      fault(name, parsed.error.issues.map((issue) => issue.message).join('; '));
      return fallback;
    },
    finish: () => {
      if (faults.length > 0) throw new ConfigError(faults);
    },
  };
}
