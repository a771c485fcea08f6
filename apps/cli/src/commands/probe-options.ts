import { TRANSPORT_CHOICES, type TransportChoice } from '@alivemcp/contracts';
import { type Command, Option } from 'commander';
import { UsageError } from './usage-error.ts';

/** What every command that takes a URL understands. */
export type ProbeOptions = {
  header?: string;
  headerEnv?: string;
  bearerEnv?: string;
  transport: TransportChoice;
  timeout: string;
  publicOnly?: boolean;
};

export const addProbeOptions = (command: Command): Command =>
  command
    .option('--header <header>', "send one more header, 'Name: value'", once)
    .option('--header-env <name>', 'the same, read from this environment variable')
    .option('--bearer-env <name>', 'send the token in this environment variable as bearer')
    .addOption(new Option('--transport <transport>', 'how to speak').choices(TRANSPORT_CHOICES).default('auto'))
    .option('--timeout <duration>', 'for the whole probe, such as 10s or 500ms', '10s')
    .option('--public-only', 'refuse private addresses, as the service does');

function once(value: string, previous: string | undefined): string {
  if (previous !== undefined) throw new UsageError('--header: can be given once');
  return value;
}
