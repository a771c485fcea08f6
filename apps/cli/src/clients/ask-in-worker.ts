import { Worker } from 'node:worker_threads';
import type { Answer, Question } from './verdict.ts';

/** For loading the SDK before its time starts, and for ending its session after. */
const GRACE_MS = 5000;
const MAX_HEAP_MB = 512;

/**
 * Runs a client in a thread of its own: what it prints never reaches the terminal, no server can hold it past its time
 * or grow it without end, and its sockets go with it.
 */
export function askInWorker(script: URL, question: Question): Promise<Answer> {
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: question,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    let answer: Answer | null = null;
    const timer = setTimeout(() => void worker.terminate(), question.timeoutMs + GRACE_MS);
    const failed = (error: string): Answer => ({
      ok: false,
      error,
      protocolVersion: null,
      tools: null,
      durationMs: question.timeoutMs,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on('message', (message: Answer) => {
      answer = message;
    });
    worker.on('error', (error: unknown) => {
      answer ??= failed(`the client broke down: ${error instanceof Error ? error.message : String(error)}`);
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(answer ?? failed('the client did not end in time'));
    });
  });
}
