import { useQuery } from '@tanstack/react-query';
import { statusPagesQuery } from '../../api/queries.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Empty, PageHeader } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { StatusPageTable } from './status-page-table.tsx';

export function StatusPageList() {
  const query = useQuery(statusPagesQuery);
  useTitle('Status pages');
  const create = (
    <LinkButton look="primary" to="/status-pages/$pageId" params={{ pageId: 'new' }}>
      New status page
    </LinkButton>
  );
  const filled = query.data !== undefined && query.data.length > 0;
  return (
    <>
      <PageHeader title="Status pages" lead="What your users see about your servers, without an account.">
        {filled && create}
      </PageHeader>
      <QueryView query={query}>
        {(pages) =>
          pages.length > 0 ? (
            <StatusPageTable pages={pages} />
          ) : (
            <Empty title="No status page yet" action={create}>
              Choose servers, give the page a name, and share its address: state, uptime and incidents stand there.
            </Empty>
          )
        }
      </QueryView>
    </>
  );
}
