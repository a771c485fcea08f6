export type ConfigFault = { name: string; message: string };

/** Thrown by every loader, with all faults of the environment at once. */
export class ConfigError extends Error {
  readonly faults: ConfigFault[];

  constructor(faults: ConfigFault[]) {
    super(formatFaults(faults));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** One line a fault, for a terminal. Never holds a value: it may be a secret. */
export function formatFaults(faults: ConfigFault[]): string {
  const heading = faults.length === 1 ? 'One setting is wrong:' : `${faults.length} settings are wrong:`;
  return [heading, ...faults.map((fault) => `  ${fault.name}: ${fault.message}`)].join('\n');
}
