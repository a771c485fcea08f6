import { cleanLine, type StatusPageComponent } from '@alivemcp/contracts';
import { ToolLine } from './tool-line.tsx';

export function ToolSurfaces({ components }: { components: StatusPageComponent[] }) {
  if (components.length === 0) return null;
  return (
    <section aria-labelledby="tools">
      <h2 id="tools">Tool surface</h2>
      <dl className="small pairs">
        {components.map((component) => (
          <div key={component.id}>
            <dt>{cleanLine(component.name)}</dt>
            <dd>
              <ToolLine {...component} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
