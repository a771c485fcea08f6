import { FAILURE_CLASS_NAMES, FAILURE_CLASSES } from '@alivemcp/contracts';
import { expect, it } from 'vitest';

const MEANS = {
  down: 'down',
  degraded: 'degraded',
  auth: 'up, but asks for credentials or rejects ours',
  none: 'our side, never judged',
};

/** The page the API, the CLI and the UI link to. After a change of the table: `npx vitest run packages/probe -u`. */
it('docs/failure-classes.md says what the table says', async () => {
  const sections = FAILURE_CLASS_NAMES.map((name) => {
    const { effect, sentence, firstAction } = FAILURE_CLASSES[name];
    return `## ${name}\n\n${sentence} **Means:** ${MEANS[effect]}.\n\nFirst: ${firstAction}\n`;
  });
  const intro =
    'Every way a probe can fail. The names are stable and public; the first part is the layer. This page is made from `packages/contracts/src/failure-classes.ts`.';
  await expect(`# Failure classes\n\n${intro}\n\n${sections.join('\n')}`).toMatchFileSnapshot(
    '../../../docs/failure-classes.md',
  );
});

it('gives every class one sentence and one first action', () => {
  for (const name of FAILURE_CLASS_NAMES) {
    expect(FAILURE_CLASSES[name].sentence).toMatch(/^[A-Z].*\.$/);
    expect(FAILURE_CLASSES[name].firstAction).toMatch(/^[A-Z].*\.$/);
  }
});
