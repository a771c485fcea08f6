import { type buildConnector, Client } from 'undici';
import { GuardError } from './errors.ts';

/** Asks an origin over a connector. Gives the status, or the phase and code of what went wrong. */
export async function ask(origin: string, connect: buildConnector.connector): Promise<string> {
  const client = new Client(origin, { connect, allowH2: false });
  try {
    const { statusCode, body } = await client.request({ path: '/', method: 'GET' });
    await body.dump();
    return String(statusCode);
  } catch (error) {
    return error instanceof GuardError ? `${error.phase}:${error.code}` : String(error);
  } finally {
    await client.destroy();
  }
}
