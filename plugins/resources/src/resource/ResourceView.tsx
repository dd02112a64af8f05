import type { ResourceItem } from '../api/ResourcesApi';
import { isChanging } from '../hooks/pollInterval';
import { AboutSection } from './AboutSection';
import { InputsSection } from './InputsSection';
import { ManagedSection } from './ManagedSection';
import { OutputsSection } from './OutputsSection';
import { RelationsSection } from './RelationsSection';
import { ResourceHeading } from './ResourceHeading';
import { ResourceNotice } from './ResourceNotice';
import styles from './ResourceView.module.css';
import { RunsSection } from './RunsSection';
import { StateSection } from './StateSection';
import { TemplateNotice } from '../template/TemplateNotice';
import { TagsSection } from './TagsSection';
import { useRuns } from './useRuns';

export function ResourceView({ resource }: { resource: ResourceItem }) {
  const runs = useRuns(resource.id, isChanging(resource));
  return (
    <div className={styles.root}>
      <ResourceHeading resource={resource} />
      <ResourceNotice resource={resource} runs={runs.data?.items ?? []} />
      <TemplateNotice resource={resource} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <OutputsSection resource={resource} />
          <RunsSection runs={runs} />
          <ManagedSection resource={resource} />
        </div>
        <div className={styles.column}>
          <AboutSection resource={resource} />
          <RelationsSection resource={resource} />
          <InputsSection resource={resource} />
          <TagsSection resource={resource} />
          <StateSection resource={resource} />
        </div>
      </div>
    </div>
  );
}
