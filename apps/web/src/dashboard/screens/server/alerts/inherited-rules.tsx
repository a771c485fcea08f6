import type { AlertRules, Channel } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/layout.tsx';
import { InWords } from '../../rules/in-words.tsx';
import { type RulesOf, summaryOf } from '../../rules/rules-summary.ts';

type Props = { of: RulesOf; rules: AlertRules; channels: Channel[]; begin: () => void };

/** What the default means for this server, and the way to other rules. */
export function InheritedRules({ of, rules, channels, begin }: Props) {
  return (
    <div className="grid max-w-3xl gap-4">
      <p>
        The{' '}
        <Link className="link" to="/rules">
          default of the workspace
        </Link>{' '}
        holds for it:
      </p>
      <Card className="bg-soft!">
        <InWords sentences={summaryOf(rules, channels, of)} />
      </Card>
      <div>
        <Button onClick={begin}>Give this server rules of its own</Button>
      </div>
    </div>
  );
}
