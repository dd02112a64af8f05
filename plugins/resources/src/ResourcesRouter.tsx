import { Route, Routes } from 'react-router-dom';
import { ChangePage } from './change/ChangePage';
import { QueryProvider } from './components/QueryProvider';
import { AllResourcesPage } from './list/AllResourcesPage';
import { ResourceListPage } from './list/ResourceListPage';
import { ResourcePage } from './resource/ResourcePage';
import { RunPage } from './run/RunPage';
import { StatePage } from './state/StatePage';

/** The pages below `/resources`. */
export function ResourcesRouter() {
  return (
    <QueryProvider>
      <main>
        <Routes>
          <Route path="/" element={<ResourceListPage mine />} />
          <Route path="/all" element={<AllResourcesPage />} />
          <Route path="/:resourceId" element={<ResourcePage />} />
          <Route path="/:resourceId/state" element={<StatePage />} />
          <Route path="/:resourceId/change" element={<ChangePage />} />
          <Route path="/runs/:runId" element={<RunPage />} />
        </Routes>
      </main>
    </QueryProvider>
  );
}
