import type { Problem } from '../../api/problem.ts';
import { errorAt, TextArea } from '../../ui/field.tsx';
import { Folded } from '../../ui/folded.tsx';

/** As the docs have it; one line of it is enough for most chats. */
const EXAMPLE = '{"text": "{{alert.title}}\\n{{alert.text}}", "link": "{{alert.links.incident}}"}';

const PLACEHOLDERS = [
  ['{{alert.title}}', 'the headline'],
  ['{{alert.text}}', 'all of it in a few lines'],
  ['{{alert.tone}}', 'bad, warning, good or plain'],
  ['{{alert.links.incident}}', 'also acknowledge, server, page'],
  ['{{type}}', 'such as server.down'],
  ['{{data.server.name}}', 'and every other path into the event'],
] as const;

/** A body of one's own in the place of the event. */
export function TemplateField({ template, problem }: { template: string | null; problem: Problem | null }) {
  return (
    <Folded
      title={template === null ? 'A body of your own (optional)' : 'A body of your own: it is in use'}
      problem={problem}
      holds={(pointer) => pointer === '/template'}
    >
      <TextArea
        label="Template"
        name="template"
        rows={5}
        maxLength={8_192}
        spellCheck={false}
        autoCapitalize="none"
        defaultValue={template ?? ''}
        placeholder={EXAMPLE}
        className="w-full rounded-md border border-edge bg-bg px-3 py-2 font-mono text-sm placeholder:text-muted aria-invalid:border-down"
        hint="JSON, with placeholders inside its strings. It is signed like any other body. Left empty, the event is sent as it is."
        error={errorAt(problem, '/template')}
      />
      <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
        {PLACEHOLDERS.map(([path, meaning]) => (
          <div key={path} className="contents">
            <dt>
              <code className="prose-code">{path}</code>
            </dt>
            <dd className="text-muted max-sm:mb-1">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">There are no conditions and no loops. What is not there becomes empty.</p>
    </Folded>
  );
}
