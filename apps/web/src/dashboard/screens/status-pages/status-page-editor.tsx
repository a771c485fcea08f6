import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { statusPageQuery } from '../../api/queries.ts';
import { PageHeader } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { DeletePage } from './delete-page.tsx';
import { PageForm } from './page-form.tsx';
import { PageLinks } from './page-links.tsx';
import { PublishedMark } from './published-mark.tsx';

const route = getRouteApi('/shell/status-pages/$pageId');

export function StatusPageEditor() {
  const { pageId } = route.useParams();
  return (
    <>
      <p className="mb-2 text-sm">
        <Link className="link" to="/status-pages">
          Status pages
        </Link>
      </p>
      {pageId === 'new' ? <NewPage /> : <ExistingPage key={pageId} pageId={pageId} />}
    </>
  );
}

function NewPage() {
  useTitle('New status page');
  return (
    <>
      <PageHeader title="New status page" />
      <PageForm page={null} />
    </>
  );
}

function ExistingPage({ pageId }: { pageId: string }) {
  const query = useQuery(statusPageQuery(pageId));
  useTitle(query.data?.title ?? 'Status page');
  return (
    <QueryView query={query} lines={6} title="Status page">
      {(page) => (
        <>
          <PageHeader title={page.title} lead={<PublishedMark published={page.published} />}>
            <DeletePage page={page} />
          </PageHeader>
          <PageLinks page={page} />
          <PageForm page={page} />
        </>
      )}
    </QueryView>
  );
}
