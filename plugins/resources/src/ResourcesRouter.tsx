import { Route, Routes } from 'react-router-dom';
import { QueryProvider } from './components/QueryProvider';
import { AllResourcesPage } from './list/AllResourcesPage';
import { ResourceListPage } from './list/ResourceListPage';

/** The pages below `/resources`. */
export function ResourcesRouter() {
  return (
    <QueryProvider>
      <Routes>
        <Route path="/" element={<ResourceListPage mine />} />
        <Route path="/all" element={<AllResourcesPage />} />
      </Routes>
    </QueryProvider>
  );
}
