import { cleanLine, type StatusPageComponent } from '@alivemcp/contracts';
import { ComponentRow } from './component-row.tsx';
import { StripKey } from './day-strip.tsx';

/** The servers under their headings, both in the owner's order. */
export function Components({ components }: { components: StatusPageComponent[] }) {
  if (components.length === 0) return null;
  const groups = [...Map.groupBy(components, ({ group }) => group)];
  return (
    <section aria-labelledby="servers">
      <h2 id="servers">Servers</h2>
      {groups.map(([group, members]) => (
        <div key={group ?? ''}>
          {group !== null && <h3 className="group">{cleanLine(group)}</h3>}
          <ul className="box">
            {members.map((component) => (
              <ComponentRow key={component.id} component={component} level={group === null ? 'h3' : 'h4'} />
            ))}
          </ul>
        </div>
      ))}
      <StripKey />
    </section>
  );
}
