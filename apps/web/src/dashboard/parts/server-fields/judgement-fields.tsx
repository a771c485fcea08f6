import type { Sensitivity, Server } from '@alivemcp/contracts';
import { SENSITIVITIES } from '@alivemcp/contracts';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { Choice } from '../../ui/choice.tsx';
import { errorAt, TextField } from '../../ui/field.tsx';

const WORDS: Record<Sensitivity, { label: string; hint: string }> = {
  fast: { label: 'Fast', hint: 'At the first failing round. You hear of every hiccup.' },
  balanced: { label: 'Balanced', hint: 'Once a second round has confirmed it, seconds later.' },
  calm: { label: 'Calm', hint: 'Once it has lasted: four failing rounds to worse, three good ones to better.' },
};
const DEFAULT_BUDGET_MS = 2_000;

/** How soon a change of state is believed, and what counts as slow. */
export function JudgementFields({ server, problem }: { server?: Server; problem: Problem | null }) {
  const [chosen, choose] = useState(server?.sensitivity ?? 'balanced');
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium">A change of state is believed</legend>
        {SENSITIVITIES.map((each) => (
          <Choice
            key={each}
            name="sensitivity"
            value={each}
            {...WORDS[each]}
            checked={each === chosen}
            choose={() => choose(each)}
          />
        ))}
      </fieldset>
      <TextField
        label="Latency budget in ms"
        name="latencyBudgetMs"
        type="number"
        inputMode="numeric"
        min={50}
        max={60_000}
        required
        defaultValue={server?.latencyBudgetMs ?? DEFAULT_BUDGET_MS}
        hint="While 95 of 100 good probes of five minutes do not stay within it, the server is degraded."
        error={errorAt(problem, '/latencyBudgetMs')}
      />
    </>
  );
}
