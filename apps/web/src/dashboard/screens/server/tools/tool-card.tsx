import { Card } from '../../../ui/layout.tsx';
import { BoundedText } from '../text/bounded-text.tsx';
import { CodeBox } from '../text/code-box.tsx';
import { showHidden } from '../text/show-hidden.ts';
import { listParameters } from './list-parameters.ts';
import { ParameterList } from './parameter-list.tsx';
import type { Tool } from './parse-tool.ts';

export function ToolCard({ tool: { name, title, description, inputSchema, raw } }: { tool: Tool }) {
  return (
    <Card className="grid gap-3">
      <div>
        <h3 className="max-h-24 overflow-y-auto">
          {name === null ? 'A tool without a name' : <code className="prose-code text-base!">{showHidden(name)}</code>}
        </h3>
        {title && (
          <p dir="auto" className="line-clamp-2 text-sm text-muted wrap-anywhere">
            {showHidden(title)}
          </p>
        )}
      </div>
      {description ? <BoundedText text={description} /> : <p className="text-sm text-muted">No description</p>}
      <ParameterList parameters={listParameters(inputSchema)} />
      <details>
        <summary className="w-fit py-1 text-sm">As JSON</summary>
        <div className="mt-2">
          <CodeBox label={`JSON of the tool ${name ?? ''}`} text={JSON.stringify(raw, null, 2)} />
        </div>
      </details>
    </Card>
  );
}
